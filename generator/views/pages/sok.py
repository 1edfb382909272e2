"""The search page: a page of its own text, above the form that the theme's template adds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.archive.archive import Archive
from generator.views import urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.sokindex import TIDIGARE, lopande_ar
from generator.views.delar.sokval import sokval
from generator.views.delar.tackning import tackningsnot
from generator.views.render import page


def pages(archive: Archive) -> Iterator[Planned]:
    """The one search page."""
    yield Planned(urls.SOK.fil, partial(_page, archive))


def _page(archive: Archive) -> Page:
    meta: dict[str, Any] = {
        "title": "Sök",
        "description": "Sök i möten, paragrafer, ärenden, personer och organ.",
        "template": "sok.html",
        "sok_val": sokval(archive),
    }
    if lopande_ar(archive) is not None:
        meta["sok_tidigare"] = TIDIGARE
    return page(urls.SOK, "sok", meta, sok(archive))


def sok(archive: Archive) -> dict[str, Any]:
    """The context of the search page: how far the archive reaches."""
    return {"tackning": tackningsnot(archive)}
