"""Everything can be reached and used with a keyboard alone, and one always sees where one is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.webblasare.conftest import Sajt

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare]

MEETING = "/moten/namnden/2024-03-06/"
RESTING = """() => {  // as high as it was at the last three looks
    const height = document.documentElement.scrollHeight;
    window.looks = [...(window.looks ?? []), height].slice(-4);
    return window.looks.length === 4 && window.looks.every((one) => one === height);
}"""
TABBED = """async () => {
    const one = document.activeElement, style = getComputedStyle(one);
    const seen = () => [...one.getClientRects()].some(r => {
        const hit = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
        return hit && (one.contains(hit) || hit.contains(one));
    });
    for (let left = 30; left && !seen(); left--)  // what moves when the page is scrolled does so a frame or more later
        await new Promise(requestAnimationFrame);
    const box = one.getBoundingClientRect();
    return {
        tag: one.tagName.toLowerCase(), text: (one.getAttribute("aria-label") || one.innerText || one.id).trim(),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        shown: box.width > 1 && box.height > 1 && seen() && +style.opacity > 0.5,
        place: one.closest("header") ? 1 : one.closest("main") ? 2 : one.closest("footer") ? 3 : 0,
    };
}"""


@pytest.fixture(params=[320, 1280])
def sida(request: pytest.FixtureRequest, krom: Browser) -> Iterator[Page]:
    """A page on a phone, and one on a desk."""
    with krom.new_context(viewport={"width": request.param, "height": 800}, reduced_motion="reduce") as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield context.new_page()


@pytest.fixture
def telefon(krom: Browser) -> Iterator[Page]:
    """A page on a phone."""
    with krom.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce") as context:
        yield context.new_page()


def _walk(page: Page, most: int = 400) -> list[dict[str, Any]]:
    """Tab from the top of the page until focus leaves it; where it has been."""
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            return stops
        stops.append(page.evaluate(TABBED))
    raise AssertionError(f"no way out after {most} stops, the last: {stops[-3:]}")


def _at_rest(page: Page) -> None:
    """Wait until a search is done: hits and filters come in stages, the last when somebody comes to the end of them."""
    expect(page.locator("#sok-lage")).not_to_be_empty()
    expect(page.locator("#sok-filter")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function(RESTING, polling=300)
    page.evaluate("scrollTo(0, 0)")


@pytest.mark.parametrize(
    ("sajt", "address"),
    [("moten", MEETING), ("moten", "/sok/?q=namnden"), ("verklig", "/anslag/"), ("verklig", "/finns/inte/")],
)
def test_a_walk_through_a_page(sida: Page, sajter: dict[str, Sajt], sajt: str, address: str) -> None:
    """The way to the content is first; every stop has a ring and is seen, uncovered; head, content, foot in order."""
    sida.goto(sajter[sajt].bas + address)
    if "?q=" in address:
        _at_rest(sida)
    stops = _walk(sida)
    assert stops[0]["text"] == "Gå till innehållet"
    assert [stop for stop in stops if not (stop["ring"] and stop["shown"])] == []
    places = [stop["place"] for stop in stops[1:]]
    assert places == sorted(places)
    assert {1, 2, 3} <= set(places)


def test_the_way_to_the_content_leads_there(sida: Page, sajter: dict[str, Sajt]) -> None:
    """After the first link, the next stop is in the content and past the menus."""
    sida.goto(sajter["moten"].bas + MEETING)
    sida.keyboard.press("Tab")
    sida.keyboard.press("Enter")
    sida.keyboard.press("Tab")
    assert sida.evaluate("document.activeElement.closest('article') !== null")


def test_the_menu_opens_and_closes_by_keyboard(telefon: Page, sajter: dict[str, Sajt]) -> None:
    """Enter opens it, Tab goes into it, Esc closes it and gives focus back; Tab past its end closes it too."""
    telefon.goto(sajter["moten"].bas + MEETING)
    button, menu = telefon.locator("[data-meny] summary"), telefon.locator("[data-meny] nav").first
    button.focus()
    telefon.keyboard.press("Enter")
    expect(menu).to_be_visible()
    telefon.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Start")).to_be_focused()
    telefon.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    telefon.keyboard.press("Space")
    expect(menu).to_be_visible()
    for _ in range(telefon.locator("[data-meny] a").count() + 1):
        telefon.keyboard.press("Tab")
    expect(menu).to_be_hidden()
    assert telefon.evaluate(TABBED)["shown"]


def test_the_menu_works_without_script(krom: Browser, sajter: dict[str, Sajt]) -> None:
    """Without JavaScript the menu opens and leads on; the switch of colours, which could do nothing, is not there."""
    with krom.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(sajter["moten"].bas + MEETING)
        expect(page.locator("[data-farglage]")).to_be_hidden()
        page.locator("[data-meny] summary").focus()
        page.keyboard.press("Enter")
        page.locator("[data-meny]").get_by_role("link", name="Anslag").click()
        expect(page.locator("h1")).to_be_visible()
        assert page.url.endswith("/anslag/")


def test_colours_are_switched_by_keyboard(sida: Page, sajter: dict[str, Sajt]) -> None:
    """The switch is a button that says whether it is on; Enter and Space turn it."""
    sida.goto(sajter["moten"].bas + "/om/")
    switch = sida.get_by_role("button", name="Mörkt läge")
    switch.focus()
    for key, on, scheme in (("Enter", "true", "slate"), ("Space", "false", "default")):
        sida.keyboard.press(key)
        expect(switch).to_have_attribute("aria-pressed", on)
        expect(sida.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


def test_a_search_by_keyboard(sida: Page, sajter: dict[str, Sajt]) -> None:
    """Type, Enter, Tab to the filters, open them where they are closed, choose, Tab to a hit, Enter: on its page."""
    sida.goto(sajter["verklig"].bas + "/sok/")
    sida.locator("#sok-q").focus()
    sida.keyboard.type("nära vård")
    sida.keyboard.press("Enter")
    state, hit = sida.locator("#sok-lage"), sida.locator("#sok-traffar a").first
    expect(hit).to_be_visible()
    before = state.inner_text()
    expect(sida.locator("#sok-filter")).to_be_visible()
    while not sida.evaluate("document.activeElement.matches('#sok-filter summary')"):
        sida.keyboard.press("Tab")
    if sida.locator("#sok-filter").get_attribute("open") is None:
        sida.keyboard.press("Enter")
    while sida.evaluate("document.activeElement.id") != "sok-organ":
        sida.keyboard.press("Tab")
    sida.keyboard.press("ArrowDown")
    expect(state).not_to_have_text(before)
    expect(sida.locator("#sok-filter summary")).to_have_text("Avgränsa (1 vald)")
    while not sida.evaluate("document.activeElement.closest('#sok-traffar') !== null"):
        sida.keyboard.press("Tab")
    sida.keyboard.press("Enter")
    expect(sida.locator("#sok-traffar")).to_have_count(0)
    expect(sida.locator("h1")).to_be_visible()


def test_links_are_copied_by_keyboard(sida: Page, sajter: dict[str, Sajt]) -> None:
    """A button that copies the address of a § does so on Enter, keeps focus, and says so to a screen reader."""
    sida.goto(sajter["moten"].bas + MEETING)
    button = sida.locator("button.kopiera").first
    button.focus()
    sida.keyboard.press("Enter")
    expect(sida.locator("p.dold[role=status]")).to_contain_text("Länken är kopierad")
    expect(button).to_be_focused()
    assert MEETING in sida.evaluate("navigator.clipboard.readText()")


def test_a_wide_table_is_scrolled_by_keyboard(krom: Browser, sajter: dict[str, Sajt]) -> None:
    """A table that does not fit on a desk has a stop of its own and scrolls with the arrows."""
    with krom.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(sajter["verklig"].bas + "/moten/politiskt-samradsorgan-sro/2023-11-23/")
        box = page.get_by_role("group", name="Tabell som kan rullas i sidled").first
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("one => one.scrollLeft > 0", arg=box.element_handle())
