"""Tables that stay readable on a phone: a Markdown extension, named in mkdocs.yml.

A table of more than two columns of words is marked so that the style sheet can lay out its rows as cards on a narrow
screen. Every cell then says which column it belongs to (``data-kolumn``), and the roles keep the table a table for
those who listen to it, since browsers forget it once the rows are laid out otherwise. Columns of numbers fit as they
are.

Every table has a caption, seen by screen readers alone: what it stands under is seen by all others.

Columns that the Markdown sets to the right or in the middle say so with a class: a style in the page would be stopped
by its security policy.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

WIDEST = 2
NAMING = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})
ALIGNED = {"text-align: right;": "hoger", "text-align: center;": "mitten", "text-align: left;": "vanster"}
AFTER_ATTRIBUTES = 6
"""Inline text (20) and attr_list (8) are done, so a heading has its text; the link sign of toc (5) is not there yet."""


class Tabeller(Treeprocessor):
    """Marks the wide tables of a page."""

    def run(self, root: Element) -> None:
        """Give each wide table its marks, in place."""
        for table in root.iter("table"):
            columns = list(table.iterfind("thead/tr/th"))
            if len(columns) > WIDEST and not _numbers(columns):
                _mark(table, ["".join(one.itertext()).strip() for one in columns])
            for cell in [*table.iter("th"), *table.iter("td")]:
                _align(cell)
                _name_nothing(cell)
        _caption(root)


def _numbers(columns: Sequence[Element]) -> bool:
    """Whether every column but the first is set to the right."""
    return all("right" in one.get("style", "") for one in columns[1:])


def _caption(root: Element) -> None:
    """Name each table after the heading or the term that it stands under, for those who jump from table to table."""
    above = ""
    for element in root.iter():
        if element.tag in NAMING:
            above = " ".join("".join(element.itertext()).split())
        elif element.tag == "table" and above and element.find("caption") is None:
            caption = Element("caption", {"class": "dold", "data-pagefind-ignore": ""})
            caption.text = above
            element.insert(0, caption)


def _align(cell: Element) -> None:
    """Change the style that the table's own extension wrote into a class."""
    if aligned := ALIGNED.get(cell.get("style", "")):
        del cell.attrib["style"]
        cell.set("class", " ".join(filter(None, [cell.get("class"), aligned])))


def _name_nothing(cell: Element) -> None:
    """An empty corner of a document's table is no heading: it names no column."""
    if cell.tag == "th" and not "".join(cell.itertext()).strip():
        cell.tag = "td"
        if cell.get("role") == "columnheader":
            cell.set("role", "cell")


def _mark(table: Element, names: Sequence[str]) -> None:
    table.set("data-bred", "")
    for tag, role in (("thead", "rowgroup"), ("tbody", "rowgroup"), ("tr", "row"), ("th", "columnheader")):
        for element in table.iter(tag):
            element.set("role", role)
    table.set("role", "table")
    for row in table.iterfind("tbody/tr"):
        for name, cell in zip(names, row, strict=False):
            cell.set("role", "cell")
            cell.set("data-kolumn", name)


class TabellerExtension(Extension):
    """Puts the marking after everything else that changes a table."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the marking."""
        md.treeprocessors.register(Tabeller(md), "tabeller", AFTER_ATTRIBUTES)


def makeExtension(**_settings: object) -> TabellerExtension:
    """What Markdown asks this module for."""
    return TabellerExtension()
