"""Files are written only where they differ, and what is not wanted is taken away."""

import os
from functools import partial
from pathlib import Path

from generator.publish.write import remove_others, remove_these, write_if_changed
from generator.workers import spread


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    """A file with the same content keeps its modification time; a changed and a new one are written."""
    assert write_if_changed(tmp_path, "a.md", b"1")
    os.utime(tmp_path / "a.md", (1, 1))
    assert not write_if_changed(tmp_path, "a.md", b"1")
    assert (tmp_path / "a.md").stat().st_mtime == 1
    assert write_if_changed(tmp_path, "a.md", b"2")
    assert (tmp_path / "a.md").read_bytes() == b"2"


def test_what_has_vanished_is_removed_with_its_folder(tmp_path: Path) -> None:
    """A page that no view makes any more is gone, and so is a folder it left empty."""
    write_if_changed(tmp_path, "a.md", b"1")
    write_if_changed(tmp_path, "b/c/d.md", b"2")
    assert remove_others(tmp_path, {"a.md"}) == {"a.md"}
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_link_is_taken_away_and_never_followed(tmp_path: Path) -> None:
    """A symbolic link in the folder, also to a folder, cannot make the writer touch what lies elsewhere."""
    outside = tmp_path / "utanfor"
    write_if_changed(outside, "fil", b"kvar")
    root = tmp_path / "docs"
    root.mkdir()
    (root / "a.md").symlink_to(outside / "fil")
    (root / "b").symlink_to(outside, target_is_directory=True)
    assert remove_others(root, {"a.md", "b/fil"}) == set()
    assert list(root.iterdir()) == []
    assert (outside / "fil").read_bytes() == b"kvar"


def test_what_stands_in_the_way_is_taken_away_and_never_followed(tmp_path: Path) -> None:
    """A file is written in a folder of its own, also where a link to elsewhere or a file had the folder's name."""
    outside, root = tmp_path / "utanfor", tmp_path / "sajt"
    write_if_changed(outside, "c/fil", b"kvar")
    root.mkdir()
    (root / "b").symlink_to(outside, target_is_directory=True)
    (root / "d").write_bytes(b"en fil")
    for name in ("b/c/fil", "d/e", "b/c/fil/g"):
        assert write_if_changed(root, name, name.encode())
        assert (root / name).read_bytes() == name.encode()
    assert (outside / "c" / "fil").read_bytes() == b"kvar"


def test_files_are_removed_with_the_folders_they_leave_empty(tmp_path: Path) -> None:
    """Those that are named, and no other; one that is not there, or lies below a link or a file, does no harm."""
    outside = tmp_path.with_name("utanfor")
    write_if_changed(outside, "a/fil", b"kvar")
    for name in ("a/b/c.md", "a/d.md", "e/f.md", "g.md"):
        write_if_changed(tmp_path, name, b"")
    (tmp_path / "l").symlink_to(outside, target_is_directory=True)
    remove_these(tmp_path, ["a/b/c.md", "e/f.md", "h/i/j.md", "g.md/k", "l/a/fil"])
    assert (outside / "a" / "fil").read_bytes() == b"kvar"
    (tmp_path / "l").unlink()
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["a", "a/d.md", "g.md"]


def test_several_may_make_the_same_folders_at_once(tmp_path: Path) -> None:
    """None meets what another has just made, and all that they write lies there; also where a file was in the way."""
    for number in range(20):
        root = tmp_path / str(number)
        write_if_changed(root, "a", b"")
        names = [f"a/b{one % 5}/c{one % 10}/{one}" for one in range(40)]
        assert all(spread(partial(write_if_changed, root, data=b"1"), names, 4))
        assert remove_others(root, names) == set(names)
