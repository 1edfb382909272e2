"""Where a fact comes from, for readers: the archive's conclusions, its sources, and what was taken away."""

from __future__ import annotations

from typing import Any

from generator.archive.archive import Archive
from generator.model.bas import Post
from generator.model.harkomst import Borttagning, Harlett, Kalla
from generator.svenska import long_date
from generator.views.delar.falt import faltnamn
from generator.views.lankar import referenser, webb
from generator.views.markdown import prose

SAKERHET = {"saker": "säkert", "trolig": "troligt", "oviss": "osäkert"}
KVALITET = {
    "textfil": "textfil",
    "fodd-digital": "född digital",
    "ocr": "text läst ur bild (OCR)",
    "avskrift": "avskrift",
}


def harledningar(archive: Archive, part: Post, om: str = "") -> list[dict[str, Any]]:
    """The conclusions of a part of a record, for the macro `harlett`. `om` names the part, if needed."""
    return [{**harledning(archive, type(part), row), "om": om} for row in getattr(part, "harlett", ())]


def harledning(archive: Archive, slag: type[Post], row: Harlett) -> dict[str, Any]:
    """A conclusion in a part of a kind: about which field, why, from where, how sure."""
    return {
        "falt": faltnamn(slag, row.falt),
        "om": "",
        "skal": prose(archive, row.skal),
        "ur": referenser(archive, row.ur),
        "sakerhet": SAKERHET[row.sakerhet],
    }


def kalla(archive: Archive, source: Kalla | None) -> dict[str, Any] | None:
    """The document that something was written from; None where the record names none."""
    if source is None:
        return None
    return {
        "fil": source.fil,
        "rader": source.rader,
        "sidor": source.sidor,
        "sha256": source.sha256,
        "kvalitet": KVALITET[source.kvalitet] if source.kvalitet else None,
        "hamtad": long_date(source.hamtad) if source.hamtad else None,
        "lank": webb(source.lank, source.lank) if source.lank else None,
        "original": source.original,
        "anmarkning": prose(archive, source.anmarkning) if source.anmarkning else None,
    }


def borttagning(removal: Borttagning | None) -> dict[str, Any] | None:
    """What readers are told about something that was taken away."""
    if removal is None:
        return None
    return {"datum": long_date(removal.datum), "skal": removal.skal, "av": removal.beslut_av}
