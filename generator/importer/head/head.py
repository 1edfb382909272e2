"""The head of a document: its kind, body, day, time and place, printed or concluded with a reason."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.head.kind import read_kind
from generator.importer.head.organ import FoundOrgan, read_organ
from generator.importer.head.titles import Title, organ_titles, titles, titles_of_lines, value_lines
from generator.importer.head.when import When, read_when
from generator.importer.known import Known
from generator.importer.layout.segments import Segment
from generator.importer.layout.table import head_pattern
from generator.importer.printed.dates import find_dates
from generator.importer.printed.paragraphs import joined, plain
from generator.importer.printed.signatures import extent_in
from generator.importer.reading import Doubt
from generator.model.omfang import read_omfang
from generator.model.sammantrade import FORE_MOTET

_CASE_NUMBER = re.compile(r"(?:(?:Dnr|Diarienr|Diarienummer)\.?:?\s*)?(?P<nr>[A-ZÅÄÖ]{2,6}[ -]?\d{2,4}[-/: ]?\d+\S*)")

_NO_DAY = "Mötets dag är inte tryckt i dokumentet."


@dataclass(frozen=True)
class Head:
    """What the head says: the body's name, the first day, and fields of the meeting and of the document.

    The paths of `doubts` begin with ``mote`` or ``dokument``.
    """

    organ: str | None
    datum: dt.date | None
    mote: dict[str, Any]
    dokument: dict[str, Any]
    doubts: tuple[Doubt, ...]


def read_head(segments: Sequence[Segment], running: Sequence[Line] = (), known: Known | None = None) -> Head:
    """The head of a document. `running` are the lines of its running heads, `known` what the archive has."""
    own = titles(segments)
    every = [*own, *titles_of_lines(running), *organ_titles(segments)]
    when = read_when(segments, own, _some_day(segments, running))
    if when.datum is None:
        _day_of_running_head(when, running)
    kind = read_kind(segments, every)
    organ = read_organ(every, segments, known or Known.empty())
    mote: dict[str, Any] = {"status": "kallat" if kind.slag in FORE_MOTET else "hallet"}
    dokument: dict[str, Any] = {"slag": kind.slag}
    doubts = list(when.doubts)
    if kind.why:
        doubts.append(Doubt(("dokument", "slag"), kind.line, kind.why, kind.choices))
    _read_organ(organ, dokument, doubts)
    _read_titles(own, mote, dokument)
    _read_extent(segments, dokument, doubts)
    mote |= when.mote
    dokument |= when.dokument
    if when.datum is None:
        line = segments[0].start.number if segments else 0
        doubts.append(Doubt(("dokument",), line, _NO_DAY))
    return Head(organ.name if organ else None, when.datum, mote, dokument, tuple(doubts))


def with_day(head: Head, day: str | None) -> Head:
    """A head without a day, with the day of the meeting that the bevis prints; as it is where that prints none."""
    if day is None:
        return head
    doubts = tuple(doubt for doubt in head.doubts if doubt.why != _NO_DAY)
    return replace(head, datum=dt.date.fromisoformat(day), dokument={**head.dokument, "datum": day}, doubts=doubts)


def _some_day(segments: Sequence[Segment], running: Sequence[Line]) -> dt.date | None:
    """The first day with a year in the document: days printed without one are near it."""
    texts = [joined((segment.start, *segment.lines)) for segment in segments]
    texts += [line.text for line in running]
    return next((day.day for text in texts for day in find_dates(text)), None)


def _day_of_running_head(when: When, running: Sequence[Line]) -> None:
    for line in running:
        for day in find_dates(line.text):
            when.datum = day.day
            when.dokument["datum"] = day.day.isoformat()
            return


def _read_organ(organ: FoundOrgan | None, dokument: dict[str, Any], doubts: list[Doubt]) -> None:
    if organ is None:
        doubts.append(Doubt(("dokument",), 0, "Dokumentet säger inte vilket organ det kommer från."))
        return
    if organ.printed:
        dokument["organ_tryckt"] = plain(organ.printed)
    if organ.why:
        path = ("dokument", "organ_tryckt") if organ.printed else ("dokument",)
        doubts.append(Doubt(path, organ.line, organ.why, organ.choices))


def _read_titles(own: Sequence[Title], mote: dict[str, Any], dokument: dict[str, Any]) -> None:
    """The title of the document; an internat and an extra or cancelled meeting are named by it."""
    lines = {title.line.number: title.line.text.strip("*_ ") for title in own}
    for title in own:
        text = lines[title.line.number]
        internat = head_pattern("internat").search(text)
        if internat:
            mote |= {"art": "internat", "rubrik": plain(text), "status": "planerat"}
        elif head_pattern("extra").search(text):
            mote["art"] = "extra"
        if head_pattern("installt").search(text):
            mote["status"] = "installt"
        if (title.kind not in ("", "organ") or internat) and "rubrik" not in dokument:
            dokument["rubrik"] = plain(text if text.startswith(title.text) else title.text)
        number = _CASE_NUMBER.fullmatch(text)
        if number:
            dokument.setdefault("arenden", []).append(plain(number["nr"]))


def _read_extent(segments: Sequence[Segment], dokument: dict[str, Any], doubts: list[Doubt]) -> None:
    """Which §§ the document covers, as printed under their label or beside the signatures; an extract its only §."""
    for segment in segments:
        text = ""
        if segment.falt == "omfattar":
            text = plain(joined(value_lines(segment))).strip(" .")
        elif segment.falt == "underskrifter":
            beside = bool(segment.lines) and segment.lines[0].number == segment.start.number
            text = extent_in(joined(segment.lines if beside else (segment.start, *segment.lines)))
        if not text or "omfattar" in dokument:
            continue
        text = text if not text[:1].isdigit() else f"§§ {text}"
        if read_omfang(text):
            dokument["omfattar"] = text
        else:
            why = f"Vilka paragrafer dokumentet omfattar har inte kunnat läsas: ”{text}”."
            doubts.append(Doubt(("dokument",), segment.start.number, why))
    alone = [one.nr for one in segments if one.slag == "punkt" and one.falt == "paragraf"]
    if (
        "omfattar" not in dokument
        and dokument["slag"] == "protokollsutdrag"
        and len(alone) == 1
        and read_omfang(alone[0])
    ):
        dokument["omfattar"] = alone[0]
