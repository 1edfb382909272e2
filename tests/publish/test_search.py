"""The search index is the same each time, and a real browser finds with it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.publish import search
from generator.publish.faults import PublishError
from generator.publish.search import build_search
from generator.publish.sokunderlag import BODY_MARK
from generator.views.delar.sokindex import LOPANDE as FOLDER
from tests.publish.conftest import ORGAN, indexed, served, texts_of, tree

pytestmark = pytest.mark.langsam


def test_every_build_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """Over 36 pages with three filters and four kinds of facts, the indexes agree in every name and byte.

    However many processes make them; ``test_sokandelar.py`` has more of the kind.
    """
    first = tree(site / FOLDER)
    assert sum(name.startswith("fragment/") for name in first) == 36
    assert sum(name.startswith("index/") for name in first) >= 1
    assert sum(name.startswith("filter/") for name in first) == 3
    texts = texts_of(site, tmp_path)
    for workers in (1, 2):
        assert indexed(texts, tmp_path / f"ut-{workers}", workers=workers) == []
        assert tree(tmp_path / f"ut-{workers}") == first


def test_only_marked_pages_are_indexed(site: Path, tmp_path: Path) -> None:
    """Without a page that asks to be searchable there is no index, rather than one of everything."""
    (tmp_path / "index.html").write_text("<html lang=sv><body><h1>Hej</h1></body></html>")
    assert build_search(tmp_path) == []
    assert not (tmp_path / FOLDER).exists()
    entry = json.loads((site / FOLDER / "pagefind-entry.json").read_bytes())
    marked = [path for path in site.rglob("*.html") if BODY_MARK in path.read_bytes()]
    assert {name: one["page_count"] for name, one in entry["languages"].items()} == {"sv": len(marked)}


def test_what_pagefind_says_is_told(tmp_path: Path) -> None:
    """A page that cannot be indexed is a diagnostic with Pagefind's own words."""
    (tmp_path / "texter").mkdir()
    (tmp_path / "texter" / "ingen-sida.txt").write_text("x")
    (told,) = indexed(tmp_path / "texter", tmp_path / FOLDER)
    assert told.code == "P420"
    assert "Pagefind kunde inte göra sökindexet: " in told.message
    assert not (tmp_path / FOLDER).exists()


def opened(context: BrowserContext, base: str, query: str) -> Page:
    """The search page with a query, when it has answered; everything must come from our host."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}arkiv/sok/{query}")
    expect(page.locator("#sok-lage")).not_to_be_empty()
    assert [url for url in asked if not url.startswith(base)] == []
    return page


def titles(page: Page) -> list[str]:
    """The titles of the hits shown."""
    return page.locator("#sok-traffar > li h2").all_inner_texts()


@pytest.mark.webblasare
def test_a_browser_finds_and_filters(site: Path, open_context: Callable[..., BrowserContext]) -> None:
    """Swedish words find their pages below a sub-path; filters narrow; a part of a page is a link to its anchor."""
    with served(site.parent) as base, open_context() as context:
        page = opened(context, base, "?q=HSF240207")
        assert titles(page) == [f"{ORGAN[1]}, möte 7"]
        part = page.locator(".sok__delar a").first
        assert part.inner_text() == "§ 2 Målbild för nära vård"
        assert (part.get_attribute("href") or "").endswith("/arkiv/moten/ks/m7/#p2")
        state, hits = page.locator("#sok-lage"), page.locator("#sok-traffar > li")
        page.fill("#sok-q", "målbild")
        expect(state).to_have_text("36 sidor med träff för ”målbild”.")
        expect(hits).to_have_count(5)
        expect(page.locator("#sok-fler")).to_be_hidden()
        hits.last.scroll_into_view_if_needed()
        expect(hits).to_have_count(10)
        page.click("#sok-fler")
        expect(hits).to_have_count(20)
        page.select_option("#sok-organ", ORGAN[1])
        page.select_option("#sok-ar", "2011")
        expect(state).to_have_text("2 sidor med träff för ”målbild”.")
        assert "organ=N%C3%A4mnden" in page.url
        assert all(title.startswith(ORGAN[1]) for title in titles(page))
        page.go_back()
        expect(page.locator("#sok-ar")).to_have_value("")
        assert page.input_value("#sok-organ") == ORGAN[1]


@pytest.mark.webblasare
def test_filters_are_folded_on_a_phone(site: Path, open_context: Callable[..., BrowserContext]) -> None:
    """They take one line there until somebody opens them; those that an address names are seen, and counted."""
    with served(site.parent) as base, open_context(viewport={"width": 360, "height": 640}) as context:
        page = opened(context, base, "?q=målbild")
        filters = page.locator("#sok-filter")
        expect(filters.locator("summary")).to_have_text("Avgränsa")
        expect(page.locator("#sok-organ")).to_be_hidden()
        filters.locator("summary").click()
        page.select_option("#sok-organ", ORGAN[1])
        expect(filters.locator("summary")).to_have_text("Avgränsa (1 vald)")
        page.reload()
        expect(page.locator("#sok-organ")).to_be_visible()
        page.select_option("#sok-ar", "2011")
        expect(filters.locator("summary")).to_have_text("Avgränsa (2 valda)")
        page.click("#sok-rensa")
        expect(filters.locator("summary")).to_have_text("Avgränsa")


@pytest.mark.webblasare
def test_the_header_box_leads_to_the_answer(site: Path, open_context: Callable[..., BrowserContext]) -> None:
    """From any page a word in the header's box and Enter give the hits, and the address can be shared."""
    with served(site.parent) as base, open_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{base}arkiv/moten/ks/m0/")
        page.fill("#sok-huvud", "justerare")
        page.press("#sok-huvud", "Enter")
        expect(page.locator("#sok-lage")).to_have_text("36 sidor med träff för ”justerare”.")
        assert page.url == f"{base}arkiv/sok/?q=justerare"
        assert "Länk hit" not in page.locator("#sok-traffar").inner_text()


@pytest.mark.webblasare
@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "\"'`<script>", "x" * 10_000, "%00", "§ 2", "&lt;b&gt;", "a" * 199 + "å"]
)
def test_no_query_breaks_the_page(site: Path, open_context: Callable[..., BrowserContext], query: str) -> None:
    """Any query is answered in plain text: nothing runs, nothing fails."""
    faults: list[str] = []
    with served(site.parent) as base, open_context() as context:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.goto(f"{base}arkiv/sok/")
        page.evaluate("q => location.search = new URLSearchParams({q})", query)
        expect(page.locator("#sok-lage")).to_contain_text("träff")
        assert page.locator("#sok-traffar img, #sok-traffar script, #sok-lage *").count() == 0
    assert faults == []


@pytest.mark.webblasare
def test_without_javascript_the_lists_are_named(site: Path, open_context: Callable[..., BrowserContext]) -> None:
    """The box still leads to the search page, which says that the lists carry everything."""
    with served(site.parent) as base, open_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{base}arkiv/")
        page.fill("#sok-huvud", "x")
        page.press("#sok-huvud", "Enter")
        assert page.url == f"{base}arkiv/sok/?q=x"
        text = page.locator("noscript").inner_text()
        assert "Utan JavaScript når du allt genom listorna" in text
        assert page.locator("noscript a").count() == 6


@pytest.mark.webblasare
def test_our_own_files_work_under_a_strict_policy(site: Path, open_context: Callable[..., BrowserContext]) -> None:
    """With scripts from the own host only, and WebAssembly, search works; what is refused is the theme's alone."""
    policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"
    with served(site.parent) as base, open_context() as context:
        headers = {"Content-Security-Policy": policy, "Content-Type": "text/html"}
        context.route("**/sok/*", lambda route: route.fulfill(response=route.fetch(), headers=headers))
        page = opened(context, base, "?q=HSF240207")
        assert len(titles(page)) == 1


@pytest.mark.parametrize(
    ("status", "said", "told"),
    [
        (-9, "", "sökindexet blev inte gjort: programmet Pagefind avslutades, oftast för att datorns minne tog slut"),
        (134, "memory allocation of 15 bytes failed", "oftast för att datorns minne tog slut"),
        (1, "Error:\n  no pages", "Pagefind kunde inte göra sökindexet: Error: no pages"),
        (3, "", "Pagefind kunde inte göra sökindexet: slutkod 3"),
    ],
)
def test_an_index_that_was_not_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, said: str, told: str
) -> None:
    """What ended Pagefind, in Swedish where we know it."""
    (tmp_path / "texter").mkdir()
    (tmp_path / "texter" / "index.html").write_text("<html></html>")
    done = subprocess.CompletedProcess[str]([], status, "", said)
    monkeypatch.setattr(search, "_run_pagefind", lambda *_: done)
    found = indexed(tmp_path / "texter", tmp_path / "ut")
    assert [one.code for one in found] == ["P420"]
    assert told in found[0].message


def test_a_program_that_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do about it."""
    (tmp_path / "texter").mkdir()
    (tmp_path / "texter" / "index.html").write_text("<html></html>")
    monkeypatch.setattr(search, "get_executable", lambda: tmp_path / "finns-inte")
    with pytest.raises(PublishError, match="gick inte att köra: filen eller mappen finns inte") as refused:
        indexed(tmp_path / "texter", tmp_path / "ut")
    assert refused.value.diagnostic.cure.startswith("hämta paketen på nytt")
