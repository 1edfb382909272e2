"""Parties without parentheses, and which list the people of a heading, a label or a table are put in."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.narvaro import Narvarorad
from generator.model.narvarorad import Tolkning
from tests.importer.narvarotext import lists_of, whys_of


def said(text: str, listed: str = "beslutande") -> list[Tolkning]:
    """What the rows of a list mean, as the archive reads them."""
    rows = (Narvarorad.model_validate(row) for row in lists_of(text)[listed])
    return [row.tolkning() for row in rows if row.rad]


KYRKA = """
    Beslutande
    Alva Ek, POSK, ordförande
    Bo Al, S, 1:e vice ordförande
    Cia Dahl, BA
    Dan Ed, FiSK
    Eva Fors, BA, för Frans Gren, POSK
"""


def test_parties_between_commas() -> None:
    """Short names after names are parties, also one that only this list has; none is an organisation or a title."""
    read = said(KYRKA)
    assert [one.parti for one in read] == ["POSK", "S", "BA", "FiSK", "BA"]
    assert [one.delar for one in read] == [()] * 5
    assert read[4].ersatter
    assert (read[4].ersatter.namn, read[4].ersatter.parti) == ("Frans Gren", "POSK")
    assert [line for line, why in whys_of(KYRKA) if "”BA” är läst som ett parti" in why] == [4, 6]


@pytest.mark.parametrize(
    ("rows", "parties"),
    [
        ("Alva Ek, Socialdemokraterna\nBo Al, Moderaterna, ordförande", ["S", "M"]),
        ("Ek, Alva (S)\nAl, Bo (M)", ["S", "M"]),
        ("S   Alva Ek   ordförande\nSD   Bo Al   ersättare för Cia Dahl", ["S", "SD"]),
        ("Alva Ek, ÖKP\nBo Al, ÖKP", ["ÖKP", "ÖKP"]),
        ("Alva Ek, PRO\nBo Al, PRO", [None, None]),
        ("Alva Ek S\nBo Al HVP", ["S", "HVP"]),
        ("Alva Ek - S\nBo Al / M", ["S", "M"]),
        ("Alva Ek, Vårdpartiet\nBo Al, Moderaterna", ["Vårdpartiet", "M"]),
        ("Alva Ek, VD\nBo Al, VD", [None, None]),
    ],
)
def test_whose_party(rows: str, parties: list[str | None]) -> None:
    """Each way of printing gives name and party and no more; associations and titles are no parties."""
    read = said(f"Beslutande\n{rows}")
    assert [(one.namn, one.parti) for one in read] == list(zip(["Alva Ek", "Bo Al"], parties, strict=True))
    assert all(not one.delar for one in read if one.parti)


def names(text: str) -> dict[str, list[str]]:
    """The names in each list."""
    return {listed: [one.namn for one in said(text, listed)] for listed in lists_of(text)}


GROUPS: dict[str, tuple[str, dict[str, list[str]]]] = {
    "those who do not serve": (
        """
        Beslutande ledamöter
        Alva Ek (S)
        Ledamöter som inte tjänstgör
        Bo Al (M)
        Ersättare som inte tjänstgör
        Cia Dahl (S)
        Dagens justerare
        Alva Ek (S)
        """,
        {"beslutande": ["Alva Ek"], "ej_tjanstgorande": ["Bo Al", "Cia Dahl"]},
    ),
    "a label beside a label": (
        """
        Beslutande | Ledamöter
        Alva Ek (S)
        Övriga närvarande | Närvarande ersättare
        Bo Al (M)
        Tjänstepersoner
        Cia Dahl, kommunchef
        """,
        {"beslutande": ["Alva Ek"], "ej_tjanstgorande": ["Bo Al"], "ovriga": ["Cia Dahl"]},
    ),
    "organisations among those elected": (
        """
        Förtroendevalda
        Alva Ek (S), ordförande
        Organisationer
        Bo Al, PRO Ekeby, vice ordförande
        Tjänstepersoner
        Cia Dahl, sekreterare
        """,
        {"fortroendevalda": ["Alva Ek"], "narvarande": ["Bo Al"], "ovriga": ["Cia Dahl"]},
    ),
    "a table that says who serves": (
        """
        Närvarande
        Namn | Kommun | Parti | Funktion | Anm.
        Alva Ek | Ekeby | S | Ordförande |
        Bo Al | Ekeby | M | Ledamot | Ej § 4
        Cia Dahl | Ekeby | S | Ersättare | Ersätter Dan Ed (S), Ekeby
        Eva Fors | Ekeby | L | Ersättare | Tjänstgör ej
        Frans Gren | Ekeby | V | Ledamot | Frånvarande
        Gun Hed | Ekeby | C | Ledamot | Anmält förhinder
        """,
        {
            "beslutande": ["Alva Ek", "Bo Al", "Cia Dahl"],
            "ej_tjanstgorande": ["Eva Fors"],
            "forhinder": ["Gun Hed"],
            "franvarande": ["Frans Gren"],
        },
    ),
    "a roll call with a column of substitutes": (
        """
        Beslutande ledamöter
        Namn | Parti | Närvaro | Ersättare
        Alva Ek | S | X |
        Bo Al | M | | Cia Dahl
        """,
        {"beslutande": ["Alva Ek", "Cia Dahl"]},
    ),
    "absence that was told of": (
        """
        Närvarande
        Alva Ek (S)
        Anmäld frånvaro
        Bo Al (M)
        """,
        {"narvarande": ["Alva Ek"], "franvarande": ["Bo Al"]},
    ),
    "rows that say who was not there": (
        """
        Närvarande
        Alva Ek (S)
        Bo Al (M) - förhinder
        Cia Dahl (C), frånvarande
        Dan Ed (V) ej närvarande
        Eva Fors (L), frånvarande § 4
        Frånvarande: Frans Gren (anmält förhinder)
        """,
        {
            "narvarande": ["Alva Ek", "Eva Fors"],
            "forhinder": ["Bo Al", "Frans Gren"],
            "franvarande": ["Cia Dahl", "Dan Ed"],
        },
    ),
    "absent by other words": (
        """
        Beslutande
        Alva Ek (S)
        Ej närvarande
        Bo Al (M)
        """,
        {"beslutande": ["Alva Ek"], "franvarande": ["Bo Al"]},
    ),
    "a roll call with marks for absence": (
        """
        Närvarande
        Namn | Parti | Närvaro
        Alva Ek | S | X
        Bo Al | M | F
        """,
        {"narvarande": ["Alva Ek"], "franvarande": ["Bo Al"]},
    ),
}


@pytest.mark.parametrize("case", GROUPS)
def test_where_people_are_put(case: str) -> None:
    """Nobody who is not said to serve is among those who do."""
    text, wanted = GROUPS[case]
    assert names(text) == wanted


def test_what_a_column_of_remarks_says() -> None:
    """From afar, not there for a §, and for whom: each is read from the column; the conclusion is told once."""
    text = """
        Närvarande
        Namn | Parti | Funktion | Anm.
        Alva Ek | S | Ordförande | Via Teams
        Bo Al | M | Ledamot | Ej § 4
        Cia Dahl | S | Ersättare | Ersätter Dan Ed (S)
        """
    first, second, third = said(text)
    assert first.distans
    assert second.utom
    assert second.utom.delar == ((4, 4),)
    assert third.ersatter
    assert third.ersatter.namn == "Dan Ed"
    assert [line for line, why in whys_of(text) if "lästa som beslutande" in why] == [3]


@pytest.mark.parametrize("before", ["Kyrkoherde", "Komminister", "Kamrer"])
def test_a_title_is_none_of_the_name(before: str) -> None:
    """A title before a name is the title of the row."""
    rows: list[Any] = lists_of(f"Övriga\n{before} Alva Ek\nBo Al, sekreterare")["ovriga"]
    assert rows[0] == {"rad": f"{before} Alva Ek", "namn": "Alva Ek", "titel": before}


def test_a_usual_label_after_another_is_kept() -> None:
    """Who stands below a label of their own does not stand below the heading before it."""
    text = GROUPS["those who do not serve"][0]
    headings = [row["rubrik"] for row in lists_of(text)["ej_tjanstgorande"] if "rubrik" in row]
    assert headings == ["Ledamöter som inte tjänstgör", "Ersättare som inte tjänstgör"]


def test_a_heading_below_those_absent_is_asked_about() -> None:
    """Whether people below a heading that follows those absent were there is left to a person."""
    text = "Frånvarande: Bo Al (M)\nOrganisationer\nCia Dahl, PRO Ekeby"
    assert [line for line, why in whys_of(text) if "Organisationer” med?" in why] == [2]


def test_a_substitute_in_the_middle_of_a_row_is_nobody_of_the_list() -> None:
    """``ersätts §§ 3–4 av``: what can not be read is told, and makes no row of its own."""
    text = "Beslutande\nAlva Ek (S), ersätts §§ 3-4 av Bo Al (S)\nCia Dahl (C)"
    assert names(text) == {"beslutande": ["Alva Ek", "Cia Dahl"]}
    assert [line for line, why in whys_of(text) if "har inte kunnat läsas" in why] == [2]


def test_nobody_is_absent_by_a_kallelse() -> None:
    """Before the meeting nobody is absent: those printed so are told of, and in no list."""
    text = "Kallade\nAlva Ek (S)\nFrånvarande\nBo Al (M)"
    assert "franvarande" not in lists_of(text, before=True)
    assert (4, "”Bo Al (M)” står under Frånvarande. En kallelse säger inte vem som kom.") in whys_of(text, before=True)
