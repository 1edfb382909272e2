"""One document put together: its lines cleaned and parted, its head, people, items and closing read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.importer.attendance.attendance import read_attendance
from generator.importer.closing.closing import read_closing
from generator.importer.extract.line import Extract, Line
from generator.importer.head.head import read_head, with_day
from generator.importer.items.items import Context, read_items
from generator.importer.items.mentions import ItemsReading, Mention, Planned, Report
from generator.importer.items.misgivings import speaks_against
from generator.importer.known import Known
from generator.importer.layout.contents import WHY as CONTENTS
from generator.importer.layout.contents import contents, without_contents
from generator.importer.layout.furniture import Removed, without_furniture
from generator.importer.layout.segments import Segment, read_segments
from generator.importer.printed.dates import find_dates
from generator.importer.printed.paragraphs import soft_hyphens
from generator.importer.reading import Doubt, Path, under
from generator.model.narvaro import Narvarorad
from generator.model.sammantrade import FORE_MOTET
from generator.svenska import slug

_CASE_LABEL = re.compile(
    r"(?:Dnr|Diarienr|Diarienummer|Ärendenr|Ärendenummer|Ärende)\b\.?:?(?=\s+\S*\d|\s+[A-ZÅÄÖ]{2,6}\b)"
)
_LONGEST_DAY = 90
_ONLY_NOTICE = (
    "Dokumentet är bara ett bevis om anslag. Finns inte protokollet i arkivet hör det hemma bland anslag utan möte."
)


@dataclass(frozen=True)
class ReadDocument:
    """A document as read. `mote` and `dokument` are plain values in the shape of the record.

    `organ` is the body's name as the document gives it (or a proposal from its text, with a doubt) and `datum` the
    first day; either may be None. Paths of `doubts` begin with ``mote`` or ``dokument``; those of `mentions`,
    `planned` and `reports` with ``dokument``, ``punkter``. `lines` are the text without furniture, `removed` the
    furniture, `labels` the printed words of head and closing that fields of the record stand for.
    """

    source: Extract
    organ: str | None
    datum: dt.date | None
    mote: dict[str, Any]
    dokument: dict[str, Any]
    doubts: tuple[Doubt, ...]
    lines: tuple[Line, ...]
    removed: tuple[Removed, ...]
    labels: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = field(default=())
    planned: tuple[Planned, ...] = field(default=())
    reports: tuple[Report, ...] = field(default=())


def read_document(lines: Sequence[Line], source: Extract, known: Known) -> ReadDocument:
    """One document of a file, from its lines as extracted."""
    cleaned = without_furniture(lines)
    text = soft_hyphens(cleaned.lines if source.wrapped else tuple(_parted(cleaned.lines)))
    segments = read_segments(text)
    head = read_head(segments, [one.line for one in cleaned.removed], known)
    if head.datum is None:
        head = with_day(head, read_closing(segments, head).value.get("anslag", {}).get("sammantradesdatum"))
    before = head.dokument["slag"] in FORE_MOTET
    people = read_attendance(segments, known, before)
    context = Context(head.organ, head.datum, head.dokument["slag"], _names(people.value), known)
    items = read_items(segments, context)
    closing = read_closing(segments, head)
    dokument = {**head.dokument, **people.value, **closing.value}
    if items.value:
        dokument["punkter"] = items.value
    unnumbered = _without_numbers(items.value)
    if items.pauser:
        have = dokument.get("pauser", [])
        times = {one.get("fran") for one in have}
        dokument["pauser"] = [*have, *(one for one in items.pauser if one["fran"] not in times)]
    doubts = (
        *head.doubts,
        *under(people.doubts, "dokument"),
        *under(items.doubts, "dokument", "punkter"),
        *under(closing.doubts, "dokument"),
        *under(unnumbered, "dokument", "punkter"),
        *_only_notice(dokument),
    )
    again = contents(segments)
    kept = without_contents(cleaned.lines, again, segments)
    whole, labels = {"mote": head.mote, "dokument": dokument}, tuple(_labels(segments, text, items.value))
    doubts = (*doubts, *speaks_against(segments, kept, whole, labels))
    return ReadDocument(
        source,
        head.organ,
        head.datum,
        head.mote,
        dokument,
        _kept(doubts, whole),
        kept,
        (*cleaned.removed, *(Removed(line, CONTENTS) for line in again)),
        labels,
        **_elsewhere(items),
    )


def _only_notice(dokument: dict[str, Any]) -> list[Doubt]:
    """Tells that a document is nothing but the bevis of a notice."""
    alone = "anslag" in dokument and not {"punkter", "narvaro", "kallade"} & dokument.keys()
    return [Doubt(("dokument", "anslag"), 0, _ONLY_NOTICE)] if alone else []


def _without_numbers(items: list[dict[str, Any]]) -> list[Doubt]:
    """Gives items that have no printed number an address of their own, and tells it."""
    doubts: list[Doubt] = []
    taken: set[str] = set()
    for place, item in enumerate(items):
        if item.get("nr", "-") == "":
            del item["nr"]
            base = slug(item["rubrik"]) or "punkt"
            address = base if base not in taken else f"{base}-{place + 1}"
            taken.add(address)
            item["ankare"] = address
            doubts.append(
                Doubt((place, "rubrik"), 0, "Dokumentet numrerar inte sina punkter; rubriken är läst som en punkt.")
            )
    return doubts


def _elsewhere(items: ItemsReading) -> dict[str, Any]:
    """What the items say of other meetings, seen from the whole."""
    return {
        "mentions": tuple(one.under("dokument", "punkter") for one in items.mentions),
        "planned": tuple(one.under("dokument", "punkter") for one in items.planned),
        "reports": tuple(one.under("dokument", "punkter") for one in items.reports),
    }


def _parted(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines that each are a whole paragraph, parted by blank lines; rows of a table and of a list stay together."""
    before: Line | None = None
    for line in lines:
        if before and before.text and line.text and not _together(before, line):
            yield replace(line, text="", cells=())
        yield line
        before = line


def _together(before: Line, line: Line) -> bool:
    """Rows of one table, and a label or a paragraph that is broken over two lines all the same."""
    broken = line.text[:1].islower() and not before.text.endswith((".", ":", ";"))
    return bool(before.cells and line.cells) or broken


def _names(people: dict[str, Any]) -> frozenset[str]:
    """The names of all who are in the document's lists."""
    found = set()
    for groups in people.values():
        for rows in groups.values():
            for row in rows:
                read = Narvarorad.model_validate(row)
                if read.rad and (name := read.tolkning().namn):
                    found.add(name)
    return frozenset(found)


def _labels(segments: Sequence[Segment], lines: Sequence[Line], items: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The printed words that the record keeps as the names of its fields, and the days above items that it has."""
    for segment in segments:
        if segment.slag in ("etikett", "slag", "avsnitt"):
            yield segment.rubrik
    days = {item["dag"] for item in items if "dag" in item}
    near = dt.date.fromisoformat(min(days)) if days else None
    for line in lines:
        yield from (found[0] for found in _CASE_LABEL.finditer(line.text))
        if days and _names_day(line.text, days, near):
            yield line.text


def _names_day(text: str, days: set[str], near: dt.date | None) -> bool:
    short = len(text) <= _LONGEST_DAY and not text.endswith(".")
    return short and any(day.day.isoformat() in days for day in find_dates(text, near))


def _kept(doubts: Sequence[Doubt], whole: dict[str, Any]) -> tuple[Doubt, ...]:
    """The doubts, each at the nearest part of its path that the record has."""
    return tuple(replace(doubt, path=_nearest(doubt.path, whole)) for doubt in doubts)


def _nearest(path: Path, whole: dict[str, Any]) -> Path:
    """The path as far as the record has it; a doubt about what is not there is a doubt about the part around it."""
    at: Any = whole
    for depth, step in enumerate(path):
        if step not in (range(len(at)) if isinstance(at, list) else at if isinstance(at, dict) else ()):
            return path[:depth] or path[:1]
        at = at[step]
    return path
