"""What a meeting page looks up, grouped once for all meetings: rows of attendance, names, uppdrag, anslag."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.archive.anslag import Anslagsplats
from generator.archive.archive import Archive
from generator.archive.narvaro import Framtradande, Namngivning
from generator.archive.uppdrag import Uppdragsplats
from generator.records.nodes import Loc

T = TypeVar("T")


@dataclass(frozen=True)
class Uppslag:
    """The archive with its appearances and namings by meeting and place, its uppdrag by item, its anslag by meeting."""

    archive: Archive
    rader: Mapping[tuple[str, Loc], Framtradande]
    namn: Mapping[tuple[str, Loc], Namngivning]
    uppdrag: Mapping[str, tuple[Uppdragsplats, ...]]
    anslag: Mapping[str, tuple[Anslagsplats, ...]]


def uppslag(archive: Archive) -> Uppslag:
    """Group what the meeting pages need."""
    return Uppslag(
        archive,
        {(row.mote, row.loc): row for row in archive.framtradanden},
        {(one.mote, one.loc): one for one in archive.namngivningar},
        _grouped(archive.uppdrag, lambda one: one.punkt),
        _grouped((one for one in archive.anslag if one.mote), lambda one: one.mote or ""),
    )


def _grouped(values: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for value in values:
        found[key(value)].append(value)
    return {name: tuple(group) for name, group in found.items()}
