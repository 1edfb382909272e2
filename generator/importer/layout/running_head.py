"""The words of a document's head, so that a running head made of them can be told from text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.importer.extract.line import Line
from generator.importer.layout.headings import Heading, heading
from generator.importer.layout.numbering import item_starts
from generator.importer.printed.dates import find_dates

_LISTS = frozenset(
    {
        "beslutande", "ledamoter", "narvarande", "fortroendevalda", "kallade", "ovriga", "ersattare",
        "tjanstepersoner", "dagordning", "justerare",
    }
)  # fmt: skip
_PLACES = frozenset({"tid", "plats", "plats_och_tid", "datum_och_tid", "motesform"})
_DAYS = frozenset({"motesdatum", "organ"})
_PAGE = re.compile(
    r"(?:sid(?:a|an|nr)?\.?:?\s*)?\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|/\s*\d{1,4}|av\s+\d{1,4})|sida?\.?\s*\d+",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?;:,][\"”)]*$")
_LEAST_LETTERS = 4
_LONGEST = 110
_MOST_HEAD_LINES = 40


@dataclass(frozen=True)
class HeadWords:
    """What a head says: its names (organ, kind, title) and days, in small letters and single spaces.

    `first` is the place of the first line with text, `after` the place where the first list of people or item begins:
    up to it the lines are the head itself. `kinds` are lines with
    nothing but the name of a kind of document that come more than once.
    """

    first: int
    after: int
    names: tuple[str, ...]
    days: tuple[str, ...]
    kinds: frozenset[str]

    def has_part(self, text: str) -> bool:
        """Whether a line holds nothing but words of the head, or a part of one of its names."""
        low = _low(text)
        if not self._without(low):
            return True
        found = heading(text, "huvud")
        return (
            low in self.kinds
            or _names_a_day(found)
            or any(re.search(rf"\b{re.escape(low)}\b", name) for name in self.names)
        )

    def made_of(self, lines: Sequence[Line], run: Sequence[int]) -> tuple[int, ...]:
        """The places of a run of such lines that is a running head: whole names, with a day, kind or label."""
        kinds = [place for place in run if _low(lines[place].text) in self.kinds]
        text = _low(" ".join(lines[place].text for place in run if place not in kinds))
        if not run or self._without(text):
            return ()
        own = any(_low(lines[place].text) in self.names for place in kinds)
        labelled = any(_names_a_day(heading(lines[place].text, "huvud")) for place in run)
        return tuple(run) if own or labelled or any(day in text for day in self.days) else ()

    def _without(self, low: str) -> str:
        """What is left of a text when names, days, labels and page numbers of the head are taken out."""
        for part in (*self.names, *self.days):
            low = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", " ", low)
        low = _PAGE.sub(" ", low)
        low = re.sub(r"\b(?:mötes|sammanträdes)?datum\b:?|\bdnr\b:?", " ", low)
        return re.sub(r"[\W_]+", "", low)


def _is_kind(text: str) -> bool:
    """Whether a line is nothing but the name of a kind of document."""
    found = heading(text, "huvud", "slag")
    return found is not None and len(text.split()) == 1


def _names_a_day(found: Heading | None) -> bool:
    return found is not None and found.rule.falt == "motesdatum"


def head_words(lines: Sequence[Line]) -> HeadWords:
    """The names and days that stand above the first list of people (or the first item) of a document."""
    filled = [place for place, line in enumerate(lines) if line.text]
    first = filled[0] if filled else 0
    names: list[tuple[int, str]] = []
    days: list[str] = []
    after = _end_of_head(lines, filled)
    skip_next = False
    for place in filled:
        if place >= after:
            break
        found = heading(lines[place].text, "huvud")
        if skip_next and found is None:
            skip_next = False
            continue
        if found and found.rule.slag == "etikett" and found.rule.falt not in _DAYS:
            skip_next = found.rule.falt in _PLACES and not found.value
            continue
        text = found.value if found and found.rule.slag == "etikett" else lines[place].text
        days += [_low(text[one.start : one.end]) for one in find_dates(text)]
        names += [(place, name) for name in _name_in(text)]
    ordered = sorted({*(name for _, name in names), *_broken_names(names)}, key=lambda name: (-len(name), name))
    counts = Counter(_low(line.text) for line in lines if _is_kind(line.text))
    kinds = frozenset(kind for kind, count in counts.items() if count > 1)
    return HeadWords(first, after, tuple(ordered), tuple(dict.fromkeys(days)), kinds)


def _end_of_head(lines: Sequence[Line], filled: Sequence[int]) -> int:
    starts = item_starts(
        lines[: filled[-1] + 1] if filled else [], lambda text: heading(text, "punkt", "avsnitt") is not None
    )
    items = starts[0].index if starts else len(lines)
    for count, place in enumerate(filled):
        found = heading(lines[place].text, "huvud")
        if place >= items or count >= _MOST_HEAD_LINES or (found and found.rule.falt in _LISTS):
            return place
    return len(lines)


def _name_in(text: str) -> list[str]:
    """The name that a line of the head holds besides its day and page number."""
    for one in reversed(find_dates(text)):
        text = f"{text[: one.start]}\t{text[one.end :]}"
    parts = [_low(part) for part in re.split(r"\t|\s{2,}", _PAGE.sub("\t", text)) if part.strip(" :*_-–")]
    good = [part for part in parts if len(re.sub(r"[\W\d_]", "", part)) >= _LEAST_LETTERS and len(part) <= _LONGEST]
    return [part for part in good if not _ENDED.search(part)]


def _broken_names(names: Sequence[tuple[int, str]]) -> list[str]:
    """Two title lines under each other as one name, as when an organ is printed over two lines."""
    return [f"{one} {other}" for (here, one), (after, other) in pairwise(names) if after == here + 1]


def _low(text: str) -> str:
    return " ".join(text.split()).strip(" *_").casefold()
