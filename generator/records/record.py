"""A record that has been read: its values, and where in its file each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar, cast

from generator.diagnostics import Diagnostic, Severity
from generator.model.bas import Post
from generator.model.walk import Loc
from generator.records.along import along
from generator.records.kinds import BY_NAME
from generator.records.nodes import Mapping, locate, locate_key
from generator.records.origin import Origin
from generator.records.place import Sheet, Span
from generator.records.privat import Privat
from generator.records.shape import shape
from generator.records.source import read_source, text_of
from generator.records.trail import trail

M_co = TypeVar("M_co", bound=Post, covariant=True)

_NOTHING = Mapping((), Span(1, 1, 1, 1))
_AT_HAND = 32
"""So many records' nodes are kept, as faults of one record often come together."""


@dataclass(frozen=True)
class Record(Generic[M_co]):
    """A record of one kind: `id` from its path, `data` by its model; places are read again from its `origin`.

    `mended` says that its file has faults, so that its nodes may be others than those of its text. `privat` is what
    stands in it and must not be public.
    """

    kind: str
    id: str
    data: M_co = field(repr=False)
    origin: Origin = field(repr=False)
    mended: bool = field(default=False, repr=False)
    privat: tuple[Privat, ...] = field(default=(), repr=False)

    @property
    def path(self) -> str:
        """The path that readers of a diagnostic are shown."""
        return self.origin.path

    @property
    def summa(self) -> str:
        """The SHA-256 of the file that the record was read from."""
        return self.origin.summa

    @property
    def node(self) -> Mapping:
        """The nodes with their places; empty where the file is another now than when it was read."""
        data, same = self.origin.read()
        return _full(self.kind, self.id, self.path, data)[0] if same else _NOTHING

    @property
    def sheet(self) -> Sheet:
        """The text of the file; where it is another now than when it was read, as it is now."""
        return _sheet(self.origin.read()[0], self.path)

    def _places(self, loc: Loc) -> tuple[Mapping, Sheet]:
        """The nodes on the way to a place, and the text."""
        data, same = self.origin.read()
        if same and self.mended:
            return _full(self.kind, self.id, self.path, data)
        if not same:
            return _NOTHING, _sheet(data, self.path)
        sheet = Sheet(text_of(data), self.path)
        return along(sheet, loc) or _NOTHING, sheet

    def fault(  # noqa: PLR0913 - the parts of a diagnostic, all but three by name
        self,
        code: str,
        message: str,
        loc: Loc = (),
        *,
        cure: str = "",
        severity: Severity = Severity.FEL,
        law: str = "",
        needle: str = "",
        nth: int = 0,
        key: bool = False,
    ) -> Diagnostic:
        """A diagnostic at the value (or with `key` at the key) of `loc`; `needle` points inside a longer text."""
        node, sheet = self._places(loc)
        span = locate_key(node, loc) if key else locate(node, loc)
        if needle:
            span = sheet.find(span, needle, nth)
        fault = sheet.fault(code, message, span, cure=cure, trail=trail(self.id, node, loc), severity=severity)
        return Diagnostic(**{**vars(fault), "law": law})

    def span(self, loc: Loc) -> Span:
        """Where the value of `loc` stands."""
        return locate(self._places(loc)[0], loc)


@lru_cache(maxsize=_AT_HAND)
def _full(kind: str, record_id: str, path: str, data: bytes) -> tuple[Mapping, Sheet]:
    shaped, _ = shape(data, path, BY_NAME[kind], record_id)
    return (shaped.node, shaped.sheet) if shaped else (_NOTHING, Sheet("", path))


def _sheet(data: bytes, path: str) -> Sheet:
    text, _ = read_source(data, path)
    return Sheet((text or "").removeprefix("\ufeff"), path)


P = TypeVar("P", bound=Post)


def typed(record: Record[Post], model: type[P]) -> Record[P] | None:
    """The record as one of a model; None where it is of another."""
    return cast("Record[P]", record) if isinstance(record.data, model) else None
