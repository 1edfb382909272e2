"""Items: every § and point with all that stands in it, each in its field and nothing lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.coverage import texts as texts_of
from generator.importer.coverage import words
from generator.importer.extract.line import Line
from generator.importer.extract.plain import plain_lines
from generator.importer.items.items import Context, read_items
from generator.importer.layout.segments import read_segments
from generator.model.punkt import Punkt
from tests.importer.punkter import NAMES, TODAY, item, items, names_of, read, texts

# ---- numbers, titles, cases ---


@pytest.mark.parametrize(
    ("printed", "nr"),
    [
        ("§ 7 Avtal", "§ 7"),
        ("§7 Avtal", "§7"),
        ("7 § Avtal", "7 §"),
        ("§ 7\nAvtal", "§ 7"),
        ("§ 7 a Avtal", "§ 7 a"),
    ],
)
def test_a_number_is_kept_as_printed(printed: str, nr: str) -> None:
    """With or without a space, sign before or after, title on the line or below it."""
    found = item("Texten följer här.", printed)
    assert (found["nr"], found["rubrik"]) == (nr, "Avtal")


def test_bare_numbers_are_items_and_their_lists_are_not() -> None:
    """Points without a sign, with a numbered list inside one of them."""
    found = items(
        "1. Mötets öppnande\n\nOrdföranden hälsar välkommen.\n\n2. Frågor\n\nTvå frågor ställs.\n\n"
        "3. Nästa möte\n\nDen 3 april."
    )
    assert [(one["nr"], one["rubrik"]) for one in found] == [
        ("1.", "Mötets öppnande"), ("2.", "Frågor"), ("3.", "Nästa möte")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "title", "cases"),
    [
        ("§ 7 Avtal (KS2024-12)", "Avtal (KS2024-12)", ["KS2024-12"]),
        ("§ 7 Avtal\n(KS 2024/12)", "Avtal (KS 2024/12)", ["KS 2024/12"]),
        ("§ 7 Avtal om färja   KS 2024/12", "Avtal om färja", ["KS 2024/12"]),
        ("§ 7 Avtal om färja Dnr KS 2024/12", "Avtal om färja", ["KS 2024/12"]),
        ("§ 7 Svar i ärende KS 2024/12", "Svar i ärende KS 2024/12", ["KS 2024/12"]),
        ("§ 7 Avtal\nDnr KS 2024/123-041", "Avtal", ["KS 2024/123-041"]),
        ("§ 7\nDnr KS 2024/12\nAvtal", "Avtal", ["KS 2024/12"]),
        ("§ 7 Avtal\nDiarienummer: 0098/22", "Avtal", ["0098/22"]),
        ("§ 7 Avtal\n\nKS 2025/34, RN 2024/1105", "Avtal", ["KS 2025/34", "RN 2024/1105"]),
        ("§ 7 Avtal\nHSF240207", "Avtal", ["HSF240207"]),
        ("§ 7 Avtal\nÄrende MBN-2024-301", "Avtal", ["MBN-2024-301"]),
    ],
)
def test_a_diarienummer_goes_to_the_case(printed: str, title: str, cases: list[str]) -> None:
    """On a line of its own, before the title, several on a line; in parentheses it is a part of the title too."""
    found = item("Beslut\n\nAvtalet godkänns.", printed)
    assert (found["rubrik"], found["arenden"]) == (title, cases)


@pytest.mark.parametrize("note", ["Sekretess", "SEKRETESS", "Sekretess enligt 26 kap. OSL", "Omedelbar justering"])
def test_a_note_beside_the_number_is_no_title(note: str) -> None:
    """The title stands below it; alone it is the title, and a sentence below it is no other."""
    found = item("INDIVIDÄRENDE\nBeslutet redovisas i särskilt protokoll.", f"§ 7          {note}")
    assert (found["rubrik"], found["text"].startswith(note)) == ("INDIVIDÄRENDE", True)
    assert item("Beslutet redovisas i särskilt protokoll.", f"§ 7 {note}")["rubrik"] == note


def test_a_case_number_at_the_top_of_the_next_page_is_found() -> None:
    """What belongs to a § may stand below a blank line or two."""
    assert item("\n\nDnr KS 2024/331\n\nBeslut\nAvtalet godkänns.")["arenden"] == ["KS 2024/331"]


def test_items_inside_an_item() -> None:
    """Letters and 1.1 are items inside; a beslut after the last of several is that of the whole, with a doubt."""
    found = read(
        "§ 3 Information\n\na) Skolskjutsar\n\nEn.\n\nb) Lovskola\n\nTvå.\n\nBeslut\n\nInformationen noteras.\n"
    )
    whole = found.value[0]
    assert [(one["nr"], one["rubrik"], one["text"]) for one in whole["underpunkter"]] == [
        ("a)", "Skolskjutsar", "En."), ("b)", "Lovskola", "Två.")
    ]  # fmt: skip
    assert texts(whole["beslut"]) == ["Informationen noteras."]
    assert [doubt.path for doubt in found.doubts] == [(0, "beslut")]


def test_letters_in_a_beslut_are_its_satser() -> None:
    """A list in a beslut is no items."""
    found = item("Beslut\n\na) Avtalet godkänns.\nb) Taxan fastställs.")
    assert [(one["nr"], one["text"], one["slag"]) for one in found["beslut"]] == [
        ("a)", "Avtalet godkänns.", "godkanns"), ("b)", "Taxan fastställs.", "faststalls")
    ]  # fmt: skip
    assert "underpunkter" not in found


def test_a_timed_agenda_of_two_days() -> None:
    """Times instead of numbers; a printed day is that of the items below it; lunch is a pause."""
    found = items(
        "Internat 4-5 mars 2025\n\nProgram tisdag 4 mars\n12.00 Lunch\n\n13.00 Läget i länet\n- Mål\n- Medel\n\n"
        "14.30 Avslut\n\nProgram onsdag 5 mars\n08.30 Återblick\n\n09.00 Dialog\n",
        slag="agenda",
    )
    assert [(one["dag"], one["klockslag"], one["rubrik"]) for one in found] == [
        ("2025-03-04", "12.00", "Lunch"), ("2025-03-04", "13.00", "Läget i länet"), ("2025-03-04", "14.30", "Avslut"),
        ("2025-03-05", "08.30", "Återblick"), ("2025-03-05", "09.00", "Dialog"),
    ]  # fmt: skip
    assert found[0]["typ"] == ["paus"]
    assert found[1]["text"] == "- Mål\n- Medel"


def test_a_day_in_a_meeting_of_one_day_is_text() -> None:
    """A line that names a day is only taken away where the meeting goes on for several days."""
    found = items("§ 7 Studiebesök\n\nTorsdag 15 maj 2025\n\n§ 8 Avslutning\n\nMötet avslutas.\n")
    assert found[0]["text"] == "Torsdag 15 maj 2025"
    assert all("dag" not in one for one in found)


def test_kind_and_time_of_an_item() -> None:
    """What is set aside for an item, and that an annex comes with it."""
    found = item(
        "Information & dialog (40 minuter, bilaga)\n\nFöredragande: Rut Ahl, Västby och Per Norling, regionen."
    )
    assert (found["typ"], found["tidsatt"]) == (["information", "dialog"], "40 minuter")
    assert names_of(found["foredragande"]) == ["Rut Ahl, Västby", "Per Norling, regionen"]
    assert texts(found["underlag"]) == ["bilaga"]


# ---- the whole ---


def test_persons_who_present() -> None:
    """Named with a verb of the table; one who is not in the lists is kept with a doubt."""
    found = read(
        "§ 7 Avtal\n\nEkonomichef Lo Grahn föredrar ärendet. Rut Ahl, strateg på regionen, och Per Norling deltar.\n\n"
        "Region Västby informerar sina grannar.\n"
    )
    assert names_of(found.value[0]["medverkande"]) == [
        "Lo Grahn", "Rut Ahl, strateg på regionen", "Per Norling"
    ]  # fmt: skip
    assert [doubt.path for doubt in found.doubts] == [(0, "medverkande", 1), (0, "medverkande", 2)]


def test_breaks_are_told_apart_from_items() -> None:
    """An ajournering in the text of an item is a break of the meeting."""
    found = read("§ 7 Avtal\n\nSammanträdet ajourneras kl. 10.05-10.20.\n")
    assert [(one["fran"], one["till"]) for one in found.pauser] == [("10.05", "10.20")]


FRAGMENTS = st.sampled_from(
    [
        "§ 7 Avtal om färjelinje", "§ 8", "Dnr KS 2024/12", "1. Mötets öppnande", "a) Skolskjutsar", "3.1 Lovskola", "",
        "", "Beslut", "Förslag till beslut", "Kommunstyrelsen beslutar", "att godkänna avtalet,", "Avtalet godkänns.",
        "Yrkanden", "Anna Ekvall (M) yrkar avslag i första hand.", "Omröstning", "Ja-röst för bifall.", "8 ja, 5 nej",
        "Ledamot\tParti\tJa\tNej", "Bo Alsén\tM\t\tX", "Reservation", "Ledamöterna från M och L reserverar sig.",
        "Jäv", "Inspel", "- Punkt i en lista", "- **Fet rubrik**", "Januari\tApril", "\tMars", "Beslutsunderlag",
        "[Länk](#)", "Tisdagen den 10 juni 2025", "12.00 Lunch", "Information (10 minuter)", "Köping: Allt är bra.",
        "Presidiet får i uppdrag att", "återkomma senast den 3 mars.", "Nästa möte äger rum den 31 april.",
        "Paragrafen är justerad", "Föredragande: Lo Grahn", "KF 2022-11-17 § 8", "(", "**", "[[", "\u00ad",
        "<b>fet</b>",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=60)), max_size=40))
def test_any_lines_are_read(parts: list[str]) -> None:
    """No lines at all make the reading fail."""
    lines = [Line(" ".join(re.split(r"[\n\r]", part)).strip(), number) for number, part in enumerate(parts, 1)]
    read_items(read_segments(lines), Context(datum=TODAY, names=NAMES))


def in_order(words_of_value: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """Whether all words stand in a text, in the same order."""
    rest = iter(printed)
    return all(word in rest for word in words_of_value)


@given(st.lists(FRAGMENTS, max_size=30))
def test_nothing_is_said_that_the_document_does_not_say(parts: list[str]) -> None:
    """All words of every printed value stand in the lines, in that order."""
    lines, _wrapped = plain_lines("\n".join(["§ 6 Inledning", *parts]))
    printed = words(" ".join(line.text for line in lines))
    found = read_items(read_segments(lines), Context(datum=TODAY, names=NAMES))
    said = [one for one in texts_of(found.value) if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", one)]
    assert [one for one in said if not in_order(words(one), printed)] == []


@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=30)), max_size=30))
def test_the_model_takes_what_is_read(parts: list[str]) -> None:
    """Whatever stands in the lines, every item has the shape of the record."""
    lines, _wrapped = plain_lines("\n".join(["§ 6 Inledning", *parts]))
    for one in read_items(read_segments(lines), Context(datum=TODAY, names=NAMES)).value:
        Punkt.model_validate(one)
