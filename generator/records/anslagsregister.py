"""The register of posting: what stood on the official anslagstavla, publication by publication.

``content/anslagsregister.jsonl`` has one line for each publication, only ever added to. A line says the day (`dag`),
which anslag left the board (`ned`) and which came up, with exactly what stood there (`upp`), and carries the SHA-256
of the line before it (`fore`): no line can be changed, taken away or put in later without every line after it
showing it. What a line does not take down is still up.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic
from generator.records.place import Sheet, Span

FIL = "anslagsregister.jsonl"
_LINE_BREAK = re.compile("[\x85\u2028\u2029]")
CODES = {"R140": "Anslagsregistret är inte som programmet skrev det."}
_CURE = "registret rättas aldrig för hand; ta tillbaka det ur git: git checkout HEAD -- content/anslagsregister.jsonl"


@dataclass(frozen=True)
class Uppsattning:
    """An anslag that came up: its address and exactly what stood there."""

    anslag: str
    text: str

    @property
    def sha256(self) -> str:
        """The sum of the text as UTF-8."""
        return summa(self.text)


@dataclass(frozen=True)
class Utgava:
    """One publication: what it took down and what it put up, and its line as it stands."""

    dag: dt.date
    ned: tuple[str, ...]
    upp: tuple[Uppsattning, ...]
    rad: str


@dataclass(frozen=True)
class Anslagsregister:
    """All publications in order; `sheet` is the file, for places of faults."""

    utgavor: tuple[Utgava, ...] = ()
    sheet: Sheet = field(default_factory=lambda: Sheet("", FIL))

    def fault(self, number: int, code: str, message: str, cure: str) -> Diagnostic:
        """A diagnostic at the line with that number, from 0."""
        line = number + 1
        end = min(len('{"dag": "2024-01-01"'), len(self.sheet.line(line))) + 1
        return self.sheet.fault(code, message, Span(line, 1, line, end), cure=cure)


def summa(text: str) -> str:
    """The SHA-256 of a text as UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def utgava(before: Utgava | None, dag: dt.date, ned: Iterable[str], upp: Iterable[Uppsattning]) -> Utgava:
    """A publication with its line, chained to the one before it."""
    down, up = tuple(sorted(ned)), tuple(sorted(upp, key=lambda one: one.anslag))
    row = {
        "dag": dag.isoformat(),
        "fore": summa(before.rad) if before else "",
        "ned": list(down),
        "upp": [{"anslag": one.anslag, "sha256": one.sha256, "text": one.text} for one in up],
    }
    line = json.dumps(row, ensure_ascii=False)
    return Utgava(dag, down, up, _LINE_BREAK.sub(lambda found: f"\\u{ord(found.group()):04x}", line))


def read_register(text: str, path: str) -> tuple[Anslagsregister, list[Diagnostic]]:
    """The register as far as it is whole, and a fault at the first line that is not as it was written."""
    sheet = Sheet(text, path)
    found: list[Utgava] = []
    standing: dict[str, Uppsattning] = {}
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else ()):
        try:
            made = _line(line, found[-1] if found else None, standing)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            why = str(error) if isinstance(error, _BrokenError) else "raden är inte som programmet skriver den"
            return Anslagsregister(tuple(found), sheet), [Anslagsregister((), sheet).fault(number, "R140", why, _CURE)]
        _apply(made, standing)
        found.append(made)
    return Anslagsregister(tuple(found), sheet), []


class _BrokenError(ValueError):
    """What is wrong with a line, in Swedish."""


def _line(line: str, before: Utgava | None, standing: Mapping[str, Uppsattning]) -> Utgava:
    """A line read back and written again: only what the program itself would have written is the same."""
    row = json.loads(line)
    if row["fore"] != (summa(before.rad) if before else ""):
        raise _BrokenError("en tidigare rad är ändrad, borttagen eller inskjuten")
    up = [Uppsattning(one["anslag"], one["text"]) for one in row["upp"]]
    for one, written in zip(up, row["upp"], strict=True):
        if one.sha256 != written["sha256"]:
            raise _BrokenError(f"texten för {one.anslag} stämmer inte med sin kontrollsumma")
    made = utgava(before, dt.date.fromisoformat(row["dag"]), row["ned"], up)
    _require_order(made, before, standing)
    if made.rad != line:
        raise _BrokenError("raden är inte som programmet skriver den")
    return made


def _require_order(made: Utgava, before: Utgava | None, standing: Mapping[str, Uppsattning]) -> None:
    """Days go forward; only what is up is taken down, and nothing is put up twice."""
    if before and made.dag < before.dag:
        raise _BrokenError(f"dagen {made.dag} ligger före den förra radens, {before.dag}")
    if stray := sorted(set(made.ned) - set(standing)):
        raise _BrokenError(f"{stray[0]} tas ned fast det inte är uppe")
    if twice := sorted({one.anslag for one in made.upp} & (set(standing) - set(made.ned))):
        raise _BrokenError(f"{twice[0]} sätts upp fast det redan är uppe")


def _apply(one: Utgava, standing: dict[str, Uppsattning]) -> None:
    for gone in one.ned:
        standing.pop(gone, None)
    standing |= {new.anslag: new for new in one.upp}


def uppe(utgavor: Iterable[Utgava]) -> dict[str, Uppsattning]:
    """What stands on the board after these publications, by address."""
    standing: dict[str, Uppsattning] = {}
    for one in utgavor:
        _apply(one, standing)
    return standing
