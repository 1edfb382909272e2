"""Täckning: what the archive has, what it knows of and lacks, and what it cannot know, by organ and year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.tackning import (
    Artackning,
    Innehav,
    Motesutfall,
    Organtackning,
    innehav,
    innehavda,
    kanda_moten,
    tackning,
)
from generator.model.sammantrade import FORE_MOTET, Dokument
from generator.svenska import collation_key, count, date_range, listing, long_date, number
from generator.views import urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.luckor import moten_med_luckor, nummerluckor, underlag
from generator.views.lankar import till, valfri
from generator.views.markdown import Lank
from generator.views.render import page
from generator.views.text import SLAG, mote_dag, organ_text

UTFALL: Mapping[Motesutfall, tuple[str, str]] = {
    "hallet": ("hållet", "hållna"),
    "kommande": ("kommande", "kommande"),
    "okant": ("där det inte framgår om det hölls", "där det inte framgår om de hölls"),
    "installt": ("inställt", "inställda"),
    "ersatt": ("ersatt av ett annat", "ersatta av andra"),
    "borttaget": ("borttaget från webbplatsen", "borttagna från webbplatsen"),
}
INNEHAV: Mapping[Innehav, str] = {
    "hela": "protokoll eller anteckningar från {}",
    "delar": "bara utdrag från {}",
    "annat": "bara kallelse, agenda eller ordförandebeslut från {}",
    "inga": "inga handlingar från {}",
}
K = TypeVar("K", bound=str)


def pages(archive: Archive) -> Iterator[Planned]:
    """The one page."""
    yield Planned(urls.TACKNING.fil, partial(_page, archive))


def _page(archive: Archive) -> Page:
    meta = {
        "title": "Täckning",
        "description": "Vilka möten och handlingar arkivet har, vilka det vet om men saknar och vad det inte kan veta.",
    }
    return page(urls.TACKNING, "tackning", meta, oversikt(archive))


def oversikt(archive: Archive) -> dict[str, Any]:
    """The context of the page."""
    found = sorted(tackning(archive), key=lambda one: (collation_key(organ_text(archive, one.organ)), one.organ))
    watched = archive.arkiv.data.bevakat_till
    followed = {one.organ for one in found}
    masked = sum(one.data.maskad is not None for one in archive.personer.values())
    others = sum(key not in followed for key in archive.organ)
    return {
        "dag": long_date(archive.datum),
        "bevakat": long_date(watched) if watched else "",
        **_sums(kanda_moten(archive)),
        "rader": [_row(archive, one) for one in found],
        "organ": [organ(archive, one) for one in found],
        "omnamnda": count(others, "organ", "organ") if others else "",
        "om_organ": Lank("bara är omnämnda", urls.Adress(urls.ORGAN.mapp, "omnamnda")),
        "maskade": count(masked, "person", "personer") if masked else "",
    }


def _sums(motes: tuple[Mote, ...]) -> dict[str, Any]:
    return {
        "moten": count(len(motes), "möte", "möten"),
        "med": sum(bool(innehavda(mote)) for mote in motes),
        "berattande": sum(_tells(mote) for mote in motes),
        "antal": len(motes),
    }


def _tells(mote: Mote) -> bool:
    return innehav(mote) in {"hela", "delar"}


def _row(archive: Archive, one: Organtackning) -> dict[str, Any]:
    """An organ in the table of all."""
    return {
        "organ": Lank(organ_text(archive, one.organ), urls.tackning(one.organ)),
        "antal": number(len(one.moten)),
        "med": number(sum(bool(innehavda(mote)) for mote in one.moten)),
        "berattande": number(sum(_tells(mote) for mote in one.moten)),
        "senaste": long_date(one.senaste_berattande[0].sista_dag) if one.senaste_berattande else "–",
    }


def organ(archive: Archive, one: Organtackning) -> dict[str, Any]:
    """The part of the page that is about one organ."""
    motes = one.moten
    return {
        "id": one.organ,
        "namn": organ_text(archive, one.organ),
        "ankare": urls.tackning(one.organ).ankare,
        "sida": valfri(archive, "organ", one.organ, "organets sida"),
        "moten": Lank("organets möten", urls.moten_organ(one.organ)),
        "antal": count(len(motes), "möte", "möten"),
        "dagar": date_range(motes[0].datum, motes[-1].sista_dag) if motes else "",
        "senaste": _document(archive, one.senaste),
        "senaste_berattande": _document(archive, one.senaste_berattande),
        "ar": [_year(year) for year in one.ar],
        "luckor": moten_med_luckor(archive, one),
        "nummer": nummerluckor(archive, one),
        "underlag": underlag(archive, one),
        "borttaget": [line for year in one.ar for line in _removed(year)],
    }


def _document(archive: Archive, found: tuple[Mote, Dokument] | None) -> Lank | None:
    """A document by its kind and its meeting's day."""
    if found is None:
        return None
    mote, document = found
    which = "till" if document.slag in FORE_MOTET else "från"
    return till(archive, f"mote:{mote.id}", f"{SLAG[document.slag].lower()} {which} mötet {mote_dag(mote)}")


def _year(year: Artackning) -> dict[str, str]:
    """A year in the organ's table."""
    return {
        "ar": str(year.ar),
        "antal": number(len(year.moten)),
        "utfall": listing(_counted(year.utfall, UTFALL)),
        "innehav": listing(
            text.format(count(year.innehav[key], "möte", "möten"))
            for key, text in INNEHAV.items()
            if key in year.innehav
        ),
        "handlingar": ", ".join(
            f"{SLAG[key].lower()} ({number(year.handlingar[key])})" for key in SLAG if key in year.handlingar
        )
        or "inga",
    }


def _counted(counts: Mapping[K, int], words: Mapping[K, tuple[str, str]]) -> list[str]:
    """Those that there are any of, in the order of the words: ``3 hållna``, ``1 inställt``."""
    return [f"{number(counts[key])} {words[key][counts[key] != 1]}" for key in words if counts.get(key)]


def _removed(year: Artackning) -> list[str]:
    """What was taken away of a year, by number alone."""
    gone = [
        count(year.utfall.get("borttaget", 0), "möte", "möten") if year.utfall.get("borttaget") else "",
        count(year.maskade, "paragraf eller punkt", "paragrafer och punkter") if year.maskade else "",
    ]
    return [f"{year.ar}: {listing(one for one in gone if one)}"] if any(gone) else []
