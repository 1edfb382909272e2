"""The schemas that editors read: valid, in Swedish, and saying what the archive's own reader says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.model.ordlista import Ordlista
from generator.records.jsonschema import DIALECT, schemas
from generator.records.kinds import BY_NAME, KINDS
from generator.records.load import load

ROOT = Path(__file__).parents[2]
TYPES = {"string", "number", "integer", "null", "object", "array", "boolean"}
KNOWN = {
    "$schema", "$defs", "$ref", "type", "properties", "required", "additionalProperties", "items", "anyOf", "enum",
    "const", "pattern", "minimum", "default", "description",
}  # fmt: skip
Schema = dict[str, Any]


@pytest.fixture(scope="module")
def glossary() -> Ordlista:
    """The archive's own glossary."""
    path = ROOT / "content" / "ordlista.yml"
    record, _ = load(path.read_bytes(), str(path), BY_NAME["ordlista"], "ordlista")
    assert record is not None
    assert isinstance(record.data, Ordlista)
    return record.data


@pytest.fixture(scope="module")
def made(glossary: Ordlista) -> dict[str, Schema]:
    """Every schema, by kind."""
    return {name.removesuffix(".json"): json.loads(text) for name, text in schemas(glossary).items()}


def parts(schema: Schema) -> Iterator[Schema]:
    """Every schema inside a schema, itself first."""
    yield schema
    for key in ("properties", "$defs"):
        for inner in schema.get(key, {}).values():
            yield from parts(inner)
    for inner in (*schema.get("anyOf", ()), *filter(None, [schema.get("items")])):
        yield from parts(inner)


def test_there_is_one_for_each_kind(made: dict[str, Schema]) -> None:
    """Each kind of record has its schema, in a dialect that editors know."""
    assert set(made) == {kind.name for kind in KINDS}
    assert {schema["$schema"] for schema in made.values()} == {DIALECT}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_sound(made: dict[str, Schema], kind: Any) -> None:
    """Only keywords of the dialect; references lead somewhere, required keys are keys, no other key is allowed."""
    schema = made[kind.name]
    for part in parts(schema):
        assert set(part) <= KNOWN
        assert {part["type"]} <= TYPES if isinstance(part.get("type"), str) else set(part.get("type", ())) <= TYPES
        assert part.get("$ref", "#/$defs/").removeprefix("#/$defs/") in {"", *schema.get("$defs", {})}
        assert set(part.get("required", ())) <= set(part.get("properties", ()))
        if "properties" in part:
            assert part["additionalProperties"] is False


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_keys_are_those_of_the_model(made: dict[str, Schema], kind: Any) -> None:
    """An editor completes the keys that the reader takes."""
    assert list(made[kind.name]["properties"]) == sorted(kind.model.model_fields)


def test_every_key_is_explained_in_swedish(made: dict[str, Schema], glossary: Ordlista) -> None:
    """What an editor shows for a key is the glossary's definition."""
    words = {" ".join(term.definition.split()) for term in (*glossary.termer, *glossary.fackord)}
    keys = [key for schema in made.values() for part in parts(schema) for key in part.get("properties", {}).values()]
    shown = {key.get("description") for key in keys}
    assert shown <= words


def test_numbers_and_defaults_are_as_written(made: dict[str, Schema]) -> None:
    """An editor takes `nr: 63` for a number, which is right; a key without a value is not; ja and nej are words."""
    punkt = made["sammantrade"]["$defs"]["Punkt"]["properties"]
    assert punkt["nr"]["type"] == ["string", "number"]
    organ = made["organ"]["properties"]["mote"]
    assert (organ["enum"], organ["default"]) == (["ja", "nej"], "ja")
    cells = made["sammantrade"]["$defs"]["Tabell"]["properties"]["rader"]["items"]["items"]
    empty = [part for schema in made.values() for part in parts(schema) if "null" in str(part.get("type"))]
    assert cells["type"] == ["string", "number", "null"]
    assert all(part["type"] == cells["type"] for part in empty)


def test_a_part_with_a_short_form_may_be_a_line(made: dict[str, Schema]) -> None:
    """A row of an attendance list is a line or a group of keys; a list of one may be without its dash."""
    row = made["sammantrade"]["$defs"]["Narvarorad"]["anyOf"]
    assert [part["type"] for part in row] == [["string", "number"], "object"]
    beslut = made["sammantrade"]["$defs"]["Punkt"]["properties"]["beslut"]["anyOf"]
    assert beslut == [{"$ref": "#/$defs/Sats"}, {"items": {"$ref": "#/$defs/Sats"}, "type": "array"}]


def test_the_same_words_give_the_same_text(glossary: Ordlista) -> None:
    """A schema is the same each time it is made, with a line end."""
    assert schemas(glossary) == schemas(glossary)
    assert all(text.endswith("}\n") for text in schemas(glossary).values())


def test_without_a_glossary_nothing_english_is_shown() -> None:
    """The docstrings of the code do not reach an editor."""
    for text in schemas(Ordlista(termer=())).values():
        assert '"description"' not in text
