"""The page about accessibility says what the latest run found, to whom to write, and for whom the law is."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.archive.archive import Archive
from generator.views import urls
from generator.views.delar.granskning import Brist, Granskning, latest, read
from generator.views.pages.tillganglighet import pages, tillganglighet
from generator.views.render import page
from tests.views.miniatyr import read as read_archive

RUN = Granskning(dt.date(2026, 3, 2), "axe-core 1.2.3", "Chromium 99", 41, ())
FAULT = Brist("color-contrast", "Element måste ha tillräcklig kontrast", ("1.4.3",), ("/moten/", "/sok/"))


@pytest.fixture(scope="module")
def arkiv() -> Archive:
    """A miniature archive."""
    return read_archive(Path(__file__).parent / "foljesidor" / "content", dt.date(2024, 6, 1))


def _text(archive: Archive, run: Granskning) -> str:
    return page(urls.TILLGANGLIGHET, "tillganglighet", {"title": "T"}, tillganglighet(archive, run)).text


def _published_by(archive: Archive, slag: str) -> Archive:
    data = archive.arkiv.data
    publisher = data.utgivare.model_copy(update={"slag": slag})
    record = dataclasses.replace(archive.arkiv, data=data.model_copy(update={"utgivare": publisher}))
    return dataclasses.replace(archive, arkiv=record)


def test_a_run_without_faults_is_told_with_its_day_and_tools(arkiv: Archive) -> None:
    """Day, number of pages and tools are those of the run; and it is said that such a run does not find all."""
    text = _text(arkiv, RUN)
    for fact in ("2 mars 2026", "41 sidor", "axe-core 1.2.3", "Chromium 99", "fann inga brister", "hittar bara en del"):
        assert fact in text


def test_known_faults_are_listed(arkiv: Archive) -> None:
    """Each fault with its criterion and the kinds of page it is on; nothing then says that there are none."""
    text = _text(arkiv, dataclasses.replace(RUN, brister=(FAULT,)))
    assert "kontrast (WCAG 1.4.3). Gäller sidor av slagen /moten/, /sok/." in text
    assert "inga brister" not in text


def test_the_law_is_said_to_bind_only_those_it_binds(arkiv: Archive) -> None:
    """For an authority the page is that of 13 §; for others it says so, and claims no duty."""
    authority, association = (_text(_published_by(arkiv, slag), RUN) for slag in ("myndighet", "forening"))
    assert "Redogörelsen lämnas enligt 13 §." in authority
    assert "Redogörelsen lämnas enligt 13 §." not in association
    assert "bara för de aktörer" in association
    assert "Digg" in authority
    assert "Digg" in association


def test_the_letter_asks_for_what_is_needed(arkiv: Archive) -> None:
    """The link for feedback opens a letter with a subject, and lines for the page, what happened and the aids."""
    letter = parse_qs(urlsplit("mailto:" + tillganglighet(arkiv, RUN)["mejl"]).query)
    assert letter["subject"] == ["Tillgänglighet"]
    assert [line.rstrip(":") for line in letter["body"][0].split("\r\n") if line] == [
        "Sida (adress)",
        "Vad jag ville göra",
        "Vad som hände",
        "Hjälpmedel och webbläsare",
    ]


def test_the_run_that_is_kept_with_the_program_is_read(arkiv: Archive) -> None:
    """The page of a build needs no browser: the kept run is whole, and a run reads back as it was written."""
    assert latest().sidor > 0
    assert latest().verktyg.startswith("axe-core ")
    (made,) = pages(arkiv)
    assert latest().verktyg in made.make().text
    text = (
        '{"dag": "2026-03-02", "verktyg": "axe-core 1.2.3", "webblasare": "Chromium 99", "sidor": 41, "brister": '
        '[{"regel": "color-contrast", "text": "Element måste ha tillräcklig kontrast", "kriterier": ["1.4.3"], '
        '"sidslag": ["/moten/", "/sok/"]}]}'
    )
    assert read(text) == dataclasses.replace(RUN, brister=(FAULT,))
