"""Names that may be one person's though they are not the same: misprints, folded letters, hyphens, pet names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.archive.rules.likhet import alike
from generator.svenska import fold

Pair = tuple[str | None, str | None]
_SAME = "samma person som "


@dataclass(frozen=True)
class Bearer:
    """Somebody with a name, and the (party, authority) that documents show."""

    id: str
    name: str
    pairs: frozenset[Pair]


def near_names(one: Bearer, others: Iterable[Bearer]) -> Iterator[tuple[Bearer, str]]:
    """Those whose names are like one's without being the same, each with why."""
    mine = fold(one.name)
    for other in others:
        theirs = fold(other.name)
        if other.id == one.id or one.name.casefold() == other.name.casefold() or _is_another(one, other):
            continue
        if mine == theirs:
            yield other, f"namnet skiljer sig bara i prickar, accent eller bindestreck från {other.name}"
        elif alike(mine, theirs):
            yield other, f"namnet är nästan {other.name}"
        elif _pet_name(one, other):
            yield other, f"förnamnet kan vara ett smeknamn; {other.name} har samma efternamn, parti och organisation"


def _is_another(one: Bearer, other: Bearer) -> bool:
    """Whether both are known with party and authority, and have neither in common."""
    mine, theirs = (
        ({party for party, _ in each.pairs if party}, {body for _, body in each.pairs if body}) for each in (one, other)
    )
    return all((*mine, *theirs)) and not (mine[0] & theirs[0] or mine[1] & theirs[1])


@cache
def _called() -> Mapping[str, frozenset[str]]:
    """Pet names and what they stand for."""
    table = tomllib.loads(files("generator.importer.joining").joinpath("smeknamn.toml").read_text(encoding="utf-8"))
    return {pet: frozenset(str(names).split()) for pet, names in table.items()}


def _pet_name(one: Bearer, other: Bearer) -> bool:
    first, _, last = one.name.casefold().partition(" ")
    given, _, family = other.name.casefold().partition(" ")
    called = given in _called().get(first, ()) or first in _called().get(given, ())
    return called and last == family and bool(one.pairs & other.pairs)


def same_as(person: str) -> str:
    """The choice that says of a near name that it is this person's."""
    return f"{_SAME}{person}"


def said_same(choice: str) -> str | None:
    """The person whom a choice says it is; None for any other choice."""
    return choice.removeprefix(_SAME) if choice.startswith(_SAME) else None
