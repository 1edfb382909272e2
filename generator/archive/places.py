"""What stands at each place of the archive, as a sum: equal sums mean that whoever reads the place reads the same.

The sums are of content (a record counts as the sum of its file), so they can be kept from one build to the next.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Mapping, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, cast

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.prosa import Lankare
from generator.archive.reading import ALL_OF, Place
from generator.model.bas import Post
from generator.model.narvarorad import Tolkning
from generator.records.record import Record

_LENGTH = 12
_NOTHING = object()
_UNKNOWN = "no sum is known for a "


class Places:
    """The sums of an archive's places, each reckoned once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._known: dict[Place, bytes] = {}

    def sum(self, place: Place) -> bytes:
        """What stands at the place, in 12 bytes; of a place where nothing stands as well.

        Raises KeyError for a name that no archive has.
        """
        found = self._known.get(place)
        if found is None:
            told = self._told(self._at(*place))
            found = self._known[place] = hashlib.blake2b(told.encode(), digest_size=_LENGTH).digest()
        return found

    def _at(self, name: str, key: Any) -> Any:
        if name == ALL_OF:
            return getattr(self._archive, key)
        family, _, part = name.partition(":")
        if family == "noder":
            return key in self._archive.register.noder[part]
        return self._mapping(family, part).get(key, _NOTHING)

    def _mapping(self, family: str, part: str) -> Mapping[Any, Any]:
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
        if isinstance(value, Mote):
            return self._told(value.record)
        if isinstance(value, Record):
            return f"{value.kind}/{value.id}={value.summa}"
        if is_dataclass(value):
            return self._told_of_part(value)
        if isinstance(value, Collection) and not isinstance(value, str):
            return self._told_of_many(value)
        return self._told_of_one(value)

    def _told_of_many(self, value: Collection[Any]) -> str:
        if isinstance(value, bytes):
            return hashlib.sha256(value).hexdigest()
        if isinstance(value, tuple | list):
            return f"({','.join(map(self._told, value))})"
        if isinstance(value, Set):
            return f"{{{','.join(sorted(map(self._told, value)))}}}"
        if isinstance(value, Mapping):
            return f"{{{','.join(sorted(f'{self._told(key)}:{self._told(one)}' for key, one in value.items()))}}}"
        raise TypeError(_UNKNOWN + type(value).__name__)

    def _told_of_one(self, value: Any) -> str:
        if value is _NOTHING:
            return "-"
        if isinstance(value, Lankare):
            return self._told(value.numbers)
        if value is None or isinstance(value, str | int | float | dt.date | dt.time | Enum | Post):
            return repr(value)
        raise TypeError(_UNKNOWN + type(value).__name__)

    def _told_of_part(self, value: Any) -> str:
        """Something of the archive's own; of what lies in a meeting's record, the record stands for it."""
        mote = getattr(value, "mote", None)
        within = self._archive.moten.get(mote) if isinstance(mote, str) else None
        values = (getattr(value, one.name) for one in fields(value))
        told = (self._told(one) for one in values if not (within and isinstance(one, Post | Tolkning)))
        return f"{type(value).__name__}({self._told(within)};{','.join(told)})"
