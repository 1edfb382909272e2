"""Rules on a meeting's documents: each is of the kind that its content needs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.diagnostics import Severity
from generator.model.sammantrade import FORE_MOTET, Dokument
from generator.model.walk import Loc
from generator.records.unplaced import Unplaced

ANSLAG = "8 kap. 12 § och 13 kap. 2 § kommunallagen (2017:725)"
_VISAR_MOTET = {"protokoll", "protokollsutdrag", "minnesanteckningar", "motesanteckning"}
_HALLET = {"hallet", "okant"}
_ANTECKNINGAR = {"minnesanteckningar": "minnesanteckningar", "motesanteckning": "en mötesanteckning"}
_FORE = {"kallelse": "en kallelse", "agenda": "en agenda"}
_SKER_PA_MOTET = {
    "beslut": "ett beslut",
    "omrostningar": "en omröstning",
    "reservationer": "en reservation",
    "deltar_inte": "någon som inte deltar",
    "anteckningar": "en anteckning till protokollet",
    "justerad": "en justering",
}


def documents(archive: Archive) -> Iterator[tuple[Mote, int, Dokument]]:
    """Every document of every meeting, with its number in the record."""
    for mote in archive.moten.values():
        for index, document in enumerate(mote.data.dokument):
            yield mote, index, document


def status_mot_dokument(archive: Archive) -> Iterator[Unplaced]:
    """A document that tells what was said at a meeting that, by its status, was not held. Fel: one of the two is wrong.

    A cancelled meeting may have a short mötesanteckning that says so; that is nothing to remark on.
    """
    for mote, index, document in documents(archive):
        status = mote.data.status
        shows = document.slag in _VISAR_MOTET and document.tillgang == "finns"
        if shows and status not in _HALLET and not (document.slag == "motesanteckning" and status == "installt"):
            message = f"mötet har 'status: {status}', men här finns {document.slag} från det"
            cure = "skriv 'status: hallet', eller flytta dokumentet till det möte det hör till"
            yield mote.record.fault("R403", message, ("dokument", index, "slag"), cure=cure)


def anteckningar_med_anslag(archive: Archive) -> Iterator[Unplaced]:
    """Minnesanteckningar with an anslag or with instructions for appeal.

    Varning: only a justerat protokoll is announced (KL 8 kap. 12 §) and only beslut of the bodies in KL 13 kap. 2 §
    can be appealed, so the document is probably a protokoll; but it may be printed so, and is then kept so.
    """
    for mote, index, document in documents(archive):
        key = "anslag" if document.anslag else "overklagande" if document.overklagande else ""
        if document.slag in _ANTECKNINGAR and key:
            what = "ett anslag" if key == "anslag" else "en överklagandehänvisning"
            message = f"{_ANTECKNINGAR[document.slag]} har {what}, som bara ett justerat protokoll kan ha"
            cure = "är det ett protokoll, rätta 'slag'; annars lämna det som det är tryckt"
            loc: Loc = ("dokument", index, key)
            yield mote.record.fault("R420", message, loc, cure=cure, severity=Severity.VARNING, law=ANSLAG, key=True)


def fore_motet_med_beslut(archive: Archive) -> Iterator[Unplaced]:
    """A kallelse or agenda that tells what happened. Fel: it was written before, so this is of another document."""
    for mote, index, document in documents(archive):
        found = next(_happened(mote, index, document), None) if document.slag in FORE_MOTET else None
        if found:
            loc, what = found
            message = f"{_FORE[document.slag]} kan inte ha {what}: den skrivs före mötet"
            cure = "det som föreslås skrivs under 'forslag'; det som hände hör till ett dokument från mötet"
            yield mote.record.fault("R421", message, loc, cure=cure, key=True)


def _happened(mote: Mote, index: int, document: Dokument) -> Iterator[tuple[Loc, str]]:
    here: Loc = ("dokument", index)
    if document.narvaro:
        yield (*here, "narvaro"), "en närvarolista"
    for number, justering in enumerate(document.justering):
        if justering.datum or justering.justerat_av:
            yield (*here, "justering", number, "datum" if justering.datum else "justerat_av"), "en gjord justering"
    for item in mote.punkter:
        if item.dokument == index:
            yield from (((*item.loc, key), what) for key, what in _SKER_PA_MOTET.items() if getattr(item.punkt, key))
