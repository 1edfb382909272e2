"""Printed lines as rows of columns: where a column begins, and which lines are one row of a table.

A cell whose text is broken over several lines is not always printed line for line beside its neighbour: Word and
browsers centre the shorter one. Lines that stand closer than lines of print can, side by side, are one row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median

from generator.importer.extract.pdf_grid import Field
from generator.importer.extract.pdf_ruled import Fields, Place, bands, by_field, is_full, is_ruled_off, ruled
from generator.importer.extract.pdf_words import Word

_SPACE, _WIDER_THAN_SPACE = 0.13, 0.5
_COLUMN, _COLUMN_BESIDE_OTHER = 1.2, 0.32
_SOME, _UNCOMMON = 3, 1.4
_PROSE, _STRETCHED, _WIDEST_SPACE = 6, 2.5, 2.0
_SAME_EDGE = 1.0
_NEIGHBOURS = 3
_MOST_LINES = 6
_TOO_CLOSE, _STEP = 0.75, 1.15
_PAIR = 2
_MARK = re.compile(r"[-–•◦▪➤→✓\ue000-\uf8ff]|\d{1,3}[.)]|[a-zåäö][.)]|§+ ?\d+")
_MARK_GAP = 5
_HYPHEN = re.compile(r"(?<=[^\W\d_])-$")
_BROKEN_NUMBER = re.compile(r"\d[-–/]$")


@dataclass(frozen=True)
class Cell:
    """Text without a column's gap in it, with its left and right edge in points, and the width of its first word."""

    text: str
    left: float
    right: float
    first: float = 0.0


@dataclass
class Printed:
    """A line of words from left to right, on one base line; numbers in points. No word is added once gaps are asked."""

    words: list[Word]
    y: float
    size: float
    page: int
    turn: int
    fields: tuple[Field, ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """Which text it is part of: page and turn."""
        return self.page, self.turn

    @cached_property
    def gaps(self) -> list[float]:
        """The white space between its words, in letter heights."""
        return [(b.left - a.right) / max(a.size, b.size) for a, b in pairwise(self.words)]

    @cached_property
    def column_gap(self) -> float:
        """How wide white space must be to part columns: wider in a line of prose that is stretched to the margin."""
        gaps = self.gaps
        stretched = _STRETCHED * median(gaps) if len(gaps) >= _PROSE else 0.0
        return min(_WIDEST_SPACE, max(_COLUMN, stretched))

    def edges(self) -> list[float]:
        """Where each of its columns but the first begins."""
        least = self.column_gap
        return [word.left for word, gap in zip(self.words[1:], self.gaps, strict=True) if gap > least]


@dataclass(frozen=True)
class Row:
    """A line as it goes on: its cells, `top` and `bottom` base line, weight and size.

    `fields` are those of a table with rules; the row then has a cell for each, an empty one too. `pieces` are its words
    parted at every gap that is wider than a space.
    """

    cells: tuple[Cell, ...]
    top: float
    bottom: float
    size: float
    bold: bool
    place: tuple[int, int]
    fields: Fields = ()
    pieces: tuple[Cell, ...] = ()


def rows(printed: Sequence[Printed], leading: float) -> list[Row]:
    """The lines of a file as rows; `leading` is the usual distance between base lines, in letter heights."""
    edges = [line.edges() for line in printed]
    plain = [
        _row(line, [edge for place in _near(printed, number) for edge in edges[place]])
        for number, line in enumerate(printed)
    ]
    banded = bands((row.place, row.fields) for row in plain)
    return [row for group in _together(plain, leading, banded) for row in _merged(group)]


def _near(printed: Sequence[Printed], number: int) -> list[int]:
    """Which the lines round a line are, of the same text."""
    places = range(max(0, number - _NEIGHBOURS), min(len(printed), number + _NEIGHBOURS + 1))
    return [place for place in places if place != number and printed[place].place == printed[number].place]


def _row(line: Printed, edges: Sequence[float]) -> Row:
    """The cells of a line; a column of a line near by is one here at a lesser gap too."""
    bold = all(word.bold for word in line.words)
    if fields := ruled(line.words, line.fields):
        filled = [_whole(words) for words in by_field(line.words, fields)]
        return Row(tuple(filled), line.y, line.y, line.size, bold, line.place, fields)
    least, gaps = line.column_gap, line.gaps
    rules = [field.left for field in line.fields[1:]]
    uncommon = max(_COLUMN_BESIDE_OTHER, _UNCOMMON * median(gaps) if len(gaps) >= _SOME else 0.0)
    parts = [[line.words[0]]]
    for gap, (before, word) in zip(gaps, pairwise(line.words), strict=True):
        beside = gap > uncommon and any(abs(word.left - edge) <= _SAME_EDGE for edge in edges)
        parted = any(before.right <= rule + _SAME_EDGE and rule <= word.left + _SAME_EDGE for rule in rules)
        if gap > least or beside or parted:
            parts.append([])
        parts[-1].append(word)
    cells = _with_mark([_whole(words) for words in parts], line.size)
    return Row(cells, line.y, line.y, line.size, bold, line.place, (), _pieces(line))


def _pieces(line: Printed) -> tuple[Cell, ...]:
    parts = [[line.words[0]]]
    for gap, word in zip(line.gaps, line.words[1:], strict=True):
        if gap > _WIDER_THAN_SPACE:
            parts.append([])
        parts[-1].append(word)
    return tuple(_whole(words) for words in parts)


def _whole(words: Sequence[Word]) -> Cell:
    """Words from left to right as one cell, without words as an empty one."""
    if not words:
        return Cell("", 0.0, 0.0)
    text = words[0].text
    for before, word in pairwise(words):
        gap = (word.left - before.right) / max(before.size, word.size)
        text += f" {word.text}" if word.spaced or gap > _SPACE else word.text
    return Cell(text, words[0].left, words[-1].right, words[0].right - words[0].left)


def _with_mark(cells: list[Cell], size: float) -> tuple[Cell, ...]:
    """The cells, a bullet or number that begins an item with the text of the item, whatever the gap between them."""
    if len(cells) == _PAIR and _MARK.fullmatch(cells[0].text) and cells[1].left - cells[0].right < _MARK_GAP * size:
        mark, text = cells
        return (Cell(f"{mark.text} {text.text}", mark.left, text.right),)
    return tuple(cells)


def _together(plain: Sequence[Row], leading: float, banded: frozenset[tuple[Place, Fields]]) -> Iterator[list[Row]]:
    """The rows in groups, each group the lines of one row of a table."""
    number = 0
    key = [0] if plain else []
    for place, (before, row) in enumerate(pairwise(plain)):
        around = [*plain[max(0, place - _NEIGHBOURS) : place], *plain[place + 1 : place + _NEIGHBOURS]]
        goes_on = _goes_on(before, row, leading, around) or _goes_on_below(
            plain[max(0, place + 1 - _MOST_LINES) : place + 1], row, leading
        )
        in_band = (row.place, row.fields) in banded
        number += not (_is_same_row(before, row, leading, in_band=in_band) or goes_on)
        key.append(number)
    for _, group in groupby(zip(key, plain, strict=True), key=lambda one: one[0]):
        yield [row for _, row in group]


def is_above(before: Row, row: Row) -> bool:
    """Whether a row goes on below another in the same text, and not at the top of the next column or page."""
    return before.place == row.place and row.top < before.bottom + row.size / 2


def _is_same_row(before: Row, row: Row, leading: float, *, in_band: bool) -> bool:
    if not is_above(before, row) or bool(before.fields) != bool(row.fields):
        return False
    close = before.bottom - row.top < _TOO_CLOSE * leading * max(before.size, row.size)
    if before.fields:
        return _is_same_ruled_row(before, row, close, in_band)
    return close and _is_beside(before.cells, row.cells)


def _is_same_ruled_row(before: Row, row: Row, close: bool, in_band: bool) -> bool:
    """Whether a line within the same rules goes on with the cells above it: each that it has was full.

    Where the rows do not stand on rules (`in_band`), a line with its first cell begins a row.
    """
    if is_ruled_off(before.fields, row.fields, row.top):
        return False
    pairs = list(zip(before.cells, row.cells, before.fields, strict=True))
    shared = [(one, other, field) for one, other, field in pairs if one.text and other.text]
    if not all(is_full(one.left, one.right, other.first, row.size, field) for one, other, field in shared):
        return False
    fresh = any(other.text and not one.text for one, other, _ in pairs)
    return close or (bool(shared) and (in_band or not (fresh or row.cells[0].text)))


def _is_beside(some: Iterable[Cell], others: Sequence[Cell]) -> bool:
    return all(one.right <= other.left or other.right <= one.left for one in some for other in others)


def _goes_on(before: Row, row: Row, leading: float, around: Iterable[Row]) -> bool:
    """Whether a row is the second line of the label in the first column: it goes on in the middle of a sentence.

    That there are columns at all is seen in another row around, with a cell where this one's value begins.
    """
    far = not is_above(before, row) or before.top - row.top > leading * _STEP * before.size
    if far or before.fields or row.fields or len(before.cells) < _PAIR or len(row.cells) > 1:
        return False
    label, value, first = before.cells[0], before.cells[1], row.cells[0]
    under = abs(first.left - label.left) <= _SAME_EDGE and first.right < value.left
    in_sentence = first.text[0].islower() and not label.text.endswith((".", ":", ";"))
    edges = [cell.left for other in around if other.place == row.place for cell in other.cells]
    return under and in_sentence and any(abs(edge - value.left) <= _SAME_EDGE for edge in edges)


def _goes_on_below(above: Sequence[Row], row: Row, leading: float) -> bool:
    """Whether a line stands alone under a cell of a table's row that had no room for its first word."""
    before = above[-1]
    far = not is_above(before, row) or before.bottom - row.top > leading * _STEP * before.size
    start = next((place for place in reversed(range(len(above))) if len(above[place].cells) > 1), None)
    if far or start is None or len(row.cells) > 1 or row.fields or above[start].fields:
        return False
    head, between, cell = above[start], above[start + 1 :], row.cells[0]
    if len(head.cells) <= _PAIR or any(abs(one.cells[0].left - cell.left) > _SAME_EDGE for one in between):
        return False
    for place, (one, after) in enumerate(pairwise(head.cells)):
        if abs(one.left - cell.left) <= _SAME_EDGE:
            last = before.cells[0] if between else one
            full = after.left - last.right - cell.first < _WIDER_THAN_SPACE * row.size
            return full and any(map(str.isalpha, last.text)) and (place > 0 or cell.text[:1].islower())
    return False


def _merged(group: list[Row]) -> Iterator[Row]:
    """A group as one row: the first column is a label and goes on one line; in a table of three, every column does."""
    if len(group) == 1:
        yield group[0]
        return
    if group[0].fields:
        whole = [joined_cell([row.cells[place] for row in group]) for place in range(len(group[0].cells))]
        yield replace(group[0], cells=tuple(whole), bottom=group[-1].bottom, bold=all(row.bold for row in group))
        return
    columns = _columns([cell for row in group for cell in row.cells])
    whole = [joined_cell(column) for column in (columns if len(columns) > _PAIR else columns[:1])]
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


def joined_cell(cells: Sequence[Cell]) -> Cell:
    """The lines of a cell as one; a hyphen before a small letter was only for the break."""
    filled = [cell for cell in cells if cell.text]
    if not filled:
        return cells[0]
    text = filled[0].text
    for cell in filled[1:]:
        if _HYPHEN.search(text):
            text = (text[:-1] if cell.text[:1].islower() else text) + cell.text
        elif _BROKEN_NUMBER.search(text) and cell.text[:1].isdigit():
            text += cell.text
        else:
            text = f"{text} {cell.text}"
    return Cell(text, min(cell.left for cell in filled), max(cell.right for cell in filled), filled[0].first)
