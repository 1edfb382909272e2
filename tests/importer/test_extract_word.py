"""A Word file as lines: body order, printed numbers, what is tracked, what stands in boxes, headers and cells."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.importer.extract.document import extract
from generator.importer.extract.line import Line

W = nsdecls("w")


def _file(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _lines(document: Document) -> tuple[Line, ...]:
    return extract("prov.docx", _file(document)).lines


def _texts(document: Document) -> list[str]:
    return [line.text for line in _lines(document)]


def _list(document: Document, levels: str) -> None:
    """Gives the document a list 900 with these levels, and another, 901, that begins it again."""
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="900">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="900"><w:abstractNumId w:val="900"/></w:num>'))
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering.append(parse_xml(f'<w:num {W} w:numId="901"><w:abstractNumId w:val="900"/>{again}</w:num>'))


def _level(depth: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _item(document: Document, text: str, depth: int = 0, number: int = 900) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'))


def _run(inner: str, around: str = "") -> Any:
    run = f'<w:r><w:t xml:space="preserve">{inner}</w:t></w:r>' if "<" not in inner else f"<w:r>{inner}</w:r>"
    if not around:
        return parse_xml(run.replace("<w:r>", f"<w:r {W}>", 1))
    return parse_xml(f'<w:{around} {W} w:id="1" w:author="x">{run}</w:{around}>')


def test_paragraphs_and_tables_stand_in_the_order_of_the_body() -> None:
    """Headings have their level, rows their cells, and a cell with several lines is read as it is seen."""
    document = docx.Document()
    document.add_heading("Protokoll", 1)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Beslutande", "Anna Berg (S)\nBo Ek (M)"
    document.add_paragraph("Efter tabellen\tmed kolumn")
    found = _lines(document)
    assert [(line.text, line.level, line.cells) for line in found] == [
        ("Protokoll", 1, ()),
        ("Beslutande\tAnna Berg (S)", None, ("Beslutande", "Anna Berg (S)")),
        ("Bo Ek (M)", None, ("", "Bo Ek (M)")),
        ("Efter tabellen\tmed kolumn", None, ()),
    ]
    assert found[2].indent > found[1].indent


def test_numbers_that_word_prints_are_in_the_text() -> None:
    """Headings and lists have the number of their level; a level starts again under the next of the one above."""
    document = docx.Document()
    _list(
        document, _level(0, "decimal", "§ %1", 12) + _level(1, "lowerLetter", "%2)") + _level(2, "upperRoman", "%1.%3")
    )
    for text, depth in (("Val", 0), ("ett", 1), ("två", 1), ("Budget", 0), ("tre", 1), ("djup", 2)):
        _item(document, text, depth)
    _item(document, "Om igen", number=901)
    assert _texts(document) == ["§ 12 Val", "a) ett", "b) två", "§ 13 Budget", "a) tre", "13.I djup", "§ 1 Om igen"]


def test_a_heading_style_may_carry_the_number() -> None:
    """Where the style is in a list, its level is the one that names the style."""
    document = docx.Document()
    _list(document, _level(0, "decimal", "Del %1") + _level(1, "decimal", "§ %2", 7, '<w:pStyle w:val="Heading2"/>'))
    style = document.styles["Heading 2"].element
    style.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="900"/></w:numPr>'))
    document.add_heading("Val av justerare", 2)
    document.add_heading("Budget", 2)
    assert _texts(document) == ["§ 7 Val av justerare", "§ 8 Budget"]


def test_bullets_are_characters() -> None:
    """A bullet is what the list prints, a font's own character too."""
    document = docx.Document()
    document.add_paragraph("punkt", style="List Bullet")
    assert _texts(document) == ["\uf0b7 punkt"]


def test_what_is_deleted_is_gone_and_what_is_inserted_is_there() -> None:
    """Tracked changes are read as accepted, the paragraph marks too."""
    document = docx.Document()
    first = document.add_paragraph("Nämnden ")._p
    first.append(_run("avslår", "ins"))
    first.append(parse_xml(f'<w:del {W} w:id="2" w:author="x"><w:r><w:delText>bifaller</w:delText></w:r></w:del>'))
    first.append(_run("gamla ord", "moveFrom"))
    first.get_or_add_pPr().append(parse_xml(f'<w:rPr {W}><w:del w:id="3" w:author="x"/></w:rPr>'))
    document.add_paragraph(" ansökan.")
    assert _texts(document) == ["Nämnden avslår ansökan."]


def test_fields_are_read_by_their_result() -> None:
    """The instruction of a field, and fields in it, are not printed."""
    document = docx.Document()
    paragraph = document.add_paragraph("Datum ")._p
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>', "<w:instrText> IF </w:instrText>",
        '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>', "<w:t>dolt</w:t>",
        '<w:fldChar w:fldCharType="end"/>', '<w:fldChar w:fldCharType="separate"/>', "<w:t>2025-03-11</w:t>",
        '<w:fldChar w:fldCharType="end"/>', "<w:rPr><w:vanish/></w:rPr><w:t>osynligt</w:t>",
    ):  # fmt: skip
        paragraph.append(_run(inner))
    assert _texts(document) == ["Datum 2025-03-11"]


def test_line_breaks_and_special_characters() -> None:
    """A line break is a new line, a soft hyphen nothing, an unbreakable one a hyphen, a symbol its character."""
    document = docx.Document()
    inner = "<w:t>syssel</w:t><w:softHyphen/><w:t>sättning</w:t><w:br/><w:t>AH</w:t><w:noBreakHyphen/><w:t>team</w:t>"
    document.add_paragraph()._p.append(_run(inner + '<w:sym w:font="Symbol" w:char="F0B7"/>'))
    assert _texts(document) == ["sysselsättning", "AH-team\uf0b7"]


def test_text_in_a_box_is_read_once() -> None:
    """A text box is kept twice in the file, for old and new programs; its text comes after its paragraph."""
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>I rutan</w:t></w:r></w:p></w:txbxContent>"
    choices = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document.add_paragraph("Vid rutan")._p.append(
        parse_xml(
            f'<w:r {W} {choices}><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert _texts(document) == ["Vid rutan", "I rutan"]


def test_headers_and_footers_come_first_and_say_what_they_are() -> None:
    """What only a header says is not lost, and nobody takes it for the text."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Kommunstyrelsen\t2025-03-11"
    document.sections[0].footer.paragraphs[0].text = "Justerandes sign"
    document.add_paragraph("Text")
    document.add_section().footer.is_linked_to_previous = True
    assert [(line.text, line.part) for line in _lines(document) if line.text] == [
        ("Kommunstyrelsen\t2025-03-11", "sidhuvud"),
        ("Justerandes sign", "sidfot"),
        ("Text", ""),
    ]


def test_pages_are_those_that_word_last_laid_out() -> None:
    """A page break that Word has noted begins a page, in a paragraph too; without such notes no page is known."""
    document = docx.Document()
    document.add_paragraph("första")
    document.add_paragraph()._p.append(_run("<w:lastRenderedPageBreak/><w:t>andra</w:t>"))
    document.add_paragraph("andra med")._p.append(_run("<w:lastRenderedPageBreak/><w:t> fortsättning</w:t>"))
    document.add_paragraph("tredje")
    assert [line.page for line in _lines(document)] == [1, 2, 2, 3]
    plain = docx.Document()
    plain.add_paragraph("text")
    assert [line.page for line in _lines(plain)] == [None]


def test_bold_and_size_come_from_run_and_style() -> None:
    """A line is bold where all of its letters are."""
    document = docx.Document()
    document.add_paragraph().add_run("Beslut").bold = True
    half = document.add_paragraph("inte ")
    half.add_run("allt").bold = True
    document.add_heading("Rubrik", 2)
    assert [(line.text, line.bold, line.size) for line in _lines(document)] == [
        ("Beslut", True, 11.0),
        ("inte allt", False, 11.0),
        ("Rubrik", True, 13.0),
    ]


def test_notes_are_read_after_the_text() -> None:
    """A foot note is text too."""
    document = docx.Document()
    document.add_paragraph("Med not")._p.append(_run('<w:footnoteReference w:id="2"/>'))
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Förklaring</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    form = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), form, notes.encode(), document.part.package)
    document.part.relate_to(part, relation)
    assert _texts(document) == ["Med not", "1 Förklaring"]
