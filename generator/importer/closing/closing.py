"""The end of a document, wherever it stands: justering, the bevis of its anslag, signatures, how to appeal."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from generator.importer.attendance.words import list_rules
from generator.importer.closing.board import read_board
from generator.importer.head.head import Head
from generator.importer.layout.segments import Segment
from generator.importer.printed.dates import find_dates
from generator.importer.printed.paragraphs import joined, plain, prose
from generator.importer.printed.persons import NAME, PARTY, as_printed
from generator.importer.printed.signatures import Signature, is_dots, signatures
from generator.importer.reading import Doubt, Reading
from generator.model.narvarorad import read_rad
from generator.model.sammantrade import FORE_MOTET

_NAMED = rf"{NAME}(?: ?{PARTY})?"
_NAMES = rf"(?P<namn>{_NAMED}(?:(?:,| och| samt) {_NAMED})*)"
_CHOSEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAMES} (?:utses|väljs|föreslås)\b[^.]{{0,60}}\bjuster\w+",
        rf"\b(?:utser?|väljer?|välja|utses|väljs)\b[^.:]{{0,60}}?{_NAMES}[^.]{{0,60}}\bjuster",
        rf"\b[Tt]ill (?:att )?juster\w+\b[^.:]{{0,60}}?(?:utses|väljs|föreslås|utse|välja):? {_NAMES}",
    )
)
_DIGITAL = re.compile(r"digital|e-sign|elektronisk", re.IGNORECASE)
_SHORT = 14
_PROSE = 5
_NAME = re.compile(NAME)
_JUSTERAS = re.compile(
    r"(?:\bprotokollet|\bjustering(?:en)?(?: av (?:dagens )?protokoll(?:et)?)?) "
    r"(?:(?:har |är |ska |kommer att )?(?:digitalt |elektroniskt )?justera\w*|sker|äger rum|görs|genomförs)\b"
    r"(?:[^.\n]|\.(?=\S)){0,80}",
    re.IGNORECASE,
)
_JUSTERARE = re.compile(r"juster", re.IGNORECASE)
_LATEST = dt.timedelta(days=90)
_DONE = re.compile(r"protokollet är (?:digitalt |elektroniskt )?justerat", re.IGNORECASE)
_BY = re.compile(rf"\bjuster\w+ av {_NAMES}")
_BLOCK = frozenset({"justering", "justerare", "justering_plats_tid"})
_WHERE = frozenset({"plats", "tid", "plats_och_tid", "datum_och_tid"})
_BETWEEN = re.compile(r"\s*(?:,|;|\boch\b|\bsamt\b|\t|/)\s*(?![^()]*\))")
_SUBSTITUTE = re.compile(
    r"[,;.]?\s*\b(?:ersättare|med)\b:?\s*(?:för\s+\w+\s+)?(?=[A-ZÅÄÖ])(?P<namn>.+?)(?:\s+som ersättare)?$",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?:19|20)\d{2}\b")
_CALLERS = frozenset({"ordforande", "sekreterare"})
_MIDNIGHT = re.compile(r"\b00[.:]00\b")


def read_closing(segments: Sequence[Segment], head: Head) -> Reading:
    """Fields of a document: `justering`, `anslag`, `underskrifter`, `bestyrkt_av`, `overklagande`."""
    doubts: list[Doubt] = []
    value: dict[str, Any] = {}
    signed = _signed(segments)
    if not signed and head.dokument.get("slag") in FORE_MOTET:
        signed = _calling(segments, doubts)
    for key, part in (
        ("justering", _justering(segments, head, signed, doubts)),
        ("anslag", read_board(segments, head.datum, doubts)),
        ("overklagande", _appeal(segments)),
        ("underskrifter", signed),
        ("bestyrkt_av", _certified(segments)),
    ):
        if part:
            value[key] = part
    return Reading(value, tuple(doubts))


def names(text: str) -> list[dict[str, Any] | str]:
    """Persons printed in one field, each as printed: parted by commas, ”och”, strokes or columns."""
    parts = [part.strip(" .,:–-") for part in _BETWEEN.split(text)]
    out: list[dict[str, Any] | str] = []
    for part in parts:
        if re.search(r"[^\W\d_]{2}", part):
            person = as_printed(plain(part))
            if (read := read_rad(person["rad"])) is not None and read.vakant:
                person["platshallare"] = "ja"
            out.append(person["rad"] if list(person) == ["rad"] else person)
    return out


def _justering(
    segments: Sequence[Segment], head: Head, signed: Sequence[dict[str, Any]], doubts: list[Doubt]
) -> dict[str, Any]:
    out: dict[str, Any] = {}
    before = head.dokument.get("slag") in FORE_MOTET
    in_block = False
    for segment in segments:
        if segment.falt == "justerare":
            chosen, substitutes = _with_substitutes(_value(_to_prose(_with_lines(segment, dated=False))))
            _place_and_time(_with_lines(segment, dated=True), out, head.datum, doubts)
            out.setdefault("foreslagna" if before else "utsedda", []).extend(chosen)
            out.setdefault("ersattare", []).extend(substitutes)
        elif segment.falt == "justerare_ersattare":
            out.setdefault("ersattare", []).extend(names(_value(segment)))
        elif segment.falt == "justering_plats_tid" or (in_block and segment.falt in _WHERE):
            _place_and_time(segment, out, head.datum, doubts)
        elif segment.falt == "justering":
            _of_block(segment, out, head.datum, doubts)
        in_block = segment.falt in _BLOCK or (in_block and segment.falt in _WHERE)
    if not out.get("utsedda") and not out.get("foreslagna"):
        out |= _chosen_in_text(segments, before, doubts)
    if "datum" not in out and not before:
        out |= _day_in_text(segments, head.datum, out, doubts)
    if _is_signed(segments) and signed and not before:
        out["justerat_av"] = [one["namn"] for one in signed if not one["roll"].lower().startswith(("sekr", "vid"))]
        if out["justerat_av"]:
            why = "Namnen står vid underskrifterna. Om och när de har skrivit under syns inte i texten."
            doubts.append(Doubt(("justering", "justerat_av"), 0, why))
    return {key: part for key, part in out.items() if part}


def _with_lines(segment: Segment, *, dated: bool) -> Segment:
    """The segment with only the lines that name a day, or only the others; no person's line names one."""
    lines = tuple(line for line in segment.lines if bool(_DAY.search(line.text)) is dated)
    return replace(segment, lines=lines)


def _to_prose(segment: Segment) -> Segment:
    """The segment without the words of other things that follow its names: a long line that has no name in it."""
    lines = takewhile(lambda one: len(one.text.split()) < _PROSE or _NAME.search(one.text), segment.lines)
    return replace(segment, lines=tuple(lines))


def _of_block(segment: Segment, out: dict[str, Any], near: dt.date | None, doubts: list[Doubt]) -> None:
    """What stands under the heading Justering: a place and time beside it, or a sentence of who justerar and when."""
    if segment.lines and segment.lines[0].number == segment.start.number:
        _place_and_time(segment, out, near, doubts)
        return
    text = joined(segment.lines)
    said = _BY.search(text)
    if said is None:
        if len(text.split()) <= _SHORT and (_DAY.search(text) or _DIGITAL.search(text)):
            _place_and_time(segment, out, near, doubts)
        return
    out.setdefault("utsedda", []).extend(names(said["namn"]))
    days = find_dates(text, near)
    if days:
        out["datum"] = days[0].day.isoformat()
    out["plats_och_tid"] = text


def _value(segment: Segment) -> str:
    """The value of a label, its lines parted by tabs so that one name on each line stays one name."""
    return "\t".join(line.text for line in segment.lines if line.text and not is_dots(line.text))


def _with_substitutes(text: str) -> tuple[list[Any], list[Any]]:
    found = _SUBSTITUTE.search(text)
    if found and re.search(r"ersättare", text, re.IGNORECASE):
        return names(text[: found.start()]), names(re.sub(r"\s+som ersättare.*", "", found["namn"]))
    return names(text), []


def _place_and_time(segment: Segment, out: dict[str, Any], near: dt.date | None, doubts: list[Doubt]) -> None:
    text = joined(segment.lines)
    if not text:
        return
    out["plats_och_tid"] = text if "plats_och_tid" not in out else f"{out['plats_och_tid']} {text}"
    line = segment.lines[0].number
    days = find_dates(text, near)
    if days:
        out["datum"] = days[0].day.isoformat()
        if not days[0].certain:
            doubts.append(Doubt(("justering", "datum"), line, days[0].why))
    if _DIGITAL.search(text):
        out["satt"] = "digitalt"
    elif re.search(r"omedelbar", text, re.IGNORECASE):
        out["satt"] = "omedelbart"
    if _MIDNIGHT.search(text):
        why = "00:00 är troligen ett ifyllt standardvärde och inget klockslag."
        doubts.append(Doubt(("justering", "plats_och_tid"), line, why))


def _chosen_in_text(segments: Sequence[Segment], before: bool, doubts: list[Doubt]) -> dict[str, Any]:
    """Justerare named in an item: in its beslut, or in its förslag where nothing is decided yet."""
    wanted = ("forslag",) if before else ("beslut",)
    in_item = [one for one in segments if one.slag == "avsnitt" and one.falt in wanted]
    in_item += [one for one in segments if one.slag == "punkt" and _JUSTERARE.search(one.rubrik)]
    for segment in in_item:
        text = joined(segment.lines)
        for pattern in _CHOSEN:
            if found := pattern.search(text):
                key = "foreslagna" if before else "utsedda"
                why = f"Läst ur texten: ”{found[0]}”."
                doubts.append(Doubt(("justering", key), segment.start.number, why))
                return {key: names(found["namn"])}
    return {}


def _day_in_text(
    segments: Sequence[Segment], near: dt.date | None, have: dict[str, Any], doubts: list[Doubt]
) -> dict[str, Any]:
    """When the protokoll is justerat, told in a sentence below the signatures or in an item; after the meeting."""
    for segment in segments:
        text = joined((segment.start, *segment.lines) if segment.slag == "etikett" else segment.lines)
        for said in _JUSTERAS.finditer(text):
            days = [one for one in find_dates(said[0], near) if near is None or _soon_after(one.day, near)]
            if not days:
                continue
            why = f"Läst ur texten: ”{said[0]}”."
            doubts.append(Doubt(("justering", "datum"), segment.start.number, why))
            out = {"datum": days[0].day.isoformat()}
            if segment.slag == "etikett":
                out["plats_och_tid"] = f"{have.get('plats_och_tid', '')} {said[0]}".strip()
            return out | ({"satt": "digitalt"} if _DIGITAL.search(said[0]) else {})
    return {}


def _soon_after(day: dt.date, meeting: dt.date) -> bool:
    return meeting <= day <= meeting + _LATEST


def _is_signed(segments: Sequence[Segment]) -> bool:
    """Whether it is printed that the protokoll is justerat."""
    lines = (line.text for segment in segments for line in (segment.start, *segment.lines))
    return any(_DONE.search(text) for text in lines)


def _signed(segments: Sequence[Segment]) -> list[dict[str, Any]]:
    """The signatures: those under a label that names the kind of document keep it in their role."""
    out: list[dict[str, Any]] = []
    for segment in segments:
        if segment.falt not in ("underskrifter", "justeras"):
            continue
        label = segment.rubrik.strip(" :")
        signs = signatures(segment.lines, label)
        own = label if label.lower().startswith("vid ") and len(signs) == 1 else ""
        for signature in _one_by_one(signs, segments):
            role = " ".join(part for part in (own, signature.role) if part)
            person = as_printed(signature.name)
            entry = {
                "roll": role or label or "Underskrift",
                "namn": person["rad"] if list(person) == ["rad"] else person,
            }
            if entry not in out:
                out.append(entry)
    return out


def _calling(segments: Sequence[Segment], doubts: list[Doubt]) -> list[dict[str, Any]]:
    """Who calls to a meeting: roles with one name each in a head that has no list of people."""
    first = next((place for place, one in enumerate(segments) if one.slag == "punkt"), len(segments))
    head = [one for one in segments[:first] if one.slag == "etikett"]
    if any(one.falt in list_rules() for one in head):
        return []
    out: list[dict[str, Any]] = []
    for segment in head:
        named = names(_value(segment)) if segment.falt in _CALLERS else []
        if len(named) == 1:
            why = "Rollen och namnet står i huvudet. De är lästa som den som kallar."
            doubts.append(Doubt(("underskrifter", len(out)), segment.start.number, why))
            out.append({"roll": segment.rubrik.strip(" :"), "namn": named[0]})
    return out


def _appeal(segments: Sequence[Segment]) -> str:
    texts = [prose(one.lines) for one in segments if one.falt == "overklagande"]
    return "\n\n".join(text for text in texts if text)


def _one_by_one(signs: Sequence[Signature], segments: Sequence[Segment]) -> list[Signature]:
    """Signatures, with two names that print has put side by side parted where the document has each of them alone."""
    listed = [line.text for segment in segments if segment.slag == "etikett" for line in segment.lines]
    out: list[Signature] = []
    for sign in signs:
        words = sign.name.split()
        halves = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(2, len(words) - 1)]
        parted = next((pair for pair in halves if all(_stands_alone(name, listed) for name in pair)), None)
        out += [replace(sign, name=name) for name in parted] if parted else [sign]
    return out


def _stands_alone(name: str, listed: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?:$|[,(:;]|\s+\(|\s*\t)", text) for text in listed)


def _certified(segments: Sequence[Segment]) -> str:
    for segment in segments:
        if segment.falt == "bestyrkande":
            text = joined([line for line in segment.lines if line.text and not is_dots(line.text)]).strip("._… ")
            if text:
                return text
    return ""
