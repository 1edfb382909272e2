"""The record types as JSON Schema, so that an editor completes keys and explains them while a registrar writes.

What the editor shows is Swedish: descriptions come from the glossary, found by the names that its entries have in
code. The English docstrings of the model stay out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.model.bas import Post
from generator.model.ordlista import Ordlista, Term
from generator.records.kinds import KINDS

DIALECT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]


def schemas(glossary: Ordlista) -> dict[str, str]:
    """The text of every schema by file name (``sammantrade.json``), with a line end, the same for the same input."""
    words = {name: term for term in (*glossary.termer, *glossary.fackord) for name in term.kod}
    return {f"{kind.name}.json": _text(kind.model, words) for kind in KINDS}


def _text(model: type[Post], words: dict[str, Term]) -> str:
    schema = _as_written(model.model_json_schema())
    _explain(schema, model.__name__, words)
    for name, part in schema.get("$defs", {}).items():
        _explain(part, name, words)
    return json.dumps({"$schema": DIALECT, **schema}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _as_written(part: Any) -> Any:
    """The schema of what a registrar writes: a key without a value is no value, and ja and nej are words."""
    if isinstance(part, list):
        return [_as_written(item) for item in part]
    if not isinstance(part, dict):
        return part
    tidy = {key: _as_written(value) for key, value in part.items() if key != "default"}
    if {"type": "null"} in tidy.get("anyOf", ()):
        choices = [choice for choice in tidy.pop("anyOf") if choice != {"type": "null"}]
        tidy |= choices[0] if len(choices) == 1 else {"anyOf": choices}
    default = part.get("default")
    if isinstance(default, bool):
        tidy["default"] = "ja" if default else "nej"
    elif isinstance(default, str):
        tidy["default"] = default
    return tidy


def _explain(schema: Schema, name: str, words: dict[str, Term]) -> None:
    """Swedish descriptions for a type and its keys; titles made from names say nothing and go."""
    for part in _long_forms(schema):
        part.pop("title", None)
        _describe(part, words.get(name))
        for key, value in part.get("properties", {}).items():
            value.pop("title", None)
            _describe(value, words.get(key))


def _long_forms(schema: Schema) -> Iterator[Schema]:
    """The schema itself, and the long form inside it where it has a short one."""
    yield schema
    for part in schema.get("anyOf", ()):
        if "properties" in part:
            yield part


def _describe(part: Schema, term: Term | None) -> None:
    part.pop("description", None)
    if term:
        part["description"] = " ".join(term.definition.split())
