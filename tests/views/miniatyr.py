"""What the tests of miniature archives share: reading one, and holding its pages against those that were accepted."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator.archive.archive import Archive, build
from generator.records.folder import read_folder


def read(content: Path, day: dt.date) -> Archive:
    """The archive of a folder without faults, as of a day."""
    folder = read_folder(content)
    assert [str(fault) for fault in folder.faults] == []
    archive = build(folder, day)
    assert archive is not None
    return archive


def assert_accepted(pages: dict[str, str], folder: Path, request: pytest.FixtureRequest) -> None:
    """The pages are, word for word, those below the folder, no more and no fewer; with --godkann they become so."""
    if request.config.getoption("--godkann"):
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in pages.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    accepted = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))}
    assert sorted(pages) == sorted(accepted)
    for path, text in pages.items():
        assert text == accepted[path], path
