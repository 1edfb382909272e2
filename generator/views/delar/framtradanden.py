"""A person's rows in lists and names in items, said in words: as printed, in what role, for whom, where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.archive.archive import Archive
from generator.archive.narvaro import Framtradande, Namngivning
from generator.archive.personbild import Personbild
from generator.model.sammantrade import FORE_MOTET
from generator.svenska import paragraphs
from generator.views import urls
from generator.views.delar.narvaro import deltagande
from generator.views.lankar import till
from generator.views.markdown import Lank
from generator.views.text import SLAG, mote_dag, organ_text, punkt_rubrik

GRUPP = {
    "beslutande": "beslutande",
    "fortroendevalda": "närvarande förtroendevald (listan säger inte vilka som tjänstgjorde)",
    "ej_tjanstgorande": "närvarande, tjänstgjorde inte",
    "narvarande": "närvarande",
    "ovriga": "närvarande, bland övriga",
    "forhinder": "anmält förhinder",
    "franvarande": "frånvarande enligt handlingen",
    "kallade.ledamoter": "kallad bland ledamöterna",
    "kallade.ersattare": "kallad bland ersättarna",
    "kallade.ovriga": "kallad bland övriga",
}
DELAR = {
    "foredragande": "föredragande",
    "medverkande": "medverkande",
    "yrkanden": "yrkande",
    "reservationer": "reservation",
    "jav": "jäv",
    "deltar_inte": "deltog inte i beslutet eller avstod",
    "anteckningar": "anteckning eller yttrande",
    "rost.ja": "röstade ja",
    "rost.nej": "röstade nej",
    "rost.avstar": "avstod i omröstningen",
    "rost.franvarande": "frånvarande vid omröstningen enligt handlingen",
    "justering.foreslagna": "föreslagen justerare",
    "justering.utsedda": "utsedd justerare",
    "justering.ersattare": "ersättare för justerare",
    "justering.justerat_av": "justerade",
    "underskrift": "undertecknare",
}

GRUPPER = (
    ("Justerare", "justerare", ("justering.utsedda", "justering.ersattare", "justering.justerat_av")),
    ("Föreslagen justerare", "foreslagen-justerare", ("justering.foreslagna",)),
    ("Reservationer", "reservationer", ("reservationer",)),
    ("Jäv", "jav", ("jav",)),
    ("Deltog inte eller avstod", "deltog-inte", ("deltar_inte", "rost.avstar")),
    ("Yrkanden", "yrkanden", ("yrkanden",)),
    ("Omröstningar", "omrostningar", ("rost.ja", "rost.nej", "rost.franvarande")),
    ("Anteckningar och yttranden", "anteckningar", ("anteckningar",)),
    ("Föredragande och medverkande", "foredragande", ("foredragande", "medverkande")),
    ("Undertecknade", "undertecknade", ("underskrift",)),
)
"""The parts that a person may have in items and documents, under headings: what weighs most first."""


@dataclass(frozen=True)
class Tryckt:
    """Party and authority beside a name, as last printed, and the meeting where."""

    text: str = ""
    kalla: Lank | None = None


def senast_tryckt(archive: Archive, key: str, picture: Personbild) -> Tryckt:
    """What stood beside the name the last time that a list printed anything there."""
    for row in reversed(picture.framtradanden):
        title = row.titel if archive.personer[key].data.lasarklass == "tjansteperson" else ""
        body = archive.huvudman[row.huvudman].data.namn if row.huvudman else ""
        if parts := [part for part in (row.tolkning.parti, title, body) if part]:
            return Tryckt(", ".join(parts), till(archive, f"mote:{row.mote}"))
    return Tryckt()


def framtradande(archive: Archive, row: Framtradande) -> dict[str, Any]:
    """One row of a list: the meeting, in what group and role, for whom, and the line as printed."""
    mote, read = archive.moten[row.mote], row.tolkning
    return {
        "slag": "kallad" if row.kallad else "narvarande" if row.narvarande else row.grupp,
        "ar": mote.datum.year,
        "mote": till(archive, f"mote:{row.mote}", mote_dag(mote)),
        "organ": organ_text(archive, mote.organ),
        "handling": SLAG[mote.data.dokument[row.dokument].slag].lower(),
        "person": till(archive, f"person:{row.person}") if row.person else Lank(read.namn),
        "grupp": GRUPP[row.grupp],
        "tjanstgor": row.grupp == "beslutande",
        "roll": (read.roll or "").lower(),
        **deltagande(archive, row),
        "tryckt": row.rad.rad or "",
    }


def namngivna(archive: Archive, namings: Sequence[Namngivning]) -> list[dict[str, Any]]:
    """The parts that a person has outside the lists, under their headings; headings without entries left out."""
    groups = [
        {"rubrik": title, "ankare": anchor, "rader": _places(archive, [one for one in namings if one.slag in parts])}
        for title, anchor, parts in GRUPPER
    ]
    return [group for group in groups if group["rader"]]


def _places(archive: Archive, namings: Iterable[Namngivning]) -> list[dict[str, Any]]:
    """The items and documents, each once, with every part taken there."""
    rows = []
    for (mote_id, punkt_id, number), group in groupby(namings, key=lambda one: (one.mote, one.punkt, one.dokument)):
        mote = archive.moten[mote_id]
        document = mote.data.dokument[number]
        found = list(group)
        rows.append(
            {
                "plats": till(archive, f"mote:{mote_id}"),
                "punkt": Lank(punkt_rubrik(archive, punkt_id), urls.punkt(punkt_id)) if punkt_id else "",
                "omfattar": list(dict.fromkeys(filter(None, (_covered(archive, one) for one in found)))),
                "delar": list(dict.fromkeys(DELAR[one.slag] for one in found)),
                "handling": SLAG[document.slag].lower(),
                "fore": document.slag in FORE_MOTET,
            }
        )
    return rows


def _covered(archive: Archive, one: Namngivning) -> str:
    """The §§ that a justering covers: as printed, else those that the archive has of the document."""
    if not one.slag.startswith("justering."):
        return ""
    mote = archive.moten[one.mote]
    justering = mote.data.dokument[one.dokument].justering[int(one.loc[3])]
    if justering.omfattar:
        return justering.omfattar.tryckt
    items = [item for item in mote.punkter if item.dokument == one.dokument and (item.punkt.nr or "").startswith("§")]
    return paragraphs(item.nummer for item in items if item.nummer)
