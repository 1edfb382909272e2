"""One document of a meeting for readers: its printed head, its people, its justering and anslag, and its source."""

from __future__ import annotations

from typing import Any

from generator.archive.moten import Mote
from generator.model.anslag import Justering
from generator.model.beslut import Rattelse
from generator.model.sammantrade import Dokument, Paus
from generator.svenska import long_date
from generator.views import lankar, urls
from generator.views.delar.dokumentlage import stallning
from generator.views.delar.handling import handling
from generator.views.delar.harkomst import harledningar, kalla
from generator.views.delar.namn import namn, namnlista
from generator.views.delar.narvaro import kallade, narvaro
from generator.views.delar.uppslag import Uppslag
from generator.views.markdown import Lank, prose
from generator.views.text import SLAG

BESTAMD = {
    "kallelse": "kallelsen",
    "agenda": "agendan",
    "protokoll": "protokollet",
    "protokollsutdrag": "protokollsutdraget",
    "minnesanteckningar": "minnesanteckningarna",
    "motesanteckning": "mötesanteckningen",
    "ordforandebeslut": "ordförandebeslutet",
}
SATT = {"digitalt": "digitalt", "pa-papper": "på papper", "omedelbart": "omedelbart"}


def dokument_ankare(index: int) -> str:
    """The anchor of a document's section on the meeting's page."""
    return f"dokument-{index + 1}"


def dokument_kort(up: Uppslag, mote: Mote, index: int) -> dict[str, Any]:
    """A document in the page's list of documents."""
    document = mote.data.dokument[index]
    items = sum(item.dokument == index and item.foralder is None for item in mote.punkter)
    return {
        "lank": Lank(SLAG[document.slag], urls.Adress(urls.mote(mote.id).mapp, dokument_ankare(index))),
        "rubrik": document.rubrik,
        "omfattar": document.omfattar.tryckt if document.omfattar else None,
        "version": document.version,
        "saknas": document.tillgang == "saknas",
        "stallning": stallning(document),
        "antal": items,
    }


def dokument_context(up: Uppslag, mote: Mote, index: int) -> dict[str, Any]:
    """Everything about a document but its items."""
    document = mote.data.dokument[index]
    return {
        "ankare": dokument_ankare(index),
        "ordning": index + 1,
        "namn": _definite(mote, index),
        "saknas": document.tillgang == "saknas",
        **_printed(up, document),
        "kallade": kallade(up, mote, index),
        **_present(up, mote, index),
        "pauser": [_break(one) for one in document.pauser],
        "justering": [_justering(up, mote, index, n, one) for n, one in enumerate(document.justering)],
        "anslag": _notices(up, mote, index),
        "overklagande": prose(up.archive, document.overklagande) if document.overklagande else None,
        "underskrifter": [
            {"roll": one.roll, "namn": namn(up, mote.id, ("dokument", index, "underskrifter", n, "namn"), one.namn)}
            for n, one in enumerate(document.underskrifter)
        ],
        "bestyrkt_av": document.bestyrkt_av,
        "bilagor": [handling(up.archive, one, urls.mote(mote.id)) for one in document.bilagor],
        "rattelser": [_correction(up, one) for one in document.rattelser],
        "kalla": kalla(up.archive, document.kalla),
        "anmarkning": prose(up.archive, document.anmarkning) if document.anmarkning else None,
        "harlett": _conclusions(up, mote, index),
    }


def _present(up: Uppslag, mote: Mote, index: int) -> dict[str, Any]:
    """Those who were there, and apart from them those who had said that they could not come, and those absent."""
    lists = narvaro(up, mote, index)
    apart = {key: [one for one in lists if one["lista"] == key] for key in ("forhinder", "franvarande")}
    return {"narvaro": [one for one in lists if one["lista"] not in apart], **apart}


def _definite(mote: Mote, index: int) -> str:
    """``protokollet``, or ``protokollet (2)`` for the second of its kind."""
    kinds = [document.slag for document in mote.data.dokument]
    order = kinds[: index + 1].count(kinds[index])
    return BESTAMD[kinds[index]] + (f" ({order})" if order > 1 else "")


def _printed(up: Uppslag, document: Dokument) -> dict[str, Any]:
    return {
        "rubrik": document.rubrik,
        "organ_tryckt": document.organ_tryckt,
        "datum": long_date(document.datum) if document.datum else None,
        "plats_och_tid": document.plats_och_tid,
        "omfattar": document.omfattar.tryckt if document.omfattar else None,
        "version": document.version,
        "ersatter": document.ersatter,
        "arenden": [lankar.referens(up.archive, one, one) for one in document.arenden],
    }


def _break(one: Paus) -> dict[str, Any]:
    times = "–".join(f"{time:%H.%M}" for time in (one.fran, one.till) if time)
    return {"tid": f"kl. {times}" if times else None, "text": one.text}


def _justering(up: Uppslag, mote: Mote, index: int, number: int, one: Justering) -> dict[str, Any]:
    loc = ("dokument", index, "justering", number)
    names = {
        key: namnlista(up, mote.id, (*loc, key), getattr(one, key))
        for key in ("foreslagna", "utsedda", "ersattare", "justerat_av")
    }
    return {
        **names,
        "omfattar": one.omfattar.tryckt if one.omfattar else None,
        "datum": long_date(one.datum) if one.datum else None,
        "plats_och_tid": one.plats_och_tid,
        "satt": SATT[one.satt] if one.satt else None,
        "harlett": harledningar(up.archive, one),
    }


def _notices(up: Uppslag, mote: Mote, index: int) -> list[dict[str, Any]]:
    return [
        {
            "lank": Lank("anslagets sida", urls.anslag(one.id)),
            "uppsatt": long_date(one.anslag.uppsatt) if one.anslag.uppsatt else None,
            "nedtaget": long_date(one.anslag.nedtaget) if one.anslag.nedtaget else None,
        }
        for one in up.anslag.get(mote.id, ())
        if one.dokument == index
    ]


def _correction(up: Uppslag, one: Rattelse) -> dict[str, Any]:
    texts = {key: prose(up.archive, value) if value else None for key, value in _texts(one).items()}
    return {**texts, "datum": long_date(one.datum), "punkt": one.punkt, "grund": one.grund}


def _texts(one: Rattelse) -> dict[str, str | None]:
    return {"stod": one.stod, "lyder": one.lyder, "skal": one.skal}


def _conclusions(up: Uppslag, mote: Mote, index: int) -> list[dict[str, Any]]:
    """The conclusions about the document, then those about persons in its lists and signatures."""
    document = mote.data.dokument[index]
    found = harledningar(up.archive, document)
    for justering in document.justering:
        for who in (*justering.foreslagna, *justering.utsedda, *justering.ersattare, *justering.justerat_av):
            found += harledningar(up.archive, who, who.rad)
    for signature in document.underskrifter:
        found += harledningar(up.archive, signature.namn, signature.namn.rad)
    for correction in document.rattelser:
        found += harledningar(up.archive, correction, "rättelsen")
    return found
