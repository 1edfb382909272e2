"""Finished sites in a real browser: the real records, and the invented ones that have votes, reservations and masks."""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.hela.conftest import copy_project, run
from tests.webblasare.sidslag import Sida, sidor

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300  # seconds to wait for another process's build
ARKIV = {  # name -> folder of records, and the day to build for
    "verklig": ("content", "2024-11-01"),
    "moten": ("tests/views/moten/content", "2024-04-03"),
    "foljesidor": ("tests/views/foljesidor/content", "2024-06-01"),
}


@dataclass(frozen=True)
class Sajt:
    """A finished site: its folder, and where it is served."""

    mapp: Path
    bas: str


class _Handler(SimpleHTTPRequestHandler):
    """A plain web server that shows 404.html for what is not there."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for a missing address."""
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _build(project: Path) -> str:
    """Build the three sites in a copy of the project; what went wrong."""
    copy_project(project)
    for name, (content, day) in ARKIV.items():
        out = project / "build" / name
        done = run(project, "build", "--content", str(ROOT / content), "--out", str(out), datum=day)
        if done.returncode:
            return done.stdout + done.stderr
    return ""


def _built_once(folder: Path) -> Path:
    """The folder with the three sites: the first of the processes that test at once builds it for them all."""
    done = folder / "utfall.txt"
    try:
        folder.mkdir()
    except FileExistsError:
        for _ in range(PATIENCE):
            if done.exists():
                break
            time.sleep(1)
    else:
        said = _build(folder / "arkiv")
        (folder / "skrivs.txt").write_text(said, encoding="utf-8")
        (folder / "skrivs.txt").rename(done)
    assert done.read_text("utf-8") == ""
    return folder / "arkiv" / "build"


@pytest.fixture(scope="session")
def sajter(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[dict[str, Sajt]]:
    """The three sites, built and served."""
    base = tmp_path_factory.getbasetemp()
    built = _built_once((base if worker_id == "master" else base.parent) / "webblasare")
    with ExitStack() as stack:
        yield {name: Sajt(built / name, stack.enter_context(_served(built / name))) for name in ARKIV}


@pytest.fixture(scope="session")
def alla_sidor(sajter: dict[str, Sajt]) -> list[Sida]:
    """One page or two of each kind."""
    return [page for name, site in sajter.items() for page in sidor(name, site.mapp)]
