"""What a meeting page looks up, grouped once for all meetings: rows of attendance, names, uppdrag, anslag."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.archive.anslag import Anslagsplats
from generator.archive.archive import Archive
from generator.archive.narvaro import Framtradande, Namngivning
from generator.archive.uppdrag import Uppdragsplats
from generator.model.walk import Loc

T = TypeVar("T")
R = TypeVar("R", Framtradande, Namngivning)


@dataclass(frozen=True)
class Uppslag:
    """The archive with appearances and namings by meeting and place in it, uppdrag by item, anslag by meeting."""

    archive: Archive
    rader: Mapping[str, Mapping[Loc, Framtradande]]
    namn: Mapping[str, Mapping[Loc, Namngivning]]
    uppdrag: Mapping[str, tuple[Uppdragsplats, ...]]
    anslag: Mapping[str, tuple[Anslagsplats, ...]]


def uppslag(archive: Archive) -> Uppslag:
    """Group what the meeting pages need."""
    return Uppslag(
        archive,
        archive.delad("rader", lambda whole: _by_place(whole.framtradanden)),
        archive.delad("namn", lambda whole: _by_place(whole.namngivningar)),
        archive.delad("uppdrag", lambda whole: _grouped(whole.uppdrag, lambda one: one.punkt)),
        archive.delad("anslag", lambda whole: _grouped(_of_meetings(whole), lambda one: one.mote or "")),
    )


def _of_meetings(archive: Archive) -> Iterator[Anslagsplats]:
    return (one for one in archive.anslag if one.mote)


def _by_place(rows: Iterable[R]) -> dict[str, dict[Loc, R]]:
    found: dict[str, dict[Loc, R]] = defaultdict(dict)
    for row in rows:
        found[row.mote][row.loc] = row
    return dict(found)


def _grouped(values: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for value in values:
        found[key(value)].append(value)
    return {name: tuple(group) for name, group in found.items()}
