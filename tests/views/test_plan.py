"""A site is planned before it is made: the plan knows every address, and each page can be made apart from the rest."""

from __future__ import annotations

import datetime as dt
import gc
import random
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.views.artifacts import Page
from generator.views.site import artifacts, files, plan
from tests.views.miniatyr import read

HERE = Path(__file__).parent
DAY = dt.date(2024, 4, 3)


@pytest.fixture(scope="module", params=["moten", "foljesidor", "tackning"])
def arkiv(request: pytest.FixtureRequest) -> Archive:
    """Each of the miniature archives; in the first a person is masked."""
    return read(HERE / request.param / "content", DAY)


def test_every_page_is_at_its_planned_path(arkiv: Archive) -> None:
    """The path of a plan is that of the page it makes, and no two pages are planned at one path."""
    planned = plan(arkiv)
    assert [one.path for one in planned] == [one.make().path for one in planned]
    assert [one.address for one in planned] == [one.make().address for one in planned]
    assert len({one.path for one in planned}) == len(planned)


def test_pages_made_apart_and_in_any_order_are_those_of_the_whole(arkiv: Archive) -> None:
    """A page is the same whichever pages were made before it, and how many times it is made."""
    whole = {one.path: one for one in artifacts(arkiv) if isinstance(one, Page)}
    planned = [*plan(arkiv), *plan(arkiv)]
    random.Random(5).shuffle(planned)
    assert all(one.make() == whole[one.path] for one in planned)


def test_files_need_no_page(arkiv: Archive) -> None:
    """The files beside the pages are those of the whole site, without a page having been made."""
    whole = [one for one in artifacts(arkiv) if not isinstance(one, Page)]
    assert list(files(arkiv, plan(arkiv))) == whole


def test_a_made_page_leaves_nothing_behind(arkiv: Archive) -> None:
    """What a page was made of goes away with it, without the garbage collector: builds run with that turned off."""
    planned = plan(arkiv)
    made = [one.make() for one in planned]  # what is kept for all pages is there now
    gc.collect()
    gc.disable()
    try:
        assert [one.make() for one in planned] == made
        assert gc.collect() == 0
    finally:
        gc.enable()
