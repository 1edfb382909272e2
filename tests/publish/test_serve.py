"""The preview rebuilds, reloads and keeps the last good site."""

import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from generator.publish.preview import Preview as State
from generator.publish.rebuild import Rebuild
from generator.publish.resident import Answer, Resident
from generator.publish.serve import HOST, SCRIPT_PATH, STATE_PATH
from generator.publish.settings import REPOSITORY

pytestmark = pytest.mark.langsam

# A site of one page, made from a record; a record that says "fel" does not build, one that waits does so in the end.
BUILD = """
import sys, time
from pathlib import Path
record, out = map(Path, sys.argv[1:])
text = record.read_text()
if text.startswith("fel"):
    sys.exit("posten är fel")
while text.startswith("snart") and not Path("klar").exists():
    time.sleep(0.05)
out.mkdir(exist_ok=True)
(out / "index.html").write_text(f"<html><body><h1>{text}, byggd</h1></body></html>")
(out / "404.html").write_text("<html><body>saknas</body></html>")
(out / "a.txt").write_text("a")
"""
# What has the record at hand: it knows of faults, and makes the page of a record that is not built at once.
AT_HAND = """
import json, sys
from pathlib import Path
print("redo", flush=True)
for line in sys.stdin:
    text, answer = Path("post.yml").read_text(), {}
    if text == "fel på en gång":
        answer = {"faults": ["post.yml:1:1: fel R000: posten är fel"]}
    if text.startswith("snart"):
        answer = {"pages": {"index.html": f"<html><body><h1>{text}</h1></body></html>"}, "addresses": ["/"]}
    if text == "fel":
        sys.exit("det vet jag inget om")
    print(json.dumps(answer), flush=True)
"""
SERVE = """
import sys
from pathlib import Path
from generator.publish.resident import Resident
from generator.publish.serve import serve
build, at_hand, record, out, port = sys.argv[1:]
resident = Resident([sys.executable, at_hand], Path("."))
serve([sys.executable, build, record, out], [Path(record)], Path(out), int(port), resident)
"""


class Preview:
    """A running preview of one record."""

    def __init__(self, folder: Path, port: int) -> None:
        self.record = folder / "post.yml"
        self.record.write_text("ett")
        (folder / "bygg.py").write_text(BUILD)
        (folder / "redo.py").write_text(AT_HAND)
        command = [sys.executable, "-c", SERVE, "bygg.py", "redo.py", "post.yml", "ut", str(port)]
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
    assert SCRIPT_PATH in preview.get("/")
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
        expect(heading).to_have_text("ett, byggd")
        preview.save("två")
        expect(heading).to_have_text("två, byggd")
        preview.save("fel")
        expect(notice).to_be_visible()
        expect(heading).to_have_text("två, byggd")
        assert preview.get(STATE_PATH).endswith("-fel")
        preview.save("tre")
        expect(heading).to_have_text("tre, byggd")
        expect(notice).to_be_hidden()


@pytest.mark.webblasare
def test_the_page_is_shown_ahead_of_the_build(
    preview: Preview, open_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    """What the process at hand makes or finds is shown while the build goes on, then what was built."""
    with open_context() as context:
        page = context.new_page()
        page.goto(preview.base)
        heading, notice = page.locator("h1"), page.get_by_text("Senaste bygget misslyckades")
        preview.save("snart fyra")
        expect(heading).to_have_text("snart fyra")
        preview.save("fel på en gång")
        expect(notice).to_be_visible()
        expect(heading).to_have_text("snart fyra")
        preview.save("snart fem")
        expect(heading).to_have_text("snart fem")
        expect(notice).to_be_hidden()
        assert "ett, byggd" in (tmp_path / "ut" / "index.html").read_text()
        (tmp_path / "klar").touch()
        expect(heading).to_have_text("snart fem, byggd")


def test_pages_ahead_are_taken_away_by_a_build_that_has_their_change() -> None:
    """Not by one that began before it; and only a build with the latest change tells whether that is at fault."""
    state = State()
    state.show_ahead(1, {"a.html": b"1", "b.html": b"1"}, failed=False)
    state.show_ahead(2, {"b.html": b"2"}, failed=False)
    state.show_ahead(3, {}, failed=True)
    state.built(1, 3, succeeded=True)
    assert (state.ahead("a.html"), state.ahead("b.html"), state.failed) == (None, b"2", True)
    state.built(3, 3, succeeded=True)
    assert (state.ahead("b.html"), state.failed) == (None, False)
    state.built(4, 4, succeeded=False)
    assert (state.failed, state.version) == (True, 4)


def test_news_come_when_there_are_any() -> None:
    """Who knows the state waits for the next; who does not is told at once."""
    state = State()
    assert state.news("", 0) == state.news("0", 0) == "0"
    threading.Timer(0.05, lambda: state.show_ahead(1, {"a.html": b""}, failed=True)).start()
    assert state.news("0", 20) == "1-fel"


def test_a_build_is_not_broken_off_by_a_change_and_the_latest_comes_after(tmp_path: Path) -> None:
    """Changes during a build become one build after it; the end breaks off what goes on."""
    begun, ready = tmp_path / "börjat", tmp_path / "klart"
    wait = f"while not Path({str(ready)!r}).exists(): time.sleep(0.02)"
    script = f"import time\nfrom pathlib import Path\nPath({str(begun)!r}).touch()\n{wait}"
    done: list[tuple[int, bool]] = []
    second = threading.Event()

    def heard(number: int, succeeded: bool) -> None:
        done.append((number, succeeded))
        if len(done) == 2:
            second.set()

    rebuild = Rebuild([sys.executable, "-c", script], heard)
    rebuild.want(1)
    while not begun.exists():
        pass
    for number in (2, 3):
        rebuild.want(number)
    ready.touch()
    assert second.wait(20)
    assert done == [(1, True), (3, True)]
    ready.unlink()
    rebuild.want(4)
    rebuild.end()
    assert len(done) == 2


def test_what_is_not_at_hand_is_lost(tmp_path: Path) -> None:
    """A change outside the records, and the end of the process: it is then read anew when it is started again."""
    (tmp_path / "post.yml").write_text("snart")
    record = tmp_path / "post.yml"
    resident = Resident([sys.executable, "-c", f"import os; os.chdir({str(tmp_path)!r})\n{AT_HAND}"], tmp_path)
    assert resident.ask([record]).lost
    resident.start()
    while not (answer := resident.ask([record])).pages:
        assert answer == Answer()
    assert answer.addresses == ["/"]
    assert resident.ask([REPOSITORY / "mkdocs.yml"]).lost
    assert resident.ask([record]).lost
    resident.start()
    record.write_text("fel")
    while not resident.ask([record]).lost:
        pass
    resident.stop()
