"""The items of the source documents, read through the whole importer, against the records written by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.importer.coverage import coverage
from generator.importer.document import ReadDocument, read_document
from generator.importer.extract.document import extract
from generator.importer.known import Known
from generator.importer.layout.split import documents
from generator.importer.measure.facts import document_facts
from generator.model.sammantrade import Dokument

CONTENT = Path(__file__).resolve().parents[2] / "content" / "sammantraden"
HELD = {
    "000": ["samverkansgrupp-nara-vard/2024-11-08", "strategisk-regional-beredning/2024-10-11"],
    "001": ["samverkansgrupp-nara-vard/2023-05-26"],
    "002": ["politiskt-samradsorgan-sro/2023-11-23"],
    "003": ["strategisk-regional-beredning/2024-04-19"],
    "004": [
        "strategisk-regional-beredning/2024-06-14", "samverkansgrupp-halsa/2024-04-12",
        "samverkansgrupp-halsa/2024-05-08", "samverkansgrupp-kompetensforsorjning/2024-04-26",
        "samverkansgrupp-nara-vard/2024-05-03", "strategisk-regional-beredning/2024-08-29",
    ],
}  # fmt: skip
WHOLE = ("punkter", "diarienummer", "förslag", "beslut", "ställningstaganden", "underlag", "avsnitt")
LEAST_COVERED = 0.97
pytestmark = pytest.mark.frokallor


def read(folder: Path, name: str) -> list[ReadDocument]:
    """The documents of a source file, as the importer reads them with an archive that is empty."""
    (path,) = folder.glob(f"{name}_*")
    source = extract(path.name, path.read_bytes())
    return [read_document(lines, source, Known.empty()) for lines in documents(source.lines)]


def facts(punkter: list[dict[str, Any]]) -> Counter[tuple[str, ...]]:
    """What the items say, of the kinds that must be whole."""
    apart = ("hanvisningar", "kommande", "aterrapporterar")
    values = [{key: value for key, value in item.items() if key not in apart} for item in punkter]
    dokument = Dokument.model_validate({"slag": "protokoll", "punkter": values})
    return Counter((one.falt, *one.varde) for one in document_facts(dokument, ()) if one.falt in WHOLE)


def written(mote: str) -> list[dict[str, Any]]:
    """The items of a record as text values."""
    record = yaml.load((CONTENT / f"{mote}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    punkter: list[dict[str, Any]] = record["dokument"][0]["punkter"]
    return punkter


@pytest.mark.parametrize("name", sorted(HELD))
def test_the_items_are_those_that_a_person_has_written(frokallor: Path, name: str) -> None:
    """Every item, diarienummer, förslag, beslut, underlag and section of every document, and none too many."""
    for document, mote in zip(read(frokallor, name), HELD[name], strict=True):
        found, wanted = facts(document.dokument["punkter"]), facts(written(mote))
        assert (wanted - found, found - wanted) == (Counter(), Counter()), mote


@pytest.mark.parametrize("name", sorted(HELD))
def test_the_text_of_the_items_is_kept(frokallor: Path, name: str) -> None:
    """Of the text below the first item, at least 97 of 100 runs of five words are found again in the items."""
    for document in read(frokallor, name):
        punkter = document.dokument["punkter"]
        start = min(line.number for line in document.lines if line.text and punkter[0]["rubrik"][:20] in line.text)
        body = [line for line in document.lines if line.number >= start]
        assert coverage(body, punkter, document.labels).share >= LEAST_COVERED
