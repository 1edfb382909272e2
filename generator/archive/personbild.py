"""Everything that the archive knows of each person, gathered in one pass: appearances, names in items, uppdrag."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.archive.archive import Archive
from generator.archive.graph import Kant
from generator.archive.narvaro import Framtradande, Namngivning
from generator.archive.sammansattning import Plats, mandat_i
from generator.archive.synligt import synlig_punkt, synliga_uppdrag, synligt_mote
from generator.archive.uppdrag import Uppdragsplats
from generator.model.person import Forvaxlingsbar

T = TypeVar("T")


@dataclass(frozen=True)
class Personbild:
    """One person: seats, rows of lists (`ersatt` are rows of those who served for the person), names elsewhere.

    `framtradanden` and `ersatt` are in order of time, `namngivningar` too. `omnamnd` are links in running text and
    references; `forvaxlingar` are the look-alikes of both directions, by id.
    """

    mandat: tuple[Plats, ...]
    framtradanden: tuple[Framtradande, ...]
    ersatt: tuple[Framtradande, ...]
    namngivningar: tuple[Namngivning, ...]
    uppdrag: tuple[Uppdragsplats, ...]
    omnamnd: tuple[Kant, ...]
    forvaxlingar: tuple[Forvaxlingsbar, ...]


def personbilder(archive: Archive) -> Mapping[str, Personbild]:
    """The picture of every person of the archive, by id."""
    in_time = _by_time(archive)
    shown = sorted((row for row in archive.framtradanden if synligt_mote(archive, row.mote)), key=in_time)
    rows = _grouped(shown, lambda row: [row.person])
    served = _grouped(shown, lambda row: [row.ersatter])
    named = _grouped(
        sorted((one for one in archive.namngivningar if _visible(archive, one)), key=in_time), lambda row: [row.person]
    )
    tasks = _grouped(synliga_uppdrag(archive), lambda row: [receiver.person for receiver in row.uppdrag.till])
    reversed_ = _grouped(archive.personer, lambda key: [o.person for o in archive.personer[key].data.inte_samma_som])
    seats = _grouped(
        (seat for organ in archive.organ for seat in mandat_i(archive, organ)), lambda seat: [seat.mandat.person]
    )
    return {
        key: Personbild(
            seats.get(key, ()),
            rows.get(key, ()),
            served.get(key, ()),
            named.get(key, ()),
            tasks.get(key, ()),
            _mentions(archive, key),
            _lookalikes(archive, key, reversed_),
        )
        for key in archive.personer
    }


def _visible(archive: Archive, one: Namngivning) -> bool:
    return synlig_punkt(archive, archive.punkter[one.punkt]) if one.punkt else synligt_mote(archive, one.mote)


def _by_time(archive: Archive) -> Callable[[Framtradande | Namngivning], tuple[str, str]]:
    return lambda row: (archive.moten[row.mote].datum.isoformat(), row.mote)


def _grouped(rows: Iterable[T], keys: Callable[[T], Iterable[str | None]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for row in rows:
        for key in sorted({key for key in keys(row) if key}):
            found[key].append(row)
    return {key: tuple(group) for key, group in found.items()}


def _mentions(archive: Archive, person_id: str) -> tuple[Kant, ...]:
    node = f"person:{person_id}"
    return tuple(e for e in archive.bakat.get(node, ()) if e.slag in {"prosa", "referens"} and e.fran != node)


def _lookalikes(
    archive: Archive, person_id: str, named_by: Mapping[str, tuple[str, ...]]
) -> tuple[Forvaxlingsbar, ...]:
    """Those who are not this person, whichever of the two records says so; `named_by` are the records that do."""
    found = {
        key: Forvaxlingsbar(person=key, skal=other.skal)
        for key in named_by.get(person_id, ())
        for other in archive.personer[key].data.inte_samma_som
        if other.person == person_id
    }
    found |= {other.person: other for other in archive.personer[person_id].data.inte_samma_som}
    return tuple(found[key] for key in sorted(found))
