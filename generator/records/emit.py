"""Record to text: the one canonical way in which the archive itself writes YAML.

What is written here reads back as an equal record. Values that are their default are left out, parts with a short
form take it, running text that is long is folded, and text with lines of its own is kept line by line.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import yaml
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from generator.model.bas import EN_ELLER_FLERA, Kortform, Post
from generator.model.omfang import Omfang, Tidsspann

WIDTH = 110
_NULLS = frozenset({"~", "null", "Null", "NULL"})


class _Dumper(Emitter, Serializer, SafeRepresenter, BaseResolver):
    """A dumper that knows no types: every scalar is text, so numbers and dates need no quotation marks."""

    def __init__(self, stream: Any, **options: Any) -> None:
        Emitter.__init__(self, stream, width=WIDTH, allow_unicode=True, indent=2)
        Serializer.__init__(self)
        SafeRepresenter.__init__(self, sort_keys=False, default_flow_style=False)
        BaseResolver.__init__(self)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists stand one step in from their key, as registrars write them."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Equal parts are written out, never as anchor and alias."""
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = None
    if "\n" in text:
        style = "|"
    elif len(text) > WIDTH - 20:
        style = ">"
    elif text in _NULLS:
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def emit(record: Post, schema: str) -> str:
    """The record as YAML text. `schema` is the path of its JSON Schema from the file, for editors."""
    return f"# yaml-language-server: $schema={schema}\n{dump(as_plain(record))}"


def dump(plain: Any) -> str:
    """Plain values as YAML text."""
    return str(yaml.dump(plain, Dumper=_Dumper))


def as_plain(post: Post) -> Any:
    """The part as dict, list and text, as a registrar would write it."""
    fields = type(post).model_fields
    values = {name: getattr(post, name) for name in fields}
    kept = {
        name: _value(value, EN_ELLER_FLERA in fields[name].metadata)
        for name, value in values.items()
        if fields[name].is_required() or value != fields[name].get_default()
    }
    if isinstance(post, Kortform) and set(kept) == {post.kortfalt}:
        return kept[post.kortfalt]
    return kept


def _value(value: Any, one_or_many: bool = False) -> Any:
    if isinstance(value, Post):
        return as_plain(value)
    if isinstance(value, tuple):
        items = [_value(item) for item in value]
        return items[0] if one_or_many and len(items) == 1 else items
    if isinstance(value, Omfang | Tidsspann):
        return value.tryckt
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, dt.date) else str(value)
