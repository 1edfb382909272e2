"""The only writer: touches only what differs, and a reader sees the old text or the new.

A file of the site may be the same file, by a hard link, as that of the site that is published. So nothing is ever
written into a file that is there: it is taken away, and another one takes its name.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Container, Iterable
from contextlib import suppress
from pathlib import Path


def write_if_changed(root: Path, name: str, data: bytes) -> bool:
    """Write `data` at `name` below `root` unless the file already holds it; tells whether it wrote. Raises OSError."""
    target = way_to(root, name)
    if os.path.lexists(target):
        if target.is_file() and not target.is_symlink() and target.read_bytes() == data:
            return False
        remove(target)
    target.write_bytes(data)
    return True


def way_to(root: Path, name: str) -> Path:
    """Where a file lies below `root`, all folders on the way to it made; what is no folder there is taken away.

    Several processes may do so at once: none takes away a folder that another has made.
    """
    root.mkdir(parents=True, exist_ok=True)
    folder = str(root)
    for part in name.split("/")[:-1]:
        folder = f"{folder}/{part}"
        try:
            os.mkdir(folder)  # noqa: PTH102 - a path object for each folder takes as long as the disk
        except FileExistsError:
            if not _is_folder(folder):
                with suppress(FileNotFoundError, IsADirectoryError):
                    Path(folder).unlink()
                Path(folder).mkdir(exist_ok=True)
    return root / name


def _is_folder(path: str) -> bool:
    """Whether a folder lies there, and no link to one."""
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def remove(path: Path) -> None:
    """Take away whatever lies there, if anything: a file, a link, a folder with all that is in it. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        with suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()


def link(old: Path, new: Path) -> None:
    """Let a new file be the file `old`, without copying it where the disk can do that."""
    try:
        os.link(old, new)
    except OSError:  # a file system without links of this kind
        shutil.copyfile(old, new)


def write_text(target: Path, text: str) -> None:
    """Write a text file as UTF-8 with plain line ends, in one step: a reader sees the old text or the new."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.ny")
    fresh.write_text(text, encoding="utf-8", newline="\n")
    fresh.replace(target)


def write_new(target: Path, text: str) -> bool:
    """Write a text file that must not exist yet; False, with nothing changed, where it does."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        return False
    return True


def remove_these(root: Path, files: Iterable[str]) -> None:
    """Remove some files below `root` if they are there, and the folders that they leave empty; no link is followed."""
    for name in files:
        folders = (root / name).relative_to(root).parents[:-1]
        if any((root / folder).is_symlink() for folder in folders):
            continue
        remove(root / name)
        for folder in folders:
            if not _removed(root / folder):
                break


def _removed(folder: Path) -> bool:
    """Whether a folder was empty, or was not there, so that it is gone now."""
    try:
        folder.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def remove_others(root: Path, files: Container[str]) -> set[str]:
    """Remove every file below `root` that is not listed, all links, and folders left empty; gives the files left."""
    return set(_remove_others(str(root), "", files)) if root.is_dir() else set()


def _remove_others(folder: str, below: str, files: Container[str]) -> list[str]:
    """The files left in a folder, by their path from the root, where the folder's is `below` (with a slash)."""
    left: list[str] = []
    with os.scandir(folder) as entries:
        for entry in list(entries):
            path = f"{below}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                inner = _remove_others(entry.path, f"{path}/", files)
                left += inner
                if not inner:
                    Path(entry.path).rmdir()
            elif entry.is_symlink() or path not in files:
                Path(entry.path).unlink()
            else:
                left.append(path)
    return left
