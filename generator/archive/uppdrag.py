"""The ledger of uppdrag: given where, due when, reported where, and what the archive can and can not say of the rest."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.archive.moten import Mote, Punktplats
from generator.archive.register import Register
from generator.model.sammantrade import FORE_MOTET
from generator.model.uppdrag import Aterrapport, Uppdrag
from generator.records.nodes import Loc

Laget = Literal[
    "foreslaget", "omtalat", "okant", "pagar", "ingen-aterrapport", "forsenat", "aterrapporterat", "avslutat"
]


@dataclass(frozen=True)
class Rapport:
    """Where an uppdrag comes back: the item, and what is said there."""

    punkt: str
    datum: dt.date
    aterrapport: Aterrapport


@dataclass(frozen=True)
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


def read_uppdrag(
    motes: Mapping[str, Mote], register: Register, today: dt.date, watched: dt.date | None
) -> tuple[Uppdragsplats, ...]:
    """Every uppdrag of the archive as of a day, oldest first. `watched` is the last day the archive watches, if any."""
    items = [item for mote in motes.values() for item in mote.punkter]
    reports = _reports(items, motes, register)
    ledger = [
        _entry(item, number, uppdrag, motes, register, reports, today, watched)
        for item in items
        for number, uppdrag in enumerate(item.punkt.uppdrag, 1)
    ]
    return tuple(sorted(ledger, key=lambda entry: (entry.givet, entry.id)))


def _reports(
    items: Iterable[Punktplats], motes: Mapping[str, Mote], register: Register
) -> dict[str, tuple[Rapport, ...]]:
    found: dict[str, list[Rapport]] = defaultdict(list)
    for item in items:
        for report in item.punkt.aterrapporterar:
            if node := register.sla_upp(report.uppdrag).nod:
                found[node.removeprefix("uppdrag:")].append(Rapport(item.id, motes[item.mote].datum, report))
    return {key: tuple(sorted(rows, key=lambda r: (r.datum, r.punkt))) for key, rows in found.items()}


def _entry(  # noqa: PLR0913 - one row of the ledger needs the whole archive
    item: Punktplats,
    number: int,
    uppdrag: Uppdrag,
    motes: Mapping[str, Mote],
    register: Register,
    reports: Mapping[str, tuple[Rapport, ...]],
    today: dt.date,
    watched: dt.date | None,
) -> Uppdragsplats:
    key = f"{item.id}/{number}"
    given = motes[item.mote]
    due_at = register.sla_upp(uppdrag.senast_mote).nod if uppdrag.senast_mote else None
    due_mote = due_at.removeprefix("mote:").partition("#")[0] if due_at and due_at.startswith("mote:") else None
    due = uppdrag.senast or (motes[due_mote].datum if due_mote else None)
    missing = _missing(motes, given, due) if due else ()
    rows = reports.get(key, ())
    state = _state(uppdrag, rows, due, missing, today, watched)
    loc: Loc = (*item.loc, "uppdrag", number - 1)
    return Uppdragsplats(key, item.mote, item.id, loc, uppdrag, given.datum, due, due_mote, rows, missing, state)


def _missing(motes: Mapping[str, Mote], given: Mote, due: dt.date) -> tuple[str, ...]:
    """The giver's meetings after the uppdrag and up to its day that the archive has no protokoll of."""
    return tuple(
        mote.id
        for mote in sorted(motes.values(), key=lambda m: (m.datum, m.ordning))
        if mote.organ == given.organ
        and given.datum < mote.datum <= due
        and mote.data.status not in {"installt", "ersatt", "foreslaget"}
        and not mote.efter_motet
    )


def _state(  # noqa: PLR0911, PLR0913 - a decision table
    uppdrag: Uppdrag,
    rows: tuple[Rapport, ...],
    due: dt.date | None,
    missing: tuple[str, ...],
    today: dt.date,
    watched: dt.date | None,
) -> Laget:
    if any(row.aterrapport.avslutar for row in rows):
        return "avslutat"
    if any(row.aterrapport.lage == "redovisad" for row in rows):
        return "aterrapporterat"
    if uppdrag.lage == "foreslaget":
        return "foreslaget"
    if uppdrag.lage == "omtalat":
        return "omtalat"
    if uppdrag.lage == "okant":
        return "okant"
    if due is None or due >= today:
        return "pagar"
    if missing or (watched is not None and watched < due):
        return "ingen-aterrapport"
    return "forsenat"


def planned_only(item: Punktplats, mote: Mote) -> bool:
    """Whether an item stands in a document written before the meeting."""
    return mote.data.dokument[item.dokument].slag in FORE_MOTET
