"""The site map and the file that leads to it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]

from generator.archive.archive import Archive
from generator.views.artifacts import Artifact, File, Page
from generator.views.site import artifacts
from tests.views.miniatyr import read

HERE = Path(__file__).parent


@pytest.fixture(scope="module", params=["moten", "foljesidor"])
def arkiv(request: pytest.FixtureRequest) -> Archive:
    """Each of the miniature archives."""
    return read(HERE / request.param / "content", dt.date(2024, 4, 3))


def _addresses(made: list[Artifact]) -> list[str]:
    data = next(one.data for one in made if isinstance(one, File) and one.path == "sitemap.xml")
    return [str(text) for text in etree.fromstring(data).xpath("//*[local-name() = 'loc']/text()")]


def test_the_map_holds_every_page_once_in_order(arkiv: Archive) -> None:
    """Each page stands in the map by its whole address, and nothing else does."""
    made = [*artifacts(arkiv)]
    below = arkiv.arkiv.data.webbadress.removesuffix("/")
    addresses = _addresses(made)
    assert addresses == sorted(addresses)
    assert sorted(addresses) == sorted(below + page.address for page in made if isinstance(page, Page))


def test_the_map_says_no_day_that_is_not_known(arkiv: Archive) -> None:
    """The map has addresses alone."""
    data = next(one.data for one in artifacts(arkiv) if isinstance(one, File) and one.path == "sitemap.xml")
    assert {etree.QName(tag).localname for tag in etree.fromstring(data).iter()} == {"urlset", "url", "loc"}


def test_robots_are_led_to_the_map(arkiv: Archive) -> None:
    """The file names the map where it lies, and forbids nothing."""
    text = next(one.data for one in artifacts(arkiv) if one.path == "robots.txt").decode()  # type: ignore[union-attr]
    assert f"Sitemap: {arkiv.arkiv.data.webbadress}sitemap.xml\n" in text
    assert "Disallow" not in text
