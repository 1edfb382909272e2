"""The table of words that mean something inside an item (`ord.toml`), as patterns."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Meaning:
    """A row: what it means, and the patterns of the words that mean it."""

    name: str
    patterns: tuple[re.Pattern[str], ...]

    def found_in(self, text: str) -> bool:
        """Whether the words stand anywhere in the text."""
        return any(pattern.search(text) for pattern in self.patterns)


@cache
def table() -> dict[str, Any]:
    """The whole table as it is written."""
    return tomllib.loads(files("generator.importer.printed").joinpath("ord.toml").read_text(encoding="utf-8"))


@cache
def meanings(name: str, key: str) -> tuple[Meaning, ...]:
    """The rows of one table, each named by the value of `key` (empty where a row has none)."""
    return tuple(Meaning(row.get(key, ""), _patterns(row["tryckt"])) for row in table()[name])


@cache
def patterns(name: str, key: str = "tryckt") -> tuple[re.Pattern[str], ...]:
    """The patterns of a table that has only one row."""
    return _patterns(table()[name][key])


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """A plain list of words or of patterns as they are written."""
    return tuple(table()[name][key])


def _patterns(printed: str | list[str]) -> tuple[re.Pattern[str], ...]:
    rows = [printed] if isinstance(printed, str) else printed
    return tuple(re.compile(one, re.IGNORECASE) for one in rows)
