"""How the publisher says that something is wrong.

Codes P4xx are faults on the way to a site, P5xx faults in the finished pages. What is wrong with the artifacts comes
back as a list of diagnostics; what is wrong with the surroundings (a folder, the disk, a program) is raised.
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Position
from generator.systemfel import cure as cure_of
from generator.systemfel import why
from generator.workers import WorkerDied


def fault(path: str, code: str, message: str, cure: str = "") -> Diagnostic:
    """A fault in one page or file, named by its path."""
    return Diagnostic(Position(path), code, message, cure=cure)


_LESS = "stäng andra program och försök igen, eller låt en enda process arbeta: ARBETARE=1"


class PublishError(Exception):
    """The site cannot be built here and now; the old one is untouched. Carries what to show."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic

    def __reduce__(self) -> tuple[type[PublishError], tuple[Diagnostic]]:
        """What it is made from again, when a worker sends it."""
        return PublishError, (self.diagnostic,)


def lost_worker(error: WorkerDied) -> Diagnostic:
    """What to show when one of the processes that shared the work is gone."""
    killed = error.how is not None and error.how < 0
    how = "den avslutades utifrån, oftast för att datorns minne tog slut" if killed else f"slutkod {error.how}"
    return fault("arbetet", "P496", f"en av processerna som delade på arbetet försvann ({how})", _LESS)


def no_memory() -> Diagnostic:
    """What to show when the machine had no memory to give."""
    return fault("arbetet", "P495", "datorns minne räckte inte", _LESS)


def system_fault(error: OSError, where: str) -> PublishError:
    """The error to raise when the system refuses; `where` is the place where the error names none itself."""
    path = error.filename2 or error.filename or where
    return refuse(str(path), "P492", f"det gick inte att läsa eller skriva: {why(error)}", cure_of(error))


def refuse(path: str, code: str, message: str, cure: str = "") -> PublishError:
    """The error to raise when the surroundings stop the build."""
    return PublishError(fault(path, code, message, cure))
