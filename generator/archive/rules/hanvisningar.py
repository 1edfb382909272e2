"""Rules on what points somewhere: every name and reference leads to a record, and to the kind of record it should."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.archive.graph import Kant
from generator.archive.register import Svar
from generator.archive.rules.arenden import samma_diarienummer
from generator.archive.rules.regel import av_slag
from generator.diagnostics import Severity
from generator.model.harkomst import Hanvisning
from generator.model.punkt import Punkt
from generator.model.referens import normal_diarienummer
from generator.records.unplaced import Unplaced

_CODES = {"person": "R201", "organ": "R202", "huvudman": "R203", "arende": "R205", "referens": "R206", "prosa": "R207"}

_SLAG = {
    "del_av": ("mote",),
    "ersatts_av": ("mote",),
    "flyttat_till": ("mote",),
    "mote": ("mote",),
    "ersatter": ("mote",),
    "senast_mote": ("mote",),
    "aterrapporterat_i": ("punkt", "mote"),
    "uppdrag": ("uppdrag",),
    "anmald_i": ("punkt",),
}
"""What a field that holds a reference must lead to; a field that is not here may lead to anything."""

_ETT = {
    "mote": "ett möte",
    "punkt": "en paragraf eller punkt",
    "uppdrag": "ett uppdrag",
    "anslag": "ett anslag",
    "person": "en person",
    "organ": "ett organ",
    "huvudman": "en huvudman",
    "arende": "ett ärende",
    "term": "ett ord i ordlistan",
}

_FORM = {
    "mote": "ett möte: organ/ÅÅÅÅ-MM-DD",
    "punkt": "en paragraf eller punkt: organ/ÅÅÅÅ-MM-DD#p1",
    "uppdrag": "ett uppdrag: uppdrag:organ/ÅÅÅÅ-MM-DD#p1",
}

_DOKUMENTETS_EGNA = {"till", "uppdrag", "avser", "anmald_i"}
"""Fields for what the document itself refers to; the archive's own remarks may well look ahead."""


def bruten_hanvisning(archive: Archive, slag: str) -> Iterator[Unplaced]:
    """Every link of one kind that leads nowhere, at its own words, with the nearest that does.

    Fel: a link that leads nowhere cannot be published. Nothing is said of a record that is there but could not be
    read, nor of a diarienummer that two cases have by mistake; those are told once, where they are.
    """
    for edge in archive.kanter:
        if edge.slag == slag and (found := brist(archive, edge.svar)):
            problem, cure = found
            yield edge.record.fault(_CODES[slag], problem, edge.loc, cure=cure, needle=edge.needle, nth=edge.nth)


def brist(archive: Archive, svar: Svar) -> tuple[str, str] | None:
    """What is wrong with a reference, and its cure; None where it leads somewhere or is no fault of its own."""
    if svar.nod is not None or not svar.problem:
        return None
    if len(svar.flera) > 1 and samma_diarienummer(archive, svar.flera):
        return None
    near = _as_printed(archive, svar.nara)
    cure = f"menade du '{near}'?" if near else "rätta hänvisningen, eller lägg till det som den ska leda till"
    return svar.problem, cure


def _as_printed(archive: Archive, near: str | None) -> str | None:
    """A diarienummer as its case prints it; any other target as it is."""
    cases = archive.register.diarienummer.get(near or "", ())
    printed = (number.nummer for case in cases for number in archive.arenden[case].data.diarienummer)
    return next((number for number in printed if normal_diarienummer(number) == near), near)


def fel_slag(archive: Archive) -> Iterator[Unplaced]:
    """A reference that leads to a record of another kind than the field is for. Fel: it can not be followed."""
    for edge in archive.kanter:
        wanted = _SLAG.get(edge.falt) if edge.slag == "referens" else None
        kind = edge.till.partition(":")[0] if edge.till else ""
        if wanted and kind and kind not in wanted:
            message = f"'{edge.skriven}' är {_ETT[kind]}, och det kan '{edge.falt}' inte leda till"
            yield edge.record.fault("R224", message, edge.loc, cure=f"skriv {_FORM[wanted[0]]}")


def ingen_upplosning(archive: Archive) -> Iterator[Unplaced]:
    """A printed reference that neither leads anywhere nor says why not. Fel: the record is not finished."""
    for record, loc, reference in av_slag(archive, Hanvisning):
        if reference.till is None and reference.olost is None:
            message = f"hänvisningen '{reference.text}' säger varken vart den leder eller varför det inte är känt"
            cure = "lägg till 'till:' eller, om målet inte är känt, 'olost:' med skälet"
            yield record.fault("R217", message, (*loc, "text"), cure=cure)


def senare_mote(archive: Archive) -> Iterator[Unplaced]:
    """A document that refers to a meeting after its own.

    Varning: documents do print wrong years, and a planned meeting may well be mentioned. Where the item says that
    the meeting is coming, or that something is due there, nothing is said.
    """
    for edge in archive.kanter:
        source = archive.moten.get(edge.record.id) if edge.record.kind == "sammantrade" else None
        target = _meeting(archive, edge)
        if source is None or target is None or not _own_words(edge):
            continue
        if archive.moten[target].datum > source.sista_dag and target not in _coming(archive, edge):
            day = archive.moten[target].datum
            message = f"hänvisningen leder till ett senare möte ({day}) än det här ({source.datum})"
            cure = "kontrollera året; är mötet planerat, skriv det under 'kommande'"
            yield edge.record.fault(
                "R219", message, edge.loc, cure=cure, severity=Severity.VARNING, needle=edge.needle, nth=edge.nth
            )


def _own_words(edge: Kant) -> bool:
    if edge.slag == "prosa":
        return edge.falt == "text"
    return edge.slag == "referens" and edge.falt in _DOKUMENTETS_EGNA


def _meeting(archive: Archive, edge: Kant) -> str | None:
    kind, _, key = (edge.till or "").partition(":")
    mote = key.partition("#")[0]
    return mote if kind in {"mote", "punkt", "uppdrag"} and mote in archive.moten else None


def _coming(archive: Archive, edge: Kant) -> set[str]:
    """The meetings that the item of an edge itself tells are coming."""
    place = archive.punkter.get(edge.fran.removeprefix("punkt:"))
    item: Punkt | None = place.punkt if place else None
    if item is None:
        return set()
    return {one.mote for one in item.kommande} | {one.senast_mote for one in item.uppdrag if one.senast_mote}
