"""What the program is: one sum over all that decides how a page looks, apart from its text.

A page that was made by the same program from the same text is the same page. Modification times say nothing (a fresh
checkout has new ones), so it is the content of the files that is summed.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

_PARTS = ("generator", "site_overrides", "mkdocs.yml")


def program_sum(root: Path) -> str:
    """SHA-256, in hex, over the program and its theme below `root`, the installed packages and Python itself."""
    total = hashlib.sha256()
    for word in (sys.version, *sorted(_packages())):
        total.update(word.encode() + b"\0")
    for path in sorted(_files(root)):
        total.update(path.relative_to(root).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _packages() -> Iterator[str]:
    return (f"{one.name}=={one.version}" for one in distributions())


def _files(root: Path) -> Iterator[Path]:
    for part in _PARTS:
        there = root / part
        found = there.rglob("*") if there.is_dir() else iter([there])
        yield from (path for path in found if path.is_file() and "__pycache__" not in path.parts)
