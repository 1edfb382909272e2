"""How an item came to its decision, for readers: förslag, yrkanden, votes, beslut, and those who did not agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.archive.archive import Archive
from generator.archive.moten import Punktplats
from generator.model.beslut import (
    Anteckning,
    DeltarInte,
    Jav,
    Omrostning,
    Reservation,
    Roster,
    Sats,
    Yrkande,
)
from generator.views import lankar
from generator.views.delar.jamforelse import jamforelse
from generator.views.delar.namn import namnlista
from generator.views.delar.rostband import motsagelser, rostband
from generator.views.delar.uppslag import Uppslag
from generator.views.markdown import prose


def beslutsgang(up: Uppslag, plats: Punktplats, kallad: Punktplats | None) -> dict[str, Any]:
    """Everything about proposals and decisions in an item, by the names of the record's fields.

    `kallad` is its point of the kallelse: where the item itself prints no förslag, the beslut is set against that one.
    """
    punkt = plats.punkt
    return {
        "jamforelse": _comparison(up.archive, plats, kallad),
        "forslag": satser(up.archive, punkt.forslag),
        "yrkanden": [_yrkande(up, plats, n, one) for n, one in enumerate(punkt.yrkanden)],
        "propositionsordning": prose(up.archive, punkt.propositionsordning) if punkt.propositionsordning else None,
        "omrostningar": [_omrostning(up, plats, n, one) for n, one in enumerate(punkt.omrostningar)],
        "beslut": satser(up.archive, punkt.beslut),
        "stallningstagande": satser(up.archive, punkt.stallningstagande),
        "reservationer": [_said(up, plats, "reservationer", n, one) for n, one in enumerate(punkt.reservationer)],
        "jav": [_jav(up, plats, n, one) for n, one in enumerate(punkt.jav)],
        "deltar_inte": [
            {**_said(up, plats, "deltar_inte", n, one), "avstar": one.avstar} for n, one in enumerate(punkt.deltar_inte)
        ],
        "anteckningar": [
            {**_said(up, plats, "anteckningar", n, one), "slag": one.slag} for n, one in enumerate(punkt.anteckningar)
        ],
    }


def _comparison(archive: Archive, plats: Punktplats, kallad: Punktplats | None) -> dict[str, Any] | None:
    own = plats.punkt
    if own.forslag or kallad is None or kallad.punkt.maskad:
        return jamforelse(archive, own.forslag, own.beslut, "handlingen")
    return jamforelse(archive, kallad.punkt.forslag, own.beslut, "kallelsen")


def satser(archive: Archive, sentences: Sequence[Sats]) -> list[dict[str, Any]]:
    """Sentences in the document's own wording, with their printed number and who proposed them."""
    return [{"nr": one.nr, "av": one.av, "text": prose(archive, one.text)} for one in sentences]


def _said(
    up: Uppslag, plats: Punktplats, key: str, number: int, one: Reservation | DeltarInte | Anteckning | Jav | Yrkande
) -> dict[str, Any]:
    parties = () if isinstance(one, Jav) else one.partier
    return {
        "text": prose(up.archive, one.text),
        "av": namnlista(up, plats.mote, (*plats.loc, key, number, "av"), one.av),
        "partier": list(parties),
    }


def _yrkande(up: Uppslag, plats: Punktplats, number: int, one: Yrkande) -> dict[str, Any]:
    return {**_said(up, plats, "yrkanden", number, one), "ordning": one.ordning}


def _jav(up: Uppslag, plats: Punktplats, number: int, one: Jav) -> dict[str, Any]:
    where = lankar.referens(up.archive, one.anmald_i) if one.anmald_i else None
    return {**_said(up, plats, "jav", number, one), "anmald_i": where}


def _omrostning(up: Uppslag, plats: Punktplats, number: int, one: Omrostning) -> dict[str, Any]:
    return {
        "fraga": prose(up.archive, one.fraga) if one.fraga else None,
        "text": prose(up.archive, one.text) if one.text else None,
        "svar": _answers(one),
        "band": rostband(one),
        "motsagelser": motsagelser(one),
        "roster": _roll_call(up, plats, number, one.roster) if one.roster else [],
        "utfall": one.utfall,
        "sluten": one.sluten,
        "bilaga": one.bilaga,
    }


def _answers(one: Omrostning) -> list[dict[str, Any]]:
    """What each answer means and how many gave it, as printed; answers of which nothing is printed are left out."""
    rows = (
        ("Ja", one.ja_betyder, one.ja),
        ("Nej", one.nej_betyder, one.nej),
        ("Avstår", None, one.avstar),
        ("Frånvarande", None, one.franvarande),
    )
    return [
        {"svar": svar, "betyder": meaning or "–", "antal": "–" if total is None else total}
        for svar, meaning, total in rows
        if meaning is not None or total is not None
    ]


def _roll_call(up: Uppslag, plats: Punktplats, number: int, roster: Roster) -> list[dict[str, Any]]:
    loc = (*plats.loc, "omrostningar", number, "roster")
    words = (("Ja", "ja"), ("Nej", "nej"), ("Avstår", "avstar"), ("Frånvarande", "franvarande"))
    return [
        {"svar": word, "namn": namnlista(up, plats.mote, (*loc, key), getattr(roster, key))}
        for word, key in words
        if getattr(roster, key)
    ]
