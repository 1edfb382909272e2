"""Everything that the archive knows of an organ beside its own record: meetings, uppdrag, anslag, mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from generator.archive.anslag import Anslagsplats
from generator.archive.archive import Archive
from generator.archive.graph import Kant
from generator.archive.moten import Mote
from generator.archive.sammansattning import Plats, mandat_i, sammansattning
from generator.archive.synligt import synliga_uppdrag, synligt_mote
from generator.archive.uppdrag import Uppdragsplats
from generator.model.sammantrade import Dokumentslag

EJ_KOMMANDE = frozenset({"installt", "ersatt"})


@dataclass(frozen=True)
class Organbild:
    """An organ. `nu` are its seats on the archive's day and `tidigare` the others; `moten` the earliest first.

    `omnamnd` are links to the organ from running text and references of other records.
    """

    moten: tuple[Mote, ...]
    nu: tuple[Plats, ...]
    tidigare: tuple[Plats, ...]
    givna: tuple[Uppdragsplats, ...]
    mottagna: tuple[Uppdragsplats, ...]
    anslag: tuple[Anslagsplats, ...]
    omnamnd: tuple[Kant, ...]
    under: tuple[str, ...]

    def handlingar(self) -> Mapping[str, tuple[Mote, ...]]:
        """The meetings that the archive has a document of each kind from, by kind, the earliest first."""
        found: dict[str, dict[str, Mote]] = defaultdict(dict)
        for mote in self.moten:
            for document in mote.data.dokument:
                if document.tillgang == "finns":
                    found[document.slag][mote.id] = mote
        return {slag: tuple(found[slag].values()) for slag in get_args(Dokumentslag) if slag in found}

    def senaste(self, archive: Archive) -> Mote | None:
        """The latest meeting before the archive's day that is known to have been held."""
        held = (one for one in self.moten if one.sista_dag < archive.datum and one.data.status == "hallet")
        return max(held, key=lambda one: (one.datum, one.ordning), default=None)

    def nasta(self, archive: Archive) -> Mote | None:
        """The next meeting on or after the archive's day that is neither cancelled nor replaced."""
        ahead = (m for m in self.moten if m.sista_dag >= archive.datum and m.data.status not in EJ_KOMMANDE)
        return min(ahead, key=lambda one: (one.datum, one.ordning), default=None)


def organbild(archive: Archive, organ_id: str) -> Organbild:
    """The picture of one organ."""
    now = sammansattning(archive, organ_id, archive.datum)
    current = {seat.index for seat in now}
    return Organbild(
        moten=tuple(mote for mote in archive.moten_i_organ.get(organ_id, ()) if synligt_mote(archive, mote.id)),
        nu=now,
        tidigare=tuple(seat for seat in mandat_i(archive, organ_id) if seat.index not in current),
        givna=archive.delad("givna_uppdrag", _given).get(organ_id, ()),
        mottagna=archive.delad("mottagna_uppdrag", _received).get(organ_id, ()),
        anslag=tuple(sorted((n for n in archive.anslag if n.organ == organ_id), key=lambda n: (n.datum, n.id))),
        omnamnd=omnamnd(archive, f"organ:{organ_id}"),
        under=tuple(key for key, one in archive.organ.items() if one.data.under == organ_id),
    )


def _given(archive: Archive) -> dict[str, tuple[Uppdragsplats, ...]]:
    """The visible uppdrag by the organ that gave them."""
    found: dict[str, list[Uppdragsplats]] = defaultdict(list)
    for one in synliga_uppdrag(archive):
        found[archive.moten[one.mote].organ].append(one)
    return {organ: tuple(given) for organ, given in found.items()}


def _received(archive: Archive) -> dict[str, tuple[Uppdragsplats, ...]]:
    """The visible uppdrag by each organ that they were given to."""
    found: dict[str, list[Uppdragsplats]] = defaultdict(list)
    for one in synliga_uppdrag(archive):
        for organ in {to.organ for to in one.uppdrag.till if to.organ}:
            found[organ].append(one)
    return {organ: tuple(received) for organ, received in found.items()}


def omnamnd(archive: Archive, node: str) -> tuple[Kant, ...]:
    """The links to a node from running text and references elsewhere."""
    return tuple(e for e in archive.bakat.get(node, ()) if e.slag in {"prosa", "referens"} and e.fran != node)


def per_ar(motes: Iterable[Mote]) -> Mapping[int, int]:
    """How many meetings each year has, the latest year first."""
    found: dict[int, int] = defaultdict(int)
    for mote in motes:
        found[mote.datum.year] += 1
    return {year: found[year] for year in sorted(found, reverse=True)}
