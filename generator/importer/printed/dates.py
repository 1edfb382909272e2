"""Days and times of day as Swedish documents print them, found in running text.

A day without a year gets one only where the reader says what day it is `near`; that is a conclusion, and the finding
says so, as it does where a printed weekday is not the day's.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from generator.svenska import MONTHS, WEEKDAYS, weekday

_SHORT_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec"
_MONTH = rf"(?P<{{0}}>{'|'.join(MONTHS)}|(?:{_SHORT_MONTHS})\b\.?)"
_DASH = r"\s?[-–—]\s?"
_ISO = re.compile(
    rf"(?<![\d-])(?P<year>\d{{4}})-\s?(?P<month>\d{{2}})-\s?(?P<day>\d{{2}})(?!\d)"
    rf"(?:{_DASH}(?:(?:(?P<year2>\d{{4}})-\s?)?(?P<month2>\d{{2}})-\s?)?(?P<day2>\d{{2}})(?!\d|[:.-]\d))?"
)
_WORDS = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)})(?:en)?s?,?\s+)?(?:\bden\s+)?(?<![\d.:/-])(?P<day>\d{{1,2}})(?::?e)?"
    rf"(?:\s+{_MONTH.format('month1')}(?:\s+(?P<year1>\d{{4}}))?)?"
    rf"(?:(?:{_DASH}|\s(?:och|till)\s(?:\w+dag(?:en)?\s)?(?:den\s)?)(?P<day2>\d{{1,2}}))?\s+{_MONTH.format('month')}(?!\w)"
    r"(?:,?\s+(?:år\s+)?(?P<year>\d{4})(?!\d)|\s*[-–’'](?P<short>\d{2})(?![\d:.]))?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:[-\s](?P<year>\d{4}))(?!\d)")
_DOTTED = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)")
_CLOCK = re.compile(
    r"(?P<kl>\b(?:kl\.?|klockan)\s*)?(?<![\d.:,-])(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?(?![\d%]|[.:]\d)"
    r"(?:\s?(?:[-–—]|till)\s?(?:kl\.?\s*|klockan\s+|ca\.?\s*)?(?P<h2>[01]?\d|2[0-4])(?:[.:](?P<m2>[0-5]\d))?(?![\d-]|[.:]\d))?",
    re.IGNORECASE,
)


_SPACED = re.compile(
    r"(?P<kl>\b(?:kl\.?|klockan)\s*)(?P<h>\d{1,2}) (?P<m>[0-5]\d)"
    r"(?:(?P<till>\s?[-–—]\s?)(?P<h2>\d{1,2}) (?P<m2>[0-5]\d))?(?!\d)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LONGEST_MEETING = dt.timedelta(days=4)


@dataclass(frozen=True)
class PrintedDate:
    """A printed day, or days from `day` to `last`, at ``text[start:end]``.

    Not `certain` where the year is a conclusion or the weekday is wrong; `why` then says it to a registrar.
    """

    start: int
    end: int
    day: dt.date
    last: dt.date | None = None
    certain: bool = True
    why: str = ""


@dataclass(frozen=True)
class PrintedClock:
    """A printed time of day or stretch of one, at ``text[start:end]``; `marked` where ``kl`` stands before it."""

    start: int
    end: int
    first: dt.time
    last: dt.time | None = None
    marked: bool = False


def find_dates(text: str, near: dt.date | None = None) -> tuple[PrintedDate, ...]:
    """All days in a text, in order. Without `near`, a day without a year is left out."""
    found: list[PrintedDate] = []
    if not _DIGIT.search(text):
        return ()
    for pattern in (_ISO, _WORDS, _FIGURES, _DOTTED):
        for match in pattern.finditer(text):
            day = _read(match, near)
            if day and not any(day.start < other.end and other.start < day.end for other in found):
                found.extend(_apart(day, text))
    return tuple(sorted(found, key=lambda one: one.start))


def _apart(found: PrintedDate, text: str) -> list[PrintedDate]:
    """Two days with "och" between them that are too far apart to be one meeting are a day each."""
    between = re.search(r"\soch\s+", text[found.start : found.end])
    if found.last is None or between is None or found.last - found.day <= _LONGEST_MEETING:
        return [found]
    first = replace(found, end=found.start + between.start(), last=None)
    return [first, PrintedDate(found.start + between.end(), found.end, found.last, None, found.certain, found.why)]


def find_clocks(text: str) -> tuple[PrintedClock, ...]:
    """All times of day: with minutes, or after ``kl``, where a space may part hours and minutes (``kl. 13 00``)."""
    out = []
    text = _SPACED.sub(_with_colons, text)
    for match in _CLOCK.finditer(text):
        marked = match["kl"] is not None
        if not marked and (match["m"] is None or (match["h2"] is not None and match["m2"] is None)):
            continue
        first, last = _clock(match["h"], match["m"]), _clock(match["h2"], match["m2"]) if match["h2"] else None
        if first:
            out.append(PrintedClock(match.start(), match.end(), first, last, marked))
    return tuple(out)


def _with_colons(match: re.Match[str]) -> str:
    """Hours and minutes parted by a colon: as many letters as before."""
    end = f"{match['till']}{match['h2']}:{match['m2']}" if match["till"] else ""
    return f"{match['kl']}{match['h']}:{match['m']}{end}"


def _clock(hour: str, minute: str | None) -> dt.time | None:
    return dt.time(int(hour), int(minute or 0)) if int(hour) < 24 else None  # noqa: PLR2004


def _read(match: re.Match[str], near: dt.date | None) -> PrintedDate | None:
    part = match.groupdict()
    month = _month(part["month"])
    first_month = _month(part.get("month1") or part["month"])
    year, certain, why = _year(part, first_month, near)
    if year is None or first_month is None or month is None:
        return None
    day = _date(year if part.get("year1") is None else int(part["year1"]), first_month, int(part["day"]))
    if day is None:
        return None
    last = _last(part, day, month)
    if part.get("day2") and last is None:
        return None
    if wrong := _wrong_weekday(part.get("weekday"), day):
        certain, why = False, wrong
    return PrintedDate(match.start(), match.end(), day, last, certain, why)


def _last(part: dict[str, str | None], day: dt.date, month: int) -> dt.date | None:
    if not part.get("day2"):
        return None
    month2 = int(part["month2"] or month) if "month2" in part else month
    year = int(part.get("year2") or day.year)
    last = _date(year, month2, int(part["day2"] or 0))
    return last if last and last > day else None


def _year(part: dict[str, str | None], month: int | None, near: dt.date | None) -> tuple[int | None, bool, str]:
    if part.get("year"):
        return int(part["year"] or 0), True, ""
    if part.get("short"):
        return 2000 + int(part["short"] or 0), True, ""
    if part.get("year1"):
        return int(part["year1"] or 0), True, ""
    if near is None or month is None:
        return None, False, ""
    year = _nearest_year(part, month, near)
    return year, False, f"Året är inte tryckt. {year} är det närmaste till {near.isoformat()}."


def _nearest_year(part: dict[str, str | None], month: int, near: dt.date) -> int:
    """The year that puts the day nearest; one in which the printed weekday is right goes first."""
    days = [_date(near.year + step, month, int(part["day"] or 1)) for step in (0, 1, -1)]
    known = [day for day in days if day]
    said = (part.get("weekday") or "").lower()
    ranked = sorted(known, key=lambda day: (bool(said) and weekday(day) != said, abs((day - near).days)))
    return ranked[0].year if ranked else near.year


def _wrong_weekday(said: str | None, day: dt.date) -> str:
    if not said or weekday(day) == said.lower():
        return ""
    return f"Veckodagen stämmer inte: {day.isoformat()} är en {weekday(day)}, men {said.lower()} är tryckt."


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    if text.isdigit():
        return int(text)
    short = text.lower().rstrip(".")
    return next((number for number, name in enumerate(MONTHS, 1) if name.startswith(short)), None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
