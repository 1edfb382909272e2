"""A preview on the writer's own computer: builds, serves on 127.0.0.1, rebuilds on a change and reloads the browser.

A failed build leaves the last good site standing; the faults are in the terminal and the browser shows a notice. The
script that reloads is added by this server alone and is no part of the built site. `rebuild` should run in a process of
its own (`command_rebuild`), so that changed generator code and templates take effect without a restart.
"""

from __future__ import annotations

import errno
import json
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch as watch_files

HOST = "127.0.0.1"
PORTS_TO_TRY = 20
STATE_PATH = "/.forhandsvisning/lage"
SCRIPT_PATH = "/.forhandsvisning/omladdning.js"
SCRIPT_TAG = f'<script src="{SCRIPT_PATH}"></script>'.encode()
SCRIPT = Path(__file__).with_name("omladdning.js")
NO_SITE = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Inget bygge</title>
<body><h1>Det finns ingen webbplats att visa än</h1>
<p>Se felen i terminalen. Sidan laddas om när bygget lyckas.</p></body>
"""


@dataclass
class Preview:
    """What the browser asks for: how many times the site has been rebuilt, and whether the last time failed."""

    version: int = 0
    failed: bool = False

    def update(self, rebuild: Callable[[], bool]) -> None:
        """Rebuild, and remember how it went."""
        self.failed = not rebuild()
        self.version += not self.failed


def command_rebuild(command: Sequence[str]) -> Callable[[], bool]:
    """A rebuild that runs `command` as a process of its own, its output shown as it is."""
    return lambda: subprocess.run(command, check=False).returncode == 0


def serve(rebuild: Callable[[], bool], watch: Sequence[Path], out: Path, port: int) -> None:
    """Build, serve `out` and rebuild whenever something in `watch` (folders, files) changes, until Ctrl-C.

    `rebuild` tells whether it succeeded. A busy `port` is answered with the next free one; raises OSError if none is.
    """
    preview = Preview()
    preview.update(rebuild)
    server = _listen(out.resolve(), port, preview)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    _say(f"Webbplatsen visas på http://{HOST}:{server.server_port}/ (avsluta med Ctrl-C)")
    try:
        for _ in _changes(watch):
            _say("Något har ändrats; bygger om.")
            preview.update(rebuild)
    except KeyboardInterrupt:
        _say("Avslutat.")
    finally:
        server.shutdown()
        server.server_close()


def _say(text: str) -> None:
    print(text, flush=True)


def _changes(watch: Sequence[Path]) -> Iterator[None]:
    """One item each time something has changed; several changes at once are one."""
    while True:
        there = [path.resolve() for path in watch if path.exists()]
        files = {str(path) for path in there if path.is_file()}
        for changes in watch_files(*there, raise_interrupt=True):
            yield
            # An editor that saves by renaming puts another file there, which has to be watched anew.
            if any(path in files for _, path in changes):
                break


def _listen(out: Path, port: int, preview: Preview) -> ThreadingHTTPServer:
    handler = partial(_Handler, preview=preview, directory=str(out))
    for candidate in range(port, port + PORTS_TO_TRY):
        try:
            return ThreadingHTTPServer((HOST, candidate), handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or candidate == port + PORTS_TO_TRY - 1:
                raise
            _say(f"Porten {candidate} är upptagen; prövar {candidate + 1}.")
    raise AssertionError("the last port either works or raises")


class _Handler(SimpleHTTPRequestHandler):
    """Static files, with the reload script in every page."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, preview: Preview, directory: str) -> None:
        self.preview = preview
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the builds."""

    def do_GET(self) -> None:
        """A file, a page with the reload script, or what the script asks for."""
        path = self.path.partition("?")[0]
        if path == STATE_PATH:
            state = {"version": self.preview.version, "failed": self.preview.failed}
            self._reply(HTTPStatus.OK, "application/json", json.dumps(state).encode())
        elif path == SCRIPT_PATH:
            self._reply(HTTPStatus.OK, "text/javascript; charset=utf-8", SCRIPT.read_bytes())
        elif (page := self._page()) is not None:
            self._reply(HTTPStatus.OK, "text/html; charset=utf-8", _with_script(page))
        elif Path(self.translate_path(self.path)).exists():
            super().do_GET()
        else:
            self._reply(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", _with_script(self._not_found()))

    def end_headers(self) -> None:
        """Nothing is kept by the browser: the next look must show the next build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: str) -> None:  # type: ignore[override]
        """A folder without a page is a missing page, as on the published site."""
        self._reply(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", _with_script(self._not_found()))

    def _page(self) -> bytes | None:
        """The page at the address, where there is one; an address without its slash is left to be redirected."""
        path = self.path.partition("?")[0].partition("#")[0]
        file = Path(self.translate_path(self.path))
        if path.endswith("/"):
            file = file / "index.html"
        return file.read_bytes() if file.suffix == ".html" and file.is_file() else None

    def _not_found(self) -> bytes:
        page = Path(self.directory) / "404.html"
        return page.read_bytes() if page.is_file() else NO_SITE.encode()

    def _reply(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _with_script(page: bytes) -> bytes:
    head, end, tail = page.rpartition(b"</body>")
    return head + SCRIPT_TAG + end + tail if end else page + SCRIPT_TAG
