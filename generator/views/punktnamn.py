"""An item by its number and title, the title left out where the item was taken away."""

from __future__ import annotations

from generator.archive.archive import Archive
from generator.archive.synligt import synlig_punkt
from generator.views.text import punkt_nr, punkt_text


def nr_och_rubrik(archive: Archive, punkt_id: str) -> str:
    """``§ 63 Nära vård``, on a page or in a line that names the meeting."""
    return f"{punkt_nr(archive, punkt_id)} {_title(archive, punkt_id)}".strip()


def mote_nr_och_rubrik(archive: Archive, punkt_id: str) -> str:
    """``Strategisk regional beredning 11 oktober 2024 § 63 Nära vård``."""
    return f"{punkt_text(archive, punkt_id)} {_title(archive, punkt_id)}".strip()


def _title(archive: Archive, punkt_id: str) -> str:
    item = archive.punkter[punkt_id]
    return item.punkt.rubrik if synlig_punkt(archive, item) else "(borttagen)"
