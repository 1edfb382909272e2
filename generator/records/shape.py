"""The full reading of a record: its values, where each stands, and every fault of the file at once."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.model.bas import Post
from generator.records.faults import explain, without_unknown_keys
from generator.records.kinds import Kind
from generator.records.nodes import Mapping, parse, plain
from generator.records.place import Sheet
from generator.records.source import read_source


@dataclass(frozen=True)
class Shaped:
    """A record's values by its model, and the nodes and the text that they were read from."""

    data: Post
    node: Mapping
    sheet: Sheet


def shape(data: bytes, shown: str, kind: Kind, record_id: str) -> tuple[Shaped | None, list[Diagnostic]]:
    """What a file's bytes say, and their faults; None where the faults leave no record.

    A record whose only faults are unknown keys is given all the same, so that the rules can tell the rest of its faults
    in the same run. `shown` is the path that diagnostics name. Never raises for anything that a file can contain.
    """
    text, faults = read_source(data, shown)
    if text is None:
        return None, faults
    node, broken = parse(text, shown)
    faults += broken
    if node is None:
        return None, faults
    sheet = Sheet(text.removeprefix("\ufeff"), shown)
    try:
        return Shaped(kind.model.model_validate(plain(node)), node, sheet), faults
    except ValidationError as error:
        faults += explain(error, kind.model, record_id, node, sheet)
        mended = without_unknown_keys(error, kind.model, node)
    try:
        return Shaped(kind.model.model_validate(plain(mended)), mended, sheet), faults
    except ValidationError as error:
        more = explain(error, kind.model, record_id, mended, sheet)
        return None, faults + [fault for fault in more if fault not in faults]
