"""Values of a record by their type, and values that point somewhere, found by the types of the model's fields.

No list of fields is kept: a new field of type `Prosa`, `Referens` or `PersonId` is followed the day it is written.
Which fields can hold what is sought, and which parts can lead to it, is worked out once for each model: an archive has
half a million parts, and most of them can not hold most things.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar

from generator.model.bas import Post
from generator.model.falt import Marke

P = TypeVar("P", bound=Post)
Loc = tuple[str | int, ...]
"""A place in a record: the names of fields and the numbers in lists, from 0, on the way to it."""
Sokt = type | tuple[type, ...] | Marke
"""What is sought: a type of value (``datetime.date``, `Handling`) or one of several, one mark, or any (`Marke`)."""

Falt = tuple[Post, Loc, str, Any]
"""A field that holds something sought: the part it stands in, the part's place, the field's name and value."""

Routes = Mapping[type, tuple[tuple[str, bool, bool], ...]]
"""By model the fields to look at: the name, whether it can hold what is sought, whether parts in it lead there."""


class Fynd(NamedTuple):
    """A marked value: where it stands, what kind of mark, in which field, and the value."""

    loc: Loc
    slag: str
    falt: str
    varde: str


def fields(post: Post, sought: Sokt) -> list[Falt]:
    """The fields of a part, and of every part inside it, that hold something of a type, in the order of the fields.

    A text that is one of a few words known to the model (a Literal) is no ``str`` here; an empty field holds nothing.
    """
    found: list[Falt] = []
    _gather(post, (), _routes(type(post), sought), found)
    return found


def parts(post: Post, model: type[P]) -> Iterator[tuple[Loc, P]]:
    """The part itself and every part inside it, those of one kind, with their places."""
    if isinstance(post, model):
        yield (), post
    for _, place, name, value in fields(post, model):
        if isinstance(value, model):
            yield (*place, name), value
        elif isinstance(value, tuple):
            yield from (((*place, name, number), one) for number, one in enumerate(value) if isinstance(one, model))


def texts(post: Post) -> Iterator[tuple[Loc, str]]:
    """Every text of a part and of the parts inside it, with its place."""
    for _, place, name, value in fields(post, str):
        if isinstance(value, str):
            yield (*place, name), value
        else:
            yield from strings(value, (*place, name))


def marked(post: Post) -> Iterator[Fynd]:
    """All marked values of a record, in the order of the model's fields."""
    for part, place, name, value in fields(post, Marke):
        mark = _marks(type(part))[name]
        if isinstance(value, str):
            yield Fynd((*place, name), mark, name, value)
        else:
            yield from (Fynd(loc, mark, name, text) for loc, text in strings(value, (*place, name)))


def strings(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """The texts of a field's value, each with its place."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from strings(item, (*loc, number))


def _gather(post: Post, loc: Loc, routes: Routes, found: list[Falt]) -> None:
    values = vars(post)
    for name, holds, leads in routes[type(post)]:
        value = values[name]
        if not value:
            continue
        if holds:
            found.append((post, loc, name, value))
        if leads and isinstance(value, tuple):
            for number, part in enumerate(value):
                if type(part) in routes:
                    _gather(part, (*loc, name, number), routes, found)
        elif leads and type(value) in routes:
            _gather(value, (*loc, name), routes, found)


@cache
def _routes(model: type[Post], sought: Sokt) -> Routes:
    """The fields to look at in a model and in those inside it; a model that leads to nothing sought has no route."""
    within = _within(model)
    own = {one: {name for name in _leaves(one) if _holds(one, name, sought)} for one in within}
    leading = {one for one in within if any(own[inner] for inner in _within(one))}
    rows = {
        one: tuple((name, name in own[one], not leading.isdisjoint(leaves)) for name, leaves in _leaves(one).items())
        for one in within
        if one is model or one in leading
    }
    return {one: tuple(row for row in fields if row[1] or row[2]) for one, fields in rows.items()}


def _holds(model: type[Post], name: str, sought: Sokt) -> bool:
    if isinstance(sought, Marke):
        return _marks(model).get(name) == sought.slag
    if sought is Marke:
        return name in _marks(model)
    return any(issubclass(leaf, sought) for leaf in _leaves(model)[name])


@cache
def _within(model: type[Post]) -> frozenset[type[Post]]:
    """A model and every model that a part of it can be of."""
    reached, queue = {model}, [model]
    while queue:
        for leaf in frozenset().union(*_leaves(queue.pop()).values()):
            if issubclass(leaf, Post) and leaf not in reached:
                reached.add(leaf)
                queue.append(leaf)
    return frozenset(reached)


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
