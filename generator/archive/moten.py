"""Meetings as the archive sees them: day, order of the day, and every item with its address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.punkt import Punkt, nummer
from generator.model.sammantrade import FORE_MOTET, Dokument, Sammantrade
from generator.model.walk import Loc
from generator.records.record import Record


@dataclass(frozen=True, slots=True)
class Punktplats:
    """An item where it stands: `id` is ``<organ>/<datum>#<ankare>``, `loc` its place in the meeting's record.

    `nummer` is the number inside a numbered series (63 for ``§ 63``), None for sub-items and unnumbered ones.
    `foralder` is the item it is a sub-item of.
    """

    id: str
    mote: str
    ankare: str
    loc: Loc
    punkt: Punkt
    dokument: int
    nummer: int | None
    foralder: str | None


@dataclass(frozen=True, slots=True)
class Mote:
    """A meeting: `id` is ``<organ>/<datum>[-n]``; `punkter` hold every item of every document, sub-items too."""

    id: str
    organ: str
    datum: dt.date
    ordning: int
    record: Record[Sammantrade]
    punkter: tuple[Punktplats, ...]

    @property
    def data(self) -> Sammantrade:
        """The meeting's record."""
        return self.record.data

    @property
    def sista_dag(self) -> dt.date:
        """The last day of the meeting."""
        return self.data.till_datum or self.datum

    @property
    def efter_motet(self) -> tuple[Dokument, ...]:
        """The documents written after the meeting that the archive holds."""
        return tuple(d for d in self.data.dokument if d.slag not in FORE_MOTET and d.tillgang == "finns")


def read_mote(record: Record[Sammantrade]) -> Mote:
    """The meeting of a record; its organ and day come from the path, which the reader has found to be in order."""
    organ, _, name = record.id.partition("/")
    day, order = name[:10], name[11:]
    items = [item for index, dokument in enumerate(record.data.dokument) for item in _items(record, index, dokument)]
    return Mote(record.id, organ, dt.date.fromisoformat(day), int(order or 1), record, tuple(items))


def motes_by_organ(motes: Iterable[Mote]) -> dict[str, tuple[Mote, ...]]:
    """The meetings of each organ, the earliest first."""
    found: dict[str, list[Mote]] = {}
    for mote in sorted(motes, key=lambda one: (one.datum, one.organ, one.ordning)):
        found.setdefault(mote.organ, []).append(mote)
    return {organ: tuple(rows) for organ, rows in found.items()}


def _items(record: Record[Sammantrade], index: int, dokument: Dokument) -> Iterator[Punktplats]:
    prefix = "k" if dokument.slag in FORE_MOTET else "p"
    several_days = record.data.till_datum is not None
    for number, punkt in enumerate(dokument.punkter):
        loc: Loc = ("dokument", index, "punkter", number)
        yield from _with_subitems(record.id, punkt, loc, index, prefix + _own(punkt, prefix, several_days), None)


def _with_subitems(
    mote: str, punkt: Punkt, loc: Loc, dokument: int, ankare: str, foralder: str | None
) -> Iterator[Punktplats]:
    number = _number(punkt) if foralder is None else None
    here = f"{mote}#{ankare}"
    yield Punktplats(here, mote, ankare, loc, punkt, dokument, number, foralder)
    for order, under in enumerate(punkt.underpunkter):
        own = _own(under, ankare[0], False)
        sub = own if own.startswith(ankare[1:]) and own != ankare[1:] else ankare[1:] + own
        yield from _with_subitems(mote, under, (*loc, "underpunkter", order), dokument, ankare[0] + sub, here)


def _number(punkt: Punkt) -> int | None:
    printed = nummer(punkt.nr) if punkt.nr else None
    return int(printed) if printed and printed.isdecimal() else None


def _own(punkt: Punkt, prefix: str, several_days: bool) -> str:
    """What an item adds to the address: its number, else its own `ankare`, else its time."""
    if punkt.ankare:
        return punkt.ankare.removeprefix(prefix)
    if punkt.nr is not None:
        return nummer(punkt.nr) or ""
    time = f"{punkt.klockslag:%H%M}" if punkt.klockslag else ""
    return f"{punkt.dag:%d}-{time}" if several_days and punkt.dag else time
