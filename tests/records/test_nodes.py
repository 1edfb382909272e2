"""The strict reading of YAML into nodes with positions."""

from __future__ import annotations

import time
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import as_text
from generator.records import nodes
from generator.records.characters import forbidden
from generator.records.nodes import CODES, MAX_DEPTH, Mapping, Node, Scalar, Sequence, locate, locate_key, parse, plain
from generator.records.place import Sheet, Span
from tests.exempel import antal_exempel

RECORD = """\
# yaml-language-server: $schema=../schema.json
tid: 18:30
nr: 012
narvaro:
  beslutande:
    - Anna Ek (M)
    - rad: "Bo Al (S)"   # the long form
      person: bo-al
plats:
text: |
  Första raden.

  Sista raden.

flode: {omfattar: § 63, dagar: [1, 2]}
"""

letters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"))
texts = st.text(letters.filter(lambda char: forbidden(char) is None) | st.sampled_from(" :#-'\"§åÄö\n"), max_size=40)
names = texts.map(lambda text: unicodedata.normalize("NFC", text)).filter(bool)
trees = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4), max_leaves=12
)

records = st.dictionaries(names, trees, min_size=1, max_size=5)


def mapping(text: str) -> Mapping:
    """The text read, which must be without fault."""
    node, faults = parse(text, "post.yml")
    assert faults == []
    assert node is not None
    return node


def scalars(node: Node) -> list[Scalar]:
    """Every scalar of the tree, keys included."""
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in scalars(item)]
    return [scalar for key, value in node.pairs for scalar in (key, *scalars(value))]


def composed(value: Any) -> Any:
    """The tree with every text in NFC."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [composed(item) for item in value]
    return {key: composed(item) for key, item in value.items()}


def test_every_scalar_is_text_as_written() -> None:
    """Clock times, leading zeros, empty values and quoted text come out as the registrar wrote them."""
    assert plain(mapping(RECORD)) == {
        "tid": "18:30",
        "nr": "012",
        "narvaro": {"beslutande": ["Anna Ek (M)", {"rad": "Bo Al (S)", "person": "bo-al"}]},
        "plats": "",
        "text": "Första raden.\n\nSista raden.\n",
        "flode": {"omfattar": "§ 63", "dagar": ["1", "2"]},
    }


@pytest.mark.parametrize("written", ["no", "1.10", "1_000", "2024-10-11", "0x1F", "true", ".inf", "=", "1e3"])
def test_nothing_is_guessed(written: str) -> None:
    """Words that YAML takes for numbers, dates and truth values stay text."""
    assert plain(mapping(f"a: {written}\nb: [{written}]")) == {"a": written, "b": [written]}


@pytest.mark.parametrize("written", ["", "~", "null", "NULL"])
def test_plain_null_is_empty_text(written: str) -> None:
    """A null without quotes is the empty text; within quotes it is the word."""
    assert plain(mapping(f"a: {written}\nb: '{written}'")) == {"a": "", "b": written}


@antal_exempel(150)
@given(
    records, st.sampled_from([None, "'", '"']), st.sampled_from([True, False, None]), st.sampled_from(["\n", "\r\n"])
)
def test_what_is_written_is_read_and_every_span_points_at_its_text(
    data: dict[str, Any], style: str | None, flow: bool | None, line_break: str
) -> None:
    """Any tree of texts comes back as it was, and the source at each scalar's span, read alone, is that scalar."""
    text = yaml.safe_dump(
        data, allow_unicode=True, default_style=style, default_flow_style=flow, line_break=line_break, sort_keys=False
    )
    node = mapping(text)
    assert plain(node) == composed(data)
    sheet = Sheet(text, "post.yml")
    for scalar in scalars(node):
        if scalar.style in {"", "'", '"'}:
            alone = [one.value for one in yaml.parse(sheet.raw(scalar.span)) if isinstance(one, yaml.ScalarEvent)]
            assert [unicodedata.normalize("NFC", value) for value in alone] == [scalar.text]


@antal_exempel(60)
@given(records)
def test_both_parsers_give_the_same_nodes(data: dict[str, Any]) -> None:
    """Where the C parser is not installed, the Python one gives the same texts and places."""
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nodes, "LOADER", yaml.SafeLoader)
        slow = parse(text, "post.yml")
    assert slow == parse(text, "post.yml")


@antal_exempel(300)
@given(st.text(st.characters() | st.sampled_from("\n\t :-#'\"[]{}&*!|>%@`?,~\\ab"), max_size=60), st.booleans())
def test_no_text_raises(text: str, pure_python: bool) -> None:
    """Any text at all gives a mapping or a fault, and every fault lies within the text."""
    with pytest.MonkeyPatch.context() as patch:
        if pure_python:
            patch.setattr(nodes, "LOADER", yaml.SafeLoader)
        node, faults = parse(text, "post.yml")
    assert node is not None or faults
    lines = Sheet(text.removeprefix("\ufeff"), "").lines
    for fault in faults:
        at = fault.position
        assert 1 <= at.line <= len(lines)
        assert 1 <= at.column <= len(lines[at.line - 1]) + 1
        assert at.end_column > at.column
        assert fault.cure
        assert fault.code in CODES


FAULTS = [
    ("R010", 1, 4, "a: \x01\n"),
    ("R011", 2, 1, "a: 1\nb 2\nc: 3\n"),
    ("R011", 2, 1, "text: hej\nmer text\nb: c\n"),
    ("R011", 1, 2, "a:b\nc: d\n"),
    ("R012", 1, 4, "a: 'x\nb: 2\n"),
    ("R012", 2, 6, '- b\n- a: "x\n'),
    ("R012", 1, 7, "a: 'x'y\n"),
    ("R012", 1, 5, '"a" b: c\n'),
    ("R012", 1, 4, "a: 'x\n---\ny'\n"),
    ("R013", 1, 4, "a: [1, 2\nb: 3\n"),
    ("R013", 1, 4, "a: [1, 2"),
    ("R013", 1, 4, "a: {x: 1\nb: 2\n"),
    ("R013", 1, 9, 'a: ["b" "c"]\n'),
    ("R013", 1, 7, "a: [b,,c]\n"),
    ("R014", 2, 1, "a:\n\tb: 1\n"),
    ("R014", 2, 5, "a: 1\n   b: 2\n"),
    ("R014", 2, 1, "  a: 1\nb: 2\n"),
    ("R014", 2, 1, "- a\nb: 2\n"),
    ("R014", 3, 2, "a:\n  b: 1\n c: 2\n"),
    ("R014", 3, 2, "a:\n  - b\n - c\n"),
    ("R014", 3, 2, "a:\n - b\n c: 1\n"),
    ("R014", 3, 2, "a: |\n  x\n y\n"),
    ("R014", 3, 1, "a: 1\n...\nb: 2\n"),
    ("R015", 1, 4, "a: @x\n"),
    ("R015", 1, 1, "%YAML 2.0\n---\na: 1\n"),
    ("R015", 1, 4, "a: `x\n"),
    ("R015", 1, 4, "a: % x\n"),
    ("R015", 1, 4, "a: ] x\n"),
    ("R015", 1, 4, "a: , x\n"),
    ("R015", 1, 8, "a: [x] y\n"),
    ("R015", 1, 4, "a: *viktigt* ord\n"),
    ("R015", 1, 4, "a: & co\n"),
    ("R015", 1, 4, "a: - b\n"),
    ("R015", 1, 4, "a: > text\n"),
    ("R016", 1, 18, "rubrik: Nära vård: fortsatt\n"),
    ("R016", 1, 12, "  - Lars: x: y\n"),
    ("R017", 1, 6, 'a: "x\\q"\n'),
    ("R020", 2, 1, "a: 1\na: 2\n"),
    ("R020", 1, 11, "a: {b: 1, b: 2}\n"),
    ("R021", 1, 4, "a: &x b\n"),
    ("R022", 1, 4, "a: *x\n"),
    ("R022", 1, 1, "*x : a\n"),
    ("R023", 1, 4, "a: !!str b\n"),
    ("R023", 1, 4, "a: !egen [b]\n"),
    ("R024", 1, 1, "<<: {b: c}\n"),
    ("R025", 2, 1, "a: 1\n---\nb: 2\n"),
    ("R026", 1, 3, "? [a]\n: b\n"),
    ("R026", 1, 1, '"": b\n'),
    ("R027", 1, 1, "- a\n"),
    ("R027", 1, 1, "bara text\n"),
    ("R028", 1, 1, ""),
    ("R028", 1, 1, "# bara en kommentar\n"),
    ("R028", 1, 1, "---\n"),
    ("R029", 1, MAX_DEPTH + 4, "a: " + "[" * 20_000),
    ("R030", 1, 4, 'a: "x\\u202ey"\n'),
]


@pytest.mark.parametrize("loader", [nodes.LOADER, yaml.SafeLoader], ids=["c", "python"])
@pytest.mark.parametrize("case", FAULTS, ids=lambda case: f"{case[0]} {case[3][:20]!r}")
def test_each_fault_has_its_code_and_place(
    case: tuple[str, int, int, str], loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One mistake gives exactly one fault, at the mistake, whichever parser reads."""
    monkeypatch.setattr(nodes, "LOADER", loader)
    _, faults = parse(case[3], "post.yml")
    assert [(one.code, one.position.line, one.position.column) for one in faults] == [case[:3]]


def test_every_code_is_shown() -> None:
    """The table above has each code that this reader can give."""
    assert {code for code, *_ in FAULTS} == set(CODES)


def test_the_form_of_a_fault() -> None:
    """The message names the mistake and shows the whole line as it should be."""
    _, faults = parse("plats: Rådhuset\nrubrik: Nära vård: fortsatt\n", "sammantraden/ks/2026-03-04.yml")
    assert [as_text(one) for one in faults] == [
        "sammantraden/ks/2026-03-04.yml:2:18: fel R016: kolon följt av mellanslag inne i ett värde\n"
        "    2 | rubrik: Nära vård: fortsatt\n"
        '      |                  ^ sätt värdet inom citattecken: rubrik: "Nära vård: fortsatt"'
    ]


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("- @x", '- "@x"'),
        ("  - a:   %b  # not", '- a: "%b"'),
        ('a: b: "c" it\'s', "a: 'b: \"c\" it''s'"),
    ],
)
def test_the_cure_is_yaml_that_can_be_read(line: str, cure: str) -> None:
    """The line shown as a cure is the writer's own with its value quoted, and reads as the value meant."""
    _, faults = parse(line, "post.yml")
    assert [one.cure for one in faults] == [f"sätt värdet inom citattecken: {cure}"]
    assert not any(one.code != "R027" for one in parse(cure, "post.yml")[1])


def test_all_lesser_faults_are_told_in_one_run() -> None:
    """Repeated keys, anchors, aliases and tags do not hide each other, and the rest of the record is read."""
    node, faults = parse("a: 1\na: 2\nb: &x 3\nc: *x\nd: !t 4\ne: {f: 1, f: 2, f: 3}\n", "post.yml")
    assert [one.code for one in faults] == ["R020", "R021", "R022", "R023", "R020", "R020"]
    assert node is not None
    assert plain(node) == {"a": "1", "b": "3", "c": "", "d": "4", "e": {"f": "1"}}


def test_faults_before_broken_yaml_are_told_too() -> None:
    """A syntax fault ends the reading, but what was found before it is kept."""
    node, faults = parse("a: 1\na: 2\nb: @\n", "post.yml")
    assert node is None
    assert [one.code for one in faults] == ["R020", "R015"]


@pytest.mark.parametrize("unit", ["[", "{", "- ", "? ", "{a: ", "a: ["])
def test_deep_nesting_is_refused_at_once(unit: str) -> None:
    """Twenty thousand levels give a fault, not a crash, and in no time."""
    start = time.perf_counter()
    node, faults = parse(unit * 20_000, "post.yml")
    assert node is None
    assert [one.code for one in faults] in (["R029"], ["R010"], ["R013"], ["R016"])
    assert time.perf_counter() - start < 2


def test_nesting_up_to_the_limit_is_read() -> None:
    """The limit itself is allowed; one more is not."""
    inside = MAX_DEPTH - 1
    assert parse("a: " + "[" * inside + "]" * inside, "post.yml")[1] == []
    assert [one.code for one in parse("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH, "post.yml")[1]] == ["R029"]


def test_decomposed_letters_are_composed_and_positions_hold() -> None:
    """Text pasted from a PDF in NFD compares equal to typed text; later columns count the file's own characters."""
    decomposed = unicodedata.normalize("NFD", "ä: {ö: åäö, b: c}")
    node = mapping(decomposed)
    assert plain(node) == {"ä": {"ö": "åäö", "b": "c"}}
    assert Sheet(decomposed, "").raw(locate(node, ("ä", "b"))) == "c"
    assert [one.code for one in parse(unicodedata.normalize("NFD", "ä: 1") + "\nä: 2", "")[1]] == ["R020"]


def test_a_byte_order_mark_moves_nothing() -> None:
    """A mark before the first letter is passed over."""
    assert mapping("\ufeffa: b") == mapping("a: b")


def raw(span: Span) -> str:
    """What stands there in the record above."""
    return Sheet(RECORD, "").raw(span)


@pytest.mark.parametrize(
    ("loc", "text"),
    [
        (("tid",), "18:30"),
        (("narvaro", "beslutande", 0), "Anna Ek (M)"),
        (("narvaro", "beslutande", 1, "rad"), '"Bo Al (S)"'),
        (("narvaro", "beslutande", 1, "lang-form", "person"), "bo-al"),
        (("narvaro", "beslutande", 1, "roll"), "rad"),
        (("narvaro", "ovriga"), "beslutande"),
        (("plats",), "plats"),
        (("flode", "dagar", 1), "2"),
        (("flode",), "{omfattar: § 63, dagar: [1, 2]}"),
        (("flode", "dagar", 9), "[1, 2]"),
        (("saknas",), "tid"),
    ],
)
def test_locate_finds_the_value(loc: tuple[str | int, ...], text: str) -> None:
    """A path from the schema leads to its value, to the key of an empty one, or to the nearest that exists."""
    assert raw(locate(mapping(RECORD), loc)) == text


@pytest.mark.parametrize(
    ("loc", "text"),
    [
        (("tid",), "tid"),
        (("narvaro", "beslutande", 1, "lang-form", "person"), "person"),
        (("narvaro", "beslutande"), "beslutande"),
        (("narvaro", "beslutande", 0), "Anna Ek (M)"),
        (("flode", "saknas"), "omfattar"),
        ((), RECORD[RECORD.index("tid") :].rstrip("\n")),
    ],
)
def test_locate_key_finds_the_key(loc: tuple[str | int, ...], text: str) -> None:
    """A path from the schema leads to the key itself, for keys that should not be there."""
    assert raw(locate_key(mapping(RECORD), loc)) == text


def test_collections_end_with_their_last_value() -> None:
    """A group's span covers its own lines and no blank line or comment after it."""
    node = mapping(RECORD)
    assert raw(locate(node, ("narvaro",))).endswith("person: bo-al")
    assert raw(locate(node, ("text",))) == "|\n  Första raden.\n\n  Sista raden."


def test_a_word_inside_a_text_is_found() -> None:
    """A sheet finds the place of a reference within a long text, counted from the text's own lines."""
    text = "a: |\n  se [[x]] och\n  [[x]] igen\n"
    sheet = Sheet(text, "post.yml")
    span = locate(mapping(text), ("a",))
    assert sheet.find(span, "[[x]]") == Span(2, 6, 2, 11)
    assert sheet.find(span, "[[x]]", nth=1) == Span(3, 3, 3, 8)
    assert sheet.find(span, "[[y]]") == span
    inline = locate(mapping("a: se [[x]]"), ("a",))
    assert Sheet("a: se [[x]]", "").find(inline, "[[x]]") == Span(1, 7, 1, 12)


def test_a_long_span_is_marked_to_the_end_of_its_first_line() -> None:
    """A position lies on one line, since a marker can only be drawn under one."""
    sheet = Sheet(RECORD, "post.yml")
    position = sheet.position(locate(mapping(RECORD), ("text",)))
    assert (position.line, position.column, position.end_column) == (10, 7, 8)
