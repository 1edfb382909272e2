"""The table of layouts, `layouter.toml`, as rules: what is printed, what it means, how and where it may stand."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Slag = Literal["slag", "etikett", "avsnitt", "punkt", "text"]
Form = Literal["ensam", "kolon", "fri", "rad"]
Zone = Literal["huvud", "punkt", "slut"]

_ZONES: dict[str, tuple[Zone, ...]] = {
    "slag": ("huvud", "slut"),
    "etikett": ("huvud", "slut"),
    "avsnitt": ("huvud", "punkt", "slut"),
}


@dataclass(frozen=True)
class Rule:
    """A row of the table: what it is called (`falt`), how it is printed, how and where it may stand.

    `form` is ``ensam`` (alone on its line, or parted from its value by a colon, tab or wide space), ``kolon`` (only
    with such a part), ``fri`` (the value, which begins as `value` says, may follow after a single space) or ``rad``
    (the whole line is the heading).
    """

    slag: Slag
    falt: str
    patterns: tuple[re.Pattern[str], ...]
    form: Form
    value: re.Pattern[str]
    zones: frozenset[Zone]


@dataclass(frozen=True)
class ItemRule:
    """A row that says how an item (or an item inside one) begins, and how sure one such line is by itself."""

    falt: str
    pattern: re.Pattern[str]
    weight: float


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("generator.importer.layout").joinpath("layouter.toml").read_text(encoding="utf-8"))


def _rule(slag: Slag, row: dict[str, Any]) -> Rule:
    return Rule(
        slag,
        row["falt"],
        tuple(re.compile(printed, re.IGNORECASE) for printed in row["tryckt"]),
        row.get("form", "rad" if slag == "slag" else "ensam"),
        re.compile(row.get("varde", "")),
        frozenset(row.get("zon", _ZONES[slag])),
    )


@cache
def rules() -> tuple[Rule, ...]:
    """All labels, headings and words for kinds of documents, in the order of the table."""
    slags: tuple[Slag, ...] = ("etikett", "avsnitt", "slag")
    return tuple(_rule(slag, row) for slag in slags for row in _table()[slag])


@cache
def item_rules(table: Literal["punkt", "underpunkt"] = "punkt") -> tuple[ItemRule, ...]:
    """How items begin, one rule for each printed form."""
    return tuple(
        ItemRule(row["falt"], re.compile(printed), row.get("vikt", 1.0))
        for row in _table()[table]
        for printed in row["tryckt"]
    )


@cache
def head_words(name: str) -> tuple[str, ...]:
    """The patterns of one row of the words of the head."""
    return tuple(_table()["huvud"][name])


@cache
def head_pattern(name: str) -> re.Pattern[str]:
    """One pattern for all of them, at the beginning of a word or after a part of a compound."""
    return re.compile(r"\b(?:" + "|".join(head_words(name)) + r")", re.IGNORECASE)


@cache
def organ_word() -> re.Pattern[str]:
    """A word that a body's name ends with, or is."""
    return re.compile(r"\b\w*?(?:" + "|".join(head_words("organ")) + r")(?=s?\b)", re.IGNORECASE)
