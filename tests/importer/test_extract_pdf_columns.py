"""Newspaper columns of a PDF are read one after the other; tables, lists and heads of two columns row by row."""

from __future__ import annotations

import pytest

from generator.importer.extract.document import extract
from tests.importer.pdfer import Page, Shape, Text, column, pdf

LEFT = [
    "Nämnden har under året arbetat med tre",
    "större frågor. Den första gäller skjutsar",
    "i de norra delarna, där kostnaderna har",
    "ökat kraftigt. Den andra gäller lokaler",
    "och den tredje rör arbetsmiljön för alla.",
]
RIGHT = [
    "Arbetet fortsätter under hösten, och en",
    "redovisning lämnas i december då även",
    "de ekonomiska följderna är kända. Målen",
    "nås enligt förvaltningens bedömning av",
    "läget.",
]


def _texts(page: Page) -> list[str]:
    return [line.text for line in extract("prov.pdf", pdf(page)).lines if line.text]


def _lower(text: Text, points: float) -> Text:
    return Text(text.x, text.y - points, text.words)


@pytest.mark.parametrize("offset", [0, 6, -11])
def test_the_left_column_is_read_first(offset: float) -> None:
    """Running text in two columns is one text after the other, also where the lines do not stand side by side."""
    right = [_lower(one, offset) for one in column(RIGHT, x=310)]
    assert _texts([*column(LEFT), *right]) == [*LEFT, *RIGHT]


def test_three_columns_are_three() -> None:
    """The columns beside the first are read in the same way."""
    page = [text for place, words in enumerate((LEFT, RIGHT, LEFT)) for text in column(words, x=20 + 230 * place)]
    assert _texts(page) == [*LEFT, *RIGHT, *LEFT]


def test_text_over_the_whole_page_stands_where_it_is() -> None:
    """A line across the page, and a short one apart from the columns above it, end these; new ones may begin."""
    across = Text(72, 786, "En inledande rad som är så lång att den går över båda spalterna på den här sidan.")
    short = Text(72, 670, "Beslut")
    lower = [*column(LEFT, top=640), *column(RIGHT, x=310, top=640)]
    page = [across, *column(LEFT), *column(RIGHT, x=310), short, *lower]
    assert _texts(page) == [across.words, *LEFT, *RIGHT, "Beslut", *LEFT, *RIGHT]


def test_a_right_column_that_ends_earlier_leaves_the_left_whole() -> None:
    """On a last page the left column goes on alone, after a paragraph's space too."""
    more = column(LEFT[1:], top=680)
    assert _texts([*column(LEFT), *more, *column(RIGHT, x=310)]) == [*LEFT, *LEFT[1:], *RIGHT]


def test_a_head_of_labels_is_read_row_by_row() -> None:
    """Labels are not running text, however long what stands beside them is."""
    labels = ["Plats och tid", "Beslutande", "Ersättare", "Justering", "Organ"]
    assert _texts([*column(labels), *column(RIGHT, x=310)]) == [
        f"{label}\t{text}" for label, text in zip(labels, RIGHT, strict=True)
    ]


def test_lists_of_people_are_read_row_by_row() -> None:
    """Names in two columns are no running text."""
    names = ["Anna Bergström Ek (S), ledamot", "Bo Eklund (M), vice ordförande", "Cia Dahl (V), ledamot"] * 2
    page = [*column(names), *column(names, x=310)]
    assert _texts(page) == [f"{name}\t{name}" for name in names]


def test_running_text_in_the_cells_of_a_table_is_read_row_by_row() -> None:
    """Rules on both sides of the columns make them a table."""
    rules = [Shape(x, 690, 0.5, 90) for x in (68, 300, 540)]
    assert "\t" in _texts([*column(LEFT), *column(RIGHT, x=310), *rules])[0]
