"""Words with their places as lines of print: columns parted by tabs, a blank line where the gap is wide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.importer.extract.letters import clean
from generator.importer.extract.line import Line
from generator.importer.extract.pdf_columns import by_column
from generator.importer.extract.pdf_drawn import Box
from generator.importer.extract.pdf_grid import Shapes
from generator.importer.extract.pdf_rows import Printed, Row, rows
from generator.importer.extract.pdf_tables import aligned, is_table
from generator.importer.extract.pdf_words import Word

_SAME_BASE = 0.3
_RAISED, _SMALLER, _TOUCH = 0.55, 0.85, 0.5
_WIDE_LEADING, _LEAST_EXTRA = 1.25, 2.0
_USUAL_LEADING, _NEAREST, _FAR = 1.2, 0.9, 3.0
_PAIR = 2


def page_lines(found: Iterable[Word], page: int, shapes: Sequence[Box] = ()) -> list[Printed]:
    """The lines of a page from top to bottom; text that stands on end comes after the rest.

    `shapes` are the rules and dots that are drawn on the page.
    """
    kept = list(found)
    turns = Counter(word.turn for word in kept for _ in word.text)
    lines: list[Printed] = []
    for turn, _ in sorted(turns.items(), key=lambda one: (-one[1], one[0])):
        around = Shapes(shapes, turn)
        grouped = _grouped([word for word in kept if word.turn == turn], page)
        lines += by_column([_with_shapes(line, around) for line in grouped])
    return lines


def _with_shapes(line: Printed, around: Shapes) -> Printed:
    words = around.marked(line.words, line.y, line.size)
    return replace(line, words=words, fields=around.fields(line.y, line.size))


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
    """Whether a word belongs to a line: on its base line, or smaller and a little above or below, over no word of it.

    Words printed twice to look bold are over each other on one base line.
    """
    large, small = max(word.size, line.size), min(word.size, line.size)
    offset = abs(word.y - line.y)
    if offset <= _SAME_BASE * small:
        return True
    near = offset <= _RAISED * large and small <= _SMALLER * large
    return near and all(word.right <= other.left + _TOUCH or other.right <= word.left + _TOUCH for other in line.words)


def numbered(printed: Sequence[Printed]) -> tuple[Line, ...]:
    """All lines of a file in order, with a blank one wherever more than a line's space is left."""
    leading = _leading(printed)
    lines: list[Line] = []
    before: Row | None = None
    for row in aligned(rows(printed, leading)):
        texts = [clean(cell.text, printed=True) for cell in row.cells]
        text = "\t".join(texts).strip()
        if not text:
            continue
        if before and _is_apart(before, row, leading):
            lines.append(Line("", len(lines) + 1, before.place[0]))
        left = next(cell.left for cell, shown in zip(row.cells, texts, strict=True) if shown)
        cells = tuple(texts) if len(texts) > _PAIR else ()
        indent = round(max(0.0, left), 1)
        lines.append(Line(text, len(lines) + 1, row.place[0], indent, row.bold, row.size, None, cells))
        before = row
    return tuple(lines)


def _leading(printed: Sequence[Printed]) -> float:
    """The usual distance between base lines, in letter heights: that which a fourth of the lines are within."""
    steps = sorted(
        (a.y - b.y) / a.size
        for a, b in pairwise(printed)
        if (a.place, a.size) == (b.place, b.size) and _NEAREST * a.size <= a.y - b.y < _FAR * a.size
    )
    return steps[len(steps) // 4] if steps else _USUAL_LEADING


def _is_apart(before: Row, row: Row, leading: float) -> bool:
    if before.place != row.place:
        return before.place[0] == row.place[0]
    if is_table(before, row):
        return False
    usual = leading * max(before.size, row.size)
    return before.bottom - row.top > max(usual * _WIDE_LEADING, usual + _LEAST_EXTRA)
