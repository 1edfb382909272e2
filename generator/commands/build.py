"""``build`` and ``serve``: from records to a site."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from generator.archive.archive import Archive
from generator.archive.check import check
from generator.commands.answers import FAULTS, OK, tell
from generator.commands.stages import StageLog
from generator.diagnostics import has_errors, summary
from generator.publish.pipeline import publish
from generator.publish.progress import Progress
from generator.publish.serve import command_rebuild, serve
from generator.publish.settings import REPOSITORY, SiteSettings
from generator.records.folder import Innehall, read_folder
from generator.views.delar.sokindex import lopande_ar
from generator.views.site import files, plan


def build(arguments: argparse.Namespace) -> int:
    """Check the published records and build the site; drafts have no part in it."""
    log = StageLog(arguments.matt) if arguments.matt else None
    progress = Progress(sys.stdout, time.monotonic, live=sys.stdout.isatty(), log=log)
    with progress.stage("Granskar posterna") as line:
        content = read_folder(arguments.content)
        archive, found = check(content, arguments.datum)
        line.notes.append(f"{len(content.records)} poster: {summary(found)}")
        line.failed = has_errors(found)
    if has_errors(found) or archive is None:
        tell([one for one in found if has_errors([one]) or one.code == "R135"])
        print("Bygget stannade: rätta felen ovan. Den webbplats som fanns är orörd.")
        return FAULTS
    planned = plan(archive)
    settings = _settings(archive, content, arguments.content)
    faults = publish(planned, files(archive, planned), settings, arguments.out, progress, workers=arguments.arbetare)
    tell(faults)
    if faults:
        print("Bygget stannade. Den webbplats som fanns är orörd.")
    return FAULTS if faults else OK


def _settings(archive: Archive, content: Innehall, folder: Path) -> SiteSettings:
    about = archive.arkiv.data
    return SiteSettings(
        name=about.namn,
        url=about.webbadress,
        description=about.beskrivning,
        datum=archive.datum,
        publisher=about.utgivare.namn,
        contact=about.kontakt.epost,
        running_year=lopande_ar(archive),
        promised=frozenset(content.adresser),
        protected=(folder,),
    )


def preview(arguments: argparse.Namespace) -> int:
    """Serve the site on this computer, built anew at each change."""
    command = [sys.executable, "-m", "generator", "build", "--content", str(arguments.content)]
    command += ["--out", str(arguments.out), "--datum", arguments.datum.isoformat()]
    watched = [arguments.content, REPOSITORY / "generator", REPOSITORY / "site_overrides", REPOSITORY / "mkdocs.yml"]
    serve(command_rebuild(command), watched, arguments.out, arguments.port)
    return OK
