"""Where a förslag or a beslut ends: at headings that nobody has put in a table, and at tables."""

from __future__ import annotations

from typing import Any

import pytest

from generator.importer.extract.line import Line
from generator.importer.items.items import Context, read_items
from generator.importer.layout.segments import read_segments
from tests.importer.punkter import item, read, texts


@pytest.mark.parametrize(
    "heading", ["Diskussion", "Överläggning", "Barnrättsbedömning", "Notering", "Samverkan med civilsamhället"]
)
def test_a_heading_that_stands_alone_ends_a_beslut(heading: str) -> None:
    """Known to the table or not: what stands below it is no beslut."""
    found = item(f"Beslut\n\nAvtalet godkänns.\n\n{heading}\n\nFärjan går varje dag. Den är ofta full.")
    assert texts(found["beslut"]) == ["Avtalet godkänns."]
    assert [one["rubrik"] for one in found["avsnitt"]] == [heading]


@pytest.mark.parametrize("field", ["Förslag till beslut", "Yrkanden", "Reservation"])
def test_a_heading_straight_below_a_sentence_ends_it(field: str) -> None:
    """Word prints no blank line between paragraphs."""
    sentence = "Anna Ekvall (S) yrkar att avtalet godkänns."
    found = item(f"{field}\n{sentence}\nTrygghet på linjen\nFärjan går varje dag.")
    assert [one["rubrik"] for one in found["avsnitt"]] == ["Trygghet på linjen"]
    assert "Trygghet" not in str({key: value for key, value in found.items() if key != "avsnitt"})


def test_a_heading_by_its_style_ends_a_beslut_without_full_stop() -> None:
    """A style of its own is enough."""
    lines = [
        Line("§ 7 Avtal", 1, level=1), Line("Beslut", 2, level=2), Line("Avtalet godkänns", 3),
        Line("Fri text", 4, level=2), Line("Färjan går varje dag.", 5),
    ]  # fmt: skip
    (found,) = read_items(read_segments(lines), Context()).value
    assert texts(found["beslut"]) == ["Avtalet godkänns"]
    assert [one["rubrik"] for one in found["avsnitt"]] == ["Fri text"]


@pytest.mark.parametrize(
    "sats", ["Motionen lämnas vidare", "Bidraget höjs med tusen kronor", "Anna Ekvall", "Bo Alsén (M)"]
)
def test_satser_and_names_without_full_stop_are_no_headings(sats: str) -> None:
    """What a beslut says stays in it, however short."""
    found = item(f"Beslut\n\nAvtalet godkänns\n\n{sats}\n\nTaxan fastställs")
    assert texts(found["beslut"]) == ["Avtalet godkänns", sats, "Taxan fastställs"]
    assert "avsnitt" not in found


def test_a_short_line_that_may_be_a_heading_is_said() -> None:
    """Where neither print nor words say, the value gets a mark."""
    body = (
        "Beslut\nKommunstyrelsen ställer sig bakom det avtal om linjen som förvaltningen har tagit fram\n"
        "under hösten\nTrygghet på linjen\nFärjan går varje dag."
    )
    found = read(f"§ 7 Avtal\n\n{body}\n")
    assert [(one.path[1:], "Trygghet på linjen" in one.why) for one in found.doubts] == [(("beslut", 0), True)]


def test_a_heading_that_nothing_parts_from_a_sats_is_said() -> None:
    """A long sats without full stop, a short line straight below it."""
    found = read("§ 7 Avtal\n\nBeslut\nStyrelsen beslutar att bevilja bidrag till föreningen\nTrygghet\nFärjan går.\n")
    assert [one.path[1:] for one in found.doubts if "Trygghet" in one.why] == [("beslut", 1)]


def test_a_table_below_a_beslut_is_a_section() -> None:
    """Its rows are no satser."""
    found = item("Beslut\n\nRedovisningen godkänns.\n\nPeriod\tÄrende\tAntal\nMaj\tBistånd\t14\nJuni\tBistånd\t3")
    assert texts(found["beslut"]) == ["Redovisningen godkänns."]
    assert found["avsnitt"][0]["tabell"]["rader"] == [["Maj", "Bistånd", "14"], ["Juni", "Bistånd", "3"]]


def test_how_to_appeal_is_no_yrkande() -> None:
    """It is the end of the item, by whatever words."""
    found = item("Yrkanden\n\nAnna Ekvall (S) yrkar bifall.\n\nHur beslutet överklagas\n\nSe nästa sida.")
    assert texts(found["yrkanden"]) == ["Anna Ekvall (S) yrkar bifall."]


def test_reservationer_and_notes_under_one_heading_are_told_apart() -> None:
    """Each goes to its field."""
    found = item(
        "Beslut\n\nAvtalet godkänns.\n\nReservationer och protokollsanteckningar\n\n"
        "Anna Ekvall (S) reserverar sig.\n\nBo Alsén (M) lämnar en protokollsanteckning."
    )
    assert texts(found["beslut"]) == ["Avtalet godkänns."]
    assert texts(found["reservationer"]) == ["Anna Ekvall (S) reserverar sig."]
    assert texts(found["anteckningar"]) == ["Bo Alsén (M) lämnar en protokollsanteckning."]


def test_a_name_that_speaks_before_a_list_is_no_heading() -> None:
    """``Anna Ekvall informerar:`` leads in the list below it."""
    found = item("Anna Ekvall informerar:\n\n- Linjen är ny.\n- Färjan är gammal.")
    assert "avsnitt" not in found
    assert found["text"].startswith("Anna Ekvall informerar:")


def test_a_standpunkt_is_a_stallningstagande() -> None:
    """With whose it is before the word."""
    found = item("Rådets ståndpunkt: Rådet anser att linjen behövs.")
    assert texts(found["stallningstagande"]) == ["Rådet anser att linjen behövs."]


@pytest.mark.parametrize("heading", ["Beslutsunderlag", "Skickas till"])
@pytest.mark.parametrize("style", [{"level": 2}, {"bold": True}])
def test_a_heading_by_its_style_ends_a_list(heading: str, style: dict[str, Any]) -> None:
    """What it holds is short lines, so only print can tell."""
    lines = [
        Line("§ 7 Avtal", 1, level=1), Line(heading, 2, level=2), Line("Tjänsteskrivelse", 3), Line("", 4),
        Line("Samråd", 5, **style), Line("Färjan går varje dag.", 6),
    ]  # fmt: skip
    (found,) = read_items(read_segments(lines), Context()).value
    assert [(one["rubrik"], one["text"]) for one in found["avsnitt"]] == [("Samråd", "Färjan går varje dag.")]
    assert "Samråd" not in str({key: value for key, value in found.items() if key != "avsnitt"})
