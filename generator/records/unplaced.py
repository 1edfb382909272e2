"""A fault of a record that says which field it is at, before anybody has asked for line and column.

Finding those takes the file to be read again. A build whose records hold no fault only counts what there is to say, and
never asks; where several faults lie in one file, it is read once for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from generator.diagnostics import Diagnostic, Severity
from generator.model.walk import Loc
from generator.records.along import along
from generator.records.kinds import BY_NAME
from generator.records.nodes import Mapping, locate, locate_key
from generator.records.origin import Origin
from generator.records.place import Sheet, Span
from generator.records.shape import shape
from generator.records.source import read_source, text_of
from generator.records.trail import trail
from generator.workers import spread

_NOTHING = Mapping((), Span(1, 1, 1, 1))
_AT_HAND = 32
"""So many files' nodes are kept, as faults of one file often come together."""


@dataclass(frozen=True)
class Reread:
    """The file of a record, to be read again for its places: what the record is, and where it was read.

    `mended` says that the file has faults, so that its nodes may be others than those of its text.
    """

    kind: str
    id: str
    origin: Origin = field(repr=False)
    mended: bool = field(default=False, repr=False)

    @property
    def node(self) -> Mapping:
        """The nodes with their places; empty where the file is another now than when it was read."""
        data, same = self.origin.read()
        return _full(self.kind, self.id, self.origin.path, data)[0] if same else _NOTHING

    @property
    def sheet(self) -> Sheet:
        """The text of the file; where it is another now than when it was read, as it is now."""
        return _sheet(self.origin.read()[0], self.origin.path)

    def places(self, *locs: Loc) -> tuple[Mapping, Sheet]:
        """The nodes on the way to some places, and the text."""
        data, same = self.origin.read()
        if same and self.mended:
            return _full(self.kind, self.id, self.origin.path, data)
        if not same:
            return _NOTHING, _sheet(data, self.origin.path)
        sheet = Sheet(text_of(data), self.origin.path)
        return along(sheet, *locs) or _NOTHING, sheet


@dataclass(frozen=True)
class Unplaced:
    """A fault at the value (or with `key` at the key) of `loc` in a record; `needle` points inside a longer text.

    The rest is as in a `Diagnostic`.
    """

    file: Reread
    code: str
    message: str
    loc: Loc = ()
    cure: str = ""
    severity: Severity = Severity.FEL
    law: str = ""
    needle: str = ""
    nth: int = 0
    key: bool = False

    def placed(self) -> Diagnostic:
        """The diagnostic, at its place in the file as it is now."""
        return _of_one_file([self])[0]


Found = Diagnostic | Unplaced
"""What there is to say, whether its place is known yet or not."""


def placed(found: Iterable[Found], arbetare: int = 1) -> Iterator[Diagnostic]:
    """All as diagnostics with their places, in no order; files are read by `arbetare` processes. Raises WorkerDied."""
    files: dict[Reread, list[Unplaced]] = defaultdict(list)
    for one in found:
        if isinstance(one, Unplaced):
            files[one.file].append(one)
        else:
            yield one
    for of_file in spread(_of_one_file, list(files.values()), arbetare):
        yield from of_file


def _of_one_file(found: list[Unplaced]) -> list[Diagnostic]:
    node, sheet = found[0].file.places(*(one.loc for one in found))
    return [_at(node, sheet, one) for one in found]


def _at(node: Mapping, sheet: Sheet, one: Unplaced) -> Diagnostic:
    span = locate_key(node, one.loc) if one.key else locate(node, one.loc)
    if one.needle:
        span = sheet.find(span, one.needle, one.nth)
    way = trail(one.file.id, node, one.loc)
    fault = sheet.fault(one.code, one.message, span, cure=one.cure, trail=way, severity=one.severity)
    return replace(fault, law=one.law)


@lru_cache(maxsize=_AT_HAND)
def _full(kind: str, record_id: str, path: str, data: bytes) -> tuple[Mapping, Sheet]:
    shaped, _ = shape(data, path, BY_NAME[kind], record_id)
    return (shaped.node, shaped.sheet) if shaped else (_NOTHING, Sheet("", path))


def _sheet(data: bytes, path: str) -> Sheet:
    text, _ = read_source(data, path)
    return Sheet((text or "").removeprefix("\ufeff"), path)
