"""How accessible the site is, what is known to be wrong, and how to tell (lag 2018:1937, 13 §).

The law binds those that its 4 and 5 §§ name. The archive knows what kind of publisher it has, not more, so the page
says for whom the law is and claims neither that it applies nor that it does not, except where the publisher is an
authority.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import quote

from generator.archive.archive import Archive
from generator.svenska import count, listing, long_date
from generator.views import urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.granskning import Brist, Granskning, latest
from generator.views.markdown import Lank
from generator.views.render import page

SUBJECT = "Tillgänglighet"
BODY = "Sida (adress):\n\nVad jag ville göra:\n\nVad som hände:\n\nHjälpmedel och webbläsare:\n"


def pages(archive: Archive) -> Iterator[Planned]:
    """The one page about accessibility."""
    yield Planned(urls.TILLGANGLIGHET.fil, partial(_page, archive))


def _page(archive: Archive) -> Page:
    meta = {
        "title": "Tillgänglighetsredogörelse",
        "description": "Hur tillgänglig webbplatsen är, vilka brister som är kända och hur du rapporterar en brist.",
        "sok": True,
        "sok_slag": "Om arkivet",
    }
    return page(urls.TILLGANGLIGHET, "tillganglighet", meta, tillganglighet(archive, latest()))


def tillganglighet(archive: Archive, run: Granskning) -> dict[str, Any]:
    """The context of the page, with the result of the run."""
    data = archive.arkiv.data
    return {
        "namn": data.namn,
        "webbadress": data.webbadress,
        "utgivare": data.utgivare.namn,
        "myndighet": data.utgivare.slag == "myndighet",
        "epost": data.kontakt.epost,
        "telefon": data.kontakt.telefon or "",
        "adress": data.kontakt.adress or "",
        "mejl": f"{data.kontakt.epost}?subject={quote(SUBJECT)}&body={quote(BODY.replace(chr(10), chr(13) + chr(10)))}",
        "dag": long_date(run.dag),
        "verktyg": run.verktyg,
        "webblasare": run.webblasare,
        "sidor": count(run.sidor, "sida", "sidor"),
        "brister": [_fault(one) for one in run.brister],
        "moten": Lank("möten", urls.MOTEN),
        "arenden": Lank("ärenden", urls.ARENDEN),
        "personer": Lank("personer", urls.PERSONER),
    }


def _fault(one: Brist) -> dict[str, str]:
    return {"text": one.text, "kriterier": listing(list(one.kriterier)), "sidslag": ", ".join(one.sidslag)}
