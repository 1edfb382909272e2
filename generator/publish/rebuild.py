"""Builds of a whole site one after another, each a process of its own, behind whatever else goes on.

A process of its own, so that changed generator code and templates take effect without a restart. A build is never
broken off by the next change: who saves every few seconds would otherwise wait for ever for lists and search, and
would not hear of faults. What changes meanwhile is in the next build, which begins when this one is done.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Sequence

LOW_PRIORITY = 10


class Rebuild:
    """Runs `command` for the changes that are told of; `done` hears the number of the change and how it went."""

    def __init__(self, command: Sequence[str], done: Callable[[int, bool], None]) -> None:
        self._command, self._done = command, done
        self._wanted: int | None = None
        self._ended = False
        self._process: subprocess.Popen[bytes] | None = None
        self._told = threading.Condition()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def want(self, number: int) -> None:
        """Build what there is after the change of this number: now, or when the build that goes on is done."""
        with self._told:
            self._wanted = number
            self._told.notify()

    def end(self) -> None:
        """Break off the build that goes on, if any, and begin no other."""
        with self._told:
            self._ended = True
            if self._process:
                self._process.terminate()
            self._told.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._told:
                self._told.wait_for(lambda: self._ended or self._wanted is not None)
                if self._ended or self._wanted is None:
                    return
                number, self._wanted = self._wanted, None
                self._process = subprocess.Popen(self._command)
            lower(self._process.pid)
            succeeded = self._process.wait() == 0
            if not self._ended:
                self._done(number, succeeded)


def lower(process: int) -> None:
    """Let a process stand back for others: what is shown to somebody who waits comes first."""
    try:
        os.setpriority(os.PRIO_PROCESS, process, LOW_PRIORITY)
    except OSError:
        return  # it is over already
