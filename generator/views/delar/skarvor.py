"""Lists that are looked up by word, cut into files of bounded size: a reader fetches the one that may hold the word.

A file is named after the beginning of its first word, so that the names of all files are enough to know where a word
would stand: in the last one that does not come after it. ``sok-fraga.js`` reads them in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

_FIRST = "0"
_TOGETHER = 2
_STRANGE = re.compile(r"[^0-9a-z]")


def nyckel(word: str) -> str:
    """A folded word in the signs that file names may have; letters outside a–z become ``_``."""
    return _STRANGE.sub("_", word)


def skarvor(rows: Iterable[tuple[str, Any]], largest: int) -> dict[str, list[Any]]:
    """The rows, by the beginning that names their file; rows are pairs of a folded word and what stands for it.

    A file is closed at `largest` rows, where the next word begins otherwise: words that differ in their ends only are
    often the same word misspelt. Where more than twice as many words begin alike they are parted all the same. What
    stands for several words of a file stands there once.
    """
    found: dict[str, list[Any]] = {}
    start, before, size = _FIRST, "", 0
    for word, group in groupby(sorted(rows, key=lambda row: nyckel(row[0])), key=lambda row: nyckel(row[0])):
        if size >= largest * (2 if word[:_TOGETHER] == before[:_TOGETHER] else 1):
            start, size = _apart(word, before), 0
        kept = found.setdefault(start, [])
        for _, row in group:
            if row not in kept:
                kept.append(row)
        before, size = word, len(kept)
    return found


def _apart(word: str, before: str) -> str:
    """The shortest beginning of a word that comes after the word `before` it."""
    return next(word[:length] for length in range(1, len(word) + 1) if word[:length] > before)
