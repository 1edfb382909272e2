"""A vote drawn as a band: its parts beside each other, as wide as they are many, with the same facts in words.

What was printed is drawn as it was printed; totals and roll call that do not agree are both told, never made to agree.
"""

from __future__ import annotations

from typing import Any

from generator.model.beslut import Omrostning
from generator.svenska import listing

_SVAR = (("Ja", "ja"), ("Nej", "nej"), ("Avstår", "avstar"))
_ALLA = (*_SVAR, ("Frånvarande", "franvarande"))
_ROOM = 25
"""A part narrower than this, in percent, has no room for its word on a phone; the words beneath have it."""


def rostband(one: Omrostning) -> dict[str, Any] | None:
    """The band of a vote: its parts with place and width in percent, and its text; None where no vote is counted."""
    counted = not any(getattr(one, key) is not None for _, key in _SVAR)
    totals = [(word, key, _total(one, key, counted)) for word, key in _SVAR]
    given = [(word, key, total) for word, key, total in totals if total]
    if not given:
        return None
    said = listing(f"{word} {total}" for word, _, total in totals if total is not None)
    return {"delar": _parts(given), "text": said, "raknat": counted}


def _parts(given: list[tuple[str, str, int]]) -> list[dict[str, Any]]:
    whole = sum(total for *_, total in given)
    parts, before = [], 0
    for word, key, total in given:
        share = 100 * total / whole
        text = f"{word} {total}" if share >= _ROOM else ""
        parts.append({"svar": key, "x": f"{100 * before / whole:.2f}%", "bredd": f"{share:.2f}%", "text": text})
        before += total
    return parts


def _total(one: Omrostning, key: str, counted: bool) -> int | None:
    """The printed total; where none is printed at all, what the roll call holds."""
    printed: int | None = getattr(one, key)
    names = len(getattr(one.roster, key)) if one.roster else 0
    return (names or None) if counted else printed


def motsagelser(one: Omrostning) -> list[dict[str, Any]]:
    """The answers whose printed total is another than the number of names under them in the printed roll call."""
    if one.roster is None:
        return []
    rows = [(word, getattr(one, key), len(getattr(one.roster, key))) for word, key in _ALLA]
    return [
        {"svar": word, "tal": total, "namn": names}
        for word, total, names in rows
        if names and total not in (None, names)
    ]
