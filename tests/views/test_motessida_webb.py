"""In a real browser: links that copy, one § alone on screen and paper, and pages that hold whatever stands on them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from generator.publish.settings import SiteSettings
from generator.views.site import artifacts
from tests.publish.conftest import build, served
from tests.views.miniatyr import read
from tests.views.tung import ID, tungt

pytestmark = [pytest.mark.webblasare, pytest.mark.langsam]

ADDRESS = "https://prov.example.org/arkiv/"
MOTE = f"moten/{ID}/"
SIDOR = (
    MOTE,
    "moten/namnden/2024-03-06/",
    "moten/gruppen/2024-03-21/",
    "arenden/ovningen/",
    "anslag/namnden/2024-03-06/",
)
SETTINGS = SiteSettings(
    name="Provarkivet",
    url=ADDRESS,
    description="Ett påhittat arkiv.",
    publisher="Provarkivets vänner",
    contact="prov@example.org",
)


@pytest.fixture(scope="module")
def byggt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with the heavy meeting, below a folder that has its path."""
    folder = tmp_path_factory.mktemp("tung")
    archive = read(tungt(folder), dt.date(2024, 6, 1))
    assert build(list(artifacts(archive)), folder / "arkiv", SETTINGS) == []
    return folder


@pytest.fixture(scope="module")
def bas(byggt: Path) -> Iterator[str]:
    """The address of the served site."""
    with served(byggt) as address:
        yield f"{address}arkiv/"


@pytest.fixture
def flik(krom: Browser) -> Iterator[Page]:
    """A fresh profile that may use the clipboard; the page's own security policy forbids nothing that it loads."""
    context = krom.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert said == []
    context.close()


def test_a_link_is_copied_and_the_reader_is_told(flik: Page, bas: str) -> None:
    """The button copies the whole address by keyboard too, says so in its own words and to a screen reader."""
    flik.goto(bas + MOTE)
    button = flik.get_by_role("button", name="Kopiera länk till § 20")
    button.focus()
    flik.keyboard.press("Enter")
    expect(flik.get_by_role("status").filter(has_text=f"Länken är kopierad: {bas}{MOTE}#p20")).to_have_count(1)
    expect(flik.get_by_role("button", name="Länken är kopierad")).to_be_focused()
    assert flik.evaluate("navigator.clipboard.readText()") == f"{bas}{MOTE}#p20"


def test_the_sign_beside_a_part_copies_as_it_leads(flik: Page, bas: str) -> None:
    """A sub-item's permalink goes to its place and is copied."""
    flik.goto(bas + MOTE)
    flik.locator("#p1940 .headerlink").click()
    expect(flik.get_by_role("status").filter(has_text="#p1940")).to_have_count(1)
    assert flik.url.endswith("#p1940")
    assert flik.evaluate("navigator.clipboard.readText()") == f"{bas}{MOTE}#p1940"


def test_without_script_the_link_is_a_link(krom: Browser, bas: str) -> None:
    """Link, citation and the § alone all work where no script runs."""
    context = krom.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(bas + MOTE)
    page.get_by_role("link", name="Länk till § 20").click()
    assert page.url == f"{bas}{MOTE}#p20"
    page.get_by_text("Så citerar du § 20").click()
    expect(page.get_by_text(f"Provarkivet, {ADDRESS}{MOTE}#p20").first).to_be_visible()
    page.get_by_role("link", name="Visa och skriv ut bara § 20").click()
    expect(page.locator("#p21")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_one_paragraph_alone(flik: Page, bas: str, medium: Literal["screen", "print"]) -> None:
    """Its address shows the meeting's head, the § and its document's people and justering, and no other item."""
    flik.emulate_media(media=medium)
    flik.goto(f"{bas}moten/namnden/2024-03-06/#utdrag-p5")
    for shown in ("h1", "#p5", "#dokument-2-narvaro", "#dokument-2-justering-1"):
        expect(flik.locator(shown)).to_be_visible()
    for hidden in ("#p6", "#k1", "#k2", "#dokument-1", "#innehall", ".verktyg >> nth=0", ".aterkoppling"):
        expect(flik.locator(hidden)).to_be_hidden()
    words = f"Samlingsnämnden & co, protokoll 6 mars 2024, § 5 Övningens omfattning. Provarkivet, {ADDRESS}"
    expect(flik.locator("#utdrag-p5 .bara-utdrag")).to_contain_text(words)
    back = flik.get_by_role("link", name="Visa hela mötet")
    assert back.count() == (1 if medium == "screen" else 0)
    if medium == "screen":
        back.click()
        expect(flik.locator("#p6")).to_be_visible()


def test_a_protokoll_on_paper_is_the_protokoll(flik: Page, bas: str) -> None:
    """Printed, the page has no menus or buttons and says where it is from; an extract takes fewer sheets."""
    flik.goto(f"{bas}moten/namnden/2024-03-06/")
    whole = _sheets(flik)
    flik.emulate_media(media="print")
    for hidden in (
        ".md-header",
        ".md-footer",
        ".md-sidebar >> nth=0",
        ".verktyg >> nth=0",
        ".aterkoppling",
        "#innehall",
    ):
        expect(flik.locator(hidden)).to_be_hidden()
    expect(flik.locator(".bara-utskrift")).to_have_text(
        f"Utskrift ur Provarkivet, {ADDRESS}moten/namnden/2024-03-06/. Inte en bestyrkt avskrift."
    )
    flik.goto(f"{bas}moten/namnden/2024-03-06/#utdrag-p6")
    assert 0 < _sheets(flik) < whole


def test_no_column_is_lost_on_paper(flik: Page, bas: str) -> None:
    """A table with a word without end breaks the word, not the table."""
    flik.emulate_media(media="print")
    flik.set_viewport_size({"width": 672, "height": 900})  # a sheet of A4 within its margins
    flik.goto(f"{bas}{MOTE}#utdrag-p21")
    edges = "cells => cells.map(one => one.getBoundingClientRect().right)"
    assert max(flik.locator("#utdrag-p21 td").evaluate_all(edges)) <= 672


def _sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4")))


@pytest.mark.parametrize("path", SIDOR)
def test_nothing_is_wider_than_a_small_phone(flik: Page, bas: str, path: str) -> None:
    """At 320 px nothing scrolls sideways, with every fold open: forty parts, a title of 300 signs, a long word."""
    flik.set_viewport_size({"width": 320, "height": 800})
    flik.goto(bas + path)
    flik.evaluate("document.querySelectorAll('article details').forEach(one => one.open = true)")
    assert flik.evaluate("document.documentElement.scrollWidth") <= 320
    wide = "[...document.querySelectorAll('article *')].filter(e => e.getBoundingClientRect().right > 321).length"
    assert flik.evaluate(wide) == 0


def test_a_vote_has_its_words_on_a_phone(flik: Page, bas: str) -> None:
    """The band is a picture with a name, and the words in it stay inside their part and are not shrunk."""
    flik.set_viewport_size({"width": 320, "height": 800})
    flik.goto(bas + MOTE)
    band = flik.get_by_role("img", name="Röster: Ja 17, Nej 12 och Avstår 1")
    expect(band).to_be_visible()
    inside = """band => [...band.querySelectorAll('text')].every(text => {
      const part = text.previousElementSibling.getBoundingClientRect(), own = text.getBoundingClientRect();
      return own.right <= part.right && own.height >= 12; })"""
    assert band.evaluate(inside)


def test_proposal_and_decision_stand_side_by_side_where_there_is_room(flik: Page, bas: str) -> None:
    """On a desk they share a line, on a phone the förslag comes first."""
    flik.goto(bas + MOTE)
    assert _tops(flik)[0] == _tops(flik)[1]
    flik.set_viewport_size({"width": 320, "height": 800})
    assert _tops(flik)[0] < _tops(flik)[1]


def _tops(page: Page) -> list[float]:
    tops = "boxes => boxes.map(one => one.getBoundingClientRect().top)"
    found: list[float] = page.locator("#utdrag-p20 .bredvid > div").evaluate_all(tops)
    return found


@pytest.mark.parametrize("path", [*SIDOR, "personer/alma-testsson/", "organ/namnden/", "huvudman/ekeby/"])
def test_every_page_tells_how_to_cite_and_report(byggt: Path, path: str) -> None:
    """Each kind of page has its citation and two mails that name the page, with every sign in its place."""
    tree = html.fromstring((byggt / "arkiv" / path / "index.html").read_bytes().decode())
    title = " ".join(tree.xpath("string(//h1/text())").split())
    own = tree.xpath("//section[@class='aterkoppling']")[0]
    assert f"Provarkivet, {ADDRESS}{path}" in " ".join(own.text_content().split())
    for words, begins in (("Rapportera fel", "Fel på sidan: "), ("Saknar du en handling?", "Saknad handling: ")):
        (mail,) = own.xpath(f".//a[.='{words}']/@href")
        parts = urlsplit(mail)
        assert (parts.scheme, parts.path) == ("mailto", "prov@example.org")
        assert not re.search(r"[\s\"<>åäöÅÄÖ§]", mail)
        fields = {name: one[0] for name, one in parse_qs(parts.query, strict_parsing=True).items()}
        assert fields["subject"].startswith(begins + title.split(" (")[0])
        assert fields["subject"].endswith(f"(/{path})")
        assert fields["body"].startswith(f"Sidans adress: {ADDRESS}{path}\r\n")
