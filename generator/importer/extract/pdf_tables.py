"""Rows that follow each other as a table: every row gets every column, so that an empty cell is known to be empty.

In a list of votes the column of a cross is all that it says. Tables with rules between their columns come as they are;
here columns are known by the white space between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.importer.extract.pdf_rows import Cell, Row, is_above, joined_cell

_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_FARTHEST = 3.0
_SAME_EDGE = 1.0
_GUTTER = 0.5


def aligned(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those of tables with as many cells as their table has columns, also where it goes on overleaf."""
    before: Row | None = None
    for run in _runs(rows):
        if run and run[0].fields:
            yield from _spanned(run)
            continue
        columns = before if before and _goes_on(before, run) else _columns(run)
        yield from _table(run, columns) if columns else run
        before = columns or before


def is_table(before: Row, row: Row) -> bool:
    """Whether two rows, made whole, are rows of the same table."""
    alike = len(before.cells) == len(row.cells) >= _FEWEST_COLUMNS and bool(before.fields) == bool(row.fields)
    return alike and is_above(before, row) and before.bottom - row.top <= _FARTHEST * row.size


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows in stretches that may be tables: each with columns, as large as the one before, and near it.

    A row with its first cell only stands between others with more.
    """
    run: list[Row] = []
    for row in rows:
        if run and not _follows(run, row):
            yield from _trimmed(run)
            run = []
        run.append(row)
    yield from _trimmed(run)


def _spanned(run: Sequence[Row]) -> Iterator[Row]:
    """Rows between rules, those with cells over several columns of the others with as many cells as these."""
    edges = max(([field.left for field in row.fields] for row in run), key=len)
    for row in run:
        columns = [bisect_left(edges, field.left - _SAME_EDGE) for field in row.fields]
        known = all(
            place < len(edges) and abs(edges[place] - field.left) <= _SAME_EDGE
            for place, field in zip(columns, row.fields, strict=True)
        )
        if not known:
            yield row
            continue
        placed = dict(zip(columns, row.cells, strict=True))
        yield replace(row, cells=tuple(placed.get(place, Cell("", 0.0, 0.0)) for place in range(len(edges))))


def _trimmed(run: list[Row]) -> Iterator[list[Row]]:
    if run and run[0].fields:
        yield run
        return
    end = len(run)
    while end > 1 and len(run[end - 1].cells) == 1:
        end -= 1
    yield run[:end]
    yield from ([row] for row in run[end:])


def _follows(run: Sequence[Row], row: Row) -> bool:
    first, before = run[0], run[-1]
    if before.fields and row.fields:
        return is_above(before, row) and before.bottom - row.top <= _FARTHEST * row.size
    if before.fields or row.fields or not is_above(before, row) or before.size != row.size:
        return False
    if len(first.cells) == 1 or before.bottom - row.top > _FARTHEST * row.size:
        return False
    return len(row.cells) > 1 or _is_first_cell(first, row)


def _is_first_cell(first: Row, row: Row) -> bool:
    """Whether the one cell of a row stands in the first column."""
    return abs(row.cells[0].left - first.cells[0].left) <= _SAME_EDGE and row.cells[0].right < first.cells[1].left


def _columns(run: Sequence[Row]) -> Row | None:
    """A row that shows the columns: the white space through all rows, or the row with most cells; in rows enough."""
    fullest = max(run, key=lambda row: len(row.cells), default=None)
    if fullest is None or len(run) < _FEWEST_ROWS:
        return None
    parted = replace(fullest, cells=tuple(_stacked(run)))
    if len(parted.cells) >= max(_FEWEST_COLUMNS, len(fullest.cells)):
        return parted
    return fullest if len(fullest.cells) >= _FEWEST_COLUMNS else None


def _stacked(run: Sequence[Row]) -> Iterator[Cell]:
    """What all pieces of text over each other cover, with the white space through all rows between."""
    left = right = None
    for piece in sorted((piece for row in run for piece in row.pieces or row.cells), key=lambda piece: piece.left):
        if left is None or right is None:
            left, right = piece.left, piece.right
        elif piece.left - right >= _GUTTER * run[0].size:
            yield Cell("", left, right)
            left, right = piece.left, piece.right
        else:
            right = max(right, piece.right)
    if left is not None and right is not None:
        yield Cell("", left, right)


def _goes_on(columns: Row, run: Sequence[Row]) -> bool:
    """Whether rows at the top of the next page are more of a table: every cell begins where a column does."""
    edges = [cell.left for cell in columns.cells]
    return all(
        len(row.cells) > 1
        and row.place == (columns.place[0] + 1, columns.place[1])
        and all(any(abs(cell.left - edge) <= _SAME_EDGE for edge in edges) for cell in row.cells)
        for row in run
    )


def _table(run: list[Row], columns: Row) -> list[Row]:
    """The rows with these columns, where each row's cells find a column of their own."""
    between = [(before.right + cell.left) / 2 for before, cell in pairwise(columns.cells)]
    placed = [_placed(row, between) for row in run]
    whole = [row for row in placed if row]
    return whole if len(whole) == len(run) else run


def _placed(row: Row, between: Sequence[float]) -> Row | None:
    """The row with a cell for each column, parted by these edges; None where two of its cells stand in one."""
    whole = _fits(row.cells, between)
    columns: list[list[Cell]] = [[] for _ in range(len(between) + 1)]
    for cell in row.cells if whole else row.pieces:
        columns[bisect_left(between, (cell.left + cell.right) / 2)].append(cell)
    if any(len(column) > 1 for column in columns) if whole else not _fits(row.pieces, between):
        return None
    return replace(row, cells=tuple(joined_cell(column) if column else Cell("", 0.0, 0.0) for column in columns))


def _fits(cells: Sequence[Cell], between: Sequence[float]) -> bool:
    """Whether no cell reaches over the edge of a column."""
    return bool(cells) and all(bisect_left(between, cell.left) == bisect_left(between, cell.right) for cell in cells)
