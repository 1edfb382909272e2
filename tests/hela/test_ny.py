"""A registrar starts the record of a meeting, and is answered in Swedish where that can not be done."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.hela.conftest import ROOT, copy_project, run

pytestmark = pytest.mark.langsam

ORGAN = "samverkansgrupp-halsa"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project to add meetings to."""
    return copy_project(tmp_path_factory.mktemp("ny") / "arkiv")


def test_a_new_record_passes_the_check(project: Path) -> None:
    """For each organ a meeting that has been, one to come and a second of the day start as records without faults."""
    organs = sorted(path.name for path in (ROOT / "content" / "sammantraden").iterdir())
    paths = []
    for organ in organs:
        for day in ("2024-10-29", "2026-03-04", "2026-03-04-2"):
            made = run(project, "ny", organ, day)
            paths.append(f"content/sammantraden/{organ}/{day}.yml")
            assert (made.returncode, made.stderr) == (0, "")
            assert made.stdout.startswith(f"Skapade {paths[-1]}\n")
    checked = run(project, "check")
    assert checked.returncode == 0, checked.stdout
    assert not [path for path in paths if f"{path}:" in checked.stdout], checked.stdout


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ((ORGAN, "4/3-2026"), "'4/3-2026' är inget datum; skriv ÅÅÅÅ-MM-DD, t.ex. 2024-10-11"),
        ((ORGAN, "2026-02-30"), "dagen 2026-02-30 finns inte i almanackan"),
        ((ORGAN, "2026-03-05-1"), "skriv ÅÅÅÅ-MM-DD, och för ett andra möte samma dag ÅÅÅÅ-MM-DD-2"),
        ((ORGAN, "2024-05-08"), "finns redan och är orörd; är det ett andra möte samma dag, skriv dagen 2024-05-08-2"),
        (("samverkansgrup-halsa", "2026-03-05"), f"organet 'samverkansgrup-halsa' finns inte; menade du '{ORGAN}'?"),
        (("kommunstyrelsen", "2026-03-05"), "eller skriv organet i organ/ först"),
        (("chefsforum", "2026-03-05"), "organet 'chefsforum' har 'mote: nej'"),
    ],
)
def test_what_can_not_be_started_is_refused_with_its_cure(
    project: Path, arguments: tuple[str, str], answer: str
) -> None:
    """A wrong day, a meeting that is there and an organ without meetings are each told, and nothing is written."""
    before = sorted((project / "content").rglob("*"))
    done = run(project, "ny", *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Fel: ")
    assert answer in done.stderr
    assert sorted((project / "content").rglob("*")) == before


def test_make_answers_a_misspelt_command_in_swedish() -> None:
    """An unknown target is told in Swedish, with where to find those that exist."""
    # The tests may themselves have been started by make, whose settings would then be inherited.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(["make", "chek"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert done.stdout == 'Kommandot "chek" finns inte. Skriv  make  så visas alla.\n'
