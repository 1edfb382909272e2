"""Items begin at their numbers, in whatever form print gives them."""

from __future__ import annotations

import pytest

from generator.importer.document import ReadDocument, read_document
from generator.importer.extract.line import Extract
from generator.importer.extract.plain import plain_lines
from generator.importer.known import Known
from generator.importer.layout.segments import read_segments

HEAD = "PROTOKOLL\nSkolnämnden\nSammanträdesdatum 2024-10-11\nPlats och tid Rådhuset\nBeslutande\nAnna Ek (S)\n"


def document_of(text: str) -> ReadDocument:
    """A text as a document."""
    lines, wrapped = plain_lines(text)
    return read_document(lines, Extract("a.txt", "0" * 64, "text", wrapped, lines), Known.empty())


@pytest.mark.parametrize(
    "form", ["§ {}/24", "§ {}/2024", "KS § {}/24", "§ KS:{}", "§ KS {}", "KS-{}", "§ 2024-{}", "§ 2024/{}"]
)
def test_a_year_or_letters_beside_the_number_hide_no_item(form: str) -> None:
    """The number is kept as printed, the title begins after it."""
    first, second = form.format(47), form.format(48)
    text = f"{HEAD}\n{first}  Budget\n\nBeslut\nBudgeten antas.\n\n{second}  Vägar\n\nBeslut\nVägarna antas.\n"
    found = [one for one in read_segments(plain_lines(text)[0]) if one.slag == "punkt"]
    assert [(one.nr, one.rubrik) for one in found] == [(first, "Budget"), (second, "Vägar")]
    items = document_of(text).dokument["punkter"]
    assert [one["nr"] for one in items] == [first, second]


@pytest.mark.parametrize(
    "printed",
    [
        "§ 7\n\nÄrende 4\tDnr SN 2024/145-042\n\nJäv\n\nBo Lind (M) anmäler jäv.",
        "§ 7 Jäv\n\nÄrende 4\nDiarienummer SN 2024/145-042\n\nBo Lind (M) anmäler jäv.",
    ],
)
def test_the_number_in_the_kallelse_is_no_title(printed: str) -> None:
    """It and the diarienummer stand in fields of their own, above the title or below it."""
    item = document_of(f"{HEAD}\n{printed}\n\n§ 8 Vägar\n\nBeslut\nVägarna antas.\n").dokument["punkter"][0]
    assert (item["nr"], item["rubrik"], item["i_kallelsen"]) == ("§ 7", "Jäv", "Ärende 4")
    assert item["arenden"] == ["SN 2024/145-042"]


def test_a_number_with_letters_is_no_item_by_itself() -> None:
    """A lone line with letters and a number is some other number."""
    found = read_segments(plain_lines(f"{HEAD}\nText om saken\nFS-12 Rapport om vägar\nmer text\n")[0])
    assert not [one for one in found if one.slag == "punkt"]


def test_a_protokoll_without_items_says_so() -> None:
    """Text whose §§ have an unknown form is told, with the lines."""
    doubts = document_of(f"{HEAD}\n§ A:1:4 Budget\n\nBudgeten antas.\n\n§ A:1:5 Vägar\n\nVägarna antas.\n").doubts
    why = [one.why for one in doubts if one.path == ("dokument",)]
    assert any(one.startswith("Ingen paragraf är läst") for one in why)
    assert any(one.startswith("2 rader ser ut som paragrafer") and "§ A:1:5 Vägar" in one for one in why)
