"""Attendance of a text, read the way that a document is read, for the tests of attendance."""

from __future__ import annotations

from typing import Any

from generator.importer.attendance.attendance import read_attendance
from generator.importer.extract.line import Line
from generator.importer.known import Known
from generator.importer.layout.segments import read_segments
from generator.importer.reading import Reading

KNOWN = Known(huvudman={"norrby": ("norrby",), "region exempel": ("region-exempel",), "samverkan": ("samverkan",)})


def lines_of(text: str) -> tuple[Line, ...]:
    """Text as the extraction gives it: each line stripped, numbered from 1; ``|`` parts the cells of a table row."""
    return tuple(_line(line.strip(), number) for number, line in enumerate(text.strip("\n").split("\n"), 1))


def _line(text: str, number: int) -> Line:
    cells = tuple(cell.strip() for cell in text.split("|")) if "|" in text else ()
    return Line("\t".join(cells) if cells else text, number, cells=cells)


def reading_of(text: str, before: bool = False, known: Known | None = None) -> Reading:
    """The attendance of a document with this text."""
    return read_attendance(read_segments(lines_of(text)), known or Known.empty(), before)


def lists_of(text: str, before: bool = False, known: Known | None = None) -> dict[str, Any]:
    """The lists of `narvaro`, or of `kallade` where the text is written before the meeting."""
    value = reading_of(text, before, known).value
    found: dict[str, Any] = value.get("kallade" if before else "narvaro", {})
    return found


def whys_of(text: str, before: bool = False) -> list[tuple[int, str]]:
    """Each doubt: the line, and why."""
    return [(doubt.line, doubt.why) for doubt in reading_of(text, before).doubts]
