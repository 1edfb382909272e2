"""Who the real records name: every row is somebody, nobody is two, nobody is absent for not being in a list.

The persons here are real, as printed in the documents that `content/` was written from.
"""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.narvaro import Framtradande

NARA_VARD = "samverkansgrupp-nara-vard"
HALSA = "samverkansgrupp-halsa"
SRO = "politiskt-samradsorgan-sro"


def rows(arkivet: Archive, person: str) -> list[Framtradande]:
    """The rows of lists that are held to be a person, the earliest first."""
    found = [row for row in arkivet.framtradanden if row.person == person]
    return sorted(found, key=lambda row: arkivet.moten[row.mote].datum)


def test_every_row_and_every_name_is_somebody(arkivet: Archive) -> None:
    """Each row of each list, each person served for and each name in an item has a record of a person."""
    assert [row.rad.rad for row in arkivet.framtradanden if row.person is None] == []
    assert [r.rad.rad for r in arkivet.framtradanden if r.tolkning.ersatter and r.ersatter is None] == []
    unknown = [one.medverkande.rad for one in arkivet.namngivningar if one.person is None]
    assert [name for name in unknown if name] == []


def test_every_person_stands_somewhere(arkivet: Archive) -> None:
    """No record of a person is about nobody: each is named in the record of some meeting."""
    named = {edge.till for edge in arkivet.kanter if edge.fran.startswith(("mote:", "punkt:"))}
    assert [who for who in arkivet.personer if f"person:{who}" not in named] == []


def test_vakant_is_nobody(arkivet: Archive) -> None:
    """The printed row Vakant stands in the record of the meeting, and is no appearance and no person."""
    called = arkivet.moten[f"{SRO}/2023-11-23"].data.dokument[0].kallade
    assert called
    assert [row.rad for row in called.ovriga if row.tolkning().vakant and row.rad] == ["Vakant"]
    assert not any("vakant" in (row.rad.rad or "").lower() for row in arkivet.framtradanden)
    assert not any("vakant" in person.data.namn.lower() for person in arkivet.personer.values())


def test_nobody_is_absent_for_not_being_in_a_list(arkivet: Archive, innehall: Path) -> None:
    """Only the three who are printed as prevented are so; the word frånvarande is in no record of a meeting."""
    prevented = [(row.mote, row.person) for row in arkivet.framtradanden if row.grupp == "forhinder"]
    names = ["ulf-olsson", "adam-johansson", "malin-sward-davidsson"]
    assert prevented == [(f"{SRO}/2023-11-23", name) for name in names]
    for path in sorted((innehall / "sammantraden").rglob("*.yml")):
        assert "frånvar" not in path.read_text(encoding="utf-8").lower(), path


def test_no_seat_ends_because_a_later_list_lacks_the_name(arkivet: Archive) -> None:
    """A seat has a last day only where the same person's next role in the organ begins the day after, with a reason."""
    for organ in arkivet.organ.values():
        starts = {(seat.person, seat.fran) for seat in organ.data.mandat}
        for seat in organ.data.mandat:
            if seat.till:
                assert (seat.person, seat.till + dt.timedelta(days=1)) in starts, seat
                assert any(one.falt == "till" for one in seat.harlett), seat


def test_roger_ingvarsson_is_one_man_in_two_organ(arkivet: Archive) -> None:
    """Roger Ingvarsson is present without serving, serves for Emtin (SD) and for Råberg (C), and is called later."""
    found = rows(arkivet, "roger-ingvarsson")
    assert [(row.mote, row.grupp, row.ersatter) for row in found] == [
        (f"{HALSA}/2024-04-12", "ej_tjanstgorande", None),
        (f"{NARA_VARD}/2024-05-03", "beslutande", "therese-emtin"),
        (f"{HALSA}/2024-05-08", "beslutande", "sonja-raberg"),
        (f"{NARA_VARD}/2024-11-08", "kallade.ersattare", None),
    ]
    parties = [row.tolkning.ersatter.parti for row in found if row.tolkning.ersatter]
    assert (parties, {row.tolkning.parti for row in found}) == (["SD", "C"], {"S"})
    assert f"{HALSA}/2024-04-12#p7" in {one.punkt for one in arkivet.namngivningar if one.person == "roger-ingvarsson"}


@pytest.mark.parametrize(
    ("person", "titles"),
    [
        (
            "maria-linder",
            {"2023-05-26": "utvecklingsdirektör", "2024-06-14": "regiondirektör", "2024-10-11": "regiondirektör"},
        ),
        ("karolina-berglund", {"2024-05-08": "kommundirektör", "2024-10-11": "kommunchef"}),
        ("marie-tollefsen-markstrom", {"2024-04-12": "verksamhetschef", "2024-05-08": "verksamhetschef"}),
    ],
)
def test_a_title_is_that_of_its_day(arkivet: Archive, person: str, titles: dict[str, str]) -> None:
    """A title that changes over time stands with each appearance as printed that day."""
    found = {row.mote.partition("/")[2]: row.titel for row in rows(arkivet, person)}
    assert set(found) == set(titles)
    assert [day for day, title in titles.items() if title not in found[day]] == []


def test_richard_fallqvist_is_of_the_region_and_reports_from_arboga(arkivet: Archive) -> None:
    """Both lists have him at the region; that he reports from Arboga stands in its item and is said to be unclear."""
    assert {row.huvudman for row in rows(arkivet, "richard-fallqvist")} == {"region-vastmanland"}
    inlagg = {one.fran: one.huvudman for one in arkivet.punkter[f"{HALSA}/2024-04-12#p7"].punkt.inlagg}
    assert inlagg["Richard Fallqvist rapporterar från Arboga"] == "arboga"
    assert "Arboga" in (arkivet.personer["richard-fallqvist"].data.anmarkning or "")


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Pelle Strengbom", "per-strengbom"),
        ("Paulo Sandbom", "paolo-sandbom"),
        ("Cecilia von Alten", "cecilia-von-alten"),
        ("Yvonne Blucher Svensson", "yvonne-blucher-svensson"),
        ("Yvonne Blücher-Svensson", "yvonne-blucher-svensson"),
        ("Eva-Lena Odeling", "eva-lena-odelling"),
        ("Mikael AE", "mikael-andersson-elfgren"),
        ("Staffan J", "staffan-jansson"),
    ],
)
def test_other_forms_of_a_name_are_joined_with_a_reason(arkivet: Archive, name: str, person: str) -> None:
    """Each printed form that is not the head form leads to the one person, and says why."""
    assert arkivet.namn.person(name) == person
    (variant,) = [one for one in arkivet.personer[person].data.varianter if one.namn == name]
    assert variant.skal


def test_persons_who_share_a_surname_are_told_apart(arkivet: Archive) -> None:
    """Of any two persons with a surname in common, one record says that they are two, and why."""
    told = {
        frozenset((who, other.person)) for who, one in arkivet.personer.items() for other in one.data.inte_samma_som
    }
    untold = [
        pair
        for pair in itertools.combinations(arkivet.personer, 2)
        if set.intersection(*(set(arkivet.personer[who].data.namn.split()[1:]) for who in pair))
        and frozenset(pair) not in told
    ]
    assert untold == []


def test_an_elected_person_has_one_party(arkivet: Archive) -> None:
    """No one is printed with two parties, which would mean that two persons were joined."""
    for who in arkivet.personer:
        assert len({row.tolkning.parti for row in rows(arkivet, who) if row.tolkning.parti}) <= 1, who


def test_who_took_part_in_only_some_items_says_in_which(arkivet: Archive) -> None:
    """Janeth Persson is there at a distance for §§ 9–12, Arne Andersson for § 15, Maria Linder for punkt 2."""
    (janeth,) = rows(arkivet, "janeth-persson")
    assert janeth.tolkning.distans
    covered = {
        who: row.tolkning.omfattar.delar
        for who in ("janeth-persson", "jerry-engstrom", "arne-andersson", "maria-linder")
        for row in rows(arkivet, who)[:1]
        if row.tolkning.omfattar
    }
    assert covered == {
        "janeth-persson": ((9, 12),),
        "jerry-engstrom": ((9, 13),),
        "arne-andersson": ((15, 15),),
        "maria-linder": ((2, 2),),
    }
