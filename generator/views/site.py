"""The one list of everything that the site consists of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.archive.archive import Archive
from generator.views.artifacts import Artifact, File, Page
from generator.views.delar.sokregister import sokregister
from generator.views.maskning import mask
from generator.views.pages import (
    anslag,
    arenden,
    huvudman,
    mote,
    moten,
    om,
    ordlista,
    organ,
    personer,
    sok,
    start,
    tackning,
    tillganglighet,
    uppdrag,
)
from generator.views.webbkarta import robots, sitemap

PAGES: tuple[Callable[[Archive], Iterator[Page]], ...] = (
    start.pages,
    anslag.pages,
    moten.pages,
    mote.pages,
    arenden.pages,
    personer.pages,
    organ.pages,
    huvudman.pages,
    uppdrag.pages,
    sok.pages,
    tackning.pages,
    ordlista.pages,
    om.pages,
    tillganglighet.pages,
)


def artifacts(archive: Archive) -> Iterator[Artifact]:
    """Every page and file of the site, the names of masked persons taken out of each of them."""
    return mask(archive, _all(archive))


def _all(archive: Archive) -> Iterator[Artifact]:
    pages = [page for make in PAGES for page in make(archive)]
    yield from pages
    yield sitemap(archive, pages)
    yield robots(archive)
    yield from sokregister(archive)
    for path, data in sorted(archive.filer.items()):
        yield File(f"filer/{path}", data)
