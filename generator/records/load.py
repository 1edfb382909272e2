"""Bytes to record: the swift way through a sound file, the full reading of every other."""

from __future__ import annotations

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.model.bas import Post
from generator.records.fingerprint import checksum
from generator.records.kinds import Kind
from generator.records.origin import Origin
from generator.records.privat import privata
from generator.records.record import Record
from generator.records.shape import shape
from generator.records.source import read_source
from generator.records.values import read_values


def load(data: bytes, shown: str, kind: Kind, record_id: str) -> tuple[Record[Post] | None, list[Diagnostic]]:
    """The record in a file's bytes, and its faults; None where the faults leave no record.

    A record whose only faults are unknown keys is given all the same. `shown` is the path that diagnostics name. The
    record holds the bytes. Never raises for anything that a file can contain.
    """
    return load_from(Origin(shown, checksum(data), data), data, kind, record_id)


def load_from(origin: Origin, data: bytes, kind: Kind, record_id: str) -> tuple[Record[Post] | None, list[Diagnostic]]:
    """As `load`, of bytes that the record finds again at their origin."""
    if swift := _swiftly(data, kind):
        return _record(kind, record_id, swift, origin), []
    shaped, faults = shape(data, origin.path, kind, record_id)
    return (_record(kind, record_id, shaped.data, origin, mended=True) if shaped else None), faults


def _record(kind: Kind, record_id: str, data: Post, origin: Origin, *, mended: bool = False) -> Record[Post]:
    return Record(kind.name, record_id, data, origin, mended, tuple(privata(kind.name, data)))


def _swiftly(data: bytes, kind: Kind) -> Post | None:
    """The values of a file without faults; None where there may be one."""
    text, faults = read_source(data, "")
    values = None if text is None or faults else read_values(text)
    try:
        return None if values is None else kind.model.model_validate(values)
    except ValidationError:
        return None
