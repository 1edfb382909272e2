"""What items say of other meetings: references that lead somewhere, or say why they do not, and meetings to come."""

from __future__ import annotations

from typing import Any

import pytest

from generator.importer.extract.document import extract
from generator.importer.joining.batch import Batch, Part, propose
from generator.importer.joining.bodies import is_body
from generator.importer.known import Known
from generator.importer.understanding import understand

MARS = """\
Skogsnämnden
PROTOKOLL
Sammanträdesdatum
2025-03-12

Beslutande
Alma Grankvist (S), ordförande, Ekeby
Bo Talldal (M), Ekeby

§ 12 Plan för stigar

Beslut
Skogsnämnden får i uppdrag att återkomma med en plan vid sammanträdet 2025-04-09.

§ 13 Nästa sammanträde
Nästa sammanträde äger rum den 9 april 2025 kl. 13.00.
"""
APRIL = """\
Skogsnämnden
PROTOKOLL
Sammanträdesdatum
2025-04-09

Beslutande
Alma Grankvist (S), ordförande, Ekeby
Bo Talldal (M), Ekeby

§ 14 Återrapport om plan för stigar

Sammanfattning
Vid sammanträdet 2025-03-12 § 12 gavs ett uppdrag. Vid sammanträdet 2024-12-01 § 80 gavs ett annat. Stigrådets
sammanträde 2025-01-10 tog upp saken.
"""


def read(**texts: str) -> Batch:
    """A run of documents, by name."""
    parts: list[Part] = []
    for name, text in sorted(texts.items()):
        parts += understand(extract(f"{name}.txt", text.encode()), Known()).parts
    return propose(parts, Known(), base=False)


def meeting(batch: Batch, day: str) -> dict[str, Any]:
    """The proposed meeting of a day."""
    return next(one.value for one, _ in batch.proposals if one.id == f"skogsnamnden/{day}")


def item(batch: Batch, day: str, number: int = 0) -> dict[str, Any]:
    """An item of the meeting of a day."""
    found: dict[str, Any] = meeting(batch, day)["dokument"][0]["punkter"][number]
    return found


def test_references_lead_to_what_is_there() -> None:
    """A § of another document of the run, whichever was read first; what is not there keeps its words and says why."""
    rows = {row["text"]: row for row in item(read(mars=MARS, april=APRIL), "2025-04-09")["hanvisningar"]}
    (to,) = [row for row in rows.values() if "2025-03-12" in row["text"]]
    assert to["till"] == "skogsnamnden/2025-03-12#p12"
    (gone,) = [row for row in rows.values() if "2024-12-01" in row["text"]]
    assert gone["olost"] == "Mötet finns inte i arkivet."
    assert "till" not in gone


def test_a_meeting_to_come_is_a_record_until_it_has_a_document() -> None:
    """Alone it is drafted as planned, with the item that tells of it; with its protokoll it is that meeting."""
    alone = meeting(read(mars=MARS), "2025-04-09")
    assert (alone["status"], alone["tid"]) == ("planerat", "kl. 13.00")
    assert alone["kand_genom"] == ["skogsnamnden/2025-03-12#p12", "skogsnamnden/2025-03-12#p13"]
    both = read(mars=MARS, april=APRIL)
    assert len([one for one, _ in both.proposals if one.id == "skogsnamnden/2025-04-09"]) == 1
    assert meeting(both, "2025-04-09")["status"] == "hallet"
    assert item(both, "2025-03-12", 1)["kommande"][0]["mote"] == "skogsnamnden/2025-04-09"


def test_an_uppdrag_has_its_organ_and_its_meeting() -> None:
    """A receiver that is an organ by name is that organ; the meeting that the uppdrag is due at is said."""
    (task,) = item(read(mars=MARS), "2025-03-12")["uppdrag"]
    assert task["till"] == [{"text": "Skogsnämnden", "organ": "skogsnamnden"}]
    assert task["senast_mote"] == "skogsnamnden/2025-04-09"


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("Stigrådet", True), ("samverkansnämnden", True), ("KS", True), ("Ekeby Energi AB", False), ("AB", False),
        ("från", False), ("nämnden", False), ("styrgruppen för skog", True), ("", False),
    ],
)  # fmt: skip
def test_only_a_body_is_said_to_be_unknown(words: str, is_one: bool) -> None:
    """A company, a loose word or a word for any body is no body that the archive could know."""
    assert is_body(words) is is_one


def test_what_no_body_held_is_no_reference() -> None:
    """A day of a company leaves no row; a day of a body that nobody has keeps its words and says why."""
    text = APRIL.replace("Stigrådets", "Vid Ekeby Energi AB sammanträde 2025-02-01 gavs svar. Stigrådets")
    rows = meeting(read(april=text), "2025-04-09")["dokument"][0]["punkter"][0]["hanvisningar"]
    unknown = [row["olost"] for row in rows if "känner inget" in row.get("olost", "")]
    assert unknown == ["Arkivet känner inget organ som heter Stigrådet."]


def test_the_day_of_a_justering_is_no_meeting() -> None:
    """``sammanträdet … justeras den 14 mars`` names no body, so nobody is asked which."""
    text = MARS.replace("rum den 9 april 2025 kl. 13.00.", "rum i april. Protokollet justeras den 26 mars 2025 kl. 13.")
    batch = read(mars=text)
    (asked,) = [one.doubts for one, _ in batch.proposals if one.id == "skogsnamnden/2025-03-12"]
    assert not [doubt.why for doubt, _ in asked if "vilket organ" in doubt.why]
