"""The invented archive that measurements are made on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from generator.archive.check import check
from generator.diagnostics import has_errors
from generator.records.folder import read_folder
from tests.bench.make_archive import LAST_YEAR, make


def test_its_records_pass_the_check_and_are_joined(tmp_path: Path) -> None:
    """Every record is right, and meetings, cases and tasks lead to each other as in a real archive."""
    make(tmp_path / "a", 24)
    archive, found = check(read_folder(tmp_path / "a"), dt.date(LAST_YEAR, 12, 31))
    assert archive is not None
    assert not has_errors(found)
    assert len(archive.moten) == 24
    assert all(10 <= len(mote.punkter) <= 40 for mote in archive.moten.values())
    assert any(len(archive.bakat[f"arende:{case}"]) > 1 for case in archive.arenden)


def test_the_same_size_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two archives of one size and seed are equal, so two measurements are of the same thing."""
    for name in ("a", "b"):
        make(tmp_path / name, 2)
    files = [path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*.yml")]
    assert all((tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes() for path in files)
