"""Who has a seat in an organ on a day, as far as the archive's documents show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.organ import Mandat
from generator.svenska import collation_key

ORDNING = (
    "ordforande",
    "1-vice-ordforande",
    "2-vice-ordforande",
    "3-vice-ordforande",
    "vice-ordforande",
    "ledamot",
    "ersattare",
    "sekreterare",
)


@dataclass(frozen=True)
class Plats:
    """A seat: its place in the organ's record, the mandat, and the last day that a document shows it (if any)."""

    organ: str
    index: int
    mandat: Mandat
    senast_belagd: dt.date | None


def mandat_i(archive: Archive, organ_id: str) -> tuple[Plats, ...]:
    """Every seat that an organ's record holds, in the order of the record."""
    return tuple(
        Plats(organ_id, index, mandat, _last_shown(archive, mandat))
        for index, mandat in enumerate(archive.organ[organ_id].data.mandat)
    )


def sammansattning(archive: Archive, organ_id: str, day: dt.date) -> tuple[Plats, ...]:
    """The seats of an organ on a day: by role, then authority and name in Swedish order."""
    seats = [seat for seat in mandat_i(archive, organ_id) if valid(seat.mandat, day)]
    return tuple(sorted(seats, key=lambda seat: _order(archive, seat.mandat)))


def mandat_for(archive: Archive, person_id: str) -> tuple[Plats, ...]:
    """Every seat that a person has or has had, the earliest first."""
    every = (seat for organ_id in archive.organ for seat in mandat_i(archive, organ_id))
    seats = [seat for seat in every if seat.mandat.person == person_id]
    return tuple(sorted(seats, key=lambda seat: (seat.mandat.fran or dt.date.min, seat.organ, seat.index)))


def valid(mandat: Mandat, day: dt.date) -> bool:
    """Whether a seat is held on a day, as far as the record says."""
    return (mandat.fran is None or mandat.fran <= day) and (mandat.till is None or day <= mandat.till)


def _order(archive: Archive, mandat: Mandat) -> tuple[int, tuple[str, str], tuple[str, str]]:
    body = archive.huvudman.get(mandat.huvudman or "")
    person = archive.personer.get(mandat.person)
    return (
        ORDNING.index(mandat.roll),
        collation_key(body.data.namn if body else ""),
        collation_key(person.data.namn if person else mandat.person),
    )


def _last_shown(archive: Archive, mandat: Mandat) -> dt.date | None:
    """The latest day among the meetings that are the seat's evidence."""
    nodes = [archive.register.sla_upp(text).nod or "" for text in mandat.belagg]
    motes = [archive.moten.get(node.partition(":")[2].partition("#")[0]) for node in nodes]
    return max((mote.datum for mote in motes if mote), default=None)
