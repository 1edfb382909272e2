"""Authorities that stand beside names: what is printed after a party, and what calls itself a kommun or a region."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.importer.bodies import Bodies
from generator.importer.proposal import Proposal, Seen
from generator.model.narvaro import Narvarorad
from generator.model.narvarorad import ROLLER, samma_roll
from generator.model.sammantrade import Sammantrade

_CALLED = re.compile(r"^Region [A-ZÅÄÖ]|kommun$|[Kk]ommunalförbund|^Länsstyrelsen")
_MOST_WORDS = 4


def add_authorities(proposals: Sequence[Proposal], meetings: Sequence[Sammantrade], bodies: Bodies) -> None:
    """Draft the authorities of the lists that the archive does not have."""
    for proposal, data in zip(proposals, meetings, strict=True):
        for index, row in _rows(data):
            source = proposal.sources[index]
            for printed in dict.fromkeys(_authorities(row)):
                bodies.add_huvudman(printed, Seen(source, source.running.line_of(printed)))


def _rows(data: Sammantrade) -> Iterator[tuple[int, Narvarorad]]:
    for index, document in enumerate(data.dokument):
        for groups in (document.kallade, document.narvaro):
            for name in type(groups).model_fields if groups else ():
                yield from ((index, row) for row in getattr(groups, name) if row.rad and not row.platshallare)


def _authorities(row: Narvarorad) -> Iterator[str]:
    if row.organisation:
        yield row.organisation
        return
    read = row.tolkning()
    for party, parts in ((read.parti, read.delar), *(((o.parti, o.delar),) if (o := read.ersatter) else ())):
        for part in parts:
            if _CALLED.search(part) or (party and _can_be_place(part)):
                yield part


def _can_be_place(part: str) -> bool:
    """Whether what stands after a party can be a kommun, and is no role or title."""
    few = len(part.split()) <= _MOST_WORDS
    return few and part[:1].isupper() and not re.search(r"\d", part) and samma_roll(part) not in ROLLER
