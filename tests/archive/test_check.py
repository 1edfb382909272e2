"""One run tells every fault once: broken records make no echo, and one fault hides no other."""

import datetime as dt
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive.archive import Archive, build
from generator.archive.check import ask, check, in_order, judge
from generator.archive.rules import REGLER
from generator.archive.rules.regel import Regel
from generator.diagnostics import Diagnostic, sort_key, summary
from generator.records.folder import read_folder
from generator.records.origin import Origin
from generator.records.unplaced import Unplaced, placed
from generator.workers import WorkerDied

TESTS = Path(__file__).resolve().parent.parent
CASES = TESTS / "cases"
BASE = CASES / "_bas" / "content"
CONTENT = TESTS.parent / "content"
DAY = dt.date(2024, 5, 1)
RECORDS = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yml"))
UNREADABLE: dict[str, Callable[[str], str]] = {
    "a key is missing": lambda text: text.partition("\n")[2],
    "a value is wrong": lambda text: text.partition(":")[0] + ": [[x]]\n" + text.partition("\n")[2],
    "a key is unknown": lambda text: text + "skostorlek: 43\n",
    "broken YAML": lambda text: text + "anmarkning: 'öppen\n",
    "empty": lambda text: "",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small archive without faults."""
    return Path(shutil.copytree(BASE, tmp_path / "content"))


def found(content: Path) -> list[Diagnostic]:
    """Everything that is said of a folder."""
    return check(read_folder(content), DAY)[1]


@pytest.mark.parametrize("how", UNREADABLE)
@pytest.mark.parametrize("record", RECORDS)
def test_a_record_that_cannot_be_read_is_told_once(content: Path, record: str, how: str) -> None:
    """Whatever points to a broken record is no fault of its own: exactly one diagnostic, in the broken file."""
    path = content / record
    path.write_text(UNREADABLE[how](path.read_text(encoding="utf-8")), encoding="utf-8")
    assert [Path(one.position.path) for one in found(content)] == [path]


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_in_another_encoding_is_told_once(content: Path, record: str) -> None:
    """A file saved by Windows makes no echo either, although nothing in it can be read."""
    path = content / record
    path.write_bytes(path.read_bytes() + "\n# Åmål".encode("cp1252"))
    assert [one.code for one in found(content)] == ["R002"]


@pytest.mark.parametrize("record", sorted(name for name in RECORDS if "/" in name))
def test_a_record_with_a_bad_file_name_is_told_once(content: Path, record: str) -> None:
    """What points to a file that ends in .yaml is no fault of its own."""
    path = content / record
    path.rename(path.with_suffix(".yaml"))
    assert [one.code for one in found(content)] == ["R131"]


def test_a_misspelt_key_hides_no_other_fault(content: Path) -> None:
    """With a misspelt key, the rest of the record is still checked against the archive."""
    path = content / "sammantraden" / "namnden" / "2024-03-06.yml"
    text = path.read_text(encoding="utf-8").replace("plats:", "platts:").replace("2024-06-12", "2024-06-13")
    path.write_text(text.replace("uppsatt: 2024-03-14", "uppsat: 2024-03-18"), encoding="utf-8")
    assert [one.code for one in found(content)] == ["R101", "R206", "R101", "R502", "R503"]


def test_a_misspelt_key_hides_no_other_schema_fault(content: Path) -> None:
    """What stands under a misspelt key is checked as if the key were right, at its own place."""
    path = content / "sammantraden" / "namnden" / "2024-03-06.yml"
    text = (
        path.read_text(encoding="utf-8")
        .replace("justering:", "justring:")
        .replace("datum: 2024-03-13", "datum: i mars")
    )
    path.write_text(text, encoding="utf-8")
    said = found(content)
    assert [(one.code, one.position.line) for one in said] == [("R101", 25), ("R107", 27)]


def test_one_fault_of_each_kind_in_one_run(content: Path) -> None:
    """Faults of every layer together: each told once, in order of file and line, none hidden by another."""
    cases = ("R013-parentes", "R101-felstavad-nyckel", "R220-samma-diarienummer", "R425-hal", "R701-personnummer")
    for name in cases:
        shutil.copytree(CASES / name / "content", content, dirs_exist_ok=True)
    said = found(content)
    assert said == sorted(said, key=sort_key)
    assert sorted(one.code for one in said) == [name.partition("-")[0] for name in cases]


@pytest.fixture
def with_faults(content: Path) -> Archive:
    """An archive with a fault of each kind of rule."""
    for name in ("R201-person", "R220-samma-diarienummer", "R425-hal", "R501-sen-justering", "R701-personnummer"):
        shutil.copytree(CASES / name / "content", content, dirs_exist_ok=True)
    archive = build(read_folder(content), DAY)
    assert archive is not None
    return archive


def test_the_number_of_workers_makes_no_difference(with_faults: Archive) -> None:
    """One, two, three and more processes than there is work for find the same, with the same words and places."""
    alone = in_order(ask(with_faults, REGLER, 1))
    assert {one.code[:2] for one in alone} >= {"R2", "R4", "R5", "R7"}
    for workers in (2, 3, 50):
        assert in_order(ask(with_faults, REGLER, workers), workers) == alone


def test_what_lies_in_one_file_is_placed_at_once_as_one_by_one(with_faults: Archive) -> None:
    """Faults of one file, of several and of none have the place that each has by itself."""
    found = [one for one in ask(with_faults, REGLER, 1) if isinstance(one, Unplaced)]
    twice = [replace(one, loc=(), needle="", key=False) for one in found]
    assert len({one.file for one in found}) > 2
    alone = sorted((one.placed() for one in [*found, *twice]), key=sort_key)
    for workers in (1, 2):
        assert sorted(placed([*found, *twice], workers), key=sort_key) == alone


def test_nothing_is_placed_where_nothing_is_shown(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How much there is to say is known without any file read again."""
    for name in ("R203-huvudman", "R601-forsenat"):
        shutil.copytree(CASES / name / "content", content, dirs_exist_ok=True)
    read = read_folder(content)
    told = check(read, DAY)[1]
    monkeypatch.setattr(Origin, "read", lambda _: pytest.fail("a file is read again"))
    archive, found = judge(read, DAY)
    assert archive is not None
    assert summary(found) == summary(told)
    assert {one.code for one in found} == {"R203", "R601"}


def test_a_worker_that_dies_is_told(with_faults: Archive) -> None:
    """A process that is killed in the middle of a rule ends the check with its signal; nothing is passed over."""

    def killed(archive: Archive) -> Iterator[Diagnostic]:
        os.kill(os.getpid(), signal.SIGKILL)
        yield from ()

    with pytest.raises(WorkerDied) as told:
        list(ask(with_faults, [*REGLER, Regel("R699", "Dör.", killed)], 2))
    assert told.value.how == -signal.SIGKILL


def test_nothing_in_an_empty_folder(tmp_path: Path) -> None:
    """A folder without anything is told as one missing record, not as many."""
    archive, said = check(read_folder(tmp_path), DAY)
    assert archive is None
    assert [one.code for one in said] == ["R135"]


def test_the_order_of_files_makes_no_difference(content: Path) -> None:
    """Two copies of a folder, written in different order, give the same answer."""
    (content / "sammantraden" / "namnden" / "2024-06-12.yml").unlink()
    first = [(one.code, one.message) for one in found(content)]
    for path in sorted(content.rglob("*.yml"), reverse=True):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
    assert [(one.code, one.message) for one in found(content)] == first != []


def test_the_archive_of_this_repository_is_sound() -> None:
    """The real records have no faults and nothing to warn of, only what the archive can not know."""
    said = check(read_folder(CONTENT), dt.date(2026, 1, 1))[1]
    assert {one.severity.value for one in said} <= {"upplysning"}, said
