"""Which files a run reads: those named, and in a folder all that can be a document of a meeting."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path

SUFFIXES = frozenset({".pdf", ".docx", ".txt", ".text", ".html", ".htm"})


def split_names(named: Iterable[str]) -> list[Path]:
    """The paths that a command line names; one argument may hold several, as FIL= of make does, where it is no path."""
    found: list[Path] = []
    for text in named:
        whole = Path(text)
        parts = [text] if whole.exists() or not any(char.isspace() for char in text) else _words(text)
        found += [Path(part) for part in parts]
    return found


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return [text]


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
