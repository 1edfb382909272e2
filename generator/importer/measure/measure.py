"""How good an import is: the facts of a draft held against the facts of a record that a person has written.

Of each kind of fact: how many the truth has, how many of them the draft has (recall), and how many of the draft's
are true (precision). An error is silent where nothing in the draft tells the registrar to look there; that is the
figure that must be nought before an import can be trusted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.importer.measure.facts import FALT, Fact


@dataclass(frozen=True)
class Utfall:
    """One kind of fact: how many the truth has and the draft has, how many are the same, how many err in silence."""

    facit: int = 0
    utkast: int = 0
    ratt: int = 0
    tysta: int = 0

    def __add__(self, other: Utfall) -> Utfall:
        return Utfall(
            self.facit + other.facit, self.utkast + other.utkast, self.ratt + other.ratt, self.tysta + other.tysta
        )

    @property
    def precision(self) -> float:
        """How much of what the draft says is true; 1 where it says nothing."""
        return self.ratt / self.utkast if self.utkast else 1.0

    @property
    def tackning(self) -> float:
        """How much of the truth the draft says (recall); 1 where there is nothing to say."""
        return self.ratt / self.facit if self.facit else 1.0


@dataclass(frozen=True)
class Matning:
    """A document measured: the outcome of each kind of fact, and how many places the draft marks as doubtful.

    `i_posten` is the share (0–1) of the document's runs of five words that are in the draft; `tillagt` is the number of
    texts in the draft that the document does not have.
    `fel` are the errors in words: what the draft lacks (``−``) and has too much of (``+``); ``!`` where it is silent.
    """

    namn: str
    utfall: dict[str, Utfall]
    i_posten: float = 1.0
    tillagt: int = 0
    tveksamma: int = 0
    fel: tuple[str, ...] = field(default=(), repr=False)


def compare(
    truth: Iterable[Fact], draft: Iterable[tuple[Fact, bool]], lists: Mapping[str, int] | None = None
) -> tuple[dict[str, Utfall], tuple[str, ...]]:
    """The outcome of every kind, and the errors in words. A fact of the draft comes with whether it is marked.

    A fact that is wrong and marked stands for one that is lacking: the registrar is told to look there. So does a mark
    on a whole list; `lists` says how many of those each kind has.
    """
    wanted, found = list(truth), list(draft)
    outcomes, errors = {}, []
    for falt in FALT:
        outcome, told = _compare(
            falt,
            [fact for fact in wanted if fact.falt == falt],
            [pair for pair in found if pair[0].falt == falt],
            (lists or {}).get(falt, 0),
        )
        if outcome != Utfall():
            outcomes[falt] = outcome
        errors += told
    return outcomes, tuple(errors)


def _compare(falt: str, truth: list[Fact], draft: list[tuple[Fact, bool]], lists: int) -> tuple[Utfall, list[str]]:
    left = Counter(fact.varde for fact in truth)
    wrong: list[tuple[Fact, bool]] = []
    for fact, marked in draft:
        if left[fact.varde] > 0:
            left[fact.varde] -= 1
        else:
            wrong.append((fact, marked))
    missing = [value for value, count in left.items() for _ in range(count)]
    told = sum(marked for _, marked in wrong)
    silent = max(len(wrong) - told, len(missing) - told - lists, 0)
    errors = [f"− {falt}: {' | '.join(value)}" for value in missing]
    errors += [f"+{'' if marked else '!'} {falt}: {' | '.join(fact.varde)}" for fact, marked in wrong]
    return Utfall(len(truth), len(draft), len(truth) - len(missing), silent), errors


def total(measured: Iterable[Matning]) -> dict[str, Utfall]:
    """The outcomes of several documents together, by kind."""
    totals: dict[str, Utfall] = {}
    for one in measured:
        for falt, outcome in one.utfall.items():
            totals[falt] = totals.get(falt, Utfall()) + outcome
    return totals
