"""A record's text as plain values and nothing else: the swift way through a text without faults.

Nodes with places are what makes reading slow, and only a fault needs them. Here the parser's events become dict, list
and str at once; whatever `nodes.parse` would have a word to say of is declined, and the text is then read in full.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from generator.records import nodes
from generator.records.characters import is_plain

_WRAPPING = (yaml.StreamStartEvent, yaml.DocumentStartEvent)


class _DeclinedError(Exception):
    """There is something in the text that the full reading must look at."""


def read_values(text: str) -> dict[str, Any] | None:
    """What `nodes.plain` gives of the nodes of a text without faults; None for a text that may have one. Never raises.

    It declines too much rather than too little: a few sound texts are read in full.
    """
    try:
        events = nodes.events(text.removeprefix("\ufeff"))
        first = next(event for event in events if not isinstance(event, _WRAPPING))
        found = _mapping(first, events, 1) if type(first) is yaml.MappingStartEvent else None
        end = [type(event) for event in events]
    except (_DeclinedError, yaml.YAMLError, ValueError, OverflowError):
        return None
    return found if end == [yaml.DocumentEndEvent, yaml.StreamEndEvent] else None


def _value(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Any:
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return _text(event)
    if kind is yaml.MappingStartEvent:
        return _mapping(event, events, depth + 1)
    return _sequence(event, events, depth + 1) if kind is yaml.SequenceStartEvent else _decline()


def _text(event: Any) -> str:
    if event.anchor is not None or event.tag is not None:
        _decline()
    value: str = event.value
    if not event.style and value in nodes.NULLS:
        return ""
    if event.style == '"' and not is_plain(value):
        _decline()
    return unicodedata.normalize("NFC", value)


def _sequence(start: Any, events: Iterator[yaml.Event], depth: int) -> list[Any]:
    _look_at(start, depth)
    found = []
    while type(event := next(events)) is not yaml.SequenceEndEvent:
        found.append(_value(event, events, depth))
    return found


def _mapping(start: Any, events: Iterator[yaml.Event], depth: int) -> dict[str, Any]:
    _look_at(start, depth)
    found: dict[str, Any] = {}
    while type(event := next(events)) is not yaml.MappingEndEvent:
        key = _text(event) if type(event) is yaml.ScalarEvent else ""
        if not key or key == "<<" or key in found:
            _decline()
        found[key] = _value(next(events), events, depth)
    return found


def _look_at(start: Any, depth: int) -> None:
    if depth > nodes.MAX_DEPTH or start.anchor is not None or start.tag is not None:
        _decline()


def _decline() -> NoReturn:
    raise _DeclinedError
