"""Who a printed name is: the same by name, party and organisation; perhaps the same; or another."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from generator.importer.document import ReadDocument
from generator.importer.extract.line import Extract, Line
from generator.importer.joining.batch import Batch, Part, propose
from generator.importer.joining.near import Bearer, near_names
from generator.importer.joining.proposal import Proposal
from generator.importer.known import Known, KnownPerson

EKEBY = {"ekeby": ("ekeby",), "granvik": ("granvik",)}


def known(*pairs: tuple[str | None, str | None], name: str = "Anna Berg") -> Known:
    """An archive with one person, known with these parties and authorities."""
    person = KnownPerson("anna-berg", name, "fortroendevald", frozenset(pairs))
    return Known(huvudman=EKEBY, personer={name.casefold(): ("anna-berg",)}, people={"anna-berg": person})


def part(*rows: str, name: str = "a.txt", organ: str = "Nämnden", day: int = 1, items: Any = ()) -> Part:
    """A protokoll with these present."""
    lines = tuple(Line(row, number) for number, row in enumerate((organ, *rows), 1))
    source = Extract(name, f"{day:064d}", "text", True, lines)
    dokument: dict[str, Any] = {"slag": "protokoll", "narvaro": {"beslutande": list(rows)}, "punkter": list(items)}
    return Part(ReadDocument(source, organ, dt.date(2025, 1, day), {}, dokument, (), lines, ()), source)


def people(batch: Batch) -> dict[str, Proposal]:
    """The new persons of a run, by id."""
    return {one.id: one for one, _ in batch.proposals if one.kind == "person"}


def whys(batch: Batch, kind: str = "sammantrade") -> list[str]:
    """What is said of the records of a kind."""
    return [doubt.why for one, _ in batch.proposals if one.kind == kind for doubt, _ in one.doubts]


def rows(batch: Batch) -> list[Any]:
    """The rows of the first meeting."""
    found = next(one for one, _ in batch.proposals if one.kind == "sammantrade")
    return list(found.value["dokument"][0]["narvaro"]["beslutande"])


def test_name_party_and_organisation_are_the_person() -> None:
    """All three the same: joined in silence, whatever the case of the letters."""
    batch = propose([part("ANNA BERG (S), Ekeby")], known(("S", "ekeby")), base=False)
    assert people(batch) == {}
    assert whys(batch) == []


@pytest.mark.parametrize(
    ("row", "pair", "said"),
    [
        ("Anna Berg (S)", ("S", "ekeby"), "organisationen (ekeby) är inte tryckt här"),
        ("Anna Berg, Ekeby", ("S", "ekeby"), "partiet (S) är inte tryckt här"),
        ("Anna Berg", ("S", "ekeby"), "partiet (S) är inte tryckt här och organisationen"),
        ("Anna Berg (S), Ekeby", ("S", None), "någon organisation är inte känd"),
        ("Anna Berg (S), Ekeby", (None, "ekeby"), "något parti är inte känt"),
        ("Anna Berg (S)", ("S", None), "organisationen är inte tryckt på något av ställena"),
    ],
)
def test_what_is_missing_is_said(row: str, pair: tuple[str | None, str | None], said: str) -> None:
    """The same name with something not printed or not known: joined, and marked with what is missing."""
    batch = propose([part(row)], known(pair), base=False)
    assert people(batch) == {}
    assert any(said in why for why in whys(batch)), whys(batch)
    assert "personer/anna-berg.yml" in whys(batch)[0]


@pytest.mark.parametrize("row", ["Anna Berg (M), Ekeby", "Anna Berg (S), Granvik", "Anna Berg (M)"])
def test_a_contradiction_is_another_person(row: str) -> None:
    """Another party or another authority: a person of its own, named on the row, and said to be another."""
    batch = propose([part(row)], known(("S", "ekeby")), base=False)
    new = people(batch)
    assert set(new) == {"anna-berg-2"}
    assert new["anna-berg-2"].value["inte_samma_som"][0]["person"] == "anna-berg"
    assert rows(batch) == [{"rad": row, "person": "anna-berg-2"}]


def test_two_of_one_name_in_one_run() -> None:
    """Two new persons of one name are told apart on every row, also on that of the first."""
    batch = propose([part("Anna Berg (S), Ekeby", "Anna Berg (M), Granvik")], known(name="Bo Ek"), base=False)
    assert set(people(batch)) == {"anna-berg-2", "anna-berg-3"}
    assert [row["person"] for row in rows(batch)] == ["anna-berg-2", "anna-berg-3"]


def test_a_substituted_person_is_told_apart_too() -> None:
    """Who is served for is named where the name is shared."""
    batch = propose([part("Bo Al (M), Ekeby ersätter Anna Berg (M)", "Anna Berg (S), Granvik")], Known(), base=False)
    assert rows(batch)[0]["ersatter"] == {"namn": "Anna Berg", "parti": "M", "person": "anna-berg"}
    assert rows(batch)[1]["person"] == "anna-berg-2"


def test_a_name_in_an_item_is_the_one_in_the_list() -> None:
    """Whoever speaks in an item without party is whoever the same document lists, without a word."""
    item = {"nr": "1", "rubrik": "R", "medverkande": ["Anna Berg"]}
    batch = propose([part("Anna Berg (S), Ekeby", items=[item])], known(("S", "ekeby")), base=False)
    assert (people(batch), whys(batch)) == ({}, [])


def test_one_new_person_in_two_documents() -> None:
    """The same three in two documents of a run are one draft, from both."""
    batch = propose(
        [part("Anna Berg (S), Ekeby"), part("Anna Berg (S), Ekeby", name="b.txt", day=2)], Known(), base=False
    )
    assert set(people(batch)) == {"anna-berg"}
    assert [source.name for source in people(batch)["anna-berg"].sources] == ["a.txt", "b.txt"]
    assert whys(batch) == []


def test_who_has_no_party_is_asked_about() -> None:
    """Without a party it is not said what readers shall find; the title is the reason."""
    batch = propose([part("Eva Alm, skogschef")], Known(), base=False)
    value = people(batch)["eva-alm"].value
    assert (value["lasarklass"], value["titel"]) == ("tjansteperson", "skogschef")
    assert "skogschef" in whys(batch, "person")[0]


@pytest.mark.parametrize(
    ("one", "other", "pairs", "near"),
    [
        ("Cecilia von Alten", "Cecilia von Altén", True, True),
        ("Yvonne Blücher-Svensson", "Yvonne Blucher Svensson", True, True),
        ("Eva-Lena Odelling", "Eva-Lena Odeling", True, True),
        ("Pelle Strömberg", "Per Strömberg", True, True),
        ("Pelle Strömberg", "Per Strömberg", False, False),
        ("Per Strömberg", "Pelle Strömberg", True, True),
        ("Pelle Strömberg", "Per Åström", True, False),
        ("Anna Berg", "Anna Berg", True, False),
        ("Anna Berg", "Bertil Lönn", True, False),
    ],
)
def test_near_names_are_only_asked_about(one: str, other: str, pairs: bool, near: bool) -> None:
    """Misprints, marks, hyphens and pet names are near; the same name is not near but the same."""
    mine = frozenset({("S", "ekeby")})
    found = list(near_names(Bearer("a", one, mine), [Bearer("b", other, mine if pairs else frozenset())]))
    assert bool(found) == near


@pytest.mark.parametrize(
    ("theirs", "asked"),
    [(("L", "granvik"), False), (("S", "granvik"), True), (("L", "ekeby"), True), (("L", None), True)],
)
def test_who_differs_in_party_and_authority_is_another(theirs: tuple[str, str | None], asked: bool) -> None:
    """Where both are known of both and both differ, nearly the same name raises no question."""
    mine = Bearer("a", "Lina Eriksson", frozenset({("S", "ekeby")}))
    assert bool(list(near_names(mine, [Bearer("b", "Linn Eriksson", frozenset({theirs}))]))) is asked


def test_a_near_name_is_a_person_of_its_own() -> None:
    """A name that is almost another's is drafted, with the question whether the two are one."""
    batch = propose([part("Anna Bergh (S), Ekeby")], known(("S", "ekeby")), base=False)
    assert set(people(batch)) == {"anna-bergh"}
    (doubt, _) = people(batch)["anna-bergh"].doubts[0]
    assert doubt.choices == ("samma person som anna-berg",)
