"""What can be found exactly, without asking the index, and what search knows of words.

Names, diarienummer, days and §§ are looked up here first: a reader who types ``SRB § 63`` means one place. Every
reader who searches fetches ``/sok/register.json``: the organ, the words, and the names of the other files. Of those
only the ones that the question begins like are fetched: ``namn-…`` holds persons by each word of their names, ``dnr-…``
cases by diarienummer, ``ar-…`` the meetings of a year. ``sok-fraga.js`` says which.
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
from generator.views.delar.skarvor import skarvor
from generator.views.delar.sokord import sokord

REGISTER = "register"
LARGEST = 120
_WORD = re.compile(r"[^\W_]+")

Delar = dict[str, Any]
"""The files of the register by their name: what they hold."""


def sokregister(archive: Archive) -> Iterator[File]:
    """The register as files, all beside the search page."""
    for name, content in delar(archive).items():
        data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        yield File(f"sok/{name}.json", data, lasting=name == REGISTER)


def delar(archive: Archive) -> Delar:
    """The files of the register: the one that all fetch, then persons, cases and meetings, in parts."""
    names = skarvor(_persons(archive), LARGEST)
    numbers = skarvor(_cases(archive), LARGEST)
    return {
        REGISTER: innehall(archive) | {"namn": list(names), "dnr": list(numbers)},
        **{f"namn-{start}": rows for start, rows in names.items()},
        **{f"dnr-{start}": rows for start, rows in numbers.items()},
        **{f"ar-{year}": held for year, held in _years(archive).items()},
    }


def innehall(archive: Archive) -> dict[str, Any]:
    """What every reader who searches needs: organ with their names and years, other bodies, and the words."""
    return {
        "organ": [_organ(archive, key) for key in sorted(archive.organ)],
        "huvudman": [_body(archive, key) for key in sorted(archive.huvudman)],
    } | ordlistor()


def ordlistor() -> dict[str, Any]:
    """What search knows of words, as its scripts read it."""
    words = sokord()
    return {
        "bojningar": words.bojningar,
        "stoppord": list(words.stoppord),
        "motesord": list(words.motesord),
        "organord": list(words.organord),
        "likord": [list(phrases) for phrases in words.likord],
    }


def _organ(archive: Archive, key: str) -> dict[str, Any]:
    """An organ: id, name, short name, every folded name, and the years in which it met."""
    data = archive.organ[key].data
    names = [data.namn, *([data.kortnamn] if data.kortnamn else []), *(one.namn for one in data.alias)]
    years = {year for mote in archive.moten_i_tid if mote.organ == key and _has_page(mote) for year in _held(mote)}
    return {
        "id": key,
        "namn": data.namn,
        "kort": data.kortnamn or "",
        "former": _folded(names),
        "ar": sorted(years),
    }


def _body(archive: Archive, key: str) -> list[Any]:
    data = archive.huvudman[key].data
    names = [data.namn, *([data.kortnamn] if data.kortnamn else []), *(one.namn for one in data.alias)]
    return [key, data.namn, _folded(names)]


def _folded(names: list[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(_WORD.findall(fold(name))) for name in names))


def _has_page(mote: Mote) -> bool:
    return not (mote.data.avpublicerad or mote.data.flyttat_till)


def _held(mote: Mote) -> range:
    """The years of a meeting: one, but for one that lasted over New Year."""
    return range(mote.datum.year, mote.sista_dag.year + 1)


def _years(archive: Archive) -> dict[int, dict[str, list[list[str]]]]:
    """The meetings of each year, by organ."""
    found: dict[int, dict[str, list[list[str]]]] = {}
    for mote in archive.moten_i_tid:
        if _has_page(mote):
            for year in _held(mote):
                found.setdefault(year, {}).setdefault(mote.organ, []).append(_meeting(mote))
    return dict(sorted(found.items()))


def _meeting(mote: Mote) -> list[str]:
    """The last part of the meeting's id, its last day where it has several, and its §§ as ``57–63, 65``."""
    paragraphs = [
        item.nummer
        for item in mote.punkter
        if item.nummer and item.ankare == f"p{item.nummer}" and (item.punkt.nr or "").startswith("§")
    ]
    last = mote.sista_dag.isoformat() if mote.sista_dag != mote.datum else ""
    return [mote.id.partition("/")[2], intervals(paragraphs).replace("–", "-"), last]


def _cases(archive: Archive) -> Iterator[tuple[str, list[Any]]]:
    """Every case by each of its numbers, written together: id, title, all numbers."""
    for key, record in sorted(archive.arenden.items()):
        numbers = [one.nummer for one in record.data.diarienummer]
        for number in numbers:
            yield "".join(_WORD.findall(fold(number))), [key, record.data.rubrik, numbers]


def _persons(archive: Archive) -> Iterator[tuple[str, list[Any]]]:
    """Everyone who has a page, by each word of each name: name, other forms, the id where it is not the folded name."""
    for key, record in sorted(archive.personer.items()):
        if urls.has_page(record.data):
            name = record.data.namn
            others = sorted({one.namn for one in record.data.varianter})
            row = [name, others, "" if key == "-".join(_WORD.findall(fold(name))) else key]
            for word in dict.fromkeys(word for form in (name, *others) for word in _WORD.findall(fold(form))):
                yield word, row
