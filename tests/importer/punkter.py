"""Invented texts to items: what the tests of items have in common."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.importer.extract.plain import plain_lines
from generator.importer.items.items import Context, read_items
from generator.importer.items.mentions import ItemsReading
from generator.importer.layout.segments import read_segments
from generator.model.punkt import Punkt

TODAY = dt.date(2025, 2, 12)
NAMES = frozenset({"Cia Durling", "Anna Ekvall", "Bo Alsén", "Dan Ersvik", "Eva Fransén", "Lo Grahn"})


def read(text: str, names: frozenset[str] = NAMES, slag: str = "protokoll") -> ItemsReading:
    """The items of a text."""
    lines, _wrapped = plain_lines(text)
    return read_items(read_segments(lines), Context("Kommunstyrelsen", TODAY, slag, names))


def items(text: str, **context: Any) -> list[dict[str, Any]]:
    """The items of a text as plain values, each one that the model takes."""
    value: list[dict[str, Any]] = read(text, **context).value
    for item in value:
        Punkt.model_validate(item)
    return value


def item(body: str, title: str = "§ 7 Avtal om färjelinje") -> dict[str, Any]:
    """The item that has this body."""
    return items(f"{title}\n\n{body}\n")[0]


def texts(entries: list[Any]) -> list[str]:
    """The texts of a list field."""
    return [one["text"] for one in entries]


def names_of(entries: list[Any]) -> list[str]:
    """The printed lines of persons."""
    return [one["rad"] for one in entries]
