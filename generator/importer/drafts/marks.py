"""The comments of a draft: what is doubtful, where it was read, what was left out. Written and read here alone.

A doubtful value has a line of its own just above it::

    # GRANSKA s. 2 rad 34: Årtalet är inte tryckt. Kan vara: 2024-05-08 | 2023-05-08

and the lines of the head, below the line for editors, begin with one of the words in `_HEAD`. All of them go when the
record is reviewed; other comments are the registrar's own and stay.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

_MARK = re.compile(
    r"^(?P<indent>\s*)# GRANSKA"
    r"(?: (?P<file>(?!s\. \d|rad \d)[^\s:]+?),?(?=[ :]))?(?: s\. (?P<page>\d+))?(?: rad (?P<line>\d+))?: (?P<why>.*?)"
    r"(?: Kan vara: (?P<choices>.*))?$"
)
_HEAD = re.compile(r"^# (?:UTKAST|Täckning|Anmärkt|Utelämnat|Tillagt|Sidhuvud|Maskerat|Bygger|Summa)\b")
_SUM = re.compile(r"^# Summa: ([0-9a-f]{64})$", re.MULTILINE)
_BASE = re.compile(r"^# Bygger på posten med summan ([0-9a-f]{64})$", re.MULTILINE)
_SOURCE = re.compile(r"^# UTKAST ur (.+?)(?: rad [\d–]+)?, sha256 ([0-9a-f]{64})\b", re.MULTILINE)
_BETWEEN = " | "


@dataclass(frozen=True)
class Mark:
    """A doubt as it stands in a draft: where its value was read (file, page and line, where known), why, what else."""

    why: str
    line: int = 0
    page: int | None = None
    file: str = ""
    choices: tuple[str, ...] = ()

    def text(self, indent: str = "") -> str:
        """The comment line."""
        place = f"s. {self.page}" * bool(self.page), f"rad {self.line}" * bool(self.line)
        where = [self.file + "," * any(place) if self.file else "", *place]
        said = "".join(f" {part}" for part in where if part)
        tail = f" Kan vara: {_BETWEEN.join(map(_one_line, self.choices))}" if self.choices else ""
        return f"{indent}# GRANSKA{said}: {_one_line(self.why)}{tail}"


def read_mark(line: str) -> Mark | None:
    """The doubt that a line of a draft states; None for any other line."""
    found = _MARK.match(line)
    if not found:
        return None
    page, number, choices = found["page"], found["line"], found["choices"]
    return Mark(
        found["why"],
        int(number or 0),
        int(page) if page else None,
        found["file"] or "",
        tuple(choices.split(_BETWEEN)) if choices else (),
    )


def is_head(line: str) -> bool:
    """Whether a line belongs to the head that the import wrote."""
    return bool(_HEAD.match(line))


def source_line(name: str, sha256: str, lines: str = "") -> str:
    """The line of the head that names a document."""
    return f"# UTKAST ur {_one_line(name)}{f' rad {lines}' if lines else ''}, sha256 {sha256}"


def sources(text: str) -> tuple[tuple[str, str], ...]:
    """The documents that a draft was written from: name and sum."""
    return tuple((name, sha) for name, sha in _SOURCE.findall(text))


def base_line(text: str) -> str:
    """The line of the head that says which text of a published record the draft was made from."""
    return f"# Bygger på posten med summan {checksum(text)}"


def base(text: str) -> str | None:
    """The sum of the published record that a draft was made from."""
    found = _BASE.search(text)
    return found[1] if found else None


def checksum(text: str) -> str:
    """The sum of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def sealed(text: str, path: str) -> str:
    """The draft with the sum of everything else in it and of its path, by which work by hand is seen.

    An old sum is replaced. A draft that somebody has moved is one that somebody has worked with.
    """
    lines = [line for line in text.split("\n") if not _SUM.match(line)]
    at = max((number for number, line in enumerate(lines) if is_head(line)), default=-1)
    whole = "\n".join(lines)
    return "\n".join([*lines[: at + 1], f"# Summa: {checksum(path + whole)}", *lines[at + 1 :]])


def untouched(text: str, path: str) -> bool:
    """Whether a draft is as the import wrote it, where it wrote it."""
    found = _SUM.search(text)
    whole = "\n".join(line for line in text.split("\n") if not _SUM.match(line))
    return found is not None and found[1] == checksum(path + whole)


def unmarked(text: str) -> str:
    """The draft without its marks and its head."""
    return "\n".join(line for line in text.split("\n") if read_mark(line) is None and not is_head(line))


def _one_line(text: str) -> str:
    return " ".join(text.split())
