"""Words inside items: substitutes, votes in running text, numbers of cases, who agrees, what is said once."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.importer.extract.line import Line
from generator.importer.items.decisions import slag
from generator.importer.items.upcoming import coming
from generator.importer.items.votes import vote
from generator.importer.printed.case_numbers import case_numbers, line_of_case_numbers
from generator.importer.printed.references import references
from tests.importer.punkter import TODAY, item, names_of, read, texts


@pytest.mark.parametrize(
    "said",
    [
        "På grund av jäv lämnar Erik Sten (M) lokalen och ersätts av Olle Mo (M).",
        "Erik Sten (M) anmäler jäv. I hans ställe tjänstgör Olle Mo (M).",
        "Erik Sten (M) anmäler jäv och deltar inte. Olle Mo (M) tjänstgör i hans ställe.",
        "Olle Mo (M) ersätter Erik Sten (M) som är jävig.",
    ],
)
@pytest.mark.parametrize("heading", ["", "Jäv\n\n"])
def test_who_serves_instead_is_not_javig(said: str, heading: str) -> None:
    """Under a heading or in running text."""
    (found,) = item(f"{heading}{said}")["jav"]
    assert names_of(found["av"]) == ["Erik Sten (M)"]


def test_the_substitute_of_a_row_has_voted() -> None:
    """A column of its own names who has served in the place of the ledamot."""
    rows = (
        ("Ledamot", "Parti", "Tjänstgörande ersättare", "Ja", "Nej"),
        ("Anna Ek", "S", "", "X", ""),
        ("Hugo Lind", "MP", "Eva-Britt Karl", "", "X"),
    )
    lines = [Line("\t".join(row), number, cells=row) for number, row in enumerate(rows, 1)]
    found = vote(lines)
    assert (names_of(found["roster"]["ja"]), names_of(found["roster"]["nej"])) == (["Anna Ek (S)"], ["Eva-Britt Karl"])
    assert "Hugo Lind" in found["text"]


def test_a_vote_counted_for_ja_and_for_nej() -> None:
    """``7 röster för ja``; what ja means begins after the colon."""
    found = item(
        "Omröstning\n\nOrdföranden föreslår en ordning, som godkänns: Den som bifaller förslaget röstar ja, den som "
        "bifaller yrkandet röstar nej.\n\nMed 7 röster för ja och 2 röster för nej, medan 1 ledamot avstår, beslutar "
        "styrelsen enligt förslaget."
    )["omrostningar"][0]
    assert [found[key] for key in ("ja", "nej", "avstar", "ja_betyder")] == ["7", "2", "1", "bifaller förslaget"]


def test_a_vote_without_a_heading_is_found_and_marked() -> None:
    """The text before and after it stays."""
    found = read(
        "§ 7 Avtal\n\nOmröstning begärs.\n\nDen som vill avgöra ärendet i dag röstar ja.\nDen som vill återremittera "
        "röstar nej.\n\nOmröstningen ger 5 ja-röster och 4 nej-röster.\n\nLinjen är lång.\n"
    )
    (value,) = found.value
    vote = value["omrostningar"][0]
    assert [vote[key] for key in ("ja", "nej", "nej_betyder")] == ["5", "4", "återremittera"]
    assert value["text"] == "Omröstning begärs.\n\nLinjen är lång."
    assert [one.path[1:] for one in found.doubts] == [("omrostningar", 0)]


@pytest.mark.parametrize("printed", ["2024-KS-145", "KS/145/2024"])
@pytest.mark.parametrize("label", ["", "Dnr ", "D.nr. ", "Ärende nr. ", "Diarienr: "])
def test_more_forms_of_diarienummer(printed: str, label: str) -> None:
    """Year first, or last."""
    assert case_numbers(label + printed) == line_of_case_numbers(label + printed) == [printed]


@pytest.mark.parametrize("printed", ["SOU 2023:94", "SFS 2017:900", "EU 2016/679", "Ds 2024:1", "prop. 2023/24:100"])
def test_numbers_of_laws_and_reports_are_no_diarienummer(printed: str) -> None:
    """They stay in the title alone."""
    found = item("Texten följer.", f"§ 7 Svar på remiss ({printed})")
    assert (found["rubrik"], "arenden" in found) == (f"Svar på remiss ({printed})", False)


def test_who_agrees_with_a_yrkande_makes_it_too() -> None:
    """``med instämmande av``, in the middle or at the end."""
    found = item("Yrkanden\n\nEva Ek (V) yrkar, med instämmande av Bo Al (S) och Lo Ask (C), att linjen läggs ned.")
    assert names_of(found["yrkanden"][0]["av"]) == ["Eva Ek (V)", "Bo Al (S)", "Lo Ask (C)"]


def test_the_ledamoter_of_a_party_reserve() -> None:
    """A reservation of its own, of the party."""
    found = item("Reservation\n\nEva Ek (V) reserverar sig.\n\nSverigedemokraternas ledamöter reserverar sig.")
    assert [one.get("partier") for one in found["reservationer"]] == [None, ["Sverigedemokraterna"]]


def test_a_justering_is_said_once() -> None:
    """As that of the §, and not as one more beslut."""
    found = item("Beslut\n\nAvtalet godkänns.\n\nParagrafen justeras omedelbart.")
    assert texts(found["beslut"]) == ["Avtalet godkänns."]
    assert found["justerad"]["omedelbart"] == "ja"


def test_the_lead_of_a_numbered_list_is_no_part_of_its_first_sats() -> None:
    """All entries alike; an uppdrag does not end with the word before the next entry; nobody is chosen by leaving."""
    found = item("Beslut\n\nStyrelsen beslutar att\n\n1. uppdra åt Bo Ek att återkomma, samt\n2. entlediga Lo Ask.")
    assert texts(found["beslut"]) == ["uppdra åt Bo Ek att återkomma, samt", "entlediga Lo Ask."]
    assert [one["text"] for one in found["uppdrag"]] == ["återkomma"]
    assert "slag" not in found["beslut"][1]


def test_a_list_with_tabs_after_its_marks_is_no_table() -> None:
    """Dashes with wide space."""
    assert item("-\tDom från rätten\n-\tBeslut av staten")["text"] == "- Dom från rätten\n- Beslut av staten"


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("Protokoll från Nordvik Energi AB 2024-03-27", []),
        ("Protokoll från 2024-03-27", [None]),
        ("Protokoll från kulturnämnden 2023-12-08", ["kulturnämnden"]),
        ("Barn- och utbildningsnämndens protokoll 2024-10-15 § 92", ["Barn- och utbildningsnämnden"]),
        ("Enligt kultur-, idrotts- och fritidsnämnden 2024-10-15", ["kultur-, idrotts- och fritidsnämnden"]),
    ],
)
def test_companies_and_prepositions_are_no_organ(text: str, organ: list[str | None]) -> None:
    """A reference names a public body or none."""
    assert [one.organ for one in references(text, TODAY)] == organ


def test_a_time_without_minutes_is_one_that_the_record_takes() -> None:
    """``10-12`` is read, not left over."""
    (found,) = coming("Nästa möte", "Tisdagen den 4 juni 2025 klockan 10-12.", "planerat", dt.date(2025, 3, 5))
    assert found.tid == "10.00–12.00"


def test_statements_line_by_line_are_told_apart() -> None:
    """Where each line begins with who says it."""
    found = item(
        "Beslut\n\nAvtalet godkänns.\n\nReservationer och protokollsanteckningar\nErik Sten (M) reserverar sig mot "
        "beslutet.\nUlla Brandt (S) lämnar en protokollsanteckning: Det är fel."
    )
    assert names_of(found["reservationer"][0]["av"]) == ["Erik Sten (M)"]
    assert names_of(found["anteckningar"][0]["av"]) == ["Ulla Brandt (S)"]


@pytest.mark.parametrize("before", ["Kyrkorådets", "Kyrkorådets ordförande", "Socialnämndens"])
def test_the_body_of_a_speaker_is_no_part_of_the_name(before: str) -> None:
    """In the genitive, with a role or without."""
    assert names_of(item(f"{before} Gudrun Skoog berättar om linjen.")["medverkande"]) == ["Gudrun Skoog"]


def test_a_title_before_a_speaker_is_a_title() -> None:
    """Also those of churches."""
    (found,) = item("Kyrkoherde Magnus Till informerar om linjen.")["medverkande"]
    assert (found["namn"], found["titel"]) == ("Magnus Till", "kyrkoherde")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dagordningen fastställs med den ändringen att ärende 9 utgår.", "faststalls"),
        ("Dagordningen godkänns med ändringen att ärende 9 utgår.", "godkanns"),
        ("Ärende 9 utgår.", "utgar"),
        ("Länsstyrelsen ombeds utse ny ersättare efter Bo Ek (S).", None),
        ("Styrelsen utser Bo Ek (S) att justera protokollet.", "utses"),
    ],
)
def test_the_kind_of_a_sats_is_what_the_organ_itself_does(text: str, kind: str | None) -> None:
    """Not what its ändring brings about, nor what it asks somebody else to do."""
    assert slag(text) == kind
