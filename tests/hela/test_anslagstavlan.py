"""The anslagstavla of the real records, built by the command on the days around the removal of SRB § 63."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from tests.hela.conftest import copy_project, run

pytestmark = pytest.mark.langsam

NOTICE = "anslag/strategisk-regional-beredning/2024-10-11/index.html"
SUM = "54799e992cedc0e79e48dfdc0494321cc1b152fbb2a72fb238724d85faf65574"


def words(element: html.HtmlElement) -> str:
    """The words of an element."""
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the real records, built for a day before the removal and one after it."""
    project = copy_project(tmp_path_factory.mktemp("tavla") / "arkiv")
    for day in ("2024-11-01", "2024-11-20"):
        done = run(project, "build", "--out", str(project / day), datum=day)
        assert done.returncode == 0, done.stdout + done.stderr
    return project


def page(project: Path, day: str, path: str) -> html.HtmlElement:
    """The article of a page as built for a day."""
    return html.parse(str(project / day / path)).xpath("//article")[0]


@pytest.mark.parametrize("path", ["index.html", "anslag/index.html"])
def test_it_is_up_with_its_computed_last_day_and_then_it_is_not(project: Path, path: str) -> None:
    """§ 63 stands there on 1 November 2024, its last day computed to 18 November, and not on 20 November."""
    (before,) = page(project, "2024-11-01", path).xpath(".//li[@data-anslag]")
    shown = words(before)
    assert "Strategisk regional beredning 11 oktober 2024, §63" in shown
    assert "Uträknad sista dag, om beslutet kan överklagas 18 november 2024" in shown
    assert "Tas ned enligt handlingen 19 november 2024" in shown
    assert before.get("data-ned") == "2024-11-19"
    after = page(project, "2024-11-20", path)
    assert after.xpath(".//li[@data-anslag]") == []
    assert "Inga anslag i arkivet sitter uppe 20 november 2024." in words(after)


def test_its_own_page_still_stands(project: Path) -> None:
    """Afterwards the page says put up and taken down according to the document, with the document's SHA-256."""
    shown = words(page(project, "2024-11-20", NOTICE))
    assert "Uppsatt 28 oktober 2024 och nedtaget 19 november 2024 enligt handlingen. Sidan finns kvar." in shown
    assert SUM in shown
    assert "18 november 2024 (har passerat)" in shown


def test_it_is_found_from_the_board_when_it_is_down(project: Path) -> None:
    """From the board by way of the earlier anslag of its year one comes to the page."""
    links = page(project, "2024-11-20", "anslag/tidigare/2024/index.html").xpath(".//a/@href")
    assert any(link.endswith("strategisk-regional-beredning/2024-10-11/") for link in links)
