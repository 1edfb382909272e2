"""Lists of people in every layout become rows of a record. All persons here are invented."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.known import KnownPerson
from generator.model.narvaro import Kallade, Narvaro, Narvarorad
from tests.importer.narvarotext import KNOWN, lists_of, reading_of, whys_of

LAYOUTS: dict[str, tuple[str, dict[str, Any]]] = {
    "one per line": (
        """
        Beslutande
        Alva Ek (S), ordförande
        Bo Al (M) ersätter Cia Dahl (M)
        Vakant (C)

        Övriga närvarande
        Dan Ed, kommunchef
        **Eva Fors**, **sekreterare**
        """,
        {
            "beslutande": ["Alva Ek (S), ordförande", "Bo Al (M) ersätter Cia Dahl (M)", "Vakant (C)"],
            "ovriga": ["Dan Ed, kommunchef", "Eva Fors, sekreterare"],
        },
    ),
    "bullets and numbers": (
        """
        Beslutande
        1. Alva Ek (S)
        2. Bo Al (M)
        - Cia Dahl (C)
        \uf0b7 Dan Ed (L)
        § 1 Upprop
        """,
        {"beslutande": ["Alva Ek (S)", "Bo Al (M)", "Cia Dahl (C)", "Dan Ed (L)"]},
    ),
    "rows broken over lines": (
        """
        Beslutande ledamöter Alva Ek (S) ersätter Bo Al (M), Region
        Exempel
        Cia
        Dahl Ledamot M Norrby
        Dan Ed (S) (Söderby,
        deltar på distans)
        Emma Frank (utvecklingsledare näringsliv och
        kompetensförsörjning)
        Per Ågren (S) (Norrby
        Gun Hall (SD), ordförande
        """,
        {
            "beslutande": [
                {
                    "rad": "Alva Ek (S) ersätter Bo Al (M), Region Exempel",
                    "organisation": "Region Exempel",
                    "harlett": [
                        {"falt": "organisation", "skal": "Står efter den som ersätts, Bo Al.", "sakerhet": "trolig"}
                    ],
                },
                "Cia Dahl Ledamot M Norrby",
                "Dan Ed (S) (Söderby, deltar på distans)",
                "Emma Frank (utvecklingsledare näringsliv och kompetensförsörjning)",
                "Per Ågren (S) (Norrby",
                "Gun Hall (SD), ordförande",
            ]
        },
    ),
    "a name broken at its hyphen, with blank lines": (
        """
        Förtroendevalda

        Yrsa Blom-
        Svedin

        Ersättare V Norrby

        Alva Ek Ledamot S Norrby
        """,
        {"fortroendevalda": ["Yrsa Blom-Svedin Ersättare V Norrby", "Alva Ek Ledamot S Norrby"]},
    ),
    "running text": (
        """
        Närvarande ledamöter: Alva Ek (S), ordförande, Bo Al (M) (Norrby, vice ordförande), Cia Dahl (C), Dan Ed (L),
        Eva
        Fors (V) och Gun Hall (SD).
        Tjänstemän: Hans Iv, kommunchef, Ida Jord, ekonomichef samt Jan Kil, sekreterare
        """,
        {
            "beslutande": [
                "Alva Ek (S), ordförande",
                "Bo Al (M) (Norrby, vice ordförande)",
                "Cia Dahl (C)",
                "Dan Ed (L)",
                "Eva Fors (V)",
                "Gun Hall (SD)",
            ],
            "ovriga": ["Hans Iv, kommunchef", "Ida Jord, ekonomichef", "Jan Kil, sekreterare"],
        },
    ),
    "no separators": (
        """
        Beslutande Alva Ek (S) ordförande Bo Al (M) vice
        ordförande Cia-Maria Dahl (C) Eva von Åby (V)
        Övriga närvarande Maria Lind (regiondirektör) Karl Allen (förvaltningsdirektör Regionala
        utvecklingsförvaltningen) Elin Hell (mötessekreterare)
        """,
        {
            "beslutande": [
                "Alva Ek (S) ordförande",
                "Bo Al (M) vice ordförande",
                "Cia-Maria Dahl (C)",
                "Eva von Åby (V)",
            ],
            "ovriga": [
                "Maria Lind (regiondirektör)",
                "Karl Allen (förvaltningsdirektör Regionala utvecklingsförvaltningen)",
                "Elin Hell (mötessekreterare)",
            ],
        },
    ),
    "two persons side by side": (
        """
        Beslutande
        Alva Ek (S), ordförande          Bo Al (M)
        Cia Dahl (C)                     Dan Ed (L), vice ordförande
        Eva Fors (V)
        """,
        {
            "beslutande": [
                "Alva Ek (S), ordförande",
                "Cia Dahl (C)",
                "Eva Fors (V)",
                "Bo Al (M)",
                "Dan Ed (L), vice ordförande",
            ]
        },
    ),
    "two lists side by side": (
        """
        Beslutande                       Ej tjänstgörande ersättare
        Alva Ek (S), ordförande          Bo Al (M)
        Cia Dahl (C)                     Dan Ed (L)
        Eva Fors (V)
        """,
        {
            "beslutande": ["Alva Ek (S), ordförande", "Cia Dahl (C)", "Eva Fors (V)"],
            "ej_tjanstgorande": ["Bo Al (M)", "Dan Ed (L)"],
        },
    ),
    "columns without headings, in any order": (
        """
        Beslutande
        Alva Ek | S | Ordförande | Söderby
        Bo Al | Ledamot | M | Söderby
        Söderby | C | Cia Dahl
        """,
        {
            "beslutande": [
                {
                    "rad": "Alva Ek S Ordförande Söderby",
                    "namn": "Alva Ek",
                    "parti": "S",
                    "roll": "Ordförande",
                    "organisation": "Söderby",
                },
                "Bo Al Ledamot M Söderby",
                {"rad": "Söderby C Cia Dahl", "namn": "Cia Dahl", "parti": "C", "organisation": "Söderby"},
            ]
        },
    ),
    "a roll call": (
        """
        Närvarolista
        Namn | Parti | Uppdrag | Närvarande | Tjänstgörande | Anmärkning
        Alva Ek | S | Ordförande | X | X |
        Bo Al | M | Ersättare | X | X | §§ 4–6
        Cia Dahl | C | Ersättare | X | | på distans
        """,
        {
            "beslutande": [
                {"rad": "Alva Ek S Ordförande X X", "namn": "Alva Ek", "parti": "S", "roll": "Ordförande"},
                {
                    "rad": "Bo Al M Ersättare X X §§ 4–6",
                    "namn": "Bo Al",
                    "parti": "M",
                    "roll": "Ersättare",
                },
            ],
            "ej_tjanstgorande": [
                {
                    "rad": "Cia Dahl C Ersättare X på distans",
                    "namn": "Cia Dahl",
                    "parti": "C",
                    "roll": "Ersättare",
                }
            ],
        },
    ),
    "a roll call with the names of those who serve instead": (
        """
        Närvarolista
        Ledamot | Parti | Närvarande | Tjänstgörande ersättare
        Alva Ek, ordförande | S | Ja |
        Bo Al | M | Nej | Cia Dahl (M)
        """,
        {
            "beslutande": [
                {"rad": "Alva Ek, ordförande", "parti": "S"},
                {
                    "rad": "Bo Al M Nej Cia Dahl (M)",
                    "namn": "Cia Dahl",
                    "ersatter": {"namn": "Bo Al", "parti": "M"},
                },
            ]
        },
    ),
    "names in two columns, whom they serve for": (
        """
        Beslutande
        Efternamn | Förnamn | Parti | Kommun | Ersätter
        Ek | Alva | S | Söderby |
        Al | Bo | M | Söderby | Cia Dahl (C)
        """,
        {
            "beslutande": [
                {
                    "rad": "Ek Alva S Söderby",
                    "namn": "Alva Ek",
                    "parti": "S",
                    "organisation": "Söderby",
                },
                {
                    "rad": "Al Bo M Söderby Cia Dahl (C)",
                    "namn": "Bo Al",
                    "parti": "M",
                    "organisation": "Söderby",
                    "ersatter": {"namn": "Cia Dahl", "parti": "C"},
                },
            ]
        },
    ),
    "party without parentheses": (
        """
        Beslutande
        Alva Ek S, ordförande
        Bo Al M
        """,
        {
            "beslutande": [
                {"rad": "Alva Ek S, ordförande", "namn": "Alva Ek", "parti": "S"},
                {"rad": "Bo Al M", "namn": "Bo Al", "parti": "M"},
            ]
        },
    ),
    "labels with one person": (
        """
        Närvarande
        Ordförande: Alva Ek (S)
        Vice ordförande: Bo Al (M)
        Ledamöter: Cia Dahl (C), Dan Ed (L)
        Sekreterare: Eva Fors
        """,
        {
            "beslutande": [
                {"rad": "Alva Ek (S)", "roll": "Ordförande"},
                {"rad": "Vice ordförande: Bo Al (M)", "namn": "Bo Al", "parti": "M", "roll": "Vice ordförande"},
                "Cia Dahl (C)",
                "Dan Ed (L)",
            ],
            "ovriga": [{"rad": "Eva Fors", "roll": "Sekreterare"}],
        },
    ),
    "staff": (
        """
        Övriga
        Kommundirektör Alva Ek
        bitr. förvaltningschef Bo Al
        Cia Dahl, tf. kommunchef Norrby
        Dan Ed, chef Söderby kommun §§ 1–3
        Eva Fors (förvaltningsdirektör Kollektivtrafiken Region Exempel) § 4
        Gun Hall, verksamhetschef Folkhälsa
        Representant för Kommunal: Hans Iv
        Ida Jord, utredare Vård & Omsorg
        """,
        {
            "ovriga": [
                {"rad": "Kommundirektör Alva Ek", "namn": "Alva Ek", "titel": "Kommundirektör"},
                {"rad": "bitr. förvaltningschef Bo Al", "namn": "Bo Al", "titel": "bitr. förvaltningschef"},
                {"rad": "Cia Dahl, tf. kommunchef Norrby", "titel": "tf. kommunchef", "organisation": "Norrby"},
                {
                    "rad": "Dan Ed, chef Söderby kommun §§ 1–3",
                    "titel": "chef",
                    "organisation": "Söderby kommun",
                },
                {
                    "rad": "Eva Fors (förvaltningsdirektör Kollektivtrafiken Region Exempel) § 4",
                    "titel": "förvaltningsdirektör Kollektivtrafiken",
                    "organisation": "Region Exempel",
                },
                "Gun Hall, verksamhetschef Folkhälsa",
                {
                    "rad": "Representant för Kommunal: Hans Iv",
                    "namn": "Hans Iv",
                    "titel": "Representant för Kommunal",
                },
                "Ida Jord, utredare Vård & Omsorg",
            ]
        },
    ),
    "titles before names, in running text": (
        """
        Beslutande
        Ledamöter: Alva Ek (S), Bo Al (M) §§ 170, 172–184 och Cia Dahl (FP).
        Tjänstgörande ersättare: Dan Ed (KD) ersätter Eva Fors (KD) och Finn Gren (M) ersätter Gun Hall (M).
        Övriga närvarande
        Ersättare: Hans Iv (S)
        Tjänstemän: Kommundirektör Ida Jord, ekonom Ann-Charlotte Kil § 164, chef för hållbar utveckling
        Lars Mo § 172 och personalchef Nils Ost §§ 169 och 173.
        """,
        {
            "beslutande": [
                "Alva Ek (S)",
                "Bo Al (M) §§ 170, 172–184",
                "Cia Dahl (FP)",
                {"rubrik": "Tjänstgörande ersättare"},
                "Dan Ed (KD) ersätter Eva Fors (KD)",
                "Finn Gren (M) ersätter Gun Hall (M)",
            ],
            "ej_tjanstgorande": ["Hans Iv (S)"],
            "ovriga": [
                {"rad": "Kommundirektör Ida Jord", "namn": "Ida Jord", "titel": "Kommundirektör"},
                {
                    "rad": "ekonom Ann-Charlotte Kil § 164",
                    "namn": "Ann-Charlotte Kil",
                    "omfattar": "§ 164",
                    "titel": "ekonom",
                },
                {
                    "rad": "chef för hållbar utveckling Lars Mo § 172",
                    "namn": "Lars Mo",
                    "omfattar": "§ 172",
                    "titel": "chef för hållbar utveckling",
                },
                {
                    "rad": "personalchef Nils Ost §§ 169 och 173",
                    "namn": "Nils Ost",
                    "omfattar": "§§ 169 och 173",
                    "titel": "personalchef",
                },
            ],
        },
    ),
    "semicolons between persons": (
        """
        Deltog: Alva Ek (S), Region Exempel, ordförande; Bo Al (M), Söderby kommun (via Teams); Cia Dahl, trafikchef
        """,
        {
            "narvarande": [
                "Alva Ek (S), Region Exempel, ordförande",
                "Bo Al (M), Söderby kommun (via Teams)",
                "Cia Dahl, trafikchef",
            ]
        },
    ),
    "a label broken over the left column": (
        """
        Beslutande\tAlva Ek (S), ordförande
        ledamöter\tBo Al (M)
        Cia Dahl (C)
        Ej tjänst-\tDan Ed (L)
        görande\tEva Fors (V)
        ersättare\tFinn Gren (S)
        """,
        {
            "beslutande": ["Alva Ek (S), ordförande", "Bo Al (M)", "Cia Dahl (C)"],
            "ej_tjanstgorande": ["Dan Ed (L)", "Eva Fors (V)", "Finn Gren (S)"],
        },
    ),
    "three lists in a table": (
        """
        Ledamöter | Ersättare | Tjänstepersoner
        Alva Ek (S) | Bo Al (M) | Cia Dahl, chef
        Dan Ed (C) | | Eva Fors, jurist
        """,
        {
            "beslutande": ["Alva Ek (S)", "Dan Ed (C)"],
            "ej_tjanstgorande": ["Bo Al (M)"],
            "ovriga": ["Cia Dahl, chef", "Eva Fors, jurist"],
        },
    ),
    "roles as labels before the list": (
        """
        Ordförande\tAlva Ek (S)
        1:e vice ordförande\tBo Al (M)
        Ledamöter\tCia Dahl (C)
        """,
        {
            "beslutande": [
                {"rad": "Alva Ek (S)", "roll": "Ordförande"},
                {
                    "rad": "1:e vice ordförande Bo Al (M)",
                    "namn": "Bo Al",
                    "parti": "M",
                    "roll": "1:e vice ordförande",
                },
                "Cia Dahl (C)",
            ]
        },
    ),
    "roles alone above their names": (
        """
        Närvarande

        Ordförande

        Alva Ek (S)

        1:e vice ordförande

        Bo Al (M)

        Ledamöter

        Cia Dahl (C)
        """,
        {
            "beslutande": [
                {"rad": "Alva Ek (S)", "roll": "Ordförande"},
                {
                    "rad": "1:e vice ordförande Bo Al (M)",
                    "namn": "Bo Al",
                    "parti": "M",
                    "roll": "1:e vice ordförande",
                },
                "Cia Dahl (C)",
            ]
        },
    ),
    "a role in a second column, a party before the name": (
        """
        Närvarande beslutande ledamöter och ersättare
        Alva Ek (S)          Ordförande
        Bo Al (M)            Ersätter Cia Dahl (C)
        (L) Dan Ed, Norrby
        V Eva Fors, vice ordförande
        """,
        {
            "beslutande": [
                "Alva Ek (S) Ordförande",
                "Bo Al (M) Ersätter Cia Dahl (C)",
                "(L) Dan Ed, Norrby",
                {"rad": "V Eva Fors, vice ordförande", "namn": "Eva Fors", "parti": "V"},
            ]
        },
    ),
    "groups and empty lists": (
        """
        Närvarande
        Tjänstepersoner: Alva Ek, Bo Al
        Externa: Cia Dahl, Trafikverket, Dan Ed, Länsstyrelsen
        Ersättare: -
        """,
        {
            "ovriga": [
                "Alva Ek",
                "Bo Al",
                {"rubrik": "Externa"},
                "Cia Dahl, Trafikverket",
                "Dan Ed, Länsstyrelsen",
            ]
        },
    ),
    "roles below their names": (
        """
        Beslutande
        Alva Ek (S)
        Ordförande
        Bo Al (M)
        Ledamot
        """,
        {"beslutande": ["Alva Ek (S) Ordförande", "Bo Al (M) Ledamot"]},
    ),
    "words in a column of attendance": (
        """
        Beslutande
        Namn | Parti | Roll | Närvaro
        Alva Ek | S | ordförande |
        Bo Al | M | ledamot | deltar på distans §§ 1–4
        Cia Dahl | C | ledamot | ersätter Dan Ed (C) § 4
        """,
        {
            "beslutande": [
                {"rad": "Alva Ek S ordförande", "namn": "Alva Ek", "parti": "S"},
                {
                    "rad": "Bo Al M ledamot deltar på distans §§ 1–4",
                    "namn": "Bo Al",
                    "parti": "M",
                },
                {
                    "rad": "Cia Dahl C ledamot ersätter Dan Ed (C) § 4",
                    "namn": "Cia Dahl",
                    "parti": "C",
                },
            ]
        },
    ),
    "parties and places as headings": (
        """
        Närvarande:
        Från Söderby: Alva Ek (S), Bo Al (M)
        Socialdemokraterna
        Cia Dahl
        """,
        {
            "narvarande": [
                {"rubrik": "Från Söderby"},
                {
                    "rad": "Alva Ek (S)",
                    "organisation": "Söderby",
                    "harlett": [
                        {
                            "falt": "organisation",
                            "skal": "Står i rubriken ovanför raden, Från Söderby.",
                            "sakerhet": "saker",
                        }
                    ],
                },
                {
                    "rad": "Bo Al (M)",
                    "organisation": "Söderby",
                    "harlett": [
                        {
                            "falt": "organisation",
                            "skal": "Står i rubriken ovanför raden, Från Söderby.",
                            "sakerhet": "saker",
                        }
                    ],
                },
                {"rubrik": "Socialdemokraterna"},
                {
                    "rad": "Cia Dahl",
                    "parti": "S",
                    "harlett": [
                        {
                            "falt": "parti",
                            "skal": "Står i rubriken ovanför raden, Socialdemokraterna.",
                            "sakerhet": "saker",
                        }
                    ],
                },
            ]
        },
    ),
    "other labels are kept as headings": (
        """
        Beslutande
        Alva Ek (S)
        Tjänstgörande ersättare
        Bo Al (M)
        Ej beslutande ledamöter
        Cia Dahl (C)
        """,
        {
            "beslutande": ["Alva Ek (S)", {"rubrik": "Tjänstgörande ersättare"}, "Bo Al (M)"],
            "ej_tjanstgorande": [{"rubrik": "Ej beslutande ledamöter"}, "Cia Dahl (C)"],
        },
    ),
    "a list goes on after a blank page edge": (
        """
        Beslutande
        Alva Ek (S)

        Beslutande
        Bo Al (M)
        """,
        {"beslutande": ["Alva Ek (S)", "Bo Al (M)"]},
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_is_read(layout: str) -> None:
    """Each layout gives exactly these rows in exactly these lists."""
    text, wanted = LAYOUTS[layout]
    assert lists_of(text, known=KNOWN) == wanted


def test_lists_of_a_kallelse_are_of_those_called() -> None:
    """A document written before its meeting says who is called and nothing of who was there."""
    text = """
        Ledamöter
        Alva Ek (S), ordförande
        Ersättare
        Bo Al (M)
        Övriga
        Cia Dahl, sekreterare
        """
    assert reading_of(text, before=True).value == {
        "kallade": {
            "ledamoter": ["Alva Ek (S), ordförande"],
            "ersattare": ["Bo Al (M)"],
            "ovriga": ["Cia Dahl, sekreterare"],
        }
    }
    assert set(reading_of(text).value) == {"narvaro"}


def test_a_note_inside_an_item_is_attendance() -> None:
    """A list of those called with a line about who was prevented or remote: two different things, both kept."""
    found = reading_of(
        """
        Kallade: Se lista.
        För Exempels kommuner (EK)
        Kommunpolitiker
        Alva Ek (S), Norrby, **ordförande**
        Tjänstepersoner
        Bo Al, direktör Samverkan
        För Region Exempel (RE)
        Regionpolitiker
        Cia Dahl (M), vice ordförande Regionstyrelsen
        Administration
        Dan Ed, **sekreterare**
        Kommunikation
        Vakant
        Dagordning
        1. Öppnande
        - a) närvaro
        Med på länk: Alva Ek.
        Förhinder: Bo Al, Cia Dahl.
        2. Frågor
        """,
        known=KNOWN,
    )
    why = "Står i rubriken ovanför raden, För Region Exempel (RE)."
    assert found.value == {
        "kallade": {
            "ledamoter": [
                {"rubrik": "För Exempels kommuner (EK)"},
                {"rubrik": "Kommunpolitiker"},
                "Alva Ek (S), Norrby, ordförande",
                {"rubrik": "För Region Exempel (RE)"},
                {"rubrik": "Regionpolitiker"},
                {
                    "rad": "Cia Dahl (M), vice ordförande Regionstyrelsen",
                    "organisation": "Region Exempel",
                    "harlett": [{"falt": "organisation", "skal": why, "sakerhet": "saker"}],
                },
            ],
            "ovriga": [
                {"rubrik": "För Exempels kommuner (EK)"},
                {"rubrik": "Tjänstepersoner"},
                {"rad": "Bo Al, direktör Samverkan", "titel": "direktör", "organisation": "Samverkan"},
                {"rubrik": "Administration"},
                "Dan Ed, sekreterare",
                {"rubrik": "Kommunikation"},
                "Vakant",
            ],
        },
        "narvaro": {
            "narvarande": [{"rad": "Alva Ek", "form": "distans"}],
            "forhinder": ["Bo Al", "Cia Dahl"],
        },
    }


def test_a_note_goes_to_the_row_that_it_names() -> None:
    """Who is listed as present and said to be remote is one row, with a doubt that tells where it comes from."""
    text = """
        Beslutande
        Alva Ek (S)
        Bo Al (M)
        § 1 Upprop
        Bo Al deltar på distans.
        Cia Dahl (C) har anmält förhinder.
        """
    assert lists_of(text) == {
        "beslutande": ["Alva Ek (S)", {"rad": "Bo Al (M)", "form": "distans"}],
        "forhinder": ["Cia Dahl (C)"],
    }
    assert (5, "Dokumentet säger ”deltar på distans” om Bo Al.") in whys_of(text)


def test_absent_is_not_prevented() -> None:
    """Those who are printed as absent have a list of their own: only who has said so is prevented."""
    text = """
        Beslutande
        Alva Ek (S)
        Frånvarande: Bo Al (M)
        Förhinder: Cia Dahl (C)
        """
    assert lists_of(text) == {
        "beslutande": ["Alva Ek (S)"],
        "forhinder": ["Cia Dahl (C)"],
        "franvarande": ["Bo Al (M)"],
    }
    assert whys_of(text) == []


def test_an_empty_row_of_a_roll_call_is_not_present() -> None:
    """Who has no mark in the column of those present stands in no list."""
    text = """
        Närvarolista
        Namn | Parti | Närvarande
        Alva Ek | S | X
        Bo Al | M |
        """
    assert lists_of(text) == {"narvarande": [{"rad": "Alva Ek S X", "namn": "Alva Ek", "parti": "S"}]}
    assert any("Bo Al" in why for _, why in whys_of(text))


def test_a_list_elsewhere_is_told() -> None:
    """Where a list stands in an attachment there are no rows, and the reviewer hears of it."""
    text = """
        Beslutande  Se bilaga 1
        Övriga  Alva Ek, sekreterare
        """
    assert lists_of(text) == {"ovriga": ["Alva Ek, sekreterare"]}
    assert whys_of(text) == [(1, "Listan står någon annanstans: ”Se bilaga 1”.")]


def test_a_list_further_on_is_not_elsewhere() -> None:
    """Who was there is said on the next page; an attachment beside a list of the staff is still not here."""
    page = "Närvarande  Se närvarolista på sida 2\n"
    assert whys_of(f"{page}Närvarolista\nBeslutande ledamöter\nAlva Ek (S)\nBo Al (M)") == []
    assert [why for _, why in whys_of(f"{page}Övriga  Alva Ek, sekreterare")] == [
        "Listan står någon annanstans: ”Se närvarolista på sida 2”."
    ]


def test_prose_ends_a_list() -> None:
    """Running text below a list is no row of it, and is told."""
    text = """
        Övriga
        Alva Ek, sekreterare
        Mötet öppnas av ordföranden som hälsar alla välkomna och går igenom dagordningen.
        """
    assert lists_of(text) == {"ovriga": ["Alva Ek, sekreterare"]}
    assert [line for line, why in whys_of(text) if "inte läst som personer" in why] == [3]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("Övriga\nAlva Ek (S)", 2, "har parti men står bland övriga"),
        ("Beslutande\nYrsa Blom-\nSvedin (S)", 2, "Namnet är brutet vid ett bindestreck"),
        ("Beslutande\nAlva\nEk (S)", 2, "Namnet är brutet över två rader"),
        ("Närvarande ersättare\nAlva Ek (S)", 2, "Listan heter Ersättare"),
        ("Ledamöter\nAlva Ek (S)", 2, "Listan heter Ledamöter"),
        ("Beslutande\nAlva Ek (S) ersätter Bo Al (M), Norrby", 2, "är läst som bådas organisation"),
        ("Beslutande\nAlva Ek (S) Norrby Bo Al (M) Cia Dahl (C)", 2, "kan höra till personen före"),
        ("Beslutande\nAlva Ek (S)\nAlva Ek (S), ordförande", 3, "Samma namn står två gånger"),
        ("Beslutande\nAlva Ek (S)\nAlva Ek (S)", 3, "tryckt två gånger"),
        ("Beslutande\nEk, Alva (S)", 2, "Efternamnet"),
        ("Beslutande\nAlva Ek (S), Bo Al", 2, "kan vara en organisation eller en person till"),
        ("Beslutande\nAlva Ek (S), Åby\nBo Al (M), Åby\nCia Dahl (C), Åby\nDan Ed (L)", 5, "saknar organisation"),
        ("Övriga\n2 personer från allmänheten", 2, "inte kunnat läsas som en person"),
        ("Övriga\nAlva", 2, "Bara ett namn"),
        ("Övriga\nAlva Ek, direktör Samverkan\nBo Al, jurist Samverkan", 2, "är läst som en organisation"),
    ],
)
def test_what_is_unsure_is_told(text: str, line: int, why: str) -> None:
    """Each inference is a doubt at its line."""
    found = whys_of(text)
    assert any(at == line and why in said for at, said in found), found


def test_what_the_archive_has_is_told_and_not_written() -> None:
    """Where only one row lacks its organisation, the reviewer hears what the archive has of the person."""
    dan = KnownPerson("dan-ed", "Dan Ed", "fortroendevald", frozenset({("L", "norrby"), ("M", "söderby")}))
    known = replace(KNOWN, personer={"dan ed": ("dan-ed",)}, people={"dan-ed": dan})
    text = "Beslutande\nAlva Ek (S), Åby\nBo Al (M), Åby\nCia Dahl (C), Åby\nDan Ed (L)"
    found = reading_of(text, known=known)
    assert found.value["narvaro"]["beslutande"][3] == "Dan Ed (L)"
    assert "I arkivet står Dan Ed (L) för Norrby." in found.doubts[0].why


@pytest.mark.parametrize(
    "row",
    ["Alva Ek (S)", "Bo Al (M), ordförande, Norrby", "Cia Dahl (C) ersätter Dan Ed (C)", "Eva von Åby, kommunchef"],
)
def test_what_is_plain_is_not_doubted(row: str) -> None:
    """A plain row gives no doubt."""
    label = "Beslutande" if "(" in row else "Övriga"
    assert whys_of(f"{label}\n{row}") == []


pieces = st.sampled_from(
    ["Beslutande", "Övriga", "Ersättare", "Förhinder:", "Alva", "Ek", "von", "Åby-", "(S)", "(", ")", ",", ";", "§ 4",
     "§§ 9–12", "och", "ersätter", "för", "Vakant", "ej", "ordförande", "ledamot", "kl.", "09:00", "tom", "jäv", "X",
     "S", "på distans", "Norrby", "kommun", "Namn", "Parti", "Närvarande", "\n", "\n", "\n\n", "\t", "  ", "|", "För",
     ":", ".", "kommunchef", "Med på länk:", "har anmält förhinder", "ersätts av", "del av", "Bo Al (M)", "**", "1.",
     "- ", "xxx"]
)  # fmt: skip
texts = st.text(max_size=200) | st.lists(pieces, max_size=60).map(" ".join) | st.lists(pieces, max_size=60).map("".join)


@given(texts, st.booleans())
def test_no_text_raises_and_nothing_is_invented(text: str, before: bool) -> None:
    """Any text gives lists that the model takes; each name and party in them stands in the text, word by word."""
    value = reading_of(f"Beslutande\n{text}", before).value
    lists = {**value.get("narvaro", {}), **value.get("kallade", {})}
    Narvaro.model_validate(value.get("narvaro", {}))
    Kallade.model_validate(value.get("kallade", {}))
    printed = "".join(letter for letter in text.casefold() if letter.isalnum())
    for row in (row for rows in lists.values() for row in rows):
        read = Narvarorad.model_validate(row).tolkning()
        for word in re.findall(r"[^\W_]+", f"{read.namn} {read.parti or ''}".casefold()):
            assert word in printed
