"""Which year is the running one in the search, and when the years before it lie apart."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.views.delar import sokindex
from generator.views.site import plan
from tests.views.miniatyr import read

HERE = Path(__file__).parent
ARCHIVES = ("moten", "foljesidor", "tackning")


def archive_of(name: str, day: dt.date) -> Archive:
    """A miniature archive as of a day."""
    return read(HERE / name / "content", day)


def years_told(archive: Archive) -> Counter[int]:
    """How many pages say in their front matter that they are of each year, and are searched."""
    texts = (planned.make().text.partition("\n---\n")[0] for planned in plan(archive))
    return Counter(int(found[1]) for text in texts if (found := re.search(r"(?m)^sok_ar: '?(\d+)", text)))


@pytest.mark.parametrize("name", ARCHIVES)
@pytest.mark.parametrize("year", [2020, 2024, 2025, 2030])
def test_the_running_year_is_that_of_pages(name: str, year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the newest that pages are of and that has begun; and it is told exactly when enough pages are older."""
    archive = archive_of(name, dt.date(year, 6, 1))
    told = years_told(archive)
    running = max((one for one in told if one <= year), default=year)
    older = sum(number for one, number in told.items() if one < running)
    for least in (1, older, older + 1):
        monkeypatch.setattr(sokindex, "LEAST", max(least, 1))
        assert sokindex.lopande_ar(archive) == (running if older >= max(least, 1) else None)


def test_a_small_archive_has_one_index() -> None:
    """Then its search page knows of no other."""
    archive = archive_of("moten", dt.date(2025, 6, 1))
    assert sokindex.lopande_ar(archive) is None
    assert "sok_tidigare" not in next(one.make().text for one in plan(archive) if one.path == "sok/index.md")


def test_the_search_page_knows_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where years before lie apart, it says in which folder."""
    monkeypatch.setattr(sokindex, "LEAST", 1)
    archive = archive_of("moten", dt.date(2030, 6, 1))
    assert sokindex.lopande_ar(archive) is not None
    text = next(one.make().text for one in plan(archive) if one.path == "sok/index.md")
    assert f'sok_tidigare: "{sokindex.TIDIGARE}"' in text
