"""What readers must be able to follow in the real archive: a case through three organ, one man in two roles."""

from __future__ import annotations

import pytest

from generator.archive.archive import Archive
from generator.views.pages import arenden, personer, uppdrag
from generator.views.urls import uppdrag_anchor

SRB = "strategisk-regional-beredning"
NARA_VARD = "samverkansgrupp-nara-vard"


@pytest.fixture(scope="module")
def sidor(arkivet: Archive) -> dict[str, str]:
    """The pages of persons, cases and uppdrag, by path."""
    return {page.path: page.make().text for module in (arenden, personer, uppdrag) for page in module.pages(arkivet)}


@pytest.mark.parametrize(
    "punkt",
    [f"{SRB}/2024-04-19#p22", f"{NARA_VARD}/2024-05-03#p8", f"{SRB}/2024-10-11#p63", f"{NARA_VARD}/2024-11-08#k3"],
)
def test_the_case_leads_to_each_item(sidor: dict[str, str], punkt: str) -> None:
    """HSF240207 leads to each item where an organ treats it."""
    mote, _, anchor = punkt.partition("#")
    assert f"](../../moten/{mote}/index.md#{anchor})" in sidor["arenden/hsf240207/index.md"]


def test_the_case_tells_what_is_waited_for(sidor: dict[str, str]) -> None:
    """On top of the case stands the report-back that is asked for at the meeting 7 February 2025, and its uppdrag."""
    top, _, _ = sidor["arenden/hsf240207/index.md"].partition("## Så har ärendet gått")
    assert (
        f"återrapport till [Strategisk regional beredning 7 februari 2025](../../moten/{SRB}/2025-02-07/index.md)"
        in top
    )
    anchor = uppdrag_anchor(f"{SRB}/2024-10-11#p63/1")
    assert f"](../../uppdrag/index.md#{anchor})" in top
    assert f"{{: #{anchor} }}" in sidor["uppdrag/index.md"]


def test_one_man_serves_for_two_in_two_organ(sidor: dict[str, str]) -> None:
    """Roger Ingvarsson serves for Therese Emtin in one organ and for Sonja Råberg in another, on one page."""
    text = sidor["personer/roger-ingvarsson/index.md"]
    assert "| ersättare (S) |" in text
    assert "Nära vård: tjänstgjorde för [Therese Emtin](../therese-emtin/index.md) (SD)" in text
    assert "Samverkansgrupp hälsa: tjänstgjorde för [Sonja Råberg](../sonja-raberg/index.md) (C)" in text


def test_surnames_stand_where_readers_look(sidor: dict[str, str]) -> None:
    """Surnames of two words and with von stand under their first and their main word."""
    text = sidor["personer/index.md"]
    assert "- [Andersson Elfgren, Mikael](" in text
    assert text.index("[Almroth, Lars]") < text.index("[von Altén, Cecilia]") < text.index("[Alzén, Christer]")
    assert text.index("[Åslund, Pratima]") < text.index("[Öberg Thorstenson, Åsa]")
