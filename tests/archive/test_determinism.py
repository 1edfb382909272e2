"""The same records and day give the same archive, whatever the hash seed and the order of the files."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from generator.archive.archive import Archive, build
from generator.archive.check import check
from generator.diagnostics import as_text
from generator.records.folder import read_folder
from tests.archive.conftest import CONTENT, MINI, TODAY

ROOT = Path(__file__).parents[2]


def fingerprint(folder: Path) -> str:
    """A sum of all that the archive holds, in its order, and of all that the check says."""
    archive, found = check(read_folder(folder), TODAY)
    assert archive is not None
    parts = [
        repr(getattr(archive, field.name)) for field in dataclasses.fields(Archive) if field.name not in _UNORDERED
    ]
    parts += [repr(record.data) for record in archive.records]
    parts += [f"{slag}:{sorted(keys)}" for slag, keys in sorted(archive.register.noder.items())]
    parts += [repr(archive.register.diarienummer), repr(archive.register.punkter), repr(archive.framat)]
    return hashlib.sha256("\n".join(parts + [as_text(one) for one in found]).encode()).hexdigest()


_UNORDERED = {"register", "lankare"}
"""Sets to ask, without order, and an object without a text of its own."""


def elsewhere(folder: Path, seed: str) -> str:
    """The sum as another process finds it, with a hash seed of its own and from another place."""
    code = f"from tests.archive.test_determinism import *; print(fingerprint(Path({str(folder)!r})))"
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd="/", check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.mark.langsam
@pytest.mark.parametrize("folder", [MINI, CONTENT], ids=["mini", "content"])
def test_hash_seeds_make_no_difference(folder: Path) -> None:
    """Two processes with different seeds find the same archive and say the same of it."""
    assert elsewhere(folder, "1") == elsewhere(folder, "31337") == fingerprint(folder)


def test_the_order_of_files_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that lists its files in any order gives the same archive."""
    before = fingerprint(MINI)
    listed = Path.iterdir
    for seed in range(3):
        shuffle = random.Random(seed).sample
        monkeypatch.setattr(
            Path, "iterdir", lambda path, shuffle=shuffle: iter(shuffle(found := [*listed(path)], len(found)))
        )
        assert fingerprint(MINI) == before


def test_without_settings_there_is_no_archive(tmp_path: Path) -> None:
    """Nothing is built without arkiv.yml; the check then says so and no more."""
    (tmp_path / "personer").mkdir()
    (tmp_path / "personer" / "alva-ek.yml").write_text("namn: Alva Ek\nlasarklass: gast\n", encoding="utf-8")
    content = read_folder(tmp_path)
    assert build(content, TODAY) is None
    archive, found = check(content, TODAY)
    assert archive is None
    assert [one.code for one in found] == ["R135"]
