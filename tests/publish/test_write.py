"""Files are written only where they differ, and what is not wanted is taken away."""

import os
from pathlib import Path

from generator.publish.write import remove_others, write_if_changed


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    """A file with the same content keeps its modification time; a changed and a new one are written."""
    assert write_if_changed(tmp_path / "a.md", b"1")
    os.utime(tmp_path / "a.md", (1, 1))
    assert not write_if_changed(tmp_path / "a.md", b"1")
    assert (tmp_path / "a.md").stat().st_mtime == 1
    assert write_if_changed(tmp_path / "a.md", b"2")
    assert (tmp_path / "a.md").read_bytes() == b"2"


def test_what_has_vanished_is_removed_with_its_folder(tmp_path: Path) -> None:
    """A page that no view makes any more is gone, and so is a folder it left empty."""
    write_if_changed(tmp_path / "a.md", b"1")
    write_if_changed(tmp_path / "b/c/d.md", b"2")
    assert remove_others(tmp_path, {"a.md"}) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_link_is_taken_away_and_never_followed(tmp_path: Path) -> None:
    """A symbolic link in the folder, also to a folder, cannot make the writer touch what lies elsewhere."""
    outside = tmp_path / "utanfor"
    write_if_changed(outside / "fil", b"kvar")
    root = tmp_path / "docs"
    root.mkdir()
    (root / "a.md").symlink_to(outside / "fil")
    (root / "b").symlink_to(outside, target_is_directory=True)
    assert remove_others(root, {"a.md", "b/fil"}) == 2
    assert list(root.iterdir()) == []
    assert (outside / "fil").read_bytes() == b"kvar"
