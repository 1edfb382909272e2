"""The one list of everything that the site consists of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.archive.archive import Archive
from generator.archive.graph import RECORD_NODE
from generator.model.bas import Post
from generator.records.record import Record
from generator.views import urls
from generator.views.artifacts import Artifact, File, Planned
from generator.views.delar.sokregister import sokregister
from generator.views.maskning import mask_files, mask_pages
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

PAGES: tuple[Callable[[Archive], Iterator[Planned]], ...] = (
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

OWN = {
    "sammantrade": mote.pages,
    "arende": arenden.pages,
    "person": personer.pages,
    "organ": organ.pages,
    "huvudman": huvudman.pages,
    "anslag": anslag.pages,
}
"""The pages of records, by the kind of record."""


def artifacts(archive: Archive) -> Iterator[Artifact]:
    """Every page and file of the site, made here and now."""
    planned = plan(archive)
    for one in planned:
        yield one.make()
    yield from files(archive, planned)


def plan(archive: Archive) -> list[Planned]:
    """Every page of the site, yet to be made; no path and no page that is made names a masked person."""
    return mask_pages(archive, (one for pages in PAGES for one in pages(archive)))


def own_pages(archive: Archive, records: Iterable[Record[Post]]) -> list[Planned]:
    """The pages of some records themselves, of those that have one, as the plan of the whole site has them."""
    kinds: dict[str, set[str]] = {}
    for one in records:
        adress = urls.nod(archive, f"{RECORD_NODE[one.kind]}:{one.id}") if one.kind in OWN else None
        kinds.setdefault(one.kind, set()).update({adress.fil} if adress else ())
    found = (page for kind, wanted in kinds.items() if wanted for page in OWN[kind](archive) if page.path in wanted)
    return mask_pages(archive, found)


def files(archive: Archive, planned: Sequence[Planned]) -> Iterator[File]:
    """Every file that is laid over the site of the planned pages, the names of masked persons taken out."""
    return mask_files(archive, _files(archive, planned))


def _files(archive: Archive, planned: Sequence[Planned]) -> Iterator[File]:
    yield sitemap(archive, (one.address for one in planned))
    yield robots(archive)
    yield from sokregister(archive)
    for path, data in sorted(archive.filer.items()):
        yield File(f"filer/{path}", data)
