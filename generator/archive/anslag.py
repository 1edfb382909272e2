"""Every anslag that the archive knows, with its address: those of meetings, and those that stand alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.archive.moten import Mote
from generator.model.anslag import Anslag, FristaendeAnslag
from generator.model.bas import Post
from generator.model.organ import Organ, Stallning
from generator.model.walk import Loc
from generator.records.record import Record


@dataclass(frozen=True, slots=True)
class Anslagsplats:
    """An anslag where it stands: `id` is ``<organ>/<datum>``, with ``-2`` for the second of the same day.

    The day is that of the meeting, so that an address does not depend on when the anslag was put up.
    """

    id: str
    organ: str
    datum: dt.date
    record: Record[Anslag] | Mote
    loc: Loc
    anslag: Anslag
    mote: str | None
    dokument: int | None

    @property
    def post(self) -> Record[Post]:
        """The record that the anslag stands in."""
        return self.record.record if isinstance(self.record, Mote) else self.record


def read_anslag(moten: Iterable[Mote], alone: Iterable[Record[FristaendeAnslag]]) -> tuple[Anslagsplats, ...]:
    """All anslag: those of meetings in the order of the records, then those that stand alone."""
    return (*_of_meetings(moten), *_alone(alone))


def _of_meetings(moten: Iterable[Mote]) -> Iterator[Anslagsplats]:
    taken: dict[str, int] = {}
    for mote in moten:
        for index, dokument in enumerate(mote.data.dokument):
            for number, anslag in enumerate(dokument.anslag):
                day = f"{mote.organ}/{mote.datum}"
                taken[day] = taken.get(day, 0) + 1
                name = day if taken[day] == 1 else f"{day}-{taken[day]}"
                loc: Loc = ("dokument", index, "anslag", number)
                yield Anslagsplats(name, mote.organ, mote.datum, mote, loc, anslag, mote.id, index)


def _alone(records: Iterable[Record[FristaendeAnslag]]) -> Iterator[Anslagsplats]:
    for record in records:
        organ, _, day = record.id.partition("/")
        yield Anslagsplats(record.id, organ, dt.date.fromisoformat(day[:10]), record, (), record.data, None, None)


def overklagbart(plats: Anslagsplats, organ: Record[Organ] | None) -> bool | None:
    """Whether what is announced can be appealed (KL 13 kap. 2 §); None where the organ's standing is unknown."""
    stallning: Stallning | None = organ.data.stallning if organ else None
    if stallning is None or stallning.lage == "okand":
        return None
    return stallning.beslutande
