"""Which words beside a name become a new authority: a place or what calls itself one, never a party or a name."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from generator.importer.document import ReadDocument
from generator.importer.extract.line import Extract, Line
from generator.importer.joining.batch import Part, propose
from generator.importer.joining.proposal import Proposal
from generator.importer.known import Known


def bodies(*rows: str) -> list[Proposal]:
    """The new authorities of a protokoll with these present; `Ekeby` stands in its head too."""
    lines = tuple(Line(row, number) for number, row in enumerate(("Skogen i Ekeby", *rows), 1))
    source = Extract("a.txt", "0" * 64, "text", True, lines)
    dokument: dict[str, Any] = {"slag": "protokoll", "narvaro": {"beslutande": list(rows)}}
    part = Part(ReadDocument(source, "Nämnden", dt.date(2025, 1, 7), {}, dokument, (), lines, ()), source)
    return [one for one, _ in propose([part], Known.empty(), base=False).proposals if one.kind == "huvudman"]


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("Anna Ek (S), Ekeby", ["Ekeby"]),
        ("Anna Ek (S), Norra Ekeby", ["Norra Ekeby"]),
        ("Anna Ek (S), Region Granvik", ["Region Granvik"]),
        ("Anna Ek (S), POSK", []),
        ("Anna Ek (S), Socialdemokraterna", []),
        ("Anna Ek (S), Bo", []),
        ("Anna Ek (S), Ersättare för Bo Al", []),
        ("Anna Ek (S), Kommunal utvecklare", []),
    ],
)
def test_what_stands_after_a_party(row: str, names: list[str]) -> None:
    """A place after a party is an authority; another party, a given name, a substitution and a title are none."""
    assert [one.value["namn"] for one in bodies(row, "Bo Al (M)")] == names


def test_the_mark_is_at_the_row() -> None:
    """The place is asked about where it stands after the party, not where the head has it."""
    (found,) = bodies("Bo Al (M)", "Anna Ek (S), Ekeby")
    assert [seen.line for _, seen in found.doubts] == [3]
