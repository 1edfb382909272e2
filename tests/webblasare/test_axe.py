"""axe-core finds nothing on any kind of page, and the site tells of what it finds."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from generator.views.delar import granskning as sparad
from tests.webblasare.axe import Brist, examine, version
from tests.webblasare.conftest import Sajt
from tests.webblasare.sidslag import Sida

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare, pytest.mark.axe]

RESULT = Path(str(sparad.__file__)).with_name(sparad.FIL)
Fynd = list[tuple[Sida, Brist]]


@pytest.fixture(scope="module")
def fynd(krom: Browser, sajter: dict[str, Sajt], alla_sidor: list[Sida]) -> Iterator[Fynd]:
    """What axe finds, page by page."""
    page = krom.new_page()
    found: Fynd = []
    for one in alla_sidor:
        page.goto(sajter[one.sajt].bas + one.adress)
        if "?q=" in one.adress:
            expect(page.locator("#sok-lage")).not_to_be_empty()
        found += [(one, brist) for brist in examine(page)]
    yield found
    page.close()


def test_axe_finds_nothing_on_any_kind_of_page(fynd: Fynd) -> None:
    """Every kind of page, on a phone and a desk, in light and dark: no rule of WCAG 2.2 A and AA is broken."""
    assert [f"{page}: {brist}" for page, brist in fynd] == []


def _told(fynd: Fynd) -> list[dict[str, Any]]:
    """The faults as the site's page lists them: one a rule."""
    rules = {brist.regel: brist for _, brist in fynd}
    return [
        {
            "regel": rule,
            "text": brist.text,
            "kriterier": list(brist.kriterier),
            "sidslag": sorted({page.slag for page, one in fynd if one.regel == rule}),
        }
        for rule, brist in sorted(rules.items())
    ]


def test_the_page_about_accessibility_tells_of_the_latest_run(
    fynd: Fynd, krom: Browser, alla_sidor: list[Sida], request: pytest.FixtureRequest
) -> None:
    """The list of known faults is what this run found, with this version; `make tillganglighet` writes it anew."""
    tool = f"axe-core {version()}"
    if request.config.getoption("--godkann"):
        day, browser = os.environ["ARKIV_DATUM"], f"Chromium {krom.version.partition('.')[0]}"
        made = {"dag": day, "verktyg": tool, "webblasare": browser, "sidor": len(alla_sidor), "brister": _told(fynd)}
        RESULT.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    kept = json.loads(RESULT.read_text("utf-8"))
    assert (kept["verktyg"], kept["brister"]) == (tool, _told(fynd))


@pytest.mark.parametrize(
    ("harm", "rule", "criterion"),
    [
        ("document.querySelector('h1').append(new Image())", "image-alt", "1.1.1"),
        ("document.querySelector('h1').style.color = '#bbb'", "color-contrast", "1.4.3"),
        ("document.documentElement.lang = ''", "html-has-lang", "3.1.1"),
    ],
)
def test_axe_finds_what_is_wrong(krom: Browser, sajter: dict[str, Sajt], harm: str, rule: str, criterion: str) -> None:
    """A page that is harmed on purpose is not let through: the examination is able to fail."""
    page = krom.new_page()
    page.goto(sajter["moten"].bas + "/anslag/")
    page.evaluate(harm)
    found = {(one.regel, number) for one in examine(page) for number in one.kriterier}
    page.close()
    assert (rule, criterion) in found


def test_every_kind_of_page_is_looked_at(alla_sidor: list[Sida]) -> None:
    """The kinds that readers know are all among those examined."""
    kinds = {one.slag for one in alla_sidor}
    known = {"//", "/anslag/", "/anslag/*/*/", "/moten/", "/moten/*/", "/moten/år/", "/moten/*/*/", "/arenden/"}
    known |= {"/arenden/*/", "/personer/", "/personer/*/", "/organ/", "/organ/*/", "/huvudman/", "/huvudman/*/"}
    known |= {"/uppdrag/", "/sok/", "/ordlista/", "/om/", "/tillganglighet/"}
    assert known <= kinds
