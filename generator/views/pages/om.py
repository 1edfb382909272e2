"""About the archive: the staff's own text, then the facts of ``arkiv.yml`` and how much the archive holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.archive.archive import Archive
from generator.archive.synligt import synliga_uppdrag
from generator.archive.tackning import innehavda, innehavda_punkter, kanda_moten
from generator.model.arkiv import Utgivare
from generator.svenska import count, listing, long_date, number
from generator.views import urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.sidtext import sidtext
from generator.views.lankar import webb
from generator.views.markdown import Lank, prose
from generator.views.render import page
from generator.views.text import SLAG

UTGIVARSLAG = {
    "myndighet": "myndighet",
    "forening": "förening",
    "foretag": "företag",
    "privatperson": "privatperson",
    "annan": "",
}


def pages(archive: Archive) -> Iterator[Planned]:
    """The one page about the archive."""
    yield Planned(urls.OM.fil, partial(_page, archive))


def _page(archive: Archive) -> Page:
    name = archive.arkiv.data.namn
    meta = {"title": "Om arkivet", "description": f"Vad {name} är, vem som ger ut det och hur mycket det omfattar."}
    return page(urls.OM, "om", {**meta, "sok": True, "sok_slag": "Om arkivet"}, om(archive))


def om(archive: Archive) -> dict[str, Any]:
    """The context of the page."""
    data = archive.arkiv.data
    return {
        "namn": data.namn,
        "beskrivning": data.beskrivning,
        "text": sidtext(archive, archive.sidor["om"].text) if "om" in archive.sidor else "",
        "om": prose(archive, data.om) if data.om else "",
        "utgivare": _publisher(data.utgivare),
        "kontakt": data.kontakt.namn,
        "epost": data.kontakt.epost,
        "telefon": data.kontakt.telefon or "",
        "adress": data.kontakt.adress or "",
        "officiell": data.anslagstavla.roll == "officiell",
        "tavlor": [webb(one.namn, one.lank) if one.lank else one.namn for one in data.anslagstavla.officiella],
        "partier": [{"kort": one.forkortning, "namn": one.namn} for one in data.partier],
        "bevakat": long_date(data.bevakat_till) if data.bevakat_till else "",
        "dag": long_date(archive.datum),
        "anslag": Lank("anslagen", urls.ANSLAG),
        **_extent(archive),
    }


def _publisher(data: Utgivare) -> dict[str, Any]:
    return {
        "namn": data.namn,
        "slag": UTGIVARSLAG[data.slag],
        "organisationsnummer": data.organisationsnummer or "",
        "utgivningsbevis": data.utgivningsbevis,
    }


def _extent(archive: Archive) -> dict[str, Any]:
    """How much the archive holds as a whole; what it lacks, by organ, stands on a page of its own."""
    known = kanda_moten(archive)
    held: Counter[str] = Counter(document.slag for mote in known for document in innehavda(mote))
    return {
        "handlingar": [{"slag": SLAG[slag], "antal": number(held[slag])} for slag in SLAG if held[slag]],
        "moten": count(len(known), "möte", "möten"),
        "antal": listing(
            [
                count(held.total(), "handling", "handlingar"),
                count(len(innehavda_punkter(archive)), "paragraf eller punkt", "paragrafer och punkter"),
                count(len(archive.arenden), "ärende", "ärenden"),
                count(len(synliga_uppdrag(archive)), "uppdrag", "uppdrag"),
                count(len(archive.anslag), "anslag", "anslag"),
            ]
        ),
    }
