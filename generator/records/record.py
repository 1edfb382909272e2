"""A record that has been read: its values, and where in its file each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from generator.diagnostics import Diagnostic, Severity
from generator.model.bas import Post
from generator.records.nodes import Loc, Mapping, Scalar, Sequence, locate, locate_key
from generator.records.place import Sheet, Span

M_co = TypeVar("M_co", bound=Post, covariant=True)


@dataclass(frozen=True)
class Record(Generic[M_co]):
    """A record of one kind: `id` from its path, `data` by its model, `node` and `sheet` for positions."""

    kind: str
    id: str
    data: M_co = field(repr=False)
    node: Mapping = field(repr=False)
    sheet: Sheet = field(repr=False)

    @property
    def path(self) -> str:
        """The path that readers of a diagnostic are shown."""
        return self.sheet.path

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
        span = locate_key(self.node, loc) if key else locate(self.node, loc)
        if needle:
            span = self.sheet.find(span, needle, nth)
        fault = self.sheet.fault(
            code, message, span, cure=cure, trail=trail(self.id, self.node, loc), severity=severity
        )
        return Diagnostic(**{**vars(fault), "law": law})

    def span(self, loc: Loc) -> Span:
        """Where the value of `loc` stands."""
        return locate(self.node, loc)


P = TypeVar("P", bound=Post)


def typed(record: Record[Post], model: type[P]) -> Record[P] | None:
    """The record as one of a model; None where it is of another."""
    return cast("Record[P]", record) if isinstance(record.data, model) else None


def trail(record_id: str, node: Mapping | Scalar | Sequence, loc: Loc) -> tuple[str, ...]:
    """The way from the record to a place, in the words a registrar uses: ``§ 63`` rather than ``3``."""
    steps = [record_id.replace("/", " ")]
    here: Mapping | Scalar | Sequence | None = node
    for step in loc:
        here = _step(here, step)
        if isinstance(step, int):
            name = _name(here, "slag" if steps[-1] == "dokument" else "nr")
            steps[-1] += f" {name or step + 1}"
        else:
            steps.append(step)
    return tuple(steps)


def _step(node: Mapping | Scalar | Sequence | None, step: str | int) -> Mapping | Scalar | Sequence | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _name(node: Mapping | Scalar | Sequence | None, key: str) -> str:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.text if isinstance(value, Scalar) else ""
