"""Where something is mentioned: meetings, items, cases and other pages, in order of time and each once."""

from __future__ import annotations

from collections.abc import Iterable

from generator.archive.archive import Archive
from generator.archive.graph import Kant
from generator.views.lankar import till
from generator.views.markdown import Lank
from generator.views.text import mote_punkt_rubrik, node_text

_SIDOR = frozenset({"mote", "punkt", "arende", "organ", "huvudman", "person"})


def omnamnanden(archive: Archive, edges: Iterable[Kant]) -> list[Lank]:
    """Links to the places that the given links come from, the earliest first; places without a page are left out."""
    nodes = {edge.fran for edge in edges if edge.fran.partition(":")[0] in _SIDOR}
    links = [till(archive, node, _name(archive, node)) for node in sorted(nodes, key=lambda n: (_day(archive, n), n))]
    return [link for link in links if link.till]


def _day(archive: Archive, node: str) -> str:
    """The day of a meeting or item; pages without a day come last, and what is hidden stands on its meeting."""
    slag, _, key = node.partition(":")
    return archive.moten[key.partition("#")[0]].datum.isoformat() if slag in {"mote", "punkt"} else "~"


def _name(archive: Archive, node: str) -> str:
    slag, _, key = node.partition(":")
    return mote_punkt_rubrik(archive, key) if slag == "punkt" else node_text(archive, node)
