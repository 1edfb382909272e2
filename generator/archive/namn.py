"""Who a printed name is: only an exact name joins by itself, everything else a person has written down."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from generator.model.organ import Huvudman
from generator.model.person import Person
from generator.records.record import Record


def normal(name: str) -> str:
    """The form in which two printed names are the same: NFC, one space, no difference of case."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


_key = cache(normal)
"""The same names stand in list after list."""


@dataclass(frozen=True)
class Namnregister:
    """Which records carry a name: `personer` and `huvudman` map a normal name to ids, in order."""

    personer: Mapping[str, tuple[str, ...]]
    huvudman: Mapping[str, tuple[str, ...]]

    def person(self, name: str) -> str | None:
        """The one person with exactly this name; None where there is none or more than one."""
        found = self.personer.get(_key(name), ())
        return found[0] if len(found) == 1 else None

    def myndighet(self, name: str) -> str | None:
        """The one authority with exactly this name or alias."""
        found = self.huvudman.get(_key(name), ())
        return found[0] if len(found) == 1 else None


def register(personer: Iterable[Record[Person]], huvudman: Iterable[Record[Huvudman]]) -> Namnregister:
    """The register of every name that the records of persons and authorities give."""
    persons: dict[str, set[str]] = defaultdict(set)
    for record in personer:
        for name in (record.data.namn, *(variant.namn for variant in record.data.varianter)):
            persons[normal(name)].add(record.id)
    bodies: dict[str, set[str]] = defaultdict(set)
    for body in huvudman:
        for name in filter(None, (body.data.namn, body.data.kortnamn, *(alias.namn for alias in body.data.alias))):
            bodies[normal(name)].add(body.id)
    return Namnregister(_sorted(persons), _sorted(bodies))


def _sorted(names: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(sorted(ids)) for name, ids in sorted(names.items())}
