"""What is drawn round the words of a line: which rules part it into cells, which dot makes it an item of a list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.importer.extract.pdf_drawn import Box, is_dot, is_level, is_upright
from generator.importer.extract.pdf_words import Word

BULLET = "•"
_SAME_RULE = 2.5
_MIDDLE = 0.3
_TALL_DOT, _LOW, _HIGH = 0.7, -0.05, 0.75
_FARTHEST_DOT, _LONELY = 3.0, 1.5
_ROOM_BESIDE = 0.1


@dataclass(frozen=True)
class Field:
    """The part of a line between two rules, and how high the rule is that it stands on (None without one)."""

    left: float
    right: float
    floor: float | None = None


class Shapes:
    """The rules and dots of a page as its text sees them that stands one way."""

    def __init__(self, boxes: Iterable[Box], turn: int) -> None:
        turned = [box.turned(turn) for box in boxes]
        self._upright = sorted((box for box in turned if is_upright(box)), key=lambda box: box.left)
        self._level = sorted((box for box in turned if is_level(box)), key=lambda box: box.top)
        self._tops = [box.top for box in self._level]
        self._dots = sorted((box for box in turned if is_dot(box)), key=lambda box: (box.bottom, box.left))
        self._dot_bottoms = [box.bottom for box in self._dots]

    def fields(self, y: float, size: float) -> tuple[Field, ...]:
        """The fields from the first to the last rule that a line on this base line stands between."""
        middle = y + _MIDDLE * size
        edges: list[float] = []
        for box in self._upright:
            if box.bottom <= middle <= box.top and not (edges and box.left - edges[-1] <= _SAME_RULE):
                edges.append(round(box.left, 1))
        return tuple(Field(left, right, self._floor(left, right, y)) for left, right in pairwise(edges))

    def _floor(self, left: float, right: float, y: float) -> float | None:
        """The top of the nearest rule under a base line that reaches over all of a field."""
        for box in reversed(self._level[: bisect_right(self._tops, y)]):
            if box.left <= left + _SAME_RULE and box.right >= right - _SAME_RULE:
                return round(box.top, 1)
        return None

    def marked(self, words: Sequence[Word], y: float, size: float) -> list[Word]:
        """The words of a line, a bullet before the one that a dot stands before."""
        low, high = y + _LOW * size, y + _HIGH * size
        near = self._dots[bisect_left(self._dot_bottoms, low) : bisect_right(self._dot_bottoms, high)]
        dots = [dot for dot in near if dot.top <= high and dot.height <= _TALL_DOT * size]
        alone = [dot for dot in dots if not any(_is_near(dot, other, size) for other in dots)]
        out = list(words)
        for dot in alone:
            place = next((place for place, word in enumerate(out) if word.left > dot.left), None)
            if place is not None and _stands_before(dot, out, place, size):
                out[place] = replace(out[place], text=f"{BULLET} {out[place].text}", left=dot.left)
        return out


def _is_near(dot: Box, other: Box, size: float) -> bool:
    """Whether a dot is one of many, as in a dotted line."""
    return dot is not other and abs(dot.left - other.left) < _LONELY * size


def _stands_before(dot: Box, words: Sequence[Word], place: int, size: float) -> bool:
    gap = words[place].left - dot.right
    beside = place == 0 or words[place - 1].right + _LONELY * size < dot.left
    return beside and _ROOM_BESIDE * size < gap < _FARTHEST_DOT * size


def cells_of(words: Sequence[Word], fields: Sequence[Field]) -> list[list[Word]]:
    """The words by field, those outside the outermost rules in a field of their own at either end."""
    edges = [field.left for field in fields] + [fields[-1].right]
    out: list[list[Word]] = [[] for _ in range(len(fields) + 2)]
    for word in words:
        out[bisect_right(edges, (word.left + word.right) / 2)].append(word)
    return out
