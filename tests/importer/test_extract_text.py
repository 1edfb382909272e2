"""Plain text and web pages as lines."""

from __future__ import annotations

import codecs

import pytest

from generator.importer.extract.document import extract
from generator.importer.extract.line import Line

SAID = "Närvarande: Åsa Öberg – “ja”"


def _lines(data: bytes, name: str = "prov.txt") -> tuple[Line, ...]:
    return extract(name, data).lines


def _page(body: str) -> tuple[Line, ...]:
    return extract("prov.html", f"<!doctype html><html><body>{body}</body></html>".encode()).lines


@pytest.mark.parametrize(
    "data",
    [
        SAID.encode(),
        codecs.BOM_UTF8 + SAID.encode(),
        SAID.encode("utf-16"),
        codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"),
        SAID.encode("utf-16-le"),
        SAID.encode("utf-16-be"),
        SAID.encode("cp1252"),
        SAID.replace("Å", "A\u030a").encode(),
    ],
)
def test_letters_are_read_whatever_wrote_them(data: bytes) -> None:
    """UTF-8, UTF-16 and Windows' own, with and without a byte order mark, composed or not, are the same text."""
    assert [line.text for line in _lines(data)] == [SAID]


def test_lines_pages_columns_and_indents() -> None:
    """A form feed begins a page; tabs and wide spaces are columns; blank lines stay."""
    found = _lines(b"Organ\t Namnd\r\n\r\n   1    Budget  och mer\x0cNasta sida\n")
    assert [(line.text, line.number, line.page, line.indent) for line in found] == [
        ("Organ\tNamnd", 1, 1, 0.0),
        ("", 2, 1, 0.0),
        ("1\tBudget  och mer", 3, 1, 3.0),
        ("Nasta sida", 4, 2, 0.0),
    ]


def test_text_without_form_feeds_has_no_pages() -> None:
    """Where nothing says pages, none are made up."""
    assert [line.page for line in _lines(b"a\nb")] == [None, None]


def test_lines_of_print_are_told_from_whole_paragraphs() -> None:
    """A line longer than any printed one says that each line is a paragraph."""
    assert extract("a.txt", b"kort rad\nen till").wrapped
    assert not extract("a.txt", b"kort rad\n" + b"ord " * 60).wrapped


def test_characters_come_through_or_go() -> None:
    """Bullets and a font's own characters stay; what nobody sees goes, but a soft hyphen at the end of a line."""
    found = _lines("\uf0b7 ✓ ➤ → • ﬁn\u200b ord\u00a0här\nsyssel\u00ad\nsätt\u00adning".encode())
    assert [line.text for line in found] == ["\uf0b7 ✓ ➤ → • fin ord här", "syssel\u00ad", "sättning"]


def test_lost_letters_are_told() -> None:
    """Letters that were lost before the file came here are told to the reviewer, with the line."""
    assert "på rad 2" in extract("a.txt", "bra\nNÃ¤mnden".encode()).remarks[0]
    assert extract("a.txt", "bra\nNämnden".encode()).remarks == ()


def test_a_page_is_read_as_it_is_shown() -> None:
    """Headings with level, lists with numbers, breaks; nothing that is hidden."""
    found = _page(
        "<style>p{}</style><script>x</script><h2>Rubrik <b>fet</b></h2><p>Ett\n stycke<br>ny rad</p>"
        "<p hidden>dolt</p><p style='display: none'>dolt</p>"
        "<ol start=3 type=a><li><p>tre</p></li><li value=9>nio</li></ol>"
        "<ul><li>punkt<ul><li>inre</li></ul></li></ul>lös text<p><b>Beslut</b></p><pre>a  b\n\nc</pre>"
    )
    assert [(line.text, line.level, line.bold) for line in found] == [
        ("Rubrik fet", 2, True),
        ("Ett stycke", None, False),
        ("ny rad", None, False),
        ("c. tre", None, False),
        ("i. nio", None, False),
        ("• punkt", None, False),
        ("• inre", None, False),
        ("lös text", None, False),
        ("Beslut", None, True),
        ("a  b", None, False),
        ("", None, False),
        ("c", None, False),
    ]


def test_a_table_of_a_page_has_cells_and_one_that_only_places_text_has_none() -> None:
    """Cells keep their columns, wide ones too; a table with headings in it is no table."""
    found = _page(
        "<table><tr><th>Namn<th>Parti<th>Ort</tr><tr><td colspan=2>Anna<br>Bo<td>Sala</tr></table>"
        "<table><tr><td><h3>Meny</h3><td><p>Text</table><table><tr><td>ensam</table>"
    )
    assert [(line.text, line.cells) for line in found] == [
        ("Namn\tParti\tOrt", ("Namn", "Parti", "Ort")),
        ("Anna\t\tSala", ("Anna", "", "Sala")),
        ("Bo", ("Bo", "", "")),
        ("Meny", ()),
        ("Text", ()),
        ("ensam", ()),
    ]


def test_what_stands_round_the_text_of_a_page_is_known() -> None:
    """The site's own header, menu and footer are parts of their own; those of the text itself belong to it."""
    found = _page("<header>Kommunen</header><main><header>Protokoll</header></main><footer>Kontakt</footer>")
    assert [(line.text, line.part) for line in found] == [
        ("Kommunen", "sidhuvud"),
        ("Protokoll", ""),
        ("Kontakt", "sidfot"),
    ]


def test_a_page_needs_no_body_element() -> None:
    """A page may leave out head and body; then the parser takes the text for a part of the head."""
    page = '<!doctype html><html lang="sv"><meta charset="utf-8"><title>T</title>'
    page += "<nav>Start</nav><main><h1>Nämnden</h1></main>"
    lines = extract("prov.html", page.encode()).lines
    assert [(line.text, line.part) for line in lines if line.text] == [("Start", "sidhuvud"), ("Nämnden", "")]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_a_page_says_its_letters(charset: str) -> None:
    """The encoding that a page names is the one that it is read by."""
    page = f"<html><head><meta charset={charset}></head><body><p>Åsa Öberg</p></body></html>"
    assert [line.text for line in extract("a.htm", page.encode(charset)).lines] == ["Åsa Öberg"]
