"""The days of a meeting that goes on for several: a printed day above the items of that day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from generator.importer.extract.line import Line
from generator.importer.printed_dates import find_dates

_HEADING = re.compile(
    r"(?:[\w –-]{0,40}?\s)?(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?:\s+den)?\s+\d{1,2}\s+\w+\.?(?:\s+\d{4})?(?:[,\s]+(?:kl\.?|klockan)\s*[\d.:–-]+)?:?", re.IGNORECASE
)
_LONGEST = 90


def day_heading(line: Line, near: dt.date | None) -> dt.date | None:
    """The day that a line of its own names; None for any other line."""
    text = line.text.strip("*_ ")
    if len(text) > _LONGEST or not _HEADING.fullmatch(text):
        return None
    days = find_dates(text, near)
    return days[0].day if len(days) == 1 else None


def last_day_heading(lines: Sequence[Line], near: dt.date | None) -> tuple[dt.date, int] | None:
    """The last such line, and its place in the lines."""
    found = [(day, place) for place, line in enumerate(lines) if line.text and (day := day_heading(line, near))]
    return found[-1] if found else None
