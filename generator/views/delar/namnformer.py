"""The names under which an organ or an authority is printed, for readers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.archive.archive import Archive
from generator.model.organ import Namnform
from generator.svenska import long_date
from generator.views.delar.korttext import en_rad


def namnformer(archive: Archive, forms: Iterable[Namnform]) -> list[dict[str, Any]]:
    """Each name: when it is used, why it means the same, and whether it is a misprint; for the macro `namnformer`."""
    return [
        {
            "namn": one.namn,
            "fran": long_date(one.fran) if one.fran else "",
            "till": long_date(one.till) if one.till else "",
            "skal": en_rad(archive, one.skal) if one.skal else "",
            "missprint": one.missprint,
        }
        for one in forms
    ]
