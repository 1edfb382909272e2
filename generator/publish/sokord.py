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
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
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
_FAR = 4_500


Former = dict[str, list[Stycke]]
"""The places of a word by the form in which it is printed ("" for one without å, ä, ö)."""

Ord = dict[str, Former]
"""The words of a share by their stem, in letters a–z."""


@dataclass(frozen=True)
class Overview:
    """What the other shares must know of the words of one: which they are, without the signs at their ends.

    `longer` tells on how many pages there are words that begin with a part, each word by itself; `ended` are the words
    of which a form ends in a short part. Both by part (``fold``ed).
    """

    keys: list[str]
    longer: dict[str, int]
    ended: dict[str, list[str]]


@dataclass(frozen=True)
class Decision:
    """What is done with the words of a share for what words all shares have.

    `folded` are the definite forms that go under their stems, `far` the parts (``fold``ed) that the words which begin
    with them are to be found by, too. `ended` are pairs of a short part and a word that has a form with it at the end.
    """

    folded: list[str]
    far: list[str]
    ended: list[tuple[str, str]]


def read(chunks: Iterable[bytes], renumbered: Callable[[bytes], sokrader.Rows]) -> Ord:
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
    longer = {core: sum(map(_pages, _longer(found, order, core))) for core in sorted(set(map(fold, parts)))}
    short = [part for part in sorted(parts) if len(fold(part)) < _SHORTEST]
    ended = {
        fold(part): [key for key in order if any(form[_HALF:].endswith(part) for form in found[key])] for part in short
    }
    return Overview(order, longer, ended)


def decide(overviews: Sequence[Overview]) -> list[Decision]:
    """What is done with the words of each share."""
    forms = [[key for key in one.keys if key != _base(key)] for one in overviews]
    bases = {_base(key) for some in forms for key in some}
    there = {base for one in overviews for base in bases.intersection(one.keys)}
    folded = {key for some in forms for key in some if _base(key) in there}
    ended = {(core, _under(key, folded)) for one in overviews for core, keys in one.ended.items() for key in keys}
    far = [core for core in overviews[0].longer if sum(one.longer[core] for one in overviews) > _FAR]
    return [_decision(one, folded, far, ended) for one in overviews]


def _decision(one: Overview, folded: Container[str], far: list[str], ended: Iterable[tuple[str, str]]) -> Decision:
    """What of all that is decided has to do with the words of a share."""
    keys = {_under(key, folded) for key in one.keys}
    mine = sorted((core, key) for core, key in ended if key in keys)
    return Decision([key for key in one.keys if key in folded], far, mine)


def _under(key: str, folded: Container[str]) -> str:
    """The word that a word goes under."""
    return _base(key) if key in folded else key


def improve(words: Ord, parts: Iterable[str], decision: Decision) -> Ord:
    """The words with marks taken off, definite forms under their stems, and the parts of compounds added."""
    found = _folded(_cleaned(words), set(decision.folded))
    _add_parts(found, parts, decision)
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


def _folded(words: Ord, folded: Container[str]) -> Ord:
    """``protokollet`` under ``protokoll``, where both stand in the index: Snowball lets the former be.

    A question for ``protokollet`` then finds nothing that begins so, and Pagefind takes the longest word that the
    question begins with.
    """
    found: Ord = {}
    for key, forms in sorted(words.items()):
        _merge(found, _under(key, folded), forms)
    return found


def _base(key: str) -> str:
    """The stem of a word that looks as if it was a definite form; else the word itself."""
    base = key.removesuffix("et")
    return base if len(base) >= _SHORTEST else key


def _add_parts(words: Ord, parts: Iterable[str], decision: Decision) -> None:
    """For every word that holds a part, not first, its places under that part too, at half the weight."""
    cores = {fold(part): part for part in sorted(parts)}
    longest_first = sorted((core for core in cores if len(core) >= _SHORTEST), key=lambda core: (-len(core), core))
    pattern = re.compile(f"(?=({'|'.join(longest_first)}))")
    order = sorted(words)
    held = {(hit[1], key) for key in order for hit in pattern.finditer(key, _HALF) if hit[1]}
    added = [(core, {_form(core, cores): _lighter(words[key])}) for core, key in sorted(held.union(decision.ended))]
    added += [(core, forms) for core in decision.far for forms in _far(words, order, core, _form(core, cores))]
    for core, forms in added:
        _merge(words, core, forms)


def _form(core: str, cores: Mapping[str, str]) -> str:
    """How a part is printed, as forms are named."""
    return "" if core == cores[core] else cores[core]


def _far(words: Ord, order: list[str], core: str, form: str) -> Iterator[Former]:
    """The places of words that begin with a part, at half the weight, as they are too many to lie with it.

    Few of them need none: they lie in the chunk of the part, and Pagefind finds words by their beginnings. `order` are
    the words in order.
    """
    for forms in _longer(words, order, core):
        yield {form: _lighter(forms)}


def _longer(words: Ord, order: list[str], core: str) -> list[Former]:
    """The words that begin with a part and go on."""
    return [words[key] for key in _beginning(order, core) if key != core]


def _pages(forms: Former) -> int:
    """How many pages a word stands on, each of its forms counted by itself."""
    return sum(sokrader.pages(rows.packed) for pieces in forms.values() for rows, _ in pieces)


def _beginning(order: list[str], core: str) -> Iterable[str]:
    return takewhile(lambda key: key.startswith(core), islice(order, bisect_left(order, core), None))


def _lighter(forms: Former) -> list[Stycke]:
    return [(rows, _HALF) for form in sorted(forms) for rows, _ in forms[form]]


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
