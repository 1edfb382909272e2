"""The preview of a whole archive: a saved record's page at once, then all that follows from it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.publish.settings import REPOSITORY
from tests.hela.conftest import DATUM, copy_project

pytestmark = pytest.mark.langsam

MEETING = "sammantraden/namnden/2024-03-06.yml"
ITS_PAGE = "moten/namnden/2024-03-06/"
SOON = 60


class Preview:
    """``serve`` in a folder with content/ in it, as started by somebody."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder / "sagt.txt"
        command = [sys.executable, "-m", "generator", "serve", "--datum", DATUM, "--port", "8400"]
        env = {**os.environ, "PYTHONUTF8": "1"}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)
        self.waits(lambda: "Webbplatsen visas på" in self.said())
        self.base = next(line.split()[3] for line in self.said().splitlines() if line.startswith("Webbplatsen visas"))

    def said(self) -> str:
        """All that has been said in the terminal."""
        return self.log.read_text("utf-8")

    def waits(self, until: Callable[[], bool]) -> None:
        """Wait until something has come true, and not for ever."""
        end = time.monotonic() + SOON
        while not until():
            assert time.monotonic() < end, self.said()
            assert self.process.poll() is None, self.said()
            time.sleep(0.05)

    def page(self) -> str:
        """The page of the meeting as it is shown."""
        with urllib.request.urlopen(self.base + ITS_PAGE, timeout=SOON) as answer:
            return str(answer.read().decode())

    def changes(self, old: str, new: str) -> None:
        """Change the meeting's record in one place."""
        path = self.folder / "content" / MEETING
        path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")

    def shows_ahead(self) -> None:
        """Save until the archive is at hand, which it is a moment after a build."""
        said = self.said().count(f"Visar redan /{ITS_PAGE};")

        def shown() -> bool:
            self.changes("status:", "# sparat\nstatus:")
            time.sleep(0.5)
            return self.said().count(f"Visar redan /{ITS_PAGE};") > said

        self.waits(shown)

    def ends(self) -> str:
        """End it as by Ctrl-C; what it said."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(SOON) == 0
        return self.said()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of a small archive that has just been built, by a program of its own."""
    project = copy_project(tmp_path / "projekt")
    shutil.rmtree(project / "content")
    shutil.copytree(REPOSITORY / "tests" / "views" / "moten" / "content", project / "content")
    made = Preview(project)
    yield made
    made.process.kill()
    made.process.wait()


def test_the_page_of_a_saved_record_is_shown_and_then_the_rest(preview: Preview) -> None:
    """The terminal tells which page is shown ahead; faults are told with their place, and the page stays as it was."""
    built = preview.folder / "build" / "forhandsvisning" / ITS_PAGE / "index.html"
    preview.shows_ahead()
    preview.changes("rubrik: Upprop", "rubrik: Upprop ett")
    preview.waits(lambda: "Upprop ett" in preview.page())
    preview.changes("rubrik: Upprop ett", "rubrikk: Upprop två")
    preview.waits(lambda: "felen ovan är rättade" in preview.said())
    assert f"content/{MEETING}:" in preview.said()
    assert "Upprop ett" in preview.page()
    preview.changes("rubrikk: Upprop två", "rubrik: Upprop tre")
    preview.waits(lambda: "Upprop tre" in preview.page())
    preview.waits(lambda: "Upprop tre" in built.read_text("utf-8"))
    assert preview.ends().endswith("Avslutat.\n")


def test_a_changed_program_makes_the_page_ahead_as_well(preview: Preview) -> None:
    """The process that has the archive at hand is replaced by one of the program as it is now."""
    preview.shows_ahead()
    template = preview.folder / "generator" / "views" / "templates" / "mote.md.jinja"
    template.write_text(template.read_text("utf-8") + "\n\nEtt nytt ord.\n", encoding="utf-8")
    preview.waits(lambda: "Ett nytt ord." in preview.page())
    preview.shows_ahead()
    assert "Ett nytt ord." in preview.page()
