"""Lines become the segments that their printed labels, headings and numbers say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.extract.line import Line
from generator.importer.layout.segments import Segment, read_segments


def lines_of(text: str) -> tuple[Line, ...]:
    """Text as the extraction gives it: each line stripped, numbered from 1."""
    return tuple(Line(line.strip(), number) for number, line in enumerate(text.split("\n"), 1))


def segments_of(text: str) -> tuple[Segment, ...]:
    """The segments of a text."""
    return read_segments(lines_of(text))


def outline(segments: Sequence[Segment]) -> list[tuple[str, str, str]]:
    """What each segment is, its number or label, and its value."""
    return [(one.falt, one.nr or one.rubrik, one.text) for one in segments]


@pytest.mark.parametrize(
    ("text", "falt", "value"),
    [
        ("Plats och tid\tRådhuset, kl. 09.00", "plats_och_tid", "Rådhuset, kl. 09.00"),
        ("Plats och tid Rådhuset, kl. 09.00", "plats_och_tid", "Rådhuset, kl. 09.00"),
        ("Plats: Rådhuset", "plats", "Rådhuset"),
        ("**Tid:** kl. 09.00", "tid", "kl. 09.00"),
        ("Beslutande ledamöter Anna Ek (S)", "beslutande", "Anna Ek (S)"),
        ("Ej tjänstgörande ersättare Anna Ek (S)", "ej_tjanstgorande", "Anna Ek (S)"),
        ("Övriga närvarande Anna Ek (kanslichef)", "ovriga", "Anna Ek (kanslichef)"),
        ("Utses att justera\tAnna Ek", "justerare", "Anna Ek"),
        ("Protokollet omfattar §§ 3-9", "omfattar", "§§ 3-9"),
        ("Datum för anslags-\nuppsättande\n2024-10-28", "anslag_uppsatt", "2024-10-28"),
        ("Datum då anslaget\nsätts upp\n2024-10-28", "anslag_uppsatt", "2024-10-28"),
        ("Anslaget tas ned 2024-11-19", "anslag_nedtaget", "2024-11-19"),
        ("Förvaringsplats för\nprotokollet\nRådhuset", "forvaras", "Rådhuset"),
        ("Sista dag för överklagande: 2024-11-18", "overklagandetid", "2024-11-18"),
    ],
)
def test_a_label_is_read_however_its_value_is_parted_from_it(text: str, falt: str, value: str) -> None:
    """Tabs, colons, one space, the next line and a label over two lines all give the same field."""
    assert [(one.falt, one.text) for one in segments_of(text)] == [(falt, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Ersättare V Köping",
        "Plats för lek och möten ska finnas i varje stadsdel.",
        "Datum för detta är inte bestämt.",
        "Tid finns för frågor.",
        "Ordförande Anna Ek inleder.",
        "Protokollet är justerat.",
    ],
)
def test_a_sentence_that_begins_with_a_label_word_is_no_label(text: str) -> None:
    """What follows a label after a single space must look like its value."""
    assert [one.slag for one in segments_of(text)] == ["text"]


def test_headings_inside_an_item_part_its_text() -> None:
    """A glued bold heading, one with a colon and one alone each begin a section."""
    text = "1 Skolor**Ärendet i korthet**\n\nNya skolor.\n\nFörslag till beslut\nGodkänns.\n*Beslut:* Godkänns."
    assert outline(segments_of(text + "\n2 Vägar\n")) == [
        ("nummer", "1", ""),
        ("arendet", "Ärendet i korthet", "Nya skolor."),
        ("forslag", "Förslag till beslut", "Godkänns."),
        ("beslut", "Beslut", "Godkänns."),
        ("nummer", "2", ""),
    ]


@pytest.mark.parametrize("sign", ["§ {}", "§{}", "{} §", "Ks § {}", "{}", "{}.", "Punkt {}", "Ärende {}"])
def test_items_begin_at_the_printed_number_in_any_form(sign: str) -> None:
    """The number is kept as printed; the title is the rest of the line."""
    text = "\n\n".join(f"{sign.format(n)} Ärende om något\n\nEn mening står här." for n in (7, 8, 9))
    segments = [one for one in segments_of(text) if one.slag == "punkt"]
    assert [one.nr for one in segments] == [sign.format(n) for n in (7, 8, 9)]
    assert {one.rubrik for one in segments} == {"Ärende om något"}


def test_a_dash_may_part_the_number_from_the_title() -> None:
    """It is no part of either; a stretch of §§ is no title."""
    text = "§ 4 – Öppnande\nText.\n\n§ 5 - Val\nText om §§ 7–9.\n\n§ 7 – 9 tas upp senare.\n\n6 § – Mål\nText."
    segments = [one for one in segments_of(text.replace("6 §", "§ 6")) if one.slag == "punkt"]
    assert [(one.nr, one.rubrik) for one in segments] == [("§ 4", "Öppnande"), ("§ 5", "Val"), ("§ 6", "Mål")]


def test_a_numbered_list_inside_a_paragraph_is_not_items() -> None:
    """Where items have §, bare numbers are text; where they have bare numbers, an inner list is text."""
    inner = "1. Hur kan vi göra?\n2. Vad behövs?\n"
    signed = f"§ 4 Öppnande\nText.\n{inner}\n§ 5 Val\nText.\n"
    bare = f"1 Öppnande\n\nText.\n\n2 Frågor\n\nText.\n{inner}3. Vem betalar?\n\n3 Val\n\nText.\n\n4 Avslutning\n"
    assert [one.nr for one in segments_of(signed) if one.slag == "punkt"] == ["§ 4", "§ 5"]
    assert [one.nr for one in segments_of(bare) if one.slag == "punkt"] == ["1", "2", "3", "4"]


def test_a_reference_to_a_paragraph_at_the_beginning_of_a_line_is_not_an_item() -> None:
    """Wrapped text may begin a line with a § that is only mentioned."""
    reference = "Nämnden beslutade den 2 maj i\n§ 31, att ärendet ska vila enligt\n6 § förvaltningslagen."
    text = f"§ 4 Öppnande\n{reference}\n§ 5 Val\nX."
    assert [one.nr for one in segments_of(text) if one.slag == "punkt"] == ["§ 4", "§ 5"]


def test_a_table_of_contents_gives_way_to_the_items_themselves() -> None:
    """Of two rows of the same numbers, the one with text below is the items."""
    titles = ["Öppnande", "Val av justerare", "Budget"]
    contents = "".join(f"§ {n} {title}\n" for n, title in enumerate(titles, 1))
    body = "".join(f"§ {n} {title}\n\nBeslut\nGodkänns.\n\n" for n, title in enumerate(titles, 1))
    segments = segments_of(f"Ärendelista\n{contents}\n{body}")
    assert [one.start.number for one in segments if one.slag == "punkt"] == [6, 11, 16]


def test_a_title_broken_over_lines_is_one_title() -> None:
    """It goes on where the next line begins small, with a diarienummer, or where it can not end."""
    first = "1 Redovisning av svar om\nidrott\n(KS240207)\n\nText."
    text = f"{first}\n\n2 Svar från nämnden, gällande\n\nskolan\n\nBakgrund\nX."
    assert [one.rubrik for one in segments_of(text) if one.slag == "punkt"] == [
        "Redovisning av svar om idrott (KS240207)",
        "Svar från nämnden, gällande skolan",
    ]


def test_a_number_alone_has_its_title_below() -> None:
    """A § with only a diarienummer beside it takes the next line as title and keeps the diarienummer."""
    text = "§ 4  Dnr KS 2024/12\nBudget 2025\n\nBeslut\nGodkänns.\n\n§ 5\nVal\n\nBeslut\nX väljs."
    items = [one for one in segments_of(text) if one.slag == "punkt"]
    assert [(one.rubrik, one.text) for one in items] == [("Budget 2025", "Dnr KS 2024/12"), ("Val", "")]


def test_an_agenda_of_times_has_its_times_as_numbers() -> None:
    """Where nothing is numbered, rows that begin with a time of day are the items."""
    text = "Agenda\n09.00 Kaffe\n09.30 Inledning\n- Syfte\n11.00 Avslut\n"
    assert [one.nr for one in segments_of(text) if one.slag == "punkt"] == ["09.00", "09.30", "11.00"]


def test_a_document_without_numbers_has_its_headings_as_items() -> None:
    """Headings with text below, once the head is over; one is enough where sections stand below it."""
    head = "Minnesanteckningar\nDatum: 2024-05-14\nNärvarande: Anna Ek\n\n"
    several = f"{head}Inledning\n\nAlla hälsas välkomna.\n\nNästa möte\n\nMötet är i juni.\n"
    one = f"{head}Yttrande över remiss\nDnr SN 2024/44\n\nBeslut\nYttrandet lämnas.\n"
    none = f"{head}Alla hälsas välkomna.\n\nMötet är i juni.\n"
    found = [[item.rubrik for item in segments_of(text) if item.slag == "punkt"] for text in (several, one, none)]
    assert found == [["Inledning", "Nästa möte"], ["Yttrande över remiss"], []]


def test_letters_and_decimal_numbers_are_items_inside_an_item() -> None:
    """Letters with text below them, and numbers that begin with the item's own."""
    text = (
        "6. Information\n\na) Läget\n\nText.\n\nb) Framåt\n\nMer.\n\n7. Mål\n7.1 Skolan\nText.\n7.2 Vägar\n13.30 Paus\n"
    )
    assert [(one.falt, one.nr) for one in segments_of(text) if one.slag == "punkt"] == [
        ("nummer", "6."),
        ("underpunkt", "a)"),
        ("underpunkt", "b)"),
        ("nummer", "7."),
        ("underpunkt", "7.1"),
        ("underpunkt", "7.2"),
    ]


def test_a_list_with_letters_is_no_items() -> None:
    """With nothing below its letters, or when its entries are what is decided."""
    listed = (
        "1. Val\nText.\na) Anna Ek\nb) Bo Al\n2. Mål\nBeslut\na) att anta målen,\ntill 2025\nb) att följa upp\nX.\n"
    )
    assert [one.nr for one in segments_of(listed) if one.slag == "punkt"] == ["1.", "2."]


@given(st.lists(st.text("§12.) abÅÄ:*-\t", max_size=30)), st.booleans())
def test_no_word_is_lost(texts: list[str], bold: bool) -> None:
    """Any lines at all come back in some segment's number, title or value, and nothing raises."""
    lines = tuple(Line(" ".join(text.split()), number, bold=bold) for number, text in enumerate(texts, 1))
    read = " ".join(f"{one.nr} {one.rubrik} {one.start.text} {one.text}" for one in read_segments(lines))
    seen = set(re.findall(r"\w+", read))
    assert {word for line in lines for word in re.findall(r"\w+", line.text)} <= seen


def test_the_title_of_a_document_may_be_broken() -> None:
    """Over lines of one size; text in another size below it is no part of it."""
    lines = [Line("Protokoll från kulturnämndens", 1, size=20.0), Line("sammanträde", 2, size=20.0)]
    assert read_segments(lines)[0].rubrik == "Protokoll från kulturnämndens sammanträde"
    assert read_segments([lines[0], replace(lines[1], size=10.0)])[0].rubrik == "Protokoll från kulturnämndens"
