"""The ledger of uppdrag: given where, due when, reported where, and what the archive can say of the rest."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.archive.moten import Mote, Punktplats, motes_by_organ
from generator.archive.register import Register
from generator.model.uppdrag import Aterrapport, Uppdrag
from generator.model.walk import Loc

Laget = Literal[
    "foreslaget", "omtalat", "okant", "pagar", "ingen-aterrapport", "forsenat", "aterrapporterat", "avslutat"
]

OPPET: frozenset[Laget] = frozenset({"pagar", "ingen-aterrapport", "forsenat", "okant"})
"""Given, as far as is known, and the archive has no report."""
AVGJORT: frozenset[Laget] = frozenset({"aterrapporterat", "avslutat"})
"""Reported."""
INTE_GIVET: frozenset[Laget] = frozenset({"foreslaget", "omtalat"})
"""Proposed or spoken of, but no document shows that it was given: neither open nor reported."""


@dataclass(frozen=True, slots=True)
class Rapport:
    """Where an uppdrag comes back: the item, and what is said there."""

    punkt: str
    datum: dt.date
    aterrapport: Aterrapport


@dataclass(frozen=True, slots=True)
class Uppdragsplats:
    """An uppdrag with its way back.

    `id` is ``<organ>/<datum>#<ankare>/<n>``. `senast` is the due day, printed or that of the meeting it is due at.
    `saknade` are meetings of the giver up to that day whose protokoll the archive does not have.
    """

    id: str
    mote: str
    punkt: str
    loc: Loc
    uppdrag: Uppdrag
    givet: dt.date
    senast: dt.date | None
    senast_mote: str | None
    rapporter: tuple[Rapport, ...]
    saknade: tuple[str, ...]
    laget: Laget


@dataclass(frozen=True)
class _Ledger:
    """What every row of the ledger needs: the meetings, also by organ in time, the reports by uppdrag, and the day."""

    motes: Mapping[str, Mote]
    by_organ: Mapping[str, tuple[Mote, ...]]
    register: Register
    reports: Mapping[str, tuple[Rapport, ...]]
    today: dt.date
    watched: dt.date | None


def read_uppdrag(
    motes: Mapping[str, Mote], register: Register, today: dt.date, watched: dt.date | None
) -> tuple[Uppdragsplats, ...]:
    """Every uppdrag of the archive as of a day, oldest first, those of one meeting in the order of its items.

    `watched` is the last day the archive watches (`bevakat_till`); without it the meetings that it holds tell.
    """
    items = [item for mote in motes.values() for item in mote.punkter]
    ledger = _Ledger(motes, motes_by_organ(motes.values()), register, _reports(items, motes, register), today, watched)
    rows = [_row(ledger, item, number) for item in items for number in range(len(item.punkt.uppdrag))]
    return tuple(sorted(rows, key=lambda row: (row.givet, row.mote)))


def _reports(
    items: Iterable[Punktplats], motes: Mapping[str, Mote], register: Register
) -> dict[str, tuple[Rapport, ...]]:
    found: dict[str, list[Rapport]] = defaultdict(list)
    for item in items:
        for report in item.punkt.aterrapporterar:
            if node := register.sla_upp(report.uppdrag).nod:
                found[node.removeprefix("uppdrag:")].append(Rapport(item.id, motes[item.mote].datum, report))
    return {key: tuple(sorted(rows, key=lambda r: (r.datum, r.punkt))) for key, rows in found.items()}


def _row(ledger: _Ledger, item: Punktplats, index: int) -> Uppdragsplats:
    key = f"{item.id}/{index + 1}"
    uppdrag = item.punkt.uppdrag[index]
    given = ledger.motes[item.mote]
    due_mote = _due_mote(ledger, uppdrag)
    due = uppdrag.senast or (ledger.motes[due_mote].datum if due_mote else None)
    missing = _missing(ledger, given, due) if due else ()
    reports = ledger.reports.get(key, ())
    return Uppdragsplats(
        id=key,
        mote=item.mote,
        punkt=item.id,
        loc=(*item.loc, "uppdrag", index),
        uppdrag=uppdrag,
        givet=given.datum,
        senast=due,
        senast_mote=due_mote,
        rapporter=reports,
        saknade=missing,
        laget=_told(reports) or _said(uppdrag) or _awaited(ledger, given, due, missing),
    )


def _due_mote(ledger: _Ledger, uppdrag: Uppdrag) -> str | None:
    """The meeting that an uppdrag is due at."""
    node = ledger.register.sla_upp(uppdrag.senast_mote).nod if uppdrag.senast_mote else None
    mote = node.partition(":")[2].partition("#")[0] if node else ""
    return mote if mote in ledger.motes else None


def _meanwhile(ledger: _Ledger, given: Mote, due: dt.date) -> tuple[Mote, ...]:
    """The giver's meetings after the uppdrag and up to its day."""
    motes = ledger.by_organ[given.organ]
    return motes[bisect_right(motes, given.datum, key=_day) : bisect_right(motes, due, key=_day)]


def _missing(ledger: _Ledger, given: Mote, due: dt.date) -> tuple[str, ...]:
    """Those of these meetings that the archive has no protokoll of."""
    return tuple(
        mote.id
        for mote in _meanwhile(ledger, given, due)
        if mote.data.status not in {"installt", "ersatt", "foreslaget"} and not mote.efter_motet
    )


def _day(mote: Mote) -> dt.date:
    return mote.datum


def _told(reports: tuple[Rapport, ...]) -> Laget | None:
    """What the reports say: done, reported, or nothing yet."""
    if any(report.aterrapport.avslutar for report in reports):
        return "avslutat"
    return "aterrapporterat" if any(report.aterrapport.lage == "redovisad" for report in reports) else None


def _said(uppdrag: Uppdrag) -> Laget | None:
    """What the document itself says of an uppdrag that was not given by a decision."""
    return None if uppdrag.lage == "givet" else uppdrag.lage


def _awaited(ledger: _Ledger, given: Mote, due: dt.date | None, missing: tuple[str, ...]) -> Laget:
    """An uppdrag without report: late only where the archive holds all that could have shown a report."""
    if due is None or due >= ledger.today:
        return "pagar"
    return "forsenat" if not missing and _followed(ledger, given, due) else "ingen-aterrapport"


def _followed(ledger: _Ledger, given: Mote, due: dt.date) -> bool:
    """Whether the archive followed the giver up to the day: it says so, or else holds a later meeting up to it."""
    if ledger.watched is not None:
        return ledger.watched >= due
    return any(mote.efter_motet for mote in _meanwhile(ledger, given, due))
