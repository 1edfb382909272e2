"""How to cite an item: its document, day, number and title, and the address that will always lead to it."""

from __future__ import annotations

from typing import Any

from generator.archive.archive import Archive
from generator.archive.moten import Mote, Punktplats
from generator.svenska import capital
from generator.views import urls
from generator.views.markdown import escape
from generator.views.text import SLAG, mote_dag, organ_text, punkt_nr, punkt_rubrik


def verktyg(archive: Archive, mote: Mote, plats: Punktplats) -> dict[str, Any]:
    """For the macro `verktyg`: what the item is called in a link, and its citation with its whole address."""
    name = punkt_nr(archive, plats.id) or "punkten"
    address = archive.arkiv.data.webbadress.rstrip("/") + urls.punkt(plats.id).url
    document = SLAG[mote.data.dokument[plats.dokument].slag].lower()
    where = f"{organ_text(archive, mote.organ)}, {document} {mote_dag(mote)}"
    return {
        "namn": escape(name),
        "del": "paragraf" if name.startswith("§") else "punkt",
        "citat": escape(f"{capital(where)}, {punkt_rubrik(archive, plats.id)}. {archive.arkiv.data.namn},"),
        "adress": escape(address),
    }
