"""Authorities that stand beside names: what is printed after a party, and what calls itself a kommun or a region."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.archive.namn import normal
from generator.importer.joining.base import PARTIES
from generator.importer.joining.bodies import Bodies
from generator.importer.joining.proposal import Proposal, Seen
from generator.model.narvaro import Narvarorad
from generator.model.narvarorad import ROLLER, samma_roll
from generator.model.sammantrade import Sammantrade

_CALLED = re.compile(r"^Region [A-ZÅÄÖ]|kommun$|[Kk]ommunalförbund|^Länsstyrelsen")
_MOST_WORDS = 4
_LONGEST_SHORT = 5
_SMALL = frozenset(
    ["och", "i", "på", "vid", "kommun", "kommuner", "region", "regionen", "landsting", "kommunalförbund", "stad", "län"]
)
_NO_PLACE = re.compile(r"\b(?:ersättare|ersätter|för|tjänstgör\w*|tjg|ledamot|ordförande)\b", re.IGNORECASE)


def add_authorities(proposals: Sequence[Proposal], meetings: Sequence[Sammantrade], bodies: Bodies) -> None:
    """Draft the authorities of the lists that the archive does not have."""
    others = _no_authorities(meetings, bodies)
    for proposal, data in zip(proposals, meetings, strict=True):
        for index, row in _rows(data):
            source = proposal.sources[index]
            for printed in dict.fromkeys(_authorities(row)):
                if normal(printed) not in others and not _is_short(printed) and not _NO_PLACE.search(printed):
                    line = source.running.line_of(row.rad or printed) or source.running.line_of(printed)
                    bodies.add_huvudman(printed, Seen(source, line))


def _no_authorities(meetings: Iterable[Sammantrade], bodies: Bodies) -> frozenset[str]:
    """What stands beside names and is no authority: parties, and the given names of those in the lists."""
    read = [row.tolkning() for data in meetings for _, row in _rows(data)]
    parties = {*PARTIES, *PARTIES.values(), *bodies.known.partier, *(one.parti for one in read if one.parti)}
    given = (one.namn.split()[0] for one in read if one.namn)
    return frozenset(map(normal, (*parties, *given)))


def _is_short(printed: str) -> bool:
    """A short name in capitals: a party that nobody has told of, or an association."""
    return printed.isupper() and len(printed) <= _LONGEST_SHORT


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
    named = all(word[:1].isupper() or word in _SMALL for word in part.split())
    return few and named and part[:1].isupper() and not re.search(r"\d", part) and samma_roll(part) not in ROLLER
