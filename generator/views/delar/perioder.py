"""The composition of an organ over time, a section for each period in which nobody came or left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from generator.archive.archive import Archive
from generator.archive.sammansattning import ROLLNAMN, Period
from generator.svenska import count, date_range, long_date
from generator.views.lankar import till

MEST = 24
"""As many periods as a page shows, the latest first; older seats stand in its table of seats at other times."""


def perioder(archive: Archive, periods: Sequence[Period]) -> dict[str, Any]:
    """The context for the organ's page: the periods it shows, and how many older ones it leaves out."""
    shown = [_period(archive, one) for one in reversed(periods[-MEST:])]
    older = max(0, len(periods) - MEST)
    return {"perioder": shown, "aldre_perioder": count(older, "äldre period", "äldre perioder") if older else ""}


def _period(archive: Archive, one: Period) -> dict[str, Any]:
    return {
        "ankare": f"sammansattning-{one.fran.isoformat() if one.fran else 'forst'}",
        "fran": one.fran.isoformat() if one.fran else "",
        "till": one.till.isoformat() if one.till else "",
        "rubrik": f"{_span(one)}: {count(len(one.platser), 'plats', 'platser')}",
        "roller": [
            {
                "roll": ROLLNAMN[role],
                "platser": [
                    {"vem": till(archive, f"person:{seat.mandat.person}"), "parti": seat.mandat.parti or ""}
                    for seat in seats
                ],
            }
            for role, seats in groupby(one.platser, key=lambda seat: seat.mandat.roll)
        ],
    }


def _span(one: Period) -> str:
    if one.fran and one.till:
        return date_range(one.fran, one.till)
    if one.fran:
        return f"från {long_date(one.fran)}"
    return f"till {long_date(one.till)}" if one.till else "utan kända dagar"
