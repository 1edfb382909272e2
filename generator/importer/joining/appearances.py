"""Every name in the proposed meetings: what is printed with it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.archive.namn import Namnregister
from generator.archive.narvaro import read_framtradanden, read_namngivningar
from generator.importer.joining.proposal import Proposal, Seen, mote_of
from generator.importer.joining.shapes import at
from generator.importer.reading import Path
from generator.model.sammantrade import Sammantrade


@dataclass(frozen=True)
class Appearance:
    """A printed name: in which proposal and where, with its party, authority (by id) and title as printed there.

    `ersatt` is for one who is substituted, whose name is a part of the row at `path`; `listed` for the lists of people,
    where a name stands with what belongs to it. `order` is its place in the run, `document` its meeting and document.
    """

    proposal: Proposal
    path: Path
    name: str
    parti: str | None
    huvudman: str | None
    titel: str
    listed: bool
    ersatt: bool
    order: int
    document: tuple[int, int]
    seen: Seen

    @property
    def organ(self) -> str:
        """The organ of the meeting."""
        return self.proposal.id.partition("/")[0]

    def doubt(self, why: str, choices: Sequence[str] = ()) -> None:
        """Say something of who it is."""
        self.proposal.doubt(self.path, self.seen, why, choices)

    def say(self, person: str) -> None:
        """Write which person the row means, where several have the name."""
        holder = at(self.proposal.value, self.path[:-1])
        row: Any = holder[self.path[-1]]
        long = {"rad": row} if isinstance(row, str) else dict(row)
        if self.ersatt:
            other = long.get("ersatter") or {"namn": self.name, **({"parti": self.parti} if self.parti else {})}
            long["ersatter"] = {**({"namn": other} if isinstance(other, str) else other), "person": person}
        else:
            long["person"] = person
        holder[self.path[-1]] = long


def appearances(
    proposals: Sequence[Proposal], meetings: Sequence[Sammantrade], names: Namnregister
) -> list[Appearance]:
    """All names of the proposed meetings, in order; those that a record already says the person of are left out."""
    found: list[Appearance] = []
    for number, (proposal, data) in enumerate(zip(proposals, meetings, strict=True)):
        found += _of_meeting(proposal, data, names, number, len(found))
    return found


def _of_meeting(
    proposal: Proposal, data: Sammantrade, names: Namnregister, number: int, first: int
) -> Iterator[Appearance]:
    mote = mote_of(proposal, data)
    order = first
    for row in read_framtradanden(mote, names):
        read, source = row.tolkning, proposal.sources[row.dokument]
        document = (number, row.dokument)
        if read.namn and not row.rad.person:
            seen = Seen(source, source.running.line_of(read.namn))
            yield Appearance(
                proposal, row.loc, read.namn, read.parti, row.huvudman, row.titel, True, False, order, document, seen
            )
        order += 1
        other = read.ersatter
        if other and other.namn and not (row.rad.ersatter and row.rad.ersatter.person):
            seen = Seen(source, source.running.line_of(other.namn))
            body = row.ersatt_huvudman
            yield Appearance(proposal, row.loc, other.namn, other.parti, body, "", True, True, order, document, seen)
        order += 1
    for one in read_namngivningar(mote, names):
        read, source = one.tolkning, proposal.sources[one.dokument]
        if read.namn and not one.medverkande.person:
            said = (one.medverkande.organisation,) if one.medverkande.organisation else read.delar
            body = next((found for part in said if (found := names.myndighet(part))), None)
            title = one.medverkande.titel or ", ".join(part for part in read.delar if names.myndighet(part) is None)
            seen = Seen(source, source.running.line_of(read.namn))
            document = (number, one.dokument)
            yield Appearance(proposal, one.loc, read.namn, read.parti, body, title, False, False, order, document, seen)
        order += 1
