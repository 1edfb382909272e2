"""A document as blocks, and how the blocks become text, HTML or a Word file.

The blocks say what is printed, in order; nothing here knows what a protokoll is.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal

from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

Slag = Literal["rubrik", "text", "lista", "rad", "tabell", "sida", "numrerad"]


@dataclass(frozen=True)
class Block:
    """One block. `niva` is the level of a heading or the list of a numbered heading; `rader` are rows of cells.

    A ``rad`` is a label (`text`) with its values (the only row of `rader`), printed one below the other.
    """

    slag: Slag
    text: str = ""
    niva: int = 1
    rader: tuple[tuple[str, ...], ...] = ()


Blocks = Iterable[Block]


def rubrik(text: str, niva: int = 1) -> Block:
    """A heading."""
    return Block("rubrik", text, niva)


def text(value: str) -> list[Block]:
    """Paragraphs, parted by blank lines."""
    return [Block("text", part) for part in value.split("\n\n")]


def lista(values: Iterable[str]) -> Block:
    """A bulleted list."""
    return Block("lista", rader=tuple((value,) for value in values))


def rad(label: str, *values: str) -> Block:
    """A label and its values."""
    return Block("rad", label, rader=(values,))


def tabell(*rows: tuple[str, ...]) -> Block:
    """A table; the first row is its heading."""
    return Block("tabell", rader=rows)


SIDA = Block("sida")


@dataclass(frozen=True)
class Textstil:
    """How plain text is set: width, bullet, where values of a label begin (0: after a colon), space round headings."""

    bredd: int = 80
    punkt: str = "- "
    kolumn: int = 0
    sida: str = ""


def as_text(blocks: Blocks, stil: Textstil) -> str:
    """The blocks as plain text, lines wrapped as a program that prints would."""
    lines: list[str] = []
    for block in blocks:
        lines += _text_lines(block, stil)
    return "\n".join(lines).strip("\n") + "\n"


def _text_lines(block: Block, stil: Textstil) -> list[str]:
    if block.slag == "sida":
        return ["", stil.sida, ""] if stil.sida else [""]
    if block.slag == "lista":
        wrapped = (
            textwrap.wrap(row[0], stil.bredd, initial_indent=stil.punkt, subsequent_indent="  ") for row in block.rader
        )
        return [*(line for lines in wrapped for line in lines), ""]
    if block.slag == "rad":
        return _labelled(block.text, block.rader[0], stil)
    if block.slag == "tabell":
        return [*("\t".join(row) for row in block.rader), ""]
    if block.slag == "rubrik":
        return ["", *textwrap.wrap(block.text, stil.bredd), *([""] if block.niva == 1 else [])]
    return [*textwrap.wrap(block.text, stil.bredd, break_on_hyphens=False), ""]


def _labelled(label: str, values: tuple[str, ...], stil: Textstil) -> list[str]:
    if not stil.kolumn:
        return [f"{label}: {values[0]}", *values[1:]] if len(values) == 1 else [f"{label}:", *values, ""]
    wrapped = [line for value in values for line in textwrap.wrap(value, stil.bredd - stil.kolumn)]
    first, *rest = wrapped
    return [f"{label:<{stil.kolumn}}{first}", *(" " * stil.kolumn + line for line in rest), ""]


def as_html(blocks: Blocks, css: str) -> str:
    """The blocks as a page; the labels of a head, one after the other, are one table."""
    parts: list[str] = []
    in_head = False
    for block in blocks:
        if (block.slag == "rad") != in_head:
            in_head = not in_head
            parts.append("<table class=huvud>" if in_head else "</table>")
        parts.append(_html(block))
    parts.append("</table>" if in_head else "")
    body = "\n".join(parts)
    head = f'<!doctype html>\n<html lang="sv">\n<meta charset="utf-8">\n<style>{css}</style>'
    return f"{head}\n<body>\n{body}\n</body></html>\n"


def _html(block: Block) -> str:
    if block.slag == "sida":
        return '<div style="break-after: page"></div>'
    if block.slag == "rubrik":
        return f"<h{block.niva}>{escape(block.text)}</h{block.niva}>"
    if block.slag == "lista":
        return "<ul>" + "".join(f"<li>{escape(row[0])}</li>" for row in block.rader) + "</ul>"
    if block.slag == "rad":
        values = "<br>".join(escape(value) for value in block.rader[0])
        return f"<tr><th>{escape(block.text)}</th><td>{values}</td></tr>"
    if block.slag == "tabell":
        rows = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block.rader]
        return "<table class=lista>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    return f"<p>{escape(block.text)}</p>"


def as_word(blocks: Blocks, numbering: Iterable[tuple[str, str, int]] = ()) -> Word:
    """The blocks as a Word document.

    `numbering` are lists of Word's own numbering, the first numbered 1: format (``decimal``, ``lowerLetter``), text
    of the number (``§ %1``) and the first number. A ``numrerad`` block is a heading numbered by the list `niva`.
    """
    word = Document()
    for number, (form, label, start) in enumerate(numbering, 1):
        _add_list(word, 80 + number, form, label, start)
    for block in blocks:
        _add(word, block)
    return word


def _add(word: Word, block: Block) -> None:
    if block.slag == "sida":
        word.add_page_break()  # type: ignore[no-untyped-call]
    elif block.slag == "rubrik":
        word.add_heading(block.text, block.niva)
    elif block.slag == "lista":
        for row in block.rader:
            word.add_paragraph(row[0], style="List Bullet")
    elif block.slag == "numrerad":
        level = 2 if block.niva == 1 else 3
        _number(word.add_heading(block.text, level), 80 + block.niva)
    elif block.slag in {"rad", "tabell"}:
        rows = block.rader if block.slag == "tabell" else ((block.text, "\n".join(block.rader[0])),)
        _add_rows(word, rows)
    else:
        word.add_paragraph(block.text)


def _add_rows(word: Word, rows: tuple[tuple[str, ...], ...]) -> None:
    """Rows below each other; a row of as many cells as the table just before it has is a row of that table."""
    last = word.element.body[-2] if len(word.element.body) > 1 else None
    table = word.tables[-1] if word.tables and last is word.tables[-1]._element else None
    if table is None or len(table.columns) != len(rows[0]):
        table = word.add_table(0, len(rows[0]))
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            first, *rest = value.split("\n")
            cell.text = first
            for line in rest:
                cell.add_paragraph(line)


def _add_list(word: Word, number: int, form: str, label: str, start: int) -> None:
    root = word.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{label}"/>'
        '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )
    root.insert(0, abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def _number(paragraph: Paragraph, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))
    assert properties.find(qn("w:numPr")) is not None
