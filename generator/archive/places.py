"""What stands at each place of the archive, as a sum: equal sums mean that whoever reads the place reads the same.

The sums are of content (a record counts as the sum of its file), so they can be kept from one build to the next.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from operator import attrgetter
from typing import Any, cast

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.prosa import Lankare
from generator.archive.reading import ALL_OF
from generator.model.bas import Post
from generator.model.narvarorad import Tolkning
from generator.records.record import Record

_LENGTH = 12
_NOTHING = object()
_OF_RECORD = (Post, Tolkning)
"""What stands in a record as it is."""
_PLAIN = frozenset({str, int, bool, type(None)})


def _summed(told: str) -> hashlib.blake2b:
    return hashlib.blake2b(told.encode(), digest_size=_LENGTH)


_EMPTY = _summed("-").digest()
"""The sum of a place where nothing stands."""


class Places:
    """The sums of an archive's places, each reckoned once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._known: defaultdict[str, dict[Any, bytes]] = defaultdict(dict)
        self._mappings: dict[str, Mapping[Any, Any]] = {}
        self._ways: dict[type, Callable[[Any], str]] = {}
        self._kept: list[Any] = []

    def sums(self, name: str, keys: Sequence[Any]) -> bytes:
        """What stands at the places of a name, in 12 bytes each; of a place where nothing stands as well.

        Raises KeyError for a name that no archive has.
        """
        known = self._known[name]
        return b"".join([known.get(key) or self._sum(name, key) for key in keys])

    def _sum(self, name: str, key: Any) -> bytes:
        value = self._at(name, key)
        found = _EMPTY if value is _NOTHING else _summed(self._told(value)).digest()
        self._known[name][key] = found
        return found

    def _at(self, name: str, key: Any) -> Any:
        if name == ALL_OF:
            return getattr(self._archive, key)
        family, _, part = name.partition(":")
        if family == "noder":
            return key in self._archive.register.noder[part]
        return self._mapping(name).get(key, _NOTHING)

    def _mapping(self, name: str) -> Mapping[Any, Any]:
        """What holds the places of a name, by their keys."""
        if name not in self._mappings:
            self._mappings[name] = self._found(*name.partition(":")[::2])
        return self._mappings[name]

    def _found(self, family: str, part: str) -> Mapping[Any, Any]:
        register, names = self._archive.register, self._archive.namn
        special: dict[str, Mapping[Any, Any]] = {
            "diarienummer": register.diarienummer,
            "punkter_per_dag": register.punkter,
            "namn": names.personer if part == "personer" else names.huvudman,
        }
        if family == "delad":
            return self._archive.delade[part]
        return special[family] if family in special else cast("Mapping[Any, Any]", getattr(self._archive, family))

    def _told(self, value: Any) -> str:
        """A value in words that are equal for equal values, whichever process reads it."""
        if type(value) in _PLAIN:
            return repr(value)
        how = self._ways.get(type(value))
        if how is None:
            how = self._ways[type(value)] = self._way(value)
        return how(value)

    def _way(self, value: Any) -> Callable[[Any], str]:
        """How values of a type are told. Raises TypeError for one that the archive does not hold."""
        for types, how in (
            (Mote, lambda one: self._told(one.record)),
            (Record, lambda one: f"{one.kind}/{one.id}={one.summa}"),
            (Lankare, lambda one: self._told(one.numbers)),
            (bytes, lambda one: hashlib.sha256(one).hexdigest()),
            (str | int | float | dt.date | dt.time | Enum | Post, repr),
            (tuple | list, self._told_of_list),
            (Set, lambda one: f"{{{','.join(sorted(map(self._told, one)))}}}"),
            (Mapping, self._told_of_mapping),
        ):
            if isinstance(value, types):
                return how
        if is_dataclass(value):
            return self._of_part(tuple(one.name for one in fields(value)))
        raise TypeError(f"no sum is known for a {type(value).__name__}")

    def _told_of_list(self, value: Sequence[Any]) -> str:
        if _PLAIN.issuperset(map(type, value)):  # the place of a field, as nearly all are
            return repr(value)
        return f"({','.join(map(self._told, value))})"

    def _told_of_mapping(self, value: Mapping[Any, Any]) -> str:
        return f"{{{','.join(sorted(f'{self._told(key)}:{self._told(one)}' for key, one in value.items()))}}}"

    def _of_part(self, names: tuple[str, ...]) -> Callable[[Any], str]:
        """How something of the archive's own is told; of what lies in a meeting's record, the record stands for it.

        Each is told once, though it stands at many places: a row stands with its meeting and with its person.
        """
        known: dict[int, str] = {}
        values_of = attrgetter(*names)

        def told(value: Any) -> str:
            found = known.get(id(value))
            if found is None:
                mote = getattr(value, "mote", None)
                within = self._archive.moten.get(mote) if isinstance(mote, str) else None
                inside = _OF_RECORD if within else ()
                values = values_of(value) if len(names) > 1 else (values_of(value),)
                parts = [
                    repr(one) if type(one) in _PLAIN else self._told(one)
                    for one in values
                    if not isinstance(one, inside)
                ]
                found = f"{type(value).__name__}({self._told(within)};{','.join(parts)})"
                known[id(value)] = found = _summed(found).hexdigest()
                self._kept.append(value)  # an id is a value's own only as long as the value is there
            return found

        return told
