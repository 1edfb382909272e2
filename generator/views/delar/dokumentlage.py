"""How final a document is, for readers: justerat, not yet, or of a kind that is never justerat. No more than it shows.

Only what is printed makes a document justerat (KL 5 kap. 69 §) or ojusterat; where nothing is printed, that is said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from generator.model.sammantrade import FORE_MOTET, UTAN_JUSTERING, Dokument
from generator.svenska import listing, long_date


def stallning(document: Dokument) -> str | None:
    """In words; None for what is written before the meeting and for what the archive does not have."""
    if document.slag in FORE_MOTET or document.tillgang == "saknas":
        return None
    if document.slag in UTAN_JUSTERING:
        return "justeras inte"
    signed = [one for one in document.justering if one.datum or one.justerat_av]
    if signed:
        scope = [one.omfattar.tryckt for one in signed if one.omfattar]
        partly = f" ({listing(scope)})" if len(scope) == len(signed) and scope else ""
        return f"justerat{partly}{_days([one.datum for one in signed])}"
    items = [one.justerad for one in document.punkter]
    if items and all(items):
        return f"justerat paragraf för paragraf{_days([one.datum for one in items if one])}"
    if document.version and "ojuster" in document.version.lower():
        return "ojusterat"
    return "om det är justerat framgår inte av handlingen"


def _days(days: Sequence[dt.date | None]) -> str:
    known = sorted({day for day in days if day is not None})
    return f" {listing(long_date(day) for day in known)}" if known else ""
