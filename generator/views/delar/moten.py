"""A meeting where others list it: its state on the day that the archive is seen from, and its row in a table."""

from __future__ import annotations

from typing import Any

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.svenska import capital, count, paragraphs, unbroken
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


def laget(archive: Archive, mote: Mote) -> str:
    """The state in words; a meeting ahead of which nothing more is known does not become held by time."""
    status = mote.data.status
    if status in FORE and mote.sista_dag < archive.datum and not mote.efter_motet:
        return f"{_LAGE[status]}; om det hölls framgår inte av arkivet"
    return _LAGE[status]


def mote_rad(archive: Archive, mote: Mote) -> dict[str, Any]:
    """Day, organ, state, documents and what each holds; one that has moved or been taken away says no more than so."""
    data = mote.data
    hidden = "borttaget" if data.avpublicerad else "flyttat till en annan adress" if data.flyttat_till else ""
    return {
        "dag": Lank(unbroken(mote_dag(mote)), urls.mote(mote.id)),
        "organ": lankar.valfri(archive, "organ", mote.organ, organ_text(archive, mote.organ)),
        "laget": hidden or laget(archive, mote),
        "handlingar": [] if hidden else _held(mote),
        "saknade": [] if hidden else [SLAG[one.slag].lower() for one in mote.data.dokument if one.tillgang == "saknas"],
    }


def _held(mote: Mote) -> list[str]:
    """The documents that the archive has, each with what it holds: ``Kallelse (5 punkter)``, ``protokoll (§§ 1–9)``."""
    held = [place for place, one in enumerate(mote.data.dokument) if one.tillgang == "finns"]
    found = [f"{SLAG[mote.data.dokument[place].slag].lower()}{_scope(mote, place)}" for place in held]
    return [capital(text) if first == 0 else text for first, text in enumerate(found)]


def _scope(mote: Mote, place: int) -> str:
    """The §§ of a document where it has nothing else, otherwise how many items it has."""
    items = [one for one in mote.punkter if one.dokument == place and one.foralder is None]
    if not items:
        return ""
    numbers = [one.nummer for one in items if one.nummer is not None and (one.punkt.nr or "").startswith("§")]
    scope = paragraphs(numbers) if len(numbers) == len(items) else count(len(items), "punkt", "punkter")
    return f" ({unbroken(scope)})"
