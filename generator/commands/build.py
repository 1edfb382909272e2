"""``build`` and ``serve``: from records to a site."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from pathlib import Path

from generator.archive.archive import Archive
from generator.archive.check import in_order, judge
from generator.archive.places import Places
from generator.archive.watched import watched
from generator.commands.answers import FAULTS, OK, tell
from generator.commands.reading import read_content, told_of_cache
from generator.commands.stages import StageLog
from generator.diagnostics import Diagnostic, has_errors, summary
from generator.publish.memory import key_of
from generator.publish.pipeline import publish
from generator.publish.program import program_sum
from generator.publish.progress import Progress
from generator.publish.settings import REPOSITORY, SiteSettings
from generator.publish.unchanged import unchanged
from generator.records.folder import Innehall
from generator.records.met import folder_fingerprint, meet_all
from generator.views.delar.sokindex import lopande_ar
from generator.views.site import files, plan


def build(arguments: argparse.Namespace) -> int:
    """Check the published records and build the site; drafts have no part in it."""
    log = StageLog(arguments.matt) if arguments.matt else None
    progress = Progress(sys.stdout, time.monotonic, live=sys.stdout.isatty(), log=log)
    with progress.stage("Ser efter vad som har ändrats") as line:
        met = meet_all(arguments.content, arguments.arbetare)
        if unchanged(arguments.out, lambda: _source(folder_fingerprint(met), arguments.datum)):
            line.notes.append(f"inget sedan förra bygget; webbplatsen i {arguments.out} är hel")
            return OK
    with progress.stage("Läser posterna") as line:
        content = read_content(arguments.content, arguments.arbetare, met)
        line.notes += [f"{len(content.records)} poster", *told_of_cache(content)]
    with progress.stage("Granskar posterna") as line:
        archive, found = judge(content, arguments.datum, arbetare=arguments.arbetare)
        line.failed = archive is None or has_errors(found)
        told = in_order(found, arguments.arbetare) if line.failed else []
        line.notes.append(summary(told or found))
    if archive is None or line.failed:
        tell([one for one in told if has_errors([one]) or one.code == "R135"])
        print("Bygget stannade: rätta felen ovan. Den webbplats som fanns är orörd.")
        return FAULTS
    faults = _publish(archive, content, arguments, progress)
    tell(faults)
    if faults:
        print("Bygget stannade. Den webbplats som fanns är orörd.")
    return FAULTS if faults else OK


def _publish(
    archive: Archive, content: Innehall, arguments: argparse.Namespace, progress: Progress
) -> list[Diagnostic]:
    planned = plan(watched(archive))
    return publish(
        planned,
        files(archive, planned),
        site_settings(archive, content, arguments.content),
        arguments.out,
        progress,
        workers=arguments.arbetare,
        source=_source(content.avtryck, archive.datum),
        sum_at=Places(archive).sums,
    )


def _source(content: str, datum: dt.date) -> str:
    """The sum of all that a site is made from: the program, the records, the day."""
    return key_of(program_sum(REPOSITORY), content, datum.isoformat())


def site_settings(archive: Archive, content: Innehall, folder: Path) -> SiteSettings:
    """What the publisher must know of an archive that was read from a folder."""
    about = archive.arkiv.data
    return SiteSettings(
        name=about.namn,
        url=about.webbadress,
        description=about.beskrivning,
        publisher=about.utgivare.namn,
        contact=about.kontakt.epost,
        running_year=lopande_ar(archive),
        promised=frozenset(content.adresser),
        protected=(folder,),
    )
