"""What a point says of other meetings and points, before anybody knows which of them the archive has.

A document names a meeting in words ("SRB den 19 april", "sammanträde 2024-01-26 § 6"). Which record that is can only
be said when all documents of a run are read; until then a mention keeps the words and what they say.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.importer.reading import Path, Reading

Uppgift = Literal["planerat", "foreslaget", "beslutat", "andrat", "installt", "hallet"]


@dataclass(frozen=True)
class Mention:
    """A reference to another meeting or a point of it.

    `path` leads to the point that it stands in (from the list of points), `text` is the printed words. `organ` is the
    body as printed, None where the words name none: then it is the document's own. `datum` is None where no day can
    be read; `certain` is false where it is a conclusion, and `why` says how it was reached where that is not only its
    year. `nr` is a printed number of a § or point.
    """

    path: Path
    text: str
    line: int
    organ: str | None = None
    datum: dt.date | None = None
    nr: str | None = None
    certain: bool = True
    why: str = ""

    def under(self, *steps: str | int) -> Mention:
        """The same mention seen from further out."""
        return replace(self, path=(*steps, *self.path))


@dataclass(frozen=True)
class Planned:
    """What a point says of a meeting to come: the fields of a `Kommande`, with the meeting in words and as a day.

    `path`, `text`, `organ`, `datum`, `certain` and `why` are as in `Mention`; `tid` is the printed time of day.
    `replaces` says that the words move the next meeting from another day.
    """

    path: Path
    text: str
    line: int
    uppgift: Uppgift
    datum: dt.date
    organ: str | None = None
    tid: str | None = None
    certain: bool = True
    replaces: bool = False
    why: str = ""

    def under(self, *steps: str | int) -> Planned:
        """The same plan seen from further out."""
        return replace(self, path=(*steps, *self.path))


@dataclass(frozen=True)
class Report:
    """That a point reports back an uppdrag given earlier: the printed words, and the meeting they name if any."""

    path: Path
    text: str
    line: int
    given: Mention | None = None
    lage: Literal["redovisad", "planerad", "behandlas"] = "redovisad"
    avslutar: bool = False

    def under(self, *steps: str | int) -> Report:
        """The same report seen from further out."""
        return replace(
            self, path=(*steps, *self.path), given=self.given.under(*steps) if self.given is not None else None
        )


@dataclass(frozen=True)
class ItemsReading(Reading):
    """The points of a document as plain values, and what they say of other meetings beside them.

    The points lack `hanvisningar`, `kommande`, `aterrapporterar` and `senast_mote`: whoever knows all documents of
    the run puts them in from `mentions`, `planned` and `reports`, whose paths lead to the point. `pauser` are the
    breaks of the meeting that the text of points tells of, as plain values.
    """

    mentions: tuple[Mention, ...] = field(default=())
    planned: tuple[Planned, ...] = field(default=())
    reports: tuple[Report, ...] = field(default=())
    pauser: tuple[dict[str, str], ...] = field(default=())
