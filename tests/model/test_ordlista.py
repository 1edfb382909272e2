"""The glossary and the model say the same words: nothing in the model is without a gloss, no gloss is of nothing."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import typing
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import generator.model
from generator.model.bas import Post
from generator.model.ordlista import Ordlista
from generator.records.kinds import BY_NAME
from generator.records.load import load

ORDLISTA = Path(__file__).parents[2] / "content" / "ordlista.yml"


MACHINERY = {"generator.model.walk"}
"""Modules that look through records and say nothing of what stands in them."""


def modules() -> Iterator[ModuleType]:
    """Every module of the model that has words of its own."""
    for found in pkgutil.iter_modules(generator.model.__path__, "generator.model."):
        if found.name not in MACHINERY:
            yield importlib.import_module(found.name)


def classes() -> dict[str, type]:
    """Every public class that the model defines, by name."""
    return {
        name: value
        for module in modules()
        for name, value in vars(module).items()
        if inspect.isclass(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }


def fields(cls: type) -> dict[str, object]:
    """The fields of a record part or a reading, each with its type; none for a class of another kind."""
    if issubclass(cls, Post):
        return {name: field.annotation for name, field in cls.model_fields.items()}
    if dataclasses.is_dataclass(cls):
        return {field.name: field.type for field in dataclasses.fields(cls)}
    return {}


def choices(annotation: object) -> Iterator[str]:
    """The words that a field may hold, where its type is a choice between words."""
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
        return
    for part in typing.get_args(annotation):
        yield from choices(part)


def types() -> set[str]:
    """The named leaf types of the model, such as ``Prosa``."""
    return {
        name
        for module in modules()
        for name, value in vars(module).items()
        if typing.get_origin(value) is typing.Annotated
    }


def must_be_explained() -> set[str]:
    """The names of all classes and fields."""
    found = classes()
    return {*found, *(name for cls in found.values() for name in fields(cls))}


def may_be_explained() -> set[str]:
    """Those, and the words to choose between and the leaf types."""
    words = {
        word
        for cls in classes().values()
        if issubclass(cls, Post)
        for kind in fields(cls).values()
        for word in choices(kind)
    }
    return must_be_explained() | words | types()


@pytest.fixture(scope="module")
def ordlista() -> Ordlista:
    """The real glossary."""
    record, faults = load(ORDLISTA.read_bytes(), "content/ordlista.yml", BY_NAME["ordlista"], "ordlista")
    assert faults == []
    assert record is not None
    assert isinstance(record.data, Ordlista)
    return record.data


def kod(ordlista: Ordlista) -> list[str]:
    """All code names of the glossary, in order."""
    return [name for term in (*ordlista.termer, *ordlista.fackord) for name in term.kod]


def test_every_class_and_field_is_explained(ordlista: Ordlista) -> None:
    """Whoever meets a key or a class finds its meaning in the glossary."""
    assert sorted(must_be_explained() - set(kod(ordlista))) == []


def test_every_code_name_names_something(ordlista: Ordlista) -> None:
    """A code name in the glossary is a class, a field, a leaf type or a word to choose in the model."""
    assert sorted(set(kod(ordlista)) - may_be_explained()) == []


def test_a_code_name_is_explained_once(ordlista: Ordlista) -> None:
    """No code name has two meanings in the glossary."""
    assert [name for name, times in Counter(kod(ordlista)).items() if times > 1] == []


def test_a_word_has_one_entry(ordlista: Ordlista) -> None:
    """No two entries share an address or a word."""
    entries = (*ordlista.termer, *ordlista.fackord)
    assert [id for id, times in Counter(term.id for term in entries).items() if times > 1] == []
    assert [word for word, times in Counter(term.term for term in entries).items() if times > 1] == []


def test_the_names_are_taken_from_the_model() -> None:
    """The names compared with are the model's own: parts, readings, choices and leaf types are all seen."""
    assert {"Narvarorad", "Tolkning", "uppsatt", "distans"} <= must_be_explained()
    assert {"ordforandebeslut", "Prosa"} <= may_be_explained() - must_be_explained()
