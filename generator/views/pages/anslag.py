"""The anslag: the list of those that are up and those that were, and a page for each, which stays for ever."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.archive.anslag import Anslagsplats
from generator.archive.archive import Archive
from generator.svenska import long_date
from generator.views import lankar, render, urls
from generator.views.artifacts import Page
from generator.views.delar.anslag import anslag_context, anslag_i_lage, anslag_kort, dold, tavla
from generator.views.text import organ_text

MEST = 200


def pages(archive: Archive) -> Iterator[Page]:
    """The list, then every anslag by its address."""
    meta = {
        "title": "Anslag",
        "description": f"Anslag om justerade protokoll, som de såg ut {long_date(archive.datum)}.",
    }
    yield render.page(urls.ANSLAG, "anslag_lista", meta, lista_context(archive))
    for plats in sorted(archive.anslag, key=lambda one: one.id):
        yield _page(archive, plats)


def lista_context(archive: Archive) -> dict[str, Any]:
    """Current anslag in the order they end; of the others the latest, and how many are left out."""
    earlier = anslag_i_lage(archive, "tidigare")
    return {
        "datum": long_date(archive.datum),
        "tavla": tavla(archive),
        "aktuella": _short(archive, "aktuellt"),
        "kommande": _short(archive, "kommande"),
        "okanda": _short(archive, "okant"),
        "tidigare": [anslag_kort(archive, one) for one in earlier[:MEST]],
        "utelamnade": max(0, len(earlier) - MEST),
    }


def _short(archive: Archive, wanted: str) -> list[dict[str, Any]]:
    return [anslag_kort(archive, one) for one in anslag_i_lage(archive, wanted)]


def _page(archive: Archive, plats: Anslagsplats) -> Page:
    if dold(archive, plats):
        return _hidden(archive, plats)
    context = {"datum": long_date(archive.datum), "tavla": tavla(archive), **anslag_context(archive, plats)}
    meta = {
        "title": f"Anslag: {context['titel']}",
        "description": f"Anslag om justerat protokoll, {context['titel']}.",
        "sok": True,
        "sok_slag": "Anslag",
        "sok_organ": organ_text(archive, plats.organ),
        "sok_ar": plats.datum.year,
        "sok_datum": long_date(plats.datum),
    }
    return render.page(urls.anslag(plats.id), "anslag", meta, context)


def _hidden(archive: Archive, plats: Anslagsplats) -> Page:
    """What stands at the address of an anslag whose meeting was taken away or has moved."""
    name = f"Anslag: {organ_text(archive, plats.organ)} {long_date(plats.datum)}"
    meta = {"title": f"{name}, visas inte", "description": "Mötet är borttaget eller har en annan adress."}
    context = {"titel": name, "mote": lankar.till(archive, f"mote:{plats.mote}")}
    return render.page(urls.anslag(plats.id), "anslag_dolt", meta, context)
