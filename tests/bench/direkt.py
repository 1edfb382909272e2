"""``make serve``: how long from the saving of a record until the page open in a browser shows the change."""

from __future__ import annotations

import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from tests.bench.lasare import chromium
from tests.bench.measured import Matt, MeasureError, say
from tests.bench.projekt import DATUM, Projekt, years

CHANGES = 3
PAUSE = 3.0
START = 1800
READY = "Webbplatsen visas på "


def saved_to_seen(project: Projekt) -> Matt:
    """Seconds from save to seen, three times with the same page open; the middle one counts."""
    newest = years(project.content)[-1]
    record, _ = project.change(newest)
    with preview(project) as base, chromium() as browser, browser.new_page() as page:
        page.goto(f"{base}moten/{record.parent.name}/{record.stem}/")
        seconds = [round(seen(page, project, newest), 3) for _ in range(CHANGES)]
    say(f"    från sparat till sett: {', '.join(f'{one:.1f} s' for one in seconds)}")
    return {"s": statistics.median(seconds), "alla_s": seconds}


def seen(page: Page, project: Projekt, year: int) -> float:
    """One change: seconds until the page shows the new word. What still goes on behind the page gets time to end."""
    begun = time.monotonic()
    _, word = project.change(year)
    page.get_by_text(word).first.wait_for(state="attached", timeout=START * 1000)
    seconds = time.monotonic() - begun
    page.wait_for_timeout(1000 * (PAUSE + seconds))
    return seconds


@contextmanager
def preview(project: Projekt) -> Iterator[str]:
    """``serve`` over the site that has been built; its address. It is ended as by whoever ends a job."""
    command = [sys.executable, "-m", "generator", "serve", "--datum", DATUM, "--out", str(project.site)]
    log = project.mapp / "matning.log"
    with log.open("w") as stream:
        process = subprocess.Popen(
            [*command, "--port", str(free_port())],
            cwd=project.mapp,
            env={**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
            stdout=stream,
            stderr=stream,
            start_new_session=True,
        )
        try:
            yield address(process, log)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)  # in the background of a shell SIGINT is ignored
            process.wait(timeout=60)


def address(process: subprocess.Popen[bytes], log: Path) -> str:
    """The address that the preview tells when it is ready. Raises MeasureError where it ends or never is."""
    for _ in range(START * 10):
        for line in log.read_text("utf-8").splitlines():
            if line.startswith(READY):
                return line.removeprefix(READY).split()[0]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise MeasureError("serve kom inte i gång:\n" + log.read_text("utf-8"))


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
