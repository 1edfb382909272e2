"""A meeting as a row of a list: day, organ, state, documents, number of items."""

from __future__ import annotations

from typing import Any

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.svenska import date_range
from generator.views import lankar, urls
from generator.views.delar.moteslage import laget
from generator.views.markdown import Lank
from generator.views.text import SLAG, organ_text

_NBSP = "\u00a0"  # a day in a narrow column stays on one line


def mote_rad(archive: Archive, mote: Mote) -> dict[str, Any]:
    """The row; a meeting that has moved or been taken away says so and shows nothing more."""
    data = mote.data
    hidden = "Borttaget" if data.avpublicerad else "Flyttat till en annan adress" if data.flyttat_till else ""
    order = f" ({mote.ordning}:a mötet)" if mote.ordning > 1 else ""
    return {
        "dag": Lank((date_range(mote.datum, mote.sista_dag) + order).replace(" ", _NBSP), urls.mote(mote.id)),
        "organ": lankar.valfri(archive, "organ", mote.organ, organ_text(archive, mote.organ)),
        "laget": hidden or laget(archive, mote),
        "handlingar": [] if hidden else _documents(mote, "finns"),
        "saknade": [] if hidden else _documents(mote, "saknas"),
        "punkter": 0 if hidden else sum(item.foralder is None for item in mote.punkter),
    }


def _documents(mote: Mote, tillgang: str) -> list[str]:
    return [SLAG[document.slag] for document in mote.data.dokument if document.tillgang == tillgang]
