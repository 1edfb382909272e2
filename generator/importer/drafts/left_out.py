"""What the head of a draft tells of its text: only lines that are nowhere in it, and words of its own.

Coverage is counted in runs of five words. A short line between two fields, or words that a field has put together anew,
then look lost or added without being so, and would hide what is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.importer.attendance.words import list_label, list_of_group
from generator.importer.coverage import Coverage, Words, texts, words
from generator.importer.extract.line import Line
from generator.importer.layout.headings import heading
from generator.importer.printed.dates import find_dates
from generator.importer.printed.persons import PARTY

_FILL = re.compile(r"[._…]{3,}")
_NUMBERED = re.compile(r"§|\d")
_OF_CLOSING = frozenset({"omfattar", "anslag_uppsatt", "anslag_nedtaget", "forvaras", "motesdatum", "organ"})
_LIST_NUMBER = re.compile(r"^(?:\d{1,3}[.)]|[a-zåäö][.)]|[-–•])\s+")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTY = re.compile(PARTY)
_PAGE = re.compile(r"\b\d{1,3}\s?\(\d{1,3}\)|\b[Ss]id(?:a|an|nr)?\.?\b:?(?:\s?\d{1,3})?")
_KINDS = r"(?:sammanträdes)?protokoll(?:et)?|kallelse|minnesanteckningar|mötesanteckning(?:ar)?"
_LABEL = re.compile(r"^[^\W\d][^:.,;]{0,40}:\s*$")
_HEAD_WORD = re.compile(rf"^(?:{_KINDS}|datum|sammanträdesdatum|sammanträdesdag|dag|mötesdatum|blad|sida)$")
_ENDING = 2
_PER_PIECE = 4
_LEAST_WORD = 4


def told(found: Coverage, lines: Sequence[Line], value: Any, organ: str, labels: Sequence[str] = ()) -> Coverage:
    """The coverage without lines that the record has in other words or order, and values that are only put together.

    `value` is the record's plain values, `organ` the names of the body and of its authority, which stand in records of
    their own, `labels` the printed words that fields of the record stand for.
    """
    named = [words(label) for label in labels]
    values = [*map(words, (*texts(value, frozenset()), organ))]
    days = {text for text in texts(value, frozenset()) if _ISO.fullmatch(text)}
    left = tuple(
        line
        for line in found.left
        if not _is_there(line.text.replace("_", " "), values, days) and not _in_cells(line.text, values, named)
    )
    printed = tuple(word for line in lines for word in words(line.text))
    return replace(found, left=left, added=tuple(one for one in found.added if not _put_together(words(one), printed)))


def _is_there(text: str, values: Sequence[Words], days: set[str]) -> bool:
    """Whether one value has the line, or fields of the head do together; a row with a party is always told."""
    if _PARTY.search(text):
        return False
    if all(_heads_a_list(cell) for cell in text.split("\t")):
        return True
    bare = words(_LIST_NUMBER.sub("", text.strip()))
    if bare and any(_within(bare, one) for one in values):
        return True
    return not [word for word in words(_without_head(text, values, days)) if not _HEAD_WORD.match(word)]


def _in_cells(text: str, values: Sequence[Words], labels: Sequence[Words]) -> bool:
    """Whether each cell of a line is a label of the closing with or without its value, a part of one, or a number.

    A label of people is none of these: who stands beside it is in the record only if that list has the name.
    """
    if _PARTY.search(text):
        return False
    below_label = False
    for cell in re.split(r"\t|\s{3,}", _FILL.sub("\t", text)):
        label = heading(cell.strip(), "slut", "etikett")
        among = values if below_label or _NUMBERED.match(cell.strip()) else labels
        below_label = label is not None and label.rule.falt in _OF_CLOSING
        if label and (below_label or not label.value):
            cell, among = label.value, values  # noqa: PLW2901
        if words(cell) and not any(_within(words(cell), one) for one in among):
            return False
    return True


def _heads_a_list(cell: str) -> bool:
    """Whether the words are the heading of a list of people, which the record has as the name of the list."""
    return bool(list_of_group(cell.strip(" :")) or list_label(cell.strip()))


def _without_head(text: str, values: Sequence[Words], days: set[str]) -> str:
    """The line without page numbers, without days that the record has, and without the name of its body."""
    near = min((dt.date.fromisoformat(day) for day in days), default=None)
    for day in reversed(find_dates(text, near)):
        if day.day.isoformat() in days and day.last is None:
            before = _LABEL.sub("", text[: day.start])
            text = before + text[day.end :]
    text = re.sub(r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b", "", _PAGE.sub("", text), flags=re.IGNORECASE)
    return " ".join(word for word in words(text) if not {word, word.removesuffix("s")} & set(values[-1]))


def _within(short: Words, whole: Words) -> bool:
    return any(whole[n : n + len(short)] == short for n in range(len(whole) - len(short) + 1))


def _put_together(added: Words, printed: Words) -> bool:
    """Whether words of the document, in few and whole pieces, make up a value; one word may have lost its ending."""
    if len(added) == 1:
        return any(_same_word(added[0], word) for word in printed)
    most, pieces, at = 1 + -(-len(added) // _PER_PIECE), 0, 0
    while at < len(added):
        starts = (n for n, word in enumerate(printed) if word == added[at])
        length = max((_run(added[at:], printed[start : start + len(added)]) for start in starts), default=0)
        pieces, at = pieces + 1, at + length
        if length < 2 or pieces > most:  # noqa: PLR2004
            return False
    return True


def _same_word(word: str, other: str) -> bool:
    return len(word) >= _LEAST_WORD and other.startswith(word) and len(other) - len(word) <= _ENDING


def _run(one: Words, other: Words) -> int:
    """How many words two begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
