"""What a record says is shown, never obeyed: no text becomes markup that was not meant."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive, build
from generator.records.folder import read_folder
from generator.views.markdown import escape, prose

BASE = Path(__file__).resolve().parent.parent / "cases" / "_bas" / "content"
EXTENSIONS = ["attr_list", "md_in_html", "tables", "def_list", "admonition", "toc"]
PIECES = (
    "a", "b ", " ", "\n", "\n\n", "    ", "\t", "-", "--", "---", "===", "#", "# ", "{", "}", "{: onclick=x }", "{#id}",
    "<", "<b>", "</b>", "<!--", "-->", "&", "&lt;", "&#60;", "[", "]", "(", ")", "](javascript:x)", "[[", "]]", "[[x|",
    "http://x.y/", "https://x.y/z(", "javascript:", "x:y", "mailto:a@b.c", "`", "``", "*", "**", "_", "__", "~", "^",
    "|", "|-|", "\n|-|\n", ":", "\n: ", "!", "!!! note\n    ", "1. ", "1) ", "+ ", "> ", "\\", '"', "'", "=", "$",
    "[^1]", "[a]: ", "*[a]: ", ":::", "///",
)  # fmt: skip
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
MEANT = re.compile(r'</?(?:p|em|strong|ul|li|br /?)>|<a href="https?://[^"<>]*">|</a>')
AROUND = (("", ""), ("- ", ""), ("## ", " {#own}"), ("**", "**"), ("| ", " |\n|---|\n| b |"), (":   ", ""))


@pytest.fixture(scope="module")
def archive() -> Archive:
    """A small archive, for the links of prose."""
    found = build(read_folder(BASE), dt.date(2024, 5, 1))
    assert found is not None
    return found


def html(text: str) -> str:
    """The Markdown as a page, with the extensions of the site."""
    return markdown.markdown(text, extensions=EXTENSIONS)


def tags(text: str) -> list[str]:
    """The names of the tags of a page."""
    return re.findall(r"</?[^\s>]*", text)


@given(HOSTILE)
def test_running_text_becomes_only_what_records_allow(archive: Archive, text: str) -> None:
    """Paragraphs, lists, emphasis and links to the web and the archive: nothing else comes out of prose."""
    assert "<" not in MEANT.sub("", html(str(prose(archive, text))))


@given(HOSTILE.map(lambda text: " ".join(text.split())).filter(bool))
def test_a_value_becomes_nothing_but_text(text: str) -> None:
    """A value adds no tag where it stands: in a paragraph, a list, a heading, a table, a definition."""
    for before, after in AROUND:
        assert tags(html(before + str(escape(text)) + after)) == tags(html(before + "X" + after))


@pytest.mark.parametrize(
    "text", ["Rubrik\n---", "Före\n\n---\n\nefter", "** **", "http://x.y/'titel'", "http://x.y/`a` `b`"]
)
def test_what_once_became_markup(archive: Archive, text: str) -> None:
    """A line of hyphens is no heading and no rule, two pairs of stars are no rule, an address has no title or code."""
    assert not re.search("<(?:h[1-6r]|code)|title=", html(str(prose(archive, text))))
