"""Places in a record's text, and diagnostics that point at them.

Every module that reads a record's text shares this: a `Span` says where, a `Sheet` knows the lines and makes the
`Diagnostic` with its position and its offending line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from generator.diagnostics import Diagnostic, Position, Severity

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_ODD_BREAK = re.compile("[\r\x85\u2028\u2029]")


class Span(NamedTuple):
    """A stretch of text: line and column from 1, in characters; the end is one past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def is_empty(self) -> bool:
        """Whether there is no text to point at."""
        return (self.line, self.column) == (self.end_line, self.end_column)


class Mark(Protocol):
    """What both YAML parsers' marks have: line and column from 0."""

    line: int
    column: int


def point(mark: Mark | None) -> tuple[int, int]:
    """Line and column from 1; every event that a parser gives has its marks."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


@dataclass(frozen=True)
class Sheet:
    """One file's text as it stands, with the path that readers are shown."""

    text: str
    path: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their breaks, divided exactly where YAML divides them."""
        return tuple(LINE_BREAK.split(self.text) if _ODD_BREAK.search(self.text) else self.text.split("\n"))

    @property
    def whole(self) -> Span:
        """The text from its first character to its last."""
        return Span(1, 1, len(self.lines), len(self.lines[-1]) + 1)

    def line(self, number: int) -> str:
        """The line with that number from 1, empty where the text has none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def raw(self, span: Span) -> str:
        """The text of the span as it stands, lines joined by one newline."""
        if span.line == span.end_line:
            return self.line(span.line)[span.column - 1 : span.end_column - 1]
        first = self.line(span.line)[span.column - 1 :]
        last = self.line(span.end_line)[: span.end_column - 1]
        return "\n".join([first, *self.lines[span.line : span.end_line - 1], last])

    def find(self, span: Span, needle: str, nth: int = 0) -> Span:
        """Where the needle stands inside the span for the nth time (from 0); the span itself where it does not.

        For faults inside prose, e.g. a broken `[[reference]]` in the middle of a long text; where the text is
        folded, the needle may run over a line end and is marked up to it.
        """
        folded = r"\s+".join(map(re.escape, needle.split()))
        hits = list(re.finditer(folded, self.raw(span)))
        if not needle or nth >= len(hits):
            return span
        before = self.raw(span)[: hits[nth].start()]
        line = span.line + before.count("\n")
        column = len(before) - (before.rfind("\n") + 1) + (span.column if line == span.line else 1)
        return Span(line, column, line, column + len(hits[nth].group().split("\n")[0]))

    def position(self, span: Span) -> Position:
        """The span as a position; one that runs over several lines is marked to the end of its first."""
        end = span.end_column if span.line == span.end_line else len(self.line(span.line).rstrip()) + 1
        return Position(self.path, span.line, span.column, max(end, span.column + 1))

    def fault(
        self,
        code: str,
        message: str,
        span: Span,
        *,
        cure: str = "",
        trail: tuple[str, ...] = (),
        severity: Severity = Severity.FEL,
    ) -> Diagnostic:
        """A diagnostic at the span, with the offending line."""
        return Diagnostic(
            position=self.position(span),
            code=code,
            message=message,
            severity=severity,
            cure=cure,
            trail=trail,
            source=self.line(span.line),
        )
