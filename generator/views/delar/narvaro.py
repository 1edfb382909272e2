"""Attendance for readers: each list in reading order, each row with whom it means and what it says of him or her.

Nobody is said to be absent who is only missing from a list, and an empty seat or a placeholder is nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.narvaro import Framtradande
from generator.model.narvaro import Kallade, Narvaro, Narvarorad
from generator.model.walk import Loc
from generator.views import lankar
from generator.views.delar.harkomst import harledningar
from generator.views.delar.namn import huvudnamn
from generator.views.delar.uppslag import Uppslag
from generator.views.markdown import prose


def narvaro(up: Uppslag, mote: Mote, dokument: int) -> list[dict[str, Any]]:
    """The lists of those present, prevented or absent, by the key of the list, in reading order; no empty ones."""
    return _lists(up, mote, ("dokument", dokument, "narvaro"), mote.data.dokument[dokument].narvaro)


def kallade(up: Uppslag, mote: Mote, dokument: int) -> list[dict[str, Any]]:
    """The lists of those called, in the same form."""
    return _lists(up, mote, ("dokument", dokument, "kallade"), mote.data.dokument[dokument].kallade)


def _lists(up: Uppslag, mote: Mote, loc: Loc, groups: Kallade | Narvaro | None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for key in type(groups).model_fields if groups else ():
        rows: Sequence[Narvarorad] = getattr(groups, key)
        if rows:
            listed = up.rader.get(mote.id, {})
            persons = sum((*loc, key, number) in listed for number in range(len(rows)))
            found.append({"lista": key, "antal": persons, "avdelningar": _sections(up, mote, (*loc, key), rows)})
    return found


def _sections(up: Uppslag, mote: Mote, loc: Loc, rows: Sequence[Narvarorad]) -> list[dict[str, Any]]:
    """The rows under the headings that are printed inside the list; the first section may have none."""
    sections: list[dict[str, Any]] = [{"rubrik": "", "rader": []}]
    for number, row in enumerate(rows):
        if row.rubrik:
            sections.append({"rubrik": row.rubrik, "rader": []})
        else:
            sections[-1]["rader"].append(_row(up, mote, (*loc, number), row))
    return sections if sections[0]["rader"] else sections[1:]


def _row(up: Uppslag, mote: Mote, loc: Loc, row: Narvarorad) -> dict[str, Any]:
    shown = up.rader.get(mote.id, {}).get(loc)
    common = {
        "tryckt": row.rad or "",
        "anmarkning": prose(up.archive, row.anmarkning) if row.anmarkning else None,
        "harlett": harledningar(up.archive, row, row.rad or ""),
    }
    if shown is None:
        return {**common, "ingen": True}
    return {**common, "ingen": False, **_person(up.archive, shown), **deltagande(up.archive, shown)}


def _person(archive: Archive, shown: Framtradande) -> dict[str, Any]:
    read = shown.tolkning
    return {
        "namn": lankar.valfri(archive, "person", shown.person, read.namn),
        "huvudnamn": huvudnamn(archive, shown.person, read.namn) if shown.person else "",
        "parti": read.parti,
        "roll": read.roll,
        "huvudman": lankar.huvudman(archive, shown.huvudman),
        "titel": shown.titel,
    }


def deltagande(archive: Archive, shown: Framtradande) -> dict[str, Any]:
    """For whom someone was there, in which §§, when and how, for the macros `ersatter` and `omfang`."""
    read = shown.tolkning
    return {
        "ersatter": _substituted(archive, shown),
        "omfattar": read.omfattar.tryckt if read.omfattar else None,
        "utom": read.utom.tryckt if read.utom else None,
        "tid": _times(shown),
        "distans": read.distans,
    }


def _substituted(archive: Archive, shown: Framtradande) -> dict[str, Any] | None:
    other = shown.tolkning.ersatter
    if other is None:
        return None
    return {
        "namn": lankar.valfri(archive, "person", shown.ersatter, other.namn),
        "huvudnamn": huvudnamn(archive, shown.ersatter, other.namn) if shown.ersatter else "",
        "parti": other.parti,
    }


def _times(shown: Framtradande) -> str | None:
    """The printed times, else those of the long form, either of which may be missing: ``från kl. 9.00``."""
    row = shown.rad
    first, last = shown.tolkning.tid or (f"{time:%H.%M}" if time else "" for time in (row.fran, row.till))
    if first and last:
        return f"kl. {first}–{last}"
    return f"från kl. {first}" if first else f"till kl. {last}" if last else None
