"""Pages that a browser prints as PDF: its tables with and without borders, its lists, columns and heads are read."""

from __future__ import annotations

from html import escape

import pytest
from playwright.sync_api import Browser

from generator.importer.extract.document import extract
from generator.importer.extract.line import Line

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare]

RAM = "border-collapse:collapse", "border:.5pt solid;padding:2pt 5pt"
ENBART_LODRATA = "border-collapse:collapse", "border-left:1px solid;border-right:1px solid;padding:1pt 4pt"
INGEN = "border-spacing:2px", "padding:1pt 6pt;text-align:left"
ROSTER = (
    ("Ledamot", "Parti", "Tjänstgörande ersättare", "Ja", "Nej", "Avstår"),
    ("Anna Berg", "S", "", "X", "", ""),
    ("Bo Ek", "M", "", "", "X", ""),
    ("Cia Do", "V", "Eva-Britt Lo", "X", "", ""),
    ("Dan Ås", "KD", "", "", "", ""),
    ("Fia Al", "", "", "", "", "X"),
    ("Summa", "", "", "2", "1", "1"),
)


def _printed(krom: Browser, body: str) -> tuple[Line, ...]:
    page = krom.new_page()
    page.set_content(f"<meta charset=utf-8><style>body{{font:11pt serif}}</style>{body}")
    data = page.pdf(format="A4", margin={"left": "2cm", "right": "2cm", "top": "2cm", "bottom": "2cm"})
    page.close()
    return extract("utskrift.pdf", data).lines


@pytest.mark.parametrize("style", [RAM, ENBART_LODRATA, INGEN])
def test_a_roll_call_keeps_its_crosses_in_their_columns(krom: Browser, style: tuple[str, str]) -> None:
    """With a frame, with upright rules only, with no rule at all: every cell is there, the empty ones too."""
    table, cell = style
    rows = "".join(
        "<tr>" + "".join(f'<td style="{cell}">{escape(text)}</td>' for text in row) + "</tr>" for row in ROSTER
    )
    lines = _printed(krom, f'<p>Omröstning</p><table style="{table}">{rows}</table><p>Beslut</p>')
    assert [line.cells for line in lines if line.cells] == list(ROSTER)


@pytest.mark.parametrize("across", ["top", "middle"])
def test_cells_broken_over_lines_are_whole(krom: Browser, across: str) -> None:
    """A long cell of a framed table is one text, whichever line of it the short cells stand beside."""
    rows = (
        ("2024-04-02", "Utlämnande av allmän handling med maskning av uppgifter om enskilda personer", "Bo Ek"),
        ("2024-04-11", "Hyresavtal", "Cia Do"),
    )
    cell = f"{RAM[1]};vertical-align:{across}"
    shown = "".join("<tr>" + "".join(f'<td style="{cell}">{text}</td>' for text in row) + "</tr>" for row in rows)
    lines = _printed(krom, f'<table style="width:280pt;{RAM[0]}">{shown}</table>')
    assert [line.cells for line in lines if line.text] == list(rows)


def test_the_dots_of_a_list_are_bullets(krom: Browser) -> None:
    """A browser draws them; they are no letters."""
    lines = _printed(krom, "<ul><li>Protokoll</li><li>Cirkulär</li></ul><ol type=a><li>Beslut</li></ol>")
    assert [line.text for line in lines if line.text] == ["• Protokoll", "• Cirkulär", "a. Beslut"]


def test_newspaper_columns_follow_each_other(krom: Browser) -> None:
    """Two columns of running text are read as they are written."""
    text = "Nämnden har under året arbetat med tre större frågor, som alla rör skolornas lokaler. " * 8
    lines = _printed(krom, f'<div style="columns:2">{text}</div>')
    assert " ".join(line.text for line in lines if line.text) == text.strip()
