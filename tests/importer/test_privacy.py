"""What is private is taken out and listed, in the many ways that it is written; what only looks like it stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.extract.line import Line
from generator.importer.privacy.masking import REPLACEMENTS, Masked, mask, uncertain

PERSONNUMMER = REPLACEMENTS["personnummer"]
TELEFON = REPLACEMENTS["telefonnummer"]
MAIL = REPLACEMENTS["e-post"]


def _masked(*texts: str) -> tuple[list[str], tuple[Masked, ...]]:
    lines, found = mask([Line(text, number, page=1) for number, text in enumerate(texts, start=1)])
    return [line.text for line in lines], found


@pytest.mark.parametrize(
    "number",
    [
        "811228-9874", "8112289874", "19811228-9874", "198112289874", "811228+9874", "19811228 9874", "811228–9874",
        "811228 - 9874", "701063-2391", "19701063-2391", "000229-0005",
    ],
)  # fmt: skip
def test_personnummer_are_taken_out(number: str) -> None:
    """With and without century and hyphen, samordningsnummer too: the day exists and the check digit is right."""
    texts, found = _masked(f"Ansökan från {number}, boende i Sala.")
    assert texts == [f"Ansökan från {PERSONNUMMER}, boende i Sala."]
    assert [(one.line, one.page, one.kind) for one in found] == [(1, 1, "personnummer")]


@pytest.mark.parametrize(
    "text",
    [
        "organisationsnummer 556036-0793", "212000-2080", "802005-1234", "8112289875", "811328-9873", "HSF240207",
        "KS 2024-000123", "00322/2026", "00123/20212.6.", "0098/22", "KS/2020:248-003", "2024-08-29—2024-08-30",
        "2024-10-28 12 30", "2023/8112289874", "990229-0007", "1 234 567 890 kr", "dnr 811228-9875",
        "Dnr KS 20110412-0075", "Diarienummer: 19811228-9875", "20240507-1300", "240507-1300", "202405071300",
        "811228 9875", "orgnr 811228-9875",
    ],
)  # fmt: skip
def test_other_numbers_stay(text: str) -> None:
    """Organisationsnummer, diarienummer, days, sums, and numbers with the wrong check digit are left as they are."""
    assert _masked(text) == ([text], ())


def test_a_slip_of_the_pen_next_to_the_word_is_taken_out() -> None:
    """Where the text itself says personnummer, the check digit may be wrong."""
    texts, found = _masked("Personnummer: 811228-9875", "född 811228-9871", "pnr 811328-9871")
    assert texts == [f"Personnummer: {PERSONNUMMER}", f"född {PERSONNUMMER}", "pnr 811328-9871"]
    assert "stämmer inte" in found[0].why


@pytest.mark.parametrize("number", ["811228-9875", "19811228-9875", "198112289875", "811228+9875", "19620317–1239"])
def test_the_form_of_a_personnummer_is_enough(number: str) -> None:
    """With its century, or with a hyphen, a wrong check digit leaves little else that it can be."""
    texts, found = _masked(f"Gode mannen, {number}, har yttrat sig.")
    assert texts == [f"Gode mannen, {PERSONNUMMER}, har yttrat sig."]
    assert "kontrollsiffran gör det inte" in found[0].why


def test_numbers_that_may_be_personnummer_are_told_of() -> None:
    """What may as well be something else is left, and the reviewer is told on which line; what it is, is not said."""
    numbers = ["8112289875", "811228 9875", "20110507-1301", "dnr 811228-9875", "556036-0793", "811328-9873"]
    lines = [Line(text, number, page=2) for number, text in enumerate(numbers, start=1)]
    told = uncertain(lines)
    assert [one.split()[2] for one in told] == ["1", "2", "3"]
    assert all("på sidan 2" in one and "inte maskerat" in one for one in told)
    assert not any(number in one for one in told for number in numbers)
    assert uncertain([Line("8112289875", 7)])[0].startswith("På rad 7 står")


@pytest.mark.parametrize(
    "number",
    [
        "070-123 45 67", "0701234567", "070 123 45 67", "0701-23 45 67", "070.123.45.67", "070/123 45 67",
        "+46 70 123 45 67", "+46(0)70-123 45 67", "0046 70 123 45 67", "+46701234567", "073–123 45 67",
        "(070) 123 45 67",
        "021-17 30 00", "08-123 456 78", "(021) 17 30 00", "0220-12345", "021 17 30 00", "021/173000",
        "+47 22 12 34 56",
    ],
)  # fmt: skip
def test_private_telephone_numbers_are_taken_out(number: str) -> None:
    """Mobile and other numbers in many spellings, with and without land codes."""
    texts, found = _masked(f"Frågor besvaras av Anna Berg, {number}.")
    assert texts == [f"Frågor besvaras av Anna Berg, {TELEFON}."]
    assert [one.kind for one in found] == ["telefonnummer"]


@pytest.mark.parametrize("text", ["telefon {}", "Tel: {}", "tfn. {}", "ring {}", "Fax {}"])
@pytest.mark.parametrize("number", ["021173000", "17 30 00", "+1 212 555 1234"])
def test_digits_after_a_word_for_telephone_are_a_number(text: str, number: str) -> None:
    """Next to the word, numbers without their area code and of any country count too."""
    assert _masked(text.format(number))[0] == [text.format(TELEFON)]


@pytest.mark.parametrize(
    "text",
    [
        "Ring 1177 eller 112", "telefon 114 14", "kl 0900-1200", "kl. 07.30-16.30 2024", "§ 07 2024", "dnr 0123-12345",
        "bankgiro 0123-45678", "+12 345 678 kr", "0701 2345", "07-23 2024", "tider 0730 – 1630 100",
    ],
)  # fmt: skip
def test_short_numbers_and_numbers_that_nobody_calls_stay(text: str) -> None:
    """Short numbers, times, sums and accounts are left as they are."""
    assert _masked(text) == ([text], ())


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("anna.berg@storstad.se", True), ("anna_b@example.com", True), ("abe001@storstad.se", True),
        ("Anna.Berg-Ek@region.example", True), ("registrator@storstad.se", False), ("info@example.se", False),
        ("kommunstyrelsen@storstad.se", False), ("ks.kansli@storstad.se", False), ("socialnamnden@storstad.se", False),
        ("no-reply@storstad.se", False),
    ],
)  # fmt: skip
def test_addresses_of_persons_are_taken_out_and_those_of_offices_stay(address: str, private: bool) -> None:
    """An address goes unless it is clearly an office's."""
    texts, found = _masked(f"Anmälan till {address}.")
    assert texts == [f"Anmälan till {MAIL if private else address}."]
    assert len(found) == private


def test_a_number_over_two_lines_is_taken_out_of_both() -> None:
    """What is broken between lines leaves nothing behind, and no line is lost."""
    texts, found = _masked("ansökan av 811228-", "9874 om lov", "mobil 070-123", "45 67", "slut")
    assert texts == [f"ansökan av {PERSONNUMMER}", "om lov", f"mobil {TELEFON}", "", "slut"]
    assert [(one.line, one.kind) for one in found] == [(1, "personnummer"), (3, "telefonnummer")]


def test_cells_follow_their_line() -> None:
    """The cells of a row say the same as its text, empty ones too."""
    row = Line(
        "Anna Berg\t070-123 45 67\t\tanna.berg@storstad.se",
        7,
        cells=("", "Anna Berg", "070-123 45 67", "", "anna.berg@storstad.se", ""),
    )
    lines, found = mask([row])
    assert lines[0].text == f"Anna Berg\t{TELEFON}\t\t{MAIL}"
    assert lines[0].cells == ("", "Anna Berg", TELEFON, "", MAIL, "")
    assert {one.line for one in found} == {7}


def test_cells_with_tabs_of_their_own_are_masked_one_by_one() -> None:
    """A cell that has columns in itself does not push the others out of place."""
    lines, _ = mask([Line("Tel\t070-123 45 67\tSala", 1, cells=("Tel\t070-123 45 67", "Sala"))])
    assert lines[0].cells == (f"Tel\t{TELEFON}", "Sala")


def test_the_list_never_says_the_thing_itself() -> None:
    """The reviewer is told where and why, not what."""
    _, found = _masked("811228-9874 070-123 45 67 anna.berg@storstad.se")
    assert len(found) == 3
    assert not any(char.isdigit() or char == "@" for one in found for char in one.why)


@given(
    st.lists(st.text("0123456789-+ \t.@/abåK(§\n", max_size=40).map(lambda text: text.replace("\n", "")), max_size=6)
)
def test_lines_keep_their_places_and_nothing_is_found_twice(texts: list[str]) -> None:
    """For any text: as many lines as there were, and masking what is masked finds nothing more."""
    lines = [Line(text.strip(), number) for number, text in enumerate(texts, start=1)]
    masked, _ = mask(lines)
    assert [line.number for line in masked] == [line.number for line in lines]
    again, _ = mask(masked)
    assert len(again) == len(masked)


@pytest.mark.parametrize("number", ["0771-123 456", "020-12 34 56", "växel 021-39 00 00", "021 390000", "0220-12345"])
def test_what_the_archive_refuses_is_taken_out(number: str) -> None:
    """An office's number is refused in a record too, so it is taken out of a draft: one finder serves both."""
    texts, told = _masked(f"Frågor: {number}.")
    assert TELEFON in texts[0]
    assert [one.kind for one in told] == ["telefonnummer"]
