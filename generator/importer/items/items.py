"""The points of a document: every § and point with all that stands in it, in the shape of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.items.blocks import Block, blocks
from generator.importer.items.body import body_of
from generator.importer.items.breaks import breaks
from generator.importer.items.dated import days_of
from generator.importer.items.fields import Reader
from generator.importer.items.heads import head_of
from generator.importer.items.inferred import inferred
from generator.importer.items.mentions import ItemsReading, Mention, Planned, Report
from generator.importer.items.outlook import Setting, outlook
from generator.importer.items.whereabouts import Whereabouts
from generator.importer.known import Known
from generator.importer.layout import agenda
from generator.importer.layout.segments import Segment
from generator.importer.layout.spacing import spaced
from generator.importer.reading import Doubt, under
from generator.model.sammantrade import FORE_MOTET

_DECIDING = ("protokoll", "protokollsutdrag")
_OF_ALL = "Beslutet står efter den sista underpunkten. Det kan gälla bara den, eller hela punkten."


@dataclass(frozen=True)
class Context:
    """What is known of the document that the points stand in.

    `slag` is the kind of document, `names` are the names of its attendance, `known` is what the archive has.
    """

    organ: str | None = None
    datum: dt.date | None = None
    slag: str | None = None
    names: frozenset[str] = frozenset()
    known: Known = field(default_factory=Known.empty)


def read_items(segments: Sequence[Segment], context: Context) -> ItemsReading:
    """The points as a list of plain `Punkt`, with the doubts about them and what they say of other meetings."""
    words = _words_of_head(segments)
    found = blocks(spaced(segments))
    _presented(found, segments)
    days = days_of(found, _head_lines(segments), context.datum)
    value: list[dict[str, Any]] = []
    doubts: list[Doubt] = []
    mentions: list[Mention] = []
    planned: list[Planned] = []
    reports: list[Report] = []
    for place, (block, day) in enumerate(zip(found, days, strict=True)):
        read = _item(block, context, words)
        value.append({**({"dag": day.isoformat()} if day else {}), **read.value})
        doubts.extend(under(read.doubts, place))
        mentions.extend(one.under(place) for one in read.mentions)
        planned.extend(one.under(place) for one in read.planned)
        reports.extend(one.under(place) for one in read.reports)
    pauses = tuple(one for item in value for one in breaks(item))
    mentions, planned = inferred(value, mentions, planned)
    return ItemsReading(value, tuple(doubts), tuple(mentions), tuple(planned), tuple(reports), pauses)


def _presented(found: Sequence[Block], segments: Sequence[Segment]) -> None:
    """Puts who presents by the table of items above them at the items."""
    said = {row.item: row.presenter for row in agenda.rows(segments) if row.presenter}
    for block in found:
        block.presenter = said.get(agenda.key(block.nr, block.rubrik), "")


def _head_lines(segments: Sequence[Segment]) -> Iterator[Line]:
    """The lines before the first point."""
    for segment in segments:
        if segment.slag == "punkt":
            return
        yield from (segment.start, *segment.lines)


def _words_of_head(segments: Sequence[Segment]) -> frozenset[str]:
    """The words that stand before the first point: there the bodies and places of the meeting are named."""
    return frozenset(part.strip("(),.;:") for line in _head_lines(segments) for part in line.text.split())


def _item(block: Block, context: Context, words: frozenset[str]) -> ItemsReading:
    where = Whereabouts.of(block)
    head = head_of(block)
    reader = Reader(
        context.names,
        lambda name: name in words,
        context.known.huvudman_named,
        complete=context.slag not in FORE_MOTET,
        organ=context.organ,
        decides=context.slag in _DECIDING,
    )
    body = body_of(block, head, reader)
    children = [_item(child, context, words) for child in block.children]
    value = {**head.value, **body.value}
    look = outlook(value, body, Setting(where, context.datum, context.slag, context.organ))
    doubts = [*head.doubts, *body.doubts]
    if block.moved:
        doubts.append(Doubt(("beslut",), block.moved, _OF_ALL))
    mentions, planned, reports = list(look.mentions), list(look.planned), list(look.reports)
    if children:
        value["underpunkter"] = [child.value for child in children]
        for place, child in enumerate(children):
            doubts.extend(under(child.doubts, "underpunkter", place))
            mentions.extend(one.under("underpunkter", place) for one in child.mentions)
            planned.extend(one.under("underpunkter", place) for one in child.planned)
            reports.extend(one.under("underpunkter", place) for one in child.reports)
    return ItemsReading(value, tuple(doubts), tuple(mentions), tuple(planned), tuple(reports))
