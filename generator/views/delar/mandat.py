"""Seats as rows: who, in what role, for which party and authority, from when to when, and the evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Literal

from generator.archive.archive import Archive
from generator.archive.sammansattning import ROLLNAMN, Plats
from generator.model.organ import Mandat
from generator.svenska import long_date, unbroken
from generator.views.delar.noter import Noter
from generator.views.lankar import huvudman, referens, till
from generator.views.markdown import Lank
from generator.views.text import mote_dag


def mandattabell(
    archive: Archive, seats: Iterable[Plats], notes: Noter, *, visa: Literal["organ", "person"]
) -> list[dict[str, Any]]:
    """Rows for the macro `mandat`; `visa` says which end of the seat the table names."""
    return [_row(archive, seat, notes, visa) for seat in seats]


def _row(archive: Archive, seat: Plats, notes: Noter, visa: str) -> dict[str, Any]:
    one = seat.mandat
    return {
        "vem": till(archive, f"organ:{seat.organ}" if visa == "organ" else f"person:{one.person}"),
        "organ": till(archive, f"organ:{seat.organ}"),
        "roll": ROLLNAMN[one.roll],
        "roll_noter": notes.nummer(one, "roll", "person", "parti"),
        "parti": one.parti or "",
        "huvudman": huvudman(archive, one.huvudman),
        "huvudman_noter": notes.nummer(one, "huvudman"),
        "tid": _time(one),
        "tid_noter": notes.nummer(one, "fran", "till"),
        "belagg": [_evidence(archive, seat.organ, text) for text in dict.fromkeys(one.belagg)],
    }


def _evidence(archive: Archive, organ: str, text: str) -> Lank:
    """A link to the evidence; a meeting of the organ itself by its day alone."""
    link = referens(archive, text)
    mote = archive.moten.get(text)
    return Lank(unbroken(mote_dag(mote)), link.till) if mote and mote.organ == organ else link


def _time(mandat: Mandat) -> str:
    """From when to when. A first day that only a document shows is said to be that, for the seat may be older."""
    inferred = any(one.falt == "fran" for one in mandat.harlett)
    known = f"från {unbroken(long_date(mandat.fran))}" if mandat.fran else "från okänd dag"
    first = f"belagd {known}" if inferred else known
    return f"{first} till {unbroken(long_date(mandat.till))}" if mandat.till else first


def senast(seats: Iterable[Plats]) -> dt.date | None:
    """The last day that a document shows any of the seats."""
    return max((seat.senast_belagd for seat in seats if seat.senast_belagd), default=None)
