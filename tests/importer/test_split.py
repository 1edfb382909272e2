"""One file is as many documents as it has heads, and no line falls between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.extract.line import Line
from generator.importer.layout.split import documents

CALL = "Datum: 2024-11-08\nTid: kl. 09:00\nPlats: Rådhuset\nLedamöter\nAnna Ek (S)\n\n1 Öppnande\n\nX.\n\n2 Val\n"
RECORD = (
    "Skolnämnden\n\nPlats och tid\tRådhuset\nBeslutande\tAnna Ek (S)\nUtses att justera\tBo Al\n\n"
    "§ 1 Öppnande\n\nBeslut\nX.\n\nPlats: Rådhuset\nTid: kl. 9\när nästa möte.\n\n§ 2 Val\nY väljs.\n"
)
AGENDA = "\nInternat 29-30 augusti -24\n\nAgenda torsdag\n12.00 Lunch\n13.00 Inledning\n17.00 Avslut\n"


def lines_of(text: str) -> tuple[Line, ...]:
    """Text as lines."""
    return tuple(Line(line.strip(), n) for n, line in enumerate(text.split("\n"), 1))


def first_lines(text: str) -> list[str]:
    """The first line with text of each document."""
    return [next((line.text for line in one if line.text), "") for one in documents(lines_of(text))]


def test_a_second_head_begins_a_second_document_at_its_title() -> None:
    """A kallelse and the protokoll after it; a page number before the title stays with what it ends."""
    assert first_lines(f"{CALL}\n3\n\nKS240207\n\n{RECORD}") == ["Datum: 2024-11-08", "KS240207"]


@pytest.mark.parametrize("text", [CALL, RECORD, AGENDA, "", "Bara en mening."])
def test_one_document_stays_one(text: str) -> None:
    """A place and time inside an item is the next meeting, not a head."""
    assert len(documents(lines_of(text))) == 1


def test_an_invitation_inside_an_item_is_no_document() -> None:
    """The items go on counting after it; two protokoll that count on have a title between them."""
    invitation = "Tid: 12 mars 2025 kl. 9\nPlats: Skolan\nDeltagare: Anna Ek\n"
    text = f"{RECORD}\n\n{invitation}\n§ 3 Avslut\n\nZ.\n"
    second = RECORD.replace("§ 1", "§ 3").replace("§ 2", "§ 4")
    assert len(documents(lines_of(text))) == 1
    assert len(documents(lines_of(f"{RECORD}\n\n{second}"))) == 2


def test_a_timed_agenda_after_items_is_a_document_of_its_own() -> None:
    """It begins at the title that has its day."""
    assert first_lines(f"{RECORD}\n\n10\n\n{AGENDA}") == ["Skolnämnden", "Internat 29-30 augusti -24"]


@given(st.lists(st.sampled_from([*CALL.split("\n"), *RECORD.split("\n"), *AGENDA.split("\n")]), max_size=80))
def test_all_lines_are_in_exactly_one_document(texts: list[str]) -> None:
    """In their order, whatever they are."""
    lines = tuple(Line(text, n) for n, text in enumerate(texts, 1))
    assert tuple(line for one in documents(lines) for line in one) == lines


@pytest.mark.frokallor
@pytest.mark.parametrize(
    ("name", "beginnings"),
    [("000", [1, 104]), ("001", [1]), ("002", [1]), ("003", [1]), ("004", [1, 157, 294, 481, 855, 1013])],
)
def test_the_source_documents_are_told_apart(frokallor: Path, name: str, beginnings: list[int]) -> None:
    """Six documents in one file, two in another, one in each of the rest."""
    text = next(frokallor.glob(f"{name}_*.txt")).read_text(encoding="utf-8")
    assert [one[0].number for one in documents(lines_of(text))] == beginnings
