"""A Word file (.docx) as lines: headers and footers first, then the body with its tables and printed numbers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree  # type: ignore[import-untyped]

from generator.importer.extract import packed
from generator.importer.extract.letters import clean
from generator.importer.extract.line import Line, Part
from generator.importer.extract.refused import damaged
from generator.importer.extract.rows import row_lines
from generator.importer.extract.word_numbers import Numbers
from generator.importer.extract.word_styles import Styles, W, child, switch, value, whole
from generator.importer.extract.word_text import PAGE, Piece, Reader, mark_is_deleted

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FURNITURE: tuple[tuple[str, Part], ...] = (("headerReference", "sidhuvud"), ("footerReference", "sidfot"))
_NOTES = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}
_TWIPS = 20
_COLUMN = 72.0
_MANY_COLUMNS = 60
FAULTS = (*packed.FAULTS, etree.LxmlError, AttributeError, TypeError, RecursionError)
"""What python-docx, lxml and a tree of the wrong shape raise."""


def word_lines(name: str, data: bytes) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines of a Word file, each a whole paragraph or what stands before a line break in it, and remarks.

    Pages are those of the last time that Word laid it out, None where the file does not say.

    Raises:
        Refused: encrypted, damaged, or unpacking to too much.
    """
    packed.judge(name, data)
    try:
        lines, left_out = _read(data)
    except FAULTS as error:
        raise damaged(name, "Word-dokumentets delar hänger inte ihop") from error
    remarks = ("Ett inklistrat dokument i filen (altChunk) är inte läst.",) if left_out else ()
    return tuple(replace(line, number=number) for number, line in enumerate(lines, start=1)), remarks


def _read(data: bytes) -> tuple[list[Line], bool]:
    document = docx.Document(io.BytesIO(data))
    main, body = document.part, document.element.body
    styles = Styles.of(document.styles.element)
    paged = next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None
    reader = _Body(styles, Numbers.of(_part(main, RELATIONSHIP_TYPE.NUMBERING), styles), page=1 if paged else None)
    lines = [*_furniture(main, body, styles), *reader.blocks(body), *_notes(main, reader)]
    return lines, next(body.iter(f"{W}altChunk"), None) is not None


def _part(main: Any, relation: str) -> Any:
    """The tree of a part that the main one is related to; None where there is none."""
    found = next(
        (one.target_part for one in main.rels.values() if one.reltype == relation and not one.is_external), None
    )
    return None if found is None else _tree(found)


def _tree(part: Any) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return part.element if hasattr(part, "element") else etree.fromstring(part.blob, parser)


def _furniture(main: Any, body: Any, styles: Styles) -> Iterator[Line]:
    """Headers, then footers, each wording once; the ones that only even pages have are as the others."""
    for tag, part in _FURNITURE:
        seen: set[str] = set()
        for section in body.iter(f"{W}sectPr"):
            for reference in section.iterchildren(f"{W}{tag}"):
                kind = reference.get(f"{W}type")
                if kind == "even" or (kind == "first" and not switch(section, "titlePg")):
                    continue
                root = _tree(main.related_parts[reference.get(_RELATION)])
                numbers = Numbers.of(_part(main, RELATIONSHIP_TYPE.NUMBERING), styles)
                for line in _Body(styles, numbers).blocks(root):
                    if line.text and line.text not in seen:
                        seen.add(line.text)
                        yield replace(line, part=part)


def _notes(main: Any, reader: _Body) -> Iterator[Line]:
    """The foot- and endnotes that the text refers to, in its order, after it."""
    for kind, relation in _NOTES.items():
        wanted = [one for named, one in reader.notes if named == kind]
        root = _part(main, relation) if wanted else None
        found = {} if root is None else {one.get(f"{W}id"): one for one in root.iterchildren(f"{W}{kind}")}
        for number, one in enumerate(wanted, start=1):
            if one in found:
                for place, line in enumerate(_Body(reader.styles, reader.numbers).blocks(found[one])):
                    yield replace(line, text=f"{number} {line.text}") if place == 0 else line


@dataclass
class _Body:
    """Reads blocks in order: paragraphs, tables, and what wraps them."""

    styles: Styles
    numbers: Numbers
    page: int | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)
    text: Reader = field(init=False)

    def __post_init__(self) -> None:
        self.text = Reader(self.styles)

    def blocks(self, container: Any) -> Iterator[Line]:
        """The lines of everything in a container."""
        for one in container:
            if one.tag == f"{W}p":
                yield from self._paragraph(one)
            elif one.tag == f"{W}tbl":
                yield from self._table(one)
            elif one.tag == f"{W}sdt":
                yield from self.blocks(child(one, "sdtContent") if child(one, "sdtContent") is not None else ())
            elif one.tag in (f"{W}customXml", f"{W}ins", f"{W}moveTo"):
                yield from self.blocks(one)

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        pieces = [*self.carried, *self.text.pieces(paragraph)]
        boxes = self.text.boxes
        self.notes += self.text.notes
        if mark_is_deleted(paragraph):
            self.carried = pieces
        else:
            self.carried = []
            yield from self._lines(paragraph, pieces)
        for box in boxes:
            yield from _Body(self.styles, self.numbers, self.page).blocks(box)

    def _lines(self, paragraph: Any, pieces: list[Piece]) -> Iterator[Line]:
        number, level_of_list = self.numbers.printed(paragraph)
        own = self.styles.indent(paragraph)
        indent = own if own is not None else _list_indent(level_of_list)
        level = self.styles.level(paragraph)
        rows = _rows(pieces)
        for place, row in enumerate(rows):
            before = f"{number} " if place == 0 and number else ""
            text = clean(before + "".join(piece.text for piece in row).replace(PAGE, ""))
            shown = [piece for piece in row if piece.text.strip()]
            self._turn(row, until_text=True)
            if text or len(rows) == 1:
                bold = bool(shown) and all(self.styles.is_bold(piece.run, paragraph) for piece in shown)
                size = self.styles.size(shown[0].run, paragraph) if shown else None
                yield Line(text, 0, self.page, indent, bold, size, level if place == 0 and text else None)
            self._turn(row, until_text=False)

    def _turn(self, row: list[Piece], *, until_text: bool) -> None:
        """Count the page breaks before the first letter of a row, or those after it."""
        if self.page is None:
            return
        joined = "".join(piece.text for piece in row)
        early = joined[: len(joined) - len(joined.lstrip())].count(PAGE)
        self.page += early if until_text else joined.count(PAGE) - early

    def _table(self, table: Any) -> Iterator[Line]:
        """A table row by row; one with a single column only places text on the page."""
        widths = [(whole(one.get(f"{W}w")) or 0) / _TWIPS for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        for row in _within(table, "tr"):
            if child(row, "trPr", "del") is not None:
                continue
            cells = list(_within(row, "tc"))
            if len(cells) == 1:
                yield from self.blocks(cells[0])
            else:
                yield from row_lines(list(self._cells(cells)), widths or [_COLUMN] * len(cells))

    def _cells(self, cells: list[Any]) -> Iterator[list[Line]]:
        """The lines of each cell, with empty cells where one reaches over several columns."""
        for cell in cells:
            yield list(self.blocks(cell))
            for _ in range(min(whole(value(cell, "tcPr", "gridSpan")) or 1, _MANY_COLUMNS) - 1):
                yield []


def _within(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, also those in content controls."""
    for one in element:
        if one.tag == f"{W}{name}":
            yield one
        elif one.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _within(one, name)


def _list_indent(level: Any) -> float:
    found = child(level, "pPr", "ind")
    left = None if found is None else whole(found.get(f"{W}left") or found.get(f"{W}start"))
    return (left or 0) / _TWIPS


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of a paragraph, line by line."""
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        rows[-1].append(replace(piece, text=first))
        rows += [[replace(piece, text=text)] for text in others]
    return rows
