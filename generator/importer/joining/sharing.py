"""A name that two persons come to share: every row that meant the first by name alone must now say whom it means.

The archive joins a name only where one person has it. So when a new person gets a name that is taken, the records that
print it are drafted anew with `person` on those rows; nothing else in them is touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.archive.archive import Archive
from generator.archive.namn import normal
from generator.importer.joining.proposal import Proposal
from generator.importer.reading import Path
from generator.records.emit import dump
from generator.records.nodes import Mapping as Group
from generator.records.nodes import Node, Scalar, Sequence, parse
from generator.records.place import Span


@dataclass(frozen=True)
class Row:
    """A row that means a person by name alone: where it stands, and who; `parti` for one who is substituted there."""

    path: Path
    person: str
    name: str
    parti: str | None = None
    ersatt: bool = False


def shared(proposals: Iterable[Proposal], archive: Archive) -> dict[str, list[Row]]:
    """The rows of the archive that a run's new persons make ambiguous, by the path of their record."""
    taken = {
        (other["person"], normal(str(one.value["namn"])))
        for one in proposals
        if one.kind == "person"
        for other in one.value.get("inte_samma_som", ())
    }
    found: dict[str, list[Row]] = {}
    for path, row in _rows(archive) if taken else ():
        if (row.person, normal(row.name)) in taken:
            found.setdefault(path, []).append(row)
    return found


def _rows(archive: Archive) -> Iterator[tuple[str, Row]]:
    """Every row that is joined to somebody by name alone."""
    for one in archive.framtradanden:
        path = archive.moten[one.mote].record.path
        if one.person and not one.rad.person:
            yield path, Row(one.loc, one.person, one.tolkning.namn)
        other, said = one.tolkning.ersatter, one.rad.ersatter
        if other and one.ersatter and not (said and said.person):
            yield path, Row(one.loc, one.ersatter, other.namn, other.parti, ersatt=True)
    for named in archive.namngivningar:
        if named.person and not named.medverkande.person:
            path = archive.moten[named.mote].record.path
            yield path, Row(named.loc, named.person, named.tolkning.namn)


def with_persons(text: str, rows: Iterable[Row]) -> str:
    """The record's text with each row saying whom it means."""
    node, _ = parse(text, "")
    if node is None:
        return text
    edits = [edit for row in rows if (edit := _edit(text, _at(node, row.path), row))]
    lines = text.split("\n")
    for span, new in sorted(edits, key=lambda edit: edit[0], reverse=True):
        head, tail = lines[span.line - 1][: span.column - 1], lines[span.end_line - 1][span.end_column - 1 :]
        lines[span.line - 1 : span.end_line] = f"{head}{new}{tail}".split("\n")
    return "\n".join(lines)


def _at(node: Node, path: Path) -> Node | None:
    """The node of a row; a list of one may be written as its only entry."""
    here: Node | None = node
    for step in path:
        if isinstance(here, Group):
            here = here if isinstance(step, int) else here.get(step)
        elif isinstance(here, Sequence) and isinstance(step, int):
            here = here.items[step] if step < len(here.items) else None
        elif not isinstance(step, int):
            return None
    return here


def _edit(text: str, node: Node | None, row: Row) -> tuple[Span, str] | None:
    said: dict[str, Any] = {"person": row.person}
    if row.ersatt:
        party = {"parti": row.parti} if row.parti else {}
        said = {"ersatter": {"namn": row.name, **party, "person": row.person}}
    if isinstance(node, Scalar):
        return node.span, _flow({"rad": node.text, **said})
    if not isinstance(node, Group) or not node.pairs:
        return None
    other = node.get("ersatter") if row.ersatt else None
    if isinstance(other, Scalar):
        return other.span, _flow({"namn": other.text, "person": row.person})
    if isinstance(other, Group):
        node, said = other, {"person": row.person}
    first = node.pairs[0][0].span
    key = next(iter(said))
    value = _flow(said[key]) if isinstance(said[key], dict) else said[key]
    flow = text.split("\n")[node.span.line - 1][node.span.column - 1 : node.span.column] == "{"
    end = ", " if flow else "\n" + " " * (first.column - 1)
    return Span(first.line, first.column, first.line, first.column), f"{key}: {value}{end}"


def _flow(values: Mapping[str, Any]) -> str:
    """A group on one line, every text in quotation marks that needs them."""
    parts = (f"{key}: {_flow(value) if isinstance(value, dict) else _quoted(value)}" for key, value in values.items())
    return "{" + ", ".join(parts) + "}"


def _quoted(text: str) -> str:
    plain = dump(text).removesuffix("\n...\n").strip()
    bare = plain == text and not set(text) & set("[]{},:#'\"")
    return text if bare else "'" + text.replace("'", "''") + "'"
