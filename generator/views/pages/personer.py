"""Persons: the register A–Ö, and a page for everyone whose reader class has one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from generator.archive.archive import Archive
from generator.archive.personbild import Personbild, personbilder
from generator.archive.personnamn import bokstav, registernamn, registernyckel
from generator.model.person import Person
from generator.records.record import Record
from generator.svenska import collation_key, count
from generator.views import urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.framtradanden import framtradande, namngivna, senast_tryckt
from generator.views.delar.harkomst import harledningar
from generator.views.delar.hitleder import omnamnanden
from generator.views.delar.korttext import en_rad
from generator.views.delar.mandat import mandattabell
from generator.views.delar.noter import Noter
from generator.views.delar.personbild import rollbild
from generator.views.delar.tackning import tackningsnot
from generator.views.delar.uppdrag import kort_rad
from generator.views.lankar import huvudman, referenser, till
from generator.views.markdown import Lank
from generator.views.render import page
from generator.views.text import organ_text

KLASS = {"fortroendevald": "Förtroendevald", "tjansteperson": "Tjänsteperson"}
_ANKARE = {"Å": "aring", "Ä": "auml", "Ö": "ouml", "#": "ovriga"}


def pages(archive: Archive) -> Iterator[Planned]:
    """The register, then each person in order of id."""
    persons = {key: record for key, record in sorted(archive.personer.items()) if urls.has_page(record.data)}
    pictures = archive.delad("personbilder", personbilder)
    titles = archive.delad("persontitlar", lambda whole: unique_titles(whole, persons, pictures))
    yield Planned(urls.PERSONER.fil, lambda: _register(archive, persons, pictures))
    for key in persons:
        yield Planned(urls.person(key).fil, partial(_person, archive, key, titles, pictures), watched=True)


def _register(archive: Archive, persons: Mapping[str, Record[Person]], pictures: Mapping[str, Personbild]) -> Page:
    return page(urls.PERSONER, "personer", {"title": "Personer A–Ö"}, register(archive, persons, pictures))


def _person(archive: Archive, key: str, titles: Mapping[str, str], pictures: Mapping[str, Personbild]) -> Page:
    picture = pictures[key]
    meta = _meta(archive, archive.personer[key], titles[key], picture)
    return page(urls.person(key), "person", meta, person(archive, key, picture))


def _meta(archive: Archive, record: Record[Person], title: str, picture: Personbild) -> dict[str, Any]:
    motes = {row.mote for row in picture.framtradanden} | {one.mote for one in picture.namngivningar}
    organs = {mote.partition("/")[0] for mote in motes} | {seat.organ for seat in picture.mandat}
    names = sorted((organ_text(archive, key) for key in organs), key=collation_key)
    described = f"{record.data.namn}: roller, möten och uppdrag enligt arkivets handlingar."
    meta = {"title": title, "description": described, "sok": True, "sok_slag": "Person"}
    last = {"sok_senast": max(archive.moten[mote].datum.year for mote in motes)} if motes else {}
    return {**meta, **last, **({"sok_organ": names} if names else {})}


def unique_titles(
    archive: Archive, persons: Mapping[str, Record[Person]], pictures: Mapping[str, Personbild]
) -> dict[str, str]:
    """A title for each page: the name, with party and authority (or else the id) where two share it."""
    titles = {key: record.data.namn for key, record in persons.items()}
    for tell in (lambda key: senast_tryckt(archive, key, pictures[key]).text, lambda key: key):
        doubles = _doubles(titles.values())
        titles = {
            key: f"{persons[key].data.namn} ({tell(key)})" if title in doubles and tell(key) else title
            for key, title in titles.items()
        }
    return titles


def _doubles(titles: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    return {title for title in titles if title in seen or seen.add(title)}  # type: ignore[func-returns-value]


def register(
    archive: Archive, persons: Mapping[str, Record[Person]], pictures: Mapping[str, Personbild]
) -> dict[str, Any]:
    """The context of A–Ö: letters with their persons, each with what was last printed beside the name."""
    staff = archive.arkiv.data.tjanstepersoner_i_register
    listed = [key for key, one in persons.items() if staff or one.data.lasarklass == "fortroendevald"]
    listed.sort(key=lambda key: (registernyckel(persons[key].data), key))
    letters = [
        {
            "bokstav": letter,
            "ankare": f"bokstav-{_ANKARE.get(letter, letter.lower())}",
            "personer": [_register_row(archive, key, persons[key].data, pictures[key]) for key in keys],
        }
        for letter, keys in groupby(listed, key=lambda key: bokstav(persons[key].data))
    ]
    return {
        "bokstaver": letters,
        "antal": count(len(listed), "person", "personer"),
        "med_tjanstepersoner": staff,
        "tackning": tackningsnot(archive),
    }


def _register_row(archive: Archive, key: str, data: Person, picture: Personbild) -> dict[str, Any]:
    printed = senast_tryckt(archive, key, picture)
    return {"namn": Lank(registernamn(data), urls.person(key)), "tryckt": printed.text}


def person(archive: Archive, key: str, picture: Personbild) -> dict[str, Any]:
    """The context of a person's page."""
    data = archive.personer[key].data
    printed = senast_tryckt(archive, key, picture)
    notes = Noter(archive)
    rows = [framtradande(archive, row) for row in picture.framtradanden]
    named = namngivna(archive, picture.namngivningar)
    told = {row["punkt"].till for group in named for row in group["rader"] if row["punkt"]}
    return {
        "namn": data.namn,
        "klass": KLASS[data.lasarklass],
        "titel": data.titel or "",
        "organisation": data.organisation or "",
        "huvudman": huvudman(archive, data.huvudman),
        "tryckt": printed.text,
        "tryckt_i": printed.kalla,
        "mandat": mandattabell(archive, picture.mandat, notes, visa="organ"),
        "noter": notes.rader(),
        "bild": rollbild(archive, data.namn, picture) or "",
        "moten": by_year(row for row in rows if row["slag"] == "narvarande"),
        "antal_moten": count(len({row.mote for row in picture.framtradanden if row.narvarande}), "möte", "möten"),
        "kallad": by_year(row for row in rows if row["slag"] == "kallad"),
        "forhinder": [row for row in rows if row["slag"] == "forhinder"],
        "franvarande": [row for row in rows if row["slag"] == "franvarande"],
        "ersatte": [row for row in rows if row["slag"] == "narvarande" and row["ersatter"]],
        "ersatt": [framtradande(archive, row) for row in picture.ersatt],
        "namngivna": named,
        "uppdrag": [kort_rad(archive, one) for one in picture.uppdrag],
        "omnamnd": [link for link in omnamnanden(archive, picture.omnamnd) if link.till not in told],
        "varianter": [
            {"namn": one.namn, "skal": en_rad(archive, one.skal), "kallor": referenser(archive, one.i)}
            for one in data.varianter
        ],
        "forvaxlingar": [
            {"person": till(archive, f"person:{one.person}"), "skal": en_rad(archive, one.skal)}
            for one in picture.forvaxlingar
        ],
        "harlett": harledningar(archive, data),
        "anmarkning": en_rad(archive, data.anmarkning) if data.anmarkning else "",
    }


def by_year(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows in order of time, under their years."""
    groups = [(year, list(group)) for year, group in groupby(rows, key=lambda row: row["ar"])]
    return [{"ar": year, "rader": found, "antal": len({row["mote"] for row in found})} for year, found in groups]
