"""One § or point for readers: everything that the record says of it, and what refers to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from generator.archive.moten import Mote, Punktplats
from generator.archive.uppdrag import Uppdragsplats
from generator.model.beslut import Anteckning, DeltarInte, Jav, Reservation, Yrkande
from generator.model.narvaro import Medverkande
from generator.model.punkt import Avsnitt, Inlagg, Kommande, Punkt, Tabell
from generator.svenska import capital, long_date
from generator.views import lankar, urls
from generator.views.delar.beslut import beslutsgang
from generator.views.delar.citat import verktyg
from generator.views.delar.handling import handling
from generator.views.delar.harkomst import borttagning, harledningar, kalla
from generator.views.delar.hitleder import hit_leder
from generator.views.delar.kallelsepunkt import kallelsepunkt
from generator.views.delar.namn import namnlista
from generator.views.delar.uppdrag import uppdrag_context
from generator.views.delar.uppslag import Uppslag
from generator.views.markdown import Lank, prose
from generator.views.text import SLAG, arende_text, punkt_nr, punkt_tid

UTAN_BESLUTSRATT = frozenset({"minnesanteckningar", "motesanteckning"})
TYP = {
    "information": "information",
    "dialog": "dialog",
    "diskussion": "diskussion",
    "beslut": "beslut",
    "val": "val",
    "anmalan": "anmälan",
    "paus": "paus",
}
_DEEPEST = 6


def rubrik(up: Uppslag, plats: Punktplats) -> str:
    """The heading of an item: its number or time as printed, and its title unless that was taken away."""
    title = "borttagen" if plats.punkt.maskad else plats.punkt.rubrik
    return f"{_number(up.archive.moten[plats.mote], plats.punkt)} {title}".strip()


def _number(mote: Mote, punkt: Punkt) -> str:
    if punkt.nr is None:
        return capital(punkt_tid(mote, punkt))
    return "§ " + punkt.nr.lstrip("§ ") if punkt.nr.startswith("§") else punkt.nr


def punkt_context(up: Uppslag, plats: Punktplats, niva: int = 2) -> dict[str, Any]:
    """What the page says about an item, its sub-items inside it, its point of the kallelse last."""
    mote = up.archive.moten[plats.mote]
    head = {
        "niva": Markup("#" * min(niva, _DEEPEST)),
        "ankare": plats.ankare,
        "ordning": plats.dokument + 1,
        "verktyg": verktyg(up.archive, mote, plats) if plats.foralder is None else None,
        "rubrik": rubrik(up, plats),
        "maskad": borttagning(plats.punkt.maskad),
        "hit_leder": hit_leder(up.archive, _nodes(up, plats), mote.id),
    }
    below = [one for one in mote.punkter if one.foralder == plats.id]
    if plats.punkt.maskad:
        return {**head, "ankare_under": [one.ankare for one in _descendants(mote, plats)]}
    return {
        **head,
        **_about(up, mote, plats),
        **_content(up, plats),
        **beslutsgang(up, plats, kallelsepunkt(mote, plats)),
        **_links(up, mote, plats),
        "under": [punkt_context(up, one, niva + 1) for one in below],
        "kallelse": _called(up, mote, plats, niva + 1),
    }


def _nodes(up: Uppslag, plats: Punktplats) -> list[str]:
    """The item's nodes: itself and the uppdrag given in it."""
    return [f"punkt:{plats.id}", *(f"uppdrag:{one.id}" for one in up.uppdrag.get(plats.id, ()))]


def _descendants(mote: Mote, plats: Punktplats) -> list[Punktplats]:
    below = [one for one in mote.punkter if one.foralder == plats.id]
    return [one for child in below for one in (child, *_descendants(mote, child))]


def _called(up: Uppslag, mote: Mote, plats: Punktplats, niva: int) -> dict[str, Any] | None:
    found = kallelsepunkt(mote, plats)
    return punkt_context(up, found, niva) if found else None


def _about(up: Uppslag, mote: Mote, plats: Punktplats) -> dict[str, Any]:
    punkt, document = plats.punkt, mote.data.dokument[plats.dokument]
    several = len({item.dokument for item in mote.punkter}) > 1
    return {
        "dokument": SLAG[document.slag] if several and plats.foralder is None else "",
        "saknas": document.tillgang == "saknas" and plats.foralder is None,
        "handling_saknas": document.tillgang == "saknas",
        "utan_beslutsratt": document.slag in UTAN_BESLUTSRATT,
        "paragraf": (punkt.nr or "").startswith("§"),
        "typ": [TYP[one] for one in punkt.typ],
        "tidsatt": punkt.tidsatt,
        "i_kallelsen": punkt.i_kallelsen,
        "arenden": [_case(up, one.arende, one.skal) for one in punkt.arenden],
        "foredragande": namnlista(up, mote.id, (*plats.loc, "foredragande"), punkt.foredragande),
        "medverkande": namnlista(up, mote.id, (*plats.loc, "medverkande"), punkt.medverkande),
        "justerad": punkt.justerad.text if punkt.justerad else None,
        "justerad_dag": long_date(punkt.justerad.datum) if punkt.justerad and punkt.justerad.datum else None,
        "omedelbart": bool(punkt.justerad and punkt.justerad.omedelbart),
        "skickas_till": list(punkt.skickas_till),
        "kalla": kalla(up.archive, punkt.kalla) if punkt.kalla != document.kalla else None,
        "kand_genom": [lankar.referens(up.archive, one) for one in punkt.kand_genom],
        "anmarkning": prose(up.archive, punkt.anmarkning) if punkt.anmarkning else None,
        "harlett": _conclusions(up, punkt),
    }


def _case(up: Uppslag, written: str, reason: str | None) -> dict[str, Any]:
    node = up.archive.register.sla_upp(written).nod
    text = arende_text(up.archive, node.removeprefix("arende:")) if node else written
    return {
        "lank": Lank(text, urls.nod(up.archive, node) if node else None),
        "har_nummer": bool(node and up.archive.arenden[node.removeprefix("arende:")].data.diarienummer),
        "skal": prose(up.archive, reason) if reason else None,
    }


def _conclusions(up: Uppslag, punkt: Punkt) -> list[dict[str, Any]]:
    """The conclusions about the item itself, then those about names and meetings in it."""
    found = harledningar(up.archive, punkt)
    for who in _named(punkt):
        found += harledningar(up.archive, who, who.rad)
    for report in punkt.aterrapporterar:
        found += harledningar(up.archive, report, "återrapporten")
    for other in punkt.kommande:
        found += harledningar(up.archive, other, other.text or "mötet som nämns")
    return found


def _named(punkt: Punkt) -> Iterator[Medverkande]:
    """Everyone whom the item names, in order of print; its sub-items tell of their own."""
    yield from (*punkt.foredragande, *punkt.medverkande)
    told: tuple[Yrkande | Reservation | Jav | DeltarInte | Anteckning, ...] = (
        *punkt.yrkanden,
        *punkt.reservationer,
        *punkt.jav,
        *punkt.deltar_inte,
        *punkt.anteckningar,
    )
    for part in told:
        yield from part.av
    for vote in punkt.omrostningar:
        if vote.roster:
            yield from (*vote.roster.ja, *vote.roster.nej, *vote.roster.avstar, *vote.roster.franvarande)


def _content(up: Uppslag, plats: Punktplats) -> dict[str, Any]:
    punkt, archive = plats.punkt, up.archive
    return {
        "text": prose(archive, punkt.text) if punkt.text else None,
        "referat": prose(archive, punkt.referat) if punkt.referat else None,
        "avsnitt": [_section(up, one) for one in punkt.avsnitt],
        "inlagg": [_contribution(up, one) for one in punkt.inlagg],
    }


def _section(up: Uppslag, one: Avsnitt) -> dict[str, Any]:
    return {
        "rubrik": one.rubrik,
        "text": prose(up.archive, one.text) if one.text else None,
        "referat": prose(up.archive, one.referat) if one.referat else None,
        "tabell": _table(one.tabell) if one.tabell else None,
    }


def _table(table: Tabell) -> dict[str, Any]:
    """Cells on one line each, because a Markdown table has one line a row."""
    return {
        "rubrik": table.rubrik,
        "kolumner": [_cell(cell) for cell in table.kolumner],
        "rader": [[_cell(cell) for cell in row] for row in table.rader],
    }


def _cell(text: str) -> str:
    return " ".join(text.split())


def _contribution(up: Uppslag, one: Inlagg) -> dict[str, Any]:
    return {
        "fran": lankar.huvudman(up.archive, one.huvudman, one.fran) or Lank(one.fran),
        "satt": one.satt,
        "text": prose(up.archive, one.text) if one.text else None,
        "referat": prose(up.archive, one.referat) if one.referat else None,
    }


def _links(up: Uppslag, mote: Mote, plats: Punktplats) -> dict[str, Any]:
    punkt, archive = plats.punkt, up.archive
    here = urls.mote(mote.id)
    return {
        "uppdrag": [uppdrag_context(archive, one) for one in _given(up, plats)],
        "aterrapporter": [
            {"lank": _reported(up, one.uppdrag), "lage": one.lage, "text": one.text, "avslutar": one.avslutar}
            for one in punkt.aterrapporterar
        ],
        "underlag": [handling(archive, one, here) for one in punkt.underlag],
        "hanvisningar": [
            {
                "text": one.text,
                "till": lankar.referens(archive, one.till) if one.till else None,
                "olost": one.olost,
                "skal": one.skal,
            }
            for one in punkt.hanvisningar
        ],
        "kommande": [_coming(up, one) for one in punkt.kommande],
    }


def _given(up: Uppslag, plats: Punktplats) -> tuple[Uppdragsplats, ...]:
    return up.uppdrag.get(plats.id, ())


def _reported(up: Uppslag, written: str) -> dict[str, Any]:
    """The uppdrag that is reported on, and the item that gave it."""
    node = up.archive.register.sla_upp(written).nod
    if node is None or not node.startswith("uppdrag:"):
        return {"uppdrag": lankar.referens(up.archive, written), "punkt": None}
    item = node.removeprefix("uppdrag:").rpartition("/")[0]
    return {
        "uppdrag": Lank("uppdraget", urls.nod(up.archive, node)),
        "punkt": lankar.till(up.archive, f"punkt:{item}"),
    }


def _coming(up: Uppslag, one: Kommande) -> dict[str, Any]:
    return {
        "lank": lankar.referens(up.archive, one.mote),
        "uppgift": one.uppgift,
        "tid": one.tid.tryckt if one.tid else None,
        "text": one.text,
        "ersatter": lankar.referens(up.archive, one.ersatter) if one.ersatter else None,
    }


def innehall(up: Uppslag, plats: Punktplats) -> Lank:
    """A line of the page's table of contents."""
    return Lank(rubrik(up, plats) or punkt_nr(up.archive, plats.id), urls.punkt(plats.id))
