"""A new meeting record, drafted from what the archive knows: the organ's standing members on that day."""

from __future__ import annotations

import datetime as dt

from generator.archive.archive import Archive
from generator.archive.sammansattning import ROLLNAMN, Plats, sammansattning
from generator.model.narvaro import Kallade, Narvaro, Narvarorad
from generator.model.sammantrade import FORE_MOTET, Dokument, Dokumentslag, Sammantrade
from generator.records.emit import emit

UTAN_ROLL = frozenset({"ledamot", "ersattare"})
"""The roles that a document says by the list alone."""
SCHEMA = "../../../schema/sammantrade.json"

_KALLELSE = """\
    # Så här ser en punkt ut; ta bort # och fyll i. Nästa punkt börjar med ett nytt streck.
    # punkter:
    #   - nr: 1
    #     rubrik: Mötets öppnande
    #     forslag: Kallelsens förslag till beslut, ordagrant.
"""
_PROTOKOLL = """\
    # Flytta ersättare som tjänstgjorde till beslutande: "Namn (Parti), Kommun ersätter Namn (Parti)".
    # Ta bort dem som inte var med. Så här ser en punkt ut; ta bort # och fyll i.
    # punkter:
    #   - nr: {nr}
    #     rubrik: Mötets öppnande
    #     forslag: Förslaget, ordagrant.
    #     beslut: Beslutet, ordagrant.
"""


def draft(archive: Archive, organ_id: str, day: dt.date, slag: Dokumentslag | None = None) -> str:
    """The text of a new record that passes the check.

    `slag` is the kind of its first document; without it a kallelse for a day that has not come, else a protokoll or
    minnesanteckningar as the organ numbers its items. Raises KeyError where the organ is unknown.
    """
    organ = archive.organ[organ_id].data
    after: Dokumentslag = "minnesanteckningar" if organ.numrering == "punkt" else "protokoll"
    kind: Dokumentslag = slag or ("kallelse" if day >= archive.datum else after)
    seats = sammansattning(archive, organ_id, day)
    head = Sammantrade(status="kallat" if kind in FORE_MOTET else "hallet", dokument=(_document(archive, kind, seats),))
    comment = _KALLELSE if kind in FORE_MOTET else _PROTOKOLL.format(nr=_next_number(archive, organ_id, day))
    return emit(head, SCHEMA) + comment


def _document(archive: Archive, kind: Dokumentslag, seats: tuple[Plats, ...]) -> Dokument:
    members = tuple(_row(archive, seat) for seat in seats if seat.mandat.roll not in {"ersattare", "sekreterare"})
    substitutes = tuple(_row(archive, seat) for seat in seats if seat.mandat.roll == "ersattare")
    others = tuple(_row(archive, seat) for seat in seats if seat.mandat.roll == "sekreterare")
    if kind in FORE_MOTET:
        return Dokument(slag=kind, kallade=Kallade(ledamoter=members, ersattare=substitutes, ovriga=others))
    return Dokument(slag=kind, narvaro=Narvaro(beslutande=members, ej_tjanstgorande=substitutes, ovriga=others))


def _row(archive: Archive, seat: Plats) -> Narvarorad:
    """The seat as an attendance line; a person whose name others share is named by record too."""
    mandat = seat.mandat
    record = archive.personer.get(mandat.person)
    name = record.data.namn if record else mandat.person
    party = f" ({mandat.parti})" if mandat.parti else ""
    body = archive.huvudman.get(mandat.huvudman or "")
    parts = [name + party, "" if mandat.roll in UTAN_ROLL else ROLLNAMN[mandat.roll], body.data.namn if body else ""]
    alone = archive.namn.person(name) == mandat.person
    return Narvarorad(rad=", ".join(part for part in parts if part), person=None if alone else mandat.person)


def _next_number(archive: Archive, organ_id: str, day: dt.date) -> str:
    """The number that the first item is likely to have: the year's next § where they run through the year."""
    numrering = archive.organ[organ_id].data.numrering
    if numrering == "punkt":
        return "1"
    numbers = [
        item.nummer
        for mote in archive.moten_i_organ.get(organ_id, ())
        if mote.datum.year == day.year and mote.datum < day
        for item in mote.punkter
        if item.nummer is not None and item.ankare.startswith("p")
    ]
    return f"§ {max(numbers, default=0) + 1 if numrering == 'paragraf-arsvis' else 1}"
