"""The list of cases stays readable however many they are: the latest stand in it, all in the lists of their years."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from generator.archive.arendegang import Gang, Steg
from generator.views.pages import arenden
from tests.views.miniatyr import read

MINIATYR = Path(__file__).parent / "foljesidor" / "content"
MEETING = "status: hallet\ndokument:\n  - slag: minnesanteckningar\n    punkter:\n"


def _course(*years: int) -> Gang:
    steps = [Steg(dt.date(year, 3, 1), f"namnden/{year}-03-01", None, "behandlas") for year in years]
    return Gang(tuple(steps), (), None, ())


def test_few_cases_all_stand_in_the_list() -> None:
    """As long as there is room, how long ago a case came up does not count."""
    courses = {f"arende-{number}": _course(1990 + number % 30) for number in range(arenden.MEST)}
    assert arenden.latest(courses) == (list(courses), None)


@pytest.mark.parametrize(
    ("per_year", "since"), [(arenden.MEST // 2, 2023), (arenden.MEST // 2 + 1, 2024), (arenden.MEST + 1, 2024)]
)
def test_of_many_cases_the_latest_whole_years_stand_in_the_list(per_year: int, since: int) -> None:
    """Years stand in it whole, the latest always; a case counts by when it last came up, one from no meeting stays."""
    courses = {f"{year}-{number}": _course(2001, year) for year in range(2021, 2025) for number in range(per_year)}
    courses["utan-mote"] = _course()
    shown, found = arenden.latest(courses)
    assert found == since
    assert shown == [key for key in courses if key == "utan-mote" or int(key[:4]) >= since]


def test_a_case_that_is_left_out_stands_in_the_list_of_its_year(tmp_path: Path) -> None:
    """The list says how many there are and since when it has them; the year's own list has the others."""
    content = tmp_path / "content"
    shutil.copytree(MINIATYR, content)
    items = []
    for number in range(1, arenden.MEST + 2):
        record = content / "arenden" / f"fraga-{number}.yml"
        record.write_text(f"rubrik: Fråga {number}\ndiarienummer: [FR 2020/{number}]\n", encoding="utf-8")
        items.append(f"      - {{nr: {number}, rubrik: Fråga, arenden: FR 2020/{number}}}\n")
    (content / "sammantraden" / "gruppen" / "2020-03-04.yml").write_text(MEETING + "".join(items), encoding="utf-8")
    archive = read(content, dt.date(2024, 6, 1))
    pages = {one.path: one.make().text for one in arenden.pages(archive) if "fraga" not in one.path}
    listed, year = pages["arenden/index.md"], pages["arenden/ar/2020/index.md"]
    assert f"Arkivet har {arenden.MEST + 3} ärenden. Här står 2 av dem: de som har tagits upp 2024 eller" in listed
    assert "Fråga" not in listed
    assert "[2024](ar/2024/index.md), [2020](ar/2020/index.md)" in listed
    assert len(re.findall(r"^\| \[Fråga \d+\]\(\.\./\.\./fraga-", year, re.MULTILINE)) == arenden.MEST + 1
