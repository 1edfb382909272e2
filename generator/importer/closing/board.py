"""The bevis of a tillkännagivande: its labels and sentences, on the first page or on the last."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.layout.segments import Segment
from generator.importer.printed.dates import find_dates
from generator.importer.printed.paragraphs import joined, plain, prose
from generator.importer.printed.signatures import NAMED, is_dots, signatures
from generator.importer.reading import Doubt
from generator.model.omfang import read_omfang

_DAYS = (("anslag_uppsatt", "uppsatt"), ("anslag_nedtaget", "nedtaget"), ("overklagandetid", "sista_dag"))
_UP = re.compile(
    r"\b(?:s\w+t\w*|tas|togs) upp\b|\b(?:har )?(?:anslagits|anslogs|anslås|tillkännag\w+|publicera\w+)\b", re.IGNORECASE
)
_DOWN = re.compile(r"\b(?:tas|togs) (?:ne[dr]|bort)\b|\btill och med\b|\b(?:avanslås|avpublicera\w+)\b", re.IGNORECASE)
_BOARD = frozenset({"anslag", "anslag_uppsatt", "anslag_nedtaget", "anslag_period"})
_CLOSING = frozenset({"justering", "justeras", "underskrifter", "justering_plats_tid", "justerare"})
_OF_BOARD = re.compile(r"anslag|tillkännag|webbplats", re.IGNORECASE)
_LEAST_WORDS = 5
_MEETING = re.compile(r"\b(?:sammanträde|möte)t?,? (?:av )?(?=(?:den |[a-zåäö]+dagen den )?\d)", re.IGNORECASE)


def read_board(segments: Sequence[Segment], near: dt.date | None, doubts: list[Doubt]) -> dict[str, Any]:
    """The bevis: the labels after its heading, up to the next item."""
    if not any(segment.falt in _BOARD for segment in segments):
        return _in_sentences(segments, doubts)
    out: dict[str, Any] = {}
    inside = False
    for segment in segments:
        if segment.slag == "punkt":
            inside = False
        inside = inside or segment.falt in _BOARD
        if inside or segment.falt in ("overklagandetid", "forvaras"):
            _read_label(_whole(segment), out, near, doubts)
    if "text" not in out and (said := _said_at_signatures(segments)[1]):
        out["text"] = said
    if "sammantradesdatum" not in out and (day := _meeting_in(out.get("text", ""))):
        out["sammantradesdatum"] = day
    return out


def _whole(segment: Segment) -> Segment:
    """A bevis that begins with a sentence for its heading, with that sentence in its text."""
    sentence = segment.falt == "anslag" and len(segment.rubrik.split()) > _LEAST_WORDS
    return replace(segment, lines=(segment.start, *segment.lines)) if sentence else segment


def _read_label(segment: Segment, out: dict[str, Any], near: dt.date | None, doubts: list[Doubt]) -> None:
    text = _first_paragraph(segment.lines)
    days = find_dates(joined(segment.lines), near)
    line = next((one.number for one in segment.lines if one.text), segment.start.number)
    if segment.falt in _BOARD:
        _read_sentence(segment, out)
    if segment.falt == "anslag_period":
        _read_period(segment, near, out)
    key = {**dict(_DAYS), "motesdatum": "sammantradesdatum"}.get(segment.falt)
    if key and days and key not in out:
        out[key] = days[0].day.isoformat()
        if not days[0].certain:
            doubts.append(Doubt(("anslag", key), line, days[0].why))
    elif segment.falt == "anslag" and segment.lines:
        _read_text(segment, out, doubts)
    elif segment.falt == "organ" and text:
        out.setdefault("organ_tryckt", text)
    elif segment.falt == "forvaras" and text:
        _name_below(segment, out, doubts)
        out.setdefault("forvaras", text.removesuffix("."))
    elif segment.falt in ("underskrift", "sekreterare"):
        signed = [one for one in segment.lines if one.text and not is_dots(one.text)]
        if signed:
            out.setdefault("underskrift", plain(signed[0].text.strip("._… \t")))
    elif segment.falt == "underskrifter" and "underskrift" not in out and len(found := signatures(segment.lines)) == 1:
        out["underskrift"] = found[0].name
    elif segment.falt == "omfattar" and read_omfang(text):
        out.setdefault("omfattar", text)


def _read_text(segment: Segment, out: dict[str, Any], doubts: list[Doubt]) -> None:
    """The bevis in its own words, and a name below them where they have no heading."""
    if text := prose(segment.lines):
        out["text"] = text
    if segment.lines[0] is segment.start:
        _name_below(segment, out, doubts)


def _read_period(segment: Segment, near: dt.date | None, out: dict[str, Any]) -> None:
    """``Anslaget under tiden 2024-05-14 – 2024-06-05``: the first and the last day."""
    found = find_dates(joined(segment.lines), near)
    days = [day for one in found for day in (one.day, one.last) if day]
    if len(days) > 1:
        out.setdefault("uppsatt", days[0].isoformat())
        out.setdefault("nedtaget", days[1].isoformat())
    out.setdefault("text", f"{segment.rubrik.strip(' :')} {joined(segment.lines)}")


def _in_sentences(segments: Sequence[Segment], doubts: list[Doubt]) -> dict[str, Any]:
    """A bevis that is only sentences below the signatures, without a heading."""
    line, said = _said_at_signatures(segments)
    out = _days_in(said)
    if "uppsatt" not in out:
        return {}
    why = "Beviset har ingen rubrik. Det är läst ur meningarna vid underskrifterna."
    doubts.append(Doubt(("anslag", "text"), line, why))
    return {**out, "text": said}


def _said_at_signatures(segments: Sequence[Segment]) -> tuple[int, str]:
    """What sentences among the signatures say of a notice, and where; an empty text where none does."""
    for segment in segments:
        if segment.slag == "etikett" and segment.falt in _CLOSING:
            lines = [line for line in segment.lines if len(line.text.split()) >= _LEAST_WORDS or "." in line.text]
            sentences = re.split(r"(?<=[.!])\s+(?=[A-ZÅÄÖ])", joined(lines))
            said = [one for one in sentences if _OF_BOARD.search(one) and len(one.split()) >= _LEAST_WORDS]
            if said:
                return segment.start.number, " ".join(said)
    return 0, ""


def _name_below(segment: Segment, out: dict[str, Any], doubts: list[Doubt]) -> None:
    """A name alone below the last words of the bevis."""
    filled = [line for line in segment.lines if line.text and not is_dots(line.text)]
    if len(filled) > 1 and re.fullmatch(NAMED, filled[-1].text) and "underskrift" not in out:
        out["underskrift"] = plain(filled[-1].text)
        why = "Namnet står ensamt under beviset och är läst som dess underskrift."
        doubts.append(Doubt(("anslag", "underskrift"), filled[-1].number, why))


def _read_sentence(segment: Segment, out: dict[str, Any]) -> None:
    """Days that a sentence of the bevis tells: ``Anslaget sattes upp 2025-05-22 och tas ned 2025-06-13``."""
    beside = segment.lines and segment.lines[0].number == segment.start.number
    text = joined((segment.start, *segment.lines[1:]) if beside else segment.lines)
    if not re.search(r"[^\W\d_]{3}.*[^\W\d_]{3}", joined(segment.lines)):
        return
    for key, day in _days_in(text).items():
        out.setdefault(key, day)
    if segment.falt != "anslag":
        out.setdefault("text", text)


def _meeting_in(text: str) -> str:
    """The day of the meeting that a bevis speaks of: ``Protokollet från nämndens sammanträde den 12 mars 2024 …``."""
    found = _MEETING.search(text)
    days = find_dates(text[found.end() :]) if found else ()
    return days[0].day.isoformat() if days and days[0].start == 0 else ""


def _days_in(text: str) -> dict[str, str]:
    """The days on which a text says that a notice went up and comes down."""
    out = {}
    for key, words in (("nedtaget", _DOWN), ("uppsatt", _UP)):
        found = words.search(text)
        days = find_dates(text[found.end() :]) if found else ()
        if days:
            out[key] = days[0].day.isoformat()
    return out


def _first_paragraph(lines: Sequence[Line]) -> str:
    out: list[Line] = []
    for line in lines:
        if line.text:
            out.append(line)
        elif out:
            break
    return joined(out)
