"""Yrkanden, omröstningar, reservationer, jäv and notes: as printed, with who said them, never reconciled."""

from __future__ import annotations

import pytest

from generator.importer.printed.persons import named
from tests.importer.punkter import item, names_of, read, texts


def test_yrkanden_with_those_who_made_them() -> None:
    """Persons, a list that belongs to one yrkande, somebody who agrees, a group."""
    found = item(
        "Yrkanden\nAnna Ekvall (M) yrkar:\n- att ärendet återremitteras\n- att en ny kalkyl tas fram\n\n"
        "Ordföranden Cia Durling (S) och Dan Ersvik (V) yrkar bifall till förslaget.\n\n"
        "Eva Fransén (C) instämmer.\n\nVänsterpartiet yrkar i andra hand avslag.\n"
    )["yrkanden"]
    assert texts(found) == [
        "Anna Ekvall (M) yrkar:\n\n- att ärendet återremitteras\n\n- att en ny kalkyl tas fram",
        "Ordföranden Cia Durling (S) och Dan Ersvik (V) yrkar bifall till förslaget.",
        "Eva Fransén (C) instämmer.",
        "Vänsterpartiet yrkar i andra hand avslag.",
    ]
    assert [names_of(one.get("av", [])) for one in found] == [
        ["Anna Ekvall (M)"], ["Cia Durling (S)", "Dan Ersvik (V)"], ["Eva Fransén (C)"], []
    ]  # fmt: skip
    assert found[3]["partier"] == ["Vänsterpartiet"]
    assert found[3]["ordning"] == "i andra hand"


def test_a_vote_with_meaning_totals_roll_call_and_outcome() -> None:
    """A propositionsordning, what ja and nej mean, who voted how, under three headings."""
    found = item(
        "Propositionsordning\nOrdföranden ställer förslagen mot varandra. Omröstning begärs.\n\n"
        "Omröstning\nJa-röst för bifall till arbetsutskottets förslag.\nNej-röst för Anna Ekvalls yrkande.\n\n"
        "Omröstningsresultat\nMed 3 ja-röster mot 2 nej-röster beslutar kommunstyrelsen bifalla förslaget.\n\n"
        "Ja: Cia Durling (S), Dan Ersvik (V) och Eva Fransén (C)\nNej: Anna Ekvall (M), Bo Alsén (KD)\n"
    )
    assert found["propositionsordning"] == "Ordföranden ställer förslagen mot varandra. Omröstning begärs."
    (vote,) = found["omrostningar"]
    assert (vote["ja_betyder"], vote["nej_betyder"]) == (
        "bifall till arbetsutskottets förslag", "Anna Ekvalls yrkande"
    )  # fmt: skip
    assert (vote["ja"], vote["nej"]) == ("3", "2")
    assert {side: names_of(who) for side, who in vote["roster"].items()} == {
        "ja": ["Cia Durling (S)", "Dan Ersvik (V)", "Eva Fransén (C)"],
        "nej": ["Anna Ekvall (M)", "Bo Alsén (KD)"],
    }
    assert vote["utfall"] == "Med 3 ja-röster mot 2 nej-röster beslutar kommunstyrelsen bifalla förslaget."


def test_a_roll_call_in_a_table() -> None:
    """Marks in columns, with a sum that need not agree with them."""
    vote = item(
        "Omröstning\nDen som vill bifalla förslaget röstar ja, den som vill avslå det röstar nej.\n\n"
        "Ledamot\tParti\tJa\tNej\tAvstår\nAnna Ekvall\tM\t\tX\t\nDan Ersvik\tV\tX\t\t\nEva Fransén\tC\t\t\tX\n"
        "Summa\t\t2\t1\t0\n"
    )["omrostningar"][0]
    assert {side: names_of(who) for side, who in vote["roster"].items()} == {
        "ja": ["Dan Ersvik (V)"], "nej": ["Anna Ekvall (M)"], "avstar": ["Eva Fransén (C)"]
    }  # fmt: skip
    assert (vote["ja"], vote["nej"], vote["avstar"]) == ("2", "1", "0")
    assert (vote["ja_betyder"], vote["nej_betyder"]) == ("bifalla förslaget", "avslå det")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Med 25 ja-röster mot 20 nej-röster bifalls förslaget.", ("25", "20", None, None)),
        ("25 ledamöter röstar ja, 20 röstar nej, 1 avstår och 3 är frånvarande.", ("25", "20", "1", "3")),
        ("Omröstningen utfaller med 12 Ja och 3 Nej. Ingen avstår.", ("12", "3", "0", None)),
        ("Ja: 8 Nej: 5 Avstår: 2", ("8", "5", "2", None)),
        ("Med åtta ja-röster och fem nej-röster antas förslaget.", ("8", "5", None, None)),
    ],
)
def test_totals_in_prose(text: str, counts: tuple[str | None, ...]) -> None:
    """As figures or words, before or after the answer."""
    vote = item(f"Omröstning\n{text}")["omrostningar"][0]
    assert tuple(vote.get(key) for key in ("ja", "nej", "avstar", "franvarande")) == counts


def test_a_closed_vote_has_no_roll_call() -> None:
    """A vote by slips, with its list in an annex."""
    vote = item("Omröstning\nSluten omröstning sker. Resultatet framgår av bilaga 2.")["omrostningar"][0]
    assert (vote["sluten"], vote["bilaga"]) == ("ja", "bilaga 2")
    assert "roster" not in vote


@pytest.mark.parametrize(
    ("text", "persons", "groups"),
    [
        ("Anna Ekvall (M) och Bo Alsén (KD) reserverar sig mot beslutet.", ["Anna Ekvall (M)", "Bo Alsén (KD)"], []),
        ("Ledamöterna från M, D, L och KD reserverar sig.", [], ["M", "D", "L", "KD"]),
        ("Samtliga ledamöter från Moderaterna reserverar sig till förmån för eget yrkande.", [], ["Moderaterna"]),
        ("SD-gruppen reserverar sig skriftligt.", [], ["SD"]),
    ],
)
@pytest.mark.parametrize("layout", ["Reservation\n{}", "Beslut\nAvtalet godkänns.\n\n{}", "Texten.\n\n{}"])
def test_reservations(text: str, persons: list[str], groups: list[str], layout: str) -> None:
    """By persons or groups; under a heading, below the beslut or in the text."""
    found = item(layout.format(text))
    (reservation,) = found["reservationer"]
    assert reservation["text"] == text
    assert (names_of(reservation.get("av", [])), reservation.get("partier", [])) == (persons, groups)
    assert text not in str(found.get("beslut", ""))


def test_jav_and_not_taking_part_are_not_the_same() -> None:
    """Jävig, not taking part, abstaining."""
    found = item(
        "Sammanträdet hålls.\n\nDan Ersvik (V) anmäler jäv och deltar inte i handläggningen.\n\n"
        "Ledamöterna från SD och L deltar inte i beslutet.\n\nBo Alsén (KD) avstår från att rösta."
    )
    assert names_of(found["jav"][0]["av"]) == ["Dan Ersvik (V)"]
    assert [one.get("partier") or names_of(one["av"]) for one in found["deltar_inte"]] == [
        ["SD", "L"], ["Bo Alsén (KD)"]
    ]  # fmt: skip
    assert found["deltar_inte"][1]["avstar"] == "ja"
    assert found["text"] == "Sammanträdet hålls."


def test_what_is_all_of_the_text_stays_there() -> None:
    """A § that only announces jäv keeps its words and has the jäv too."""
    found = item("Dan Ersvik (V) anmäler att han är jävig i § 9.", "§ 7 Anmälan om jäv")
    assert found["text"] == found["jav"][0]["text"]


def test_notes_to_the_protokoll() -> None:
    """A protokollsanteckning over several paragraphs and a särskilt yttrande are told apart."""
    found = item(
        "Protokollsanteckning\nBo Alsén (KD) lämnar följande anteckning:\n\nVi hade velat vänta.\n\n"
        "Särskilt yttrande\nAnna Ekvall (M) lämnar ett särskilt yttrande, bilaga 3.\n"
    )["anteckningar"]
    assert texts(found) == [
        "Bo Alsén (KD) lämnar följande anteckning:\n\nVi hade velat vänta.",
        "Anna Ekvall (M) lämnar ett särskilt yttrande, bilaga 3.",
    ]
    assert [one.get("slag") for one in found] == [None, "sarskilt-yttrande"]


def test_a_heading_with_nobody_below_it_says_nothing() -> None:
    """``Inga`` under Jäv is no jäv."""
    assert "jav" not in item("Jäv\nIngen anmäler jäv.\n\nBeslut\nAvtalet godkänns.")


def test_a_roll_call_whose_columns_are_lost_is_not_guessed() -> None:
    """Marks without a place of their own say nothing: the table is kept as text, with a doubt."""
    text = "§ 7 Avtal\n\nVotering\nLedamot\tJa\tNej\nAnna Ekvall (M)\tX\nDan Ersvik (V)\tX\nSumma\t1\t1\n"
    found = read(text)
    (vote,) = found.value[0]["omrostningar"]
    assert "roster" not in vote
    assert (vote["ja"], vote["nej"]) == ("1", "1")
    assert "Dan Ersvik (V) X" in vote["text"]
    assert [doubt.path for doubt in found.doubts] == [(0, "omrostningar", 0)]


def test_a_substitute_is_not_javig() -> None:
    """Who serves instead is named in the same paragraph, not in the same sentence."""
    found = item("Jäv\nPå grund av jäv deltar inte Dan Ersvik (V) i ärendet. I stället tjänstgör Eva Fransén (C).\n")
    assert names_of(found["jav"][0]["av"]) == ["Dan Ersvik (V)"]


@pytest.mark.parametrize(
    "namn", ["Leif G:son Tham", "Nikola Jovanović", "Žarko Đurić", "Ann-Marie af Geijersholm", "Bo O’Hara"]
)
def test_names_of_many_kinds_are_names(namn: str) -> None:
    """Colons inside a name, letters of other languages, small words and apostrophes."""
    assert named(f"{namn} (S) yrkar bifall.") == [{"rad": f"{namn} (S)"}]
