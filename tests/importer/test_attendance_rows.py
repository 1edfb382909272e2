"""One row of print becomes one row of a record: each form, and what a person must look at. All names are invented."""

from __future__ import annotations

import time
from typing import Any

import pytest

from generator.importer.attendance.lines import Printed
from generator.importer.attendance.row import Where, read_row
from generator.importer.attendance.split import persons_in
from generator.importer.attendance.words import Bodies
from generator.model.narvaro import Narvarorad
from tests.importer.narvarotext import KNOWN

BODIES = Bodies(KNOWN)
EK = {"namn": "Alva Ek", "parti": "S"}
AL = {"namn": "Bo Al", "parti": "M"}
ROWS: list[tuple[str, dict[str, Any] | None]] = [
    # The short form, where the grammar reads all of it
    ("Alva Ek (S), ordförande", None),
    ("Alva Ek (S) (Norrby, deltar på distans) §§ 9–12", None),
    ("Alva Ek Ledamot S Norrby, ersätter Bo Al (M) Norrby", None),
    ("Alva Ek (S) kl. 9.00–10.15, §§ 1–4", None),
    ("Alva Ek, hälso- och sjukvårdsdirektör, Region Exempel", None),
    ("Vakant (S), Norrby", None),
    # Where in the document: §§ that only the document's numbers tell
    ("Alva Ek (S) tom § 9", {**EK, "omfattar": "§§ 4–9"}),
    ("Alva Ek (S), t.o.m. § 4", {**EK, "omfattar": "§ 4"}),
    ("Alva Ek (S) fr.o.m. § 5", {**EK, "omfattar": "§§ 5–12"}),
    ("Alva Ek (S), från och med § 5 till och med § 7", {**EK, "omfattar": "§§ 5–7"}),
    ("Alva Ek (S), lämnade mötet efter § 6", {**EK, "omfattar": "§§ 4–6"}),
    ("Alva Ek (S), lämnade mötet före § 6", {**EK, "omfattar": "§§ 4–5"}),
    ("Alva Ek (S) (från § 5, på distans)", {**EK, "form": "distans", "omfattar": "§§ 5–12"}),
    ("Alva Ek (S) ersätter Bo Al (M) fr.o.m. § 5", {**EK, "ersatter": AL, "omfattar": "§§ 5–12"}),
    # Times of day
    ("Alva Ek (S) fr.o.m. kl. 10.15", {**EK, "fran": "10.15"}),
    ("Alva Ek (S), anlände 10.15", {**EK, "fran": "10.15"}),
    ("Alva Ek (S), lämnade sammanträdet kl. 14:30", {**EK, "till": "14:30"}),
    ("Alva Ek (S), närvarande t.o.m. kl. 11.45, §§ 4–6", {**EK, "omfattar": "§§ 4–6", "till": "11.45"}),
    # Jäv and parts of a §
    ("Alva Ek (S), jäv § 7", {**EK, "utom": "§ 7"}),
    ("Alva Ek (S), jäv §§ 4–5 och 7–8", {**EK, "utom": "§§ 4–5 och 7–8"}),
    ("Alva Ek (S), ordförande (ej § 7 på grund av jäv)", {**EK, "roll": "ordförande", "utom": "§ 7"}),
    ("Alva Ek (S) del av § 7", {**EK, "omfattar": "§ 7"}),
    ("Alva Ek (S) §§ 4-6, § 7 delvis", {**EK, "omfattar": "§§ 4-6, 7"}),
    # Substitutes
    ("Alva Ek (S), ersättare, tjänstgör §§ 4–6 för Bo Al (M)",
     {**EK, "roll": "ersättare", "ersatter": AL, "omfattar": "§§ 4–6"}),
    ("Alva Ek (S), tjänstgör §§ 4–5 och 7–8 för Bo Al (M)", {**EK, "ersatter": AL, "omfattar": "§§ 4–5 och 7–8"}),
    ("Bo Al (M), ersätts av Alva Ek (S)", {**EK, "ersatter": AL}),
    ("Bo Al (M) (ersätts av Alva Ek (S))", {**EK, "ersatter": AL}),
    ("Alva Ek (S) ers Bo Al (M)", {"ersatter": AL}),
    # Titles, roles and parties in other places
    ("Kommundirektör Alva Ek", {"namn": "Alva Ek", "titel": "Kommundirektör"}),
    ("mark- och exploateringsingenjör Alva Ek § 5",
     {"namn": "Alva Ek", "omfattar": "§ 5", "titel": "mark- och exploateringsingenjör"}),
    ("chef för hållbar utveckling Alva Ek", {"namn": "Alva Ek", "titel": "chef för hållbar utveckling"}),
    ("förvaltningschef för Intern Service Alva Ek",
     {"namn": "Alva Ek", "titel": "förvaltningschef för Intern Service"}),
    ("Ordförande: Alva Ek (S)", {**EK, "roll": "Ordförande"}),
    ("1:e vice ordförande Alva Ek (S)", {**EK, "roll": "1:e vice ordförande"}),
    ("Alva Ek S", EK),
    ("Alva Ek S, ordförande, Norrby", EK),
    ("Alva Ek S vice ordförande Norrby", {**EK, "roll": "vice ordförande", "organisation": "Norrby"}),
    ("Alva Ek, S", None),
    ("Alva Ek (Moderaterna)", None),
    ("Alva Ek, POSK, ordförande", None),
    ("Alva Ek, POSK, för Bo Al, POSK", None),
    ("SD Alva Ek ersättare för Bo Al", {"namn": "Alva Ek", "parti": "SD"}),
    ("Kyrkoherde Alva Ek", {"namn": "Alva Ek", "titel": "Kyrkoherde"}),
    ("Ek, Alva (S)", {"namn": "Alva Ek"}),
    ("Alva Ek (S, ordf.)", None),
    ("Alva Ek (S, Norrby)", None),
    # An authority glued to a title
    ("Alva Ek (kommunchef Norrby)", {"titel": "kommunchef", "organisation": "Norrby"}),
    ("Alva Ek, socialchef Söderby kommun", {"titel": "socialchef", "organisation": "Söderby kommun"}),
    ("Alva Ek, extra representant för Norrby", {"roll": "extra representant", "organisation": "Norrby"}),
    ("Alva Ek (S), ledamot Norrby", {"roll": "ledamot", "organisation": "Norrby"}),
    ("Alva Ek, verksamhetschef Folkhälsa", None),
    ("Alva Ek, förvaltningsdirektör Regionala utvecklingsförvaltningen", None),
]  # fmt: skip


def _row(text: str) -> tuple[str, dict[str, Any] | None, list[str]]:
    """The printed line, the fields beside it (None in the short form) and the doubts of a row."""
    row = read_row(Printed(text, 1), Where("beslutande", BODIES, (4, 12)))
    assert row is not None
    Narvarorad.model_validate(row.value)
    whys = [why.text for why in row.whys]
    if isinstance(row.value, str):
        return row.value, None, whys
    return row.value["rad"], {key: value for key, value in row.value.items() if key != "rad"}, whys


@pytest.mark.parametrize(("text", "fields"), ROWS)
def test_a_row_has_the_fields_that_the_grammar_does_not_give(text: str, fields: dict[str, Any] | None) -> None:
    """The printed line is kept, and only what the grammar can not read from it stands beside it."""
    printed, found, _ = _row(text)
    assert printed == text
    assert found == fields


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Alva Ek (S) tom § 9", "”tom § 9” är läst som §§ 4–9"),
        ("Alva Ek (S), jäv § 7", "jäv"),
        ("Alva Ek (S) del av § 7", "en del av § 7"),
        ("Alva Ek (S) fr.o.m. § 20", "stämmer inte med dokumentets §§"),
        ("Alva Ek (S), från kl 10", "har inte kunnat läsas"),
        ("Bo Al (M), ersätts av Alva Ek (S)", "omvänd ordning"),
        ("Alva Ek (S) ers Bo Al (M)", "”Ers” är läst som"),
        ("förvaltningschef för Intern Service Alva Ek", "oklart var titeln slutar"),
        ("Alva Ek (S) säger att hon kommer", "läst som en titel"),
    ],
)
def test_what_is_read_into_a_row_is_told(text: str, why: str) -> None:
    """A reading that takes more than the printed words is a doubt that names them."""
    _, _, whys = _row(text)
    assert any(why in one for one in whys), whys


@pytest.mark.parametrize("text", ["", ",", "Sammanträdet", "2 personer från allmänheten", "hälsar alla", "(S)"])
def test_what_names_nobody_is_no_row(text: str) -> None:
    """A text without a name is left to who reads the list."""
    assert read_row(Printed(text, 1), Where("ovriga", BODIES)) is None


@pytest.mark.parametrize("text", ["xxx", "XXX och yyy", "NN", "…", "______"])
def test_a_placeholder_is_nobody(text: str) -> None:
    """A name that was left open is kept as printed and marked."""
    row = read_row(Printed(text, 1), Where("ovriga", BODIES))
    assert row is not None
    assert row.value == {"rad": text, "platshallare": "ja"}


@pytest.mark.parametrize(
    "persons",
    [
        ["Alva Ek (S)", "Bo Al (M)", "Cia Dahl (C)"],
        ["Alva Ek (S), ordförande", "Bo Al (M) (vice ordförande, Norrby)", "Cia Dahl (C), Västra Mälardalen"],
        ["Alva Ek (S) §§ 170, 172–184", "Bo Al (M) ersätter Cia Dahl (M)"],
        ["Alva Ek, kommundirektör", "Bo Al, ekonomichef"],
        ["Alva Ek", "Bo Al", "Cia Dahl"],
        ["Kommundirektör Alva Ek", "ekonom Bo Al § 164", "chef för hållbar utveckling Cia Dahl §§ 169 och 173"],
        ["Alva Ek S", "Bo Al M ordförande"],
    ],
)
@pytest.mark.parametrize("last", [", ", " och ", " samt "])
def test_running_text_is_parted_at_each_person(persons: list[str], last: str) -> None:
    """Commas inside what belongs to a person part nothing; an "och" before the last one does."""
    text = last.join((", ".join(persons[:-1]), persons[-1]))
    assert persons_in(text, BODIES) == persons


@pytest.mark.parametrize(
    "text",
    [
        "Alva Ek, hälso- och sjukvårdsdirektör, Region Exempel",
        "Alva Ek (utvecklingsledare näringsliv och kompetens)",
        "Alva Ek (S), ordförande i Vård- och omsorgsnämnden",
        "Alva Ek, direktör, Norrby Bostäder AB",
        "Alva Ek, miljöstrateg, Norrby Energi AB, § 124",
        "Alva Ek, miljöstrateg, Norrby Energi, § 124",
        "VD Alva Ek, Norrby Bostäder AB",
        "Alva Ek, utvecklingsledare Miljö och Samhälle Norr",
        "Alva Ek Ledamot S Norrby, ersätter Bo Al (M) Norrby",
        "Ek, Alva (S)",
    ],
)
def test_one_person_is_not_parted(text: str) -> None:
    """What belongs to one person stays with it."""
    assert persons_in(text, BODIES) == [text]


@pytest.mark.parametrize(
    "piece", ["Alva Ek (S), ", "Alva ", "§ 4, ", "(", "och ", "ersätter Alva Ek ", "kommunchef ", "; "]
)
def test_a_long_row_is_read_at_once(piece: str) -> None:
    """No row, however long and odd, makes the reading slow."""
    text = piece * (6000 // len(piece))
    start = time.perf_counter()
    persons_in(text, BODIES)
    read_row(Printed(text, 1), Where("ovriga", BODIES))
    assert time.perf_counter() - start < 3
