"""A meeting where others list it: its state on the day that the archive is seen from, and its row in a table."""

from __future__ import annotations

from typing import Any

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.views import lankar, urls
from generator.views.markdown import Lank
from generator.views.text import SLAG, mote_dag, organ_text

FORE = frozenset({"foreslaget", "planerat", "kallat"})
"""The states of a meeting that is still to come."""
_LAGE = {
    "foreslaget": "föreslaget",
    "planerat": "planerat",
    "kallat": "kallelse utsänd",
    "hallet": "hållet",
    "installt": "inställt",
    "ersatt": "ersatt av annat möte",
    "okant": "okänt om det hölls",
}
_NBSP = "\u00a0"  # a day in a narrow column stays on one line


def laget(archive: Archive, mote: Mote) -> str:
    """The state in words; a meeting ahead of which nothing more is known does not become held by time."""
    status = mote.data.status
    if status in FORE and mote.sista_dag < archive.datum and not mote.efter_motet:
        return f"{_LAGE[status]}; om det hölls framgår inte av arkivet"
    return _LAGE[status]


def mote_rad(archive: Archive, mote: Mote) -> dict[str, Any]:
    """Day, organ, state, documents, number of items; one that has moved or been taken away says so and no more."""
    data = mote.data
    hidden = "borttaget" if data.avpublicerad else "flyttat till en annan adress" if data.flyttat_till else ""
    return {
        "dag": Lank(mote_dag(mote).replace(" ", _NBSP), urls.mote(mote.id)),
        "organ": lankar.valfri(archive, "organ", mote.organ, organ_text(archive, mote.organ)),
        "laget": hidden or laget(archive, mote),
        "handlingar": [] if hidden else _documents(mote, "finns"),
        "saknade": [] if hidden else _documents(mote, "saknas"),
        "punkter": 0 if hidden else sum(item.foralder is None for item in mote.punkter),
    }


def _documents(mote: Mote, tillgang: str) -> list[str]:
    return [SLAG[document.slag] for document in mote.data.dokument if document.tillgang == tillgang]
