"""A draft as the registrar goes through it: place by place, and then as a record in its place.

Text is changed line by line, so that what the registrar has written stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importer.drafts.draft import schema
from generator.importer.drafts.marks import Mark, read_mark, unmarked
from generator.records.emit import dump
from generator.records.nodes import Node, Scalar, Sequence, parse

_MASKED = re.compile(r"^# Maskerat (.+)$", re.MULTILINE)
_TOLD = re.compile(r"^# ((?:Anmärkt|Täckning|Utelämnat|Tillagt).+)$", re.MULTILINE)
_GLANCE = 20
_BESIDE = re.compile(r"# yaml-language-server:|granskad:")
_NOT_REVIEWED = re.compile(r"^granskad:\s*nej\b", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """A place to look at: the line of the mark, the mark, and the line of the value with its text (from 1)."""

    at: int
    mark: Mark
    line: int
    value: str


def questions(text: str) -> list[Question]:
    """The places of a draft that are marked, in order."""
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines, 1):
        mark = read_mark(line)
        if mark is not None:
            after = (n for n in range(number, len(lines)) if read_mark(lines[n]) is None)
            place = next(after, number)
            found.append(Question(number, mark, place + 1, lines[place].strip() if place < len(lines) else ""))
    return found


def masked(text: str) -> list[str]:
    """What was masked in the documents of a draft."""
    return _MASKED.findall(text)


def remarks(text: str) -> list[str]:
    """What the head says of the coverage: how much, what is left out, what the document does not have."""
    return _TOLD.findall(text)


def shown(text: str) -> list[str]:
    """A draft without head and marks, so far as it can be read at a glance; and how much more there is."""
    lines = [line for line in unmarked(text).rstrip("\n").split("\n") if not _BESIDE.match(line)]
    more = [f"  … och {len(lines) - _GLANCE} rader till"] if len(lines) > _GLANCE else []
    return [f"  {line}" for line in lines[:_GLANCE]] + more


def is_reviewed(text: str) -> bool:
    """Whether somebody has said that the draft is right."""
    return not _NOT_REVIEWED.search(text) and not questions(text)


def accepted(text: str, question: Question) -> str:
    """The draft with a value held to be right: its mark goes."""
    lines = text.split("\n")
    del lines[question.at - 1]
    return "\n".join(lines)


def chosen(text: str, question: Question, choice: str) -> str | None:
    """The draft with another value at a place, and without its mark; None where the value is no single word or line."""
    node, _ = parse(text, "")
    here = [one for one in _values(node) if one.span.line == question.line] if node else []
    if not here or here[0].span.end_line != question.line or here[0].style in {"|", ">"}:
        return None
    lines, span = text.split("\n"), here[0].span
    line = lines[span.line - 1]
    written = dump(choice).removesuffix("\n...\n").strip()
    lines[span.line - 1] = line[: span.column - 1] + written + line[span.end_column - 1 :]
    return accepted("\n".join(lines), question)


def _values(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _values(item)
    else:
        for _, value in node.pairs:
            yield from _values(value)


def approved(text: str, place: str, kind: str) -> str:
    """The draft as a reviewed record in its place: without marks and head, `granskad: ja`, the editor's line right."""
    bare = unmarked(text)
    bare = _NOT_REVIEWED.sub("granskad: ja", bare, count=1)
    first, _, rest = bare.partition("\n")
    if first.startswith("# yaml-language-server:"):
        return f"# yaml-language-server: $schema={schema(place, kind)}\n{rest}"
    return bare
