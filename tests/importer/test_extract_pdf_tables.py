"""Tables, lists and heads of a PDF: every cell in its column, whether rules or only white space part the columns."""

from __future__ import annotations

from itertools import pairwise, product

from generator.importer.extract.document import extract
from generator.importer.extract.line import Line
from tests.importer.pdfer import Page, Shape, Text, column, pdf

EDGES = (70, 180, 220, 250, 280)
STEP = 16


def _lines(*pages: Page) -> tuple[Line, ...]:
    return extract("prov.pdf", pdf(*pages)).lines


def _texts(*pages: Page) -> list[str]:
    return [line.text for line in _lines(*pages)]


def _cells(*pages: Page) -> list[tuple[str, ...]]:
    return [line.cells for line in _lines(*pages)]


def _words(rows: tuple[tuple[str, ...], ...], size: float = 11) -> list[Text]:
    return [
        Text(EDGES[place] + 4, 700 - STEP * number, word, size)
        for number, row in enumerate(rows)
        for place, word in enumerate(row)
        if word
    ]


def _upright(count: int, *, whole: bool = True) -> list[Shape]:
    """The rules between the columns of so many rows: each in one piece, or a piece for every row."""
    if whole:
        return [Shape(x, 716 - STEP * count - 5, 0.5, STEP * count) for x in EDGES]
    return [Shape(x, 695 - STEP * row, 0.5, STEP) for row, x in product(range(count), EDGES)]


def _level(count: int) -> list[Shape]:
    return [Shape(EDGES[0], 695 - STEP * row, EDGES[-1] - EDGES[0], 0.5) for row in range(-1, count)]


VOTES = (("Ledamot", "Parti", "Ja", "Nej"), ("Anna Berg", "S", "X", ""), ("Bo Ek", "", "", "X"), ("Cia Do", "", "", ""))


def test_rules_part_the_cells_also_where_few_are_filled() -> None:
    """A cross stands in its column, and an empty cell is one, by the rules drawn between the columns."""
    for rules in (_upright(4), _upright(4, whole=False), [*_upright(4), *_level(4)]):
        assert _cells([*_words(VOTES), *rules]) == list(VOTES)
    assert _cells([*_words(VOTES[2:3]), *_upright(1)]) == [VOTES[2]]


def test_a_cell_over_several_columns_stands_in_the_first_of_them() -> None:
    """A sum whose label reaches over the party too has its numbers under the others."""
    rules = [*_upright(4, whole=False), *(Shape(x, 631, 0.5, STEP) for x in EDGES if x != EDGES[1])]
    total = [Text(74, 700 - 4 * STEP, "Summa av alla ledamöter"), Text(224, 700 - 4 * STEP, "1")]
    assert _cells([*_words(VOTES), *total, *rules])[-1] == ("Summa av alla ledamöter", "", "1", "")


def test_a_table_drawn_as_stroked_boxes_is_a_table() -> None:
    """The edges of a box round each cell are rules."""
    boxes = [
        Shape(left, 695 - STEP * row, right - left, STEP, stroked=True)
        for row, (left, right) in product(range(4), pairwise(EDGES))
    ]
    assert _cells([*_words(VOTES), *boxes]) == list(VOTES)


def test_a_cell_that_is_broken_over_lines_is_whole() -> None:
    """What had no room in its cell goes on with it; a line with a rule above it is a row of its own."""
    page: list[Text | Shape] = [
        *_words((("2024-04-02", "S", "X", ""), ("Bo Ek", "Utlam", "", "X"), ("", "nande", "", ""))),
        *_upright(3),
    ]
    assert _cells(page) == [("2024-04-02", "S", "X", ""), ("Bo Ek", "Utlam nande", "", "X")]
    assert len(_cells([*page, *_level(3)])) == 3


def test_a_first_cell_that_is_broken_is_whole_between_rules() -> None:
    """Where every row stands on a rule, what is between two rules is one row; the hyphen of a day stays."""
    page: list[Text | Shape] = [
        *_words((("Anna Berg den 2024-", "S", "X", ""), ("04-02 i Sala", "", "", ""), VOTES[1])),
        *_upright(3),
    ]
    rules = [_level(3)[place] for place in (0, 2, 3)]
    assert _cells([*page, *rules]) == [("Anna Berg den 2024-04-02 i Sala", "S", "X", ""), VOTES[1]]
    assert len(_cells(page)) == 3


def test_white_space_through_all_rows_parts_the_columns() -> None:
    """Without rules a narrow column is known by what stands over and under it, and a name alone has its empty cells."""
    edges = (72, 140, 168, 186, 210)
    rows = (
        ("Ledamot", "Parti", "Ja", "Nej", "Avstår"), ("Anna Berg", "S", "X", "", ""), ("Bo Ek", "", "", "", ""),
        ("Cia Do", "KD", "", "X", ""), ("Summa", "", "1", "1", "0"),
    )  # fmt: skip
    page: list[Text | Shape] = [
        Text(edges[place], 700 - 14 * number, word, 10)
        for number, row in enumerate(rows)
        for place, word in enumerate(row)
        if word
    ]
    assert _cells(page) == list(rows)


def test_a_name_under_a_table_is_no_row_of_it() -> None:
    """A line alone after the last row is a line."""
    page = [*_words((*VOTES[:3], ("Cia Do", "", "X", ""))), Text(74, 652 - STEP, "Beslut")]
    assert _lines(page)[-1].cells == ()


def test_a_cell_without_rules_that_goes_on_below_is_whole() -> None:
    """The next line of a cell that was full belongs to its row."""
    rows = [*column(["2024-04-02", "", "2024-04-11"]), *column(["Utlamnande av handling", "med maskning"], x=150)]
    names = [*column(["Bo Ek", "", "Cia Do"], x=275), Text(150, 734, "Hyresavtal")]
    assert _texts([text for text in (*rows, *names) if text.words]) == [
        "2024-04-02\tUtlamnande av handling med maskning\tBo Ek",
        "2024-04-11\tHyresavtal\tCia Do",
    ]


def test_rules_part_a_label_from_its_value() -> None:
    """Two columns with a rule between are two, however near they stand; an empty one is not shown."""
    rules = [Shape(x, 650, 0.5, 80) for x in (70, 155.5, 400)]
    page = [Text(72, 700, "Justerare och tid"), Text(157, 700, "Anna Berg"), Text(157, 687, "2024-04-02")]
    assert _texts([*page, *rules]) == ["Justerare och tid\tAnna Berg", "2024-04-02"]


def test_a_drawn_dot_is_a_bullet() -> None:
    """Where the dot of a list is drawn and no letter, the item still has its bullet; a dotted line is none."""
    words = column(["Protokoll från bolaget", "Cirkulär 24:19"], x=98)
    dots = [Shape(87, 762, 3, 3), Shape(87, 749, 3, 3)]
    assert _texts([*words, *dots]) == ["• Protokoll från bolaget", "• Cirkulär 24:19"]
    dotted = [Shape(60 + 5 * place, 762, 2, 2) for place in range(6)]
    assert _texts([*words, *dotted]) == ["Protokoll från bolaget", "Cirkulär 24:19"]


def test_small_lines_beside_a_large_one_stay_apart() -> None:
    """In a head of two small lines beside large ones, each small line stands with the large one that is nearest."""
    large = [Text(45, 760, "STENVIKS", 13), Text(45, 745, "KOMMUN", 13)]
    small = column(["PROTOKOLL", "Kommunstyrelsen"], x=200, top=763.5, step=11.5)
    days = column(["Sammanträdesdatum", "2024-05-07"], x=400, top=763.5, step=11.5)
    assert _texts([*large, *[Text(one.x, one.y, one.words, 9) for one in (*small, *days)]]) == [
        "STENVIKS\tPROTOKOLL\tSammanträdesdatum",
        "KOMMUN\tKommunstyrelsen\t2024-05-07",
    ]


def test_a_page_full_of_drawing_is_read() -> None:
    """A map of very many lines gives no table, and its text is read."""
    lines = [Shape(50 + place % 500, 50 + place % 700, 0.5, 6) for place in range(9000)]
    assert _texts([Text(72, 700, "Anna Berg S X"), *lines]) == ["Anna Berg S X"]


def test_a_table_on_end_is_a_table() -> None:
    """A page laid on its side has its rules where its text sees them."""
    words = [Text(800 - one.y, one.x, one.words, upright=False) for one in _words(VOTES)]
    rules = [Shape(800 - one.y - one.height, one.x, one.height, one.width) for one in _upright(4)]
    assert _cells([*words, *rules]) == list(VOTES)
