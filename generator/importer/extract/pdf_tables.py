"""Rows that follow each other as a table: every row gets every column, so that an empty cell is known to be empty.

In a list of votes the column of a cross is all that it says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.importer.extract.pdf_rows import Cell, Row

_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_FARTHEST = 3.0
_SAME_EDGE = 1.0


def aligned(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those of tables with as many cells as their table has columns, also where it goes on overleaf."""
    before: Row | None = None
    for run in _runs(rows):
        columns = before if before and _goes_on(before, run) else _columns(run)
        yield from _table(run, columns) if columns else run
        before = columns or before


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows in stretches that may be tables: each with columns, as large as the one before, and near it."""
    run: list[Row] = []
    for row in rows:
        if run and not _follows(run[-1], row):
            yield run
            run = []
        run.append(row)
    yield run


def _follows(before: Row, row: Row) -> bool:
    alike = before.place == row.place and before.size == row.size and min(len(before.cells), len(row.cells)) > 1
    return alike and before.bottom - row.top <= _FARTHEST * row.size


def _columns(run: Sequence[Row]) -> Row | None:
    """The row that shows the columns: the one with most cells, where there are rows and columns enough."""
    fullest = max(run, key=lambda row: len(row.cells), default=None)
    enough = fullest and len(run) >= _FEWEST_ROWS and len(fullest.cells) >= _FEWEST_COLUMNS
    return fullest if enough else None


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
    columns: list[Cell | None] = [None] * (len(between) + 1)
    for cell in row.cells:
        column = bisect_left(between, (cell.left + cell.right) / 2)
        if columns[column]:
            return None
        columns[column] = cell
    return replace(row, cells=tuple(cell or Cell("", 0.0, 0.0) for cell in columns))
