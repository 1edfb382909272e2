"""Hypothesis strategies for every part of a record, made from the models: the text that a registrar could write."""

from __future__ import annotations

import importlib
import pkgutil
import types
import typing
import unicodedata
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

import generator.model
from generator.model import falt, omfang
from generator.model.bas import Post
from generator.model.narvaro import Medverkande, Narvarorad
from generator.model.punkt import Avsnitt, Punkt, Tabell
from generator.records.characters import forbidden

Plain = st.SearchStrategy[Any]

_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zs", "Zl", "Zp")).filter(
    lambda char: forbidden(char) is None and char not in "Ã<"
)
_SIGNS = st.sampled_from([*":#-'\"§åÄöé,[]{}&*!|>%@`~?=\\_ ", ": ", " #", "- ", "'", "...", "---"])
_AWKWARD = st.sampled_from(
    ["null", "~", "Null", "yes", "no", "012", "1.10", "18:30", "0x1F", "1_000", ".inf", "2024-10-11", "- a", "-", "---",
     "a: b", "a #b", "#", "'a'", '"a"', "[a]", "{a: b}", "&a", "*a", "!a", "|", ">", "%", "@a", "`a`", "?", "? a", ":",
     "a:", "''", "e3", "=", "<<", "å ä ö", "« »", "[[HSF240207]]", "* a\n* b", "  indraget", "slut  ", "e\u0301",
     "x" * 200, "ord " * 60, ("lång rad med flera ord " * 8).strip(), "https://exempel.se/" + "a" * 120]
)  # fmt: skip


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _readable(text: str) -> bool:
    return bool(text.strip()) and falt._TAG.search(text) is None


lines = (
    st.one_of(_AWKWARD, st.lists(_LETTERS | _SIGNS, min_size=1, max_size=30).map("".join)).map(_nfc).filter(_readable)
)
paragraphs = st.lists(lines | st.sampled_from(["", "- punkt", "    kod", "\tindraget"]), min_size=1, max_size=5).map(
    "\n".join
)
prose = st.one_of(lines, paragraphs.filter(_readable))
cells = st.just("") | lines
days = st.dates().map(lambda day: day.isoformat())
clocks = st.times().map(lambda time: f"{time:%H:%M}")
yes_no = st.sampled_from(["ja", "nej"])
counts = st.integers(0, 9_999_999).map(str)
ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
links = st.from_regex(r"https?://[a-z]{1,8}\.se/[a-zåäö0-9?=&#%:,-]{0,30}", fullmatch=True)
mails = st.from_regex(r"[a-z.+-]{1,8}@[a-z]{1,8}\.se", fullmatch=True)
hashes = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)
intervals = st.sampled_from(["§ 63", "§§ 9–12", "§§ 170, 172-184", "punkt 2", "63", "§63", "1 och 3"])
spans = st.sampled_from(["09:00", "kl. 09.00-14.30", "klockan 13.00–15.00", "9.00"])
rows = st.sampled_from(
    ["Alva Ek", "Alva Ek (S), ordförande", "Alva Ek (-) (Norrby", "Vakant", 'Alva "Ally" Ek', "Bo Al (M) §§ 1–4, 6"]
)
numbers = st.sampled_from(["§ 63", "3", "6 a)", "a)", "012", "§§ 4", "punkt 5"])

_LEAVES: list[tuple[Any, Plain]] = [
    (falt.Enrad, lines),
    (falt.Cell, cells),
    (falt.Prosa, prose),
    (falt.Referens, lines),
    (falt.Datum, days),
    (falt.Klockslag, clocks),
    (falt.JaNej, yes_no),
    (falt.Antal, counts),
    (falt.Id, ids),
    (falt.PersonId, ids),
    (falt.OrganId, ids),
    (falt.HuvudmanId, ids),
    (falt.ArendeId, ids),
    (falt.Lank, links),
    (falt.Epost, mails),
    (falt.Kontrollsumma, hashes),
    (omfang.OmfangFalt, intervals),
    (omfang.TidsspannFalt, spans),
]
_BY_KEY: dict[str, Plain] = {
    "webbadress": links.map(lambda link: link.rstrip("/") + "/"),
    "organisationsnummer": st.from_regex(r"[0-9]{6}-[0-9]{4}", fullmatch=True),
}


def classes() -> list[type[Post]]:
    """Every record part of the model, in order of name."""
    found = set()
    for module in pkgutil.iter_modules(generator.model.__path__, "generator.model."):
        for value in vars(importlib.import_module(module.name)).values():
            if (
                isinstance(value, type)
                and issubclass(value, Post)
                and value.__module__ == module.name
                and value.model_fields
            ):
                found.add(value)
    return sorted(found, key=lambda cls: cls.__name__)


def _hints(cls: type[Post]) -> dict[str, Any]:
    return {
        name: hint for name, hint in typing.get_type_hints(cls, include_extras=True).items() if name in cls.model_fields
    }


def _parts_in(hint: Any) -> bool:
    if isinstance(hint, type) and issubclass(hint, Post):
        return True
    return any(_parts_in(part) for part in typing.get_args(hint))


def value_of(key: str, hint: Any, depth: int) -> Plain:
    """What may stand under a key whose type is `hint`; parts in parts to a `depth`."""
    leaf = next((strategy for known, strategy in _LEAVES if known == hint), _BY_KEY.get(key))
    if leaf is not None:
        return leaf
    if isinstance(hint, type) and issubclass(hint, Post):
        return part_of(hint, depth - 1)
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(value_of(key, inner[0], depth), min_size=1, max_size=2)
    if origin in (typing.Union, types.UnionType):
        return value_of(key, next(part for part in inner if part is not type(None)), depth)
    if origin is typing.Annotated:
        return value_of(key, inner[0], depth)
    raise NotImplementedError(f"{key}: {hint}")


@st.composite
def _drawn(draw: st.DrawFn, cls: type[Post], depth: int) -> dict[str, Any]:
    hints = _hints(cls)
    optional = [
        n for n, info in cls.model_fields.items() if not info.is_required() and (depth > 0 or not _parts_in(hints[n]))
    ]
    chosen = set(draw(st.lists(st.sampled_from(optional), max_size=4, unique=True))) if optional else set()
    names = [name for name, info in cls.model_fields.items() if info.is_required() or name in chosen]
    return {name: draw(value_of(name, hints[name], depth)) for name in names}


@st.composite
def _table(draw: st.DrawFn) -> dict[str, Any]:
    width = draw(st.integers(1, 4))
    row = st.lists(cells, min_size=width, max_size=width)
    return {"kolumner": draw(row), "rader": draw(st.lists(row, max_size=3))}


def _with(**needed: Plain) -> Callable[[dict[str, Any]], Plain]:
    return lambda drawn: st.fixed_dictionaries(needed).map(lambda values: {**values, **drawn, **values})


def _named(drawn: dict[str, Any]) -> Plain:
    """Any line with its name beside it, or a line that the grammar reads."""
    without = {key: value for key, value in drawn.items() if key not in {"rad", "rubrik", "namn"}}
    awkward = st.fixed_dictionaries({"rad": lines, "namn": lines})
    return (st.fixed_dictionaries({"rad": rows}) | awkward).map(lambda values: {**values, **without})


_NEEDED: dict[type[Post], Callable[[dict[str, Any]], Plain]] = {
    Narvarorad: _named,
    Medverkande: _named,
    Punkt: _with(nr=numbers),
    Avsnitt: _with(referat=prose),
    Tabell: lambda drawn: _table(),
}


def is_valid(cls: type[Post], plain: Any) -> bool:
    """Whether the model takes it."""
    try:
        cls.model_validate(plain)
    except ValidationError:
        return False
    return True


def part_of(cls: type[Post], depth: int = 2) -> Plain:
    """A part of a record as a registrar writes it: dict, list and text that the model takes."""
    drawn = _drawn(cls, max(depth, 0))
    return drawn.flatmap(_NEEDED[cls]) if cls in _NEEDED else drawn


def posts_of(cls: type[Post], depth: int = 2) -> st.SearchStrategy[Post]:
    """Such parts as the model shapes them."""
    return part_of(cls, depth).map(cls.model_validate)
