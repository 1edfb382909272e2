"""One file, one or several documents: a new one begins where a second head stands.

A head is a printed place or time with a list of people (or the name of a kind of document) close to it. A running
head on every page has neither, and a paragraph about the next meeting has no people. A timed agenda after a document
of numbered items is a document too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from generator.importer.extract.line import Line
from generator.importer.layout.headings import heading
from generator.importer.layout.numbering import candidates_of, item_starts
from generator.importer.layout.table import organ_word
from generator.importer.printed.dates import find_dates

_WHERE = frozenset({"tid", "plats", "plats_och_tid", "datum_och_tid", "motesform"})
_WHO = frozenset(
    {"beslutande", "ledamoter", "narvarande", "fortroendevalda", "kallade", "ovriga", "ersattare", "tjanstepersoner"}
)
_DAY = frozenset({"motesdatum", "datum_och_tid"})
_REACH = 16
_CLOSE = 6
_LONGEST_TITLE = 110
_MOST_TITLE_LINES = 9
_FEWEST_TIMES = 3
_NUMBER = re.compile(r"\d{1,3}")
_CASE_NUMBER = re.compile(r"(?:Dnr:?\s*)?[A-ZÅÄÖ]{2,6}[ -]?\d{2,4}[-/: ]?\d+\S*")
_ENDED = re.compile(r"[.!?;,][\"”)]*$")


def documents(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The lines of each document in the file, in order; all lines are in exactly one of them."""
    if not any(line.text for line in lines):
        return (tuple(lines),)
    beginnings = [0]
    for place in _heads(lines):
        start = _beginning(lines, place, beginnings[-1])
        floor = beginnings[-1]
        if start > floor and _has_content(lines, floor, start) and not _is_inside(lines, floor, start, place):
            beginnings.append(start)
    ends = [*beginnings[1:], len(lines)]
    whole = [tuple(lines[start:end]) for start, end in zip(beginnings, ends, strict=True)]
    return tuple(part for one in whole for part in _with_agenda_apart(one))


def _has_content(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether a document has items, or much text, of its own before the next head."""
    inside = lines[start:end]
    return bool(candidates_of(inside)) or sum(len(line.text.split()) for line in inside) > 10 * _REACH


def _is_inside(lines: Sequence[Line], floor: int, start: int, label: int) -> bool:
    """Whether a head is an invitation inside an item: the items go on counting after it, and it has no title."""
    before, after = item_starts(lines[floor:start], _is_section), item_starts(lines[start:], _is_section)
    if not before or not after:
        return False
    goes_on = before[-1].style == after[0].style and after[0].key[0] == before[-1].key[0] + 1
    titled = any(heading(line.text, "huvud", "slag") or organ_word().search(line.text) for line in lines[start:label])
    return goes_on and not titled


def _heads(lines: Sequence[Line]) -> list[int]:
    """The first label of every head."""
    labels = [
        (place, found.rule.falt, found.rule.slag)
        for place, line in enumerate(lines)
        if line.text and (found := heading(line.text, "huvud")) and found.rule.slag in ("etikett", "slag")
    ]
    filled = [place for place, line in enumerate(lines) if line.text]
    heads: list[int] = []
    for here, (place, falt, _) in enumerate(labels):
        if falt not in _WHERE or (heads and place <= heads[-1] + _REACH):
            continue
        close = labels[max(0, here - _CLOSE) : here + _CLOSE]
        near = [one for one in close if _apart(filled, one[0], place) <= _REACH]
        if _people_below(lines, near, place) or _named_head(near, place):
            first = [one[0] for one in near if one[1] in _WHERE | _DAY and _apart(filled, one[0], place) < _CLOSE]
            heads.append(min(one for one in first if one >= place or not candidates_of(lines[one:place])))
    return heads


def _people_below(lines: Sequence[Line], near: Sequence[tuple[int, str, str]], place: int) -> bool:
    """Whether a list of people begins below a place or time, and no item between them."""
    who = next((one[0] for one in near if one[1] in _WHO and one[0] > place), None)
    return who is not None and not candidates_of(lines[place + 1 : who])


def _named_head(near: Sequence[tuple[int, str, str]], place: int) -> bool:
    """A head without people: the name of a kind of document above, and both a day and a time or place."""
    kinds = [one for one in near if one[2] == "slag" and one[0] < place]
    return bool(kinds) and len({one[1] for one in near if one[1] in _WHERE | _DAY}) > 1


def _apart(filled: Sequence[int], one: int, other: int) -> int:
    """How many lines with text two places are apart."""
    return abs(bisect_right(filled, one) - bisect_right(filled, other))


def _beginning(lines: Sequence[Line], label: int, floor: int) -> int:
    """Where the title lines above the first label of a head begin."""
    items = {start.index + floor for start in item_starts(lines[floor:label], _is_section)}
    start, taken = label, 0
    for place in range(label - 1, floor - 1, -1):
        line = lines[place]
        if not line.text:
            continue
        if place in items or taken >= _MOST_TITLE_LINES or not _may_be_above(line, lines[label]):
            break
        start, taken = place, taken + 1
        if _CASE_NUMBER.fullmatch(line.text):
            break
    return start


def _is_section(text: str) -> bool:
    return heading(text, "punkt", "avsnitt") is not None


def _may_be_above(line: Line, label: Line) -> bool:
    """Whether a line can be part of a document's title: on the same page, short, no sentence, no page number."""
    if line.page != label.page or _NUMBER.fullmatch(line.text):
        return False
    found = heading(line.text, "slut")
    if found is not None:
        return found.rule.slag == "slag" or found.rule.falt in _DAY | {"organ"}
    return len(line.text) <= _LONGEST_TITLE and not _ENDED.search(line.text) and "\t" not in line.text


def _with_agenda_apart(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """A document of numbered items that ends in a timed agenda under a title of its own is two documents."""
    starts = item_starts(lines, _is_section)
    if not starts or starts[0].falt == "klockslag":
        return [lines]
    timed = [one for one in candidates_of(lines) if one.falt == "klockslag" and one.index > starts[-1].index]
    if len(timed) < _FEWEST_TIMES:
        return [lines]
    start = _beginning_of_agenda(lines, timed[0].index, starts[-1].index)
    return [lines[:start], lines[start:]] if start is not None else [lines]


def _beginning_of_agenda(lines: Sequence[Line], first: int, floor: int) -> int | None:
    """The title with a day that stands above the first timed row; None where there is none."""
    start, dated = first, False
    for place in range(first - 1, floor, -1):
        line = lines[place]
        if not line.text:
            continue
        if not _may_be_above(line, lines[first]):
            break
        start, dated = place, dated or bool(find_dates(line.text))
    return start if dated else None
