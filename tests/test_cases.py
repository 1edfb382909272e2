"""Every code has its case: the smallest broken archive that shows it, and exactly what is then said.

A case is a folder ``tests/cases/<code>-<slug>/``: `content/` is laid over ``_bas/content/``, a small archive without
faults, and `expected.txt` is the whole answer. What git or another system can not hold is made here (`MADE`).
``pytest tests/test_cases.py --godkann`` writes the answers anew.
"""

import contextlib
import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.archive.check import check, check_drafts
from generator.archive.rules import REGLER
from generator.archive.rules.koder import KODER
from generator.diagnostics import Diagnostic, as_text
from generator.records.folder import read_folder
from generator.records.source import MAX_BYTES

CASES = Path(__file__).parent / "cases"
BASE = CASES / "_bas" / "content"
DAY = dt.date(2024, 5, 1)
NAMES = sorted(path.name for path in CASES.iterdir() if not path.name.startswith("_"))


def _too_large(content: Path) -> None:
    (content / "personer" / "elna-pahittad.yml").write_bytes(b"#" * (MAX_BYTES + 1))


def _link(content: Path) -> None:
    (content / "personer" / "elna-pahittad.yml").symlink_to("../../utanfor.yml")


def _twin(content: Path) -> None:
    shutil.copy(content / "personer" / "alma-testsson.yml", content / "personer" / "Alma-Testsson.yml")


def _pipe(content: Path) -> None:
    os.mkfifo(content / "personer" / "elna-pahittad.yml")


def _no_settings(content: Path) -> None:
    (content / "arkiv.yml").unlink()


def _settings_drafted(content: Path) -> None:
    (content / "utkast").mkdir()
    (content / "arkiv.yml").rename(content / "utkast" / "arkiv.yml")


MADE: dict[str, Callable[[Path], None]] = {
    "R001-for-stor": _too_large,
    "R130-lank-ut": _link,
    "R133-bara-versaler-skiljer": _twin,
    "R134-ingen-vanlig-fil": _pipe,
    "R135-grundposten-ar-utkast": _settings_drafted,
    "R135-grundposten-saknas": _no_settings,
}


class Fall(NamedTuple):
    """A case and everything that is said of it."""

    name: str
    found: list[Diagnostic]


@pytest.fixture(scope="module")
def fall(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fall]:
    """A case, in whose folder the test runs; the paths in what is said of it begin with content/."""
    name: str = request.param
    folder = tmp_path_factory.mktemp("fall")
    content = folder / "content"
    shutil.copytree(BASE, content)
    if (CASES / name / "content").exists():
        shutil.copytree(CASES / name / "content", content, dirs_exist_ok=True)
    if name in MADE:
        MADE[name](content)
    with contextlib.chdir(folder):
        read = read_folder(Path("content"))
        found = check(read, DAY)[1]
        yield Fall(name, [*found, *check_drafts(read, DAY, found)])


@pytest.mark.parametrize("fall", NAMES, indirect=True)
def test_a_case_gives_its_fault_and_nothing_else(fall: Fall, request: pytest.FixtureRequest) -> None:
    """A broken archive gives exactly one diagnostic, of the code that names the case, in exactly these words."""
    name, found = fall
    expected = CASES / name / "expected.txt"
    said = "".join(f"{as_text(one)}\n" for one in found)
    if request.config.getoption("--godkann"):
        expected.write_text(said, encoding="utf-8")
    assert [one.code for one in found] == [name.partition("-")[0]], said
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("fall", NAMES, indirect=True)
def test_a_fault_points_into_its_file(fall: Fall) -> None:
    """The position of a fault lies inside its file, and the line that it shows is the file's line there."""
    for one in fall.found:
        path = Path(one.position.path)
        if not one.source:
            continue
        text = path.read_bytes().decode("utf-8" if one.code != "R002" else "cp1252").removeprefix("\ufeff")
        line = text.split("\n")[one.position.line - 1]
        assert _seen(one.source) == _seen(line)
        assert 1 <= one.position.column < one.position.end_column <= len(line) + 2


def _seen(line: str) -> str:
    """A line as far as it can be seen: what is invisible is shown as a replacement character."""
    return "".join(char if char.isprintable() and not 0xE000 <= ord(char) <= 0xF8FF else "\ufffd" for char in line)


def test_every_code_has_a_case() -> None:
    """Each code of the reader and of the rules has at least one case, and each case a code."""
    assert {name.partition("-")[0] for name in NAMES} == set(KODER)


def test_the_list_of_rules_is_in_order() -> None:
    """The visible list of rules is in order of code, and no code is used twice."""
    codes = [regel.kod for regel in REGLER]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("fall", ["_bas"], indirect=True)
def test_the_shared_base_has_no_faults(fall: Fall) -> None:
    """The archive that every case is laid over has nothing to remark on."""
    assert fall.found == []


def test_what_is_made_here_belongs_to_a_case() -> None:
    """No maker is left over from a case that is gone."""
    assert set(MADE) <= set(NAMES)
