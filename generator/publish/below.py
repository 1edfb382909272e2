"""What lies below a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files_below(folder: Path) -> Iterator[str]:
    """Every file and link below a folder, by its path from there; none where there is no folder."""
    return _files_below(str(folder), "") if folder.is_dir() else iter(())


def _files_below(folder: str, below: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_below(entry.path, f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}"
