"""In a real browser: a board left open past its days says so, by Sweden's calendar; without script it is plain."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.publish.pipeline import publish
from generator.publish.progress import Progress
from generator.publish.settings import SiteSettings
from generator.views.site import files, plan
from tests.publish.conftest import open_context, served
from tests.views.miniatyr import read
from tests.views.test_anslag import many

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare]
__all__ = ["open_context"]

BASE = Path(__file__).parent / "moten" / "content"
BUILT = dt.date(2024, 4, 2)
DOWN = "Anslaget skulle tas ned 3 april 2024, och den dagen har kommit."
PAGES = ("", "anslag/", "anslag/namnden/2024-03-06/")
NOTE = ".anslag__besked"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small archive as built on the last day to appeal § 5, and served."""
    folder = tmp_path_factory.mktemp("tavla")
    content = Path(shutil.copytree(BASE, folder / "content"))
    record = content / "sammantraden/namnden/2024-03-06.yml"
    text = record.read_text(encoding="utf-8").replace(
        "uppsatt: 2024-03-15", "uppsatt: 2024-03-15\n        nedtaget: 2024-04-20"
    )
    record.write_text(text, encoding="utf-8")
    with _served_site(folder, content) as url:
        yield url


@contextmanager
def _served_site(folder: Path, content: Path) -> Iterator[str]:
    settings = SiteSettings(
        name="Prov",
        url="https://prov.example.org/arkiv/",
        description="Prov.",
        publisher="P",
        contact="p@example.org",
    )
    with (folder / "ut.txt").open("w", encoding="utf-8") as out:
        archive = read(content, BUILT)
        made = plan(archive)
        progress = Progress(out, lambda: 0.0, live=False)
        faults = publish(made, files(archive, made), settings, folder / "site", progress)
    assert faults == []
    with served(folder / "site") as url:
        yield url


@pytest.fixture
def opened(open_context: Callable[..., BrowserContext], address: str) -> Iterator[Callable[[str, str], Page]]:
    """Open a page at a moment (UTC) of a reader who sits in New York; errors in the page fail the test."""
    context = open_context(timezone_id="America/New_York")
    errors: list[str] = []

    def open_page(path: str, moment: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.clock.install(time=dt.datetime.fromisoformat(moment))
        page.goto(address + path)
        return page

    yield open_page
    context.close()
    assert errors == []


def fifth(page: Page) -> str:
    """What is said at the anslag of § 5, empty where nothing is."""
    notes = page.locator('[data-anslag][data-ned="2024-04-03"]').locator(NOTE).all_text_contents()
    return " ".join(notes)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2024-04-02T21:59:00+00:00", ""),
        ("2024-04-02T22:01:00+00:00", DOWN),
        ("2024-11-01T12:00:00+00:00", DOWN),
        ("2024-01-01T12:00:00+00:00", ""),
    ],
)
def test_the_day_is_swedens(opened: Callable[[str, str], Page], path: str, moment: str, said: str) -> None:
    """Nothing a minute before midnight in Stockholm, the note a minute after, wherever the reader sits.

    A clock that is behind the page is not believed.
    """
    assert fifth(opened(path, moment)) == said


def test_a_page_that_is_left_open_says_so_by_itself(opened: Callable[[str, str], Page]) -> None:
    """Without being loaded again the page says, within a minute of midnight, that the day has come, and how many."""
    page = opened("anslag/", "2024-04-02T21:58:30+00:00")
    expect(page.locator(NOTE)).to_have_count(0)
    page.clock.run_for(dt.timedelta(minutes=3).seconds * 1000)
    expect(page.locator('[data-ned="2024-04-03"]').locator(NOTE)).to_have_text(DOWN)
    board = page.locator('[role="status"].anslagstavla__besked')
    expect(board).to_have_text("Sidan visar läget 2 april 2024. Sedan dess skulle 1 av anslagen ha tagits ned.")
    page.clock.run_for(dt.timedelta(minutes=3).seconds * 1000)
    expect(page.locator('[data-ned="2024-04-03"]').locator(NOTE)).to_have_count(1)


def test_the_last_day_to_appeal_passes_too(opened: Callable[[str, str], Page]) -> None:
    """The day after the last day to appeal it has passed, while the anslag is still up; on the day itself nothing."""
    sixth = '[data-anslag][data-sista="2024-04-05"]'
    expect(opened("anslag/", "2024-04-05T12:00:00+00:00").locator(sixth).locator(NOTE)).to_have_count(0)
    note = opened("anslag/", "2024-04-06T12:00:00+00:00").locator(sixth).locator(NOTE)
    expect(note).to_have_text("Den uträknade sista dagen, 5 april 2024, har passerat.")


@pytest.mark.parametrize("path", PAGES)
def test_without_script_the_days_are_plain(
    open_context: Callable[..., BrowserContext], address: str, path: str
) -> None:
    """With scripts off every day is in the text, and nothing claims to know the reader's."""
    context = open_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path)
    words = page.locator("main").inner_text()
    for day in ("8 mars 2024", "2 april 2024", "3 april 2024"):
        assert day in words
    expect(page.locator(NOTE)).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_narrow_phone(
    open_context: Callable[..., BrowserContext], address: str, path: str, scheme: str
) -> None:
    """At 320 px no page scrolls sideways, the note of a passed day included."""
    context = open_context(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + path)
    expect(page.locator(NOTE).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_no_anslag_is_folded_on_paper(
    open_context: Callable[..., BrowserContext], tmp_path: Path, script: bool
) -> None:
    """The start page unfolds what it has more than five of when it is printed, and folds it again, script or none."""
    content = Path(shutil.copytree(BASE, tmp_path / "content"))
    many(content, 20)
    with _served_site(tmp_path, content) as url:
        page = open_context(java_script_enabled=script).new_page()
        page.goto(url)
        last = page.locator(".anslag-fler li").last
        expect(last).to_be_hidden()
        page.emulate_media(media="print")
        if script:
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(last).to_be_visible()
        page.emulate_media(media="screen")
        if script:
            page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(last).to_be_hidden()
