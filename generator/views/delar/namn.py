"""Names as documents print them, each linked to the person that the archive holds it to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.archive.archive import Archive
from generator.archive.namn import normal
from generator.model.narvaro import Medverkande
from generator.model.walk import Loc
from generator.views import urls
from generator.views.delar.uppslag import Uppslag
from generator.views.markdown import Lank
from generator.views.text import person_text


def namn(up: Uppslag, mote: str, loc: Loc, who: Medverkande) -> dict[str, Any]:
    """A name as printed; `huvudnamn` is the archive's name for the person, where it is another."""
    found = up.namn.get(mote, {}).get(loc)
    person = found.person if found else None
    if found is None or person is None:
        return {"lank": Lank(who.rad), "huvudnamn": ""}
    lank = Lank(who.rad, urls.nod(up.archive, f"person:{person}"))
    return {"lank": lank, "huvudnamn": huvudnamn(up.archive, person, found.tolkning.namn)}


def namnlista(up: Uppslag, mote: str, loc: Loc, persons: Sequence[Medverkande]) -> list[dict[str, Any]]:
    """The names of one field of a record, whose place is `loc`, in order of print."""
    return [namn(up, mote, (*loc, number), who) for number, who in enumerate(persons)]


def huvudnamn(archive: Archive, person: str, printed: str) -> str:
    """The archive's name for a person where it differs from the printed one, else nothing."""
    head = person_text(archive, person)
    return "" if normal(head) == normal(printed) else head
