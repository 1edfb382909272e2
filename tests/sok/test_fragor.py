"""Real questions, asked of the real records in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

QUESTIONS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "fragor.yml").read_text("utf-8"))
LEAST = 60

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare]


def test_there_are_enough_questions() -> None:
    """At least sixty different questions are asked."""
    assert len({one["fraga"] for one in QUESTIONS}) >= LEAST


def test_every_question_finds_its_page(fraga: Callable[[str], list[str]]) -> None:
    """The page that a question is after comes first, and those that belong to it are among the first three."""
    missed = {}
    for one in QUESTIONS:
        hits = fraga(one["fraga"])[:3]
        if hits[:1] != [one["forst"]] or not set(one.get("bland_tre", [])) <= set(hits):
            missed[one["fraga"]] = hits
    assert missed == {}


def test_hits_lead_to_the_paragraph_and_say_what_they_are(sida: Page, fraga: Callable[[str], list[str]]) -> None:
    """Kind, organ and day stand at the hit, and below it links to the very §§, with the words that match marked."""
    fraga("målbild")
    hit = sida.locator("#sok-traffar > li", has=sida.locator("h2 a[href*='beredning/2024-04-19/']"))
    assert hit.locator(".sok__slag").inner_text() == "Möte · Strategisk regional beredning · 19 april 2024"
    part = hit.locator(".sok__delar li").first
    assert (part.locator("a").get_attribute("href") or "").endswith(
        "/moten/strategisk-regional-beredning/2024-04-19/#p22"
    )
    assert "målbild" in part.locator("mark").first.inner_text().lower()


def test_where_no_page_has_all_words_it_is_said(sida: Page, fraga: Callable[[str], list[str]]) -> None:
    """Then pages with some of the words are shown; a word that nobody wrote finds nothing."""
    assert len(fraga("bredband gymnasieutbildning")) >= 2
    assert sida.locator("#sok-lage").inner_text().startswith("Ingen sida har alla orden.")
    assert fraga("xylofonorkester") == []
    assert sida.locator("#sok-lage").inner_text().startswith("Inga träffar")


def test_exact_hits_obey_the_filters(sida: Page, fraga: Callable[[str], list[str]]) -> None:
    """An organ named exactly is not shown to a reader who has asked for meetings alone."""
    assert fraga("SRB")[0] == "organ/strategisk-regional-beredning/"
    sida.select_option("#sok-slag", "Möte")
    assert all(hit.startswith("moten/") for hit in fraga("SRB"))
    sida.select_option("#sok-slag", "")


def test_a_misspelt_name_is_suggested(sida: Page, fraga: Callable[[str], list[str]]) -> None:
    """A name or an organ with a letter wrong leads to the right one; what is spelt right suggests nothing."""
    for typed, meant, leads in (
        ("lina erikson", "Lina Eriksson", "personer/lina-eriksson/"),
        ("stefanie bruksgård", "Stephanie Bruksgård", "personer/stephanie-bruksgard/"),
        ("strategisk reginal beredning", "Strategisk regional beredning", "organ/strategisk-regional-beredning/"),
    ):
        fraga(typed)
        assert sida.locator("#sok-lage a").first.inner_text() == meant, sida.locator("#sok-lage").inner_text()
        sida.locator("#sok-lage a").first.click()
        assert (sida.locator("#sok-traffar > li h2 a").first.get_attribute("href") or "").endswith(leads)
    for typed in ("lina eriksson", "målbild", "beredskap", "xylofonorkester"):
        fraga(typed)
        assert sida.locator("#sok-lage a").count() == 0, typed
