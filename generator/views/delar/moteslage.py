"""What can be said of a meeting's state on the day that the archive is seen from."""

from __future__ import annotations

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.svenska import capital
from generator.views.text import STATUS

FORE = frozenset({"foreslaget", "planerat", "kallat"})


def laget(archive: Archive, mote: Mote) -> str:
    """The state in a sentence; a meeting ahead of which nothing more is known does not become held by time."""
    status = mote.data.status
    said = capital(STATUS[status])
    if status in FORE and mote.sista_dag < archive.datum and not mote.efter_motet:
        return f"{said}; om det hölls framgår inte av arkivet"
    return said
