"""Rules on days: within reason, in the right order, and not held before their day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.diagnostics import Severity
from generator.model.bas import Post
from generator.model.walk import Loc, fields
from generator.records.record import Record
from generator.records.unplaced import Unplaced

FORSTA = dt.date(1862, 1, 1)
"""The year of the kommunalförordningar: no kommun or landsting of the present kind has met before."""

YEARS_AHEAD = 10


def orimlig_dag(archive: Archive) -> Iterator[Unplaced]:
    """A day that no record can be about: before 1862, or more than ten years ahead. Fel: a slip in the year."""
    last = dt.date(archive.datum.year + YEARS_AHEAD, archive.datum.month, min(archive.datum.day, 28))
    for record, loc, day in _days(archive):
        if not FORSTA <= day <= last:
            when = f"före {FORSTA.year}" if day < FORSTA else f"mer än {YEARS_AHEAD} år framåt"
            where = "" if loc else " i filnamnet"
            yield record.fault("R401", f"dagen {day}{where} ligger {when}", loc, cure="rätta året")


def _days(archive: Archive) -> Iterator[tuple[Record[Post], Loc, dt.date]]:
    for record in archive.records:
        if record.kind in {"sammantrade", "anslag"}:
            yield record, (), dt.date.fromisoformat(record.id.partition("/")[2][:10])
        for _, place, name, day in fields(record.data, dt.date):
            if isinstance(day, dt.date):
                yield record, (*place, name), day


def hallet_i_framtiden(archive: Archive) -> Iterator[Unplaced]:
    """A meeting that is held although its day has not come.

    Varning and not fel: whether it has come depends on the day that the archive is built for, which is no part of
    the record, and an archive may be built for a day that has been.
    """
    for mote in archive.moten_i_tid:
        if mote.data.status == "hallet" and mote.datum > archive.datum:
            message = f"mötet är hållet, men {mote.datum} har inte varit än ({archive.datum})"
            cure = "rätta filens datum, eller skriv 'status: kallat' eller 'planerat'"
            yield mote.record.fault("R402", message, ("status",), cure=cure, severity=Severity.VARNING)


def slut_fore_start(archive: Archive) -> Iterator[Unplaced]:
    """A last day of a meeting before its first. Fel: the meeting would have no days."""
    for mote in archive.moten_i_tid:
        if mote.data.till_datum and mote.data.till_datum < mote.datum:
            message = f"sista dagen {mote.data.till_datum} ligger före mötets första dag {mote.datum}"
            yield mote.record.fault("R404", message, ("till_datum",), cure="rätta 'till_datum' eller filens namn")


def till_fore_fran(archive: Archive) -> Iterator[Unplaced]:
    """A stretch of days or of time that ends before it begins. Fel: it holds nothing."""
    for record in archive.records:
        for part, place, name, last in fields(record.data, (dt.date, dt.time)):
            first = getattr(part, "fran", None) if name == "till" else None
            days = type(first) is type(last) and isinstance(last, dt.date | dt.time)
            if days and _shown(last) < _shown(first):
                message = f"'till' ({_shown(last)}) ligger före 'fran' ({_shown(first)})"
                yield record.fault("R405", message, (*place, "till"), cure="rätta den ena")


def _shown(value: object) -> str:
    """A day or a time of day as text, which sorts as what it says."""
    return f"{value:%H:%M}" if isinstance(value, dt.time) else str(value)
