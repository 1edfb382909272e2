"""How alike two names are: how many letters must be changed, added or taken away to make one into the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

MAX_EDITS = 2
_SHORT = 9
"""Names with fewer letters differ in two letters too often for that to mean anything."""


def distance(one: str, other: str, limit: int = MAX_EDITS) -> int:
    """The number of edits between two texts (Levenshtein); `limit` + 1 where there are more."""
    return next((edits for edits in range(limit + 1) if _within(one, other, edits)), limit + 1)


def _within(one: str, other: str, edits: int) -> bool:
    """Whether so many edits are enough: pass over what is the same, then try each way to mend the first difference."""
    if abs(len(one) - len(other)) > edits:
        return False
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[same:], other[same:]
    if not one or not other or not edits:
        return len(one) + len(other) <= edits
    rests = ((one[1:], other[1:]), (one[1:], other), (one, other[1:]))
    return any(_within(a, b, edits - 1) for a, b in rests)


def alike(one: str, other: str) -> bool:
    """Whether two folded names are so alike that one may be the other misprinted."""
    return distance(one, other) <= (1 if min(len(one), len(other)) < _SHORT else MAX_EDITS)


def alike_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every pair of different names that are alike, each in alphabetical order.

    Two names at most two edits apart become the same when at most two letters are taken from each, so only names that
    meet in that way are compared: five thousand names take a second, where all with all would take minutes.
    """
    first: dict[str, str] = {}
    meeting: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        for shortened in _shortened(name):
            if first.setdefault(shortened, name) is not name:
                meeting[shortened].append(name)
    pairs = {pair for shortened, more in meeting.items() for pair in combinations((first[shortened], *more), 2)}
    yield from (pair for pair in sorted(pairs) if alike(*pair))


def _shortened(name: str) -> set[str]:
    """The name with none, one or two of its letters taken away."""
    one_less = {name[:n] + name[n + 1 :] for n in range(len(name))}
    return {name} | one_less | {less[:n] + less[n + 1 :] for less in one_less for n in range(len(less))}
