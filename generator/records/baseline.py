"""A baseline: the faults that were known when a new rule met an old archive, so that only new ones stop the work.

A fault is known by its code, file, message and place in the record, never by its line, so that editing a file does
not make old faults new. As many of the same kind are known as there were.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable

from generator.diagnostics import Diagnostic

VERSION = 1
_LINE = re.compile(r"\brad \d+")

Key = tuple[str, str, str, str]
Baseline = Counter[Key]
"""How many faults of each kind are known: by file, code, place in the record and message."""


def key(diagnostic: Diagnostic) -> Key:
    """What stays the same of a fault when lines move."""
    message = _LINE.sub("rad …", diagnostic.message)
    return (diagnostic.position.path, diagnostic.code, " › ".join(diagnostic.trail), message)


def dump(diagnostics: Iterable[Diagnostic]) -> str:
    """The baseline of these faults as a file's text: JSON, sorted, one fault a group, for git to compare."""
    counted = Counter(key(one) for one in diagnostics)
    known = [
        {"fil": path, "kod": code, "plats": trail, "text": message, "antal": number}
        for (path, code, trail, message), number in sorted(counted.items())
    ]
    return json.dumps({"version": VERSION, "kanda": known}, ensure_ascii=False, indent=1) + "\n"


def load(text: str) -> Baseline:
    """The baseline in a file's text.

    Raises:
        ValueError: the text is not a baseline of this version.
    """
    try:
        found = json.loads(text)
        if found["version"] != VERSION:
            raise ValueError(f"version {found['version']}")
        return Counter({_read(row): _number(row["antal"]) for row in found["kanda"]})
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise ValueError(f"not a baseline: {error!r}") from error


def _read(row: dict[str, object]) -> Key:
    return (str(row["fil"]), str(row["kod"]), str(row["plats"]), str(row["text"]))


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise ValueError(f"not a number of faults: {value!r}")
    return value


def apply(diagnostics: Iterable[Diagnostic], baseline: Baseline) -> tuple[list[Diagnostic], list[Diagnostic], int]:
    """The new faults, the known ones, and how many that the baseline knows have gone."""
    left = Counter(baseline)
    new: list[Diagnostic] = []
    known: list[Diagnostic] = []
    for one in diagnostics:
        mine = key(one)
        (known if left[mine] > 0 else new).append(one)
        if left[mine] > 0:
            left[mine] -= 1
    return new, known, left.total()
