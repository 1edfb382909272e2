"""Folders that are kept from one build to the next, each under the key of what it was made from.

With a folder lies a list of its files and their sums, and the list has a sum of its own, which covers the key. So a
folder is used again only if every file in it is as it was made, nothing has come to it, and it was made from the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

import cbor2

from generator.publish.below import files_below
from generator.publish.memory import file_sum
from generator.publish.write import remove

LIST = "innehall"
_SUM = hashlib.sha256().digest_size


def keep(folder: Path, place: Path, key: str, about: object) -> None:
    """Let the folder lie at `place` from now on, in one step, with what is to be known `about` it (plain values)."""
    data = cbor2.dumps([about, _sums(folder)])
    (folder / LIST).write_bytes(_sum(key, data) + data)
    place.parent.mkdir(parents=True, exist_ok=True)
    remove(place)
    folder.rename(place)


def opened(place: Path, key: str) -> Any:
    """What is to be known about the folder kept at `place`; None unless it is whole and of that key."""
    path = place / LIST
    if place.is_symlink() or path.is_symlink() or not path.is_file():
        return None
    kept = path.read_bytes()
    if kept[:_SUM] != _sum(key, kept[_SUM:]):
        return None
    about, sums = cbor2.loads(kept[_SUM:])
    return about if _sums(place) == sums else None


def tidied(folder: Path, names: Collection[str]) -> Path:
    """The folder, ours and with nothing in it but folders that have one of the names."""
    if folder.is_symlink() or not folder.is_dir():
        remove(folder)
        folder.mkdir(parents=True)
    for one in list(folder.iterdir()):
        if one.name not in names or one.is_symlink() or not one.is_dir():
            remove(one)
    return folder


def _sums(folder: Path) -> dict[str, str]:
    """The sum of each file in a folder, except the list; none for a link, which is not of our making."""
    paths = ((name, folder / name) for name in sorted(files_below(folder)) if name != LIST)
    return {name: "" if path.is_symlink() else file_sum(path) for name, path in paths}


def _sum(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + data).digest()
