"""Every value of a record that points somewhere, found by the marks of the model's field types.

No list of fields is kept: a new field of type `Prosa`, `Referens` or `PersonId` is followed the day it is written.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from generator.model.bas import Post
from generator.model.falt import Marke
from generator.records.nodes import Loc


@dataclass(frozen=True)
class Fynd:
    """A marked value: where it stands, what kind of mark, the value, and the part of the record that holds it."""

    loc: Loc
    slag: str
    falt: str
    varde: str
    post: Post


def parts(post: Post, loc: Loc = ()) -> Iterator[tuple[Loc, Post]]:
    """The part itself and every part inside it, with their places, in the order of the model's fields."""
    yield loc, post
    for name in type(post).model_fields:
        for place, item in _items(getattr(post, name), (*loc, name)):
            if isinstance(item, Post):
                yield from parts(item, place)


def texts(post: Post, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Every text that stands in a part itself, not in a part inside it."""
    for name in type(post).model_fields:
        yield from _strings(getattr(post, name), (*loc, name))


def _strings(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _strings(item, (*loc, number))


def marked(post: Post, loc: Loc = ()) -> Iterator[Fynd]:
    """All marked values of a record, in the order of the model's fields."""
    for name, mark in _fields(type(post)):
        value = getattr(post, name)
        for place, item in _items(value, (*loc, name)):
            if isinstance(item, Post):
                yield from marked(item, place)
            elif mark and isinstance(item, str):
                yield Fynd(place, mark, name, item, post)


def _items(value: object, loc: Loc) -> Iterator[tuple[Loc, object]]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield (*loc, number), item
    elif value is not None:
        yield loc, value


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields that can hold something marked, each with its mark ('' where only its parts can)."""
    return tuple((name, _mark((info.annotation, *info.metadata))) for name, info in model.model_fields.items())


def _mark(parts: tuple[object, ...]) -> str:
    for part in parts:
        if isinstance(part, Marke):
            return part.slag
        inner = (*typing.get_args(part), *getattr(part, "__metadata__", ()))
        if inner and (found := _mark(inner)):
            return found
    return ""
