"""The words of the search index: inflections folded together, and compounds found by their parts as well.

Pagefind finds words by their beginnings, in the stems of Snowball. That leaves out what Swedish needs most: *vård*
does not find *närvård*, *protokollet* not *protokoll*, and *”Köping* nothing at all. So its words are rewritten
where they lie: every place of a compound is a place of its parts too. A hit then stands at the word that is printed,
in its own §, and nothing has to be added to the pages. Which parts count is said in ``views/delar/sokord.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain, islice, takewhile

from generator.publish import sokrader
from generator.publish.sokplatser import Stycke, joined
from generator.svenska import fold

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SHORTEST = 4
_HALF = 2
_SAME_BEGINNING = 4
_TWICE = 2
_FAR = 50_000


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
    order = sorted(words)
    for key in order:
        forms = words[key]
        held = {hit[1] for hit in pattern.finditer(key, _HALF) if hit[1]}
        held |= {fold(part) for part in short if any(form[_HALF:].endswith(part) for form in forms)}
        added += [(core, {"" if core == cores[core] else cores[core]: _lighter(forms)}) for core in sorted(held)]
    added += [(core, forms) for core in sorted(cores) for forms in _far(words, order, core, cores[core])]
    for core, forms in added:
        _merge(words, core, forms)


def _far(words: Ord, order: list[str], core: str, part: str) -> Iterator[Former]:
    """The places of words that begin with a part, at half the weight, where they are too many to lie with it.

    Few of them need none: they lie in the chunk of the part, and Pagefind finds words by their beginnings. `order` are
    the words in order.
    """
    longer = [words[key] for key in _beginning(order, core) if key != core]
    if sum(len(packed) for forms in longer for pieces in forms.values() for packed, _ in pieces) > _FAR:
        for forms in longer:
            yield {"" if core == part else part: _lighter(forms)}


def _beginning(order: list[str], core: str) -> Iterable[str]:
    return takewhile(lambda key: key.startswith(core), islice(order, bisect_left(order, core), None))


def _lighter(forms: Former) -> list[Stycke]:
    return [(packed, _HALF) for form in sorted(forms) for packed, _ in forms[form]]


def _merge(words: Ord, key: str, forms: Former) -> None:
    target = words.setdefault(key, {})
    for form, pieces in forms.items():
        target[form] = target.get(form, []) + pieces


def read(chunks: Iterable[Iterable[tuple[str, sokrader.Forms]]]) -> Ord:
    """The words of several chunks; a word may stand in one of each share of the pages."""
    found: Ord = {}
    for key, forms in chain.from_iterable(chunks):
        _merge(found, key, {form: [(rows, 1)] for form, rows in forms.items()})
    return found


def chunks(words: Ord, keys: Iterable[str], largest: int) -> Iterator[tuple[str, str, bytes]]:
    """Words packed again, about `largest` bytes to a chunk: its first word, its last word, and the chunk.

    `keys` are those of the words that are wanted, in order. Words with one beginning stay together, as a half-typed
    word asks for all of them, but not for more than twice that.
    """
    chunk: dict[str, bytes] = {}
    size, last = 0, ""
    for key in keys:
        together = key[:_SAME_BEGINNING] == last[:_SAME_BEGINNING]
        if size > largest * (_TWICE if together else 1):
            yield next(iter(chunk)), last, sokrader.chunk(chunk.values())
            chunk, size = {}, 0
        chunk[key] = sokrader.word(key, {form: joined(pieces) for form, pieces in words[key].items()})
        size, last = size + len(chunk[key]), key
    if chunk:
        yield next(iter(chunk)), last, sokrader.chunk(chunk.values())
