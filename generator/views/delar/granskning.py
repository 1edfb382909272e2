"""The latest run of the accessibility tests, from ``tillganglighet.json``, which ``make tillganglighet`` writes."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FIL = "tillganglighet.json"


@dataclass(frozen=True)
class Brist:
    """One known fault: the rule in words, the criteria of WCAG it breaks (``1.4.3``), the kinds of page it is on."""

    regel: str
    text: str
    kriterier: tuple[str, ...]
    sidslag: tuple[str, ...]


@dataclass(frozen=True)
class Granskning:
    """When the pages were examined, with what, how many, and what was found."""

    dag: dt.date
    verktyg: str
    webblasare: str
    sidor: int
    brister: tuple[Brist, ...]


def read(text: str) -> Granskning:
    """The run that a JSON text describes."""
    data = json.loads(text)
    faults = (
        Brist(one["regel"], one["text"], tuple(one["kriterier"]), tuple(one["sidslag"])) for one in data["brister"]
    )
    day = dt.date.fromisoformat(data["dag"])
    return Granskning(day, data["verktyg"], data["webblasare"], int(data["sidor"]), tuple(faults))


@cache
def latest() -> Granskning:
    """The run that is kept with the program: a build needs no browser."""
    return read(files(__package__).joinpath(FIL).read_text(encoding="utf-8"))
