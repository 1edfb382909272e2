"""The ledger of uppdrag: every uppdrag once, under its state, with indexes by giver and by receiver."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.archive.archive import Archive
from generator.archive.synligt import synliga_uppdrag
from generator.archive.uppdrag import Laget, Uppdragsplats
from generator.svenska import collation_key, count, long_date
from generator.views import urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.tackning import tackningsnot
from generator.views.delar.uppdrag import hel_rad, mottagarnod, namn
from generator.views.lankar import till
from generator.views.markdown import Lank
from generator.views.render import page
from generator.views.text import node_text

GRUPPER = (
    ("forsenat", "Försenade", "forsenade"),
    ("ingen-aterrapport", "Dagen har passerat, ingen återrapport i arkivet", "ingen-aterrapport"),
    ("pagar", "Öppna", "oppna"),
    ("okant", "Okänt om uppdraget gavs", "okanda"),
    ("aterrapporterat", "Återrapporterade", "aterrapporterade"),
    ("avslutat", "Återrapporterade och avslutade", "avslutade"),
    ("foreslaget", "Bara föreslagna", "foreslagna"),
    ("omtalat", "Bara omtalade", "omtalade"),
)
KORT: Mapping[Laget, str] = {
    "forsenat": "försenat",
    "ingen-aterrapport": "dagen har passerat, ingen återrapport i arkivet",
    "pagar": "öppet",
    "okant": "okänt om det gavs",
    "aterrapporterat": "återrapporterat",
    "avslutat": "avslutat",
    "foreslaget": "bara föreslaget",
    "omtalat": "bara omtalat",
}
"""The states in a word or two, in the order of the indexes."""


def pages(archive: Archive) -> Iterator[Planned]:
    """The one page of the ledger."""
    yield Planned(urls.UPPDRAG.fil, partial(_page, archive))


def _page(archive: Archive) -> Page:
    meta = {
        "title": "Uppdrag",
        "description": "Uppdragsliggare: vad organen har bett om, av vem, till när och hur det gick.",
    }
    return page(urls.UPPDRAG, "uppdrag", meta, uppdrag(archive))


def uppdrag(archive: Archive) -> dict[str, Any]:
    """The context of the ledger: the groups that have entries, and the two indexes."""
    groups = [
        {
            "laget": state,
            "rubrik": title,
            "ankare": anchor,
            "rader": [hel_rad(archive, one) for one in synliga_uppdrag(archive) if one.laget == state],
        }
        for state, title, anchor in GRUPPER
    ]
    watched = archive.arkiv.data.bevakat_till
    return {
        "antal": count(len(synliga_uppdrag(archive)), "uppdrag", "uppdrag"),
        "tackning": tackningsnot(archive),
        "dag": long_date(archive.datum),
        "bevakat": long_date(watched) if watched else "",
        "grupper": [group for group in groups if group["rader"]],
        "givare": _index(archive, _by_giver(archive)),
        "mottagare": _index(archive, _by_receiver(archive)),
    }


def _by_giver(archive: Archive) -> dict[str, list[Uppdragsplats]]:
    found: dict[str, list[Uppdragsplats]] = defaultdict(list)
    for one in synliga_uppdrag(archive):
        found[f"organ:{archive.moten[one.mote].organ}"].append(one)
    return found


def _by_receiver(archive: Archive) -> dict[str, list[Uppdragsplats]]:
    """By record where the archive knows who receives, else by the printed words."""
    found: dict[str, list[Uppdragsplats]] = defaultdict(list)
    for one in synliga_uppdrag(archive):
        for to in one.uppdrag.till:
            found[mottagarnod(archive, to) or to.text].append(one)
    return found


def _index(archive: Archive, groups: dict[str, list[Uppdragsplats]]) -> list[dict[str, Any]]:
    """Each giver or receiver in Swedish order, with links to its entries under their states."""
    rows = [(_heading(archive, key), list(dict.fromkeys(entries))) for key, entries in groups.items()]
    rows.sort(key=lambda row: collation_key(row[0].text))
    return [
        {
            "namn": name,
            "antal": len(entries),
            "lagen": [
                {"laget": KORT[state], "uppdrag": [Lank(namn(archive, one), urls.uppdrag(one.id)) for one in found]}
                for state in KORT
                if (found := [one for one in entries if one.laget == state])
            ],
        }
        for name, entries in rows
    ]


def _heading(archive: Archive, key: str) -> Lank:
    slag, found, _ = key.partition(":")
    known = bool(found) and slag in {"organ", "person", "huvudman"}
    return till(archive, key, node_text(archive, key)) if known else Lank(key)
