"""Rows that are cut as they lie come out as those that are read, cut and written."""

from __future__ import annotations

from itertools import accumulate, pairwise
from random import Random
from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish import sokrader
from generator.publish.sokplatser import continued, joined

steps = st.integers(1, 70_000) | st.integers(1, 30)
group = st.builds(
    lambda mark, first, more: [-mark - 1, first, *more],
    st.integers(0, 300),
    st.integers(0, 70_000),
    st.lists(steps, max_size=40),
)
places = st.lists(group, max_size=3, unique_by=lambda one: one[0]).map(
    lambda groups: [number for one in sorted(groups, reverse=True) for number in one]
)
rows = st.lists(st.tuples(steps, places, places).map(list), max_size=40)
letters = st.text(min_size=1, max_size=30) | st.text("å", min_size=100, max_size=300)


def plain(pieces: list[tuple[list[Any], int]]) -> list[Any]:
    """Rows of several words put together, the slow way: every place alone, the heaviest kept, packed again."""
    texts: dict[int, dict[int, int]] = {}
    facts: dict[int, set[tuple[int, int]]] = {}
    for some, divisor in pieces:
        for page, (_, text, fact) in zip(accumulate(row[0] for row in some), some, strict=True):
            heaviest = texts.setdefault(page, {})
            for weight, position in spread_out(text):
                heaviest[position] = max(heaviest.get(position, 0), weight // divisor)
            facts.setdefault(page, set()).update(spread_out(fact) if divisor == 1 else ())
    most = min(24, max(2, 6_000 // max(len(texts), 1)))
    found: list[Any] = []
    before = 0
    for page in sorted(texts):
        kept = sorted((-weight, position) for position, weight in texts[page].items())[:most]
        found.append([page - before, folded((-weight, position) for weight, position in kept), folded(facts[page])])
        before = page
    return found


def spread_out(numbers: list[int]) -> list[tuple[int, int]]:
    """Each place alone, behind its mark."""
    found, mark, position = [], 0, 0
    for number in numbers:
        mark, position = (-number - 1, 0) if number < 0 else (mark, position + number)
        found += [(mark, position)] if number >= 0 else []
    return found


def folded(several: Any) -> list[int]:
    """Places in groups of steps, in order of their marks."""
    numbers: list[int] = []
    last, before = None, 0
    for mark, position in sorted(several):
        numbers += [] if mark == last else [-mark - 1]
        before = before if mark == last else 0
        numbers.append(position - before)
        last, before = mark, position
    return numbers


def packed(some: list[Any]) -> sokrader.Rows:
    """Rows as they are read of a share."""
    return sokrader.Rows(cbor2.dumps(some), sum(row[0] for row in some))


def whole(pieces: list[tuple[sokrader.Rows, int]]) -> list[Any]:
    """The rows of a form of a word that stands in one share alone; a word on no page is in none."""
    shares = [(0, joined(pieces))] if any(sokrader.pages(rows.packed) for rows, _ in pieces) else []
    return cbor2.loads(continued(shares))  # type: ignore[no-any-return]


@given(rows)
def test_one_word_alone(some: list[Any]) -> None:
    """Whatever its rows: few places or many, under one weight or several, with facts or without."""
    assert whole([(packed(some), 1)]) == plain([(some, 1)])


@pytest.mark.langsam
@given(rows, rows, st.integers(1, 2), st.integers(1, 2))
def test_words_put_together(some: list[Any], others: list[Any], first: int, second: int) -> None:
    """Places that two words share count once, with the greater weight, and those of parts bring no facts."""
    pieces = [(packed(some), first), (packed(others), second)]
    assert whole(pieces) == plain([(some, first), (others, second)])


@pytest.mark.langsam
@given(rows.filter(bool), st.randoms(use_true_random=False), st.integers(1, 3))
def test_words_of_pages_in_any_order(some: list[Any], source: Random, words: int) -> None:
    """A word of pages numbered anyhow, in any parts, comes out as if its pages had come in order."""
    numbers = list(accumulate(row[0] for row in some))
    drawn = [source.randrange(words) for _ in some]
    pieces = []
    for word in set(drawn):
        held = [place for place, one in enumerate(drawn) if one == word]
        source.shuffle(held)
        mixed = [[int(at > 0), *some[place][1:]] for at, place in enumerate(held)]
        pieces.append((sokrader.renumbered(cbor2.dumps(mixed), [numbers[place] for place in held], range(300)), 1))
    assert whole(pieces) == plain([(some, 1)])


@pytest.mark.langsam
@given(rows.filter(bool), rows, st.integers(1, 2), st.lists(st.integers(1, 200_000), max_size=3))
def test_words_of_several_shares(some: list[Any], others: list[Any], divisor: int, cuts: list[int]) -> None:
    """A word whose pages lie in any shares, whatever words it is put together of in each, comes out as from one."""
    bounds = [0, *sorted(cuts), 10**9]
    shares = []
    for low, high in pairwise(bounds):
        pieces = [
            (part, weight) for rows_, weight in ((some, 1), (others, divisor)) if (part := within(rows_, low, high))
        ]
        if pieces:
            shares.append((low, joined([(packed(part), weight) for part, weight in pieces])))
    assert cbor2.loads(continued(shares)) == plain([(some, 1), (others, divisor)])


def within(some: list[Any], low: int, high: int) -> list[Any]:
    """The rows of the pages from one number to below another, numbered from the first."""
    pages = [(page, row) for page, row in zip(accumulate(row[0] for row in some), some, strict=True)]
    held = [(page - low, row[1:]) for page, row in pages if low <= page < high]
    steps = [page - before for before, (page, _) in zip([0, *(page for page, _ in held)], held, strict=False)]
    return [[step, *row] for step, (_, row) in zip(steps, held, strict=True)]


def test_facts_follow_their_fields() -> None:
    """Where the shares know different facts, those of the one are given the numbers of them all."""
    rows = cbor2.dumps([[0, [-25, 4], [-1, 3, -2, 5]], [1, [-25, 9], []]])
    found = sokrader.renumbered(rows, [0, 1], [1, 3])
    assert cbor2.loads(found.packed) == [[0, [-25, 4], [-2, 3, -4, 5]], [1, [-25, 9], []]]
    assert found.last == 1


@pytest.mark.langsam
@given(st.integers(1, 30), st.lists(steps, max_size=40), st.sampled_from([900, 2_500, 9_000]))
def test_a_word_on_many_pages(first: int, more: list[int], amount: int) -> None:
    """Fewer places are kept of it, as many on every page."""
    some = [[1, [-25, first, *more], [-2, first]]] * amount
    assert whole([(packed(some), 1)]) == plain([(some, 1)])


@pytest.mark.langsam
@given(st.dictionaries(letters, st.dictionaries(st.just("") | letters, rows.filter(bool), max_size=3), max_size=5))
def test_what_is_packed_is_read(words: dict[str, dict[str, list[Any]]]) -> None:
    """Words of any letters and forms come out of a chunk with the very bytes that went in."""
    held = {key: {form: cbor2.dumps(some) for form, some in forms.items()} for key, forms in words.items()}
    chunk = sokrader.chunk(sokrader.word(key, forms) for key, forms in held.items())
    assert dict(sokrader.words(chunk)) == held
    assert [key for key, _, _ in cbor2.loads(chunk)[0]] == list(words)
