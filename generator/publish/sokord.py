"""The words of the search index: inflections folded together, and compounds found by their parts as well.

Pagefind finds words by their beginnings, in the stems of Snowball. That leaves out what Swedish needs most: *vård*
does not find *närvård*, *protokollet* not *protokoll*, and *”Köping* nothing at all. So its words are rewritten
where they lie: every place of a compound is a place of its parts too. A hit then stands at the word that is printed,
in its own §, and nothing has to be added to the pages. Which parts count is said in ``views/delar/sokord.toml``.

Positions are word numbers on a page. A page's places are groups of positions under a weight (24 is plain text),
and what stands in the titles and other facts is kept by field, in the same form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import cbor2

from generator.svenska import fold

Grupper = dict[int, set[int]]
"""Positions by the mark they stand under: a weight, or the number of a field."""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SHORTEST = 4
_HALF = 2
_MOST_PLACES = 24
_LEAST_PLACES = 2
_PLACES_OF_A_WORD = 6_000
_SAME_BEGINNING = 4
_TWICE = 2
_FAR = 50_000


@dataclass(slots=True)
class Platser:
    """Where a word stands on one page: in its text, and in its facts."""

    text: Grupper = field(default_factory=dict)
    fakta: Grupper = field(default_factory=dict)


Stycke = tuple[bytes, int]
"""Places on many pages, packed because a large archive has millions, and what their weight is to be divided by."""

Former = dict[str, list[Stycke]]
"""The places of a word by the form in which it is printed ("" for one without å, ä, ö)."""

Ord = dict[str, Former]
"""All words of the index by their stem, in letters a–z."""


def improve(words: Ord, parts: Iterable[str]) -> Ord:
    """The words with marks taken off, definite forms under their stems, and the parts of compounds added."""
    found = _folded(_cleaned(words))
    _add_parts(found, parts)
    return found


def _cleaned(words: Ord) -> Ord:
    """The words without the quotation marks and other signs that Pagefind leaves at their ends.

    Single letters go: they say nothing, and a question for an unknown word would end in one of them.
    """
    found: Ord = {}
    for key, forms in sorted(words.items()):
        bare = _EDGES.sub("", key)
        if len(bare) > 1 or bare.isdigit():
            for form, pieces in forms.items():
                _merge(found, bare, {_EDGES.sub("", form): pieces})
    return found


def _folded(words: Ord) -> Ord:
    """``protokollet`` under ``protokoll``, where both stand in the index: Snowball lets the former be.

    A question for ``protokollet`` then finds nothing that begins so, and Pagefind takes the longest word that the
    question begins with.
    """
    found: Ord = {}
    for key, forms in sorted(words.items()):
        base = key.removesuffix("et")
        _merge(found, base if base in words and len(base) >= _SHORTEST else key, forms)
    return found


def _add_parts(words: Ord, parts: Iterable[str]) -> None:
    """For every word that holds a part, not first, its places under that part too, at half the weight."""
    cores = {fold(part): part for part in sorted(parts)}
    longest_first = sorted((core for core in cores if len(core) >= _SHORTEST), key=lambda core: (-len(core), core))
    pattern = re.compile(f"(?=({'|'.join(longest_first)}))")
    short = tuple(part for core, part in cores.items() if len(core) < _SHORTEST)
    added: list[tuple[str, Former]] = []
    for key in sorted(words):
        forms = words[key]
        held = {hit[1] for hit in pattern.finditer(key, _HALF) if hit[1]}
        held |= {fold(part) for part in short if any(form[_HALF:].endswith(part) for form in forms)}
        lighter = [(packed, _HALF) for form in sorted(forms) for packed, _ in forms[form]]
        added += [(core, {"" if core == cores[core] else cores[core]: lighter}) for core in sorted(held)]
    added += [(core, forms) for core in sorted(cores) for forms in _far(words, core, cores[core])]
    for core, forms in added:
        _merge(words, core, forms)


def _far(words: Ord, core: str, part: str) -> Iterator[Former]:
    """The places of words that begin with a part, at half the weight, where they are too many to lie with it.

    Few of them need none: they lie in the chunk of the part, and Pagefind finds words by their beginnings.
    """
    longer = [words[key] for key in words if key.startswith(core) and key != core]
    if sum(len(packed) for forms in longer for pieces in forms.values() for packed, _ in pieces) > _FAR:
        for forms in longer:
            lighter = [(packed, _HALF) for form in sorted(forms) for packed, _ in forms[form]]
            yield {"" if core == part else part: lighter}


def _merge(words: Ord, key: str, forms: Former) -> None:
    target = words.setdefault(key, {})
    for form, pieces in forms.items():
        target[form] = target.get(form, []) + pieces


def places(pieces: Iterable[Stycke]) -> dict[int, Platser]:
    """The places of one form, by page; those of a part of a compound have no facts and less weight."""
    found: dict[int, Platser] = {}
    for packed, divisor in pieces:
        page = 0
        for step, text, facts in cbor2.loads(packed):
            page += step
            target = found.setdefault(page, Platser())
            _join(target.text, {weight // divisor: here for weight, here in _read_groups(text).items()})
            if divisor == 1:
                _join(target.fakta, _read_groups(facts))
    return {page: one for page, one in found.items() if one.text or one.fakta}


def _join(target: Grupper, groups: Grupper) -> None:
    for mark, positions in groups.items():
        target.setdefault(mark, set()).update(positions)


def read(chunks: Iterable[Any]) -> Ord:
    """The words of decoded chunks: ``[[[stem, pages, [[form, pages], …]], …]]`` each."""
    found: Ord = {}
    for (packed,) in chunks:
        for key, pages, variants in packed:
            forms = {"": pages} | dict(variants)
            found[key] = {form: [(cbor2.dumps(rows), 1)] for form, rows in forms.items() if rows}
    return found


def _read_groups(packed: Iterable[int]) -> Grupper:
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


def chunks(words: Ord, largest: int) -> Iterator[list[Any]]:
    """The words packed again, in order, about `largest` numbers to a chunk.

    Words with one beginning stay together, as a half-typed word asks for all of them, but not for more than twice that.
    """
    chunk: list[Any] = []
    size, last = 0, ""
    for key in sorted(words):
        together = key[:_SAME_BEGINNING] == last[:_SAME_BEGINNING]
        if size > largest * (_TWICE if together else 1):
            yield chunk
            chunk, size = [], 0
        packed = _packed(key, words[key])
        chunk.append(packed)
        size, last = size + _size(packed), key
    if chunk:
        yield chunk


def _packed(key: str, forms: Former) -> list[Any]:
    variants = [[form, _packed_pages(pieces)] for form, pieces in sorted(forms.items()) if form]
    return [key, _packed_pages(forms.get("", [])), variants]


def _packed_pages(pieces: list[Stycke]) -> list[Any]:
    rows, before = [], 0
    pages = places(pieces)
    # A word that stands everywhere says little of each page, and whoever asks for it downloads all its places.
    most = min(_MOST_PLACES, max(_LEAST_PLACES, _PLACES_OF_A_WORD // max(len(pages), 1)))
    for page, one in sorted(pages.items()):
        rows.append([page - before, _packed_groups(_fewest(one.text, most)), _packed_groups(one.fakta)])
        before = page
    return rows


def _fewest(groups: Grupper, most: int) -> Grupper:
    """The `most` heaviest places of a word on a page: each position once, the first ones of each weight."""
    kept: Grupper = {}
    taken: set[int] = set()
    for weight in sorted(groups, reverse=True):
        room = most - len(taken)
        kept[weight] = set(sorted(groups[weight] - taken)[: max(room, 0)])
        taken |= kept[weight]
    return {weight: positions for weight, positions in kept.items() if positions}


def _packed_groups(groups: Grupper) -> list[int]:
    packed: list[int] = []
    for mark, positions in sorted(groups.items()):
        ordered = sorted(positions)
        packed += [-mark - 1, *(b - a for a, b in zip([0, *ordered], ordered, strict=False))]
    return packed


def _size(packed: list[Any]) -> int:
    _, pages, variants = packed
    return 1 + sum(len(row[1]) + len(row[2]) + 1 for rows in (pages, *(one[1] for one in variants)) for row in rows)
