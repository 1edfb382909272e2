"""How a command ends that could not be carried out: what is said of it, and with which exit status."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from generator.commands.answers import FAULTS, INTERRUPTED
from generator.diagnostics import as_text
from generator.publish.faults import PublishError, lost_worker, no_memory
from generator.systemfel import cure, why
from generator.workers import WorkerDied


def ended(command: Callable[[], int]) -> int:
    """The exit status of a command, with what is to be said where it was stopped."""
    try:
        with _ended_politely():
            status = _told(command)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read what we print has gone, and that is all there is to say
        _print_nowhere()
        return FAULTS
    return status


def _told(command: Callable[[], int]) -> int:
    try:
        return command()
    except PublishError as error:
        print(as_text(error.diagnostic))
    except WorkerDied as error:
        print(as_text(lost_worker(error)))
    except MemoryError:
        print(as_text(no_memory()))
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"Fel: {_refused(error)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("Avbrutet. Webbplatsen är hel.", file=sys.stderr)
        return INTERRUPTED
    return FAULTS


def _refused(error: OSError) -> str:
    place = error.filename2 or error.filename
    what = f"{place} går inte att läsa eller skriva ({why(error)})" if place else why(error)
    return f"{what}; {cure(error)}" if cure(error) else what


@contextmanager
def _ended_politely() -> Iterator[None]:
    """What a server sends to end a job is taken as Ctrl-C is, so that nothing is left half done."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _print_nowhere() -> None:
    """Let the interpreter say nothing of it either when it writes what is left."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
