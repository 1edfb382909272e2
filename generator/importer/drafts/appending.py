"""A new document put into a record that is there, without touching what the registrar has written.

The record's text is kept line by line. The document is added last among its documents, `status` follows it, what the
meeting lacks (its time, its place) is filled in, and the record is again one that nobody has reviewed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.importer.drafts.draft import Marks, marked, schema, with_head
from generator.importer.drafts.marks import Mark, base_line, is_head, sealed
from generator.importer.joining.shapes import at
from generator.importer.reading import Path
from generator.model.bas import Post
from generator.model.sammantrade import Dokument, Sammantrade
from generator.records.emit import as_plain, dump
from generator.records.nodes import Mapping, Scalar, Sequence, parse

_BEFORE = frozenset({"foreslaget", "planerat", "kallat", "okant"})
_FILLED = ("art", "rubrik", "till_datum", "tid", "plats", "form")


@dataclass(frozen=True)
class Addition:
    """The documents to add: the meeting as the import would have written it, with marks and head."""

    data: Sammantrade
    marks: tuple[tuple[Path, Mark], ...]
    head: tuple[str, ...]


def appended(text: str, addition: Addition, path: str, *, base: str | None) -> str | None:
    """The record's text with the documents added; None where the text is written so that it can not be done.

    `path` is where the draft will lie. `base` is the text of the published record that it is made from, whose sum the
    draft then carries; None where the text is a draft's.
    """
    node, faults = parse(text, path)
    if node is None or faults:
        return None
    documents = node.get("dokument")
    status = node.get("status")
    if documents is not None and (not _block(documents, text) or status is None or status.span > documents.span):
        return None
    lines = text.split("\n")
    start = _count(documents)
    _insert_documents(lines, documents, addition)
    _fill(lines, node, addition)
    _unreviewed(lines, node)
    whole = "\n".join(lines)
    marks = [(_moved(place, start), mark) for place, mark in addition.marks if _told(place, node)]
    head = list(addition.head)
    if base is not None:
        whole = _with_schema(whole, path)
        head.append(base_line(base))
    else:
        head += [line for line in lines if is_head(line) and not line.startswith("# Summa")]
        whole = "\n".join(line for line in lines if not is_head(line))
    return sealed(marked(with_head(whole, head), marks), path)


def again(text: str, base: str, path: str, marks: Marks) -> str:
    """A published record as a draft with a few words changed in it: `base` is its text before."""
    node, _ = parse(text, path)
    lines = text.split("\n")
    if node is not None:
        _unreviewed(lines, node)
    whole = _with_schema("\n".join(lines), path)
    return sealed(marked(with_head(whole, [base_line(base)]), marks), path)


def _block(documents: Any, text: str) -> bool:
    """Whether the list of documents is written with one dash each, so that one can be added below."""
    if isinstance(documents, Scalar):
        return not documents.text
    first = text.split("\n")[documents.span.line - 1] if isinstance(documents, Sequence) else ""
    return first.lstrip().startswith("- ")


def _count(documents: Any) -> int:
    return len(documents.items) if isinstance(documents, Sequence) else 0


def _insert_documents(lines: list[str], documents: Any, addition: Addition) -> None:
    body = dump([_plain(document) for document in addition.data.dokument]).rstrip("\n").split("\n")
    if isinstance(documents, Sequence) and documents.items:
        indent = documents.span.column - 1
        at_line = documents.span.end_line
        shift = indent - (len(body[0]) - len(body[0].lstrip()))
        lines[at_line:at_line] = [" " * shift + line if line and shift > 0 else line for line in body]
        return
    lines[:] = [line for line in lines if line.strip() != "dokument:"]
    end = len(lines) - 1 if not lines[-1] else len(lines)
    lines[end:end] = ["dokument:", *(f"  {line}" if line else line for line in body)]


def _plain(document: Dokument) -> Any:
    return as_plain(document)


def _fill(lines: list[str], node: Mapping, addition: Addition) -> None:
    """What the meeting lacks, below its status; and the status that the documents show."""
    status = node.get("status")
    key = node.key("status")
    if not isinstance(status, Scalar) or key is None:
        return
    row = status.span.line - 1
    new = addition.data.status
    if status.text in _BEFORE and new not in {status.text, "okant"}:
        line = lines[row]
        lines[row] = line[: status.span.column - 1] + new + line[status.span.end_column - 1 :]
    plain: dict[str, Any] = as_plain(addition.data)
    more = {name: plain[name] for name in _FILLED if name in plain and node.get(name) is None}
    if more:
        lines[row + 1 : row + 1] = dump(more).rstrip("\n").split("\n")


def _unreviewed(lines: list[str], node: Mapping) -> None:
    said, key = node.get("granskad"), node.pairs[0][0]
    if isinstance(said, Scalar):
        row = said.span.line - 1
        lines[row] = lines[row][: said.span.column - 1] + "nej" + lines[row][said.span.end_column - 1 :]
    else:
        lines.insert(key.span.line - 1, "granskad: nej")


def _with_schema(text: str, path: str) -> str:
    """The text with the line for editors as it must be where the draft lies."""
    first, _, rest = text.partition("\n")
    line = f"# yaml-language-server: $schema={schema(path, 'sammantrade')}"
    return f"{line}\n{rest}" if first.startswith("# yaml-language-server:") else f"{line}\n{text}"


def _moved(path: Path, start: int) -> Path:
    """A path in the new documents as it is when they stand after those that were there."""
    if path[:1] == ("dokument",) and len(path) > 1 and isinstance(path[1], int):
        return ("dokument", path[1] + start, *path[2:])
    return path


def _told(path: Path, node: Mapping) -> bool:
    """Whether a doubt is about something that is added: the meeting's own words are the registrar's."""
    return path[:1] == ("dokument",) or (len(path) == 1 and path[0] in _FILLED and node.get(str(path[0])) is None)


def is_part_of(data: Post, sha256: str) -> bool:
    """Whether a meeting already has a document with this sum."""
    documents = at(as_plain(data), ("dokument",)) or []
    return any((one.get("kalla") or {}).get("sha256") == sha256 for one in documents if isinstance(one, dict))
