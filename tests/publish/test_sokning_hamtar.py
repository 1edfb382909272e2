"""What the search page fetches, when, and what a reader is told where it does not come."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from tests.bench.lasare import kilobytes
from tests.publish.conftest import served

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare]

OPENED = 200  # kB for a page that nothing has been asked; an archive of decades adds its list of a year's pages
ENGINE = {"pagefind/pagefind.js", "pagefind/wasm.sv.pagefind", "pagefind/pagefind-entry.json"}
NEEDED = (
    "assets/sok-svar.js",
    "pagefind/pagefind.js",
    "pagefind/wasm.sv.pagefind",
    "pagefind/pagefind-entry.json*",
    "pagefind/*.pf_meta",
    "pagefind/index/*",
    "pagefind/fragment/*",
    "sok/register.json",
)


def listened(page: Page) -> list[Request]:
    """Everything that a page asks for from now on."""
    asked: list[Request] = []
    page.on("request", lambda one: asked.append(one))  # noqa: PLW0108 - Playwright puts a mark on what it is given
    return asked


def names(asked: list[Request]) -> Counter[str]:
    """How many times each file of the site was asked for."""
    return Counter(one.url.partition("/arkiv/")[2].partition("?")[0] for one in asked)


def test_an_opened_page_fetches_no_answers(site: Path, open_context: Callable[..., BrowserContext]) -> None:
    """Before a question: the engine and its list of pages; no register, no words, and none of what filters hold."""
    with served(site.parent) as base, open_context() as context:
        page = context.new_page()
        asked = listened(page)
        page.goto(f"{base}arkiv/sok/", wait_until="networkidle")
        held = {name for name in names(asked) if name.startswith(("pagefind/", "sok/"))} - {"sok/"}
        assert {name for name in held if not name.endswith(".pf_meta")} == ENGINE
        assert page.locator("#sok-organ option").count() > 1
        assert kilobytes(asked) < OPENED


def test_an_answer_fetches_each_file_once(site: Path, open_context: Callable[..., BrowserContext]) -> None:
    """A link with a question costs the words and the pages that are seen; the filters cost nothing unless used.

    Whoever reads on is shown more, and by and by all.
    """
    with served(site.parent) as base, open_context() as context:
        page = context.new_page()
        asked = listened(page)
        page.goto(f"{base}arkiv/sok/?q=målbild", wait_until="networkidle")
        expect(page.locator("#sok-traffar > li")).to_have_count(5)
        assert sum("/fragment/" in name for name in names(asked)) == 5
        page.locator("#sok-traffar > li").last.scroll_into_view_if_needed()
        expect(page.locator("#sok-traffar > li")).to_have_count(10)
        held = names(asked)
        assert {name: times for name, times in held.items() if times > 1} == {}
        assert sum("/fragment/" in name for name in held) == 10
        assert not [name for name in held if "/filter/" in name]
        page.select_option("#sok-ar", "2011")
        expect(page.locator("#sok-lage")).to_have_text(re.compile("sidor med träff"))
        page.wait_for_load_state("networkidle")
        assert any("/filter/" in name for name in names(asked))


@pytest.mark.parametrize("lost", NEEDED)
def test_a_file_that_does_not_come_is_told(site: Path, open_context: Callable[..., BrowserContext], lost: str) -> None:
    """Whichever file is missing, a reader is never told that there are no hits; and can ask again."""
    with served(site.parent) as base, open_context() as context:
        page = context.new_page()
        where = f"**/arkiv/{lost}"
        context.route(where, lambda route: route.fulfill(status=503, body="upptagen"))
        page.goto(f"{base}arkiv/sok/?q=HSF240207")
        expect(page.locator("#sok-lage")).to_contain_text("Sökningen kunde inte laddas. Tryck på Sök")
        expect(page.locator("#sok-vantar")).to_be_empty()
        context.unroute(where)
        page.click("#sok-formular button[type=submit]")
        expect(page.locator("#sok-traffar > li")).to_have_count(1)
        expect(page.locator("#sok-lage")).to_have_text("1 sida med träff för ”HSF240207”.")


def test_a_search_that_takes_its_time_says_so(site: Path, open_context: Callable[..., BrowserContext]) -> None:
    """A reader with a slow connection sees that something is under way, and not when it is done."""

    def slowly(route: Route) -> None:
        time.sleep(2)
        route.continue_()

    with served(site.parent) as base, open_context() as context:
        page = context.new_page()
        context.route("**/pagefind/index/*", slowly)
        page.goto(f"{base}arkiv/sok/?q=HSF240207")
        expect(page.locator("#sok-vantar")).to_have_text("Söker …")
        expect(page.locator("#sok-traffar > li")).to_have_count(1)
        expect(page.locator("#sok-vantar")).to_be_empty()
