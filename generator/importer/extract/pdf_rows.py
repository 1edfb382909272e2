"""Printed lines as rows of columns: where a column begins, and which lines are one row of a table.

A cell whose text is broken over several lines is not always printed line for line beside its neighbour: Word and
browsers centre the shorter one. Lines that stand closer than lines of print can, side by side, are one row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from generator.importer.extract.pdf_words import Word

_SPACE = 0.13
_COLUMN, _COLUMN_BESIDE_OTHER = 1.2, 0.32
_SOME, _UNCOMMON = 3, 1.4
_PROSE, _STRETCHED, _WIDEST_SPACE = 6, 2.5, 2.0
_SAME_EDGE = 1.0
_NEIGHBOURS = 3
_TOO_CLOSE, _STEP = 0.75, 1.15
_PAIR = 2
_MARK = re.compile(r"[-–•◦▪➤→✓\ue000-\uf8ff]|\d{1,3}[.)]|[a-zåäö]\)|§+ ?\d+")
_MARK_GAP = 5
_HYPHEN = re.compile(r"(?<=[^\W\d_])-$")


@dataclass(frozen=True)
class Cell:
    """Text without a column's gap in it, with its left and right edge in points."""

    text: str
    left: float
    right: float


@dataclass
class Printed:
    """A line of words from left to right, on one base line; numbers in points."""

    words: list[Word]
    y: float
    size: float
    page: int
    turn: int

    @property
    def place(self) -> tuple[int, int]:
        """Which text it is part of: page and turn."""
        return self.page, self.turn

    def gaps(self) -> list[float]:
        """The white space between its words, in letter heights."""
        return [(b.left - a.right) / max(a.size, b.size) for a, b in pairwise(self.words)]

    def column_gap(self) -> float:
        """How wide white space must be to part columns: wider in a line of prose that is stretched to the margin."""
        gaps = self.gaps()
        stretched = _STRETCHED * median(gaps) if len(gaps) >= _PROSE else 0.0
        return min(_WIDEST_SPACE, max(_COLUMN, stretched))

    def edges(self) -> list[float]:
        """Where each of its columns but the first begins."""
        least = self.column_gap()
        return [word.left for word, gap in zip(self.words[1:], self.gaps(), strict=True) if gap > least]


@dataclass(frozen=True)
class Row:
    """A line as it goes on: its cells, `top` and `bottom` base line, weight and size."""

    cells: tuple[Cell, ...]
    top: float
    bottom: float
    size: float
    bold: bool
    place: tuple[int, int]


def rows(printed: Sequence[Printed], leading: float) -> list[Row]:
    """The lines of a file as rows; `leading` is the usual distance between base lines, in letter heights."""
    edges = [line.edges() for line in printed]
    plain = [
        _row(line, [edge for place in _near(printed, number) for edge in edges[place]])
        for number, line in enumerate(printed)
    ]
    return [row for group in _together(plain, leading) for row in _merged(group)]


def _near(printed: Sequence[Printed], number: int) -> list[int]:
    """Which the lines round a line are, of the same text."""
    places = range(max(0, number - _NEIGHBOURS), min(len(printed), number + _NEIGHBOURS + 1))
    return [place for place in places if place != number and printed[place].place == printed[number].place]


def _row(line: Printed, edges: Sequence[float]) -> Row:
    """The cells of a line; a column of a line near by is one here at a lesser gap too."""
    least, gaps = line.column_gap(), line.gaps()
    uncommon = max(_COLUMN_BESIDE_OTHER, _UNCOMMON * median(gaps) if len(gaps) >= _SOME else 0.0)
    cells = [Cell("", line.words[0].left, line.words[0].right)]
    for gap, word in zip([0.0, *gaps], line.words, strict=True):
        beside = gap > uncommon and any(abs(word.left - edge) <= _SAME_EDGE for edge in edges)
        if gap > least or beside:
            cells.append(Cell(word.text, word.left, word.right))
            continue
        space = " " if cells[-1].text and (word.spaced or gap > _SPACE) else ""
        cells[-1] = replace(cells[-1], text=f"{cells[-1].text}{space}{word.text}", right=word.right)
    bold = all(word.bold for word in line.words)
    return Row(_with_mark(cells, line.size), line.y, line.y, line.size, bold, line.place)


def _with_mark(cells: list[Cell], size: float) -> tuple[Cell, ...]:
    """The cells, a bullet or number that begins an item with the text of the item, whatever the gap between them."""
    if len(cells) == _PAIR and _MARK.fullmatch(cells[0].text) and cells[1].left - cells[0].right < _MARK_GAP * size:
        mark, text = cells
        return (Cell(f"{mark.text} {text.text}", mark.left, text.right),)
    return tuple(cells)


def _together(plain: Sequence[Row], leading: float) -> Iterator[list[Row]]:
    """The rows in groups, each group the lines of one row of a table."""
    number = 0
    key = [0] if plain else []
    for place, (before, row) in enumerate(pairwise(plain)):
        around = [*plain[max(0, place - _NEIGHBOURS) : place], *plain[place + 1 : place + _NEIGHBOURS]]
        number += not (_is_same_row(before, row, leading) or _goes_on(before, row, leading, around))
        key.append(number)
    for _, group in groupby(zip(key, plain, strict=True), key=lambda one: one[0]):
        yield [row for _, row in group]


def _is_same_row(before: Row, row: Row, leading: float) -> bool:
    if before.place != row.place:
        return False
    close = before.bottom - row.top < _TOO_CLOSE * leading * max(before.size, row.size)
    return close and _is_beside(before.cells, row.cells)


def _is_beside(some: Iterable[Cell], others: Sequence[Cell]) -> bool:
    return all(one.right <= other.left or other.right <= one.left for one in some for other in others)


def _goes_on(before: Row, row: Row, leading: float, around: Iterable[Row]) -> bool:
    """Whether a row is the second line of the label in the first column: it goes on in the middle of a sentence.

    That there are columns at all is seen in another row around, with a cell where this one's value begins.
    """
    far = before.place != row.place or before.top - row.top > leading * _STEP * before.size
    if far or len(before.cells) < _PAIR or len(row.cells) > 1:
        return False
    label, value, first = before.cells[0], before.cells[1], row.cells[0]
    under = abs(first.left - label.left) <= _SAME_EDGE and first.right < value.left
    in_sentence = first.text[0].islower() and not label.text.endswith((".", ":", ";"))
    edges = [cell.left for other in around if other.place == row.place for cell in other.cells]
    return under and in_sentence and any(abs(edge - value.left) <= _SAME_EDGE for edge in edges)


def _merged(group: list[Row]) -> Iterator[Row]:
    """A group as one row: the first column is a label and goes on one line; in a table of three, every column does."""
    if len(group) == 1:
        yield group[0]
        return
    columns = _columns([cell for row in group for cell in row.cells])
    whole = [_joined(column) for column in (columns if len(columns) > _PAIR else columns[:1])]
    listed = columns[1] if len(columns) == _PAIR else []
    first = Row(
        (*whole, *listed[:1]),
        group[0].top,
        group[-1].bottom if len(listed) < _PAIR else group[0].bottom,
        max(row.size for row in group),
        all(row.bold for row in group),
        group[0].place,
    )
    yield first
    for place, cell in enumerate(listed[1:], start=1):
        source = next((row for row in group if cell in row.cells), group[-1])
        last = place == len(listed) - 1
        yield replace(source, cells=(cell,), bottom=group[-1].bottom if last else source.bottom)


def _columns(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The cells by column, from left to right, each from top to bottom: those that stand over each other."""
    columns: list[list[Cell]] = []
    for cell in cells:
        column = next((one for one in columns if not _is_beside([cell], one)), None)
        if column is None:
            columns.append([cell])
        else:
            column.append(cell)
    return sorted(columns, key=lambda column: min(cell.left for cell in column))


def _joined(cells: Sequence[Cell]) -> Cell:
    """The lines of a cell as one; a hyphen before a small letter was only for the break."""
    text = cells[0].text
    for cell in cells[1:]:
        if _HYPHEN.search(text):
            text = (text[:-1] if cell.text[:1].islower() else text) + cell.text
        else:
            text = f"{text} {cell.text}"
    return Cell(text, min(cell.left for cell in cells), max(cell.right for cell in cells))
