"""An uppdrag in words: who gave it to whom, when it is due, and what the archive can and can not say of it now."""

from __future__ import annotations

from typing import Any

from generator.archive.archive import Archive
from generator.archive.uppdrag import Rapport, Uppdragsplats
from generator.model.sammantrade import FORE_MOTET
from generator.svenska import long_date
from generator.views import urls
from generator.views.delar.harkomst import harledningar
from generator.views.delar.korttext import borjan, en_rad
from generator.views.delar.uppdrag import mottagare
from generator.views.lankar import referens, till
from generator.views.markdown import Lank
from generator.views.text import SLAG, mote_punkt_rubrik, organ_text, punkt_rubrik, punkt_text

LAGET = {
    "forsenat": "försenat",
    "ingen-aterrapport": "ingen återrapport i arkivet",
    "okant": "okänt läge",
    "foreslaget": "bara föreslaget",
    "omtalat": "omtalat, inte givet i den här handlingen",
    "aterrapporterat": "återrapporterat",
    "avslutat": "avslutat",
}
RAPPORT = {"redovisad": "återrapporterat", "planerad": "återrapport planerad", "behandlas": "uppdraget behandlas"}


def namn(archive: Archive, one: Uppdragsplats) -> str:
    """What an uppdrag is called: ``SRB 11 oktober 2024 § 63``, with its order where the item gives several."""
    several = len(archive.punkter[one.punkt].punkt.uppdrag) > 1
    order = f", uppdrag {one.id.rpartition('/')[2]}" if several else ""
    return punkt_text(archive, one.punkt, short=True) + order


def laget(one: Uppdragsplats) -> str:
    """The state in words. Of an open uppdrag without a day the archive only knows that it has no report-back."""
    if one.laget == "pagar":
        return "pågår, dagen har inte passerat" if one.senast else "ingen återrapport i arkivet"
    return LAGET[one.laget]


def kort_rad(archive: Archive, one: Uppdragsplats) -> dict[str, Any]:
    """An uppdrag as a row on another page, for the macro `kort`."""
    return {
        "liggare": Lank(namn(archive, one), urls.uppdrag(one.id)),
        "punkt": Lank(punkt_text(archive, one.punkt), urls.punkt(one.punkt)),
        "text": borjan(archive, one.uppdrag.text, 30),
        "till": [mottagare(archive, receiver) for receiver in one.uppdrag.till],
        "laget": laget(one),
        **_due(archive, one),
        **_missing(archive, one),
        "rapporter": [_report(archive, row) for row in one.rapporter],
    }


def hel_rad(archive: Archive, one: Uppdragsplats) -> dict[str, Any]:
    """An uppdrag with all that the ledger tells, for the page of the ledger."""
    data = one.uppdrag
    mote = archive.moten[one.mote]
    document = mote.data.dokument[archive.punkter[one.punkt].dokument]
    return {
        **kort_rad(archive, one),
        "namn": namn(archive, one),
        "ankare": urls.uppdrag_anchor(one.id),
        "text": en_rad(archive, data.text),
        "givare": data.av or "",
        "organ": Lank(organ_text(archive, mote.organ), urls.organ(mote.organ)),
        "datum": long_date(mote.datum),
        "handling": SLAG[document.slag].lower(),
        "handling_saknas": document.tillgang == "saknas",
        "rubrik": Lank(punkt_rubrik(archive, one.punkt), urls.punkt(one.punkt)),
        "foljer_av": referens(archive, data.foljer_av) if data.foljer_av else "",
        "harlett": harledningar(archive, data),
        "anmarkning": en_rad(archive, data.anmarkning) if data.anmarkning else "",
    }


def _due(archive: Archive, one: Uppdragsplats) -> dict[str, Any]:
    mote = archive.moten.get(one.senast_mote or "")
    return {
        "senast": long_date(one.senast) if one.senast else "",
        "passerad": one.senast is not None and one.senast < archive.datum,
        "senast_mote": till(archive, f"mote:{mote.id}") if mote else "",
        "senast_text": one.uppdrag.senast_text or "",
    }


def _missing(archive: Archive, one: Uppdragsplats) -> dict[str, Any]:
    """Why the archive can not say that the uppdrag is late: missing protokoll, or days it does not watch."""
    watched = archive.arkiv.data.bevakat_till
    unwatched = one.senast is not None and watched is not None and watched < one.senast
    return {
        "saknade": [till(archive, f"mote:{key}") for key in one.saknade],
        "bevakat": long_date(watched) if watched and unwatched else "",
        "oviss": one.laget == "ingen-aterrapport",
    }


def _report(archive: Archive, row: Rapport) -> dict[str, Any]:
    item = archive.punkter[row.punkt]
    document = archive.moten[item.mote].data.dokument[item.dokument]
    return {
        "punkt": Lank(mote_punkt_rubrik(archive, row.punkt), urls.punkt(row.punkt)),
        "vad": "återrapport och avslut" if row.aterrapport.avslutar else RAPPORT[row.aterrapport.lage],
        "text": row.aterrapport.text or "",
        "enligt_kallelsen": document.slag in FORE_MOTET,
        "harlett": harledningar(archive, row.aterrapport),
    }
