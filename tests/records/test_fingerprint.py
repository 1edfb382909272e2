"""The sum of a folder: the same for the same files, another for any change that a reading could see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.records.folder import read_folder
from generator.records.met import folder_fingerprint, meet_all

FILES = {"arkiv.yml": "namn: A\n", "personer/a.yml": "namn: A\n", "filer/b.pdf": "%PDF", "utkast/x.txt": "x"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with files of several kinds."""
    root = tmp_path / "content"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def _changed(root: Path) -> None:
    (root / "personer" / "a.yml").write_text("namn: B\n", encoding="utf-8")


def _renamed(root: Path) -> None:
    (root / "personer" / "a.yml").rename(root / "personer" / "b.yml")


def _removed(root: Path) -> None:
    (root / "utkast" / "x.txt").unlink()


def _added(root: Path) -> None:
    (root / "adresser.txt").write_text("", encoding="utf-8")


def _exchanged(root: Path) -> None:
    (root / "arkiv.yml").write_text("%PDF", encoding="utf-8")
    (root / "filer" / "b.pdf").write_text("namn: A\n", encoding="utf-8")


def _linked(root: Path) -> None:
    (root / "personer" / "a.yml").unlink()
    (root / "personer" / "a.yml").symlink_to("../arkiv.yml")


@pytest.mark.parametrize("change", [_changed, _renamed, _removed, _added, _exchanged, _linked])
def test_any_change_changes_the_sum(content: Path, change: Callable[[Path], None]) -> None:
    """Content, names and kinds of files all count, and the reading of the folder counts the same."""
    before = folder_fingerprint(meet_all(content))
    assert before == folder_fingerprint(meet_all(content)) == read_folder(content).avtryck
    change(content)
    assert folder_fingerprint(meet_all(content)) != before
    assert folder_fingerprint(meet_all(content)) == read_folder(content).avtryck


def test_what_is_no_content_does_not_count(content: Path) -> None:
    """Hidden files and editors' backups, and where the folder lies, change nothing."""
    before = folder_fingerprint(meet_all(content))
    (content / ".git").mkdir()
    (content / ".git" / "x").write_text("x", encoding="utf-8")
    (content / "arkiv.yml~").write_text("x", encoding="utf-8")
    (content / "arenden").mkdir()
    assert folder_fingerprint(meet_all(content)) == before
    assert folder_fingerprint(meet_all(content.rename(content.with_name("annan")))) == before
