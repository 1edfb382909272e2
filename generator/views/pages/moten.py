"""Lists of meetings: the overview, and a table for each organ and each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.tackning import kanda_moten
from generator.svenska import collation_key
from generator.views import render, urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.moten import mote_rad
from generator.views.delar.tackning import tackningsnot
from generator.views.markdown import Lank
from generator.views.text import organ_text

SENASTE = 10


def pages(archive: Archive) -> Iterator[Planned]:
    """The overview, then each organ that meets, then each year that has meetings."""
    yield Planned(urls.MOTEN.fil, partial(_overview, archive))
    for organ_id in _organ(archive):
        yield Planned(urls.moten_organ(organ_id).fil, partial(_organ_page, archive, organ_id))
    for year in _years(archive):
        yield Planned(urls.moten_ar(year).fil, partial(_year_page, archive, year))


def _overview(archive: Archive) -> Page:
    meta = {"title": "Möten", "description": "Alla möten som arkivet känner, efter organ och år."}
    return render.page(urls.MOTEN, "moten", meta, oversikt(archive))


def _organ(archive: Archive) -> list[str]:
    """Organ that have, or may have, meetings in the archive, in Swedish order."""
    found = {mote.organ for mote in archive.moten_i_tid} | {key for key, one in archive.organ.items() if one.data.mote}
    return sorted(found, key=lambda key: (collation_key(organ_text(archive, key)), key))


def _years(archive: Archive) -> list[int]:
    """The years that have meetings, the latest first."""
    return sorted({urls.year_of(mote) for mote in archive.moten_i_tid}, reverse=True)


def oversikt(archive: Archive) -> dict[str, Any]:
    """How many meetings each organ has each year, and the latest and the next."""
    counted = Counter((mote.organ, urls.year_of(mote)) for mote in kanda_moten(archive))
    years = _years(archive)
    rows = [
        {
            "organ": Lank(organ_text(archive, key), urls.moten_organ(key)),
            "antal": [counted[key, year] for year in years],
            "alla": sum(counted[key, year] for year in years),
        }
        for key in _organ(archive)
    ]
    return {
        "tackning": tackningsnot(archive),
        "ar": [Lank(str(year), urls.moten_ar(year)) for year in years],
        "rader": rows,
        "senaste": [mote_rad(archive, mote) for mote in reversed(_past(archive)[-SENASTE:])],
        "kommande": [mote_rad(archive, mote) for mote in archive.moten_i_tid if mote.sista_dag >= archive.datum][
            :SENASTE
        ],
    }


def _past(archive: Archive) -> list[Mote]:
    return [mote for mote in archive.moten_i_tid if mote.sista_dag < archive.datum]


def _organ_page(archive: Archive, organ_id: str) -> Page:
    motes = archive.moten_i_organ.get(organ_id, ())
    name = organ_text(archive, organ_id)
    organ = Lank(name, urls.organ(organ_id) if organ_id in archive.organ else None)
    context = {
        "titel": f"Möten: {name}",
        "ingress": organ,
        "ar": None,
        "tackning": tackningsnot(archive, organ=organ_id),
        "avdelningar": _by_year(archive, motes),
        "visa_organ": False,
    }
    meta = {"title": f"Möten: {name}", "description": f"Möten i {name} som arkivet känner, år för år."}
    return render.page(urls.moten_organ(organ_id), "moten_lista", meta, context)


def _by_year(archive: Archive, motes: Iterable[Mote]) -> list[dict[str, Any]]:
    """The meetings, which come in order of time, under their years, the latest year first."""
    years = [(str(year), list(group)) for year, group in groupby(motes, key=urls.year_of)]
    return [{"rubrik": year, "rader": [mote_rad(archive, one) for one in group]} for year, group in reversed(years)]


def _year_page(archive: Archive, year: int) -> Page:
    motes = [mote for mote in archive.moten_i_tid if urls.year_of(mote) == year]
    context = {
        "titel": f"Möten {year}",
        "ingress": None,
        "ar": year,
        "tackning": tackningsnot(archive, ar=year),
        "avdelningar": [{"rubrik": "", "rader": [mote_rad(archive, mote) for mote in motes]}],
        "visa_organ": True,
    }
    meta = {"title": f"Möten {year}", "description": f"Möten {year} i alla organ som arkivet följer."}
    return render.page(urls.moten_ar(year), "moten_lista", meta, context)
