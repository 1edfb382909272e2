"""What a rule is: a stable code, one sentence, its legal source where it has one, and one function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.diagnostics import Diagnostic


@dataclass(frozen=True)
class Regel:
    """A rule over the whole archive: it yields its own diagnostics, each with the rule's `kod`."""

    kod: str
    mening: str
    granska: Callable[[Archive], Iterable[Diagnostic]]
    lag: str = ""
