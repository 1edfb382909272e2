"""Nothing is lost or leads sideways for those who enlarge, space out or still the page; languages are marked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.webblasare.conftest import Sajt
from tests.webblasare.sidslag import Sida

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare]

# WCAG 1.4.12, put in as a reader's own style sheet: no policy of the page's stops that.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What is cut off: text in a box that hides what does not fit. What is hidden on purpose is one pixel wide; the head's
# line is a repetition of the first heading.
CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
    const style = getComputedStyle(one);
    if (!["hidden", "clip"].includes(style.overflowX) || !one.innerText) return false;
    if (one.closest(".md-header__title")) return false;
    if (one.clientWidth <= 1 || style.visibility === "hidden") return false;
    return one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
}).map(one => one.outerHTML.slice(0, 120))"""
MOVING = """() => document.getAnimations().length + [...document.querySelectorAll("*")].filter(
    one => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"""


@pytest.fixture
def forstorad(krom: Browser) -> Iterator[Page]:
    """1280 × 1024 at 400 %, by one who wants stillness."""
    with krom.new_context(viewport={"width": 320, "height": 256}, reduced_motion="reduce") as context:
        yield context.new_page()


def test_no_page_leads_sideways_and_nothing_is_lost(
    forstorad: Page, sajter: dict[str, Sajt], alla_sidor: list[Sida]
) -> None:
    """At 400 %, first as it is and then with the text spaced out: no sideways scroll, no text cut off, no movement."""
    wrong = []
    for one in alla_sidor:
        forstorad.goto(sajter[one.sajt].bas + one.adress)
        wrong += [f"{one}: {wider} px too wide" for wider in [forstorad.evaluate(WIDER)] if wider > 0]
        wrong += [f"{one}: moves" for count in [forstorad.evaluate(MOVING)] if count]
        forstorad.evaluate(SPACED)
        wrong += [f"{one}: {wider} px too wide, spaced out" for wider in [forstorad.evaluate(WIDER)] if wider > 0]
        wrong += [f"{one}: cuts {text}" for text in forstorad.evaluate(CUT)]
    assert wrong == []


def test_the_head_lets_go_where_the_window_is_low(forstorad: Page, sajter: dict[str, Sajt]) -> None:
    """At 400 % the head scrolls away with the page, and leaves the whole window to it."""
    forstorad.goto(sajter["verklig"].bas + "/ordlista/")
    forstorad.evaluate("scrollTo(0, 600)")
    assert forstorad.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom") < 0


def test_pages_are_swedish_and_say_what_is_not(forstorad: Page, sajter: dict[str, Sajt]) -> None:
    """Every page is marked as Swedish, and the English words of the glossary as English."""
    for address in ("/", "/ordlista/", "/finns/inte/"):
        forstorad.goto(sajter["verklig"].bas + address)
        assert forstorad.evaluate("document.documentElement.lang") == "sv"
    forstorad.goto(sajter["verklig"].bas + "/ordlista/")
    words = forstorad.locator("article [lang=en]").all_inner_texts()
    assert words
    assert not any(set(word.lower()) & set("åäö") for word in words)
