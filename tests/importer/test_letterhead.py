"""Whose paper a document is on: an organ of the same name may be another authority's."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from generator.importer.document import ReadDocument
from generator.importer.extract.line import Extract, Line
from generator.importer.head.letterhead import called, owner
from generator.importer.joining.batch import Batch, Part, propose
from generator.importer.known import Known

ARCHIVE = Known(
    organ={"nämnden": ("namnden",)},
    organ_namn={"namnden": "Nämnden"},
    huvudman={"ekeby": ("ekeby",)},
    owners={"namnden": frozenset({"ekeby"})},
)


def read(head: str, *, day: int = 7, known: Known = ARCHIVE, rows: tuple[str, ...] = ()) -> Part:
    """A protokoll of Nämnden with this first line."""
    lines = tuple(Line(text, number) for number, text in enumerate((head, "Nämnden", *rows), 1))
    source = Extract(f"{day}.txt", f"{day:064d}", "text", True, lines)
    dokument: dict[str, Any] = {"slag": "protokoll", "organ_tryckt": "Nämnden", "narvaro": {"beslutande": list(rows)}}
    return Part(ReadDocument(source, "Nämnden", dt.date(2025, 1, day), {}, dokument, (), lines, ()), source)


def whys(batch: Batch) -> list[tuple[Any, str]]:
    """What is said of the bodies that documents print."""
    found = [doubt for one, _ in batch.proposals if one.kind == "sammantrade" for doubt, _ in one.doubts]
    return [(doubt.path, doubt.why) for doubt in found if "organ_tryckt" in doubt.path]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ekeby kommun", "Ekeby kommun"), ("EKEBYS KOMMUN\tPROTOKOLL", "Ekebys kommun"),
        ("Region Granvik", "Region Granvik"), ("Kommunfullmäktige i Ekeby kommun", "Ekeby kommun"),
        ("Ekeby kommunhus, kl. 9", ""), ("I Ekeby", ""),
    ],
)  # fmt: skip
def test_the_head_names_an_authority(line: str, name: str) -> None:
    """A first line that begins with a kommun or a region, or a body of one; a house is none."""
    assert owner([Line(line, 1)], []) == name


def test_two_names_are_none() -> None:
    """A head with two kommuner does not say whose paper it is."""
    assert owner([Line("Ekeby kommun", 1), Line("Granviks kommun", 2)], []) == ""


def test_another_kommun_is_asked_about() -> None:
    """The same name of a body and another kommun in the head: a doubt at the printed name."""
    ((path, why),) = whys(propose([read("Granviks kommun")], ARCHIVE, base=False))
    assert path == ("dokument", 0, "organ_tryckt")
    assert why.startswith("Huvudet har Granviks kommun, men Nämnden är ett organ hos ekeby.")


def test_the_same_kommun_in_another_form_is_not() -> None:
    """``Ekebys kommun`` is the authority that the archive calls Ekeby."""
    assert whys(propose([read("EKEBYS KOMMUN")], ARCHIVE, base=False)) == []
    assert "ekeby" in called("Ekebys kommun")


def test_a_new_body_is_of_the_kommun_of_its_head() -> None:
    """The first document of a body gives it its authority; one on other paper in the same run is asked about."""
    parts = [read("Ekebys kommun", rows=("Anna Ek (S), Ekeby",)), read("Granviks kommun", day=8)]
    batch = propose(parts, Known.empty(), base=False)
    values = {(one.kind, one.id): one.value for one, _ in batch.proposals}
    assert values["organ", "namnden"]["huvudman"] == "ekeby"
    assert values["huvudman", "ekeby"]["alias"] == [{"namn": "Ekeby"}]
    assert [why.partition(",")[0] for _, why in whys(batch)] == ["Huvudet har Granviks kommun"]
