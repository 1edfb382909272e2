"""How alike two names are: how many letters must be changed, added or taken away to make one into the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

MAX_EDITS = 2
_PIECES = MAX_EDITS + 1
_SHORT = 9
"""Names with fewer letters differ in two letters too often for that to mean anything."""


def distance(one: str, other: str, limit: int = MAX_EDITS) -> int:
    """The number of edits between two texts (Levenshtein); `limit` + 1 where there are more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row = row, [i]
        for j, b in enumerate(other, 1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b)))
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def alike(one: str, other: str) -> bool:
    """Whether two folded names are so alike that one may be the other misprinted."""
    return distance(one, other) <= (1 if min(len(one), len(other)) < _SHORT else MAX_EDITS)


def alike_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every pair of different names that are alike, each in alphabetical order.

    With at most two edits one of three pieces of a name stands unchanged in the other, at most two letters away, so
    only names that share a piece are compared: a hundred thousand names take seconds, not hours.
    """
    words = sorted(set(names))
    pieces: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    for word in words:
        for number, (start, end) in enumerate(_cuts(len(word))):
            pieces[len(word), number, word[start:end]].append(word)
    for word in words:
        yield from ((word, other) for other in sorted(_candidates(word, pieces)) if alike(word, other))


def _candidates(word: str, pieces: dict[tuple[int, int, str], list[str]]) -> set[str]:
    found: set[str] = set()
    for length in range(max(len(word) - MAX_EDITS, 0), len(word) + MAX_EDITS + 1):
        for number, (start, end) in enumerate(_cuts(length)):
            for shift in range(-MAX_EDITS, MAX_EDITS + 1):
                if start + shift >= 0:
                    found.update(pieces.get((length, number, word[start + shift : end + shift]), ()))
    return {other for other in found if other > word}


def _cuts(length: int) -> list[tuple[int, int]]:
    edges = [length * n // _PIECES for n in range(_PIECES + 1)]
    return list(pairwise(edges))
