"""Rows of a table with rules between its columns: each field is a cell, an empty one too; broken cells made whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from generator.importer.extract.pdf_grid import Field, cells_of
from generator.importer.extract.pdf_words import Word

_FEWEST = 3
_SPACE = 0.28
_MOST_PADDING = 8.0
"""Points."""
_MOST_LINES = 6
_RULES = 2

Fields = tuple[Field, ...]
Place = tuple[int, int]


def ruled(words: Sequence[Word], fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields of a row of a table, where it has columns enough and no word stands outside; else none."""
    if len(fields) < _FEWEST:
        return ()
    before, *_, after = cells_of(words, fields)
    return () if before or after else tuple(fields)


def by_field(words: Sequence[Word], fields: Sequence[Field]) -> list[list[Word]]:
    """The words of each field."""
    return cells_of(words, fields)[1:-1]


def is_ruled_off(above: Sequence[Field], below: Sequence[Field], y: float) -> bool:
    """Whether a rule runs between a line with these fields and one that stands on `y` below it."""
    return any(field.floor is not None and field.floor > y for field in above) or not _same(above, below)


def _same(above: Sequence[Field], below: Sequence[Field]) -> bool:
    return all(
        one is not None and other is not None and abs(one.left - other.left) < 1 and abs(one.right - other.right) < 1
        for one, other in zip_longest(above, below)
    )


def is_full(left: float, right: float, word: float, size: float, field: Field) -> bool:
    """Whether a text in a field, from `left` to `right`, leaves no room for one more word of this width."""
    padding = min(max(0.0, left - field.left), _MOST_PADDING)
    return right + _SPACE * size + word > field.right - padding


def bands(lines: Iterable[tuple[Place, Fields]]) -> frozenset[tuple[Place, Fields]]:
    """The rows of tables that have a rule under every row: what stands between two of these rules is one row.

    A table with a frame round it and none inside has many lines on the same rule; no row has so many.
    """
    counted = Counter((place, fields) for place, fields in lines if fields)
    tables = Counter(_table(place, fields) for place, fields in counted)
    return frozenset(
        (place, fields)
        for (place, fields), count in counted.items()
        if count <= _MOST_LINES
        and tables[_table(place, fields)] >= _RULES
        and all(field.floor is not None for field in fields)
    )


def _table(place: Place, fields: Fields) -> tuple[Place, tuple[float, ...]]:
    return place, tuple(field.left for field in fields)
