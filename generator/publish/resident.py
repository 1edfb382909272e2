"""The process that keeps the archive at hand for a preview, as the preview sees it: asked what a change brings.

It is another process, so that it can be replaced when the program that it runs has changed. Each way goes a line of
JSON: the changed paths, and the answer.
"""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

READY = "redo"


@dataclass(frozen=True)
class Answer:
    """What is to say of a change at once.

    `pages` are finished pages by their file in the site, and `addresses` where readers find them. `faults` are told
    to whoever made the change; as long as there are any, no build can succeed. `lost` says that the change is more
    than can be followed, so that the archive must be read anew.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    addresses: Sequence[str] = ()
    faults: Sequence[str] = ()
    lost: bool = False

    def line(self) -> str:
        """The answer as it is sent."""
        return json.dumps(asdict(self))


class Resident:
    """The process of a `command`, about records below `content`; it is there between `start` and `stop`."""

    def __init__(self, command: Sequence[str], content: Path) -> None:
        self._command, self._content = command, content.resolve()
        self._process: subprocess.Popen[str] | None = None
        self._ready = threading.Event()
        self._waiting = threading.Thread()
        self._missed: set[str] = set()
        self._alone = threading.RLock()

    def start(self) -> None:
        """Let it read the archive, if it has not; until that is done it has nothing to say."""
        with self._alone:
            if self._process is None:
                pipe = subprocess.PIPE
                self._process = subprocess.Popen(self._command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")
                self._ready, self._missed = threading.Event(), set()
                self._waiting = threading.Thread(target=_wait, args=(self._process, self._ready), daemon=True)
                self._waiting.start()

    def ask(self, changed: Iterable[Path]) -> Answer:
        """What a change of these files and folders brings; empty where it can not tell, `lost` where it is gone."""
        with self._alone:
            paths = {str(path) for path in changed}
            if not all(Path(path).is_relative_to(self._content) for path in paths):
                self.stop()
            if self._process is None:
                return Answer(lost=True)
            if not self._ready.is_set() and self._process.poll() is None:
                self._missed |= paths
                return Answer()
            answer = self._asked(self._process, paths | self._missed)
            self._missed = set()
            if answer.lost:
                self.stop()
            return answer

    def stop(self) -> None:
        """End it; it may be started again."""
        with self._alone:
            if self._process:
                self._process.kill()  # it only reads
                self._waiting.join()
                with self._process:
                    self._process = None

    @staticmethod
    def _asked(process: subprocess.Popen[str], paths: Iterable[str]) -> Answer:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(sorted(paths)) + "\n")
            process.stdin.flush()
            return Answer(**json.loads(process.stdout.readline()))
        except (OSError, ValueError):  # it has ended, or was ended in the middle of a word
            return Answer(lost=True)


def _wait(process: subprocess.Popen[str], ready: threading.Event) -> None:
    assert process.stdout is not None
    if process.stdout.readline().strip() == READY:
        ready.set()
