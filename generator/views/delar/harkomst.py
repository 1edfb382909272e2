"""Where a fact comes from, for readers: the archive's conclusions, its sources, and what was taken away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.archive.archive import Archive
from generator.model.harkomst import Borttagning, Harlett, Kalla
from generator.svenska import long_date
from generator.views.lankar import referenser, webb
from generator.views.markdown import prose

FALT = {
    "arenden": "ärende",
    "avser": "vad handlingen är",
    "fran": "första dag",
    "i_kallelsen": "punkt i kallelsen",
    "justerad": "justeringen",
    "justerat_av": "vilka som har justerat",
    "lage": "läge",
    "mote": "vilket möte",
    "narvaro": "närvaro",
    "nr": "nummer",
    "organ_tryckt": "organ",
    "plats_och_tid": "plats och tid",
    "senast": "sista dag",
    "senast_mote": "vid vilket möte",
    "senast_text": "sista dag",
    "slag": "slag av handling",
    "sista_dag": "sista dag",
    "tillgang": "tillgång",
    "till": "mottagare",
    "till_datum": "sista mötesdag",
    "text": "ordalydelse",
    "utsedda": "vilka som utsågs",
}
SAKERHET = {"saker": "säkert", "trolig": "troligt", "oviss": "osäkert"}
KVALITET = {
    "textfil": "textfil",
    "fodd-digital": "född digital",
    "ocr": "text läst ur bild (OCR)",
    "avskrift": "avskrift",
}


def harledningar(archive: Archive, rows: Iterable[Harlett], om: str = "") -> list[dict[str, Any]]:
    """The conclusions of a part of a record: which fact, why, from where, how sure. `om` names the part, if needed."""
    return [
        {
            "falt": FALT.get(row.falt, row.falt.replace("_", " ")),
            "om": om,
            "skal": prose(archive, row.skal),
            "ur": referenser(archive, row.ur),
            "sakerhet": SAKERHET[row.sakerhet],
        }
        for row in rows
    ]


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
