"""Authorities (kommun, region, kommunalförbund …): the list, and each with its organ, seats, words and uppdrag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import groupby
from typing import Any

from generator.archive.archive import Archive
from generator.archive.huvudmannabild import Huvudmannabild, huvudmannabild
from generator.archive.moten import Punktplats
from generator.archive.namnd import Namnd, namnda
from generator.archive.uppdrag import AVGJORT, INTE_GIVET, OPPET
from generator.svenska import collation_key, count, long_date
from generator.views import urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.framtradanden import framtradande
from generator.views.delar.harkomst import harledningar
from generator.views.delar.hitleder import omnamnanden
from generator.views.delar.korttext import borjan, en_rad
from generator.views.delar.mandat import mandattabell
from generator.views.delar.namnformer import namnformer
from generator.views.delar.noter import Noter
from generator.views.delar.tackning import tackningsnot
from generator.views.delar.uppdrag import kort_rad
from generator.views.lankar import till, webb
from generator.views.markdown import Lank
from generator.views.render import page
from generator.views.text import mote_punkt_rubrik

SLAG = {
    "kommun": ("Kommun", "Kommuner"),
    "region": ("Region", "Regioner"),
    "kommunalforbund": ("Kommunalförbund", "Kommunalförbund"),
    "bolag": ("Bolag", "Bolag"),
    "forening": ("Förening", "Föreningar"),
    "stat": ("Statlig myndighet", "Statliga myndigheter"),
    "annan": ("Annan huvudman", "Andra"),
}
_ORDER = tuple(SLAG)
SATT = {
    "uppdrag": "får ett uppdrag",
    "inlagg": "har lämnat ett inlägg",
    "skickas_till": "ska få ett utdrag",
    "foredragande": "någon därifrån föredrar eller medverkar",
    "rubrik": "nämns i rubriken",
    "text": "nämns i texten",
}
MEST = 100
"""As many items as the page lists, the latest."""


def pages(archive: Archive) -> Iterator[Planned]:
    """The list of authorities, then each in order of id."""
    named = cache(partial(namnda, archive))
    yield Planned(urls.HUVUDMAN.fil, partial(_list, archive))
    for key in sorted(archive.huvudman):
        yield Planned(urls.huvudman(key).fil, partial(_body, archive, key, named))


def _list(archive: Archive) -> Page:
    return page(urls.HUVUDMAN, "huvudman_lista", {"title": "Huvudmän"}, lista(archive))


def _body(archive: Archive, key: str, named: Callable[[], Mapping[str, Sequence[Namnd]]]) -> Page:
    name = archive.huvudman[key].data.namn
    described = f"{name}: organ, representanter, inlägg och uppdrag enligt arkivets handlingar."
    meta = {"title": name, "description": described, "sok": True, "sok_slag": "Huvudman"}
    context = huvudman(archive, key, huvudmannabild(archive, key), named().get(key, ()))
    return page(urls.huvudman(key), "huvudman", meta, context)


def lista(archive: Archive) -> dict[str, Any]:
    """The context of the list, by kind."""
    keys = sorted(
        archive.huvudman,
        key=lambda key: (_ORDER.index(archive.huvudman[key].data.slag), collation_key(archive.huvudman[key].data.namn)),
    )
    return {
        "tackning": tackningsnot(archive),
        "grupper": [
            {"namn": SLAG[slag][1], "ankare": slag, "lankar": [till(archive, f"huvudman:{key}") for key in group]}
            for slag, group in groupby(keys, key=lambda key: archive.huvudman[key].data.slag)
        ],
    }


def huvudman(archive: Archive, key: str, picture: Huvudmannabild, named: Sequence[Namnd]) -> dict[str, Any]:
    """The context of an authority's page."""
    data = archive.huvudman[key].data
    notes = Noter(archive)
    told = {urls.punkt(one.punkt) for one in named}
    return {
        "namn": data.namn,
        "slag": SLAG[data.slag][0].lower(),
        "kortnamn": data.kortnamn or "",
        "organisationsnummer": data.organisationsnummer or "",
        "webb": webb(data.webbplats, data.webbplats) if data.webbplats else "",
        "referat": en_rad(archive, data.referat) if data.referat else "",
        "alias": namnformer(archive, data.alias),
        "organ": _organ_links(archive, picture.organ),
        "egna": _organ_links(archive, picture.egna),
        "dag": long_date(archive.datum),
        "nu": mandattabell(archive, picture.nu, notes, visa="person"),
        "tidigare": mandattabell(archive, picture.tidigare, notes, visa="person"),
        "noter": notes.rader(),
        "inlagg": [row for item in picture.inlagg for row in _said(archive, key, item)],
        "oppna": [kort_rad(archive, one) for one in picture.uppdrag if one.laget in OPPET],
        "avgjorda": [kort_rad(archive, one) for one in picture.uppdrag if one.laget in AVGJORT],
        "inte_givna": [kort_rad(archive, one) for one in picture.uppdrag if one.laget in INTE_GIVET],
        "punkter": [_named(archive, one) for one in named[:MEST]],
        "antal_punkter": count(len(named), "§ eller punkt", "§§ och punkter"),
        "fler_punkter": len(named) > MEST,
        "till_organen": [kort_rad(archive, one) for one in picture.till_organen],
        "ovriga": [framtradande(archive, row) for row in picture.ovriga],
        "antal_ovriga": count(len(picture.ovriga), "rad", "rader"),
        "omnamnd": [link for link in omnamnanden(archive, picture.omnamnd) if link.till not in told],
        "harlett": harledningar(archive, data),
    }


def _named(archive: Archive, one: Namnd) -> dict[str, Any]:
    return {"punkt": _item(archive, archive.punkter[one.punkt]), "satt": [SATT[way] for way in one.satt]}


def _item(archive: Archive, item: Punktplats) -> Lank:
    return Lank(mote_punkt_rubrik(archive, item.id), urls.punkt(item.id))


def _organ_links(archive: Archive, keys: Iterable[str]) -> list[Lank]:
    links = [till(archive, f"organ:{key}") for key in keys]
    return sorted(links, key=lambda link: collation_key(link.text))


def _said(archive: Archive, key: str, item: Punktplats) -> Iterator[dict[str, Any]]:
    for one in item.punkt.inlagg:
        if one.huvudman == key:
            yield {
                "punkt": _item(archive, item),
                "satt": one.satt or "",
                "eget": one.text is not None,
                "text": borjan(archive, one.text or one.referat or "", 30),
            }
