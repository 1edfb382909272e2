"""What a page says of the present: the next known step of a case, the state of each uppdrag, and how long lists are."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from generator.views.pages import arenden, huvudman, organ
from tests.views.miniatyr import read

CONTENT = Path(__file__).parent / "foljesidor" / "content"
NEXT = re.compile(r"^- \*\*Nästa kända steg:\*\* (.*)$", re.MULTILINE)


def _case(content: Path, day: dt.date) -> str:
    """The page of the case, as of a day."""
    return next(page.make().text for page in arenden.pages(read(content, day)) if "ovningen" in page.path)


@pytest.mark.parametrize(
    ("day", "step"),
    [
        (dt.date(2024, 2, 1), "namnden/2024-02-01"),
        (dt.date(2024, 2, 2), "gruppen/2024-03-01"),
        (dt.date(2024, 3, 1), "gruppen/2024-03-01"),
        (dt.date(2024, 3, 2), "namnden/2024-05-02"),
        (dt.date(2024, 5, 2), "namnden/2024-05-02"),
    ],
)
def test_the_next_step_is_the_first_meeting_ahead(day: dt.date, step: str) -> None:
    """On the day of a meeting it is still ahead, the day after the next one is; a mere mention is no step."""
    found = NEXT.search(_case(CONTENT, day))
    assert found
    assert f"(../../moten/{step}/index.md)" in found[1]


def test_a_report_asked_for_is_told_as_the_next_step() -> None:
    """Where nothing but a report-back is known of the next meeting, that is said, with the meeting's own state."""
    found = NEXT.search(_case(CONTENT, dt.date(2024, 4, 1)))
    assert found
    assert found[1].endswith("(planerat): återrapport väntas")


def test_after_the_last_meeting_no_step_is_known() -> None:
    """Nothing is guessed when the last known meeting has passed."""
    text = _case(CONTENT, dt.date(2024, 5, 3))
    assert not NEXT.search(text)
    assert "Arkivet känner inget kommande möte där ärendet ska tas upp." in text


def test_a_cancelled_meeting_is_no_step(tmp_path: Path) -> None:
    """A meeting that is cancelled is not what comes next."""
    content = shutil.copytree(CONTENT, tmp_path / "content")
    record = content / "sammantraden" / "namnden" / "2024-05-02.yml"
    record.write_text(record.read_text("utf-8").replace("status: planerat", "status: installt"), "utf-8")
    assert not NEXT.search(_case(content, dt.date(2024, 4, 1)))


def test_an_authority_named_everywhere(tmp_path: Path) -> None:
    """Of 131 items the page lists the latest hundred and says so."""
    content = shutil.copytree(CONTENT, tmp_path / "content")
    text = "status: hallet\ndokument:\n  - slag: minnesanteckningar\n    punkter:\n"
    for number in range(129):
        day = dt.date(2023, 1, 1) + dt.timedelta(days=number)
        item = "      - {nr: 1, rubrik: Läget, referat: Om Ekeby kommun.}\n"
        (content / "sammantraden" / "gruppen" / f"{day}.yml").write_text(text + item, "utf-8")
    page = next(one.make().text for one in huvudman.pages(read(content, dt.date(2024, 6, 1))) if "ekeby" in one.path)
    assert "131 §§ och punkter i arkivet nämner eller vänder sig till Ekeby kommun; de 100 senaste står här" in page
    listed = re.findall(r"^- \[Samverkansgrupp Övning .*: nämns i texten$", page, re.MULTILINE)
    assert len(listed) == 98
    assert "9 maj 2023" in listed[0]


def test_an_organ_with_many_changes(tmp_path: Path) -> None:
    """Of forty periods the page shows the latest, and says how many older there are."""
    content = shutil.copytree(CONTENT, tmp_path / "content")
    record = content / "organ" / "gruppen.yml"
    years = "".join(
        f"  - {{person: alma-testsson, roll: ledamot, fran: {year}-01-01, till: {year}-12-31}}\n"
        for year in range(1980, 2020)
    )
    record.write_text(
        re.sub(r"(?ms)^mandat:\n(?: .*\n)*", "", record.read_text("utf-8")) + f"mandat:\n{years}", "utf-8"
    )
    page = next(one.make().text for one in organ.pages(read(content, dt.date(2024, 6, 1))) if "gruppen" in one.path)
    assert page.count('<details class="period"') == 24
    assert 'id="sammansattning-2019-01-01"' in page
    assert "Utöver dem finns 16 äldre perioder" in page
