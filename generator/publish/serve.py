"""A preview on the writer's own computer: serves on 127.0.0.1, follows every change and reloads the browser.

A change of records is shown twice: the pages of those records at once, made ahead by a process that has the archive at
hand (`resident.py`), and all that follows from it when the whole site has been built (`rebuild.py`). A failed build
leaves the last good site standing; the faults are in the terminal and the browser shows a notice. The script that
reloads is added by this server alone and is no part of the built site.
"""

from __future__ import annotations

import errno
import sys
import threading
from collections.abc import Iterator, Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import count as counted
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from watchfiles import watch as watch_files

from generator.publish.preview import Preview
from generator.publish.rebuild import Rebuild
from generator.publish.resident import Answer, Resident
from generator.publish.workplace import MARKER

HOST = "127.0.0.1"
PORTS_TO_TRY = 20
STATE_PATH = "/.forhandsvisning/lage"
SCRIPT_PATH = "/.forhandsvisning/omladdning.js"
SCRIPT = Path(__file__).with_name("omladdning.js")
PATIENCE = 20.0
"""Seconds that a browser waits for news before it asks again."""
NO_SITE = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Inget bygge</title>
<body><h1>Det finns ingen webbplats att visa än</h1>
<p>Se felen i terminalen. Sidan laddas om när bygget lyckas.</p></body>
"""


def serve(command: Sequence[str], watch: Sequence[Path], out: Path, port: int, resident: Resident) -> None:
    """Serve `out` and build it by `command` whenever something in `watch` (folders, files) changes, until Ctrl-C.

    A site that is there is served at once, while the first build goes on. A busy `port` is answered with the next free
    one; raises OSError if none is.
    """
    following = _Following(command, resident)
    try:
        there = (out / MARKER).is_file()
        following.begin(there=there)
        with _listen(out.resolve(), port, following.preview) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            _say(f"Webbplatsen visas på http://{HOST}:{server.server_port}/ (avsluta med Ctrl-C)")
            if there:
                _say("Den är från förra bygget tills det nya är klart.")
            for changed in _changes(watch):
                following.change(changed)
    except KeyboardInterrupt:
        following.end()
        _say("Avslutat.")
    finally:
        following.end()


class _Following:
    """What is done about each change."""

    def __init__(self, command: Sequence[str], resident: Resident) -> None:
        self.preview = Preview()
        self._numbers = counted(1)
        self._latest = 0
        self._resident = resident
        self._first = threading.Event()
        self._rebuild = Rebuild(command, self._built)

    def begin(self, *, there: bool) -> None:
        """Let the first build begin; returns when there is something to see."""
        self._rebuild.want(0)
        if there:
            self._resident.start()
        else:
            self._first.wait()
            self._rebuild.want(0)  # what was saved while there was nobody to notice

    def change(self, changed: Sequence[Path]) -> None:
        """Show at once what can be shown, and let the rest be built."""
        self._latest = number = next(self._numbers)
        answer = self._resident.ask(changed)
        pages = {name: page.encode() for name, page in answer.pages.items()}
        if pages or answer.faults:
            self.preview.show_ahead(number, pages, failed=bool(answer.faults))
        _say(_told(answer))
        if not answer.faults:
            self._rebuild.want(number)

    def end(self) -> None:
        """Leave no process behind."""
        self._rebuild.end()
        self._resident.stop()

    def _built(self, number: int, succeeded: bool) -> None:
        self.preview.built(number, self._latest, succeeded=succeeded)
        if succeeded:
            self._resident.start()
        self._first.set()


def _told(answer: Answer) -> str:
    shown = " och ".join(answer.addresses)
    if answer.faults:
        ending = f"Visar redan {shown}. " if shown else ""
        return "\n".join([*answer.faults, f"{ending}Webbplatsen byggs inte om förrän felen ovan är rättade."])
    if shown:
        return f"Visar redan {shown}; listor, sökning och övriga sidor följer när bygget är klart."
    return "Något har ändrats; bygger om."


def _say(text: str) -> None:
    print(text, flush=True)


def _changes(watch: Sequence[Path]) -> Iterator[list[Path]]:
    """What has changed, each time something has; several changes at once are one."""
    while True:
        there = [path.resolve() for path in watch if path.exists()]
        files = {str(path) for path in there if path.is_file()}
        for changes in watch_files(*there, raise_interrupt=True):
            yield [Path(path) for _, path in changes]
            # An editor that saves by renaming puts another file there, which has to be watched anew.
            if any(path in files for _, path in changes):
                break


def _listen(out: Path, port: int, preview: Preview) -> ThreadingHTTPServer:
    handler = partial(_Handler, preview=preview, directory=str(out))
    for candidate in range(port, port + PORTS_TO_TRY):
        try:
            return _Server((HOST, candidate), handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or candidate == port + PORTS_TO_TRY - 1:
                raise
            _say(f"Porten {candidate} är upptagen; prövar {candidate + 1}.")
    raise AssertionError("the last port either works or raises")


class _Server(ThreadingHTTPServer):
    """Answers each browser by a thread of its own."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone on to another page."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(SimpleHTTPRequestHandler):
    """Static files, with the reload script in every page."""

    protocol_version = "HTTP/1.1"
    version = 0

    def __init__(self, *args: object, preview: Preview, directory: str) -> None:
        self.preview = preview
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the builds."""

    def do_GET(self) -> None:
        """A file, a page with the reload script, or what the script asks for."""
        path, self.version = self.path.partition("?")[0], self.preview.version
        if path == STATE_PATH:
            known = parse_qs(urlsplit(self.path).query).get("kant", [""])[0]
            self._reply(HTTPStatus.OK, "text/plain", self.preview.news(known, PATIENCE).encode())
        elif path == SCRIPT_PATH:
            self._reply(HTTPStatus.OK, "text/javascript; charset=utf-8", SCRIPT.read_bytes())
        elif (page := self._page()) is not None:
            self._reply(HTTPStatus.OK, "text/html; charset=utf-8", self._with_script(page))
        elif Path(self.translate_path(self.path)).exists():
            super().do_GET()
        else:
            self._reply(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", self._with_script(self._not_found()))

    def end_headers(self) -> None:
        """Nothing is kept by the browser: the next look must show the next build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: str) -> None:  # type: ignore[override]
        """A folder without a page is a missing page, as on the published site."""
        self._reply(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", self._with_script(self._not_found()))

    def _page(self) -> bytes | None:
        """The page at the address, where there is one; an address without its slash is left to be redirected."""
        path = self.path.partition("?")[0].partition("#")[0]
        file = Path(self.translate_path(self.path))
        name = unquote(path).lstrip("/")
        if path.endswith("/"):
            file, name = file / "index.html", f"{name}index.html"
        if ahead := self.preview.ahead(name):
            return ahead
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

    def _with_script(self, page: bytes) -> bytes:
        """The page with the script, told what it shows: the version from before the page was looked for."""
        script = f'<script src="{SCRIPT_PATH}" data-version="{self.version}"></script>'.encode()
        head, end, tail = page.rpartition(b"</body>")
        return head + script + end + tail if end else page + script
