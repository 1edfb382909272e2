"""Words with their places as lines of print: columns parted by tabs, a blank line where the gap is wide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.importer.extract.letters import clean
from generator.importer.extract.line import Line
from generator.importer.extract.pdf_words import Word

_SAME_BASE = 0.3
_RAISED, _SMALLER = 0.55, 0.85
_SPACE = 0.13
_COLUMN, _COLUMN_BESIDE_OTHER = 1.5, 0.7
_SAME_EDGE = 1.5
_WIDE_LEADING, _LEAST_EXTRA = 1.25, 2.0
_USUAL_LEADING, _FAR = 1.2, 3.0
_TWICE = 0.2


@dataclass
class Printed:
    """A line of words from left to right, on one base line; numbers in points."""

    words: list[Word]
    y: float
    size: float
    page: int
    turn: int

    @property
    def left(self) -> float:
        """The left edge."""
        return self.words[0].left

    def columns(self) -> list[float]:
        """The left edges of all columns but the first."""
        return [b.left for a, b in pairwise(self.words) if b.left - a.right > _COLUMN * self.size]


def page_lines(found: Iterable[Word], page: int) -> list[Printed]:
    """The lines of a page from top to bottom; text that stands on end comes after the rest."""
    kept = _without_doubles(found)
    turns = Counter(word.turn for word in kept for _ in word.text)
    lines: list[Printed] = []
    for turn, _ in sorted(turns.items(), key=lambda one: (-one[1], one[0])):
        lines += _grouped([word for word in kept if word.turn == turn], page)
    return lines


def _without_doubles(found: Iterable[Word]) -> list[Word]:
    """Words printed twice in nearly the same place, a printer's way to make them bold, as one bold word."""
    kept: list[Word] = []
    at: dict[tuple[str, int, int, int], Word] = {}
    for word in found:
        keys = [
            (word.text, word.turn, round(word.left / 2) + dx, round(word.y / 2) + dy)
            for dx in (0, -1, 1)
            for dy in (0, -1, 1)
        ]
        twin = next((at[key] for key in keys if key in at), None)
        if twin and max(abs(twin.left - word.left), abs(twin.y - word.y)) <= _TWICE * word.size:
            twin.bold = True
            continue
        at[keys[0]] = word
        kept.append(word)
    return kept


def _grouped(found: list[Word], page: int) -> list[Printed]:
    lines: list[Printed] = []
    for word in sorted(found, key=lambda word: (-word.y, word.left)):
        line = next((line for line in reversed(lines[-3:]) if _stands_on(word, line)), None)
        if line is None:
            lines.append(Printed([word], word.y, word.size, page, word.turn))
            continue
        line.words.append(word)
        if word.size > line.size:
            line.y, line.size = word.y, word.size
    for line in lines:
        line.words.sort(key=lambda word: word.left)
    return sorted(lines, key=lambda line: -line.y)


def _stands_on(word: Word, line: Printed) -> bool:
    """Whether a word belongs to a line: on its base line, or smaller and a little above or below."""
    large, small = max(word.size, line.size), min(word.size, line.size)
    offset = abs(word.y - line.y)
    return offset <= _SAME_BASE * small or (offset <= _RAISED * large and small <= _SMALLER * large)


def numbered(printed: Sequence[Printed]) -> tuple[Line, ...]:
    """All lines of a file in order, with a blank one wherever more than a line's space is left."""
    leading = _leading(printed)
    lines: list[Line] = []
    for place, one in enumerate(printed):
        before = printed[place - 1] if place else None
        if before and _is_apart(before, one, leading):
            lines.append(Line("", len(lines) + 1, before.page))
        after = printed[place + 1] if place + 1 < len(printed) else None
        text = clean(_text(one, [*_columns_of(before, one), *_columns_of(after, one)]), printed=True)
        if text:
            bold = all(word.bold for word in one.words)
            lines.append(Line(text, len(lines) + 1, one.page, round(one.left, 1), bold, one.size))
    return tuple(lines)


def _columns_of(other: Printed | None, line: Printed) -> list[float]:
    return other.columns() if other and (other.page, other.turn) == (line.page, line.turn) else []


def _text(line: Printed, columns: list[float]) -> str:
    """The text, words parted as they are seen; a column of a neighbouring line is one here at a lesser gap too."""
    text = line.words[0].text
    for before, word in pairwise(line.words):
        gap = (word.left - before.right) / max(before.size, word.size)
        beside = gap > _COLUMN_BESIDE_OTHER and any(abs(word.left - edge) <= _SAME_EDGE for edge in columns)
        if gap > _COLUMN or beside:
            text += "\t"
        elif word.spaced or gap > _SPACE:
            text += " "
        text += word.text
    return text


def _leading(printed: Sequence[Printed]) -> float:
    """The usual distance between base lines, in letter heights: that which a fourth of the lines are within."""
    steps = sorted(
        (a.y - b.y) / a.size
        for a, b in pairwise(printed)
        if (a.page, a.turn, a.size) == (b.page, b.turn, b.size) and 0 < a.y - b.y < _FAR * a.size
    )
    return max(1.0, steps[len(steps) // 4]) if steps else _USUAL_LEADING


def _is_apart(before: Printed, line: Printed, leading: float) -> bool:
    if before.page != line.page:
        return False
    if before.turn != line.turn:
        return True
    usual = leading * max(before.size, line.size)
    return before.y - line.y > max(usual * _WIDE_LEADING, usual + _LEAST_EXTRA)
