"""How much of a document is in its record: all of it, a part of it, and what the record has too much of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.coverage import coverage
from generator.importer.extract.line import Line

TEXT = """\
Plats och tid Rådhuset kl. 9.00
Anna Ek (S) Ekeby
Bo Al (M) Granvik
Nämnden tackar för en god redogörelse om den lång-
siktiga planen för kommunens alla skogar och stigar"""
RECORD = {
    "plats": "Rådhuset",
    "tid": "kl. 9.00",
    "rader": ["Anna Ek (S) Ekeby", "Bo Al (M) Granvik"],
    "text": "Nämnden tackar för en god redogörelse om den långsiktiga planen för kommunens alla skogar och stigar",
}


def lines(text: str) -> list[Line]:
    """Lines of a document."""
    return [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]


def test_values_in_the_order_of_print_cover_all() -> None:
    """Short values after each other, a word broken over two lines, a label that a field stands for: all is there."""
    found = coverage(lines(TEXT), RECORD, ["Plats och tid"])
    assert (found.share, found.left, found.added) == (1.0, (), ())
    assert found.text().startswith("100,0 % av texten (")


def test_what_is_left_out_is_told_by_its_lines() -> None:
    """A line that no value has lowers the share and is listed."""
    found = coverage(lines(TEXT), {**RECORD, "rader": ["Anna Ek (S) Ekeby"]}, ["Plats och tid"])
    assert found.share < 1
    assert 3 in [line.number for line in found.left]


def test_what_the_document_does_not_have_is_told() -> None:
    """A paragraph of the record with words of its own is listed; what only the archive says is not."""
    record = {**RECORD, "anmarkning": "Nämnden tackar för kaffe", "harlett": [{"skal": "Helt egna ord här"}]}
    assert coverage(lines(TEXT), record, ["Plats och tid"]).added == ("Nämnden tackar för kaffe",)


def test_single_words_prove_nothing() -> None:
    """The same words in another order are not the same text."""
    text = str(RECORD["text"])
    assert coverage(lines(text), {"text": " ".join(sorted(text.split()))}).found == 0


@pytest.mark.parametrize("text", ["", "Ett", "Ett två tre"])
def test_short_documents(text: str) -> None:
    """A document of a few words, or of none, is covered by itself."""
    assert coverage(lines(text), {"text": text}).share == 1.0


@given(st.lists(st.text("abcåäö -", min_size=1, max_size=30), max_size=8))
def test_a_text_covers_itself(parts: list[str]) -> None:
    """Whatever the lines are, a record with all of them as its values leaves nothing out and adds nothing."""
    whole = [part.strip(" -") or "x" for part in parts]
    found = coverage(lines("\n".join(whole)), {"texter": whole})
    assert (found.share, found.left, found.added) == (1.0, (), ())


def test_heads_of_columns_and_crosses_are_what_the_record_says() -> None:
    """A roll call in columns is covered by the names under ja and nej; a row that nobody took is still told."""
    table = "Ledamot\tParti\tJa\tNej\nAnna Ek\tS\tX\t\nBo Al\tM\t\tX\nCilla By\tV\tX\t"
    record = {"ja": ["Anna Ek (S)"], "nej": ["Bo Al (M)"]}
    assert coverage(lines(table), {**record, "ja": ["Anna Ek (S)", "Cilla By (V)"]}).share == 1.0
    assert [line.number for line in coverage(lines(table), record).left] == [4]
