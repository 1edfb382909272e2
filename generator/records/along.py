"""The nodes on the way to a few places in a record, for its faults: reading all of them takes five times as long."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.model.walk import Loc
from generator.records.nodes import Builder, Mapping, events
from generator.records.place import Sheet

_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def along(sheet: Sheet, *locs: Loc) -> Mapping | None:
    """The nodes of a text without faults, where a group or list that is no step of any of `locs` is empty.

    `locate`, `locate_key` and `trail` find the same by each of them as in all nodes of the text.
    """
    return Builder(sheet).root(_pruned(events(sheet.text), frozenset().union(*locs)))


@dataclass
class _Open:
    """A collection whose end has not come: the number or the key of the value that comes next, None before a key."""

    step: str | int | None

    def pass_value(self) -> None:
        self.step = self.step + 1 if isinstance(self.step, int) else None


def _pruned(found: Iterator[Any], steps: frozenset[str | int]) -> Iterator[Any]:
    """The events without what lies inside a collection that is off the way."""
    way: list[_Open] = []
    for event in found:
        kind = type(event)
        here = way[-1] if way else None
        if kind in _STARTS and here and here.step not in steps:
            yield from _emptied(event, found)
            here.pass_value()
            continue
        yield event
        if kind in _STARTS:
            way.append(_Open(0 if kind is yaml.SequenceStartEvent else None))
        elif kind in _ENDS:
            way.pop()
            if way:
                way[-1].pass_value()
        elif here and here.step is None:
            here.step = unicodedata.normalize("NFC", event.value)
        elif here:
            here.pass_value()


def _emptied(start: Any, found: Iterator[Any]) -> Iterator[Any]:
    """A collection with nothing in it but one mark where its last value ends, which is where it ends itself."""
    depth, last, flow = 1, start, [start.flow_style]
    while depth:
        event = next(found)
        kind = type(event)
        if kind in _STARTS:
            depth += 1
            flow.append(event.flow_style)
        elif kind in _ENDS:
            depth -= 1
            last = event if flow.pop() and depth else last
        else:
            last = event
    yield start
    yield yaml.ScalarEvent(None, None, (True, False), "", last.start_mark, last.end_mark)
    yield event
