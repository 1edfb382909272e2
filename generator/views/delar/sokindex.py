"""The indexes of the search: one of the running year, and one of the years before it, which then hardly ever changes.

Pagefind makes an index only as a whole. In an archive of decades a changed record would therefore cost an index of all
of it; so the pages of years before lie in an index of their own, and a reader's browser asks both. Pages without a year
(persons, cases, organ) change with any meeting, and lie with the running year.
"""

from __future__ import annotations

from generator.archive.archive import Archive
from generator.archive.synligt import synligt_mote
from generator.views.delar.anslag import dold

LOPANDE = "pagefind"
TIDIGARE = "pagefind-tidigare"
FOLDERS = (LOPANDE, TIDIGARE)


def lopande_ar(archive: Archive) -> int:
    """The newest year with meetings or anslag, but none that lies after the day of the archive."""
    today = archive.datum.year
    return max((year for year in _years(archive) if year <= today), default=today)


def har_tidigare(archive: Archive) -> bool:
    """Whether any page is of a year before the running one."""
    return any(year < lopande_ar(archive) for year in _years(archive))


def _years(archive: Archive) -> set[int]:
    """The years of all pages that say which year they are of."""
    held = {mote.datum.year for mote in archive.moten.values() if synligt_mote(archive, mote.id)}
    return held | {plats.datum.year for plats in archive.anslag if not dold(archive, plats)}
