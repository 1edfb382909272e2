"""A reader who searches two indexes, of the running year and of the years before, finds as in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.publish.sokdelning import index_of
from generator.views import artifacts
from generator.views.delar.sokindex import LOPANDE, TIDIGARE
from tests.publish.conftest import SETTINGS, archive, build, served

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare]

RUNNING = 2014
FIRST = 5
QUESTIONS = ("målbild", "justerare", "HSF240207", "HSF240204", "nära vård", "förväxling", "förbud", "möte 12")


def note(name: str, year: int, text: str) -> artifacts.Page:
    """A searchable page of a year with a text of its own."""
    head = f"title: {name}\nsok: true\nsok_slag: Möte\nsok_organ: Byggnadsnämnden\nsok_ar: {year}\n"
    return artifacts.Page(f"moten/bn/{name.lower()}.md", f"---\n{head}---\n# {name} {{#start}}\n\n{text}\n")


def pages(*, two: bool) -> list[artifacts.Artifact]:
    """The archive with two more pages, and a search page that knows of two indexes or of one."""
    said = [note("Nytt", RUNNING, "Beslut för tid."), note("Gammalt", RUNNING - 1, "En förväxling rättas.")]
    found: list[artifacts.Artifact] = [*archive(36), *said]
    return [_knowing(one) if two and one.path == "sok/index.md" else one for one in found]


def _knowing(search: artifacts.Artifact) -> artifacts.Page:
    """The search page when years before lie apart."""
    assert isinstance(search, artifacts.Page)
    return replace(search, text=search.text.replace("template:", f"sok_tidigare: {TIDIGARE}\ntemplate:"))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same pages in one index, and in two."""
    folder = tmp_path_factory.mktemp("tva")
    assert build(pages(two=False), folder / "ett" / "arkiv", SETTINGS) == []
    assert build(pages(two=True), folder / "tva" / "arkiv", replace(SETTINGS, running_year=RUNNING)) == []
    return folder


@pytest.fixture
def open_search(sites: Path, open_context: Callable[..., BrowserContext]) -> Iterator[Callable[[str, str], Page]]:
    """Open the search page of a site with a query; it has answered when it comes."""
    with served(sites) as base, open_context() as context:

        def opened(site: str, query: str) -> Page:
            page = context.new_page()
            page.goto(f"{base}{site}/arkiv/sok/{query}")
            expect(page.locator("#sok-lage")).not_to_be_empty()
            return page

        yield opened


def answer(page: Page) -> tuple[str, list[str]]:
    """What is said of the hits, and all their titles."""
    said, hits = page.locator("#sok-lage").inner_text(), page.locator("#sok-traffar > li")
    more = page.locator("#sok-fler")
    if (many := re.match(r"\d+", said)) and int(many[0]) > FIRST:
        hits.last.scroll_into_view_if_needed()
        expect(hits).not_to_have_count(FIRST)
    while more.is_visible():
        shown = hits.count()
        more.click()
        expect(hits).not_to_have_count(shown)
    return said, sorted(hits.locator("h2").all_inner_texts())


def test_pages_lie_in_one_of_the_two(sites: Path) -> None:
    """Those of years before the running one in the one without an engine, all others in the one with it."""
    ett, tva = (sites / one / "arkiv" for one in ("ett", "tva"))
    assert not (ett / TIDIGARE).exists()
    assert not list((tva / TIDIGARE).glob("*.js"))
    count = [len(list((tva / one / "fragment").iterdir())) for one in (LOPANDE, TIDIGARE)]
    assert count[0] > 0
    assert count[1] > 0
    assert sum(count) == len(list((ett / LOPANDE / "fragment").iterdir()))


@pytest.mark.parametrize(
    ("facts", "running", "where"),
    [
        ('<meta data-pagefind-filter="ar[content]" content="2013">', 2014, TIDIGARE),
        ('<meta data-pagefind-filter="ar[content]" content="2014">', 2014, LOPANDE),
        ('<meta data-pagefind-filter="ar[content]" content="2015">', 2014, LOPANDE),
        ('<meta data-pagefind-filter="ar[content]" content="2013">', None, LOPANDE),
        ('<meta data-pagefind-filter="slag[content]" content="2013">', 2014, LOPANDE),
        ('<div data-pagefind-body data-pagefind-senast="2011">', 2014, TIDIGARE),
        ('<div data-pagefind-body data-pagefind-senast="2012">', 2014, LOPANDE),
        ('<div data-pagefind-body data-pagefind-senast="2011">', None, LOPANDE),
    ],
)
def test_the_year_of_a_page_decides(facts: str, running: int | None, where: str) -> None:
    """A page without a year, or of a year to come, lies with the running year; without one there is one index.

    A page that grows lies with the running year until it has been quiet for some years.
    """
    assert index_of(facts.encode(), running) == where


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_is_found(open_search: Callable[[str, str], Page], question: str) -> None:
    """Words of both indexes and words of one: the same hits, as many, and no page for the beginning of a word."""
    one, two = (answer(open_search(site, f"?q={question}")) for site in ("ett", "tva"))
    assert one == two
    assert bool(one[1]) == (question != "förbud")


def test_filters_are_of_both(open_search: Callable[[str, str], Page]) -> None:
    """All years can be chosen, and each has the hits that it has in one index."""
    found = {}
    for site in ("ett", "tva"):
        page = open_search(site, "?q=målbild&ar=2013")
        years = page.locator("#sok-ar option").all_inner_texts()
        found[site] = [years, answer(page)]
        for year in ("2014", "2010"):
            page.select_option("#sok-ar", year)
            expect(page.locator("#sok-lage")).to_contain_text("sidor med träff")
            found[site].append(answer(open_search(site, f"?q=målbild&ar={year}")))
        found[site].append(answer(open_search(site, "?organ=Byggnadsnämnden")))
    assert found["ett"] == found["tva"]


def test_the_best_comes_first_wherever_it_lies(open_search: Callable[[str, str], Page]) -> None:
    """A page whose title holds the words comes before those that only mention them, in the other index too."""
    for question, title in (("möte 7", "möte 7"), ("möte 4", "möte 4"), ("gammalt", "Gammalt"), ("nytt", "Nytt")):
        first = open_search("tva", f"?q={question}").locator("#sok-traffar > li h2").first
        assert first.inner_text().endswith(title)


def test_parts_of_hits_lead_to_their_place(open_search: Callable[[str, str], Page]) -> None:
    """A § of a page of years before is a link to its anchor, below the path of the site."""
    part = open_search("tva", "?q=HSF240208").locator(".sok__delar a").first
    assert (part.get_attribute("href") or "").endswith("/tva/arkiv/moten/ks/m8/#p2")


def test_one_index_costs_no_more(sites: Path, open_context: Callable[..., BrowserContext]) -> None:
    """Nothing is asked for a second index where there is none."""
    with served(sites) as base, open_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{base}ett/arkiv/sok/?q=målbild")
        expect(page.locator("#sok-lage")).not_to_be_empty()
        assert not [url for url in asked if TIDIGARE in url]
        assert sum("pagefind-entry" in url for url in asked) == 1


def test_years_before_cost_nothing_until_something_is_asked(
    sites: Path, open_context: Callable[..., BrowserContext]
) -> None:
    """A search page that is opened fetches nothing of their index; the first letter of a question does."""
    with served(sites) as base, open_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{base}tva/arkiv/sok/", wait_until="networkidle")
        assert any(f"/{LOPANDE}/" in url for url in asked)
        assert not [url for url in asked if TIDIGARE in url]
        page.locator("#sok-q").focus()
        page.keyboard.type("m")
        page.wait_for_load_state("networkidle")
        expect(page.locator("#sok-lage")).not_to_be_empty()
        assert sum(url.endswith(".pf_meta") for url in asked if TIDIGARE in url) == 1
