"""A draft's text: the record as the archive writes it, the head that says where it is from, a mark at each doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.importer.drafts.marks import Mark, sealed
from generator.importer.reading import Path
from generator.model.bas import Post
from generator.records.emit import emit
from generator.records.kinds import UTKAST
from generator.records.nodes import locate, parse

Marks = Sequence[tuple[Path, Mark]]


@dataclass(frozen=True)
class Draft:
    """A record that a run of the import proposes: its place below content/, its values, its head and its marks.

    `sources` are the file names of the documents that it is written from.
    """

    place: str
    kind: str
    data: Post
    marks: tuple[tuple[Path, Mark], ...] = ()
    head: tuple[str, ...] = ()
    sources: frozenset[str] = field(default=frozenset())

    @property
    def path(self) -> str:
        """The draft's own place below content/."""
        return f"{UTKAST}/{self.place}"

    def text(self) -> str:
        """The draft as it is written, sealed."""
        body = emit(self.data, schema(self.path, self.kind))
        return sealed(marked(with_head(body, self.head), self.marks), self.path)


def schema(path: str, kind: str) -> str:
    """The way from a record below content/ to the schema of its kind."""
    return "../" * (path.count("/") + 1) + f"schema/{kind}.json"


def with_head(text: str, head: Iterable[str]) -> str:
    """The text with lines put below its line for editors."""
    first, rest = text.split("\n", 1)
    return "\n".join([first, *head, rest])


def marked(text: str, marks: Marks) -> str:
    """The text with each mark on a line of its own, just above the line of the value that it is about."""
    node, _ = parse(text, "")
    if node is None or not marks:
        return text
    above: dict[int, list[Mark]] = {}
    for path, mark in marks:
        found = above.setdefault(locate(node, path).line, [])
        if mark not in found:
            found.append(mark)
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        lines += [mark.text(indent) for mark in above.get(number, ())]
        lines.append(line)
    return "\n".join(lines)
