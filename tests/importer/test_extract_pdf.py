"""A text PDF as lines: reading order, columns, places, weight, pages; what is a picture is told."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.importer.extract.document import extract
from generator.importer.extract.line import Line
from generator.importer.extract.refused import Refused
from tests.importer.pdfer import Page, Text, column, pdf

ROOT = Path(__file__).resolve().parents[2]
PAGES, MOST_SECONDS, MOST_MEGABYTES = 200, 40, 500


def _lines(*pages: Page) -> tuple[Line, ...]:
    return extract("prov.pdf", pdf(*pages)).lines


def _texts(*pages: Page) -> list[str]:
    return [line.text for line in _lines(*pages)]


def test_lines_are_read_from_the_top_whatever_the_order_of_the_file() -> None:
    """Lines stand in order of place, each with page, left edge, size and weight."""
    found = _lines(
        [Text(72, 700, "Vanlig rad"), Text(72, 760, "§ 12 Rubrik", 14, bold=True)], [Text(90, 760, "Sida två")]
    )
    assert [(line.text, line.page, line.indent, line.size, line.bold) for line in found if line.text] == [
        ("§ 12 Rubrik", 1, 72.0, 14.0, True),
        ("Vanlig rad", 1, 72.0, 11.0, False),
        ("Sida två", 2, 90.0, 11.0, False),
    ]
    assert [line.number for line in found] == list(range(1, len(found) + 1))


def test_a_wide_gap_is_a_tab_and_a_narrow_one_a_space() -> None:
    """Columns are parted by tabs; a word drawn in two pieces is one word."""
    page = [Text(72, 700, "Anna Berg (S)"), Text(250, 700, "Köping"), Text(72, 680, "Väl"), Text(87.9, 680, "komna")]
    assert _texts(page) == ["Anna Berg (S)\tKöping", "Välkomna"]


def test_a_column_is_known_by_the_lines_around_it() -> None:
    """A label that nearly reaches its value is still a label, where other lines begin their values there."""
    rows = [("Organ", "Kommunstyrelsen"), ("Datum då anslaget tas ned", "2025-04-10"), ("Underskrift", "Bo Ek")]
    page = [
        text
        for place, (label, value) in enumerate(rows)
        for text in (Text(72, 700 - 14 * place, label), Text(211, 700 - 14 * place, value))
    ]
    assert _texts(page) == ["\t".join(row) for row in rows]


def test_the_edge_of_a_paragraph_is_no_column() -> None:
    """A word that happens to stand where other lines begin is a word of its line."""
    assert _texts([Text(87, 713, "Indragen rad"), Text(72, 700, "or"), Text(87, 700, "at the end")]) == [
        "Indragen rad",
        "or at the end",
    ]


@pytest.mark.parametrize("mark", ["•", "–", "1.", "b)", "§ 12"])
def test_the_mark_of_an_item_stands_with_its_text(mark: str) -> None:
    """A bullet or a number is no column of its own, however far it stands from the text."""
    assert _texts([Text(72, 700, mark), Text(108, 700, "Val av justerare")]) == [f"{mark} Val av justerare"]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (("Datum då anslaget", "sätts upp"), "Datum då anslaget sätts upp"),
        (("Datum för anslags-", "uppsättande"), "Datum för anslagsuppsättande"),
        (("Yvonne Blücher-", "Svensson"), "Yvonne Blücher-Svensson"),
    ],
)
def test_a_label_on_two_lines_with_its_value_between_them_is_one_row(label: tuple[str, str], said: str) -> None:
    """Where the shorter cell of a table is centred, no line of it is left without its label."""
    page = [Text(72, 700, label[0]), Text(250, 693.5, "2025-03-19"), Text(72, 687, label[1])]
    assert _texts(page) == [f"{said}\t2025-03-19"]


def test_a_label_that_goes_on_under_itself_is_one_row() -> None:
    """The second line of a label beside a value, in the middle of its sentence, belongs to the first."""
    labels = column(["Förvaringsplats för", "protokollet", "Organ"])
    values = [Text(250, 760, "Kommunhuset"), Text(250, 734, "Nämnden")]
    assert _texts([*labels, *values]) == ["Förvaringsplats för protokollet\tKommunhuset", "Organ\tNämnden"]


def test_small_letters_alone_make_no_label_go_on() -> None:
    """Rows with values of their own are rows of their own, and so is a paragraph that nothing shows columns for."""
    rows = [*column(["anna", "bo", "cia"]), *column(["ja", "nej", "ja"], x=250)]
    assert _texts(rows) == ["anna\tja", "bo\tnej", "cia\tja"]
    assert _texts([*column(["Se bilaga", "ett och två"]), Text(250, 760, "sid 3")]) == [
        "Se bilaga\tsid 3",
        "ett och två",
    ]


def test_an_empty_cell_of_a_table_is_an_empty_cell() -> None:
    """In a list of votes, also overleaf, a cross stands in the column that it is printed in."""
    head = (("Ledamot", 72), ("Parti", 200), ("Ja", 260), ("Nej", 290))
    votes = ((("Anna Berg", 72), ("S", 200), ("X", 260)), (("Bo Ek", 72), ("M", 200), ("X", 290)))
    over = ((("Cia Do", 72), ("V", 200), ("X", 290)),)

    def page(rows: tuple[tuple[tuple[str, int], ...], ...]) -> Page:
        return [Text(x, 700 - 14 * place, word) for place, row in enumerate(rows) for word, x in row]

    found = _lines(page((head, *votes)), page(over))
    assert [line.cells for line in found] == [
        ("Ledamot", "Parti", "Ja", "Nej"),
        ("Anna Berg", "S", "X", ""),
        ("Bo Ek", "M", "", "X"),
        ("Cia Do", "V", "", "X"),
    ]
    assert found[-1].text == "Cia Do\tV\t\tX"


def test_a_wide_space_between_lines_is_a_blank_line() -> None:
    """Lines of a paragraph stand together, the next paragraph apart."""
    assert _texts([*column(["ett", "två", "tre"]), *column(["fyra", "fem"], top=710)]) == [
        "ett", "två", "tre", "", "fyra", "fem",
    ]  # fmt: skip


def test_a_hyphen_at_the_end_of_a_line_is_kept() -> None:
    """Whether it is a hard or a soft one is for others to judge."""
    assert _texts(column(["kompetens-", "försörjning"])) == ["kompetens-", "försörjning"]


def test_raised_numbers_stand_on_their_line() -> None:
    """A note number, smaller and higher, is part of the word that it follows."""
    assert _texts([Text(72, 700, "beslut"), Text(101.4, 704, "1", size=7)]) == ["beslut1"]


def test_words_drawn_twice_are_there_once() -> None:
    """A printer's way to make a word bold does not say it twice."""
    assert _texts([Text(72, 700, "Beslut"), Text(72.4, 700, "Beslut")]) == ["Beslut"]


def test_text_on_end_comes_after_the_rest() -> None:
    """A stamp in the margin does not stand in the middle of the lines beside it."""
    stamp = Text(30, 400, "Signerat digitalt", upright=False)
    assert _texts([stamp, *column(["första raden", "andra raden"])]) == [
        "första raden",
        "andra raden",
        "",
        "Signerat digitalt",
    ]


def test_what_is_filled_in_is_read() -> None:
    """The text of form fields and notes on a page stands among its lines, where it is seen."""
    data = pdf(column(["Organ", "Ort"]), written=[Text(200, 760, "Kommunstyrelsen")])
    assert [line.text for line in extract("prov.pdf", data).lines] == ["Organ\tKommunstyrelsen", "Ort"]


def test_pages_of_pictures_are_told() -> None:
    """A scanned file is refused with the way out; a scanned page in a file with text is told to the reviewer."""
    text = column(["En rad text på första sidan"])
    mixed = extract("prov.pdf", pdf(text, [], pictures=[2]))
    assert "Sidan 2 är en bild" in mixed.remarks[0]
    with pytest.raises(Refused) as scanned:
        extract("mitt prov.pdf", pdf([], [], pictures=[1, 2]))
    assert scanned.value.diagnostic.code == "I006"
    assert "ocrmypdf -l swe 'mitt prov.pdf' 'mitt prov-text.pdf'" in scanned.value.diagnostic.cure


def test_a_scanned_file_with_its_text_read_is_a_text_file() -> None:
    """A picture with enough text over it has been read already."""
    page = column(["Nämnden beslutar att lägga rapporten till handlingarna."] * 6)
    assert extract("prov.pdf", pdf(page, pictures=[1])).remarks == ()


@pytest.mark.langsam
def test_a_long_protokoll_is_read_in_time(tmp_path: Path) -> None:
    """200 pages take less than 40 seconds and 500 MB."""
    page = column(["§ 12 Nämnden beslutar att ärendet ska beredas vidare av förvaltningen till nästa gång."] * 50)
    path = tmp_path / "lang.pdf"
    path.write_bytes(pdf(*[page] * PAGES))
    code = (
        "import pathlib, resource, sys; from generator.importer.extract.document import extract;"
        "print(len(extract('lang.pdf', pathlib.Path(sys.argv[1]).read_bytes()).lines),"
        " resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code, path], cwd=ROOT, capture_output=True, text=True, check=True)
    lines, memory = map(int, done.stdout.split())
    assert lines == PAGES * 50
    assert time.monotonic() - begun < MOST_SECONDS
    assert memory / (1024 * 1024 if sys.platform == "darwin" else 1024) < MOST_MEGABYTES
