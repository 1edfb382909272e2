"""The point of the kallelse that an item of the protokoll was, where the record says which."""

from __future__ import annotations

from generator.archive.moten import Mote, Punktplats
from generator.model.punkt import nummer
from generator.model.sammantrade import FORE_MOTET


def kallelsepunkt(mote: Mote, plats: Punktplats) -> Punktplats | None:
    """The point of the kallelse that an item of the protokoll says it was, where the archive has it."""
    said = plats.punkt.i_kallelsen
    if said is None or mote.data.dokument[plats.dokument].slag in FORE_MOTET:
        return None
    anchors = {"k" + (nummer(said) or ""), said}
    return next((one for one in mote.punkter if one.ankare in anchors and one.ankare.startswith("k")), None)
