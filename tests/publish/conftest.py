"""A tiny invented archive as the views would hand it over, and ways to build and look at it."""

from __future__ import annotations

import functools
import io
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from generator.diagnostics import Diagnostic
from generator.publish.pipeline import publish
from generator.publish.progress import Progress
from generator.publish.search import build_index, texts_in
from generator.publish.settings import SiteSettings
from generator.publish.sokunderlag import write_texts
from generator.views.artifacts import Artifact, File, Page, Planned

LISTS = (
    "anslag",
    "moten",
    "arenden",
    "personer",
    "organ",
    "huvudman",
    "uppdrag",
    "ordlista",
    "om",
    "tackning",
    "tillganglighet",
)
ORGAN = ("Kommunstyrelsen", "Nämnden för vård, omsorg & hälsa", "Byggnadsnämnden")

SETTINGS = SiteSettings(
    name="Provarkivet",
    url="https://exempel.se/arkiv/",
    description="Ett påhittat arkiv.",
    publisher="Exempelkommunen",
    contact="arkiv@exempel.se",
)

VAL = {"slag": ["Möte"], "organ": list(ORGAN), "ar": [str(year) for year in range(2016, 2009, -1)]}
"""What a search can be limited to, as the search page says it."""

REGISTER: dict[str, object] = {
    "bojningar": {},
    **{name: [] for name in ("organ", "huvudman", "namn", "dnr", "stoppord", "motesord", "organord", "likord")},
}


def meeting(number: int) -> Page:
    """A searchable page with two §§; every third belongs to the same organ."""
    organ = ORGAN[number % 3]
    facts = f"sok_slag: Möte\nsok_organ: '{organ}'\nsok_ar: {2010 + number % 7}\nsok_datum: 2025-01-15\n"
    head = f"title: Möte {number}\nsok: true\n{facts}"
    body = (
        f"# {organ}, möte {number} {{#start}}\n\nSe [organen](../../organ/index.md).\n\n"
        f"## § 1 Val av justerare {{#p1}}\n\nÅsa Öberg utses.\n\n"
        f"## § 2 Målbild för nära vård {{#p2}}\n\nDiarienummer HSF2402{number:02}. Målbilden godkänns. &lt;b&gt;\n"
    )
    return Page(f"moten/ks/m{number}.md", f"---\n{head}---\n{body}")


def archive(meetings: int = 2) -> list[Artifact]:
    """Every page that the navigation names, the search page, some meetings and a file."""
    front = Page("index.md", "# Provarkivet {#start}\n\n[Möte 0](moten/ks/m0/#p2)\n")
    lists = [Page(f"{name}/index.md", f"# {name.capitalize()} {{#start}}\n\nText.\n") for name in LISTS]
    head = f"title: Sök\ntemplate: sok.html\nsok_val: {json.dumps(VAL, ensure_ascii=False)}\n"
    search = Page("sok/index.md", f"---\n{head}---\n# Sök i arkivet {{#sok}}\n")
    register = File("sok/register.json", json.dumps(REGISTER).encode())
    files = [File("sitemap.xml", b"<urlset/>"), File("data/v1/moten.json", b"[]"), register]
    return [front, *lists, search, *(meeting(number) for number in range(meetings)), *files]


def build(
    artifacts: list[Artifact], out: Path, settings: SiteSettings = SETTINGS, workers: int = 1
) -> list[Diagnostic]:
    """Publish without a terminal."""
    progress = Progress(io.StringIO(), lambda: 0.0, live=False)
    return publish(*planned(artifacts), settings, out, progress, workers=workers)


def _same(page: Page) -> Page:
    return page


def planned(artifacts: list[Artifact]) -> tuple[list[Planned], list[File]]:
    """The pages as a plan whose pages are made already, and the files."""
    pages = [Planned(one.path, partial(_same, one)) for one in artifacts if isinstance(one, Page)]
    return pages, [one for one in artifacts if isinstance(one, File)]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def texts_of(site: Path, folder: Path) -> Path:
    """The texts to be searched of the pages of a site, in a new folder."""
    assert write_texts(site, folder, lambda _: "texter") == ["texter"]
    return folder / "texter"


def indexed(
    texts: Path, out: Path, kept: Path | None = None, *, workers: int = 1, share: int = 250
) -> list[Diagnostic]:
    """An index of all texts below a folder, with what is kept of another, or from nothing."""
    return build_index(texts_in(texts), out, kept or out.with_name("andelar") / out.name, workers=workers, share=share)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished site with 36 meetings; not to be changed."""
    out = tmp_path_factory.mktemp("publish") / "arkiv"
    assert build(archive(36), out) == []
    return out


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A plain web server over a folder; its address, which ends with a slash."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def open_context(krom: Browser) -> Callable[..., BrowserContext]:
    """A real browser; call for a fresh profile in it."""
    return krom.new_context
