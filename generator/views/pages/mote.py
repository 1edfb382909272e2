"""The page of a meeting, and what stands at the address of one that has moved or been taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.archive.archive import Archive
from generator.archive.moten import Mote, Punktplats
from generator.model.sammantrade import FORE_MOTET, Sammantrade
from generator.svenska import capital, count, date_range, listing, long_date, weekday
from generator.views import lankar, render, urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.dokument import dokument_context, dokument_kort
from generator.views.delar.harkomst import borttagning, harledningar
from generator.views.delar.hitleder import hit_leder
from generator.views.delar.kallelsepunkt import kallelsepunkt
from generator.views.delar.moten import laget
from generator.views.delar.punkt import innehall, punkt_context
from generator.views.delar.uppslag import Uppslag, uppslag
from generator.views.markdown import Lank, prose
from generator.views.text import SLAG, mote_dag, mote_text, organ_text

ART = {"extra": "extra sammanträde", "internat": "internat"}
FORM = {"fysiskt": "på plats", "digitalt": "digitalt", "hybrid": "på plats och på distans"}
Grannar = Mapping[str, tuple[str | None, str | None]]


def pages(archive: Archive) -> Iterator[Planned]:
    """One page for each meeting that the archive knows."""
    up, neighbours = uppslag(archive), archive.delad("grannar", _neighbours)
    for mote in archive.moten_i_tid:
        yield Planned(urls.mote(mote.id).fil, partial(_page, archive, up, neighbours, mote.id), watched=True)


def _page(archive: Archive, up: Uppslag, neighbours: Grannar, mote_id: str) -> Page:
    mote = archive.moten[mote_id]
    if mote.data.avpublicerad:
        return _removed(archive, mote)
    if mote.data.flyttat_till:
        return _moved(archive, mote)
    return render.page(urls.mote(mote.id), "mote", _meta(up, mote), mote_context(up, mote, neighbours))


def _neighbours(archive: Archive) -> Grannar:
    """For each meeting the one before and the one after it in its organ."""
    by_organ: dict[str, list[str]] = {}
    for mote in archive.moten_i_tid:
        if not (mote.data.avpublicerad or mote.data.flyttat_till):
            by_organ.setdefault(mote.organ, []).append(mote.id)
    found: dict[str, tuple[str | None, str | None]] = {}
    for ids in by_organ.values():
        row = [None, *ids, None]
        found |= {one: (row[place], row[place + 2]) for place, one in enumerate(ids)}
    return found


def _meta(up: Uppslag, mote: Mote) -> dict[str, Any]:
    name, organ = mote_text(up.archive, mote), organ_text(up.archive, mote.organ)
    kinds = [SLAG[document.slag].lower() for document in mote.data.dokument if document.tillgang == "finns"]
    held = capital(listing(dict.fromkeys(kinds))) if kinds else "Möte utan handlingar i arkivet"
    items = sum(item.foralder is None for item in mote.punkter)
    return {
        "title": name,
        "description": f"{held}: {name}" + (f", {count(items, 'punkt', 'punkter')}." if items else "."),
        "sok": True,
        "sok_slag": "Möte",
        "sok_organ": organ,
        "sok_ar": mote.datum.year,
        "sok_datum": long_date(mote.datum),
        "sok_handling": sorted({SLAG[one.slag] for one in mote.data.dokument if one.tillgang == "finns"}),
    }


def mote_context(up: Uppslag, mote: Mote, neighbours: Grannar) -> dict[str, Any]:
    """Head, documents, items (those written after the meeting first), and what refers to the meeting."""
    before, after = neighbours[mote.id]
    items = _top_items(mote)
    numbers = range(len(mote.data.dokument))
    return {
        "organ": organ_text(up.archive, mote.organ),
        "dag": mote_dag(mote),
        "huvud": _head(up, mote),
        "forra": _neighbour(up.archive, before),
        "nasta": _neighbour(up.archive, after),
        "dokumentlista": [dokument_kort(up, mote, index) for index in numbers],
        "innehall": [innehall(up, item) for item in items],
        "punkter": [punkt_context(up, item) for item in items],
        "dokument": [dokument_context(up, mote, index) for index in numbers],
        "harlett": harledningar(up.archive, mote.data),
        "harledda": sorted({one.falt for one in mote.data.harlett}),
        "anmarkning": prose(up.archive, mote.data.anmarkning) if mote.data.anmarkning else None,
        "kand_genom": lankar.referenser(up.archive, mote.data.kand_genom),
        "hit_leder": hit_leder(up.archive, [f"mote:{mote.id}"], mote.id),
        "adress": up.archive.arkiv.data.webbadress.rstrip("/") + urls.mote(mote.id).url,
        "arkiv": up.archive.arkiv.data.namn,
    }


def _neighbour(archive: Archive, mote_id: str | None) -> Lank | None:
    """A meeting of the same organ, by its day alone."""
    if mote_id is None:
        return None
    return lankar.till(archive, f"mote:{mote_id}", mote_dag(archive.moten[mote_id]))


def _top_items(mote: Mote) -> list[Punktplats]:
    """The items with a section of their own: of what was written after the meeting, then of what was before it.

    A point of the kallelse that an item of the protokoll names stands inside that item.
    """
    tied = {found.id for item in mote.punkter if (found := kallelsepunkt(mote, item))}
    own = [item for item in mote.punkter if item.foralder is None and item.id not in tied]
    return sorted(own, key=lambda item: mote.data.dokument[item.dokument].slag in FORE_MOTET)


def _head(up: Uppslag, mote: Mote) -> dict[str, Any]:
    data, archive = mote.data, up.archive
    return {
        "organ": lankar.valfri(archive, "organ", mote.organ, organ_text(archive, mote.organ)),
        "dag": _day(mote),
        "tid": data.tid.tryckt if data.tid else None,
        "till_tid": f"{data.till_tid:%H.%M}" if data.till_tid else None,
        "plats": data.plats,
        "form": FORM[data.form] if data.form else None,
        "laget": capital(laget(archive, mote)),
        "status": data.status,
        "art": ART.get(data.art),
        "rubrik": data.rubrik,
        "gemensamt_med": list(data.gemensamt_med),
        **_relatives(archive, data, mote),
    }


def _relatives(archive: Archive, data: Sammantrade, mote: Mote) -> dict[str, Any]:
    """Meetings that this one is part of, holds, replaces or is replaced by."""
    inward = archive.bakat.get(f"mote:{mote.id}", ())
    return {
        "del_av": lankar.referens(archive, data.del_av) if data.del_av else None,
        "ersatts_av": lankar.referens(archive, data.ersatts_av) if data.ersatts_av else None,
        "delar": _sources(archive, inward, "del_av"),
        "ersatter": _sources(archive, inward, "ersatts_av"),
        "flyttat_fran": _sources(archive, inward, "flyttat_till"),
    }


def _sources(archive: Archive, edges: Any, falt: str) -> list[Lank]:
    return [lankar.till(archive, edge.fran) for edge in edges if edge.falt == falt and edge.fran.startswith("mote:")]


def _day(mote: Mote) -> str:
    if mote.data.till_datum is None:
        return long_date(mote.datum, with_weekday=True)
    return f"{date_range(mote.datum, mote.sista_dag)} ({weekday(mote.datum)}–{weekday(mote.sista_dag)})"


def _removed(archive: Archive, mote: Mote) -> Page:
    """The page of a meeting that was taken away: since when and why, at every address it had."""
    meta = {"title": f"{mote_text(archive, mote)}: borttaget", "description": "Mötet är borttaget ur arkivet."}
    context = {
        "titel": mote_text(archive, mote),
        "borttaget": borttagning(mote.data.avpublicerad),
        "organ": lankar.valfri(archive, "organ", mote.organ, organ_text(archive, mote.organ)),
        "ankare": [item.ankare for item in mote.punkter],
    }
    return render.page(urls.mote(mote.id), "mote_borttaget", meta, context)


def _moved(archive: Archive, mote: Mote) -> Page:
    """The page at the old address of a meeting that has moved."""
    meta = {"title": f"{mote_text(archive, mote)}: flyttat", "description": "Mötet har fått en annan adress."}
    context = {
        "titel": mote_text(archive, mote),
        "till": lankar.referens(archive, mote.data.flyttat_till or ""),
        "anmarkning": prose(archive, mote.data.anmarkning) if mote.data.anmarkning else None,
        "harlett": harledningar(archive, mote.data),
        "ankare": [item.ankare for item in mote.punkter],
    }
    return render.page(urls.mote(mote.id), "mote_flyttat", meta, context)
