"""The title of an item, where it is broken over lines or stands below its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importer.extract.line import Line
from generator.importer.layout.headings import heading
from generator.importer.printed.paragraphs import join

_CASE_NUMBER = re.compile(r"(?:(?i:Dnr|Diarienr|Diarienummer)\b.*|[A-ZÅÄÖ]{2,6}[ -]?\d{2,4}[-/: ]?\d+\S*)")
_AGENDA_NUMBER = re.compile(
    r"(?:Ärende|Ärende nr|Ärendenr|Punkt)\.?:?\s?\d{1,3}[.:]?(?:\s+(?i:Dnr|Diarienr|Diarienummer)\b.*)?"
)
_LABEL = re.compile(r"\s+(?=(?i:Dnr|Diarienr|Diarienummer)\b)")
_ALSO_TITLES = frozenset({"jav", "justering"})
_OTHER_ITEMS = r"(?:(?:[A-ZÅÄÖ][a-zåäö]{0,4}|[A-ZÅÄÖ]{2,6})\s?§\s?\d+[,;/\s]*)+"
_OTHER_NUMBERS = re.compile(rf"{_OTHER_ITEMS}(?:(?i:Dnr|Diarienr|Diarienummer)\b.*|{_CASE_NUMBER.pattern})?")
_GOES_ON = re.compile(
    r"(?:[-–—,/(]|\b(?:och|samt|eller|i|på|av|för|till|om|med|från|vid|inom|under|enligt|gällande|avseende))$"
)
_CASE_IN_PARENTHESES = re.compile(r"\((?:(?i:dnr)\b|[A-ZÅÄÖ]{2,6}[ -]?\d)")
_BESIDE = re.compile(
    r"(?i:\(?(?:sekretess(?:belag[dt]|ärende)?(?: enligt .+)?|omedelbar justering|omedelbart justerad|extra ?ärende|"
    r"utgår)\)?)"
)
"""Notes that are printed beside the number of an item, its title below them."""

_MOST_LINES = 4
_LONGEST_TITLE = 120


def title_from(lines: Sequence[Line], at: int, title: str, starts: frozenset[int]) -> tuple[str, int, tuple[Line, ...]]:
    """The whole title of the item at `at`, the place of the line after it, and lines of its value already read.

    A title goes on where the next line begins with a small letter or a diarienummer in parentheses, or where it can
    not end as it does; a number alone on its line (or with only a diarienummer) has its title on the next line. A
    diarienummer and the number in the kallelse (``Ärende 4  Dnr KS 2024/7``) are no title.
    """
    kept: tuple[Line, ...] = ()
    if _CASE_NUMBER.fullmatch(title) or _OTHER_NUMBERS.fullmatch(title):
        numbers = [part.strip(" ,;/") for part in re.split(r"(?=\b(?i:Dnr|Diarienr|Diarienummer)\b)", title)]
        kept, title = tuple(_with_text(lines[at], part) for part in numbers if part), ""
    elif _BESIDE.fullmatch(title) and _has_title_below(lines, at + 1, starts):
        kept, title = (_with_text(lines[at], title),), ""
    here, read = at + 1, 0
    while read < _MOST_LINES:
        place = _next_line(lines, here, title)
        if place is None or place in starts or _is_heading(lines[place].text, title):
            break
        text = lines[place].text
        if title and not _goes_on(lines, at, place, title):
            break
        if not title and (_CASE_NUMBER.fullmatch(text) or _AGENDA_NUMBER.fullmatch(text)):
            kept = (*kept, *(_with_text(lines[place], part) for part in _LABEL.split(text) if part))
        else:
            title = join(title, text)
        here, read = place + 1, read + 1
    return title, here, kept


def _has_title_below(lines: Sequence[Line], at: int, starts: frozenset[int]) -> bool:
    """Whether the next line with text, no item and no heading, is short and no sentence."""
    place = _next_line(lines, at, "")
    if place is None or place in starts:
        return False
    text = lines[place].text
    return not _is_heading(text, "") and len(text) <= _LONGEST_TITLE and not text.endswith((".", ":", ",", ";"))


def _is_heading(text: str, title: str) -> bool:
    """Whether a line is a heading inside the item; ``Anmälan om jäv`` straight below a number is its title."""
    found = heading(text, "punkt")
    return found is not None and not (not title and not found.value and found.rule.falt in _ALSO_TITLES)


def _with_text(line: Line, text: str) -> Line:
    return Line(text, line.number, line.page, line.indent, line.bold, line.size)


def _next_line(lines: Sequence[Line], at: int, title: str) -> int | None:
    """The next line with text: straight below, or below one blank line where the title can not end there."""
    for place in range(at, min(at + (2 if title else 4), len(lines))):
        if lines[place].text:
            straight = place == at or not title
            near = _small(lines[place].text) or _CASE_IN_PARENTHESES.match(lines[place].text)
            return place if straight or near else None
    return None


def _small(text: str) -> bool:
    return text[:1].islower() and not re.match(r"[a-zåäö][).]\s", text)


def _goes_on(lines: Sequence[Line], at: int, place: int, title: str) -> bool:
    if title.endswith((".", "?", "!", ":")):
        return False
    text = lines[place].text
    if _small(text) or _CASE_IN_PARENTHESES.match(text):
        return True
    if place == at + 1 and _GOES_ON.search(title):
        return True
    return place == at + 1 and lines[at].bold and lines[place].bold and lines[at].size == lines[place].size
