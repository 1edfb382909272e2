"""The reading of a record's bytes as text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import as_text
from generator.records.characters import forbidden
from generator.records.nodes import locate, parse, plain
from generator.records.place import Sheet
from generator.records.source import CODES, MAX_BYTES, read_source
from tests.exempel import antal_exempel

FAULTS = [
    ("R001", 1, 1, b"x" * (MAX_BYTES + 1)),
    ("R002", 1, 10, "rubrik: Västerås\n".encode("latin-1")),
    ("R002", 3, 5, "\ufeffå: b\r\nc: Ö\r\n".encode() + b"r: f\xf6r\n"),
    ("R002", 1, 1, "a: b".encode("utf-16")),
    ("R002", 1, 1, b"\xfe\xff\x00a\x00:"),
    ("R003", 1, 4, b"a: \x00\n"),
    ("R003", 2, 1, b"a: b\n\x0cc: d\n"),
    ("R003", 1, 5, "a: x\u2028y\n".encode()),
    ("R003", 2, 4, "a: å\rb: \x85".encode()),
    ("R004", 2, 4, "a: b\r\nc: \uf0b7 punkt\n".encode()),
    ("R005", 1, 7, "a: Bo \u202eAl\n".encode()),
    ("R005", 1, 5, "a: B\u200bo\n".encode()),
    ("R005", 1, 5, "a: B\ufeffo\n".encode()),
    ("R005", 1, 10, "a: samman\u00adträde\n".encode()),
    ("R006", 1, 5, "a: V\ufffdster\n".encode()),
    ("R006", 1, 5, "a: VÃ¤ster\n".encode()),
    ("R007", 2, 3, b"a:\n  \tb: c\n"),
]


@pytest.mark.parametrize(("code", "line", "column", "data"), FAULTS)
def test_each_fault_has_its_code_and_place(code: str, line: int, column: int, data: bytes) -> None:
    """One mistake gives exactly one fault, at the first character that is wrong, with a cure."""
    _, faults = read_source(data, "post.yml")
    assert [(one.code, one.position.line, one.position.column) for one in faults] == [(code, line, column)]
    assert faults[0].cure


def test_every_code_is_shown() -> None:
    """The table above has each code that this reader can give."""
    assert {code for code, *_ in FAULTS} == set(CODES)


@pytest.mark.parametrize("data", [b"a: b\nc: d\n", b"a: b\r\nc: d\r\n", b"a: b\rc: d\r", b"\xef\xbb\xbfa: b\r\nc: d\n"])
def test_line_ends_and_byte_order_marks_are_mended_in_silence(data: bytes) -> None:
    """Files from Windows and old Macs read as the same text."""
    assert read_source(data, "post.yml") == ("a: b\nc: d\n", [])


def test_unbreakable_spaces_become_ordinary_in_silence() -> None:
    """Spaces pasted from a document do not make other words, nor break the indentation."""
    assert read_source("a:\n\u00a0\u00a0b: §\u00a063\u202fx\n".encode(), "post.yml") == ("a:\n  b: § 63 x\n", [])


def test_wrong_encoding_is_told_as_people_see_it() -> None:
    """The line is shown as it looks in the program that saved it, with the likely letter."""
    _, faults = read_source("plats: Rådhuset\nrubrik: Möte\n".encode("cp1252"), "ks/2026-03-04.yml")
    assert [as_text(one) for one in faults] == [
        "ks/2026-03-04.yml:1:9: fel R002: filen är inte sparad som UTF-8: "
        "här står en bokstav, troligen 'å', i en annan teckenkodning\n"
        "    1 | plats: Rådhuset\n"
        "      |         ^ öppna filen i en textredigerare och spara om den med teckenkodningen UTF-8"
    ]


def test_an_invisible_character_is_named_counted_and_made_visible() -> None:
    """A character that cannot be seen is told once, with its name, and the shown line has something in its place."""
    _, faults = read_source("a: Bo\u202e Al\nb: \u202e\n".encode(), "post.yml")
    assert [as_text(one) for one in faults] == [
        "post.yml:1:6: fel R005: här står en tvingad läsriktning (höger till vänster) (U+202E) (och på 1 ställe till)\n"
        "    1 | a: Bo\ufffd Al\n"
        "      |      ^ ta bort tecknet: ställ markören efter det och tryck backsteg"
    ]


def test_all_odd_characters_are_told_in_one_run_and_reading_goes_on() -> None:
    """Each kind has its fault, and the text is still there for the faults of its structure."""
    text, faults = read_source("a: \x00 \uf0b7\na: \u200b Ã¥\n".encode(), "post.yml")
    assert [one.code for one in faults] == ["R003", "R004", "R005", "R006"]
    assert text is not None
    assert [one.code for one in parse(text, "post.yml")[1]] == ["R020"]


def test_tabs_stop_the_reading_and_are_counted() -> None:
    """Lines indented with tabs are one fault, not one for each line and for all that they break."""
    text, faults = read_source(b"a:\n\tb: c\n\td: e\n\t\tf: g\n", "post.yml")
    assert text is None
    assert [one.message for one in faults] == ["raden är indragen med tabbtecken (och på 2 rader till)"]


def test_a_file_at_the_limit_is_read() -> None:
    """The limit is two million bytes; a file of five is refused without being read."""
    assert read_source(b"x" * MAX_BYTES, "post.yml")[0] == "x" * MAX_BYTES
    assert "större än 2 MB" in read_source(b"\n" * 5_000_000, "post.yml")[1][0].message


def test_decomposed_letters_pass_and_positions_hold() -> None:
    """A file in NFD is not a fault: its values are composed and its places are those of the file as it stands."""
    data = unicodedata.normalize("NFD", "plats: {ö: Västerås, b: Åbo}\n").encode()
    text, faults = read_source(data, "post.yml")
    assert faults == []
    assert text is not None
    node, faults = parse(text, "post.yml")
    assert faults == []
    assert node is not None
    assert plain(node) == {"plats": {"ö": "Västerås", "b": "Åbo"}}
    assert Sheet(data.decode(), "").raw(locate(node, ("plats", "b"))) == unicodedata.normalize("NFD", "Åbo")


@antal_exempel(300)
@given(st.binary(max_size=80) | st.text(max_size=60).map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    """Any bytes at all give a text or a fault within the file, and a text without fault holds nothing forbidden."""
    text, faults = read_source(data, "post.yml")
    assert text is not None or faults
    if text is not None:
        parse(text, "post.yml")
        assert faults or not any(forbidden(char) for char in text)
    for fault in faults:
        assert fault.position.line >= 1
        assert 1 <= fault.position.column < fault.position.end_column
        assert len(fault.source) >= fault.position.column - 1


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60))
def test_lines_and_columns_are_those_of_the_file(text: str) -> None:
    """Whatever is mended or marked, no character changes its place."""
    read, _ = read_source(text.encode(), "post.yml")
    if read is not None:
        assert [len(line) for line in read.split("\n")] == [len(x) for x in text.removeprefix("\ufeff").split("\n")]
