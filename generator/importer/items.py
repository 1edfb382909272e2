"""The points of a document: every § and point with all that stands in it, in the shape of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importer.blocks import Block, blocks
from generator.importer.body import body_of
from generator.importer.dated import last_day_heading
from generator.importer.heads import head_of
from generator.importer.known import Known
from generator.importer.mentions import ItemsReading, Mention, Planned, Report
from generator.importer.outlook import outlook
from generator.importer.reading import Doubt, under
from generator.importer.segments import Segment
from generator.importer.spacing import spaced

_OF_ALL = "Beslutet står efter den sista underpunkten. Det kan gälla bara den, eller hela punkten."


@dataclass(frozen=True)
class Context:
    """What is known of the document that the points stand in.

    `slag` is the kind of document, `names` are the names of its attendance, `places` words of its lists of people
    (organisations), `known` is what the archive has.
    """

    organ: str | None = None
    datum: dt.date | None = None
    slag: str | None = None
    names: frozenset[str] = frozenset()
    known: Known = field(default_factory=Known.empty)


def read_items(segments: Sequence[Segment], context: Context) -> ItemsReading:
    """The points as a list of plain `Punkt`, with the doubts about them and what they say of other meetings."""
    words = _words_of_head(segments)
    found = [_item(block, context, words) for block in blocks(spaced(segments))]
    days = _days(segments, found, context.datum)
    value, doubts = [], []
    mentions: list[Mention] = []
    planned: list[Planned] = []
    reports: list[Report] = []
    for place, (read, day) in enumerate(zip(found, days, strict=True)):
        value.append({**({"dag": day.isoformat()} if day else {}), **read.value})
        doubts.extend(under(read.doubts, place))
        mentions.extend(one.under(place) for one in read.mentions)
        planned.extend(one.under(place) for one in read.planned)
        reports.extend(one.under(place) for one in read.reports)
    return ItemsReading(value, tuple(doubts), tuple(mentions), tuple(planned), tuple(reports))


def _words_of_head(segments: Sequence[Segment]) -> frozenset[str]:
    """The words that stand before the first point: there the bodies and places of the meeting are named."""
    words: set[str] = set()
    for segment in segments:
        if segment.slag == "punkt":
            break
        for line in segment.lines:
            words.update(part.strip("(),.;:") for part in line.text.split())
    return frozenset(words)


@dataclass(frozen=True)
class _Item(ItemsReading):
    """A point and the day printed below it, which is that of the points that follow."""

    next_day: dt.date | None = None


def _item(block: Block, context: Context, words: frozenset[str]) -> _Item:
    next_day = _take_day(block, context.datum)
    head = head_of(block, context.datum)
    body = body_of(block, head, context.names, lambda name: name in words, context.known.huvudman_named, context.datum)
    children = [_item(child, context, words) for child in block.children]
    value = {**head.value, **body.value}
    doubts = [*head.doubts, *body.doubts]
    if block.moved:
        doubts.append(Doubt(("beslut",), block.moved, _OF_ALL))
    look = outlook(block, value, body, context.datum, context.slag)
    mentions, planned, reports = list(look.mentions), list(look.planned), list(look.reports)
    if children:
        value["underpunkter"] = [child.value for child in children]
        for place, child in enumerate(children):
            doubts.extend(under(child.doubts, "underpunkter", place))
            mentions.extend(one.under("underpunkter", place) for one in child.mentions)
            planned.extend(one.under("underpunkter", place) for one in child.planned)
            reports.extend(one.under("underpunkter", place) for one in child.reports)
            next_day = child.next_day or next_day
    return _Item(value, tuple(doubts), tuple(mentions), tuple(planned), tuple(reports), next_day)


def _take_day(block: Block, near: dt.date | None) -> dt.date | None:
    """A day printed below an item for the items after it, taken out of the item's lines."""
    for piece in reversed(block.pieces):
        if found := last_day_heading(piece.lines, near):
            day, place = found
            if not any(line.text for line in piece.lines[place + 1 :]):
                piece.lines = piece.lines[:place]
                return day
    return None


def _days(segments: Sequence[Segment], found: Sequence[_Item], near: dt.date | None) -> list[dt.date | None]:
    """The day of each item; none for all where the document prints only one day."""
    first: dt.date | None = None
    for segment in segments:
        if segment.slag == "punkt":
            break
        if heading := last_day_heading((segment.start, *segment.lines), near):
            first = heading[0]
    days: list[dt.date | None] = []
    day = first
    for one in found:
        days.append(day)
        day = one.next_day or day
    return days if len({one for one in days if one}) > 1 else [None for _one in days]


