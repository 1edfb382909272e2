"""Text to record: bytes are read strictly, shaped by the model, and every fault of the file is told at once."""

from __future__ import annotations

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.model.bas import Post
from generator.records.faults import explain
from generator.records.kinds import Kind
from generator.records.nodes import parse, plain
from generator.records.place import Sheet
from generator.records.record import Record
from generator.records.source import read_source


def load(data: bytes, shown: str, kind: Kind, record_id: str) -> tuple[Record[Post] | None, list[Diagnostic]]:
    """The record in a file's bytes, and its faults; None where the faults leave no record.

    `shown` is the path that diagnostics name. Never raises for anything that a file can contain.
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
        shaped = kind.model.model_validate(plain(node))
    except ValidationError as error:
        return None, faults + explain(error, kind.model, record_id, node, sheet)
    return Record(kind.name, record_id, shaped, node, sheet), faults
