"""The archive with every look-up noted while somebody reads (`reading.py`).

What has no place of its own here can be read all the same: the reading then counts as one of everything, and the work
is done each time. So a page can be made anew in vain, but never left as it was in vain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from generator.archive.archive import Archive
from generator.archive.namn import Namnregister
from generator.archive.reading import ALL_OF, Seen, SeenSet, note, note_everything, unnoted
from generator.archive.register import Register

K = TypeVar("K")
V = TypeVar("V")

BY_KEY = ("huvudman", "organ", "personer", "arenden", "moten", "bakat", "framat", "moten_i_organ", "bevis", "filer")
"""Mappings of the archive, each of whose keys is a place."""
OF_MEETING: Mapping[str, Callable[[Any], str]] = {
    "punkter": lambda key: str(key).partition("#")[0],
    "punktordning": lambda key: str(key).partition("#")[0],
    "nummer": lambda key: str(key[0]),
}
"""Mappings that are made of the records of meetings alone, and the meeting whose record a key lies in."""
WHOLE = ("datum", "arkiv", "ordlista", "lankare")


def watched(archive: Archive) -> Archive:
    """An archive like this one to whoever reads it, with every look-up noted."""
    return cast("Archive", _Watched(archive))


class _Watched:
    """Stands for an archive: what is noted inside lies here under its own name, all else is asked of the archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        own = self.__dict__
        own.update({name: Seen(name, getattr(archive, name)) for name in BY_KEY})
        own.update({name: Seen("moten", getattr(archive, name), of) for name, of in OF_MEETING.items()})
        own["register"] = _register(archive.register)
        own["namn"] = _names(archive.namn)
        self._lankare = archive.lankare.with_items(own["register"].punkt_av)

    def __getattr__(self, name: str) -> Any:
        """What is no mapping, of the archive; noted as a whole, or as everything."""
        if name in WHOLE:
            note(ALL_OF, name)
        else:
            note_everything()
        return self._lankare if name == "lankare" else getattr(self._archive, name)

    def delad(self, name: str, make: Callable[[Archive], Mapping[K, V]]) -> Mapping[K, V]:
        """As of the archive, each key a place."""
        with unnoted():
            return Seen(f"delad:{name}", self._archive.delad(name, make))


def _register(register: Register) -> Register:
    nodes = {slag: SeenSet(f"noder:{slag}", keys) for slag, keys in register.noder.items()}
    return replace(
        register,
        noder=cast("Mapping[str, frozenset[str]]", nodes),
        diarienummer=Seen("diarienummer", register.diarienummer),
        punkter=Seen("punkter_per_dag", register.punkter),
    )


def _names(names: Namnregister) -> Namnregister:
    return replace(
        names, personer=Seen("namn:personer", names.personer), huvudman=Seen("namn:huvudman", names.huvudman)
    )
