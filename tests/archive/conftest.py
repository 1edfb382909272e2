"""A miniature archive with invented persons, and the real one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.archive.archive import Archive, build
from generator.records.folder import read_folder

HERE = Path(__file__).parent
MINI = HERE / "mini" / "content"
CONTENT = HERE.parents[1] / "content"
TODAY = dt.date(2024, 10, 1)


def built(folder: Path) -> Archive:
    """The archive of a folder as of a fixed day."""
    archive = build(read_folder(folder), TODAY)
    assert archive is not None
    return archive


@pytest.fixture(scope="session")
def mini() -> Archive:
    """The miniature archive."""
    return built(MINI)


@pytest.fixture(scope="session", params=[MINI, CONTENT], ids=["mini", "content"])
def any_archive(request: pytest.FixtureRequest) -> Archive:
    """The miniature archive, then the real one."""
    return built(request.param)
