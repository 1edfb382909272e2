"""Underlag and bilagor for readers: what the document calls them, and whether and how one can get them."""

from __future__ import annotations

from typing import Any

from generator.archive.archive import Archive
from generator.model.handling import Handling
from generator.svenska import long_date
from generator.views import lankar, urls
from generator.views.delar.harkomst import harledningar
from generator.views.markdown import prose


def handling(archive: Archive, one: Handling, pa: urls.Adress) -> dict[str, Any]:
    """A handling on the page `pa`; `tillgang` is the key of its availability, which the template puts in words."""
    return {
        "text": one.text,
        "nr": one.nr,
        "slag": one.slag,
        "datum": long_date(one.datum) if one.datum else None,
        "tillgang": one.tillgang,
        "fil": urls.fil(one.fil, pa) if one.fil and one.fil in archive.filer else None,
        "webb": lankar.webb(one.text, one.lank) if one.lank else None,
        "avser": lankar.referens(archive, one.avser) if one.avser else None,
        "lank_tryckt": one.lank_tryckt,
        "hos": one.hos,
        "grund": one.grund,
        "sha256": one.sha256,
        "anmarkning": prose(archive, one.anmarkning) if one.anmarkning else None,
        "harlett": harledningar(archive, one),
    }
