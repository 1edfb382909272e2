"""Values of a record by their type, and values that point somewhere, found by the types of the model's fields.

No list of fields is kept: a new field of type `Prosa`, `Referens` or `PersonId` is followed the day it is written.
Which fields can hold what is sought, and which parts can lead to it, is worked out once for each model: an archive has
half a million parts, and most of them can not hold most things.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeVar

from generator.model.bas import Post
from generator.model.falt import Marke
from generator.records.nodes import Loc

P = TypeVar("P", bound=Post)
Sokt = type | tuple[type, ...]
"""What is sought: the type of a value (``datetime.date``, `Handling`, ``str``), one of several, or `Marke`."""


class Falt(NamedTuple):
    """A field with something in it that was sought: the part it stands in, the part's place, its name, its value."""

    post: Post
    plats: Loc
    namn: str
    varde: object


@dataclass(frozen=True, slots=True)
class Fynd:
    """A marked value: where it stands, what kind of mark, the value, and the part of the record that holds it."""

    loc: Loc
    slag: str
    falt: str
    varde: str
    post: Post


def fields(post: Post, sought: Sokt) -> list[Falt]:
    """The fields of a part, and of every part inside it, that hold something of a type, in the order of the fields.

    A text that is one of a few words known to the model (a Literal) is no ``str`` here; an empty field holds nothing.
    """
    found: list[Falt] = []
    _gather(post, (), sought, found)
    return found


def parts(post: Post, model: type[P]) -> Iterator[tuple[Loc, P]]:
    """The part itself and every part inside it, those of one kind, with their places."""
    if isinstance(post, model):
        yield (), post
    for field in fields(post, model):
        for loc, value in _items(field.varde, (*field.plats, field.namn)):
            if isinstance(value, model):
                yield loc, value


def texts(post: Post) -> Iterator[tuple[Loc, str]]:
    """Every text of a part and of the parts inside it, with its place."""
    for field in fields(post, str):
        yield from strings(field.varde, (*field.plats, field.namn))


def marked(post: Post) -> Iterator[Fynd]:
    """All marked values of a record, in the order of the model's fields."""
    for part, place, name, value in fields(post, Marke):
        mark = _marks(type(part))[name]
        for loc, text in strings(value, (*place, name)):
            yield Fynd(loc, mark, name, text, part)


def strings(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """The texts of a field's value, each with its place."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from strings(item, (*loc, number))


def _gather(post: Post, loc: Loc, sought: Sokt, found: list[Falt]) -> None:
    values = vars(post)
    for name, holds, leads in _routes(type(post), sought):
        value = values[name]
        if not value:
            continue
        if holds:
            found.append(Falt(post, loc, name, value))
        if leads:
            for place, part in _items(value, (*loc, name)):
                if isinstance(part, Post):
                    _gather(part, place, sought, found)


def _items(value: object, loc: Loc) -> Iterator[tuple[Loc, object]]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield (*loc, number), item
    else:
        yield loc, value


@cache
def _routes(model: type[Post], sought: Sokt) -> tuple[tuple[str, bool, bool], ...]:
    """The fields of a model to look at: those that hold what is sought, and those whose parts lead to it."""
    rows = []
    for name, leaves in _leaves(model).items():
        holds = name in _marks(model) if sought is Marke else any(issubclass(leaf, sought) for leaf in leaves)
        leads = any(_leads(leaf, sought) for leaf in leaves if issubclass(leaf, Post))
        rows.append((name, holds, leads))
    return tuple(row for row in rows if row[1] or row[2])


@cache
def _leads(model: type[Post], sought: Sokt) -> bool:
    """Whether a part of a model, or any part inside it, has a field that can hold what is sought."""
    reached, queue = {model}, [model]
    while queue:
        one = queue.pop()
        if sought is Marke and _marks(one):
            return True
        for leaf in (leaf for leaves in _leaves(one).values() for leaf in leaves):
            if issubclass(leaf, sought):
                return True
            if issubclass(leaf, Post) and leaf not in reached:
                reached.add(leaf)
                queue.append(leaf)
    return False


@cache
def _leaves(model: type[Post]) -> dict[str, frozenset[type]]:
    """The types that the values of each field can be of, looked for inside lists and choices."""
    return {name: frozenset(_types(info.annotation)) for name, info in model.model_fields.items()}


def _types(annotation: object) -> Iterator[type]:
    if typing.get_origin(annotation) is not typing.Literal:
        inner = typing.get_args(annotation)
        if not inner and isinstance(annotation, type):
            yield annotation
        for part in inner:
            yield from _types(part)


@cache
def _marks(model: type[Post]) -> dict[str, str]:
    """The marked fields of a model, each with its mark."""
    found = ((name, _mark((info.annotation, *info.metadata))) for name, info in model.model_fields.items())
    return {name: mark for name, mark in found if mark}


def _mark(annotations: tuple[object, ...]) -> str:
    for part in annotations:
        if isinstance(part, Marke):
            return part.slag
        inner = (*typing.get_args(part), *getattr(part, "__metadata__", ()))
        if inner and (found := _mark(inner)):
            return found
    return ""
