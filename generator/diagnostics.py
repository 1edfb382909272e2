"""What the archive says to a registrar: one form of message for every fault.

A diagnostic names a place, says what is wrong and how to mend it. The layers that find faults only
make `Diagnostic` values; this module alone decides how they look as text, as GitHub annotations and as
JSON, so a registrar learns to read one form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Protocol

ARROW = " › "


class Severity(StrEnum):
    """How much a diagnostic weighs: only `FEL` stops a build."""

    FEL = "fel"
    VARNING = "varning"
    UPPLYSNING = "upplysning"


class Weighed(Protocol):
    """What weighs something: a diagnostic, with or without its place."""

    @property
    def severity(self) -> Severity:
        """How much it weighs."""


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file: the path as shown, line and column from 1, `end_column` one past the last character.

    Columns count characters (Unicode code points), as editors do.
    """

    path: str
    line: int = 1
    column: int = 1
    end_column: int = 2


@dataclass(frozen=True)
class Diagnostic:
    """One fault or remark: where, how bad, a stable code, what is wrong and how to mend it.

    `source` is the offending line as it stands, empty where there is none. `trail` are the steps from the
    record to the field. `law` names the legal source of a rule that has one.
    """

    position: Position
    code: str
    message: str
    severity: Severity = Severity.FEL
    cure: str = ""
    law: str = ""
    trail: tuple[str, ...] = field(default=())
    source: str = ""


def sort_key(diagnostic: Diagnostic) -> tuple[Position, str, str, str, tuple[str, ...], str]:
    """Order of reading: file, line, column, code, message; then the rest that is shown, so that the order is total."""
    one = diagnostic
    return (one.position, one.code, one.message, one.cure, one.trail, one.severity)


def has_errors(diagnostics: Iterable[Weighed]) -> bool:
    """Whether any of them stops a build."""
    return any(one.severity is Severity.FEL for one in diagnostics)


def as_text(diagnostic: Diagnostic) -> str:
    """The form for people: head line, the offending line with a marker and the cure, the trail, the law."""
    at = diagnostic.position
    lines = [f"{at.path}:{at.line}:{at.column}: {diagnostic.severity} {diagnostic.code}: {diagnostic.message}"]
    if diagnostic.source.strip():
        lines += _marked(diagnostic)
    elif diagnostic.cure:
        lines.append(f"   {diagnostic.cure}")
    if diagnostic.trail:
        lines.append("   " + ARROW.join(diagnostic.trail))
    if diagnostic.law:
        lines.append(f"   Rättskälla: {diagnostic.law}")
    return _printable("\n".join(lines))


def _printable(text: str) -> str:
    """The text with what no output can hold replaced: a file name may have bytes that are not UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


WINDOW = 160


def _marked(diagnostic: Diagnostic) -> list[str]:
    """The offending line and, under it, carets and the cure; a very long line is cut to a window round the fault."""
    at = diagnostic.position
    source = diagnostic.source.replace("\t", " ").rstrip()
    start = max(0, at.column - 1 - WINDOW // 2) if len(source) > WINDOW else 0
    shown = source[start : start + WINDOW]
    offset = max(0, at.column - 1 - start)
    width = max(1, min(at.end_column - at.column, len(shown) - offset))
    gutter = f"{at.line:>5} | "
    marker = " " * (len(gutter) - 2) + "| " + " " * offset + "^" * width
    return [gutter + shown, f"{marker} {diagnostic.cure}".rstrip()]


def summary(diagnostics: Iterable[Weighed]) -> str:
    """One line with the counts, e.g. ``2 fel, 1 varning, 0 upplysningar``."""
    counts = dict.fromkeys(Severity, 0)
    for one in diagnostics:
        counts[one.severity] += 1
    plural = {Severity.FEL: "fel", Severity.VARNING: "varningar", Severity.UPPLYSNING: "upplysningar"}
    return ", ".join(f"{n} {severity if n == 1 else plural[severity]}" for severity, n in counts.items())


_GITHUB = {Severity.FEL: "error", Severity.VARNING: "warning", Severity.UPPLYSNING: "notice"}


def as_github(diagnostic: Diagnostic) -> str:
    """One workflow command, which GitHub shows as an annotation on the line."""
    at = diagnostic.position
    body = diagnostic.message + (f"\n{diagnostic.cure}" if diagnostic.cure else "")
    body += f"\nRättskälla: {diagnostic.law}" if diagnostic.law else ""
    head = f"file={_property(at.path)},line={at.line},col={at.column},endColumn={at.end_column}"
    return _printable(f"::{_GITHUB[diagnostic.severity]} {head},title={_property(diagnostic.code)}::{_data(body)}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """All of them as one JSON array, keys sorted, for other programs."""
    rows = [asdict(one) for one in diagnostics]
    return _printable(json.dumps(rows, ensure_ascii=False, indent=2, sort_keys=True))
