"""The words of attendance lists, as the table `narvaro.toml` has them: lists, headings, columns, titles, bodies."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from generator.archive.namn import normal
from generator.importer.known import Known
from generator.importer.layout.headings import heading
from generator.model.narvarorad import ROLLER, samma_roll
from generator.model.partier import parti_kallat

GroupKind = Literal["yttre", "indre", "egen"]
_LONGEST_BODY = 5


@dataclass(frozen=True)
class ListRule:
    """Where the rows below a label belong: the keys in `narvaro` and in `kallade`; ``-`` where there is no such list.

    `usual` are the labels that say no more than the key does.
    """

    falt: str
    narvaro: str
    kallade: str
    usual: re.Pattern[str]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("generator.importer.attendance").joinpath("narvaro.toml").read_text(encoding="utf-8"))


@cache
def list_rules() -> dict[str, ListRule]:
    """The lists by the name of their label."""
    return {
        row["falt"]: ListRule(row["falt"], row["narvaro"], row["kallade"], re.compile(row["vanlig"], re.IGNORECASE))
        for row in _table()["lista"]
    }


def list_label(text: str) -> tuple[ListRule, str] | None:
    """The list that a text is the label of, and the label as printed; None where it is none or holds a value too."""
    found = heading(text, "huvud", "etikett")
    if found is None or found.value or found.rule.falt not in list_rules():
        return None
    return list_rules()[found.rule.falt], found.rubrik


@cache
def single_roles() -> dict[str, tuple[str, str]]:
    """Labels with one person: the label's name → the keys in `narvaro` and in `kallade`."""
    return {row["falt"]: (row["narvaro"], row["kallade"]) for row in _table()["ensam_roll"]}


@cache
def _rows(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["falt"], re.compile(row["tryckt"], re.IGNORECASE)) for row in _table()[table])


@cache
def word(name: str) -> re.Pattern[str]:
    """A word pattern of the table, large and small letters as written there."""
    return re.compile(_table()["ord"][name])


def note_of(text: str) -> tuple[str, str, str] | None:
    """A line that says of named persons how or whether they were there: the kind, the words that say it, the names."""
    for falt, pattern in _rows("i_punkt"):
        if found := pattern.fullmatch(text):
            return falt, found["ord"].strip(), found["namn"]
    return None


def column_of(text: str) -> str | None:
    """What a column with this printed heading holds."""
    bare = text.strip(" :*_")
    return next((falt for falt, pattern in _rows("kolumn") if pattern.fullmatch(bare)), None)


def group_of(text: str) -> GroupKind | None:
    """What kind of heading inside a list a line is, where the table knows it."""
    bare = text.strip(" :*_")
    kinds: tuple[GroupKind, ...] = ("indre", "egen", "yttre")
    found = {falt for falt, pattern in _rows("rubrik") if pattern.fullmatch(bare)}
    return next((kind for kind in kinds if kind in found), "egen" if parti_kallat(bare) else None)


def list_of_group(text: str) -> ListRule | None:
    """The list that the people below a heading belong to, where the heading says it."""
    bare = text.strip(" :*_")
    rows = (row for row in _table()["rubrik"] if re.fullmatch(row["tryckt"], bare, re.IGNORECASE))
    return next((list_rules()[row["lista"]] for row in rows if "lista" in row), None)


def is_mark(text: str) -> bool:
    """Whether a cell is a mark, as an X in a column."""
    return bool(word("markt").fullmatch(text))


def is_role(text: str) -> bool:
    """Whether a text is a printed role of a meeting."""
    return samma_roll(text) in ROLLER


def is_title_word(text: str) -> bool:
    """Whether a word is a title or ends in one: ``kommundirektör``."""
    bare = text.strip(",;:")
    return bool(word("titel").fullmatch(bare) or word("titel").fullmatch(bare.lower()))


@dataclass(frozen=True)
class Bodies:
    """The authorities that a text may name: those of the archive and those that the document itself prints.

    `presumed` are words that only seem to be authorities. `parties` are short words that the document prints after
    names as it prints parties.
    """

    known: Known = field(default_factory=Known.empty)
    printed: frozenset[str] = frozenset()
    presumed: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()

    def __contains__(self, text: str) -> bool:
        """Whether a text is the name of an authority."""
        return self.is_named(text) or bool(word("organisation").fullmatch(text))

    def is_named(self, text: str) -> bool:
        """Whether the archive or the document says that this is an authority."""
        name = normal(text)
        return name in self.printed or name in self.presumed or bool(self.known.huvudman.get(name))

    def tail(self, text: str) -> tuple[str, str] | None:
        """A title with an authority after it, parted: ``socialchef Köpings kommun``; None where there is none."""
        words = text.split()
        for size in range(min(_LONGEST_BODY, len(words) - 1), 0, -1):
            body = " ".join(words[-size:])
            if body[:1].isupper() and body in self:
                return " ".join(words[:-size]), body
        return None

    def also(self, names: Iterable[str]) -> Bodies:
        """The same with more names that the document prints."""
        return replace(self, printed=self.printed | {normal(name) for name in names})

    def presuming(self, names: Iterable[str]) -> Bodies:
        """The same with words that seem to be authorities and are not known to be."""
        return replace(self, presumed=frozenset(normal(name) for name in names if not self.is_named(name)))

    def with_parties(self, parties: Iterable[str]) -> Bodies:
        """The same with short words that stand where parties do."""
        return replace(self, parties=self.parties | frozenset(parties))

    def is_presumed(self, text: str) -> bool:
        """Whether a text only seems to be an authority."""
        return normal(text) in self.presumed
