"""Files are written only where they differ, and only below the folder."""

import os
from pathlib import Path

import pytest

from generator.publish.write import Changes, write_tree


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    """A file with the same content keeps its modification time; a changed and a new one are written."""
    write_tree(tmp_path, {"a.md": b"1", "b/c.md": b"2"})
    os.utime(tmp_path / "a.md", (1, 1))
    assert write_tree(tmp_path, {"a.md": b"1", "b/c.md": b"3", "d.md": b"4"}) == Changes(2, 0, 1)
    assert (tmp_path / "a.md").stat().st_mtime == 1
    assert (tmp_path / "b/c.md").read_bytes() == b"3"


def test_what_has_vanished_is_removed_with_its_folder(tmp_path: Path) -> None:
    """A page that no view makes any more is gone, and so is a folder it left empty."""
    write_tree(tmp_path, {"a.md": b"1", "b/c/d.md": b"2"})
    assert write_tree(tmp_path, {"a.md": b"1"}) == Changes(0, 1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_file_may_become_a_folder_and_back(tmp_path: Path) -> None:
    """The kind of a path may change between builds."""
    write_tree(tmp_path, {"a": b"1"})
    write_tree(tmp_path, {"a/b": b"2"})
    assert (tmp_path / "a/b").read_bytes() == b"2"
    write_tree(tmp_path, {"a": b"3"})
    assert (tmp_path / "a").read_bytes() == b"3"


def test_a_link_is_replaced_and_never_followed(tmp_path: Path) -> None:
    """A symbolic link in the folder cannot make the writer touch what lies elsewhere."""
    outside = tmp_path / "utanfor"
    outside.write_bytes(b"kvar")
    root = tmp_path / "docs"
    root.mkdir()
    (root / "a.md").symlink_to(outside)
    write_tree(root, {"a.md": b"ny"})
    assert outside.read_bytes() == b"kvar"
    assert (root / "a.md").read_bytes() == b"ny"
    assert not (root / "a.md").is_symlink()


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "a//b", "", ".", "a\\b", "a\x00b", "a" * 256])
def test_an_unsafe_path_is_refused_before_anything_is_written(tmp_path: Path, path: str) -> None:
    """Nothing can be written outside the folder, and nothing at all if one path is unsafe."""
    with pytest.raises(ValueError, match=r".+"):
        write_tree(tmp_path / "docs", {"bra.md": b"1", path: b"2"})
    assert not (tmp_path / "docs").exists()
