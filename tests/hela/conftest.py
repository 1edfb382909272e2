"""The whole program, run as a user runs it: in a process of its own, on a copy of the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("generator", "site_overrides", "content")
DATUM = "2024-11-20"


def copy_project(target: Path) -> Path:
    """What a build needs, in a folder of its own."""
    for part in PARTS:
        shutil.copytree(ROOT / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def run(project: Path, *arguments: str, seed: str = "0", datum: str = DATUM) -> subprocess.CompletedProcess[str]:
    """``python -m generator …`` in the project, on a given day and hash seed."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "ARKIV_DATUM": datum, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="session")
def byggd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the real records, built once for all tests that only read the site."""
    project = copy_project(tmp_path_factory.mktemp("bygge") / "arkiv")
    done = run(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project
