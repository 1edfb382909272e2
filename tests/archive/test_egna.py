"""The rules that are asked of single records find what they find in the whole archive."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator.archive.archive import Archive, build
from generator.archive.check import ask
from generator.archive.egna import EGNA, egna_fel
from generator.archive.rules import REGLER
from generator.diagnostics import Diagnostic, sort_key
from generator.records.folder import read_folder
from generator.records.unplaced import placed

CASES = Path(__file__).parents[1] / "cases"
NAMES = sorted(path.name for path in CASES.iterdir() if path.name.partition("-")[0] in EGNA)
DAY = dt.date(2024, 5, 1)


def whole(archive: Archive) -> list[Diagnostic]:
    """What these rules find in the records of the whole archive."""
    found = placed(ask(archive, [regel for regel in REGLER if regel.kod in EGNA], 1))
    paths = {record.path for record in archive.records}
    return sorted((one for one in found if one.position.path in paths), key=sort_key)


def apart(archive: Archive) -> list[Diagnostic]:
    """What they find record by record."""
    return sorted((one for record in archive.records for one in egna_fel(archive, [record])), key=sort_key)


def test_a_sound_archive_has_the_same(any_archive: Archive) -> None:
    """Record by record as well as all at once."""
    assert apart(any_archive) == whole(any_archive) == egna_fel(any_archive, any_archive.records)


@pytest.mark.parametrize("name", NAMES)
def test_every_case_of_these_rules_is_found_in_its_record(name: str, tmp_path: Path) -> None:
    """The same faults, in the same words."""
    shutil.copytree(CASES / "_bas" / "content", tmp_path / "content")
    shutil.copytree(CASES / name / "content", tmp_path / "content", dirs_exist_ok=True)
    archive = build(read_folder(tmp_path / "content"), DAY)
    assert archive is not None
    assert apart(archive) == whole(archive)
    assert name.partition("-")[0] in {one.code for one in whole(archive)} or (CASES / name / "content/sidor").exists()
