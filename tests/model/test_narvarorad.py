"""The grammar of an attendance line: every printed form, and what is left to a person."""

from __future__ import annotations

import dataclasses
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.narvaro import Medverkande, Narvarorad
from generator.model.narvarorad import ROLLER, Ersatt, Tolkning, read_rad, samma_roll
from generator.model.omfang import Omfang, read_omfang


def said(read: Tolkning) -> dict[str, Any]:
    """What a reading says: its fields that are not empty, §§ as their intervals."""
    found = {f.name: getattr(read, f.name) for f in dataclasses.fields(read)}
    return {
        name: value.delar if isinstance(value, Omfang) else value
        for name, value in found.items()
        if value not in (None, (), False, "")
    }


EK = {"namn": "Alva Ek", "parti": "S"}
AL = Ersatt("Bo Al", "M")
FORMS: list[tuple[str, dict[str, Any]]] = [
    # Name and party
    ("Alva Ek", {"namn": "Alva Ek"}),
    ("Alva", {"namn": "Alva"}),
    ("  Alva \t Ek   (S) ", EK),
    ("Alva Ek(S)", EK),
    ("(S) Alva Ek", EK),
    ("Alva Ek (-)", {"namn": "Alva Ek", "parti": "-"}),
    ("Alva Ek (s)", {"namn": "Alva Ek", "parti": "s"}),
    ("Alva Ek (kd)", {"namn": "Alva Ek", "parti": "kd"}),
    ("Alva Ek (FP)", {"namn": "Alva Ek", "parti": "FP"}),
    ("Alva Ek (Fi)", {"namn": "Alva Ek", "parti": "Fi"}),
    ("Alva Ek (NoP)", {"namn": "Alva Ek", "parti": "NoP"}),
    ("Alva Ek (ÖbP), Norrby", {"namn": "Alva Ek", "parti": "ÖbP", "delar": ("Norrby",)}),
    ("Alva Ek (VD)", {"namn": "Alva Ek", "delar": ("VD",)}),
    # Names of every make
    ("Alva Maria Ek (S)", {"namn": "Alva Maria Ek", "parti": "S"}),
    ("Alva-Maria von Åby-Öst (KD)", {"namn": "Alva-Maria von Åby-Öst", "parti": "KD"}),
    ("von Åby (KD)", {"namn": "von Åby", "parti": "KD"}),
    ("Björn af Hög (M)", {"namn": "Björn af Hög", "parti": "M"}),
    ("Mary O'Neill (C)", {"namn": "Mary O'Neill", "parti": "C"}),
    ("Jean D’Or (V)", {"namn": "Jean D’Or", "parti": "V"}),
    ("Nils A:son Ek (S)", {"namn": "Nils A:son Ek", "parti": "S"}),
    ("Alva M. Ek jr (S)", {"namn": "Alva M. Ek jr", "parti": "S"}),
    ('Alva "Ally" Ek (S)', {"namn": 'Alva "Ally" Ek', "parti": "S"}),
    ("Alva ”Ally” Ek (S)", {"namn": "Alva ”Ally” Ek", "parti": "S"}),
    ("Søren Łuk (S)", {"namn": "Søren Łuk", "parti": "S"}),
    # Organisation and title
    ("Alva Ek (S) (Norrby)", EK | {"delar": ("Norrby",)}),
    ("Alva Ek (S) (Norrby", EK | {"delar": ("Norrby",)}),
    ("Alva Ek (S), Norrby", EK | {"delar": ("Norrby",)}),
    ("Alva Ek (S) Norrby", EK | {"delar": ("Norrby",)}),
    ("Alva Ek (S; Norrby)", EK | {"delar": ("Norrby",)}),
    ("Alva Ek, direktör, Region Exempel", {"namn": "Alva Ek", "delar": ("direktör", "Region Exempel")}),
    ("Alva Ek (regiondirektör)", {"namn": "Alva Ek", "delar": ("regiondirektör",)}),
    ("Alva Ek, utvecklingsledare vård och hälsa", {"namn": "Alva Ek", "delar": ("utvecklingsledare vård och hälsa",)}),
    ("Alva Ek (S), ordförande i Vårdnämnden (VN)", EK | {"delar": ("ordförande i Vårdnämnden", "VN")}),
    ("Alva Ek (M), gruppledare för Moderaterna", EK | {"parti": "M", "delar": ("gruppledare för Moderaterna",)}),
    ("Alva Ek, chef för Norra sjukhuset", {"namn": "Alva Ek", "delar": ("chef för Norra sjukhuset",)}),
    ("Alva Ek, för Norrby kommun", {"namn": "Alva Ek", "delar": ("för Norrby kommun",)}),
    # Role
    ("Alva Ek (S), ordförande", EK | {"roll": "ordförande"}),
    ("Alva Ek (S) (Ordförande)", EK | {"roll": "Ordförande"}),
    ("Alva Ek (S) 2:e vice ordförande", EK | {"roll": "2:e vice ordförande"}),
    ("Alva Ek (S) (Tredje vice ordförande) (Norrby)", EK | {"roll": "Tredje vice ordförande", "delar": ("Norrby",)}),
    ("Alva Ek (S), v. ordf.", EK | {"roll": "v. ordf."}),
    ("Alva Ek ordförande", {"namn": "Alva Ek", "roll": "ordförande"}),
    ("Alva Ek vice ordförande, Norrby", {"namn": "Alva Ek", "roll": "vice ordförande", "delar": ("Norrby",)}),
    ("Alva Ek, mötessekreterare", {"namn": "Alva Ek", "roll": "mötessekreterare"}),
    ("Alva Ek (S), ej tjänstgörande", EK | {"roll": "ej tjänstgörande"}),
    ("Alva Ek (S), tjg ersättare", EK | {"roll": "tjg ersättare"}),
    # Columns
    ("Alva Ek Ledamot S Norrby", EK | {"roll": "Ledamot", "delar": ("Norrby",)}),
    ("Alva Maria Ek Ersättare SD Region Exempel", {
        "namn": "Alva Maria Ek", "roll": "Ersättare", "parti": "SD", "delar": ("Region Exempel",)}),
    ("Alva Ek Vice ordförande S Norrby", EK | {"roll": "Vice ordförande", "delar": ("Norrby",)}),
    ("Alva Ek Ledamot - Norrby", {"namn": "Alva Ek", "roll": "Ledamot", "parti": "-", "delar": ("Norrby",)}),
    ("Alva Ek Ledamot S", EK | {"roll": "Ledamot"}),
    ("Alva Ek Ledamot S X X", EK | {"roll": "Ledamot"}),
    ("Alva Ek (S) X", EK),
    # Substitutes
    ("Alva Ek (S) ersätter Bo Al (M)", EK | {"ersatter": AL}),
    ("Alva Ek (S), Norrby ersätter Bo Al (M)", EK | {"delar": ("Norrby",), "ersatter": AL}),
    ("Alva Ek (S) (Norrby, ersätter Bo Al (M))", EK | {"delar": ("Norrby",), "ersatter": AL}),
    ("Alva Ek (S) (Norrby), ersätter Bo Al (M), Söderby",
     EK | {"delar": ("Norrby",), "ersatter": Ersatt("Bo Al", "M", ("Söderby",))}),
    ("Alva Ek Ledamot S Norrby, ersätter Bo Al (M) Söderby",
     EK | {"roll": "Ledamot", "delar": ("Norrby",), "ersatter": Ersatt("Bo Al", "M", ("Söderby",))}),
    ("Alva Ek (S) för Bo Al (M)", EK | {"ersatter": AL}),
    ("Alva Ek (S) tjänstgörande för Bo Al (M)", EK | {"ersatter": AL}),
    ("Alva Ek (S), tjg. för Bo Al (M)", EK | {"ersatter": AL}),
    ("Alva Ek (S), tjänstgör i stället för Bo Al (M)", EK | {"ersatter": AL}),
    ("Alva Ek (S), ersättare för Bo Al (M)", EK | {"roll": "ersättare", "ersatter": AL}),
    ("Alva Ek (S) (ersätter Bo Al (M))", EK | {"ersatter": AL}),
    ("Alva Ek (S) (ersätter Bo Al (M)", EK | {"ersatter": AL}),
    ("Alva Ek (S) tj. ers. för Bo Al (M)", EK | {"roll": "tj. ers.", "ersatter": AL}),
    ("Alva Ek (S) (tjg ers för Bo Al (M))", EK | {"roll": "tjg ers", "ersatter": AL}),
    ("Alva Ek (S), ers. för Bo Al (M) § 4", EK | {"roll": "ers.", "ersatter": AL, "omfattar": ((4, 4),)}),
    ("Alva Ek (S) ersätter Bo von Al", EK | {"ersatter": Ersatt("Bo von Al")}),
    ("Alva Ek (S) ersätter vakant", EK | {"ersatter": Ersatt("vakant")}),
    # §§ and points
    ("Alva Ek (S) § 15", EK | {"omfattar": ((15, 15),)}),
    ("Alva Ek (S), §§9–12", EK | {"omfattar": ((9, 12),)}),
    ("Alva Ek (S) §§ 1-4, 6—9 och 11", EK | {"omfattar": ((1, 4), (6, 9), (11, 11))}),
    ("Alva Ek (S) §§ 1–4 och 6–9", EK | {"omfattar": ((1, 4), (6, 9))}),
    ("Alva Ek (S), §§ 2, 4-5 och 7 - 9", EK | {"omfattar": ((2, 2), (4, 5), (7, 9))}),
    ("Alva Ek (S) § 12, §§ 14–15", EK | {"omfattar": ((12, 12), (14, 15))}),
    ("Alva Ek (S) (§ 4)", EK | {"omfattar": ((4, 4),)}),
    ("Alva Ek (S), närvarande under § 4", EK | {"omfattar": ((4, 4),)}),
    ("Alva Ek, direktör, punkt 2", {"namn": "Alva Ek", "delar": ("direktör",), "omfattar": ((2, 2),)}),
    ("Alva Ek (S) punkterna 2–4", EK | {"omfattar": ((2, 4),)}),
    ("Alva Ek (S), ej § 4", EK | {"utom": ((4, 4),)}),
    ("Alva Ek (S) (utom §§ 4–5)", EK | {"utom": ((4, 5),)}),
    ("Alva Ek (S), ej närvarande § 4", EK | {"utom": ((4, 4),)}),
    ("Alva Ek (S) §§ 1–6, ej § 4", EK | {"omfattar": ((1, 6),), "utom": ((4, 4),)}),
    ("Alva Ek (S), frånvarande under § 4", EK | {"utom": ((4, 4),)}),
    ("Alva Ek (S) ersätter Bo Al (M) §§ 1–4", EK | {"ersatter": AL, "omfattar": ((1, 4),)}),
    # Times
    ("Alva Ek (S) 09:00-10:15", EK | {"tid": ("09:00", "10:15")}),
    ("Alva Ek (S), kl. 9.00–10.15", EK | {"tid": ("9.00", "10.15")}),
    ("Alva Ek (S) (klockan 9.00–10.15)", EK | {"tid": ("9.00", "10.15")}),
    ("Alva Ek (S) § 4 kl. 9.00–10.15", EK | {"omfattar": ((4, 4),), "tid": ("9.00", "10.15")}),
    ("Alva Ek (S) kl. 9.00–10.15, § 4", EK | {"omfattar": ((4, 4),), "tid": ("9.00", "10.15")}),
    # From afar
    ("Alva Ek (S) på distans", EK | {"distans": True}),
    ("Alva Ek (S) (distans)", EK | {"distans": True}),
    ("Alva Ek (S), via länk", EK | {"distans": True}),
    ("Alva Ek (S), deltar digitalt", EK | {"distans": True}),
    ("Alva Ek (S) (Norrby, deltar på distans) §§9–12",
     EK | {"delar": ("Norrby",), "distans": True, "omfattar": ((9, 12),)}),
    ("Alva Ek (S) §§9–12 (via Teams)", EK | {"distans": True, "omfattar": ((9, 12),)}),
    ("Alva Ek på länk", {"namn": "Alva Ek", "distans": True}),
    # Nobody
    ("Vakant", {"vakant": True}),
    ("N.N.", {"vakant": True}),
    ("Vakant (S), Norrby", {"parti": "S", "delar": ("Norrby",), "vakant": True}),
    ("Vakant Ledamot S Norrby", {"parti": "S", "roll": "Ledamot", "delar": ("Norrby",), "vakant": True}),
]  # fmt: skip

LEFT_TO_A_PERSON = [
    "",
    "(S)",
    "1. Alva Ek (S)",
    "- Alva Ek (S)",
    "xxx och yyy",
    "Alva Ek och Bo Al",
    "Alva Ek (S)/Bo Al (M)",
    "Alva Ek (S), Bo Al (M)",
    "kommunchef Alva Ek",
    "Kommunikation: Vakant",
    "Alva Ek (S) för Bo Al",
    "Alva Ek (S), från § 4",
    "Alva Ek (S), fr. § 4",
    "Alva Ek (S) t.o.m. § 4",
    "Alva Ek (S), till och med § 4",
    "Alva Ek (S), jäv § 4",
    "Alva Ek (S) fr.o.m. kl. 10.00",
    "Alva Ek (S), lämnade mötet 10.30",
    "Alva Ek (S) §§ 9–4",
    "Alva Ek (S) § 4, del av",
    "Alva Ek (S), del av § 4",
    "Alva Ek (S) ersätter 123",
    "Alva Ek (S), ej § 4, utom § 5",
]


@pytest.mark.parametrize(("line", "meaning"), FORMS)
def test_a_printed_form_is_read(line: str, meaning: dict[str, Any]) -> None:
    """Each form that documents print means exactly this and nothing else."""
    read = read_rad(line)
    assert read is not None
    assert said(read) == meaning


@pytest.mark.parametrize("line", LEFT_TO_A_PERSON)
def test_what_is_not_understood_is_not_guessed(line: str) -> None:
    """A line that could mean something else, several persons or part of a meeting is no reading at all."""
    assert read_rad(line) is None


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Andre vice ordförande", "2:e vice ordförande"),
        ("2:a vice ordförande", "2:e vice ordförande"),
        ("förste vice ordf", "1:e vice ordförande"),
        ("Tredje vice ordförande", "3:e vice ordförande"),
        ("v. ordf.", "vice ordförande"),
        ("Tjg ersättare", "tjänstgörande ersättare"),
        ("Ledamot", "ledamot"),
        ("tj. ers.", "tjänstgörande ersättare"),
        ("tjg ers", "tjänstgörande ersättare"),
        ("led.", "ledamot"),
    ],
)
def test_a_role_has_one_name(printed: str, role: str) -> None:
    """The same role printed in several ways is one role."""
    assert samma_roll(printed) == role
    assert role in ROLLER


def test_every_role_is_its_own_name() -> None:
    """The names of roles are the ones that `samma_roll` gives."""
    assert [samma_roll(role) for role in ROLLER] == list(ROLLER)


def test_the_long_form_lies_over_the_line() -> None:
    """What a registrar writes beside a line wins over what the grammar reads in it; the rest stays."""
    row = Narvarorad.model_validate(
        {
            "rad": "Alva Ek (S) (Norrby) §§ 1–4",
            "namn": "Alva Maria Ek",
            "roll": "ersättare",
            "utom": "§ 3",
            "form": "distans",
            "ersatter": {"namn": "Bo Al", "parti": "M", "organisation": "Söderby"},
        }
    )
    assert said(row.tolkning()) == {
        "namn": "Alva Maria Ek",
        "parti": "S",
        "roll": "ersättare",
        "delar": ("Norrby",),
        "ersatter": Ersatt("Bo Al", "M", ("Söderby",)),
        "omfattar": ((1, 4),),
        "utom": ((3, 3),),
        "distans": True,
    }


def test_the_long_form_takes_what_the_grammar_leaves() -> None:
    """A line that the grammar can not read stands as printed when its name is given."""
    row = Narvarorad.model_validate({"rad": "kommunchef Alva Ek, t.o.m. § 4", "namn": "Alva Ek", "omfattar": "§§ 1–4"})
    assert said(row.tolkning()) == {"namn": "Alva Ek", "omfattar": ((1, 4),)}


def test_a_placeholder_and_a_group_are_nobody() -> None:
    """A printed placeholder, a heading in a list and a group label have no name."""
    for part in (
        Narvarorad.model_validate({"rad": "xxx och yyy", "platshallare": "ja"}),
        Narvarorad.model_validate({"rubrik": "Ersättare"}),
        Medverkande.model_validate({"rad": "Presidiet", "grupp": "ja"}),
        Medverkande.model_validate({"rad": "xxx och yyy", "platshallare": "ja"}),
    ):
        assert part.tolkning().namn == ""


pieces = st.sampled_from(
    ["Alva", "Ek", "von", "(S)", "(", ")", ",", ";", "§", "§§", "4", "9–12", "och", "ersätter", "för", "Vakant", "ej",
     "ledamot", "kl.", "09:00", "10.00", "på", "distans", "(-)", "punkt", "utom", "i stället för", '"', "’", "/", ":"]
)  # fmt: skip
lines = st.text(max_size=60) | st.lists(pieces, max_size=12).map(" ".join) | st.lists(pieces, max_size=12).map("".join)


@given(lines)
def test_no_line_raises(line: str) -> None:
    """Any text gives a reading or none, and only a vacant seat or an empty one is without a name."""
    read = read_rad(line)
    assert read is None or bool(read.namn) != read.vakant


@pytest.mark.parametrize(
    "piece", ["§ 1, ", "Alva ", "(", "ersätter Alva ", "kl. 09:00-10:00 ", "1,1 ", "för ", " ", "A' ", "A’ "]
)
def test_a_long_line_is_read_at_once(piece: str) -> None:
    """No line, however long and odd, makes the grammar slow."""
    start = time.perf_counter()
    read_rad("Alva Ek (S) " + piece * (480 // len(piece)))
    read_rad("Alva Ek (S) " + piece * 20000)
    assert time.perf_counter() - start < 1


first = st.sampled_from(["Alva", "Bo", "Åsa-Märta", "Carl Oskar", "Jari-Matti"])
last = st.sampled_from(["Ek", "Al", "von Åby", "Öst-Berg", "O'Neill", "Söder Jonsson", "A:son Ek"])
names = st.builds("{} {}".format, first, last)
parties = st.sampled_from(["S", "M", "KD", "SD", "-", "NoP", "Fi"])
places = st.sampled_from(["Norrby", "Region Exempel", "Söderby kommun", "direktör Hälsa"])
paragraphs = st.sampled_from(["§ 4", "§§9–12", "§§ 1–4, 6", "punkt 2"])


@given(
    st.tuples(names, parties),
    st.none() | st.sampled_from(ROLLER),
    st.none() | places,
    st.none() | paragraphs,
    st.none() | st.tuples(names, parties),
    st.tuples(st.booleans(), st.booleans()),
)
def test_a_line_of_parts_reads_as_its_parts(
    who: tuple[str, str],
    role: str | None,
    place: str | None,
    covered: str | None,
    other: tuple[str, str] | None,
    manner: tuple[bool, bool],
) -> None:
    """A line composed of known parts reads back as those parts, with commas as with parentheses."""
    (name, party), (remote, brackets) = who, manner
    extra = [part for part in (role, place, "deltar på distans" if remote else None) if part]
    line = f"{name} ({party})" + "".join(f" ({part})" if brackets else f", {part}" for part in extra)
    line += f", ersätter {other[0]} ({other[1]})" if other else ""
    line += f" {covered}" if covered else ""
    assert read_rad(line) == Tolkning(
        namn=name,
        parti=party,
        roll=role,
        delar=(place,) if place else (),
        ersatter=Ersatt(*other) if other else None,
        omfattar=read_omfang(covered) if covered else None,
        distans=remote,
    )


numbers = st.integers(1, 999)


@given(st.lists(st.tuples(numbers, numbers).map(sorted), min_size=1, max_size=5), st.sampled_from("-–—"))
def test_intervals_read_as_their_numbers(intervals: list[list[int]], dash: str) -> None:
    """A printed list of §§ holds exactly the numbers of its intervals."""
    printed = "§§ " + ", ".join(f"{a}{dash}{b}" if a != b else str(a) for a, b in intervals)
    read = read_omfang(printed)
    assert read is not None
    assert read.tryckt == printed
    wanted = {n for a, b in intervals for n in range(a, b + 1)}
    assert {n for n in range(1, 1000) if n in read} == wanted
