"""The walk through a record by its types finds what a walk through every value of it finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from generator.archive.archive import Archive
from generator.model.bas import Post
from generator.model.falt import PROSA, Marke
from generator.model.handling import Handling
from generator.model.harkomst import Harlett
from generator.model.punkt import Punkt
from generator.model.walk import Loc, Sokt, fields, marked, parts, texts


def every_value(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Every value of a record, parts and lists too, with its place."""
    yield loc, value
    if isinstance(value, Post):
        for name in type(value).model_fields:
            yield from every_value(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from every_value(item, (*loc, number))


@pytest.mark.parametrize("model", [Post, Punkt, Handling, Harlett])
def test_every_part_of_a_kind_is_found(any_archive: Archive, model: type[Post]) -> None:
    """No part is passed over on the way to those that can not hold one, and none is met twice."""
    for record in any_archive.records:
        plain = [(loc, id(value)) for loc, value in every_value(record.data) if isinstance(value, model)]
        found = [(loc, id(part)) for loc, part in parts(record.data, model)]
        assert sorted(found, key=repr) == sorted(plain, key=repr)


@pytest.mark.parametrize("sought", [dt.date, (dt.date, dt.time)])
def test_every_day_is_found(any_archive: Archive, sought: Sokt) -> None:
    """A day or a time of day is found wherever a record holds it."""
    assert isinstance(sought, type | tuple)
    for record in any_archive.records:
        plain = [(loc, value) for loc, value in every_value(record.data) if isinstance(value, sought)]
        assert [((*loc, name), value) for _, loc, name, value in fields(record.data, sought)] == plain


def test_every_text_is_found_but_for_words_of_the_model(any_archive: Archive) -> None:
    """A text that is not found is one of the few words that a field may hold."""
    for record in any_archive.records:
        plain = {(loc, value) for loc, value in every_value(record.data) if value and isinstance(value, str)}
        found = {(loc, text) for loc, text in texts(record.data) if text}
        assert found <= plain
        assert all(value.islower() and " " not in value for _, value in plain - found)


def test_every_marked_value_stands_where_it_is_said_to(any_archive: Archive) -> None:
    """Each marked value is the record's at that place, and those of one mark are those that are sought by it."""
    for record in any_archive.records:
        values = dict(every_value(record.data))
        found = list(marked(record.data))
        assert all(values[one.loc] == one.varde for one in found)
        assert len({one.loc for one in found}) == len(found)
        prose = [(*loc, name) for _, loc, name, _ in fields(record.data, PROSA)]
        assert prose == [one.loc for one in found if one.slag == "prosa"]
        assert {name for _, _, name, _ in fields(record.data, Marke)} == {one.falt for one in found}
