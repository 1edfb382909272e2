"""The way from a record to a place in it, in the words a registrar uses."""

from __future__ import annotations

from generator.model.walk import Loc
from generator.records.nodes import Mapping, Scalar, Sequence


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
