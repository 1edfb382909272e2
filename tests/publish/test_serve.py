"""The preview rebuilds, reloads and keeps the last good site."""

import json
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from generator.publish.serve import HOST, SCRIPT_TAG, STATE_PATH, command_rebuild
from generator.publish.settings import REPOSITORY

pytestmark = pytest.mark.langsam

# A site of one page, made from a record; a record that says "fel" does not build.
BUILD = """
import sys
from pathlib import Path
record, out = map(Path, sys.argv[1:])
text = record.read_text()
if text == "fel":
    sys.exit("posten är fel")
out.mkdir(exist_ok=True)
(out / "index.html").write_text(f"<html><body><h1>{text}</h1></body></html>")
(out / "404.html").write_text("<html><body>saknas</body></html>")
(out / "a.txt").write_text("a")
"""
SERVE = """
import sys
from pathlib import Path
from generator.publish.serve import command_rebuild, serve
script, record, out, port = sys.argv[1:]
serve(command_rebuild([sys.executable, script, record, out]), [Path(record)], Path(out), int(port))
"""


class Preview:
    """A running preview of one record."""

    def __init__(self, folder: Path, port: int) -> None:
        self.record = folder / "post.yml"
        self.record.write_text("ett")
        (folder / "bygg.py").write_text(BUILD)
        command = [sys.executable, "-c", SERVE, "bygg.py", "post.yml", "ut", str(port)]
        self.process = subprocess.Popen(
            [*command],
            cwd=folder,
            env={"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.said: list[str] = []
        while not self.said or not self.said[-1].startswith("Webbplatsen visas"):
            self.said.append(self.process.stdout.readline())
            assert self.said[-1], "the preview ended before it served"
        self.base = self.said[-1].split()[3]

    def save(self, text: str) -> None:
        """Save as many editors do: write beside, then rename."""
        beside = self.record.with_suffix(".tmp")
        beside.write_text(text)
        beside.rename(self.record)

    def get(self, path: str) -> str:
        """The body at a path."""
        with urllib.request.urlopen(self.base.rstrip("/") + path, timeout=10) as answer:
            return str(answer.read().decode())


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview on a port whose wish is taken."""
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        made = Preview(tmp_path, taken.getsockname()[1])
        yield made
        made.process.send_signal(signal.SIGINT)
        rest, _ = made.process.communicate(timeout=20)
        assert rest.endswith("Avslutat.\n")
        assert made.process.returncode == 0


def test_a_busy_port_is_told_and_the_next_is_used(preview: Preview) -> None:
    """The message names both ports; only pages carry the reload script; a miss gives the 404 page."""
    assert "är upptagen; prövar" in preview.said[0]
    assert SCRIPT_TAG.decode() in preview.get("/")
    assert preview.get("/a.txt") == "a"
    with pytest.raises(urllib.error.HTTPError) as missed:
        preview.get("/finns/inte/")
    assert (missed.value.code, "saknas" in missed.value.read().decode()) == (404, True)


@pytest.mark.webblasare
def test_the_browser_follows_the_record(preview: Preview, open_context: Callable[..., BrowserContext]) -> None:
    """A saved record is on the page; a fault keeps the page and shows a notice; the cure takes it away."""
    with open_context() as context:
        page = context.new_page()
        page.goto(preview.base)
        heading, notice = page.locator("h1"), page.get_by_text("Senaste bygget misslyckades")
        expect(heading).to_have_text("ett")
        preview.save("två")
        expect(heading).to_have_text("två")
        preview.save("fel")
        expect(notice).to_be_visible()
        expect(heading).to_have_text("två")
        assert json.loads(preview.get(STATE_PATH))["failed"] is True
        preview.save("tre")
        expect(heading).to_have_text("tre")
        expect(notice).to_be_hidden()


def test_a_rebuild_is_a_process_of_its_own() -> None:
    """What the command says with its exit code is whether the build succeeded."""
    assert command_rebuild([sys.executable, "-c", "pass"])()
    assert not command_rebuild([sys.executable, "-c", "raise SystemExit(1)"])()
