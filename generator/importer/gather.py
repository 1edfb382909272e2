"""Which files a run reads: those named, and in a folder all that can be a document of a meeting."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

SUFFIXES = frozenset({".pdf", ".docx", ".txt", ".text", ".html", ".htm"})


def gathered(named: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """The files of a run in order, and the files in named folders that are passed over; hidden ones are not told."""
    files: dict[Path, None] = {}
    passed: list[Path] = []
    for path in named:
        if not path.is_dir():
            files[path] = None
            continue
        for inner in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
            if hidden or inner.is_dir():
                continue
            if inner.suffix.lower() in SUFFIXES:
                files[inner] = None
            else:
                passed.append(inner)
    return list(files), passed
