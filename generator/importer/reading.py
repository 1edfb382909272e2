"""What has been read out of a document, and what in it is doubtful.

What is read is kept as plain values (dicts, lists and text), in the very shape that a record has in YAML: the model
then judges it as it judges a registrar's file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

Path = tuple[str | int, ...]
"""The way to a value in plain values: keys of dicts and places (from 0) in lists."""


@dataclass(frozen=True)
class Doubt:
    """A value that a person must look at.

    `path` leads to the value (or to the part that it belongs to), `line` is the number of the line in the document
    that it was read from (0 where there is none), `why` is a Swedish sentence for the registrar, and `choices` are
    other values it may have.
    """

    path: Path
    line: int
    why: str
    choices: tuple[str, ...] = ()

    def under(self, *steps: str | int) -> Doubt:
        """The same doubt seen from further out."""
        return replace(self, path=(*steps, *self.path))


@dataclass(frozen=True)
class Reading:
    """A piece of a record as plain values, with the doubts about it (paths from this piece)."""

    value: Any
    doubts: tuple[Doubt, ...] = field(default=())


def under(doubts: Iterable[Doubt], *steps: str | int) -> tuple[Doubt, ...]:
    """The doubts of a part, seen from the whole that it stands in."""
    return tuple(doubt.under(*steps) for doubt in doubts)
