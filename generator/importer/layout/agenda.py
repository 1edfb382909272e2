"""The table of items above the items of a kallelse: who presents each is said there, and often nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importer.extract.line import Line
from generator.importer.layout.segments import Segment
from generator.importer.printed.case_numbers import line_of_case_numbers
from generator.importer.printed.persons import NAME
from generator.svenska import fold

_COLUMN = re.compile(r"föredra(?:gande|gare|s av|ger)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[A-ZÅÄÖ]{0,5}\s?§\s?)?(?P<tal>\d{1,4})[.:)]?")
_HEAD = ("", "")
_ENDS = re.compile(r"[.:)]$")


@dataclass(frozen=True)
class Row:
    """A row that repeats an item: its line, the number and folded title of the item, who presents it (may be empty).

    `numbers` are its diarienummer, as printed.
    """

    line: Line
    item: tuple[str, str]
    presenter: str = ""
    numbers: tuple[str, ...] = ()


def key(nr: str, rubrik: str) -> tuple[str, str]:
    """How an item and its row are known to be the same: the number without its end mark, and the title."""
    return _ENDS.sub("", nr.strip()), fold(rubrik)


def rows(segments: Sequence[Segment], *, heads: bool = False) -> tuple[Row, ...]:
    """The rows before the first item, below a row of headings with a column for who presents; with it, if asked."""
    items = {key(one.nr, one.rubrik) for one in segments if one.slag == "punkt"}
    found = list(_rows(list(_above(segments)), items))
    if all(row.item == _HEAD for row in found):
        return ()
    return tuple(row for row in found if heads or row.item != _HEAD)


def _above(segments: Sequence[Segment]) -> Iterator[Line]:
    for segment in segments:
        if segment.slag == "punkt":
            return
        yield from segment.lines


def _rows(lines: Sequence[Line], items: set[tuple[str, str]]) -> Iterator[Row]:
    column, width = None, 0
    for line in lines:
        cells = [cell.strip() for cell in line.cells or line.text.split("\t")]
        found = next((place for place, cell in enumerate(cells) if _COLUMN.fullmatch(cell)), None)
        if found is not None and len(cells) > 1:
            column, width = found, len(cells)
            yield Row(line, _HEAD)
        elif column is not None and (row := _row(line, cells, items, column if len(cells) == width else None)):
            yield row


def _row(line: Line, cells: list[str], items: set[tuple[str, str]], column: int | None) -> Row | None:
    """A row all of whose cells are known; a `column` that empty cells have moved is the last with a name."""
    titles = {title for _nr, title in items}
    number = next((cell for cell in cells[:1] if _NUMBER.fullmatch(cell)), "")
    title = next((cell for cell in cells if fold(cell) in titles), "")
    if key(number, title) not in items:
        return None
    numbers = tuple(cell for cell in cells if line_of_case_numbers(cell))
    rest = [cell for cell in cells if cell and cell not in (number, title, *numbers)]
    presenter = cells[column] if column is not None else next((cell for cell in rest if re.match(NAME, cell)), "")
    return Row(line, key(number, title), presenter, numbers) if all(cell == presenter for cell in rest) else None
