"""The register of posting grows with each publication of an official board, and with nothing else."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.records.anslagsregister import FIL, read_register

BASE = Path(__file__).parents[1] / "views" / "moten" / "content"
UP = "namnden/2024-03-06"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small archive that is the official board."""
    folder = Path(shutil.copytree(BASE, tmp_path / "content"))
    settings = folder / "arkiv.yml"
    settings.write_text(settings.read_text("utf-8").replace("roll: kopia", "roll: officiell"), encoding="utf-8")
    return folder


def register(content: Path, day: str) -> int:
    """The command, as the workflow runs it after a publication."""
    return main(["anslagsregister", "--content", str(content), "--datum", day])


def lines(content: Path) -> list[str]:
    """The register as it stands."""
    return (content / FIL).read_text(encoding="utf-8").splitlines()


def test_it_is_only_added_to(content: Path) -> None:
    """Each day with something up adds a line; no earlier byte changes; the last line takes the anslag down."""
    before = b""
    first = dt.date(2024, 3, 7)
    for number in range(35):
        assert register(content, str(first + dt.timedelta(days=number))) == 0
        file = content / FIL
        now = file.read_bytes() if file.exists() else b""
        assert now.startswith(before)
        before = now
    rows = [json.loads(line) for line in lines(content)]
    assert [row["dag"] for row in rows] == [str(dt.date(2024, 3, 8) + dt.timedelta(days=n)) for n in range(30)]
    assert [row["dag"] for row in rows if UP in [one["anslag"] for one in row["upp"]]] == ["2024-03-08"]
    assert [row["dag"] for row in rows if UP in row["ned"]] == ["2024-04-03"]
    assert rows[-1]["ned"] == [f"{UP}-2"]
    assert read_register(before.decode(), FIL)[1] == []


def test_twice_a_day_is_once(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second publication of the same day that shows the same adds nothing."""
    register(content, "2024-03-08")
    first = lines(content)
    assert register(content, "2024-03-08") == 0
    assert lines(content) == first
    assert "inget nytt 2024-03-08" in capsys.readouterr().out


def test_a_copy_keeps_none(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where arkiv.yml says copy there is nothing to prove, and nothing is written."""
    assert main(["anslagsregister", "--content", str(BASE), "--datum", "2024-03-08"]) == 0
    assert "är en kopia" in capsys.readouterr().out
    assert not (BASE / FIL).exists()


def test_it_never_goes_back(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A day before the last one registered is refused with the cure, and the register stands untouched."""
    register(content, "2024-03-09")
    kept = lines(content)
    assert register(content, "2024-03-08") == 1
    assert "redan fört till 2024-03-09" in capsys.readouterr().out
    assert lines(content) == kept


def test_a_broken_register_is_not_added_to(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A register that somebody changed stops the command, and the build, until it is taken back."""
    register(content, "2024-03-08")
    register(content, "2024-03-09")
    file = content / FIL
    file.write_text(file.read_text("utf-8").replace("Kommunhuset", "Stadshuset"), encoding="utf-8")
    changed = file.read_bytes()
    assert register(content, "2024-03-10") == 1
    assert "R140" in capsys.readouterr().out
    assert file.read_bytes() == changed
