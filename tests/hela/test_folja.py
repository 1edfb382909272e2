"""Following something through the finished site: a chain of meetings by clicking, drawings and the field for a day."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.hela.conftest import copy_project, run
from tests.hela.test_bygge import links
from tests.publish.conftest import served

pytestmark = pytest.mark.langsam

KEDJA = (
    "moten/strategisk-regional-beredning/2024-10-11/#p63",
    "moten/samverkansgrupp-nara-vard/2024-11-08/",
    "moten/strategisk-regional-beredning/2025-02-07/",
)
MED_BILD = (
    "arenden/hsf240207/",
    "personer/roger-ingvarsson/",
    "organ/strategisk-regional-beredning/",
    "organ/samverkansgrupp-nara-vard/",
)
GRUPPEN = "organ/samverkansgrupp-nara-vard/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real records on the day when § 63 stands on the board and the next meeting is a week away."""
    project = copy_project(tmp_path_factory.mktemp("folja") / "arkiv")
    done = run(project, "build", datum="2024-11-01")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "build" / "site"


@pytest.fixture(scope="module")
def adress(site: Path) -> Iterator[str]:
    """The site on a plain web server."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def sida(krom: Browser) -> Iterator[Page]:
    """One page of a real browser, as wide as a small phone."""
    with krom.new_context(viewport={"width": 320, "height": 700}) as context:
        yield context.new_page()


def clicks(site: Path, start: str, goal: str) -> int:
    """How many links in the text of pages lie between a page and an address; an address with a place must be that."""
    page, _, place = goal.partition("#")
    waiting, seen = deque([(start, 0)]), {start}
    while waiting:
        here, steps = waiting.popleft()
        found = links(site, here)
        if goal in found if place else any(one.partition("#")[0] == page for one in found):
            return steps + 1
        for following in sorted({one.partition("#")[0] for one in found} - seen):
            if (site / following / "index.html").is_file():
                seen.add(following)
                waiting.append((following, steps + 1))
    raise AssertionError(f"nothing leads from {start or 'the start page'} to {goal}")


@pytest.mark.parametrize("way", [KEDJA, KEDJA[::-1]], ids=["forward", "backward"])
def test_the_chain_can_be_followed_both_ways(site: Path, way: tuple[str, ...]) -> None:
    """From the start page along § 63, nära vård and the planned meeting, in either direction: four clicks at most."""
    stops = ["", *way]
    assert sum(clicks(site, here.partition("#")[0], there) for here, there in pairwise(stops)) <= 4


@pytest.mark.webblasare
@pytest.mark.parametrize("address", MED_BILD)
@pytest.mark.parametrize("width", [320, 1280])
def test_drawings_stay_in_their_box(adress: str, sida: Page, address: str, width: int) -> None:
    """Every text and mark of a drawing lies inside it, and the page does not scroll sideways, on a phone and a desk."""
    sida.set_viewport_size({"width": width, "height": 700})
    sida.goto(adress + address)
    outside = sida.evaluate(
        """() => [...document.querySelectorAll("figure.bild > svg")].flatMap((svg) => {
            const box = svg.getBoundingClientRect();
            return [...svg.querySelectorAll("text, rect, circle, line")].filter((one) => {
                const r = one.getBoundingClientRect();
                const inside = r.left >= box.left - 1 && r.right <= box.right + 1;
                return !(inside && r.top >= box.top - 1 && r.bottom <= box.bottom + 1);
            }).map((one) => one.outerHTML);
        })"""
    )
    assert outside == []
    assert sida.locator("figure.bild > svg").count() > 0
    assert sida.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.webblasare
@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("address", MED_BILD)
def test_letters_in_drawings_have_contrast(adress: str, sida: Page, address: str, scheme: str) -> None:
    """Every text of a drawing has at least 4.5:1 against what lies behind it, in light and dark."""
    sida.goto(adress + address)
    sida.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    pairs = sida.evaluate(
        """() => [...document.querySelectorAll("figure.bild text")].map((text) => {
            const mark = text.parentElement.closest(".marke rect, .marke");
            const lane = document.querySelector("figure.bild .bana");
            const behind = mark && mark.querySelector("rect") ? mark.querySelector("rect") : lane;
            return [getComputedStyle(text).fill, getComputedStyle(behind).fill, text.textContent];
        })"""
    )
    assert pairs
    assert [(text, ratio) for ink, paper, text in pairs if (ratio := contrast(ink, paper)) < 4.5] == []


def contrast(ink: str, paper: str) -> float:
    """The contrast of two colours as a browser writes them, by the formula of WCAG."""
    dark, light = sorted(luminance([float(part) for part in one[4:-1].split(",")]) for one in (ink, paper))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: list[float]) -> float:
    """How light a colour is, from 0 to 1."""
    parts = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


@pytest.mark.webblasare
def test_a_day_picks_its_period(adress: str, sida: Page) -> None:
    """The field opens the period of the day, hides the others and says which; an empty field brings all back."""
    sida.goto(adress + GRUPPEN)
    periods = sida.locator("details.period")
    every = periods.count()
    field = sida.get_by_label("Visa dagen")
    field.fill("2023-12-24")
    assert [one.get_attribute("id") for one in periods.all() if one.is_visible()] == ["sammansattning-2023-05-26"]
    assert sida.locator("#sammansattning-2023-05-26 li").first.is_visible()
    assert "26 maj 2023–2 maj 2024" in sida.locator("output").inner_text()
    field.fill("2019-01-01")
    assert not [one for one in periods.all() if one.is_visible()]
    assert sida.locator("output").inner_text() == "Arkivet visar ingen med en plats den dagen."
    field.fill("")
    assert len([one for one in periods.all() if one.is_visible()]) == every > 1


@pytest.mark.webblasare
def test_an_address_opens_its_period(adress: str, sida: Page) -> None:
    """A link to a period shows the names in it."""
    sida.goto(f"{adress}{GRUPPEN}#sammansattning-2023-05-26")
    assert sida.locator("#sammansattning-2023-05-26 li").first.is_visible()


@pytest.mark.webblasare
def test_periods_need_no_script(adress: str, sida: Page) -> None:
    """Without script there is no dead field, and each period opens by itself."""
    assert sida.context.browser
    page = sida.context.browser.new_page(java_script_enabled=False)
    page.goto(adress + GRUPPEN)
    assert page.get_by_label("Visa dagen").count() == 0
    first = page.locator("details.period").first
    first.locator("summary").click()
    assert first.locator("li").first.is_visible()
    page.close()


def test_contrast_is_counted_as_by_wcag() -> None:
    """Black on white is 21:1, the lightest grey that passes on white 4.5:1, a colour on itself 1:1."""
    assert contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)") == pytest.approx(21)
    assert contrast("rgb(118, 118, 118)", "rgb(255, 255, 255)") == pytest.approx(4.54, abs=0.01)
    assert contrast("rgb(9, 9, 9)", "rgb(9, 9, 9)") == 1
