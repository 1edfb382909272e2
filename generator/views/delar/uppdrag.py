"""An uppdrag for readers: who gave it to whom, when it is due, and what the archive can and can not say of it now.

The words for day, state and report-back are in the template ``_uppdrag``, the same on every page.
"""

from __future__ import annotations

from typing import Any

from generator.archive.archive import Archive
from generator.archive.uppdrag import Rapport, Uppdragsplats
from generator.model.sammantrade import FORE_MOTET
from generator.model.uppdrag import Mottagare
from generator.svenska import long_date
from generator.views import urls
from generator.views.delar.harkomst import harledningar
from generator.views.delar.korttext import borjan
from generator.views.lankar import referens, till
from generator.views.markdown import Lank, prose
from generator.views.text import SLAG, mote_punkt_rubrik, organ_text, punkt_rubrik, punkt_text

RAPPORT = {"redovisad": "Återrapporterat", "planerad": "Återrapport aviserad", "behandlas": "Behandlas"}
_KORT = 30


def namn(archive: Archive, one: Uppdragsplats) -> str:
    """What an uppdrag is called: ``SRB 11 oktober 2024 § 63``, with its order where the item gives several."""
    several = len(archive.punkter[one.punkt].punkt.uppdrag) > 1
    order = f", uppdrag {one.id.rpartition('/')[2]}" if several else ""
    return punkt_text(archive, one.punkt, short=True) + order


def mottagarnod(archive: Archive, one: Mottagare) -> str | None:
    """The record that a receiver is, as a node; None where the archive does not know."""
    keys = (("organ", one.organ), ("person", one.person), ("huvudman", one.huvudman))
    return next((f"{slag}:{key}" for slag, key in keys if key and key in archive.register.noder[slag]), None)


def uppdrag_context(archive: Archive, one: Uppdragsplats) -> dict[str, Any]:
    """An uppdrag where it was given, for the macro `uppdrag`."""
    data = one.uppdrag
    return {
        "liggare": Lank(namn(archive, one), urls.uppdrag(one.id)),
        "punkt": Lank(punkt_text(archive, one.punkt), urls.punkt(one.punkt)),
        "till": [_receiver(archive, receiver) for receiver in data.till],
        "text": prose(archive, data.text),
        "av": data.av,
        "laget": one.laget,
        **_due(archive, one),
        **_missing(archive, one),
        "rapporter": [_report(archive, row) for row in one.rapporter],
        "aterrapporterat_i": referens(archive, data.aterrapporterat_i) if data.aterrapporterat_i else None,
        "foljer_av": referens(archive, data.foljer_av) if data.foljer_av else None,
        "harlett": harledningar(archive, data),
        "anmarkning": prose(archive, data.anmarkning) if data.anmarkning else None,
    }


def kort_rad(archive: Archive, one: Uppdragsplats) -> dict[str, Any]:
    """An uppdrag as a row on a page that follows it, for the macro `kort`."""
    return {**uppdrag_context(archive, one), "text": borjan(archive, one.uppdrag.text, _KORT)}


def hel_rad(archive: Archive, one: Uppdragsplats) -> dict[str, Any]:
    """An uppdrag with all that the ledger tells, for the page of the ledger."""
    mote = archive.moten[one.mote]
    document = mote.data.dokument[archive.punkter[one.punkt].dokument]
    return {
        **uppdrag_context(archive, one),
        "namn": namn(archive, one),
        "ankare": urls.uppdrag_anchor(one.id),
        "organ": Lank(organ_text(archive, mote.organ), urls.organ(mote.organ)),
        "datum": long_date(mote.datum),
        "handling": SLAG[document.slag].lower(),
        "handling_saknas": document.tillgang == "saknas",
        "rubrik": Lank(punkt_rubrik(archive, one.punkt), urls.punkt(one.punkt)),
    }


def _receiver(archive: Archive, one: Mottagare) -> Lank:
    """Who received it, as printed, linked to the record that it is."""
    node = mottagarnod(archive, one)
    return Lank(one.text, urls.nod(archive, node) if node else None)


def _due(archive: Archive, one: Uppdragsplats) -> dict[str, Any]:
    return {
        "senast": long_date(one.senast) if one.senast else None,
        "passerad": one.senast is not None and one.senast < archive.datum,
        "senast_mote": till(archive, f"mote:{one.senast_mote}") if one.senast_mote else None,
        "senast_text": one.uppdrag.senast_text,
    }


def _missing(archive: Archive, one: Uppdragsplats) -> dict[str, Any]:
    """Why the archive can not say that the uppdrag is late: missing protokoll, or days it does not watch."""
    watched = archive.arkiv.data.bevakat_till
    unwatched = one.senast is not None and watched is not None and watched < one.senast
    return {
        "saknade": [till(archive, f"mote:{key}") for key in one.saknade],
        "bevakat": long_date(watched) if watched and unwatched else None,
    }


def _report(archive: Archive, row: Rapport) -> dict[str, Any]:
    item = archive.punkter[row.punkt]
    document = archive.moten[item.mote].data.dokument[item.dokument]
    return {
        "punkt": Lank(mote_punkt_rubrik(archive, row.punkt), urls.punkt(row.punkt)),
        "vad": RAPPORT[row.aterrapport.lage] + (" och avslutat" if row.aterrapport.avslutar else ""),
        "text": row.aterrapport.text,
        "enligt_kallelsen": document.slag in FORE_MOTET,
        "harlett": harledningar(archive, row.aterrapport),
    }
