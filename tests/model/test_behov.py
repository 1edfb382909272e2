"""The needs of the data model, each shown by a record: it is valid, and what it says stands where the model says it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.model.bas import Post
from generator.records.emit import emit
from generator.records.kinds import BY_NAME
from generator.records.load import load
from tests.model.behov_tabell import BEHOV

FOLDER = Path(__file__).parent / "behov"
FILES = sorted(FOLDER.rglob("*.yml"))
HEAD = re.compile(r"# (\d+)\. \S.*\n# yaml-language-server: \$schema=(?:\.\./)+schema/(\w+)\.json\n")


def read(path: Path) -> Post:
    """The record of a file, which must be without fault; its first lines name the need and the kind."""
    data = path.read_bytes()
    head = HEAD.match(data.decode())
    assert head, "first the need in a line, then the schema"
    record, faults = load(data, str(path), BY_NAME[head[2]], path.stem)
    assert faults == []
    assert record is not None
    return record.data


def number(path: Path) -> int:
    """The need that a file shows, by the name of the file or of its folder."""
    return int(path.relative_to(FOLDER).parts[0][:2])


def value(here: Any, way: list[str]) -> Any:
    """What stands at a place; ``*`` takes every part of a list."""
    if not way:
        return here
    step, rest = way[0], way[1:]
    if step == "*":
        return [value(part, rest) for part in here]
    if here is None:
        return None
    if step == "tolkning":
        return value(here.tolkning(), rest)
    return value(here[int(step)] if step.isdecimal() else getattr(here, step), rest)


def test_all_needs_are_there() -> None:
    """The 55 needs have each a record and a row in the table, and nothing else has."""
    assert sorted({number(path) for path in FILES}) == sorted(BEHOV) == list(range(1, 56))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_need_has_a_sound_record(path: Path) -> None:
    """The record loads without fault, says in its first line which need it shows, and reads back when written."""
    record = read(path)
    assert path.read_text(encoding="utf-8").startswith(f"# {number(path)}. ")
    kind = next(kind for kind in BY_NAME.values() if kind.model is type(record))
    again, faults = load(emit(record, "schema.json").encode(), "post.yml", kind, path.stem)
    assert faults == []
    assert again is not None
    assert again.data == record


@pytest.mark.parametrize("need", sorted(BEHOV))
def test_a_need_is_expressed(need: int) -> None:
    """What the need asks for stands at its place in the model, and nowhere is it only said in words."""
    records = {path.stem: read(path) for path in FILES if number(path) == need}
    for place, wanted in BEHOV[need].items():
        name, _, way = place.rpartition(": ")
        record = records[name] if name else next(iter(records.values()))
        assert bool(name) == (len(records) > 1)
        assert value(record, way.split(".")) == wanted, place
