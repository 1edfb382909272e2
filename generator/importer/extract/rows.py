"""Rows of a table as lines: what stands side by side on paper stands on one line, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, zip_longest

from generator.importer.extract.line import Line

_EMPTY = Line("", 0)


def row_lines(cells: Sequence[Sequence[Line]], widths: Sequence[float]) -> list[Line]:
    """A row, whose cells may have several lines each, as it is seen: first lines beside each other, then the next.

    `widths` are the columns' widths in points; a line that begins in a later column is indented by those before it.
    """
    edges = [0.0, *accumulate(widths)]
    rows = zip_longest(*(_trimmed(cell) for cell in cells), fillvalue=_EMPTY)
    return [_row(row, edges) for row in rows if any(line.text for line in row)]


def _trimmed(cell: Sequence[Line]) -> list[Line]:
    kept = list(cell)
    while kept and not kept[-1].text:
        kept.pop()
    return kept


def _row(row: tuple[Line, ...], edges: list[float]) -> Line:
    printed = [line for line in row if line.text]
    first = next(place for place, line in enumerate(row) if line.text)
    alone = len(printed) == 1
    return replace(
        printed[0],
        text="\t".join(line.text for line in row).strip(),
        indent=edges[min(first, len(edges) - 1)] + printed[0].indent,
        bold=all(line.bold for line in printed),
        level=printed[0].level if alone else None,
        cells=tuple(line.text for line in row),
    )
