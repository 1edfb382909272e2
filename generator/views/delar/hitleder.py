"""Backlinks for readers: which meetings, items, cases and other pages refer to a place, and in what way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.archive.archive import Archive
from generator.archive.graph import Kant
from generator.archive.synligt import synligt_mote
from generator.svenska import collation_key
from generator.views import lankar
from generator.views.markdown import Lank
from generator.views.text import arende_text, mote_punkt_rubrik, node_text

VISADE = frozenset({"punkt", "mote", "arende"})
"""What refers to a meeting or an item and is said to."""
SIDOR = VISADE | {"organ", "huvudman", "person"}
"""What has a page of its own where something is mentioned."""
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
    "kand_genom": "är känt härifrån",
    "i": "har en tryckt rubrik härifrån",
    "ur": "bygger en slutsats på detta",
}
"""In what way a field refers, the most telling first; a page says one way for each that refers."""
_ORDNING = {falt: order for order, falt in enumerate(HUR)}
_OVRIGT = "nämner detta"


def hit_leder(archive: Archive, nodes: Iterable[str], eget_mote: str) -> list[dict[str, Any]]:
    """Who refers to any of the nodes, each once, those of the meeting itself left out, the earliest first."""
    fields: dict[str, set[str]] = {}
    for edge in (edge for node in nodes for edge in archive.bakat.get(node, ())):
        if _shown(archive, edge, VISADE) and _mote(edge.fran) != eget_mote:
            fields.setdefault(edge.fran, set()).add(edge.falt)
    return [{"lank": _link(archive, node), "hur": _how(fields[node])} for node in _in_order(archive, fields)]


def omnamnanden(archive: Archive, edges: Iterable[Kant]) -> list[Lank]:
    """Links to the pages that the given links come from, each once, the earliest first; in what way is not said."""
    nodes = {edge.fran for edge in edges if _shown(archive, edge, SIDOR)}
    links = [_link(archive, node) for node in _in_order(archive, nodes)]
    return [link for link in links if link.till]


def _how(fields: set[str]) -> str:
    best = min(fields, key=lambda falt: (_ORDNING.get(falt, len(_ORDNING)), falt))
    return HUR.get(best, _OVRIGT)


def _link(archive: Archive, node: str) -> Lank:
    """An item and a case by their titles too; what other nodes are called says enough."""
    slag, _, key = node.partition(":")
    with_title = {"punkt": mote_punkt_rubrik, "arende": arende_text}.get(slag)
    return lankar.till(archive, node, with_title(archive, key) if with_title else "")


def _mote(node: str) -> str:
    """The meeting that a node is, or lies in; of another node its own name."""
    return node.partition(":")[2].partition("#")[0]


def _shown(archive: Archive, edge: Kant, kinds: frozenset[str]) -> bool:
    """Whether readers are told of it: not of what stands in a meeting that was taken away or has moved."""
    slag = edge.fran.partition(":")[0]
    return slag in kinds and (slag not in {"mote", "punkt"} or synligt_mote(archive, _mote(edge.fran)))


def _in_order(archive: Archive, nodes: Iterable[str]) -> list[str]:
    """Cases and other records by name, then meetings and items in order of time."""
    return sorted(nodes, key=lambda node: _order(archive, node))


def _order(archive: Archive, node: str) -> tuple[object, ...]:
    slag, _, key = node.partition(":")
    if slag not in {"mote", "punkt"}:
        return (0, "", collation_key(node_text(archive, node)), 0, node)
    mote = archive.moten[_mote(node)]
    number = archive.punkter[key].nummer if slag == "punkt" else None
    return (1, mote.datum.isoformat(), collation_key(mote.organ), number or 0, key)
