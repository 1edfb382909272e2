"""The workflow's step that keeps the register of posting, against a real repository that others push to as well."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.langsam

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "views" / "moten" / "content"
REGISTER = "content/anslagsregister.jsonl"
ENVIRONMENT = os.environ | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "x",
    "GIT_AUTHOR_EMAIL": "x@example.org",
    "GIT_COMMITTER_NAME": "x",
    "GIT_COMMITTER_EMAIL": "x@example.org",
    "PYTHONPATH": str(ROOT),
}


def git(folder: Path, *arguments: str) -> str:
    """A git command in a folder; what it says."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout


def commit(folder: Path, message: str) -> None:
    """Commit everything and push it."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
    git(folder, "push", "-q", "origin", "HEAD:main")


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A repository with an official board, and nothing registered yet."""
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "origin")
    project = tmp_path / "forst"
    git(tmp_path, "clone", "-q", f"file://{tmp_path}/origin", "forst")
    shutil.copytree(BASE, project / "content")
    (project / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "anslagsregister", project / ".ci")
    settings = project / "content" / "arkiv.yml"
    settings.write_text(settings.read_text("utf-8").replace("roll: kopia", "roll: officiell"), encoding="utf-8")
    commit(project, "records")
    return tmp_path / "origin"


def checkout(origin: Path, name: str) -> Path:
    """The commit that is published now, checked out as the workflow does it."""
    git(origin.parent, "clone", "-q", "--depth=1", f"file://{origin}", name)
    return origin.parent / name


def keep(project: Path, day: str) -> subprocess.CompletedProcess[str]:
    """The step itself; `make` runs the generator without installing anything first."""
    tools = project.parent / "verktyg"
    tools.mkdir(exist_ok=True)
    make = tools / "make"
    make.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$1" --datum "${{2#DATUM=}}"\n', encoding="utf-8")
    make.chmod(0o755)
    environment = ENVIRONMENT | {"DATUM": day, "PATH": f"{tools}:{os.environ['PATH']}"}
    command = ["bash", str(project / ".ci" / "anslagsregister"), "main"]
    return subprocess.run(command, env=environment, check=False, capture_output=True, text=True, encoding="utf-8")


def days(origin: Path) -> list[str]:
    """The days that the register on main has."""
    return [json.loads(line)["dag"] for line in git(origin, "show", f"main:{REGISTER}").splitlines()]


def test_each_publication_adds_its_day_on_main(origin: Path) -> None:
    """Two publications of different days leave two lines; a third of the same day leaves main as it was."""
    for number, day in enumerate(("2024-03-08", "2024-03-09")):
        assert keep(checkout(origin, f"p{number}"), day).returncode == 0
    before = git(origin, "rev-parse", "main")
    assert keep(checkout(origin, "p2"), "2024-03-09").returncode == 0
    assert git(origin, "rev-parse", "main") == before
    assert days(origin) == ["2024-03-08", "2024-03-09"]
    assert git(origin, "log", "-1", "--format=%an: %s", "main").strip() == (
        "Anslagsregistret: content: det som anslagstavlan visade 2024-03-09"
    )


def test_what_others_pushed_meanwhile_stays(origin: Path) -> None:
    """A publication of an older commit builds on the register that main has, and loses nobody's change."""
    late = checkout(origin, "sen")
    assert keep(checkout(origin, "tidig"), "2024-03-08").returncode == 0
    other = checkout(origin, "annan")
    (other / "content" / "README.md").write_text("Nytt.\n", encoding="utf-8")
    commit(other, "somebody else's")
    done = keep(late, "2024-03-09")
    assert done.returncode == 0, done.stderr
    assert days(origin) == ["2024-03-08", "2024-03-09"]
    assert git(origin, "show", "main:content/README.md") == "Nytt.\n"
    changed = git(origin, "diff", "--name-only", "main~1", "main").split()
    assert changed == [REGISTER]


def test_a_copy_is_left_alone(origin: Path) -> None:
    """Where the site is a copy the step succeeds and commits nothing."""
    other = checkout(origin, "kopia")
    shutil.copy(BASE / "arkiv.yml", other / "content" / "arkiv.yml")
    commit(other, "a copy")
    before = git(origin, "rev-parse", "main")
    done = keep(checkout(origin, "p"), "2024-03-08")
    assert (done.returncode, git(origin, "rev-parse", "main")) == (0, before)
    assert "är en kopia" in done.stdout


def test_a_register_that_somebody_changed_stops_the_step(origin: Path) -> None:
    """A changed register on main is not added to; the step fails with the fault."""
    assert keep(checkout(origin, "p0"), "2024-03-08").returncode == 0
    other = checkout(origin, "fel")
    file = other / REGISTER
    file.write_text(file.read_text("utf-8").replace("Kommunhuset", "Stadshuset"), encoding="utf-8")
    commit(other, "tampered")
    done = keep(checkout(origin, "p1"), "2024-03-09")
    assert done.returncode != 0
    assert "R140" in done.stdout
    assert days(origin) == ["2024-03-08"]
