"""Every table of every page has headings and a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import html  # type: ignore[import-untyped]

from tests.webblasare.conftest import Sajt

pytestmark = pytest.mark.langsam


def _tables(sites: dict[str, Sajt]) -> Iterator[tuple[str, html.HtmlElement]]:
    for name, site in sites.items():
        for path in sorted(site.mapp.rglob("*.html")):
            tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
            yield from ((f"{name}:{path.relative_to(site.mapp)}", table) for table in tree.iter("table"))


def test_every_table_says_what_it_is_about(sajter: dict[str, Sajt]) -> None:
    """Each table has headings for its columns and a caption that says what it is about; no heading is empty."""
    tables = list(_tables(sajter))
    assert tables
    unnamed = [where for where, one in tables if not (one.findtext("caption") or "").strip()]
    bare = [where for where, one in tables if one.find(".//th") is None]
    empty = [where for where, one in tables for th in one.iter("th") if not th.text_content().strip()]
    assert (unnamed, bare, empty) == ([], [], [])
