"""Backlinks for readers: which other meetings, items and cases refer to a place, and in what way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.archive.archive import Archive
from generator.archive.graph import Kant
from generator.archive.synligt import synligt_mote
from generator.svenska import collation_key
from generator.views import lankar
from generator.views.text import arende_text

VISADE = ("punkt", "mote", "arende")
HUR = {
    "uppdrag": "tar upp uppdraget",
    "aterrapporterat_i": "säger att återrapporten finns här",
    "foljer_av": "ger ett uppdrag som följer av detta",
    "senast_mote": "vill ha en återrapport vid mötet",
    "avser": "har detta som underlag",
    "anmald_i": "säger att jäv anmäldes här",
    "del_av": "hölls under detta möte",
    "ersatts_av": "ersattes av detta möte",
    "ersatter": "säger att detta möte ersätts",
    "till": "hänvisar hit",
    "mote": "nämner mötet",
    "kand_genom": "är känt genom detta",
    "i": "har en rubrik härifrån",
    "ur": "arkivet har slutit något härifrån",
}
"""In what way a field refers, the most telling first; a page says one way for each that refers."""
_ORDNING = {falt: order for order, falt in enumerate(HUR)}
_OVRIGT = "nämner detta"


def hit_leder(archive: Archive, nodes: Iterable[str], eget_mote: str) -> list[dict[str, Any]]:
    """Who refers to any of the nodes, each once, those of the meeting itself left out, the earliest first."""
    fields: dict[str, set[str]] = {}
    for edge in (edge for node in nodes for edge in archive.bakat.get(node, ())):
        if _shown(archive, edge, eget_mote):
            fields.setdefault(edge.fran, set()).add(edge.falt)
    return [
        {"lank": lankar.till(archive, node, _text(archive, node)), "hur": _how(fields[node])}
        for node in sorted(fields, key=lambda node: _order(archive, node))
    ]


def _how(fields: set[str]) -> str:
    best = min(fields, key=lambda falt: (_ORDNING.get(falt, len(_ORDNING)), falt))
    return HUR.get(best, _OVRIGT)


def _text(archive: Archive, node: str) -> str:
    """A case by its title too; what other nodes are called says enough."""
    slag, _, key = node.partition(":")
    return arende_text(archive, key) if slag == "arende" else ""


def _shown(archive: Archive, edge: Kant, eget_mote: str) -> bool:
    slag, _, key = edge.fran.partition(":")
    if slag not in VISADE or key.partition("#")[0] == eget_mote:
        return False
    return slag == "arende" or synligt_mote(archive, key.partition("#")[0])


def _order(archive: Archive, node: str) -> tuple[object, ...]:
    slag, _, key = node.partition(":")
    if slag == "arende":
        return (0, "", collation_key(archive.arenden[key].data.rubrik))
    mote = archive.moten[key.partition("#")[0]]
    number = archive.punkter[key].nummer if slag == "punkt" else None
    return (1, mote.datum.isoformat(), collation_key(mote.organ), number or 0, key)
