"""What the archive knows before a document is read: names of organ, authorities and persons, cases, meetings and §§.

Names are compared in the form of `archive.namn.normal`: only an exact name is the same name.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.namn import normal

Ids: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class KnownPerson:
    """A person: the head name, and every (party, id of authority) that documents or seats show; either may be None."""

    id: str
    namn: str
    lasarklass: str
    pairs: frozenset[tuple[str | None, str | None]] = frozenset()


@dataclass(frozen=True)
class KnownMeeting:
    """A meeting: organ, day, and its items as address → printed number and title (``p63`` → ``§ 63``, …).

    `sources` are the file names and sums of the documents that its record was written from. `uppdrag` are the
    addresses of its uppdrag, as references write them.
    """

    id: str
    organ: str
    datum: dt.date
    status: str
    punkter: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    sources: frozenset[str] = frozenset()
    uppdrag: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Known:
    """Names and numbers in their normal form → ids of the records that carry them, and those records by id.

    `members` are the names, in normal form, that the lists of each organ have had; `owners` the authorities, by id,
    that each organ is of.
    """

    organ: Mapping[str, Ids] = field(default_factory=dict)
    huvudman: Mapping[str, Ids] = field(default_factory=dict)
    personer: Mapping[str, Ids] = field(default_factory=dict)
    arenden: Mapping[str, Ids] = field(default_factory=dict)
    people: Mapping[str, KnownPerson] = field(default_factory=dict)
    moten: Mapping[str, KnownMeeting] = field(default_factory=dict)
    organ_namn: Mapping[str, str] = field(default_factory=dict)
    partier: frozenset[str] = frozenset()
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    owners: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def empty(cls) -> Known:
        """Of an archive that has nothing yet."""
        return cls()

    def organ_named(self, name: str) -> str | None:
        """The id of the one organ with exactly this name, short name or alias."""
        return _only(self.organ.get(normal(name), ()))

    def huvudman_named(self, name: str) -> str | None:
        """The id of the one authority with exactly this name, short name or alias."""
        return _only(self.huvudman.get(normal(name), ()))

    def persons_named(self, name: str) -> Ids:
        """The ids of all persons who carry exactly this name."""
        return self.personer.get(normal(name), ())


def known_of(archive: Archive) -> Known:
    """What an archive knows."""
    return Known(
        organ=_by_name(
            (record.id, name)
            for record in archive.organ.values()
            for name in (record.data.namn, record.data.kortnamn, *(alias.namn for alias in record.data.alias))
        ),
        huvudman=archive.namn.huvudman,
        personer=archive.namn.personer,
        arenden=archive.register.diarienummer,
        people=_people(archive),
        moten={mote.id: _meeting(mote) for mote in archive.moten.values()},
        organ_namn={record.id: record.data.namn for record in archive.organ.values()},
        partier=frozenset(party.forkortning for party in archive.arkiv.data.partier),
        members=_members(archive),
        owners={
            record.id: frozenset(filter(None, (record.data.huvudman, *record.data.deltagare)))
            for record in archive.organ.values()
        },
    )


def _members(archive: Archive) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in archive.framtradanden:
        found[archive.moten[row.mote].organ].add(normal(row.tolkning.namn))
    return {organ: frozenset(names) for organ, names in found.items()}


def _people(archive: Archive) -> dict[str, KnownPerson]:
    pairs: dict[str, set[tuple[str | None, str | None]]] = defaultdict(set)
    for organ in archive.organ.values():
        for seat in organ.data.mandat:
            pairs[seat.person].add((seat.parti, seat.huvudman))
    for row in archive.framtradanden:
        if row.person:
            pairs[row.person].add((row.tolkning.parti, row.huvudman))
        if row.ersatter and row.tolkning.ersatter:
            pairs[row.ersatter].add((row.tolkning.ersatter.parti, row.ersatt_huvudman))
    return {
        record.id: KnownPerson(
            record.id,
            record.data.namn,
            record.data.lasarklass,
            frozenset(pairs[record.id] | ({(None, record.data.huvudman)} if record.data.huvudman else set())),
        )
        for record in archive.personer.values()
    }


def _meeting(mote: Mote) -> KnownMeeting:
    sources = (part.kalla for part in mote.data.dokument if part.kalla)
    return KnownMeeting(
        id=mote.id,
        organ=mote.organ,
        datum=mote.datum,
        status=mote.data.status,
        punkter={item.ankare: (item.punkt.nr or "", item.punkt.rubrik) for item in mote.punkter},
        sources=frozenset(mark for one in sources for mark in (one.fil, one.sha256) if mark),
        uppdrag=frozenset(f"uppdrag:{item.id}" for item in mote.punkter if item.punkt.uppdrag),
    )


def _by_name(names: Iterable[tuple[str, str | None]]) -> dict[str, Ids]:
    found: dict[str, set[str]] = defaultdict(set)
    for record_id, name in names:
        if name:
            found[normal(name)].add(record_id)
    return {name: tuple(sorted(ids)) for name, ids in sorted(found.items())}


def _only(ids: Ids) -> str | None:
    return ids[0] if len(ids) == 1 else None
