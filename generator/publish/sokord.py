"""The words of the search index: inflections folded together, and compounds found by their parts as well.

Pagefind finds words by their beginnings, in the stems of Snowball. That leaves out what Swedish needs most: *vård*
does not find *närvård*, *protokollet* not *protokoll*, and *”Köping* nothing at all. So its words are rewritten
where they lie: every place of a compound is a place of its parts too. A hit then stands at the word that is printed,
in its own §, and nothing has to be added to the pages. Which parts count is said in ``views/delar/sokord.toml``.

The words are rewritten in each share of the pages by itself; what depends on the words of all is decided before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from generator.publish import sokrader
from generator.publish.sokplatser import Stycke
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
"""The words of a share by their stem, in letters a–z."""


@dataclass(frozen=True)
class Overview:
    """What the other shares must know of the words of one: which they are, without the signs at their ends.

    `longer` tells how many bytes of places the words that begin with a part have together, by part (``fold``ed).
    """

    keys: list[str]
    longer: dict[str, int]


@dataclass(frozen=True)
class Decision:
    """What is done with the words of a share for what words all shares have.

    `folded` are the definite forms that go under their stems. `far` are the parts (``fold``ed) that the words which
    begin with them are to be found by, too.
    """

    folded: list[str]
    far: list[str]


def read(chunks: Iterable[bytes], renumbered: Callable[[bytes], bytes]) -> Ord:
    """The words of the chunks of a share, each row as `renumbered` has it."""
    found: Ord = {}
    for chunk in chunks:
        for key, forms in sokrader.words(chunk):
            _merge(found, key, {form: [(renumbered(rows), 1)] for form, rows in forms.items()})
    return found


def overview(words: Ord, parts: Iterable[str]) -> Overview:
    """What the other shares must know of these words."""
    found = _cleaned(words)
    order = sorted(found)
    return Overview(order, {core: _size(_longer(found, order, core)) for core in sorted(set(map(fold, parts)))})


def decide(overviews: Sequence[Overview]) -> list[Decision]:
    """What is done with the words of each share."""
    forms = [[key for key in one.keys if key != _base(key)] for one in overviews]
    bases = {_base(key) for some in forms for key in some}
    there = {base for one in overviews for base in bases.intersection(one.keys)}
    far = [core for core in overviews[0].longer if sum(one.longer[core] for one in overviews) > _FAR]
    return [Decision([key for key in some if _base(key) in there], far) for some in forms]


def improve(words: Ord, parts: Iterable[str], decision: Decision) -> Ord:
    """The words with marks taken off, definite forms under their stems, and the parts of compounds added."""
    found = _folded(_cleaned(words), decision.folded)
    _add_parts(found, parts, decision.far)
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


def _folded(words: Ord, forms: Iterable[str]) -> Ord:
    """``protokollet`` under ``protokoll``, where both stand in the index: Snowball lets the former be.

    A question for ``protokollet`` then finds nothing that begins so, and Pagefind takes the longest word that the
    question begins with.
    """
    base_of = {form: _base(form) for form in forms}
    found: Ord = {}
    for key, places in sorted(words.items()):
        _merge(found, base_of.get(key, key), places)
    return found


def _base(key: str) -> str:
    """The stem of a word that looks as if it was a definite form; else the word itself."""
    base = key.removesuffix("et")
    return base if len(base) >= _SHORTEST else key


def _add_parts(words: Ord, parts: Iterable[str], far: Iterable[str]) -> None:
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
    added += [(core, forms) for core in far for forms in _far(words, order, core, cores[core])]
    for core, forms in added:
        _merge(words, core, forms)


def _far(words: Ord, order: list[str], core: str, part: str) -> Iterator[Former]:
    """The places of words that begin with a part, at half the weight, as they are too many to lie with it.

    Few of them need none: they lie in the chunk of the part, and Pagefind finds words by their beginnings. `order` are
    the words in order.
    """
    for forms in _longer(words, order, core):
        yield {"" if core == part else part: _lighter(forms)}


def _longer(words: Ord, order: list[str], core: str) -> list[Former]:
    """The words that begin with a part and go on."""
    return [words[key] for key in _beginning(order, core) if key != core]


def _size(several: Iterable[Former]) -> int:
    return sum(len(packed) for forms in several for pieces in forms.values() for packed, _ in pieces)


def _beginning(order: list[str], core: str) -> Iterable[str]:
    return takewhile(lambda key: key.startswith(core), islice(order, bisect_left(order, core), None))


def _lighter(forms: Former) -> list[Stycke]:
    return [(packed, _HALF) for form in sorted(forms) for packed, _ in forms[form]]


def _merge(words: Ord, key: str, forms: Former) -> None:
    target = words.setdefault(key, {})
    for form, pieces in forms.items():
        target[form] = target.get(form, []) + pieces


def chunks(words: Iterable[tuple[str, sokrader.Forms]], largest: int) -> Iterator[tuple[str, str, bytes]]:
    """Words packed again, about `largest` bytes to a chunk: its first word, its last word, and the chunk.

    They come in order. Words with one beginning stay together, as a half-typed word asks for all of them, but not for
    more than twice that.
    """
    chunk: dict[str, bytes] = {}
    size, last = 0, ""
    for key, forms in words:
        together = key[:_SAME_BEGINNING] == last[:_SAME_BEGINNING]
        if size > largest * (_TWICE if together else 1):
            yield next(iter(chunk)), last, sokrader.chunk(chunk.values())
            chunk, size = {}, 0
        chunk[key] = sokrader.word(key, forms)
        size, last = size + len(chunk[key]), key
    if chunk:
        yield next(iter(chunk)), last, sokrader.chunk(chunk.values())
