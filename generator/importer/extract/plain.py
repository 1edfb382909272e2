"""Plain text: which letters the bytes are, and the lines."""

from __future__ import annotations

import codecs
import re

from generator.importer.extract.letters import clean
from generator.importer.extract.line import Line

LINE_OF_PRINT = 160
"""A line longer than this is no line of print: the text then has a paragraph on each line."""

_BREAKS = re.compile("\r\n|[\n\r\v\u0085\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOST_ODD = 0.01
_LOST = "\ufffd"
_ASCII = "\x7f"
_MANY = 3
_TAB = 8
_COLUMNS = 3


def decoded(data: bytes) -> str | None:
    """The bytes as text: by their byte order mark, as UTF-8, as UTF-16 by its zeros, else as Windows wrote Swedish.

    None where they are no text at all.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _as(data[len(bom) :], encoding)
    if b"\0" in data[:4096]:
        return next((text for one in ("utf-16-le", "utf-16-be") if (text := _as(data, one)) and _is_latin(text)), None)
    return _as(data, "utf-8" if _is_utf8(data) else "cp1252")


def _is_utf8(data: bytes) -> bool:
    """Whether it is UTF-8, perhaps with a few bytes spoilt: in other encodings, letters are no such sequences."""
    text = data.decode("utf-8", "replace")
    lost = text.count(_LOST)
    return lost == 0 or sum(char > _ASCII for char in text) - lost > lost * _MANY


def _as(data: bytes, encoding: str) -> str | None:
    """The text, lost letters marked; None where it holds more of what is no text than an accident would leave."""
    text = data.decode(encoding, "replace")
    odd = text.count(_LOST) + len(_CONTROL.findall(text))
    return None if odd > len(text) * _MOST_ODD else text


def _is_latin(text: str) -> bool:
    """Whether most of it is what Swedish is written with: bytes in the wrong order are Chinese."""
    return sum(char < "\u0250" for char in text) * 2 > len(text)


def plain_lines(text: str) -> tuple[tuple[Line, ...], bool]:
    """The lines of a text and whether they are lines of print; a form feed begins a page."""
    pages = text.split("\f")
    rows = [(row, page) for page, body in enumerate(pages, start=1) for row in _rows(body)]
    tables = _rows_of_tables([row for row, _page in rows])
    lines = tuple(
        _line(row, number, page if len(pages) > 1 else None, number - 1 in tables)
        for number, (row, page) in enumerate(rows, 1)
    )
    return lines, all(len(line.text) <= LINE_OF_PRINT for line in lines)


def _rows(body: str) -> list[str]:
    rows = _BREAKS.split(body)
    return rows[:-1] if not rows[-1].strip() else rows


def _rows_of_tables(rows: list[str]) -> set[int]:
    """The places of the rows of tables that have an empty cell between others: only its tabs say where it is.

    A table is a run of rows with tabs, at least two of which have three cells or more that are not empty.
    """
    found: set[int] = set()
    start = 0
    for place in range(len(rows) + 1):
        if place < len(rows) and "\t" in rows[place]:
            continue
        run = [row.rstrip("\t ").split("\t") for row in rows[start:place]]
        full = sum(len([cell for cell in row if cell.strip()]) >= _COLUMNS for row in run)
        if full > 1 and any(not cell.strip() for row in run for cell in row[1:]):
            found.update(range(start, place))
        start = place + 1
    return found


def _line(row: str, number: int, page: int | None, table: bool) -> Line:
    wide = row.expandtabs(_TAB)
    cells = tuple(clean(cell, printed=True) for cell in row.split("\t")) if table else ()
    return Line(clean(row, printed=True), number, page, indent=float(len(wide) - len(wide.lstrip())), cells=cells)
