"""A content folder as every command reads it: by several processes, and no record twice that has not changed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from generator.publish.settings import REPOSITORY
from generator.records.folder import Innehall, read_folder
from generator.records.met import Met

FOLDER = REPOSITORY / "build" / "postcache"


def read_content(folder: Path, workers: int, met: Sequence[Met] | None = None) -> Innehall:
    """All that lies in `folder`; what was read is kept below ``build/`` for the next time. Raises WorkerDied.

    `met` are its files, if somebody has looked already.
    """
    return read_folder(folder, arbetare=workers, cache=_cache(folder), met=met)


def told_of_cache(content: Innehall) -> list[str]:
    """What whoever runs the command should know of how the cache served; nothing as long as it did."""
    used = content.cache
    notes = ["läste om allt, eftersom minnet av tidigare läsningar var skadat"] if used and used.damaged else []
    return notes + (
        [f"minnet till nästa läsning gick inte att skriva ({used.unwritten})"] if used and used.unwritten else []
    )


def _cache(folder: Path) -> Path:
    """A folder of its own for each content folder, so that they do not drive out each other's records."""
    return FOLDER / hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:12]
