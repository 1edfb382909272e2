"""Text set in columns like a newspaper's: the left column is read to its end before the right one.

A table also has columns, and is read row by row. It is told from running text by what the lines of each column are:
as wide as the column, of many words, most of them in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.importer.extract.pdf_rows import Printed
from generator.importer.extract.pdf_words import Word

_GUTTER = 0.8
_FEWEST_LINES, _FEWEST_OF_BOTH = 3, 8
_FEWEST_WORDS = 3.0
_NARROWEST = 10.0
_FULL, _MOSTLY, _LOWER = 0.7, 0.55, 0.4
_ALIKE = 0.4
_FAR = 3.5
_STEP = 1.55
_BESIDE = 2.6
_DEEPEST = 3
_MOST_LINES = 400
"""Of a page: no page of running text has more, and the time to look grows with their square."""
_CELLS = 2


@dataclass(frozen=True)
class _Gap:
    """White space between two edges, in points."""

    left: float
    right: float

    def within(self, other: _Gap) -> _Gap:
        return _Gap(max(self.left, other.left), min(self.right, other.right))

    @property
    def width(self) -> float:
        return self.right - self.left


def by_column(lines: Sequence[Printed], depth: int = 0) -> list[Printed]:
    """The lines of a page, from top to bottom, in the order that they are read in."""
    if len(lines) > _MOST_LINES or depth == _DEEPEST:
        return list(lines)
    out: list[Printed] = []
    place = 0
    while place < len(lines):
        found = _stretch(lines[place:])
        if found is None:
            out.append(lines[place])
            place += 1
            continue
        length, gap = found
        left, right = _sides(lines[place : place + length], gap)
        out += [*by_column(left, depth + 1), *by_column(right, depth + 1)]
        place += length
    return out


def _stretch(lines: Sequence[Printed]) -> tuple[int, _Gap] | None:
    """How many lines from the first on stand in two columns of running text, and the white space between these."""
    for gap in _beginnings(lines):
        length, between = _reach(lines, gap)
        left, right = _sides(lines[:length], between)
        enough = min(len(left), len(right)) >= _FEWEST_LINES and len(left) + len(right) >= _FEWEST_OF_BOTH
        if enough and _are_columns(left, right):
            return length, between
    return None


def _beginnings(lines: Sequence[Printed]) -> Iterator[_Gap]:
    """The white space in the first line, or between it and one beside it that stands a little lower."""
    first = lines[0]
    for line in lines[:_FEWEST_OF_BOTH]:
        if first.y - line.y >= _BESIDE * first.size:
            return
        yield from _gaps(line)
        left, right = sorted((first, line), key=lambda one: one.words[0].left)
        if right.words[0].left - left.words[-1].right >= _GUTTER * first.size:
            yield _Gap(left.words[-1].right, right.words[0].left)


def _gaps(line: Printed) -> Iterator[_Gap]:
    for before, word in pairwise(line.words):
        if word.left - before.right >= _GUTTER * line.size:
            yield _Gap(before.right, word.left)


def _reach(lines: Sequence[Printed], gap: _Gap) -> tuple[int, _Gap]:
    """How far down the white space goes on, through lines as large as these and near each other."""
    length = 0
    for place, line in enumerate(lines):
        narrowed = _narrowed(line, gap)
        step = lines[place - 1].y - line.y if place else 0.0
        if narrowed is None or step > _FAR * line.size or len(line.fields) >= _CELLS:
            break
        on_left = line.words[-1].right <= narrowed.left
        if on_left and step > _STEP * line.size and _is_text_between(lines[place:], narrowed):
            break
        gap, length = narrowed, place + 1
    return length, gap


def _is_text_between(lines: Sequence[Printed], gap: _Gap) -> bool:
    """Whether a line that stands at the left edge, apart from those above, is no part of the left column.

    It is part of it when all that follows near by stays left of the white space: then the right column ended earlier.
    """
    for place, line in enumerate(lines):
        if place and lines[place - 1].y - line.y > _FAR * line.size:
            return False
        if line.words[-1].right > gap.right:
            return True
    return False


def _narrowed(line: Printed, gap: _Gap) -> _Gap | None:
    """The white space that a line leaves of it, None for too little."""
    first, last = line.words[0], line.words[-1]
    free = [_Gap(last.right, gap.right), _Gap(gap.left, first.left), *_gaps(line)]
    widest = max((one.within(gap) for one in free), key=lambda one: one.width)
    return widest if widest.width >= _GUTTER * line.size else None


def _sides(lines: Sequence[Printed], gap: _Gap) -> tuple[list[Printed], list[Printed]]:
    left = [(line, [word for word in line.words if word.left < gap.right - 1]) for line in lines]
    right = [(line, [word for word in line.words if word.left >= gap.right - 1]) for line in lines]
    first, second = ([replace(line, words=words, fields=()) for line, words in side if words] for side in (left, right))
    return first, second


def _are_columns(left: Sequence[Printed], right: Sequence[Printed]) -> bool:
    widths = sorted((_width(left), _width(right)))
    return widths[0] >= _ALIKE * widths[1] and _is_prose(left) and _is_prose(right)


def _width(lines: Sequence[Printed]) -> float:
    return max(line.words[-1].right for line in lines) - min(line.words[0].left for line in lines)


def _is_prose(lines: Sequence[Printed]) -> bool:
    """Whether lines are running text: full, of several words, many of them beginning inside a sentence."""
    width, edge = _width(lines), min(line.words[0].left for line in lines)
    full = sum(line.words[-1].right - edge >= _FULL * width for line in lines)
    lower = sum(_first_letter(line.words).islower() for line in lines)
    words = sum(len(line.words) for line in lines)
    return (
        width >= _NARROWEST * lines[0].size
        and full >= _MOSTLY * len(lines)
        and lower >= _LOWER * len(lines)
        and words >= _FEWEST_WORDS * len(lines)
    )


def _first_letter(words: Sequence[Word]) -> str:
    return next((char for word in words for char in word.text if char.isalpha()), "")
