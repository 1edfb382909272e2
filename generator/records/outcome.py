"""What the reading of one file gave, and the same as bytes that can be kept and sent.

Kept bytes may have been changed by anybody, and pickle can call anything that it is told to: here it may make the
parts of a record and of a diagnostic, and nothing else.
"""

from __future__ import annotations

import datetime as dt
import importlib
import io
import pickle
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import Any

import generator.model
from generator.diagnostics import Diagnostic, Position, Severity
from generator.model.bas import Post
from generator.records.origin import Origin
from generator.records.privat import Privat
from generator.records.record import Record


@dataclass(frozen=True)
class Task:
    """A file to read: its path as shown, which kind of record it is, and the SHA-256 that its bytes had when met."""

    path: str
    kind: str
    id: str
    summa: str


@dataclass(frozen=True)
class Outcome:
    """A file's record, none where its faults leave none, its faults, and the SHA-256 of its bytes."""

    record: Record[Post] | None
    faults: tuple[Diagnostic, ...]
    summa: str


def pack(outcome: Outcome) -> bytes:
    """The outcome as bytes."""
    return pickle.dumps(outcome, protocol=5)


def unpack(data: bytes) -> Outcome:
    """The outcome in bytes that `pack` made.

    Raises:
        ValueError: the bytes are not such an outcome.
    """
    try:
        found = _Unpickler(io.BytesIO(data)).load()
    except Exception as error:  # what damaged bytes make of pickle, and of the classes that it calls, is without end
        raise ValueError(f"not an outcome: {error!r}") from error
    if not isinstance(found, Outcome):
        raise ValueError(f"not an outcome but {type(found)}")
    return found


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Only what an outcome is made of."""
        found = _classes().get((module, name))
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a record")
        return found


@cache
def _classes() -> dict[tuple[str, str], type]:
    """Every class that an outcome may hold: those of the model, dates and times, and what is named here."""
    found: list[type] = [Outcome, Record, Privat, Origin, Diagnostic, Position, Severity, dt.date, dt.time]
    for module in pkgutil.iter_modules(generator.model.__path__, "generator.model."):
        values = vars(importlib.import_module(module.name)).values()
        found += [one for one in values if isinstance(one, type) and one.__module__ == module.name]
    return {(one.__module__, one.__qualname__): one for one in found}
