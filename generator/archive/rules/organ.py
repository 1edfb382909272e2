"""Rules on organ: each folder of meetings has its organ, and a seat is held once at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.model.bas import Post
from generator.model.organ import Mandat
from generator.records.record import Record
from generator.records.unplaced import Unplaced
from generator.svenska import nearest


def organ_saknas(archive: Archive) -> Iterator[Unplaced]:
    """A folder of meetings or anslag without a record of its organ. Fel: nothing would be known of who met."""
    for organ, record in _folders(archive):
        if organ not in archive.organ and not archive.register.ar_olast("organ", organ):
            near = nearest(organ, archive.organ)
            cure = f"menade du mappen '{near}'?" if near else f"skapa organ/{organ}.yml"
            yield record.fault("R213", f"mappen '{organ}' hör inte till något organ i arkivet", cure=cure)


def organ_utan_moten(archive: Archive) -> Iterator[Unplaced]:
    """Meetings of an organ that is said to have none here. Fel: one of the two records is wrong."""
    for organ, record in _folders(archive):
        if record.kind == "sammantrade" and organ in archive.organ and not archive.organ[organ].data.mote:
            message = f"organet '{organ}' har 'mote: nej' men har ett sammanträde här"
            yield record.fault("R214", message, cure=f"skriv 'mote: ja' i organ/{organ}.yml eller flytta filen")


def _folders(archive: Archive) -> Iterator[tuple[str, Record[Post]]]:
    """Each folder of meetings or anslag, with the first record in it."""
    first: dict[str, Record[Post]] = {}
    for record in archive.records:
        if record.kind in {"sammantrade", "anslag"}:
            organ = record.id.partition("/")[0]
            if organ not in first or first[organ].kind == "anslag":
                first[organ] = record
    yield from sorted(first.items())


def dubbelt_mandat(archive: Archive) -> Iterator[Unplaced]:
    """A person who holds one role in one organ twice at once. Fel: the list of seats is the archive's own."""
    for organ in archive.organ.values():
        seats = organ.data.mandat
        for index, seat in enumerate(seats):
            if any(_same_seat(seat, earlier) for earlier in seats[:index]):
                message = f"'{seat.person}' har redan mandatet {seat.roll} under en del av tiden"
                cure = "slå ihop raderna, eller skriv 'till' på den första"
                yield organ.fault("R424", message, ("mandat", index, "person"), cure=cure)


def _same_seat(one: Mandat, other: Mandat) -> bool:
    first, last = dt.date.min, dt.date.max
    overlap = (one.fran or first) <= (other.till or last) and (other.fran or first) <= (one.till or last)
    return one.person == other.person and one.roll == other.roll and overlap
