"""Where a word stands on its pages: the places of several words put together, and those of a common word cut down.

Positions are word numbers on a page. A page's places are groups of positions under a weight (24 is plain text),
and what stands in the titles and other facts is kept by field, in the same form.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from operator import sub

import cbor2

from generator.publish import sokrader

Grupper = dict[int, set[int]]
"""Positions by the mark they stand under: a weight, or the number of a field."""

Stycke = tuple[sokrader.Rows, int]
"""Places on many pages, packed (``sokrader.py``) because a large archive has millions, and a divisor of their weight.

With a divisor above 1 they are the places of a part of a compound, and its facts do not count.
"""

_MOST_PLACES = 24
_LEAST_PLACES = 2
_PLACES_OF_A_WORD = 6_000


def joined(pieces: list[Stycke]) -> sokrader.Run:
    """The places of one form of a word in a share of the pages: rows in order of page, with at most so many places."""
    whole = _whole(pieces)
    rows, last = _together(pieces) if whole is None else (_cut(whole.packed, _MOST_PLACES), whole.last)
    return sokrader.run(rows, last)


def continued(shares: Iterable[tuple[int, sokrader.Run]]) -> bytes:
    """The packed rows of a form of a word in several shares, each with the number of its first page."""
    rows = sokrader.continued(shares)
    most = _most(sokrader.pages(rows))
    return rows if most == _MOST_PLACES else _cut(rows, most)


def _cut(rows: bytes, most: int) -> bytes:
    """Rows with at most so many places of text each."""
    return sokrader.cut(rows, most, lambda row: [row[0], _fewest(groups(row[1]), most), _all(groups(row[2]))])


def _whole(pieces: list[Stycke]) -> sokrader.Rows | None:
    """The rows of a word that stands as it is, or of such that share no page."""
    if any(divisor > 1 for _, divisor in pieces):
        return None
    return pieces[0][0] if len(pieces) == 1 else sokrader.merged(rows.packed for rows, _ in pieces)


def _most(pages: int) -> int:
    """How many places a page keeps of a word that so many pages have.

    A word that stands everywhere says little of each page, and whoever asks for it downloads all its places.
    """
    return min(_MOST_PLACES, max(_LEAST_PLACES, _PLACES_OF_A_WORD // max(pages, 1)))


def _together(pieces: Iterable[Stycke]) -> tuple[bytes, int]:
    """Rows put together page by page, and the number of the last page."""
    texts: dict[int, Grupper] = {}
    facts: dict[int, Grupper] = {}
    for some, divisor in pieces:
        page = 0
        for step, text, fact in cbor2.loads(some.packed):
            page += step
            _add(texts.setdefault(page, {}), text, divisor)
            if fact and divisor == 1:
                _add(facts.setdefault(page, {}), fact, 1)
    rows, before = [], 0
    for page in sorted(texts):
        rows.append([page - before, _fewest(texts[page], _MOST_PLACES), _all(facts[page]) if page in facts else []])
        before = page
    return cbor2.dumps(rows), before


def _add(target: Grupper, packed: list[int], divisor: int) -> None:
    """Add the places of a row; nearly all rows have one group."""
    if min(packed[1:], default=-1) >= 0:
        target.setdefault((-packed[0] - 1) // divisor, set()).update(accumulate(packed[1:]))
        return
    for mark, positions in groups(packed).items():
        target.setdefault(mark // divisor, set()).update(positions)


def groups(packed: Iterable[int]) -> Grupper:
    """``[-25, 110, 5]`` → ``{24: {110, 115}}``: a negative number is a mark, others are steps since it."""
    found: Grupper = {}
    mark = position = 0
    for number in packed:
        if number < 0:
            mark, position = -number - 1, 0
        else:
            position += number
            found.setdefault(mark, set()).add(position)
    return found


def _fewest(text: Grupper, most: int) -> list[int]:
    """The `most` heaviest places of a word on a page, packed: each position once, the first ones of each weight."""
    if len(text) == 1:
        return _packed([(weight, sorted(positions)[:most]) for weight, positions in text.items()])
    kept = []
    taken: set[int] = set()
    for weight in sorted(text, reverse=True):
        fresh = sorted(text[weight] - taken)[: most - len(taken)]
        taken.update(fresh)
        kept.append((weight, fresh))
    return _packed(reversed(kept))


def _all(facts: Grupper) -> list[int]:
    return _packed((field, sorted(facts[field])) for field in sorted(facts))


def _packed(groups: Iterable[tuple[int, list[int]]]) -> list[int]:
    packed: list[int] = []
    for mark, ordered in groups:
        if ordered:
            packed += (-mark - 1, ordered[0], *map(sub, ordered[1:], ordered))
    return packed
