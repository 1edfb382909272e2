"""Wide tables keep the names of their columns in every cell, so that a phone can show their rows as cards."""

from __future__ import annotations

import markdown
from lxml import html  # type: ignore[import-untyped]
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension

WIDE = "| Dag | *Organ* | Läge | Handlingar |\n|---|---|---|---|\n| 1 maj | A [b](/c/) | | Kallelse |\n"


def _page(text: str) -> html.HtmlElement:
    made = markdown.markdown(text, extensions=["tables", "def_list", "attr_list", "generator.publish.tabeller"])
    return html.fromstring(f"<div>{made}</div>")


def _table(text: str) -> html.HtmlElement:
    made = markdown.markdown(text, extensions=["tables", "attr_list", "generator.publish.tabeller"])
    return html.fromstring(made)


def test_every_cell_of_a_wide_table_names_its_column() -> None:
    """Four columns: each cell has its column's plain name, and the roles say that it is still a table."""
    table = _table(WIDE)
    assert "data-bred" in table.attrib
    assert [cell.get("data-kolumn") for cell in table.iter("td")] == ["Dag", "Organ", "Läge", "Handlingar"]
    assert table.get("role") == "table"
    assert [row.get("role") for row in table.iter("tr")] == ["row", "row"]
    assert {cell.get("role") for cell in table.iter("td", "th")} == {"cell", "columnheader"}


def test_a_table_that_fits_is_left_alone() -> None:
    """Two columns, or a column of names with numbers set to the right, stay as Markdown made them."""
    numbers = "| Organ | 2023 | 2024 | Alla |\n|---|---:|---:|---:|\n| A | 1 | 2 | 3 |\n"
    for text in ("| A | B |\n|---|---|\n| 1 | 2 |\n", numbers):
        table = _table(text)
        assert not table.attrib
        assert all("data-kolumn" not in cell.attrib and "role" not in cell.attrib for cell in table.iter("td"))


def test_a_column_set_to_the_right_says_so_without_a_style() -> None:
    """The page's security policy stops styles in the page, so the side is a class of each cell."""
    table = _table("| Organ | Antal |\n|:---|---:|\n| A | 3 |\n")
    assert [cell.get("class") for cell in table.iter("th", "td")] == ["vanster", "hoger"] * 2
    assert not [cell for cell in table.iter() if "style" in cell.attrib]


def test_an_empty_corner_is_no_heading() -> None:
    """A column without a name has no heading cell, which a screen reader would read as an empty one."""
    table = _table("| | Ja | Nej |\n|---|---|---|\n| S | 3 | 1 |\n")
    assert [(cell.tag, cell.get("role")) for cell in table.iterfind("thead/tr/*")] == [
        ("td", "cell"),
        ("th", "columnheader"),
        ("th", "columnheader"),
    ]


def test_a_table_is_named_after_what_it_stands_under() -> None:
    """The nearest heading or term before it is its caption; a table with nothing above it has none."""
    table = "| A | B |\n|---|---|\n| 1 | 2 |\n"
    indented = "".join(f"    {line}\n" for line in table.splitlines())
    page = _page(f"{table}\n# Möten\n\n{table}\n## *År* 2024\n\n{table}\nRöster\n\n:   Så här:\n\n{indented}")
    captions = [one.findtext("caption") for one in page.iter("table")]
    assert captions == [None, "Möten", "År 2024", "Röster"]


def test_a_caption_has_no_link_sign() -> None:
    """Headings get their permanent link after the tables have been named: nobody hears *Länk hit* at each table."""
    ours, toc = "generator.publish.tabeller", TocExtension(permalink="Länk hit")
    orders: list[list[str | Extension]] = [["tables", ours, toc], ["tables", toc, ours]]
    for order in orders:
        made = markdown.markdown("## Möten\n\n| A | B |\n|---|---|\n| 1 | 2 |\n", extensions=order)
        assert "Länk hit" in made
        assert html.fromstring(f"<div>{made}</div>").findtext(".//caption") == "Möten"
