"""Lines to segments: which label, heading or number every stretch of a document stands under.

The rules are `layouter.toml`, a table that a person can read: a new layout is a new row there and a case in the tests.
Nothing is understood here; a segment says only which row took its first line and what stands below it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from generator.importer.extract.line import Line

Slag = Literal["etikett", "avsnitt", "punkt", "text"]
Form = Literal["ensam", "kolon", "fri"]
_ORNAMENT = re.compile(r"^[*_\s]+|[*_\s]+$")
_SEPARATOR = re.compile(r"[*_]*\s*[:\t]\s*[*_]*|[*_]{2,}\s*| {2,}")


@dataclass(frozen=True)
class Rule:
    """A row of the table: what it is called (`falt`), how it is printed, and how it may stand.

    `form` is ``ensam`` (alone on its line, or parted from its value by a colon, tab or wide space), ``kolon`` (only
    with such a part) or ``fri`` (the value may follow after a single space).
    """

    slag: Slag
    falt: str
    pattern: re.Pattern[str]
    form: Form


@dataclass(frozen=True)
class Segment:
    """A stretch of a document: `falt` names the row, `rubrik` is the printed label or heading, `nr` a printed number.

    `start` is the line that the row took; `lines` are the value: what followed on that line, then all lines up to the
    next segment, blank ones too. The lines before the first row are a segment of slag ``text``.
    """

    slag: Slag
    falt: str
    rubrik: str
    nr: str
    start: Line
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The value as one line of text."""
        return " ".join(line.text for line in self.lines if line.text)


@cache
def rules() -> tuple[Rule, ...]:
    """All rows of the table, in order."""
    table = tomllib.loads(files("generator.importer").joinpath("layouter.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(slag, row["falt"], re.compile(row["tryckt"], re.IGNORECASE), row.get("form", "ensam"))
        for slag in ("etikett", "avsnitt")
        for row in table[slag]
    )
