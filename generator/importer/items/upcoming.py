"""Meetings to come that an item speaks of: planned, proposed, decided, moved or cancelled."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from generator.importer.items.mentions import Uppgift
from generator.importer.printed.dates import PrintedClock, PrintedDate, find_clocks, find_dates
from generator.importer.printed.references import references
from generator.importer.printed.sentences import sentences
from generator.model.omfang import read_tidsspann

_TITLE = re.compile(
    r"\b(?:nästa|kommande|extra) (?:\w*sammanträden?|\w*möten?)\b|\b(?:sammanträdes|mötes)(?:dag|dagar|datum|tid|"
    r"tider|plan)\b|\bmötesplan",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:nästa|kommande|extra|ordinarie) (?:\w*sammanträde|\w*möte)\w*|\bäg(?:a|er) rum\b|\bsammanträd(?:a|"
    r"er)\b|\bföreslås (?:ändras|sammanträda|hållas|flyttas)\b|\bmöts\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"\bföreslås?\b|\bföreslår\b", re.IGNORECASE)
_CANCELLED = re.compile(r"\binställ(?:t|s|d|es)\b|\bställs in\b", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:ändras|flyttas|ändrat|flyttat|ändrad|flyttad) (?:till|från)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d|-)")
_NEAR_CLOCK = 12


@dataclass(frozen=True)
class Coming:
    """A meeting to come: the printed words, its day, its printed time of day, what is said of it."""

    text: str
    datum: dt.date
    uppgift: Uppgift
    organ: str | None = None
    tid: str | None = None
    certain: bool = True
    replaces: bool = False


def coming(rubrik: str, text: str, lage: Uppgift, today: dt.date | None) -> list[Coming]:
    """The meetings to come that an item names. `lage` is what its place says of one (planned, proposed, decided)."""
    about = bool(_TITLE.search(rubrik))
    near = _near(rubrik, today)
    found: list[Coming] = []
    for sentence in sentences(text):
        found.extend(_of_sentence(sentence, about, lage, (today, near)))
    shared = _shared_clock(text) if about and not any(one.tid for one in found) else None
    unique: dict[dt.date, Coming] = {}
    for one in found:
        unique.setdefault(one.datum, one)
    return [one if one.tid or not shared else Coming(**{**one.__dict__, "tid": shared}) for one in unique.values()]


def _near(rubrik: str, today: dt.date | None) -> dt.date | None:
    """The year that the title names decides days without one."""
    year = _YEAR.search(rubrik)
    return dt.date(int(year[1]), 7, 1) if year else today


def _of_sentence(
    sentence: str, about: bool, lage: Uppgift, days: tuple[dt.date | None, dt.date | None]
) -> list[Coming]:
    today, near = days
    bare = sentence.removeprefix("- ")
    named = {one.datum: one for one in references(bare, near)}
    out = []
    for printed_day in find_dates(bare, near):
        day = _ahead(printed_day, today) if about or _WORDS.search(bare) else printed_day
        reference = named.get(day.day)
        ahead = today is None or day.day > today
        cancelled = bool(_CANCELLED.search(bare))
        if not (cancelled and reference) and not (
            ahead and (about or (reference is not None and today is not None) or _WORDS.search(bare))
        ):
            continue
        clock = _clock_at(bare, day)
        printed = reference.text if reference and not about else bare[day.start : clock.end if clock else day.end]
        out.append(
            Coming(
                " ".join(printed.split()),
                day.day,
                _said(bare, lage if about or _WORDS.search(bare) else "planerat", cancelled),
                reference.organ if reference else None,
                _printed(bare, clock) if clock else None,
                day.certain,
                bool(_MOVED.search(bare)),
            )
        )
    return out


def _ahead(day: PrintedDate, today: dt.date | None) -> PrintedDate:
    """A day without a year among those to come: the next such day, not the nearest."""
    if day.certain or today is None or day.day > today or not day.why.startswith("Året"):
        return day
    try:
        return replace(day, day=day.day.replace(year=day.day.year + 1))
    except ValueError:
        return day


def _said(sentence: str, lage: Uppgift, cancelled: bool) -> Uppgift:
    if cancelled:
        return "installt"
    return "foreslaget" if lage == "planerat" and _PROPOSED.search(sentence) else lage


def _clock_at(text: str, day: PrintedDate) -> PrintedClock | None:
    return next((one for one in find_clocks(text) if 0 <= one.start - day.end <= _NEAR_CLOCK), None)


def _shared_clock(text: str) -> str | None:
    found = find_clocks(text)
    return _printed(text, found[0]) if len(found) == 1 else None


def _printed(text: str, clock: PrintedClock) -> str:
    """A time of day as printed, or with its minutes where the record needs them: ``10-12`` is 10.00–12.00."""
    words = " ".join(text[clock.start : clock.end].split())
    if read_tidsspann(words) is not None:
        return words
    return "–".join(f"{one:%H.%M}" for one in (clock.first, clock.last) if one)
