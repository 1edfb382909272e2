"""What readers may see: not what stood in a meeting or item that was taken away, nor twice what has moved."""

from __future__ import annotations

from generator.archive.archive import Archive
from generator.archive.moten import Punktplats
from generator.archive.uppdrag import Uppdragsplats


def synligt_mote(archive: Archive, mote_id: str) -> bool:
    """Whether a meeting's own page tells what is in it: it was neither taken away nor moved to another address."""
    data = archive.moten[mote_id].data
    return data.avpublicerad is None and data.flyttat_till is None


def synlig_punkt(archive: Archive, item: Punktplats) -> bool:
    """Whether the content of an item may be shown; an item is hidden with the one it is part of."""
    parent = archive.punkter[item.foralder] if item.foralder else None
    if parent is not None and not synlig_punkt(archive, parent):
        return False
    return item.punkt.maskad is None and synligt_mote(archive, item.mote)


def synligt_uppdrag(archive: Archive, one: Uppdragsplats) -> bool:
    """Whether an uppdrag may be shown: the item that gives it may."""
    return synlig_punkt(archive, archive.punkter[one.punkt])


def synliga_uppdrag(archive: Archive) -> tuple[Uppdragsplats, ...]:
    """The uppdrag of visible items, in the order of the ledger."""
    return tuple(one for one in archive.uppdrag if synligt_uppdrag(archive, one))
