"""An index in canonical form, put together of the shares of its pages (``sokandel.py``).

Pages are numbered share after share, so the places of a word are those of each share, one after the other. Filters are
sorted and files are named by what they hold. Words are packed in smaller chunks than Pagefind's, which is what readers
download to find a word.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any

import cbor2

from generator.publish.sokandel import Place, Share, runs
from generator.publish.sokfiler import ENTRY, LANGUAGE, short, written
from generator.publish.sokord import chunks
from generator.publish.sokplatser import continued
from generator.publish.sokrader import Run
from generator.publish.write import link
from generator.workers import spread

CHUNK = 16_000
_FIGURES = 4
"""Binary figures of a number of words."""


@dataclass(frozen=True)
class Piece:
    """A share in its index: what is known of it, what its words begin with, and the number of its first page."""

    place: Place
    share: Share
    letters: Sequence[str]
    base: int


def pieces(places: Sequence[Place], shares: Sequence[Share], letters: Sequence[Sequence[str]]) -> list[Piece]:
    """The shares in their order, their pages numbered through."""
    bases = accumulate((len(share.pages) for share in shares), initial=0)
    return [Piece(*one) for one in zip(places, shares, letters, bases, strict=False)]


def write_index(found: Sequence[Piece], fields: list[str], out: Path, name: str, workers: int) -> None:
    """Make one index of shares in the new folder `out`. The names of its pages begin with `name`."""
    for kind in ("fragment", "index", "filter"):
        (out / kind).mkdir(parents=True)
    pages = [page for piece in found for page in _pages(piece, out / "fragment", name)]
    words = _words(found, out / "index", workers)
    names = sorted({key for piece in found for key in piece.share.filters})
    filters = [[key, written(out / "filter", "{}.pf_filter", cbor2.dumps([key, _filter(found, key)]))] for key in names]
    entry: dict[str, Any] = found[0].share.entry
    content = cbor2.dumps([entry["version"], pages, words, filters, [], fields])
    entry["languages"][LANGUAGE] |= {"page_count": len(pages), "hash": written(out, "pagefind.{}.pf_meta", content)}
    told = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (out / ENTRY).write_text(told, encoding="utf-8")


def _pages(piece: Piece, folder: Path, name: str) -> Iterable[list[Any]]:
    """Lay out the texts of the pages of a share: the name of each, and its number of words.

    Every reader who searches downloads the list, so it is such as packs well: by number of words, with numbers in
    sequence for names, and no finer numbers of words than ranking has any use for. What names begin with changes with
    any page of the share, so that no browser has an old page by that name.
    """
    version = short("".join([str(piece.base), *(sum_ for _, sum_, _ in piece.share.pages)]).encode())
    for number, (words, _, page) in enumerate(piece.share.pages, piece.base):
        new = f"{name}_{version}{number:04x}"
        link(piece.place.text(page), folder / f"{new}.pf_fragment")
        yield [new, roughly(words)]


def roughly(words: int) -> int:
    """A number of words within a sixteenth of what it is: long pages weigh less than short ones, and no more is asked.

    So many pages have the same number that their list is half as large.
    """
    spare = max(0, words.bit_length() - _FIGURES)
    return (words + (1 << spare >> 1)) >> spare << spare


def _filter(found: Sequence[Piece], name: str) -> list[list[Any]]:
    """The pages of each value of a filter."""
    values: dict[str, list[int]] = {}
    for piece in found:
        for value, pages in piece.share.filters.get(name, {}).items():
            values.setdefault(value, []).extend(piece.base + page for page in pages)
    return [[value, pages] for value, pages in sorted(values.items())]


def _words(found: Sequence[Piece], folder: Path, workers: int) -> list[list[str]]:
    """Write the words; the first word, the last word and the name of each chunk.

    Words with one first letter are the work of one worker, so the chunks are the same however many there are.
    """
    letters = sorted({letter for piece in found for letter in piece.letters})
    return [chunk for made in spread(partial(_letter, found, folder), letters, workers) for chunk in made]


def _letter(found: Sequence[Piece], folder: Path, letter: str) -> list[list[str]]:
    words: dict[str, dict[str, list[tuple[int, Run]]]] = {}
    for piece in found:
        if letter in piece.letters:
            for key, form, run in runs(piece.place, letter):
                words.setdefault(key, {}).setdefault(form, []).append((piece.base, run))
    packed = ((key, {form: continued(words[key][form]) for form in words[key]}) for key in sorted(words))
    return [[first, last, written(folder, "{}.pf_index", chunk)] for first, last, chunk in chunks(packed, CHUNK)]
