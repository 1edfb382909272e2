"""``/sok/register.json``: what can be found exactly, without asking the index, and what search knows of words.

Names, diarienummer, days and §§ are looked up here first: a reader who types ``SRB § 63`` means one place. The file
is read by ``sok-fraga.js`` and holds no more than it needs, since every reader who searches fetches it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.svenska import fold, intervals
from generator.views import urls
from generator.views.artifacts import File
from generator.views.delar.sokord import sokord

REGISTER = "sok/register.json"
_WORD = re.compile(r"[^\W_]+")


def sokregister(archive: Archive) -> File:
    """The register as a file."""
    return File(REGISTER, json.dumps(innehall(archive), ensure_ascii=False, separators=(",", ":")).encode())


def innehall(archive: Archive) -> dict[str, Any]:
    """Organ with their names and meetings, other bodies, cases by number, persons by name, and the words."""
    words = sokord()
    return {
        "organ": [_organ(archive, key) for key in sorted(archive.organ)],
        "huvudman": [_body(archive, key) for key in sorted(archive.huvudman)],
        "arenden": [_case(archive, key) for key in sorted(archive.arenden)],
        "personer": list(_persons(archive)),
        "bojningar": words.bojningar,
        "stoppord": list(words.stoppord),
        "motesord": list(words.motesord),
        "organord": list(words.organord),
        "likord": [list(phrases) for phrases in words.likord],
    }


def _organ(archive: Archive, key: str) -> dict[str, Any]:
    """An organ: id, name, short name, every folded name, and its meetings with their §§."""
    data = archive.organ[key].data
    names = [data.namn, *([data.kortnamn] if data.kortnamn else []), *(one.namn for one in data.alias)]
    return {
        "id": key,
        "namn": data.namn,
        "kort": data.kortnamn or "",
        "former": _folded(names),
        "moten": [_meeting(mote) for mote in archive.moten_i_tid if mote.organ == key and _has_page(mote)],
    }


def _body(archive: Archive, key: str) -> list[Any]:
    data = archive.huvudman[key].data
    names = [data.namn, *([data.kortnamn] if data.kortnamn else []), *(one.namn for one in data.alias)]
    return [key, data.namn, _folded(names)]


def _folded(names: list[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(_WORD.findall(fold(name))) for name in names))


def _has_page(mote: Mote) -> bool:
    return not (mote.data.avpublicerad or mote.data.flyttat_till)


def _meeting(mote: Mote) -> list[str]:
    """The last part of the meeting's id, its last day where it has several, and its §§ as ``57–63, 65``."""
    paragraphs = [
        item.nummer
        for item in mote.punkter
        if item.nummer and item.ankare == f"p{item.nummer}" and (item.punkt.nr or "").startswith("§")
    ]
    last = mote.sista_dag.isoformat() if mote.sista_dag != mote.datum else ""
    return [mote.id.partition("/")[2], intervals(paragraphs).replace("–", "-"), last]


def _case(archive: Archive, key: str) -> list[Any]:
    data = archive.arenden[key].data
    return [key, data.rubrik, [number.nummer for number in data.diarienummer]]


def _persons(archive: Archive) -> Iterator[list[Any]]:
    """Everyone who has a page: name, other printed forms of it, and the id where it is not the folded name."""
    for key, record in sorted(archive.personer.items()):
        if urls.has_page(record.data):
            name = record.data.namn
            others = sorted({one.namn for one in record.data.varianter})
            yield [name, others, "" if key == "-".join(_WORD.findall(fold(name))) else key]
