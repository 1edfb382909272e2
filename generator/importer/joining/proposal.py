"""A record on its way to a draft: plain values that may still change, and the doubts about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from generator.archive.moten import Mote, read_mote
from generator.importer.extract.line import Extract
from generator.importer.reading import Doubt, Path
from generator.model.sammantrade import FORE_MOTET, Sammantrade
from generator.records.kinds import BY_NAME
from generator.records.origin import Origin
from generator.records.record import Record

_AFTER = ("protokoll", "protokollsutdrag", "minnesanteckningar", "motesanteckning")


@dataclass(frozen=True)
class Seen:
    """A line of a document: where a value was read."""

    source: Extract
    line: int = 0

    @property
    def page(self) -> int | None:
        """The page of the line, where the document has pages."""
        return next((one.page for one in self.source.lines if one.number == self.line), None)


@dataclass
class Proposal:
    """A record of one kind with the id that it will have.

    `doubts` each come with where their value was read; `sources` are all documents that the record is from, in order.
    """

    kind: str
    id: str
    value: dict[str, Any]
    doubts: list[tuple[Doubt, Seen]] = field(default_factory=list)
    sources: list[Extract] = field(default_factory=list)

    @property
    def place(self) -> str:
        """The path of the record below content/."""
        if not self.is_placed:
            return f"{self.id}.yml"
        place = BY_NAME[self.kind].place
        return place if "<" not in place else f"{place.partition('/')[0]}/{self.id}.yml"

    @property
    def is_placed(self) -> bool:
        """Whether organ and day of a meeting are known."""
        return not self.id.startswith("oplacerade/")

    def doubt(self, path: Path, seen: Seen, why: str, choices: Iterable[str] = ()) -> None:
        """Add a doubt about a value."""
        self.doubts.append((Doubt(path, seen.line, why, tuple(choices)), seen))

    def from_document(self, source: Extract) -> None:
        """Remember a document that the record is from."""
        if source not in self.sources:
            self.sources.append(source)


def kalla_of(source: Extract) -> dict[str, Any]:
    """Where a document was read, as its record says it."""
    numbers = [line.number for line in source.lines if line.text]
    pages = [line.page for line in source.lines if line.page]
    span = {"rader": f"{numbers[0]}-{numbers[-1]}"} if numbers else {}
    if pages:
        span["sidor"] = f"{pages[0]}-{pages[-1]}" if pages[0] != pages[-1] else str(pages[0])
    quality = "textfil" if source.format == "text" else "fodd-digital"
    return {"fil": source.name, **span, "sha256": source.sha256, "kvalitet": quality}


def status_of(proposal: Proposal) -> str:
    """What the documents together show: what was held was held, whatever its kallelse says."""
    said = proposal.value.get("status", [])
    kinds = {document.get("slag") for document in proposal.value["dokument"]}
    if "installt" in said:
        return "installt"
    if kinds & set(_AFTER):
        return "hallet"
    return str(said[0]) if said else "kallat" if kinds & FORE_MOTET else "okant"


def mote_of(proposal: Proposal, data: Sammantrade) -> Mote:
    """The proposed meeting as the archive sees one; one without a place gets a day that no meeting has."""
    name = proposal.id if proposal.is_placed else "oplacerade/1000-01-01"
    return read_mote(Record("sammantrade", name, data, Origin("")))


def free_id(wanted: str, taken: Iterable[str], fallback: str) -> str:
    """An id that is not taken: the wanted one, else with -2, -3, … after it."""
    base, used = wanted or fallback, set(taken)
    number = 1
    while (found := base if number == 1 else f"{base}-{number}") in used:
        number += 1
    return found
