"""The anslagstavla: what is up, apart from it the archive of all other anslag, and a page for each, for ever."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.archive.anslag import Anslagsplats
from generator.archive.archive import Archive
from generator.svenska import count, long_date
from generator.views import lankar, render, urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.anslag import anslag_context, anslag_i_lage, anslag_kort, dold, tavla
from generator.views.delar.anslagstext import bevis_context
from generator.views.delar.tackning import tackningsnot
from generator.views.markdown import Lank
from generator.views.text import organ_text


def pages(archive: Archive) -> Iterator[Planned]:
    """The board, the earlier anslag by year, then every anslag by its address."""
    years = sorted({one.datum.year for one in archive.anslag}, reverse=True)
    yield Planned(urls.ANSLAG.fil, partial(_board, archive))
    yield Planned(urls.ANSLAG_TIDIGARE.fil, partial(_earlier, archive, years))
    for year in years:
        yield Planned(urls.anslag_ar(year).fil, partial(_year, archive, year))
    places = archive.delad("anslagsplatser", lambda whole: {one.id: one for one in whole.anslag})
    for key in sorted(places):
        yield Planned(urls.anslag(key).fil, partial(_page, archive, places, key), watched=True)


def _board(archive: Archive) -> Page:
    meta = {
        "title": "Anslagstavla",
        "description": f"Anslag om justerade protokoll som sitter uppe {long_date(archive.datum)}.",
        "anslag": True,
    }
    return render.page(urls.ANSLAG, "anslag_lista", meta, tavla_context(archive))


def tavla_context(archive: Archive) -> dict[str, Any]:
    """What is up, in the order it ends."""
    current = [anslag_kort(archive, one) for one in anslag_i_lage(archive, "aktuellt")]
    return {
        "datum": long_date(archive.datum),
        "byggd": archive.datum.isoformat(),
        "tavla": tavla(archive),
        "aktuella": current,
        "antal": count(len(current), "anslag", "anslag"),
        "tackning": tackningsnot(archive),
    }


def tidigare_context(archive: Archive, years: list[int]) -> dict[str, Any]:
    """The years, each with its number of earlier anslag; and those whose days lie ahead or are not known."""
    earlier = [one.datum.year for one in anslag_i_lage(archive, "tidigare")]
    return {
        "datum": long_date(archive.datum),
        "tavla": tavla(archive),
        "ar": [
            {
                "lank": Lank(f"Tidigare anslag {year}", urls.anslag_ar(year)),
                "antal": count(earlier.count(year), "anslag", "anslag"),
            }
            for year in years
        ],
        "kommande": [anslag_kort(archive, one) for one in anslag_i_lage(archive, "kommande")],
        "tackning": tackningsnot(archive),
        "okanda": [anslag_kort(archive, one) for one in anslag_i_lage(archive, "okant")],
    }


def _earlier(archive: Archive, years: list[int]) -> Page:
    meta = {"title": "Tidigare anslag", "description": "Anslag som inte sitter uppe, år för år."}
    return render.page(urls.ANSLAG_TIDIGARE, "anslag_tidigare", meta, tidigare_context(archive, years))


def _year(archive: Archive, year: int) -> Page:
    """The earlier anslag about the meetings of a year, the latest first. The page is there from the first one."""
    meta = {
        "title": f"Tidigare anslag {year}",
        "description": f"Anslag om protokoll från möten {year} som inte längre sitter uppe.",
    }
    context = {
        "ar": year,
        "datum": long_date(archive.datum),
        "tavla": tavla(archive),
        "anslag": [anslag_kort(archive, one) for one in anslag_i_lage(archive, "tidigare", ar=year)],
        "tackning": tackningsnot(archive, ar=year),
    }
    return render.page(urls.anslag_ar(year), "anslag_ar", meta, context)


def _page(archive: Archive, places: Mapping[str, Anslagsplats], key: str) -> Page:
    plats = places[key]
    if dold(archive, plats):
        return _hidden(archive, plats)
    context = {
        "datum": long_date(archive.datum),
        "tavla": tavla(archive),
        "bevis": bevis_context(archive, plats),
        **anslag_context(archive, plats),
    }
    meta = {
        "title": f"Anslag: {context['titel']}",
        "description": f"Anslag om justerat protokoll, {context['titel']}.",
        "anslag": True,
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
