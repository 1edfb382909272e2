"""``serve``: the site on the writer's own computer, following every change."""

from __future__ import annotations

import argparse
import sys

from generator.commands.answers import OK
from generator.publish.resident import Resident
from generator.publish.serve import serve
from generator.publish.settings import REPOSITORY


def run(arguments: argparse.Namespace) -> int:
    """Serve the site, each page as soon as it can be had after a change."""
    same = ["--content", str(arguments.content), "--out", str(arguments.out), "--datum", arguments.datum.isoformat()]
    program = [sys.executable, "-m", "generator"]
    watched = [arguments.content, REPOSITORY / "generator", REPOSITORY / "site_overrides", REPOSITORY / "mkdocs.yml"]
    build = [*program, "build", *same, "--arbetare", str(arguments.arbetare)]
    serve(build, watched, arguments.out, arguments.port, Resident([*program, "forhand", *same], arguments.content))
    return OK
