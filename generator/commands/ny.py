"""``ny``: a new meeting."""

from __future__ import annotations

import argparse

from generator.archive.archive import Archive
from generator.archive.check import check
from generator.archive.nytt import draft
from generator.commands.answers import FAULTS, OK, refuse, tell
from generator.publish.write import write_new
from generator.records.folder import read_folder
from generator.svenska import nearest


def run(arguments: argparse.Namespace) -> int:
    """Write the record of a new meeting, filled in as far as the archive knows."""
    content = read_folder(arguments.content)
    archive, found = check(content, arguments.today())
    if archive is None:
        tell(found)
        return FAULTS
    _require_organ(archive, arguments.organ)
    day, name = arguments.dag
    path = arguments.content / "sammantraden" / arguments.organ / f"{name}.yml"
    if not write_new(path, draft(archive, arguments.organ, day, arguments.slag)):
        refuse(f"{path} finns redan och är orörd; är det ett andra möte samma dag, skriv dagen {day}-2")
    print(f"Skapade {path}\nFyll i den i redigeraren och kör sedan: make check")
    return OK


def _require_organ(archive: Archive, organ: str) -> None:
    """Refuse an organ that is unknown or whose meetings the archive does not cover."""
    record = archive.organ.get(organ)
    if record is not None and not record.data.mote:
        refuse(f"organet '{organ}' har 'mote: nej'; ska arkivet ha dess möten, skriv 'mote: ja' i organ/{organ}.yml")
    if record is None:
        with_meetings = [name for name, one in archive.organ.items() if one.data.mote]
        near = nearest(organ, with_meetings)
        known = ", ".join(with_meetings)
        choose = f"välj {known}, eller " if known else ""
        hint = f"menade du '{near}'?" if near else f"{choose}skriv organet i organ/ först"
        refuse(f"organet '{organ}' finns inte; {hint}")
