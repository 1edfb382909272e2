"""What a search can be limited to: for each filter the choices that some searched page has.

They stand in the search page itself. In the indexes they can be read only together with which pages have them, which is
more than a reader needs before one of them is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.synligt import synligt_mote
from generator.svenska import collation_key
from generator.views import urls
from generator.views.delar.anslag import dold
from generator.views.text import SLAG


def sokval(archive: Archive) -> dict[str, list[str]]:
    """The choices of each filter, in the order in which they are shown: years from the newest, all else by name."""
    motes = [mote for mote in archive.moten.values() if synligt_mote(archive, mote.id)]
    notices = [plats for plats in archive.anslag if not dold(archive, plats)]
    years = {mote.datum.year for mote in motes} | {plats.datum.year for plats in notices}
    return {
        "slag": sorted(_kinds(archive, has_meetings=bool(motes), has_notices=bool(notices)), key=collation_key),
        "organ": sorted({one.data.namn for one in archive.organ.values()}, key=collation_key),
        "ar": [str(year) for year in sorted(years, reverse=True)],
        "handling": sorted(set(_documents(motes)), key=collation_key),
    }


def _kinds(archive: Archive, *, has_meetings: bool, has_notices: bool) -> Iterator[str]:
    yield from ("Om arkivet", "Ordlista")
    held = {
        "Möte": has_meetings,
        "Anslag": has_notices,
        "Ärende": bool(archive.arenden),
        "Organ": bool(archive.organ),
        "Huvudman": bool(archive.huvudman),
        "Person": any(urls.has_page(one.data) for one in archive.personer.values()),
    }
    yield from (kind for kind, some in held.items() if some)


def _documents(motes: list[Mote]) -> Iterator[str]:
    for mote in motes:
        yield from (SLAG[one.slag] for one in mote.data.dokument if one.tillgang == "finns")
