"""Light and dark: who has no JavaScript gets the colours that the device asks for, the same as others get."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.webblasare.conftest import Sajt
from tests.webblasare.sidslag import Sida

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare]

SEEN = """() => [...document.querySelectorAll("body, header, footer, .md-content, .md-content *, .md-nav *")]
  .filter(one => !one.closest("button, form, .kopiera, [hidden], [data-pagefind-ignore]"))
  .map(one => {
    const made = getComputedStyle(one), names = ["color", "backgroundColor", "borderTopColor", "fill", "stroke",
      "textDecorationColor"];
    return [one.tagName, ...names.map(name => made[name])].join(" ");
  })"""
"""The colours of everything that scripts leave alone."""


def _colours(browser: Browser, scheme: str, addresses: list[str], *, script: bool) -> dict[str, set[str]]:
    with browser.new_context(java_script_enabled=script) as context:
        page = context.new_page()
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        found = {}
        for address in addresses:
            page.goto(address, wait_until="load")
            found[address] = set(page.evaluate(SEEN))
        return found


@pytest.fixture(scope="module")
def addresses(sajter: dict[str, Sajt], alla_sidor: list[Sida]) -> list[str]:
    """Every kind of page that no script writes colours into."""
    plain = [one for one in alla_sidor if one.adress != "/" and not one.adress.startswith(("/sok/", "/anslag/"))]
    return [sajter[one.sajt].bas + one.adress for one in plain]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_are_the_same_without_script(krom: Browser, addresses: list[str], scheme: str) -> None:
    """Every kind of page has no colours without JavaScript that it does not have with it, light and dark."""
    with_script = _colours(krom, scheme, addresses, script=True)
    without = _colours(krom, scheme, addresses, script=False)
    assert {one: left for one in addresses if (left := without[one] - with_script[one])} == {}


def test_dark_is_dark_without_script(krom: Browser, addresses: list[str]) -> None:
    """Without JavaScript the device decides: no colour of the ground is the same in light and dark."""
    light, dark = (_colours(krom, scheme, addresses[:1], script=False)[addresses[0]] for scheme in ("light", "dark"))
    ground = [{one for one in side if one.startswith("BODY ")} for side in (light, dark)]
    assert ground[0].isdisjoint(ground[1])
