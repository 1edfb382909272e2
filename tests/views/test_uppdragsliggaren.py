"""The ledger stays readable however many uppdrag there are, and an address of one leads to it for ever."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.views.pages import uppdrag
from tests.views.miniatyr import read

MINIATYR = Path(__file__).parent / "foljesidor" / "content"
DAY = dt.date(2024, 6, 1)
LEDGER = "uppdrag/index.md"
MANY = uppdrag.HELA // 2 + 1
MEETINGS = ("2021-04-01", "2022-04-01", "2023-04-01")


def _meeting(number: int) -> str:
    given = [f"          - {{till: Ekeby, text: uppgift {one}}}\n" for one in range(number)]
    return (
        "status: hallet\ndokument:\n  - slag: minnesanteckningar\n    punkter:\n"
        f"      - nr: 1\n        rubrik: Mycket att göra\n        uppdrag:\n{''.join(given)}"
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The miniature archive, and before its uppdrag three years with more of them than any two can be shown of."""
    content = tmp_path_factory.mktemp("liggaren") / "content"
    shutil.copytree(MINIATYR, content)
    for day in MEETINGS:
        (content / "sammantraden" / "gruppen" / f"{day}.yml").write_text(_meeting(MANY), encoding="utf-8")
    return read(content, DAY)


@pytest.fixture(scope="module")
def pages(archive: Archive) -> dict[str, str]:
    """The ledger and its years, by path."""
    return {one.path: one.make().text for one in uppdrag.pages(archive)}


def _whole(text: str) -> list[str]:
    return re.findall(r"^#{2,3} .*\{: #(\S+-\d{4}-\S+) \}$", text, re.MULTILINE)


def _named(text: str) -> dict[str, str]:
    """Where each uppdrag that is only named leads, by its anchor."""
    return {anchor: target for target, anchor in re.findall(r"\]\((\S+)\)\{: #(\S+) \}", text)}


def test_each_uppdrag_stands_in_full_once(archive: Archive, pages: dict[str, str]) -> None:
    """The latest years stand in the ledger, each earlier one on a page of its own, and nothing stands twice."""
    assert list(pages) == [LEDGER, *(f"uppdrag/{year}/index.md" for year in (2024, 2023, 2022, 2021))]
    anchors = [anchor for text in pages.values() for anchor in _whole(text)]
    assert sorted(anchors) == sorted(one.id.replace("/", "-").replace("#", "-") for one in archive.uppdrag)
    assert {anchor[:12] for anchor in _whole(pages[LEDGER])} == {"gruppen-2024", "namnden-2024", "gruppen-2023"}
    assert len(_whole(pages["uppdrag/2022/index.md"])) == MANY


def test_both_pages_have_its_anchor_and_lead_to_where_it_stands(pages: dict[str, str]) -> None:
    """The page that does not hold an uppdrag in full names it under its anchor, with a link to the one that does."""
    for year in (2021, 2022):
        path = f"uppdrag/{year}/index.md"
        mine = {anchor: to for anchor, to in _named(pages[LEDGER]).items() if f"-{year}-" in anchor}
        assert mine == {anchor: f"{year}/index.md#{anchor}" for anchor in _whole(pages[path])}
    for year in (2023, 2024):
        named = _named(pages[f"uppdrag/{year}/index.md"])
        assert named == {one: f"../index.md#{one}" for one in _whole(pages[LEDGER]) if f"-{year}-" in one}


def test_an_earlier_uppdrag_costs_the_ledger_a_line(pages: dict[str, str]) -> None:
    """The indexes count those of earlier years instead of naming each."""
    givers = pages[LEDGER].partition("## Efter organ")[2]
    assert f"[2022 ({MANY})](2022/index.md), [2021 ({MANY})](2021/index.md)" in givers
    assert "#gruppen-2022" not in givers
    assert len(pages[LEDGER]) < 2.5 * len(pages["uppdrag/2022/index.md"])
