"""No page asks another host, sets a cookie or stores anything but a choice; nothing breaks its own security policy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.webblasare.conftest import Sajt
from tests.webblasare.sidslag import Sida

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare]

TELL = "addEventListener('securitypolicyviolation', event => console.error('CSP: ' + event.violatedDirective))"
STORED = "[localStorage, sessionStorage].flatMap(store => Object.entries(store))"


@dataclass
class Besok:
    """A reader's visit: the context, and what happened behind the pages."""

    context: BrowserContext
    page: Page
    asked: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)


@pytest.fixture
def besok(krom: Browser) -> Iterator[Besok]:
    """A fresh profile with a watched page."""
    with krom.new_context(color_scheme="dark") as context:
        visit = Besok(context, context.new_page())
        visit.page.add_init_script(TELL)
        visit.page.on("request", lambda request: visit.asked.add(request.url))
        visit.page.on("console", lambda message: visit.said.append(message.text))
        visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
        yield visit


def _see(visit: Besok, address: str) -> None:
    visit.page.goto(address, wait_until="load")
    if "?q=" in address:
        expect(visit.page.locator("#sok-lage")).not_to_be_empty()


def test_no_page_breaks_its_policy_or_asks_anyone_else(
    besok: Besok, sajter: dict[str, Sajt], alla_sidor: list[Sida]
) -> None:
    """Over all kinds of pages, the search too: no violation, no error, no other host, no cookie, nothing stored."""
    wrong = []
    for one in alla_sidor:
        base = sajter[one.sajt].bas
        besok.asked.clear()
        besok.said.clear()
        _see(besok, base + one.adress)
        missing = [text for text in besok.said if "404" in text and "finns/inte" in one.adress]
        wrong += [f"{one}: {text}" for text in besok.said if text not in missing]
        wrong += [f"{one}: asks {url}" for url in besok.asked if not url.startswith((base, "data:"))]
        wrong += [f"{one}: stores {entry}" for entry in besok.page.evaluate(STORED)]
    assert wrong == []
    assert besok.context.cookies() == []


def test_the_policy_stops_what_is_not_ours(besok: Besok, sajter: dict[str, Sajt]) -> None:
    """A script, a style, a picture and a form that someone slips into a page come to nothing, and the page says so."""
    besok.page.goto(sajter["moten"].bas + "/om/")
    besok.page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.hit = 1";
        const style = document.createElement("style");
        style.textContent = "h1 { color: red }";
        const picture = document.createElement("img");
        picture.src = "http://127.0.0.2:9/x.png";
        document.body.append(script, style, picture);
        document.querySelector("h1").setAttribute("onclick", "window.hit = 1");
        document.querySelector("h1").click();
    }""")
    besok.page.wait_for_timeout(200)
    assert besok.page.evaluate("window.hit === undefined")
    stopped = {text.removeprefix("CSP: ") for text in besok.said if text.startswith("CSP: ")}
    assert stopped == {"script-src-elem", "style-src-elem", "img-src", "script-src-attr"}


def test_a_choice_of_colours_is_all_that_is_stored(besok: Besok, sajter: dict[str, Sajt]) -> None:
    """Choosing what the device does not is stored, under one name; choosing as the device does takes it away."""
    besok.page.goto(sajter["moten"].bas + "/anslag/")
    body, toggle = besok.page.locator("body"), besok.page.get_by_role("button", name="Mörkt läge")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    toggle.click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    assert besok.page.evaluate(STORED) == [["protokollarkivet-farglage", "ljust"]]
    besok.page.goto(sajter["moten"].bas + "/om/")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    toggle.click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert besok.page.evaluate(STORED) == []
    assert besok.context.cookies() == []


def test_the_device_decides_until_someone_chooses(besok: Besok, sajter: dict[str, Sajt]) -> None:
    """When the device turns to light at dawn, an open page follows."""
    besok.page.goto(sajter["moten"].bas + "/om/")
    expect(besok.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    besok.page.emulate_media(color_scheme="light")
    expect(besok.page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
