"""Rules on uppdrag: given before they are due, reported back in time, and where the record says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.archive.moten import Punktplats
from generator.archive.uppdrag import Uppdragsplats
from generator.diagnostics import Severity
from generator.model.walk import Loc
from generator.records.unplaced import Unplaced


def over_tiden(archive: Archive) -> Iterator[Unplaced]:
    """An uppdrag past its day without a report.

    Varning where the archive has the giver's meetings up to the day, so that the report is late or not entered;
    upplysning where it has not, and knows nothing. Never a fel: the record is right to tell it. Nothing is said where
    a meeting that could not be read may hold the report.
    """
    for one in archive.uppdrag:
        if _may_be_reported_unread(archive, one):
            continue
        if one.laget == "forsenat":
            message = f"uppdraget skulle vara återrapporterat {one.senast}, och arkivet har ingen återrapport"
            yield _due(archive, "R601", one, message, "för in återrapporten, om den finns", Severity.VARNING)
        elif one.laget == "ingen-aterrapport":
            missing = f"; protokoll saknas från {_days(one.saknade)}" if one.saknade else ""
            message = f"uppdraget skulle vara återrapporterat {one.senast}; arkivet har ingen återrapport{missing}"
            yield _due(archive, "R601", one, message, "för in dokumenten när de finns", Severity.UPPLYSNING)


def _may_be_reported_unread(archive: Archive, one: Uppdragsplats) -> bool:
    """Whether an unread meeting is the giver's own, or names the meeting where the uppdrag was given."""
    organ, _, day = one.mote.partition("/")
    unread = (meeting for meeting in archive.olasta if meeting.kind == "sammantrade")
    return any(meeting.id.startswith(f"{organ}/") or meeting.namner(f"{organ} {day}") for meeting in unread)


def _days(motes: tuple[str, ...]) -> str:
    return ", ".join(mote.partition("/")[2] for mote in motes)


def senast_fore_givet(archive: Archive) -> Iterator[Unplaced]:
    """An uppdrag due before it was given. Varning: documents do print the wrong year."""
    for one in archive.uppdrag:
        if one.senast and one.senast < one.givet:
            message = f"uppdraget skulle vara klart {one.senast}, före mötet som gav det ({one.givet})"
            yield _due(archive, "R604", one, message, "kontrollera året", Severity.VARNING)


def _due(archive: Archive, code: str, one: Uppdragsplats, message: str, cure: str, severity: Severity) -> Unplaced:
    """A diagnostic at the day or the meeting that the uppdrag is due."""
    key = "senast" if one.uppdrag.senast else "senast_mote"
    return archive.moten[one.mote].record.fault(code, message, (*one.loc, key), cure=cure, severity=severity)


def obesvarad_aterrapport(archive: Archive) -> Iterator[Unplaced]:
    """An uppdrag said to be reported back in an item that does not say so. Fel: the archive contradicts itself.

    Nothing is said where the archive has no items of that meeting, or the record could not be read.
    """
    for one in archive.uppdrag:
        said = one.uppdrag.aterrapporterat_i
        node = archive.register.sla_upp(said).nod if said else None
        kind, _, target = (node or "").partition(":")
        mote = archive.moten.get(target.partition("#")[0])
        if said is None or mote is None or kind not in {"mote", "punkt"} or not mote.punkter:
            continue
        if not any(_within(archive, row.punkt, target) for row in one.rapporter):
            message = f"'{said}' säger inte att uppdraget återrapporteras där"
            cure = f"skriv där 'aterrapporterar: uppdrag:{one.id}', eller rätta hänvisningen"
            record = archive.moten[one.mote].record
            yield record.fault("R603", message, (*one.loc, "aterrapporterat_i"), cure=cure)


def _within(archive: Archive, item: str, target: str) -> bool:
    place: Punktplats | None = archive.punkter[item]
    if place and place.mote == target:
        return True
    while place:
        if place.id == target:
            return True
        place = archive.punkter.get(place.foralder or "")
    return False


def onamnt_uppdrag(archive: Archive) -> Iterator[Unplaced]:
    """A report in an item that mentions neither the uppdrag's case, its § nor its meeting.

    Varning: that the two belong together is then a conclusion of the archive, which should say why.
    """
    for one in archive.uppdrag:
        giver = archive.punkter[one.punkt]
        for row in one.rapporter:
            item = archive.punkter[row.punkt]
            if row.aterrapport.text or row.aterrapport.harlett or _mentions(archive, item, giver, one):
                continue
            index = item.punkt.aterrapporterar.index(row.aterrapport)
            loc: Loc = (*item.loc, "aterrapporterar", index, "uppdrag")
            message = "punkten återrapporterar ett uppdrag som den inte nämner"
            cure = "skriv ärendet, en hänvisning, de tryckta orden ('text') eller skälet ('harlett')"
            record = archive.moten[item.mote].record
            yield record.fault("R602", message, loc, cure=cure, severity=Severity.VARNING)


def _mentions(archive: Archive, item: Punktplats, giver: Punktplats, one: Uppdragsplats) -> bool:
    sought = {f"punkt:{giver.id}", f"mote:{giver.mote}", f"uppdrag:{one.id}"} | _cases(archive, giver)
    if giver.foralder:
        sought.add(f"punkt:{giver.foralder}")
    mine = {item.id, *([item.foralder] if item.foralder else [])}
    return any(
        edge.till in sought and edge.falt != "uppdrag"
        for key in mine
        for edge in archive.framat.get(f"punkt:{key}", ())
    )


def _cases(archive: Archive, item: Punktplats) -> set[str]:
    edges = archive.framat.get(f"punkt:{item.id}", ())
    return {edge.till for edge in edges if edge.slag == "arende" and edge.till}
