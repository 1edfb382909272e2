"""Persons whom a document names and its record does not: what was left out must at least be asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.importer.coverage import texts
from generator.importer.extract.line import Line
from generator.importer.printed.persons import NAME, PARTY
from generator.importer.reading import Doubt, Path

_CELL = re.compile(rf"(?P<namn>{NAME})(?: ?{PARTY})?(?:,.*)?")
_NAMED = re.compile(rf"(?P<namn>{NAME}) ?{PARTY}")
_SHORT = 60


def lost_names(left: Iterable[Line], document: dict[str, Any], path: Path) -> Iterator[Doubt]:
    """A doubt for each line left out that names somebody whom the document's record does not name.

    A name is words with a party after them that the record has nowhere, or a cell of a row that stands outside its
    items nowhere: who votes or speaks in an item may still be missing among those present. The doubt is about the list
    of those present, or about the document where there is none; `path` leads to the document.
    """
    said = _said(document)
    listed = _said({key: value for key, value in document.items() if key != "punkter"})
    where: Path = next(((*path, key) for key in ("narvaro", "kallade") if key in document), path)
    for line in left:
        lost = [name for name in _named(line) if name not in said]
        lost += [name for name in _in_row(line) if name not in listed]
        if lost:
            why = f"Raden ”{_shown(line.text)}” nämner {lost[0]}, som inte står i någon lista i utkastet."
            yield Doubt(where, line.number, why)


def _said(value: Any) -> str:
    return " ".join(" ".join(text.split()) for text in texts(value, frozenset()))


def _named(line: Line) -> list[str]:
    return [found["namn"] for found in _NAMED.finditer(line.text)]


def _in_row(line: Line) -> list[str]:
    cells = [cell.strip() for cell in line.text.split("\t")]
    return [found["namn"] for cell in cells if len(cells) > 1 and (found := _CELL.fullmatch(cell))]


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rstrip()} …"
