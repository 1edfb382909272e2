"""The reader's side, in a real browser: first view of each kind of page, and a search to its first hit."""

from __future__ import annotations

import re
import statistics
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.bench.measured import Matt, MeasureError, say
from tests.bench.projekt import Projekt
from tests.bench.sokkostnad import SEEN, cost
from tests.bench.vikt import KB, weights
from tests.conftest import _browser
from tests.webblasare.sidslag import sidor

SLOWED = 4
TIMES = 3
PATIENCE = 60_000
SAMPLE = 200
WORD = re.compile(r"(?m)(?<= )[a-zåäö]{6,}(?= |$)")  # never a key of the record, which ends in a colon
ASK = """q => new Promise(done => {
  const begun = performance.now();
  new MutationObserver(() => {
    if (document.querySelector('#sok-traffar > li')) done((performance.now() - begun) / 1000);
  }).observe(document.querySelector('#sok-traffar'), {childList: true});
  document.querySelector('#sok-q').value = q;
  document.querySelector('#sok-formular').requestSubmit();
})"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser. Raises MeasureError where none is installed."""
    if not (path := _browser()):
        raise MeasureError("Chromium eller Chrome är inte installerat (ARKIV_WEBBLASARE kan peka ut en).")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
        browser = playwright.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


@contextmanager
def fresh(browser: Browser) -> Iterator[tuple[Page, list[Request]]]:
    """A page with an empty cache, and everything it asks for."""
    with browser.new_context() as context:
        page, asked = context.new_page(), list[Request]()
        page.on("request", lambda one: asked.append(one))  # noqa: PLW0108 - Playwright puts a mark on what it is given
        yield page, asked


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a page that is closed hangs up in the midst of an answer."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A plain web server over the folder; its address, which ends with a slash."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def kilobytes(requests: Iterable[Request]) -> float:
    """kB sent in answer."""
    return round(sum(cost(answer) for one in requests if (answer := one.response())) / KB, 1)


def readers(project: Projekt) -> Matt:
    """Weights of pages, and the first view of the longest of each kind."""
    say("    väger sidorna")
    figures: Matt = {"vikt": weights(project.site)}
    say("    öppnar den tyngsta sidan av varje slag med tom cache")
    with chromium() as browser, served(project.site) as base:
        return figures | {"webblasare": browser.version, "forsta": first_views(browser, base, project.site)}


def searches(project: Projekt) -> Matt:
    """What each question costs who asks it."""
    asked = questions(project.content)
    say(f"    ställer {len(asked)} frågor med processorn bromsad till en fjärdedel")
    with chromium() as browser, served(project.site) as base:
        return {"fragor": {question: search(browser, base, question) for question in asked}}


def first_views(browser: Browser, base: str, site: Path) -> Matt:
    """Of the longest page of each kind: kB of all that is sent for it, and requests to other hosts."""
    seen = {}
    for one in sidor("", site):
        with fresh(browser) as (page, asked):
            page.goto(base + one.adress.removeprefix("/"), wait_until="networkidle")
            if "?q=" in one.adress:  # on a busy machine all may be still before the answer has come
                page.locator("#sok-lage:not(:empty)").wait_for(timeout=PATIENCE)
                page.wait_for_load_state("networkidle")
            own = [request for request in asked if request.url.startswith(base)]
            foreign = others((request.url for request in asked), base)
            seen[one.adress] = {"kb": kilobytes(own), "filer": len(own), "andra_vardar": len(foreign)}
    return seen


def others(asked: Iterable[str], base: str) -> list[str]:
    """Addresses of somebody else."""
    return [one for one in asked if not one.startswith((base, "data:", "blob:"))]


def search(browser: Browser, base: str, question: str) -> Matt:
    """A question asked on a slow device, by a link and on a search page that stands open: the middle of some times."""
    figures = [by_link(browser, base, question) | on_page(browser, base, question) for _ in range(TIMES)]
    return {name: round(statistics.median(one[name] for one in figures), 2) for name in figures[0]}


def by_link(browser: Browser, base: str, question: str) -> dict[str, float]:
    """With an empty cache, to the first hit.

    kB asked for until then, but for the page and the theme; seconds from the first request for an answer, and from the
    opening of the page.
    """
    with fresh(browser) as (page, asked):
        _slow(page)
        page.add_init_script(SEEN)
        page.goto(f"{base}sok/?q={quote(question)}")
        page.locator("#sok-traffar > li").first.wait_for(timeout=PATIENCE)
        page.wait_for_load_state("networkidle")
        seen: float = page.evaluate("window.seen")
        opened: float = page.evaluate("performance.timeOrigin")
        before = {one.url.removeprefix(base): one for one in asked if 0 < one.timing["startTime"] <= seen}
        begun = min(one.timing["startTime"] for address, one in before.items() if of_answer(address))
        size = kilobytes(one for address, one in before.items() if of_search(address))
    return {"kb": size, "kall_s": (seen - begun) / 1000, "lank_s": (seen - opened) / 1000}


def on_page(browser: Browser, base: str, question: str) -> dict[str, float]:
    """Seconds from the question to its first hit, on a search page that has been opened and left alone."""
    with fresh(browser) as (page, _):
        page.goto(f"{base}sok/", wait_until="networkidle")
        _slow(page)
        return {"oppen_s": page.evaluate(ASK, question)}


def of_answer(address: str) -> bool:
    """Whether a file holds what is searched in, or is Pagefind's own: the index and the register."""
    return address.startswith("pagefind/") or (address.startswith("sok/") and address.endswith(".json"))


def of_search(address: str) -> bool:
    """Whether a file serves the search alone: what an answer is made of, and our scripts. Not the page itself."""
    return of_answer(address) or address.startswith("assets/sok")


def _slow(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})


def questions(content: Path) -> list[str]:
    """What readers ask for: an organ's §, a day, a number, a person, a word of many meetings and one of few."""
    meetings = sorted((content / "sammantraden").glob("*/*.yml"))
    some = meetings[:: max(1, len(meetings) // SAMPLE)]
    held: Counter[str] = Counter()
    for path in some:
        held.update(set(WORD.findall(path.read_text("utf-8").lower())))
    order = sorted(held, key=lambda word: (-held[word], word))
    number = next(iter(sorted((content / "arenden").glob("*.yml")))).stem.upper()
    person = sorted((content / "personer").glob("*.yml"))[0].read_text("utf-8").partition("namn: ")[2].splitlines()[0]
    return ["Regionstyrelsen § 17", some[len(some) // 2].stem, number, person, order[0], order[-1]]
