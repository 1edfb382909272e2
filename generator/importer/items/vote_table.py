"""Roll calls printed as tables: a head with Ja and Nej, a row for each voter with a mark in one column, a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.printed.paragraphs import plain
from generator.importer.printed.persons import NAME, as_printed

_TOTAL_ROW = re.compile(r"(?:summa|totalt?|antal röster|resultat)\b", re.IGNORECASE)
ANSWERS = {
    "ja": "ja",
    "nej": "nej",
    "avstår": "avstar",
    "avstod": "avstar",
    "avstående": "avstar",
    "frånvarande": "franvarande",
    "frånv": "franvarande",
}
"""Printed words for an answer, and the field that it has."""

_INSTEAD = re.compile(r"ersättare|ersätts av|tjänstgörande")
_MARK = re.compile(r"[xX✓*●1]")
_FEWEST = 2


@dataclass
class VoteTable:
    """What a table says; `unread` where rows have a mark but print does not say in which column it stands."""

    totals: dict[str, str] = field(default_factory=dict)
    rolls: dict[str, list[Any]] = field(default_factory=dict)
    unread: bool = False


def is_row(line: Line) -> bool:
    """Whether a line is a row of a printed roll call rather than running text."""
    return len([cell for cell in _cells(line) if cell]) > 1 and not line.text.endswith(".")


def read_table(lines: Sequence[Line]) -> VoteTable:
    """Totals and roll call of the tables in some lines; a roll call that can not be read whole is not read."""
    table, columns, width, instead = VoteTable(), dict[int, str](), 0, -1
    for line in lines:
        cells = _cells(line)
        names = {place: cell.lower().strip(" .*_") for place, cell in enumerate(cells)}
        heads = {place: ANSWERS[name] for place, name in names.items() if name in ANSWERS}
        if len(heads) > 1:
            columns, width = heads, len(cells)
            instead = next((place for place, name in names.items() if _INSTEAD.search(name)), -1)
        elif len(cells) >= _FEWEST:
            _row(_with_substitute(cells, instead) if len(cells) == width else cells, columns, width, table)
    if table.unread:
        table.rolls = {}
    return table


def _with_substitute(cells: tuple[str, ...], place: int) -> tuple[str, ...]:
    """A row with the name of who has served in the place of its ledamot, where a column of its own names one."""
    name = cells[place].strip("*_ ") if place > 0 else ""
    if not re.match(NAME, name):
        return cells
    return (name, *(cell if at in range(place + 1, len(cells)) else "" for at, cell in enumerate(cells[1:], 1)))


def _row(cells: tuple[str, ...], columns: dict[int, str], width: int, table: VoteTable) -> None:
    voter = re.match(NAME, cells[0].strip("*_ "))
    if voter and any(_MARK.fullmatch(cell) for cell in cells[1:]) and len(cells) < max(width, _FEWEST + 1):
        table.unread = True
    if len(cells) != width:
        return
    marks = {columns[place]: cell.strip("*_ ") for place, cell in enumerate(cells) if place in columns}
    marks = {answer: mark for answer, mark in marks.items() if mark}
    if _TOTAL_ROW.match(cells[0].strip("*_ ")) or (not voter and all(mark.isdigit() for mark in marks.values())):
        table.totals |= {answer: mark for answer, mark in marks.items() if re.fullmatch(r"\d{1,3}", mark)}
    elif voter and len(marks) == 1:
        table.rolls.setdefault(next(iter(marks)), []).append(as_printed(_voter(cells, columns)))


def _cells(line: Line) -> tuple[str, ...]:
    return tuple(plain(cell).strip() for cell in line.cells or re.split(r"\t|\s{2,}", line.text))


def _voter(cells: tuple[str, ...], columns: dict[int, str]) -> str:
    first = cells[0].strip("*_ ")
    others = (cell for place, cell in enumerate(cells[1:], 1) if place not in columns)
    party = next((cell.strip("() ") for cell in others if re.fullmatch(r"\(?[A-ZÅÄÖ]{1,4}\)?", cell)), None)
    return f"{first} ({party})" if party and "(" not in first else first
