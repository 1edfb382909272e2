"""Readers meet words: no page of the real archive shows a key, an id or what a program wrote for itself."""

from __future__ import annotations

import re
import typing
from collections import defaultdict
from collections.abc import Iterator, Mapping

import markdown
import pytest
from lxml import html  # type: ignore[import-untyped]

from generator.archive.archive import Archive
from generator.model.bas import Post
from generator.model.harkomst import Kalla
from generator.model.walk import parts
from generator.svenska import fold
from generator.views.artifacts import Page
from generator.views.site import artifacts

EXTENSIONS = ["attr_list", "md_in_html", "tables", "def_list", "admonition"]
ALSO_SWEDISH = {"huvudman", "rad", "saker", "satt", "stod", "val"}
"""Keys that are Swedish words as they stand, beside others that differ in a mark (råd, säker, sätt, stöd, väl)."""
SWEDISH_PHRASES = {"del av", "i kallelsen", "plats och tid", "sista dag", "skickas till"}
"""Keys of several words that are Swedish as they stand."""


@pytest.fixture(scope="module")
def synligt(arkivet: Archive) -> dict[str, str]:
    """What readers see of each page, its title and description first, without file names of sources and addresses."""
    sources = {one.fil for record in arkivet.records for _, one in parts(record.data, Kalla) if one.fil}
    names = "|".join(re.escape(name) for name in sorted(sources, key=lambda name: (-len(name), name)))
    address = re.escape(arkivet.arkiv.data.webbadress)
    files = re.compile(rf"{address}\S*|{names}")  # a citation has the page's own address
    pages = (one for one in artifacts(arkivet) if isinstance(one, Page))
    return {page.path: files.sub("", _visible(page)) for page in pages}


def _visible(page: Page) -> str:
    _, head, body = page.text.split("---\n", 2)
    told = re.findall(r"^(?:title|description|sok_\w+): (.*)$", head, re.MULTILINE)
    tree = html.fromstring(f"<div>{markdown.markdown(body, extensions=EXTENSIONS)}</div>")
    return " ".join(" ".join([*told, *tree.itertext()]).split())


def _words(synligt: Mapping[str, str], pattern: str) -> dict[str, str]:
    """Each word of a form, with a page where it stands."""
    return {word: path for path, text in synligt.items() for word in re.findall(pattern, text)}


def _all(model: type[Post]) -> Iterator[type[Post]]:
    for one in model.__subclasses__():
        yield one
        yield from _all(one)


def _choices(annotation: object) -> Iterator[str]:
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
    for inner in typing.get_args(annotation):
        yield from _choices(inner)


def _keys() -> set[str]:
    """Every key that a record may have and every value that it may choose."""
    fields = [(name, info) for model in _all(Post) for name, info in model.model_fields.items()]
    return {name for name, _ in fields} | {choice for _, info in fields for choice in _choices(info.annotation)}


def test_no_page_shows_a_key(synligt: dict[str, str]) -> None:
    """No word is joined with low lines, and no key of several words stands there with spaces instead."""
    assert _words(synligt, r"\w*[^\W_]_[^\W_]\w*") == {}
    several = {re.sub("[-_]", " ", key) for key in _keys() if re.search("[-_]", key)} - SWEDISH_PHRASES
    spaced = re.compile(rf"\b(?:{'|'.join(sorted(several))})\b")
    assert {path: spaced.findall(text) for path, text in synligt.items() if spaced.search(text)} == {}


def test_no_page_shows_a_word_without_its_marks(synligt: dict[str, str]) -> None:
    """No key stands where the same word stands elsewhere with å, ä and ö."""
    forms: dict[str, set[str]] = defaultdict(set)
    words = _words(synligt, r"(?<![\w-])[a-zåäö]+(?:-[a-zåäö]+)*(?![\w-])")
    for word in words:
        forms[fold(word)].add(word)
    raw = {word for word in _keys() & words.keys() if len(forms[fold(word)]) > 1}
    assert {word: words[word] for word in raw - ALSO_SWEDISH} == {}


def test_no_page_shows_an_id(arkivet: Archive, synligt: dict[str, str]) -> None:
    """No record, meeting, item or uppdrag is named by its address."""
    ids = {key for nodes in arkivet.register.noder.values() for key in nodes if re.search("[-/]", key)}
    shown = _words(synligt, r"(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)*(?:/[\w-]+(?:#[\w-]+)?(?:/\d+)?)?(?![\w-])")
    assert {word: path for word, path in shown.items() if word in ids} == {}


def test_no_page_shows_what_a_program_says(synligt: dict[str, str]) -> None:
    """No value of the program itself stands where a word should."""
    said = re.compile(r"<Macro|<function|Undefined|Markup\(|\b(?:None|True|False)\b")
    assert {path: said.findall(text) for path, text in synligt.items() if said.search(text)} == {}
