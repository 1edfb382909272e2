"""A decision is never lost: the own organ's förslag to another, and decisions that stand in running text."""

from __future__ import annotations

from typing import Any

import pytest

from generator.importer.extract.plain import plain_lines
from generator.importer.items.items import Context, read_items
from generator.importer.items.own import is_own
from generator.importer.layout.segments import read_segments
from tests.importer.punkter import NAMES, TODAY, item, read, texts


@pytest.mark.parametrize(
    ("said", "organ", "own"),
    [
        ("Kommunstyrelsen", "Kommunstyrelsen", True),
        ("Nämnden", "Socialnämnden", True),
        ("Arbetsutskottet", "Socialnämndens arbetsutskott", True),
        ("Rådet", "Kommunala rådet för äldre", True),
        ("Gemensamma räddningsnämnden", "Räddningsnämnd", True),
        ("Arbetsutskottet", "Kommunstyrelsen", False),
        ("Socialnämnden", "Kommunstyrelsen", False),
        ("Kommunstyrelsen", None, False),
    ],
)
def test_the_own_organ_is_known_by_its_words(said: str, organ: str | None, own: bool) -> None:
    """By its whole name or by the word for what it is."""
    assert is_own(said, organ) is own


def of(organ: str, body: str, slag: str = "protokoll") -> dict[str, Any]:
    """The item of a document of an organ."""
    lines, _wrapped = plain_lines(f"§ 7 Avtal om färjelinje\n\n{body}\n")
    found: dict[str, Any]
    (found,) = read_items(read_segments(lines), Context(organ, TODAY, slag, NAMES)).value
    return found


@pytest.mark.parametrize(
    ("organ", "heading"),
    [
        ("Kommunstyrelsen", "Kommunstyrelsens förslag till kommunfullmäktige"),
        ("Socialnämndens arbetsutskott", "Arbetsutskottets förslag till socialnämnden"),
        ("Kommunstyrelsens arbetsutskott", "Arbetsutskottets förslag till beslut i kommunstyrelsen"),
        ("Kommunstyrelsens arbetsutskott", "Arbetsutskottets förslag till beslut"),
    ],
)
def test_what_the_own_organ_proposes_to_another_is_its_beslut(organ: str, heading: str) -> None:
    """With what it asks for as proposed, not given; and of no kind, for the other organ has not decided."""
    found = of(
        organ, f"{heading}\n\nKommunfullmäktige antar avtalet.\n\nDirektören får i uppdrag att skriva under avtalet."
    )
    assert found["beslut"] == [
        {"text": "Kommunfullmäktige antar avtalet."},
        {"text": "Direktören får i uppdrag att skriva under avtalet."},
    ]
    assert "forslag" not in found
    assert [one["lage"] for one in found["uppdrag"]] == ["foreslaget"]


def test_a_forslag_of_another_organ_stays_one() -> None:
    """So does the own organ's where a beslut stands beside it, and any in a kallelse."""
    assert "beslut" not in of("Kommunstyrelsen", "Arbetsutskottets förslag till kommunstyrelsen\n\nAvtalet antas.")
    both = of("Nämnden", "Nämndens förslag till beslut\n\nAvtalet antas.\n\nBeslut\n\nAvtalet avslås.")
    assert (texts(both["forslag"]), texts(both["beslut"])) == (["Avtalet antas."], ["Avtalet avslås."])
    assert "beslut" not in of(
        "Kommunstyrelsen", "Kommunstyrelsens förslag till kommunfullmäktige\n\nAvtalet antas.", "kallelse"
    )


def test_a_beslut_in_running_text_is_one() -> None:
    """It gets a mark, and what follows it stays where it belongs."""
    body = "Ärendet har beretts.\n\nStyrelsen beslutar att bevilja bidrag. Anna Ekvall (S) deltar inte i beslutet."
    found = read(f"§ 7 Avtal\n\n{body}\n")
    (value,) = found.value
    assert (value["text"], texts(value["beslut"])) == (
        "Ärendet har beretts.",
        ["Styrelsen beslutar att bevilja bidrag."],
    )
    assert texts(value["deltar_inte"]) == ["Anna Ekvall (S) deltar inte i beslutet."]
    assert [one.path[1:] for one in found.doubts] == [("beslut", 0)]


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ("Efter samtal beslutar styrelsen att bevilja bidrag.", ("text",)),
        ("Till justerare väljs Anna Ekvall.", ("text",)),
        ("Bakgrund\n\nRapporten läggs till handlingarna.", ("avsnitt", 0)),
        ("Förslag till beslut\n\nAvtalet antas.", ("forslag", 0)),
    ],
)
def test_words_that_may_be_a_beslut_are_marked(body: str, path: tuple[str, ...]) -> None:
    """An item without beslut that seems to hold one is never silent."""
    assert path in [one.path[1:] for one in read(f"§ 7 Avtal\n\n{body}\n").doubts]


def test_other_organs_and_plain_text_are_no_beslut() -> None:
    """What another organ decides, or somebody only tells, gets no mark."""
    found = read("§ 7 Avtal\n\nSocialnämnden beslutar om bidrag varje år.\n\nAnna Ekvall informerar om linjen.\n")
    assert "beslut" not in found.value[0]
    assert not [one for one in found.doubts if one.path[1:] == ("text",)]


def test_a_beslut_of_its_own_needs_no_mark() -> None:
    """Where a heading has given the beslut, the text is only text."""
    assert item("Beslut\n\nAvtalet antas.\n\nBakgrund\n\nStyrelsen beslutar om bidrag varje år.")["avsnitt"]


def test_a_beslut_of_another_organ_is_not_the_own() -> None:
    """A section where the own organ has decided; else it gets a mark."""
    body = "Arbetsutskottets beslut\n\nAvtalet avslås.\n\n"
    found = of("Kommunstyrelsen", f"{body}Kommunstyrelsens beslut\n\nAvtalet antas.")
    assert (texts(found["beslut"]), found["avsnitt"][0]["rubrik"]) == (["Avtalet antas."], "Arbetsutskottets beslut")
    (doubt,) = read(f"§ 7 Avtal\n\n{body}").doubts
    assert doubt.path[1:] == ("beslut", 0)


@pytest.mark.parametrize(
    ("lead", "first", "lage"),
    [
        ("Kommunstyrelsen föreslår kommunfullmäktige besluta följande.", "Avtalet antas.", "foreslaget"),
        ("Kommunstyrelsen föreslår kommunfullmäktige besluta", "att anta avtalet.", "foreslaget"),
        ("Kommunstyrelsen beslutar", "att anta avtalet.", "givet"),
    ],
)
def test_a_lead_above_numbers_says_whose_beslut_they_are(lead: str, first: str, lage: str) -> None:
    """Its words stay in the first sats, and what is proposed to another organ gives no uppdrag yet."""
    found = of(
        "Kommunstyrelsen", f"Beslut\n\n{lead}\n\n1. {first}\n2. Direktören får i uppdrag att skriva under avtalet."
    )
    assert texts(found["beslut"]) == [f"{lead} {first}", "Direktören får i uppdrag att skriva under avtalet."]
    assert [one.get("lage", "givet") for one in found["uppdrag"]] == [lage]


def test_a_whole_sentence_that_proposes_is_no_lead() -> None:
    """It is a sats of its own, and so is the next one."""
    satser = ["Styrelsen föreslår kommunerna att de antar avtalet.", "Förslaget skickas ut."]
    assert texts(of("Styrelsen", f"Beslut\n\n{satser[0]}\n\n{satser[1]}")["beslut"]) == satser
