"""Items inside an item: ``a) …``, ``b) …`` with text below them, or ``5.1 …`` inside item 5."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.importer.extract.line import Line
from generator.importer.layout.numbering import Start
from generator.importer.layout.table import item_rules

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_LONGEST = 160
_NOT_A_TITLE = re.compile(r"(?:att|dels)\b|.*[;,]$")
_ENDED = re.compile(r"[.;,]$")


def sub_starts(lines: Sequence[Line], starts: Sequence[Start]) -> dict[int, Start]:
    """The lines where items inside items begin; letters with nothing below them are a list and no items."""
    found: dict[int, Start] = {}
    places = [*(one.index for one in starts), len(lines)]
    for start, end in zip(starts, places[1:], strict=True):
        for chain in _chains(lines, start, end):
            found.update({one.index: one for one in chain})
    return found


def _chains(lines: Sequence[Line], item: Start, end: int) -> Iterator[list[Start]]:
    candidates = [one for place in range(item.index + 1, end) for one in _at(lines[place], place, item)]
    for numbered in (False, True):
        chain = _longest([one for one in candidates if bool(one.key[0]) == numbered])
        if len(chain) > 1 and (numbered or _reads_as_items(lines, chain, end)):
            yield chain


def _at(line: Line, place: int, item: Start) -> Iterator[Start]:
    """What a line may begin: `key` is the number and no letter, or 0 and the letter."""
    for rule in item_rules("underpunkt"):
        found = rule.pattern.fullmatch(line.text)
        if not found:
            continue
        part = found.groupdict()
        title = (part["rubrik"] or "").strip("*_ ")
        if not title or len(title) > _LONGEST or _NOT_A_TITLE.match(title):
            continue
        if part.get("over"):
            if int(part["over"]) == item.key[0] and not title[0].islower():
                yield Start(place, rule.falt, found["nr"], (int(part["tal"]), ""), title, rule.falt, rule.weight)
        else:
            yield Start(place, rule.falt, found["nr"], (0, part["bokstav"]), title, rule.falt, rule.weight)


def _longest(candidates: Sequence[Start]) -> list[Start]:
    """The longest run that begins at 1 or a and goes up by one."""
    best: list[Start] = []
    chain: list[Start] = []
    for one in candidates:
        if _rank(one) == 1:
            chain = [one]
        elif chain and _rank(one) == _rank(chain[-1]) + 1:
            chain = [*chain, one]
        if len(chain) > len(best):
            best = chain
    return best


def _rank(start: Start) -> int:
    return start.key[0] or _LETTERS.index(start.key[1]) + 1


def _reads_as_items(lines: Sequence[Line], chain: Sequence[Start], end: int) -> bool:
    """Whether letters are items: text stands below one of them before the next, and most titles are no sentences."""
    places = [*(one.index for one in chain), end]
    below = any(any(line.text for line in lines[here + 1 : after]) for here, after in pairwise(places[:-1]))
    return below and sum(bool(_ENDED.search(one.title)) for one in chain) * 2 <= len(chain)
