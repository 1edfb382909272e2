"""Labels that print has run together or torn apart are whole again, each at the beginning of a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.extract.line import Line
from generator.importer.items.items import Context, read_items
from generator.importer.layout.contents import contents, without_contents
from generator.importer.layout.pieces import pieces
from generator.importer.layout.segments import read_segments


def lines_of(text: str) -> tuple[Line, ...]:
    """Text as lines."""
    return tuple(Line(line.strip(" "), n) for n, line in enumerate(text.split("\n"), 1))


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("Öppnande**Bakgrund**", ["Öppnande", "**Bakgrund**"]),
        (
            "Datum då anslaget sätts upp\t2024-05-21\tDatum då anslaget tas ned\t2024-06-12",
            ["Datum då anslaget sätts upp\t2024-05-21", "Datum då anslaget tas ned\t2024-06-12"],
        ),
        (
            "Anslaget sätts upp 2024-05-21 Anslaget tas ned 2024-06-12",
            ["Anslaget sätts upp 2024-05-21", "Anslaget tas ned 2024-06-12"],
        ),
        (
            "Datum för\tDatum för\nanslags uppsättande\t2024-05-21\tanslags nedtagande\t2024-06-12",
            ["Datum för anslags uppsättande\t2024-05-21", "Datum för anslags nedtagande\t2024-06-12"],
        ),
        (
            "Datum då anslaget\t2024-05-21\tDatum då anslaget\t2024-06-12\nsätts upp\ttas ned",
            ["Datum då anslaget sätts upp\t2024-05-21", "Datum då anslaget tas ned\t2024-06-12"],
        ),
        (
            "Anslaget sätts upp\t2024-05-21\tDatum då anslaget\t2024-06-12\ntas ned",
            ["Anslaget sätts upp\t2024-05-21", "Datum då anslaget tas ned\t2024-06-12"],
        ),
        ("Justeringens Rådhuset 2024-05-20\nplats och tid", ["Justeringens plats och tid\tRådhuset 2024-05-20"]),
        ("Justeringens\tRådhuset\nplats och tid\t2024-05-20", ["Justeringens plats och tid\tRådhuset", "2024-05-20"]),
        ("Förvaringsplats Rådhuset\nför protokollet", ["Förvaringsplats för protokollet\tRådhuset"]),
        ("Under- Sekreterare ...\nskrifter Cia Al", ["Underskrifter", "Sekreterare ...", "Cia Al"]),
    ],
)
def test_labels_are_made_whole(printed: str, whole: list[str]) -> None:
    """Two labels on one line, and one label over two lines with its value between."""
    assert [line.text for line in pieces(lines_of(printed))] == whole


@pytest.mark.parametrize(
    "printed",
    [
        "Ledamöter\tErsättare\nAnna Ek\tBo Al",
        "Plats för lek finns i\nplats och tid som anges.",
        "Underskrifter\tSekreterare\t.....\tParagrafer\t70–72",
        "Anna Ek yrkar den 3 maj Bo Al avstår.",
    ],
)
def test_other_lines_stay(printed: str) -> None:
    """Headings of two columns, sentences, and the §§ beside signatures."""
    assert [line.text for line in pieces(lines_of(printed))] == printed.split("\n")


@given(st.lists(st.text("Datum för-\ta1.Ekbs ", max_size=20), max_size=8))
def test_no_letter_is_lost(texts: list[str]) -> None:
    """Only white space, hyphens at line ends and the order within a torn label change."""
    lines = tuple(Line(text.strip(), n) for n, text in enumerate(texts, 1))
    before = sorted("".join(line.text for line in lines))
    after = sorted("".join(line.text for line in pieces(lines)))
    keep = [sign for sign in before if sign.isalnum()]
    assert [sign for sign in after if sign.isalnum()] == keep


def test_a_table_of_contents_repeats_the_items() -> None:
    """Its rows, with leaders and page numbers or without, are told; other text under its heading is not."""
    rows = "§ 1 Val ........ 3\n§ 2 Budget för året 4\nBudget för året\nEn sak till"
    items = "§ 1 Val\n\nBeslut\nX.\n\n§ 2 Budget för året\n\nBeslut\nY.\n"
    found = contents(read_segments(lines_of(f"Innehåll\n{rows}\n\n{items}")))
    assert [line.text for line in found] == rows.split("\n")[:3]


def test_a_table_of_items_that_says_who_presents_them() -> None:
    """Its rows repeat the items but for the name, which is the item's, and a number that the item lacks.

    A row with more in it is kept whole.
    """
    table = (
        "Nr\tÄrende\tDiarienummer\tFöredragande\n1\tVal\n2\tBudget för året\tKS 2025/7\tAnna Ek, ekonom\n"
        "3\tAvtal\tBo Al\tbara om tiden räcker"
    )
    lines = lines_of(f"Ärenden\n{table}\n\n1. Val\n\n2. Budget för året\n\n3. Avtal\n\nText.\n")
    segments = read_segments(lines)
    found = contents(segments)
    assert [line.text.split("\t")[0] for line in found] == ["Nr", "1", "2"]
    left = [line.text for line in without_contents(lines, found, segments)]
    assert left[1:3] == ["KS 2025/7 Anna Ek, ekonom", "3\tAvtal\tBo Al\tbara om tiden räcker"]
    items = read_items(segments, Context("Kommunstyrelsen", slag="kallelse")).value
    assert [one.get("foredragande") for one in items] == [None, [{"rad": "Anna Ek, ekonom"}], None]
