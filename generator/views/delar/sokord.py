"""What search knows of Swedish words, read from ``sokord.toml``: inflections, compounds, words of no weight."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Sokord:
    """The word lists.

    `bojningar` is base form by inflected form; `likord` are phrases that mean the same. `motesord` say no more than
    that a meeting or its protokoll is meant, `organord` that those who sit in an organ are. `vikter` weigh kinds of
    pages.
    """

    delar: tuple[str, ...]
    stoppord: tuple[str, ...]
    motesord: tuple[str, ...]
    organord: tuple[str, ...]
    likord: tuple[tuple[str, ...], ...]
    bojningar: dict[str, str]
    vikter: dict[str, float]


@cache
def sokord() -> Sokord:
    """The word lists as they stand in the file."""
    told = tomllib.loads(files(__package__).joinpath("sokord.toml").read_text(encoding="utf-8"))
    return Sokord(
        delar=tuple(told["delar"]),
        stoppord=tuple(told["stoppord"]),
        motesord=tuple(told["motesord"]),
        organord=tuple(told["organord"]),
        likord=tuple(tuple(phrases) for phrases in told["likord"]),
        bojningar={form: base for base, forms in told["bojningar"].items() for form in forms},
        vikter=dict(told["vikter"]),
    )
