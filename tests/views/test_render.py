"""Templates write every value once, as Markdown, and links as seen from their page."""

from __future__ import annotations

import posixpath
import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.views.markdown import Lank, escape, written
from generator.views.render import indented, part, quoted, relative
from generator.views.urls import Adress
from tests.views.test_markdown import HOSTILE

FOLDER = st.lists(st.sampled_from(["moten", "organ", "a", "b", "å"]), max_size=4)
SPECIAL = re.compile(r"[&<>*_`\[\]{}#!|~^=\\\"$]")
LINE_START = re.compile(r"^(\s*)(?:([-+:])(?=\s|-|$)|(\d+)([.)])(?=\s|$))", re.MULTILINE)


def _plainly(text: str) -> str:
    """What `escape` says, written without a thought of speed."""
    text = SPECIAL.sub(lambda found: f"&#{ord(found.group())};", text)
    return LINE_START.sub(lambda found: f"{found[1]}{found[3] or ''}&#{ord(found[2] or found[4])};", text)


@given(HOSTILE | st.text())
def test_escaping_is_the_same_whatever_is_skipped(text: str) -> None:
    """Text without a sign that means anything is passed on, and that is what escaping would have made of it."""
    assert str(escape(text)) == _plainly(text)


@given(FOLDER, FOLDER)
def test_a_link_leads_from_its_page_to_where_it_led_from_the_root(here: list[str], there: list[str]) -> None:
    """Made relative, a link means the same file; a place on it is kept."""
    page, target = "/".join([*here, "index.md"]), "/".join([*there, "index.md"])
    expected = posixpath.relpath(target, posixpath.dirname(page) or ".")
    assert relative(f"[a](/{target}) [b](/{target}#p1)", page) == f"[a]({expected}) [b]({expected}#p1)"


class _Drawing:
    def __html__(self) -> str:
        return "<svg>"


def test_values_are_written_by_what_they_are() -> None:
    """Text and numbers escaped, links as links, Markdown and drawings as they are."""
    written_as = {
        "a*b": "a&#42;b",
        7: "7",
        Lank("a*b", Adress("moten", "p1")): "[a&#42;b](/moten/index.md#p1)",
        Lank("a*b"): "a&#42;b",
        Markup("*a*"): "*a*",
        _Drawing(): "<svg>",
    }
    assert [str(written(value)) for value in written_as] == list(written_as.values())


def test_a_part_of_a_page_is_a_term_with_its_content() -> None:
    """The mark and the class stand beside the term, lines are moved in, and what has no content is not there."""
    assert part("a\n\nb\n", "T*") == "T&#42;\n:   a\n\n    b\n\n"
    assert part(Markup("a"), "T", "m", "k") == "T *– m*{ .marke }  {: .k }\n:   a\n\n"
    assert part(" \n", "T") == ""
    assert indented("a") == "a"
    assert quoted(Markup("a\n\nb")) == "> a\n>\n> b"
