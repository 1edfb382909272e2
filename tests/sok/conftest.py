"""The real records, built once, and one page in one browser that asks them everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.hela.conftest import copy_project, run
from tests.publish.conftest import served


@pytest.fixture(scope="session")
def sida(tmp_path_factory: pytest.TempPathFactory, krom: Browser) -> Iterator[Page]:
    """The search page over content/, as readers have it: with its security policy and below a sub-path."""
    project = copy_project(tmp_path_factory.mktemp("sok") / "arkiv")
    done = run(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    with served(project / "build") as base, krom.new_context() as context:
        page = context.new_page()
        page.goto(f"{base}site/sok/")
        yield page


@pytest.fixture
def fraga(sida: Page) -> Callable[[str], list[str]]:
    """Ask a question; the addresses of the hits, from the root of the site."""

    def ask(question: str) -> list[str]:
        sida.evaluate("document.getElementById('sok-lage').textContent = ''")
        sida.fill("#sok-q", question)
        sida.press("#sok-q", "Enter")
        sida.locator("#sok-lage:not(:empty)").wait_for()
        hits: list[str] = sida.locator("#sok-traffar > li h2 a").evaluate_all(
            "links => links.map(link => { const at = new URL(link.href);"
            " return at.pathname.replace('/site/', '') + at.hash })"
        )
        return hits

    return ask
