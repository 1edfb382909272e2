"""When and where a meeting is: day, days, times, place and form, from labels that hold one of them or several."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.head.titles import Title, head_of, value_lines
from generator.importer.layout.headings import heading
from generator.importer.layout.segments import Segment
from generator.importer.layout.table import head_pattern, organ_word
from generator.importer.printed.dates import PrintedClock, PrintedDate, find_clocks, find_dates
from generator.importer.printed.paragraphs import joined, plain
from generator.importer.reading import Doubt
from generator.model.omfang import read_tidsspann

_DAYS = ("motesdatum", "datum_och_tid", "plats_och_tid", "tid")
_LONGEST_MEETING = dt.timedelta(days=7)
_PLAIN = frozenset({"datum", "dag"})
_PRINTED = frozenset({"tid", "plats", "plats_och_tid", "datum_och_tid", "motesform"})
_PAUSE = re.compile(r"(?:ajourner\w*|paus\w*|lunch\w*|avbrott)[\s:,(]*(?:mellan )?$", re.IGNORECASE)
_ALSO = re.compile(r"\s*(?:,|och|samt|, samt)\s*")
_BEGAN = re.compile(
    r"\b(?:möte|sammanträde)\w*\b.*\b(?:börja\w*|öppna\w*|inle\w+|påg\w+|varade|hölls|hålls)\b", re.IGNORECASE
)
_AFTER_DAY = re.compile(r",?\s+(?:i|på|hos)\s+(?P<plats>[A-ZÅÄÖ][^.:;]{3,80})\.?")
_SENTENCE = re.compile(r"(?<=[a-zåäö]{3})\.\s+(?=[A-ZÅÄÖ])")
_THERE = re.compile(
    r"^(?:på plats|(?:fysiskt |extra |ordinarie )?(?:möte|sammanträde)t?,?)\s+(?:i|på|hos)\s+", re.IGNORECASE
)
_EDGES = re.compile(r"^[\s,;:.()–-]+|[\s,;:(–-]+$")
_CA = re.compile(r"\bca\.?\s+(?=\d)", re.IGNORECASE)


@dataclass
class When:
    """What the head says of day, time and place; `datum` is the first day."""

    datum: dt.date | None = None
    mote: dict[str, Any] = field(default_factory=dict)
    dokument: dict[str, Any] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def read_when(segments: Sequence[Segment], titles: Sequence[Title], near: dt.date | None) -> When:
    """Day, time, place and form of a document's head. `near` is a day of the text, for days printed without a year."""
    when = When()
    head = head_of(segments)
    _read_day(when, head, titles, near)
    if when.datum is None:
        _read_day(when, [one for one in segments if one.falt == "motesdatum"], (), near)
    fields = [one for one in head if one.falt in _PRINTED or (one.falt == "motesdatum" and _has_time(one))]
    for segment in fields + [one for one in head if one.falt == "paus"]:
        if segment.falt != "paus":
            _read_field(when, segment)
        else:
            _read_pauses(when, joined(segment.lines), segment.start.number)
    unlabelled = _read_titles(when, titles)
    labelled = _as_printed(fields, bool(unlabelled))
    printed = " ".join([*unlabelled, labelled]).strip()
    if printed:
        when.dokument["plats_och_tid"] = printed
    _read_form(when, printed, head)
    return when


def _has_time(segment: Segment) -> bool:
    return bool(find_clocks(joined(value_lines(segment))))


def _as_printed(fields: Sequence[Segment], among: bool) -> str:
    """The printed text about place and time; labels are kept where there are several, or other text before them."""
    texts = [(segment.rubrik.strip(" :"), joined(value_lines(segment))) for segment in fields]
    texts = [(label, text) for label, text in texts if text]
    if len(texts) == 1 and not among:
        return texts[0][1]
    return " ".join(f"{label}: {text}" for label, text in texts)


def _read_day(when: When, head: Sequence[Segment], titles: Sequence[Title], near: dt.date | None) -> None:
    found: list[tuple[PrintedDate, int]] = []
    other: list[tuple[PrintedDate, int]] = []
    for falt in _DAYS:
        fields = [one for one in head if one.falt == falt]
        days = [(day, _number(one)) for one in fields for day in find_dates(joined(value_lines(one)), near)]
        if found and days:
            other = days
            break
        if days:
            found = days
            if any(one.rubrik.strip(" :").casefold() not in _PLAIN for one in fields):
                break
    if not found:
        dated = next((title.line for title in titles if find_dates(title.line.text, near)), None)
        dated = dated or _lone_day(head)
        found = [(day, dated.number) for day in find_dates(dated.text, near)] if dated else []
    if other and other[0][0].certain and other[0][0].day != found[0][0].day:
        why = f"Under Datum står {found[0][0].day.isoformat()}, som kan vara kallelsens dag; mötets dag står vid tiden."
        when.doubts.append(Doubt(("dokument", "datum"), other[0][1], why, (found[0][0].day.isoformat(),)))
        found = other
    if not found:
        return
    first, line = found[0]
    when.datum = first.day
    when.dokument["datum"] = first.day.isoformat()
    printed = [day for one in head if one.falt in _DAYS for day in find_dates(joined(value_lines(one)), first.day)]
    last = max(day.last or day.day for day in (*(day for day, _ in found), *printed))
    if first.day < last <= first.day + _LONGEST_MEETING:
        when.mote["till_datum"] = last.isoformat()
    if not first.certain:
        when.doubts.append(Doubt(("dokument", "datum"), line, first.why))


def _lone_day(head: Sequence[Segment]) -> Line | None:
    """A line of the head that is nothing but a day and a page number: it stands below the heading of its column."""
    for segment in head:
        for line in segment.lines if segment.slag in ("text", "slag") else ():
            days = find_dates(line.text)
            if days and not re.search(r"[^\W\d_]", line.text[: days[0].start] + line.text[days[0].end :]):
                return line
    return None


def _read_titles(when: When, titles: Sequence[Title]) -> list[str]:
    """Time and place in title lines without labels: beside the day, and on the line below it; the lines as printed."""
    lines = list(dict.fromkeys(title.line for title in titles))
    dated = next((line for line in lines if find_dates(line.text) and find_clocks(line.text)), None)
    if dated is None:
        _place_after_day(when, lines)
        return _told_time(when, lines)
    if "tid" in when.mote:
        return []
    _set_time(when, dated.text, find_clocks(dated.text), dated.number)
    starts = [one.start for one in find_dates(dated.text)] + [one.start for one in find_clocks(dated.text)]
    out = [plain(dated.text[min(starts) :] if _names_kind(dated.text) else dated.text)]
    beside = _place(_without(dated.text, find_clocks(dated.text), find_dates(dated.text)))
    if "plats" not in when.mote and beside and not organ_word().search(beside) and not _names_kind(beside):
        when.mote["plats"] = beside
        when.doubts.append(Doubt(("mote", "plats"), dated.number, "Platsen har ingen etikett. Den står efter tiden."))
        return out
    below = lines[lines.index(dated) + 1 :]
    if "plats" not in when.mote and below and not find_dates(below[0].text) and not _names_kind(below[0].text):
        place = plain(below[0].text)
        when.mote["plats"] = _place(place)
        out.append(place)
        why = "Platsen har ingen etikett. Den är läst på raden under dagen."
        when.doubts.append(Doubt(("mote", "plats"), below[0].number, why))
    return out


def _told_time(when: When, lines: Sequence[Line]) -> list[str]:
    """The time in a sentence, ``Mötet började kl. 13.00 och avslutades kl. 15.30``: the sentence as printed."""
    for line in lines:
        clocks = find_clocks(line.text)
        if clocks and _BEGAN.search(line.text) and "tid" not in when.mote:
            _set_time(when, line.text, clocks, line.number)
            when.doubts.append(Doubt(("mote", "tid"), line.number, "Tiden har ingen etikett. Den står i en mening."))
            return [plain(line.text)]
    return []


def _place_after_day(when: When, lines: Sequence[Line]) -> None:
    """The place in a title: ``Protokoll fört vid nämndens sammanträde den 3 april 2024 i Rådhuset, Ekby``."""
    for line in lines:
        days = find_dates(line.text)
        found = _AFTER_DAY.fullmatch(line.text, days[-1].end) if days else None
        if found and "plats" not in when.mote:
            when.mote["plats"] = _place(plain(found["plats"]))
            when.doubts.append(
                Doubt(("mote", "plats"), line.number, "Platsen har ingen etikett. Den står efter dagen.")
            )


def _names_kind(text: str) -> bool:
    return heading(text, "huvud", "slag") is not None or bool(re.search(r"\b(?:kallar|kallas|sammanträder)\b", text))


def _number(segment: Segment) -> int:
    return next((line.number for line in segment.lines if line.text), segment.start.number)


def _read_field(when: When, segment: Segment) -> None:
    text = joined(value_lines(segment))
    line = _number(segment)
    text_of_clocks = _CA.sub("", text)
    clocks = list(find_clocks(text_of_clocks))
    pauses = _pauses(text_of_clocks, clocks)
    times = [clock for clock in clocks if clock not in pauses]
    if segment.falt == "motesform" and head_pattern("fysiskt").match(text) is None:
        return
    if segment.falt in ("motesform", "plats") and not clocks:
        when.mote.setdefault("plats", _place(text)) if text else None
        return
    for clock in pauses:
        _add_pause(when, text_of_clocks, clock)
    if times and "tid" not in when.mote:
        _set_time(when, text_of_clocks, times, line)
    if segment.falt in ("plats_och_tid", "plats") and "plats" not in when.mote:
        place = _place(_without(text_of_clocks, [*clocks], find_dates(text_of_clocks)))
        if place:
            when.mote["plats"] = place


def _pauses(text: str, clocks: Sequence[PrintedClock]) -> list[PrintedClock]:
    """The times after a word for a pause, and those that only "och" or a comma parts from one of them."""
    out: list[PrintedClock] = []
    for clock in clocks:
        goes_on = bool(out) and _ALSO.fullmatch(text[out[-1].end : clock.start]) is not None
        if goes_on or _PAUSE.search(text[: clock.start]):
            out.append(clock)
    return out


def _set_time(when: When, text: str, times: Sequence[PrintedClock], line: int) -> None:
    """The stretch of the meeting; the last time belongs to the last day where there are two days."""
    first, last = times[0], times[-1]
    if "till_datum" in when.mote and (last is not first or first.last):
        when.mote["tid"] = f"{first.first:%H:%M}"
        end = last.last or last.first
        when.mote["till_tid"] = f"{end:%H:%M}"
        return
    printed = " ".join(text[first.start : first.end].split())
    if read_tidsspann(printed) is None:
        printed = f"{first.first:%H:%M}" + (f"-{first.last:%H:%M}" if first.last else "")
    if len(times) > 1 and first.last is None:
        end = last.last or last.first
        if end > first.first:
            printed = f"{first.first:%H:%M}-{end:%H:%M}"
    if read_tidsspann(printed) is None:
        why = f"Tiden är tryckt ”{text}”. Slutet ligger före början, så bara början är läst."
        printed = f"{first.first:%H:%M}"
        when.doubts.append(Doubt(("mote", "tid"), line, why))
    when.mote["tid"] = printed


def _read_pauses(when: When, text: str, line: int) -> None:
    for clock in find_clocks(text):
        _add_pause(when, text, clock)


def _add_pause(when: When, text: str, clock: PrintedClock) -> None:
    pause = {"fran": f"{clock.first:%H:%M}"}
    if clock.last:
        pause["till"] = f"{clock.last:%H:%M}"
    before = text[max(0, clock.start - 40) : clock.start]
    word = re.search(r"\w+(?=[\s:,(]*(?:mellan )?$)", before)
    name = word[0] if word and not _ALSO.fullmatch(word[0]) else ""
    pause["text"] = " ".join(f"{name} {text[clock.start : clock.end]}".split())
    when.dokument.setdefault("pauser", []).append(pause)


def _without(text: str, clocks: Sequence[PrintedClock], days: Sequence[PrintedDate]) -> str:
    """What is left of a text when its days and times are taken out."""
    places = [(one.start, one.end) for one in clocks] + [(one.start, one.end) for one in days]
    for start, end in sorted(places, reverse=True):
        before = _PAUSE.sub("", text[:start].rstrip())
        before = re.sub(r"(?:\b(?:kl\.?|klockan|den|mellan|från|till|och|samt|med|ca\.?)\s*)+$", "", before)
        text = f"{before}\t{text[end:]}"
    parts = [_EDGES.sub("", part) for part in text.split("\t")]
    return ", ".join(part for part in parts if re.search(r"[^\W\d_]{3}", part))


def _place(text: str) -> str:
    """A place without what only says that people were there, and without the sentences after it."""
    text = _SENTENCE.split(text.strip())[0]
    text = _THERE.sub("", text)
    return _EDGES.sub("", text)


def _read_form(when: When, printed: str, head: Sequence[Segment]) -> None:
    text = printed or " ".join(joined(segment.lines) for segment in head if segment.falt == "motesform")
    for form in ("hybrid", "digitalt", "fysiskt"):
        if head_pattern(form).search(text):
            when.mote["form"] = form
            return
