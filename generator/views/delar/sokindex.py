"""The indexes of the search: one of the running year, and one of the years before it, which then hardly ever changes.

Pagefind makes an index only as a whole. In an archive of decades a changed record would therefore cost an index of all
of it; so the pages of years before lie in an index of their own, and a reader's browser asks both. Cases and persons
that have come up of late change with any meeting, as do pages of no year (organ), and lie with the running year.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.archive.synligt import synligt_mote
from generator.views.delar.anslag import dold

LOPANDE = "pagefind"
TIDIGARE = "pagefind-tidigare"
FOLDERS = (LOPANDE, TIDIGARE)
LEAST = 200


def lopande_ar(archive: Archive) -> int | None:
    """The year whose pages lie apart from those of years before; None where one index holds them all.

    It is the newest year with meetings or anslag, but none that lies after the day of the archive. With few pages of
    years before there is one index: it is soon made, and among few pages a word weighs otherwise than among many.
    """
    today = archive.datum.year
    years = list(_years(archive))
    running = max((year for year in years if year <= today), default=today)
    return running if sum(year < running for year in years) >= LEAST else None


def _years(archive: Archive) -> Iterator[int]:
    """The year of every page that says which it is of."""
    yield from (mote.datum.year for mote in archive.moten.values() if synligt_mote(archive, mote.id))
    yield from (plats.datum.year for plats in archive.anslag if not dold(archive, plats))
