"""A share of the pages of an index: what Pagefind has written of it, and its words rewritten, kept between builds.

Pagefind numbers pages in the order in which a disk lists them; here they are numbered by their content. Both folders of
a share are a function of its texts, and of what its words have in common with those of the other shares.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path

import cbor2

from generator.publish import sokrader
from generator.publish.below import files_below
from generator.publish.kept import keep, opened
from generator.publish.memory import key_of
from generator.publish.sokfiler import ENGINE, ENTRY, LANGUAGE, decoded, unpacked
from generator.publish.sokord import Decision, Overview, improve, overview, read
from generator.publish.sokplatser import joined
from generator.publish.write import remove
from generator.views.delar.sokord import sokord


@dataclass(frozen=True)
class Place:
    """Where a share is kept: `folder`; `key` is the sum of the texts in it and of the program."""

    folder: Path
    key: str

    @property
    def written(self) -> Path:
        """What Pagefind has written: ``fragment/`` (a file for each page), ``index/`` (words), and the engine."""
        return self.folder / "pagefind"

    @property
    def words(self) -> Path:
        """The words, rewritten: a file for each letter that some begin with."""
        return self.folder / "ord"

    def text(self, page: str) -> Path:
        """Where the text of a page lies, by its name."""
        return _text(self.written, page)


@dataclass(frozen=True)
class Share:
    """What there is to know of a share that Pagefind has been through.

    `pages` are number of words, sum and name of each page's text, in order; `numbers` are their new numbers by the old.
    `filters` have the pages of each value by name, `fields` are the names of facts. `entry` is the way in to an index.
    """

    entry: dict[str, object]
    pages: list[tuple[int, str, str]]
    numbers: list[int]
    filters: dict[str, dict[str, list[int]]]
    fields: list[str]
    words: Overview


def known(place: Place) -> Share | None:
    """A share that is kept; None where there is none that is whole and of the same texts."""
    about = opened(place.written, place.key)
    return about and Share(**{**about, "words": Overview(**about["words"])})


def adopted(folder: Path, place: Place) -> Share:
    """Keep what Pagefind has written in `folder`. Raises ValueError, EOFError, OSError, zlib.error: it is not whole."""
    if any((folder / path).stat().st_size == 0 for path in files_below(folder)):
        raise ValueError("a file of the index is empty")
    entry = json.loads((folder / ENTRY).read_bytes())
    _, pages, chunks, filters, _, fields = decoded(folder / f"pagefind.{entry['languages'][LANGUAGE]['hash']}.pf_meta")
    order = sorted((words, _sum(_text(folder, page)), page) for page, words in pages)
    place_of = {page: number for number, (_, _, page) in enumerate(order)}
    numbers = [place_of[page] for page, _ in pages]
    values = {name: _filter(folder / "filter" / f"{file}.pf_filter", numbers) for name, file in filters}
    words = read(_chunks(folder, [file for _, _, file in chunks]), _as_they_are)
    share = Share(entry, order, numbers, values, fields, overview(words, sokord().delar))
    for path in list(files_below(folder)):
        if not path.startswith(("fragment/", "index/")) and path not in ENGINE:
            remove(folder / path)
    keep(folder, place.written, place.key, asdict(share))
    return share


def letters(place: Place, decision: Decision, fields: list[str]) -> list[str] | None:
    """What the words begin with that have been rewritten so; None where they have not, or are not whole."""
    found: list[str] | None = opened(place.words, _key(place, decision, fields))
    return found


def rewritten(place: Place, share: Share, decision: Decision, fields: list[str], folder: Path) -> list[str]:
    """Rewrite the words of a share, in the new folder `folder`, and keep them; the letters that some begin with.

    `fields` are the names of the facts of all shares.
    """
    files = [path.name.removesuffix(".pf_index") for path in sorted((place.written / "index").iterdir())]
    new_fields = [fields.index(field) for field in share.fields]
    renumbered = partial(sokrader.renumbered, pages=share.numbers, fields=new_fields)
    words = improve(read(_chunks(place.written, files), renumbered), sokord().delar, decision)
    folder.mkdir()
    found = []
    for letter, keys in groupby(sorted(words), itemgetter(0)):
        rows = [(key, form, joined(words[key][form])) for key in keys for form in sorted(words[key])]
        (folder / _file(letter)).write_bytes(cbor2.dumps(rows))
        found.append(letter)
    keep(folder, place.words, _key(place, decision, fields), found)
    return found


def runs(place: Place, letter: str) -> list[tuple[str, str, sokrader.Run]]:
    """The rewritten words that begin with a letter: word, form, and its rows."""
    found: list[tuple[str, str, sokrader.Run]] = cbor2.loads((place.words / _file(letter)).read_bytes())
    return found


def _as_they_are(rows: bytes) -> sokrader.Rows:
    """Rows of which nothing is asked but how many pages they are of."""
    return sokrader.Rows(rows, last=0)


def _file(letter: str) -> str:
    return f"{ord(letter):x}"


def _key(place: Place, decision: Decision, fields: list[str]) -> str:
    return key_of(place.key, *decision.folded, "", *decision.far, "", *chain.from_iterable(decision.ended), "", *fields)


def _text(folder: Path, page: str) -> Path:
    return folder / "fragment" / f"{page}.pf_fragment"


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _filter(path: Path, numbers: list[int]) -> dict[str, list[int]]:
    return {value: sorted(numbers[page] for page in pages) for value, pages in decoded(path)[1]}


def _chunks(folder: Path, files: Iterable[str]) -> Iterator[bytes]:
    return (unpacked(folder / "index" / f"{file}.pf_index") for file in files)
