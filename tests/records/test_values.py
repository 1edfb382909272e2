"""The swift way through a text and the full reading say the same, or the swift way declines."""

from __future__ import annotations

import sys
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.records import characters, nodes
from generator.records.characters import forbidden, is_plain, plain_spaces
from generator.records.emit import emit
from generator.records.kinds import KINDS, Kind
from generator.records.load import load
from generator.records.nodes import MAX_DEPTH, parse, plain
from generator.records.shape import shape
from generator.records.source import read_source
from generator.records.values import read_values
from tests.exempel import antal_exempel
from tests.records.strategier import posts_of
from tests.records.test_nodes import records, trees

_SIGNS = st.sampled_from(
    [*"\n\t :-#'\"[]{}&*!|>%@`?,~\\abå\u0301\u200b\ufeff", "\n  ", "\\u00ad", "<<: ", "---\n", "e\u0301"]
)

any_text = st.lists(st.characters() | _SIGNS, max_size=60).map("".join)
WIDE = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


def agrees(text: str) -> bool:
    """Whether the swift way declines the text, or finds no fault where the full reading finds none, and its values."""
    swift = read_values(text)
    node, faults = parse(text, "post.yml")
    return swift is None or (node is not None and faults == [] and plain(node) == swift)


@antal_exempel(300)
@given(any_text, st.booleans())
@example("a: *b\n", False)
@example("a: &b c\n", False)
@example("a: !!str c\n", False)
@example("a: 1\na: 2\n", False)
@example("<<: {a: 1}\n", False)
@example("? [a]\n: b\n", False)
@example("? \n: b\n", False)
@example("a: 1\n---\nb: 2\n", False)
@example("a: 1\n...\n", False)
@example('a: "\\u200b"\n', False)
@example('a: "\\ufeff\\u00ad"\n', True)
@example("[a, b]\n", False)
@example("a: [1, 2\n", False)
@example("# tom\n", False)
@example("", False)
def test_any_text_is_read_alike_or_declined(text: str, pure_python: bool) -> None:
    """Whatever the text, what the swift way gives is what the nodes give, and they have no fault."""
    with pytest.MonkeyPatch.context() as patch:
        if pure_python:
            patch.setattr(nodes, "LOADER", yaml.SafeLoader)
        assert agrees(text)


@antal_exempel(80)
@given(
    trees,
    records,
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([None, True, False]),
    st.sampled_from(["NFC", "NFD"]),
)
def test_written_values_are_read_alike(
    key: Any, data: dict[str, Any], style: str | None, flow: bool | None, form: str
) -> None:
    """Values of every style, also decomposed and with a tree for a key's neighbour, are read as the nodes read them."""
    dumped = yaml.safe_dump({**data, "x": key}, allow_unicode=True, default_style=style, default_flow_style=flow)
    assert agrees(unicodedata.normalize(form, dumped))  # type: ignore[arg-type]


@pytest.mark.parametrize("depth", [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1, 20_000])
def test_nesting_is_declined_where_the_nodes_refuse_it(depth: int) -> None:
    """As deep as the nodes go the swift way goes too, and no text is so deep that it dies."""
    text = "a: " + "[" * depth + "]" * depth + "\n"
    assert agrees(text)
    assert (read_values(text) is not None) == (depth < MAX_DEPTH)


@antal_exempel(80)
@given(st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind), posts_of(kind.model))), st.booleans())
def test_a_record_is_the_same_by_either_way(drawn: tuple[Kind, Any], broken: bool) -> None:
    """A record read swiftly has the values, the nodes and the faults of the full reading."""
    kind, post = drawn
    data = (emit(post, "x.json") + ("okand: 1\n" if broken else "")).encode()
    record, faults = load(data, "post.yml", kind, "prov")
    shaped, expected = shape(data, "post.yml", kind, "prov")
    assert (faults, bool(record)) == (expected, bool(shaped))
    assert faults == [] or broken
    if record and shaped:
        assert (record.data, record.file.node, record.sheet) == (shaped.data, shaped.node, shaped.sheet)


def test_sound_records_go_the_swift_way() -> None:
    """Text as registrars write it is not declined: every style, with comments, quotation marks and Swedish letters."""
    text = "# a\nå: § 1–2\nb: 'c'\nc: \"”d”\"\ne: |\n  f\n\n  g\nh: >-\n  i\n  j\nk: [1, {l: m}]\nn:\no: ~\n"
    assert read_values(text) == plain(parse(text, "")[0])  # type: ignore[arg-type]


def test_a_text_is_plain_only_if_every_character_may_stand_in_a_record() -> None:
    """No character that a fault names is passed by the swift look, and none but tabs and Ã is looked at in vain."""
    odd = {char for char in map(chr, range(sys.maxunicode + 1)) if not is_plain(char)}
    assert odd - {"\t", "Ã"} == {char for char in map(chr, range(sys.maxunicode + 1)) if forbidden(char)}


@given(st.text(st.characters() | st.sampled_from(WIDE)))
def test_every_wide_space_becomes_an_ordinary_one(text: str) -> None:
    """No character moves, and those that are no wide spaces are as they were."""
    assert plain_spaces(text) == "".join(" " if char in WIDE else char for char in text)


@given(any_text)
@example("a: VÃ¤ster\n")
@example("a:\n\tb: c\n")
def test_the_swift_look_and_the_closer_one_say_the_same(text: str) -> None:
    """A text that is passed at once is given as the closer look gives it, without fault."""
    data = text.encode("utf-8", "surrogatepass")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(characters, "is_plain", lambda text: False)
        closer = read_source(data, "post.yml")
    assert read_source(data, "post.yml") == closer
