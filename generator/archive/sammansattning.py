"""Who has a seat in an organ on a day, as far as the archive's documents show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from generator.archive.archive import Archive
from generator.model.organ import Mandat, Roll
from generator.svenska import collation_key

_DAY = dt.timedelta(days=1)
ORDNING: tuple[Roll, ...] = get_args(Roll)
ROLLNAMN: Mapping[Roll, str] = {
    "ordforande": "ordförande",
    "1-vice-ordforande": "1:e vice ordförande",
    "2-vice-ordforande": "2:e vice ordförande",
    "3-vice-ordforande": "3:e vice ordförande",
    "vice-ordforande": "vice ordförande",
    "ledamot": "ledamot",
    "ersattare": "ersättare",
    "sekreterare": "sekreterare",
}
"""What a role is called, as documents print it."""


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
    return _on(archive, mandat_i(archive, organ_id), day)


def _on(archive: Archive, seats: Iterable[Plats], day: dt.date) -> tuple[Plats, ...]:
    return tuple(sorted((s for s in seats if valid(s.mandat, day)), key=lambda seat: _order(archive, seat.mandat)))


@dataclass(frozen=True)
class Period:
    """Days in a row on which the record has the same seats; `fran` None is since ever, `till` None is until further."""

    fran: dt.date | None
    till: dt.date | None
    platser: tuple[Plats, ...]


def perioder(archive: Archive, organ_id: str) -> tuple[Period, ...]:
    """The compositions of an organ one after another, the earliest first; days without any seat are left out."""
    seats = mandat_i(archive, organ_id)
    starts = {seat.mandat.fran for seat in seats} | {_day_after(seat.mandat.till) for seat in seats}
    days = sorted(day for day in starts if day and day > dt.date.min)
    found = []
    for first, following in pairwise([None, *days, None]):
        last = following - _DAY if following else None
        if present := _on(archive, seats, first or last or archive.datum):
            found.append(Period(first, last, present))
    return tuple(found)


def _day_after(day: dt.date | None) -> dt.date | None:
    return day + _DAY if day and day < dt.date.max else None


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
