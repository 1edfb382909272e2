"""A record that has been read: its values, and where in its file each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from generator.diagnostics import Severity
from generator.model.bas import Post
from generator.model.walk import Loc
from generator.records.origin import Origin
from generator.records.place import Sheet
from generator.records.privat import Privat
from generator.records.unplaced import Reread, Unplaced

M_co = TypeVar("M_co", bound=Post, covariant=True)


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
    def file(self) -> Reread:
        """Its file, to be read again."""
        return Reread(self.kind, self.id, self.origin, self.mended)

    @property
    def sheet(self) -> Sheet:
        """The text of the file; where it is another now than when it was read, as it is now."""
        return self.file.sheet

    def fault(  # noqa: PLR0913 - the parts of a fault, all but three by name
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
    ) -> Unplaced:
        """A fault at the value (or with `key` at the key) of `loc`; `needle` points inside a longer text."""
        return Unplaced(self.file, code, message, loc, cure, severity, law, needle, nth, key)


P = TypeVar("P", bound=Post)


def typed(record: Record[Post], model: type[P]) -> Record[P] | None:
    """The record as one of a model; None where it is of another."""
    return cast("Record[P]", record) if isinstance(record.data, model) else None
