"""Where the items of a document begin: the numbers that make a sequence which goes up, in lines that read as titles.

A number at the beginning of a line may as well be a list inside an item, a reference to another § in wrapped text, a
table of contents or a date. So all candidates are collected, each with how much it looks like an item, and the best
rising sequence of one printed form wins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.importer.extract.line import Line
from generator.importer.layout.table import item_rules

Key = tuple[int, str]
_NEAR = 150
_LONG_TITLE = 160
_MOST_WORDS = 30
_SENTENCE_END = re.compile(r"[.;,]$")
_NOT_A_TITLE = re.compile(r"(?:att|[a-zåäö]|[%,;.)–—-]|\d+\s*(?:kr|mkr|tkr|%))")
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){3,})\s*\d*$")
_MARKS = "*_ "


@dataclass(frozen=True)
class Start:
    """A line that may begin an item: its place, its row, the number as printed and as a value, the title."""

    index: int
    falt: str
    nr: str
    key: Key
    title: str
    style: str
    score: float


def item_starts(lines: Sequence[Line], is_heading: Callable[[str], bool]) -> tuple[Start, ...]:
    """The lines where items begin, in order. `is_heading` knows the headings that stand inside items."""
    candidates = _candidates(lines, is_heading)
    chains = [_best_chain(group) for style, group in _by_style(candidates).items() if style != "klockslag"]
    chains = [chain for chain in chains if _convinces(chain)]
    if not chains:
        timed = tuple(one for one in candidates if one.falt == "klockslag")
        return timed if len(timed) > 2 else ()  # noqa: PLR2004
    signed = [chain for chain in chains if chain[0].falt != "nummer"]
    best = max(chains, key=_total)
    if signed and best[0].falt == "nummer":
        first = max(signed, key=_total)
        if first[0].index < best[0].index or _total(first) * 2 > _total(best):
            best = first
    return best


def _by_style(candidates: Sequence[Start]) -> dict[str, list[Start]]:
    groups: dict[str, list[Start]] = defaultdict(list)
    for one in candidates:
        groups[one.style].append(one)
    return groups


def _convinces(chain: tuple[Start, ...]) -> bool:
    if not chain:
        return False
    return len(chain) > 1 if chain[0].falt == "nummer" else _total(chain) > 1.0


def _total(chain: Sequence[Start]) -> float:
    return sum(one.score for one in chain) - sum(_gap(a, b) for a, b in pairwise(chain))


def _gap(before: Start, after: Start) -> float:
    """What it costs that numbers are left out between two items; an extract may leave out §§, an agenda does not."""
    missing = after.key[0] - before.key[0] - 1
    if missing <= 0:
        return 0.0
    return min(1.0, 0.2 * missing) if after.falt == "paragraf" else 1.5 * missing


def _best_chain(group: list[Start]) -> tuple[Start, ...]:
    """The rising sequence with the highest score."""
    best: list[float] = []
    before: list[int] = []
    for here, one in enumerate(group):
        low_start = 0.0 if one.falt != "nummer" or one.key[0] == 1 else 2.0
        score, link = one.score - low_start, -1
        for there in range(max(0, here - _NEAR), here):
            if group[there].key < one.key:
                reached = best[there] + one.score - _gap(group[there], one)
                if reached > score:
                    score, link = reached, there
        best.append(score)
        before.append(link)
    return _traced(group, best, before)


def _traced(group: list[Start], best: list[float], before: list[int]) -> tuple[Start, ...]:
    at = max(range(len(group)), key=lambda place: best[place])
    chain = []
    while at >= 0:
        chain.append(group[at])
        at = before[at]
    return tuple(reversed(chain))


def candidates_of(lines: Sequence[Line]) -> list[Start]:
    """Every line that reads like the beginning of an item, whatever stands around it."""
    return [start for index, line in enumerate(lines) if line.text for start in _starts_at(index, line)]


def _candidates(lines: Sequence[Line], is_heading: Callable[[str], bool]) -> list[Start]:
    found = candidates_of(lines)
    return [_scored(start, lines, _following(lines, start.index), is_heading) for start in found]


def _starts_at(index: int, line: Line) -> list[Start]:
    text = line.text.strip(_MARKS)
    starts = []
    for place, rule in enumerate(item_rules()):
        found = rule.pattern.fullmatch(text)
        if not found:
            continue
        groups = found.groupdict()
        title = (groups.get("rubrik") or "").strip(_MARKS)
        if not _may_be_title(title, rule.falt):
            continue
        prefix = re.sub(r"[\d\s]+", "", groups["nr"].removesuffix(groups.get("bokstav") or ""))
        style = "klockslag" if rule.falt == "klockslag" else f"{place}{prefix}"
        number = int(re.split(r"[.:]", groups["tal"])[0])
        starts.append(
            Start(index, rule.falt, groups["nr"], (number, groups.get("bokstav") or ""), title, style, rule.weight)
        )
    return starts


def _may_be_title(title: str, falt: str) -> bool:
    if not title:
        return falt in ("paragraf", "punkt")
    if _LEADER.search(title):
        return False
    return not _NOT_A_TITLE.match(title) and len(title) <= 2 * _LONG_TITLE and len(title.split()) <= _MOST_WORDS


def _following(lines: Sequence[Line], index: int) -> Line | None:
    return next((line for line in lines[index + 1 :] if line.text), None)


def _scored(start: Start, lines: Sequence[Line], after: Line | None, is_heading: Callable[[str], bool]) -> Start:
    """The candidate with what its line and the lines around it say for it."""
    line, before = lines[start.index], lines[start.index - 1] if start.index else None
    score = start.score
    if before is None or not before.text or re.search(r"[.:!?]$", before.text):
        score += 0.25
    if line.bold or line.level or line.text.startswith("**"):
        score += 1.0
    if _SENTENCE_END.search(start.title):
        score -= 1.0
    if len(start.title) > _LONG_TITLE:
        score -= 0.5
    if after is not None and is_heading(after.text):
        score += 1.0
    elif after is not None and not _starts_at(0, after):
        score += 0.5
    return Start(start.index, start.falt, start.nr, start.key, start.title, start.style, score)
