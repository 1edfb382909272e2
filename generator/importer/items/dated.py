"""The days of a meeting that goes on for several: a printed day above the items of that day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.importer.extract.line import Line
from generator.importer.items.blocks import Block, Piece
from generator.importer.printed.dates import find_dates

_HEADING = re.compile(
    r"(?P<fore>[\w –-]{0,40}?\s)?(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?:\s+den)?\s+\d{1,2}\s+[a-zåäö]+\.?"
    r"(?:\s+\d{4})?(?:[,\s]+(?:kl\.?|klockan)\s*\d{1,2}(?:[.:]\d{2})?(?:\s*[-–]\s*\d{1,2}(?:[.:]\d{2})?)?)?:?",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\b(?:\w*sammanträde\w*|\w*möte\w*|ska|är|till|från|senast)\b", re.IGNORECASE)
_LONGEST = 90
_MOST_DAYS = 7


@dataclass(frozen=True)
class _Found:
    """A heading that names a day: below which item it stands (its place), and in which stretch."""

    item: int
    piece: Piece
    place: int
    day: dt.date


def days_of(found: Sequence[Block], head: Iterable[Line], today: dt.date | None) -> list[dt.date | None]:
    """The day of each item, None for all where the document has only one day.

    The headings are taken out of the items that they stand below. `head` are the lines before the first item.
    """
    first = next((day for line in reversed(list(head)) if (day := _day(line, today))), today)
    headings = [one for place, block in enumerate(found) for one in _below(block, place, today)]
    days = [day for day in (first, *(one.day for one in headings)) if day]
    together = len(set(days)) > 1 and days == sorted(days) and (days[-1] - days[0]).days < _MOST_DAYS
    if not together:
        return [None for _block in found]
    for one in headings:
        del one.piece.lines[one.place :]
    out, at = [], first
    for place, _block in enumerate(found):
        out.append(at)
        at = next((one.day for one in headings if one.item == place), at)
    return out


def _below(block: Block, item: int, today: dt.date | None) -> list[_Found]:
    """A heading that is the last line below an item or the last item inside it."""
    piece = (block.children[-1] if block.children else block).pieces[-1]
    filled = [place for place, line in enumerate(piece.lines) if line.text]
    day = _day(piece.lines[filled[-1]], today) if filled else None
    return [_Found(item, piece, filled[-1], day)] if day else []


def _day(line: Line, today: dt.date | None) -> dt.date | None:
    """The day that a line of its own names; None for any other line."""
    text = line.text.strip("*_ ")
    heading = _HEADING.fullmatch(text) if len(text) <= _LONGEST else None
    if not heading or _NOT_BEFORE.search(heading["fore"] or ""):
        return None
    days = find_dates(text, today)
    return days[0].day if len(days) == 1 else None
