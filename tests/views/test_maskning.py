"""A masked person is named in no artifact, however the name is written."""

from __future__ import annotations

import datetime as dt
import html
import json
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.views.artifacts import File, Page, Planned
from generator.views.markdown import escape
from generator.views.maskning import mask_files, mask_pages, masked_names
from generator.views.site import artifacts
from tests.views.miniatyr import read

CONTENT = Path(__file__).parent / "moten" / "content"
DAY = dt.date(2024, 4, 3)
NAME = "Hilda Dold-Ånger"


@pytest.fixture(scope="module")
def arkiv() -> Archive:
    """The miniature archive, in which Hilda Dold-Ånger is masked."""
    return read(CONTENT, DAY)


def _body(archive: Archive, text: str) -> str:
    page = Page("a/index.md", f'---\ntitle: "A"\n---\n\n{text}')
    (planned,) = mask_pages(archive, [Planned(page.path, lambda: page)])
    return planned.make().text.split("---\n\n", 1)[1]


def test_no_artifact_names_her(arkiv: Archive) -> None:
    """Neither head name nor variant nor id is left in any page or file, nor in their addresses."""
    for one in artifacts(arkiv):
        text = html.unescape(one.text if isinstance(one, Page) else one.data.decode())
        assert "Ånger" not in text, one.path
        assert "hilda" not in (text + one.path).lower(), one.path


def test_what_stands_in_her_place_can_be_read(arkiv: Archive) -> None:
    """The place of the name is marked, in pages and in files."""
    made = {one.path: one for one in artifacts(arkiv)}
    page, file = made["moten/namnden/2024-03-06/index.md"], made["filer/bilaga-1.txt"]
    assert isinstance(page, Page)
    assert isinstance(file, File)
    assert "&#91;namn borttaget&#93; utses att" in page.text
    assert file.data.decode() == "hemligt om [namn borttaget]\n"


@pytest.mark.parametrize(
    "written",
    [
        NAME,
        NAME.upper(),
        str(escape(NAME)),
        html.escape(NAME),
        NAME.encode("ascii", "xmlcharrefreplace").decode(),
        json.dumps(NAME)[1:-1],
        quote(NAME),
        unicodedata.normalize("NFD", NAME),
        "Hilda\n    > Dold-Ånger",
        "Hilda\u00a0Dold\u2011Ånger",
        "**Hilda** Dold-Ånger",
    ],
)
def test_every_way_to_write_the_name_is_found(arkiv: Archive, written: str) -> None:
    """Escaped, broken over lines, decomposed, in JSON or in an address: the name is taken out."""
    assert "namn borttaget" in _body(arkiv, f"Här står {written} i texten.")


@given(st.text(alphabet="ab &<*_[]()#\n-.", max_size=20), st.text(alphabet="ab &<*_[]()#\n-.", max_size=20))
def test_the_name_is_found_whatever_stands_around_it(before: str, after: str) -> None:
    """Any text that does not make the name part of a longer word leaves no trace of it."""
    archive = read(CONTENT, DAY)
    left, right = before.rstrip("ab"), after.lstrip("ab")
    assert "nger" not in html.unescape(_body(archive, str(escape(f"{left}{NAME}{right}"))))


def test_the_genitive_is_found_and_longer_words_are_not(arkiv: Archive) -> None:
    """Her name with a genitive s is her; a longer name that only begins like hers is not."""
    assert _body(arkiv, "Hilda Ångers kalkyl") == "&#91;namn borttaget&#93;s kalkyl"
    assert _body(arkiv, "Hilda Ångermark") == "Hilda Ångermark"


def test_where_nobody_is_masked_nothing_changes() -> None:
    """Without masked persons pages and files pass through untouched."""
    archive = read(CONTENT.parents[2] / "cases" / "_bas" / "content", DAY)
    assert masked_names(archive) == ()
    pages = [Planned("alma-testsson/index.md", lambda: Page("alma-testsson/index.md", "Alma Testsson"))]
    files = [File("alma-testsson.txt", b"Alma Testsson")]
    assert mask_pages(archive, pages) == pages
    assert list(mask_files(archive, files)) == files


def test_a_file_that_is_not_text_is_passed_on(arkiv: Archive) -> None:
    """Bytes that are no UTF-8 text are left as they are."""
    scanned = File("filer/skannad.pdf", b"%PDF \xff\xfe")
    assert list(mask_files(arkiv, [scanned])) == [scanned]
