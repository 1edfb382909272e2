"""The quick Markdown gives what Python-Markdown gives."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config

from generator.archive.archive import build
from generator.publish.conversion.blocks import GUARDS
from generator.publish.conversion.converter import quick_markdown
from generator.publish.settings import REPOSITORY
from generator.records.folder import read_folder
from generator.views.site import plan
from tests.bench.make_archive import LAST_YEAR, make
from tests.exempel import antal_exempel

CONFIG = load_config(str(REPOSITORY / "mkdocs.yml"), docs_dir=str(REPOSITORY / "site_overrides"))
QUICK = quick_markdown(CONFIG.markdown_extensions, CONFIG.mdx_configs)

SIGNS = [
    *("*", "**", "***", "_", "__", "`", "``", "\\", "\\*", "\\[", "[", "]", "](", ")", "(", "![", "<", ">", "'", '"'),
    *("&", "&#42;", "&#x5B;", "&amp;", "&para;", "&lt;b&gt;", "  \n", "|", "{", "}", "{: .a #b c=d }", "{ .a }", "{:"),
    *("[x](../y/index.md#z)", "[x](<a b> 'c')", '[x](a "b")', "![x](y.png)", "[x][r]", "[r]", "![r]", "[x](", "(()"),
    *("<https://a.se/b>", "<a@b.se>", "<b>", "</b>", "<br>", "<!-- x -->", "<span class='a'>", "</span>", "<?x?>"),
    *("å", "a", " ", "  ", "word", "Ärende", "1", "–", "”", "§ 12", "!", "\t", "\r\n", "\x02", "\x03", "klzzwxh:0000"),
]
STARTS = [
    *(
        "# ",
        "## ",
        "### x {#p1}",
        "#",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "12. ",
        "    - ",
        "    ",
        "        ",
        "> ",
        "> > ",
        ">",
    ),
    *(":   ", ": ", "!!! note", '!!! note "T"', "---", "***", "___", "===", "-- -", "[r]: /a 'b'", "[s]: <b>", "[TOC]"),
    *(
        "| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |",
        "| a |\n|---|",
        "a | b\n- | -\nc | d",
        "```",
        "~~~",
        "``` py",
        "|",
    ),
    *(
        '<div markdown="1">',
        "</div>",
        '<section markdown="1" id="x">',
        "</section>",
        "<p>x</p>",
        '<li markdown="block">',
    ),
    *("</li>", "<ul markdown='1'>", "</ul>", "<pre>", "</pre>", "<script>", "</script>", '<p markdown="span">', "</p>"),
    *(
        "<hr>",
        "<hr markdown='1'>",
        "<svg><title>x</title></svg>",
        "<details><summary>x</summary>",
        "</details>",
        "<!--",
    ),
    *("-->", "<!DOCTYPE x>", "<![CDATA[", "]]>", "<?php", "?>", "", "", "", "Term", "   ", "x"),
]
LINES = st.builds("{}{}".format, st.sampled_from(STARTS), st.lists(st.sampled_from(SIGNS), max_size=6).map("".join))
TEXTS = st.lists(LINES, min_size=1, max_size=12).map("\n".join)


def made(md: Markdown, text: str) -> tuple[object, object]:
    """The HTML and the headings of a text, or which error there was."""
    try:
        return md.reset().convert(text), getattr(md, "toc_tokens", None)
    except Exception as error:
        return type(error), str(error)


def stock() -> Markdown:
    """The library as MkDocs makes it for each page."""
    settings: dict[str, Any] = CONFIG.mdx_configs
    return Markdown(extensions=CONFIG.markdown_extensions, extension_configs=settings)


@antal_exempel(300)
@given(TEXTS)
@example("Sammanfattning *– ordalydelse*{ .marke }  {: .beslut }\n:   > Ett\n    > två\n    >\n    > tre")
@example("[TOC]\n\n# A {#a}\n\n## B [x](y) &#42; *c*")
@example("[*a* [b](c) `d` <b>e</b> &#42;](f(g)h 'i') ![j *k*](l)")
@example("[a][r] *[r]* ![r]\n\n[r]: /x 'y'")
@example("*a **b* c** _d*e_f* ***g** h*")
def test_any_markdown_becomes_the_same(text: str) -> None:
    """Whatever is written, the quick one and the library's agree on the HTML, the headings and the errors."""
    assert made(QUICK, text) == made(stock(), text)


@given(st.from_regex(r"[^\W\d_][^\n]*", fullmatch=True))
def test_a_line_that_begins_with_a_letter_is_a_paragraph(block: str) -> None:
    """No guard lets such a block through, so QuickParser need not ask any."""
    assert not block[:1].isalpha() or not [kind for kind, may in GUARDS.items() if may(block)]


@pytest.mark.langsam
def test_every_page_of_the_archive_becomes_the_same() -> None:
    """All pages of the real records."""
    agree_on(REPOSITORY / "content", dt.date(2025, 1, 15))


@pytest.mark.langsam
def test_every_page_of_an_invented_archive_becomes_the_same(tmp_path: Path) -> None:
    """All pages of the archive that measurements are made on, at a small size."""
    make(tmp_path / "a", 12)
    agree_on(tmp_path / "a", dt.date(LAST_YEAR, 12, 31))


def agree_on(content: Path, day: dt.date) -> None:
    """Convert every page of an archive by both."""
    archive = build(read_folder(content), day)
    assert archive
    for page in (planned.make() for planned in plan(archive)):
        assert made(QUICK, page.text) == made(stock(), page.text), page.path
