"""Addresses inside the archive, as a registrar writes them: which record, and which place in it.

=====================================================  ===================================
``strategisk-regional-beredning/2024-10-11``           a meeting
``strategisk-regional-beredning/2024-10-11#p63``       a § or point of it
``uppdrag:strategisk-regional-beredning/2024-10-11#p63``  the uppdrag given there (``/2`` for the second)
``anslag:strategisk-regional-beredning/2024-10-11``    the anslag of a meeting (``-2`` for the second)
``person:lina-eriksson``  ``organ:…``  ``huvudman:…``  those records
``arende:hsf240207`` or ``HSF240207``                  a case, by record or by diarienummer
``term:justering``                                     an entry of the glossary
=====================================================  ===================================
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Slag = Literal["mote", "punkt", "uppdrag", "anslag", "person", "organ", "huvudman", "arende", "diarienummer", "term"]

# A name with å or a capital in it is no name of a record, but it is clear what it was meant to be.
_ID = r"[^\s/#:|\[\]]+"
_MOTE = re.compile(
    rf"(?P<organ>{_ID})/(?P<dag>\d{{4}}-\d{{2}}-\d{{2}}(?:-\d+)?)(?:#(?P<ankare>[a-z0-9-]+))?(?:/(?P<ordning>\d{{1,4}}))?"
)
_PREFIX = re.compile(rf"(?P<slag>person|organ|huvudman|arende|term):(?P<id>{_ID})")
LANK = re.compile(r"\[\[(?P<mal>[^\[\]|\n]*)(?:\|(?P<text>[^\[\]\n]*))?\]\]")


@dataclass(frozen=True)
class Mal:
    """A reference that has been read: `slag` says what kind, `id` which record (for a meeting ``organ/datum``)."""

    slag: Slag
    id: str
    ankare: str | None = None
    ordning: int | None = None


def read_mal(text: str) -> Mal:
    """What a reference points to. Text that has no known form is taken as a diarienummer."""
    text = text.strip()
    if found := _PREFIX.fullmatch(text):
        return Mal(found["slag"], found["id"])  # type: ignore[arg-type]
    prefix, _, rest = text.partition(":")
    if prefix in {"uppdrag", "anslag"}:
        kind: Slag = "uppdrag" if prefix == "uppdrag" else "anslag"
        if found := _MOTE.fullmatch(rest):
            order = int(found["ordning"]) if found["ordning"] else None
            return Mal(kind, f"{found['organ']}/{found['dag']}", found["ankare"], order)
        return Mal(kind, rest.strip())
    if (found := _MOTE.fullmatch(text)) and not found["ordning"]:
        slag: Slag = "punkt" if found["ankare"] else "mote"
        return Mal(slag, f"{found['organ']}/{found['dag']}", found["ankare"])
    return Mal("diarienummer", text)


def normal_diarienummer(text: str) -> str:
    """The form in which two printed diarienummer are the same: no white space, upper case, no ``Dnr`` in front."""
    return re.sub(r"^DNR[:.]?", "", re.sub(r"\s+", "", text).upper())
