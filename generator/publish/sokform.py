"""What Pagefind has written, in canonical form: one index of one or several shares of the pages.

Pagefind numbers pages in the order in which a disk lists them, and writes filters in random order, so two builds of one
site would differ. Here pages are numbered by their content, filters are sorted, and files are named by what they hold.
On the way the words are improved for Swedish (``sokord.py``) and packed in smaller chunks, which is what readers
download to find a word.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import cbor2

from generator.publish import sokord, sokrader
from generator.publish.faults import refuse
from generator.views.delar.sokord import sokord as word_lists
from generator.workers import spread

LANGUAGE = "sv"
MAGIC = b"pagefind_dcd"
CHUNK = 16_000
LEVEL = 6  # the hardest takes twice as long and saves a reader 0.4 %
HASH = 7
ENTRY = "pagefind-entry.json"


@dataclass(frozen=True)
class Share:
    """What Pagefind has written of a share of the pages: its folder, and what its list of contents says.

    `pages` are names with numbers of words, `chunks` names of files, `filters` files by name; `fields` are the names of
    facts.
    """

    folder: Path
    pages: list[tuple[str, int]]
    chunks: list[str]
    filters: dict[str, str]
    fields: list[str]

    def text(self, page: str) -> Path:
        """Where the text of a page lies."""
        return self.folder / "fragment" / f"{page}.pf_fragment"


def write_index(shares: Sequence[Path], out: Path, name: str, workers: int) -> None:
    """Make one index of what Pagefind has written in the folders `shares`, in the new folder `out`.

    The names of its pages begin with `name`.
    """
    read = [_share(folder) for folder in shares]
    for kind in ("fragment", "index", "filter"):
        (out / kind).mkdir(parents=True)
    pages, numbers = _pages(read, out, name)
    fields = sorted({field for share in read for field in share.fields})
    chunks = _words(read, numbers, fields, out / "index", workers)
    filters = [
        [name, _filter(read, numbers, name, out)] for name in sorted({key for one in read for key in one.filters})
    ]
    entry = json.loads((shares[0] / ENTRY).read_bytes())
    content = [entry["version"], pages, chunks, filters, [], fields]
    entry["languages"][LANGUAGE] |= {"page_count": len(pages), "hash": _written(out, "pagefind.{}.pf_meta", content)}
    told = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (out / ENTRY).write_text(told, encoding="utf-8")


def _share(folder: Path) -> Share:
    entry = json.loads((folder / ENTRY).read_bytes())
    _, pages, chunks, filters, _, fields = _decode(folder / f"pagefind.{entry['languages'][LANGUAGE]['hash']}.pf_meta")
    return Share(folder, pages, [name for _, _, name in chunks], dict(filters), fields)


def _pages(shares: Sequence[Share], out: Path, name: str) -> tuple[list[list[Any]], list[list[int]]]:
    """Move the texts of the pages; the list of all pages in their new order, and for each share its pages' numbers.

    Every reader who searches downloads the list, so it is such as packs well: by number of words, with numbers in
    sequence for names. What they begin with changes with any page, so that no browser has an old page by that name.
    """
    found = [[(words, _sum(share.text(page))) for page, words in share.pages] for share in shares]
    order = sorted(one for some in found for one in some)
    version = hashlib.sha256("".join(sum_ for _, sum_ in order).encode()).hexdigest()[:HASH]
    place = {one: number for number, one in enumerate(order)}
    numbers = [[place[one] for one in some] for some in found]
    names = [f"{name}_{version}{number:04x}" for number in range(len(order))]
    for share, new in zip(shares, numbers, strict=True):
        for (page, _), number in zip(share.pages, new, strict=True):
            share.text(page).rename(out / "fragment" / f"{names[number]}.pf_fragment")
    return [[one, words] for one, (words, _) in zip(names, order, strict=True)], numbers


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _filter(shares: Sequence[Share], numbers: list[list[int]], name: str, out: Path) -> str:
    """Write the pages of each value of a filter; its name."""
    values: dict[str, list[int]] = {}
    for share, new in zip(shares, numbers, strict=True):
        if name in share.filters:
            for value, pages in _decode(share.folder / "filter" / f"{share.filters[name]}.pf_filter")[1]:
                values.setdefault(value, []).extend(new[page] for page in pages)
    content = [name, [[value, sorted(pages)] for value, pages in sorted(values.items())]]
    return _written(out / "filter", "{}.pf_filter", content)


def _words(
    shares: Sequence[Share], numbers: list[list[int]], fields: list[str], folder: Path, workers: int
) -> list[list[str]]:
    """Write the words; the first word, the last word and the name of each chunk.

    Words with one first letter are the work of one worker, so the chunks are the same however many there are.
    """
    old = [
        (share.folder / "index" / f"{chunk}.pf_index", new, [fields.index(field) for field in share.fields])
        for share, new in zip(shares, numbers, strict=True)
        for chunk in sorted(share.chunks)
    ]
    words = sokord.improve(sokord.read(spread(_read_words, old, workers)), word_lists().delar)
    tasks = [list(keys) for _, keys in groupby(sorted(words), key=itemgetter(0))]
    return [chunk for made in spread(partial(_written_words, folder, words), tasks, workers) for chunk in made]


def _read_words(old: tuple[Path, list[int], list[int]]) -> list[tuple[str, sokrader.Forms]]:
    path, pages, fields = old
    return [
        (key, {form: sokrader.renumbered(rows, pages, fields) for form, rows in forms.items()})
        for key, forms in sokrader.words(_unpacked(path))
    ]


def _written_words(folder: Path, words: sokord.Ord, keys: list[str]) -> list[list[str]]:
    return [
        [first, last, _file(folder, "{}.pf_index", chunk)] for first, last, chunk in sokord.chunks(words, keys, CHUNK)
    ]


def _written(folder: Path, pattern: str, content: object) -> str:
    return _file(folder, pattern, cbor2.dumps(content))


def _file(folder: Path, pattern: str, data: bytes) -> str:
    """Write a file named by its content; what it is called in lists."""
    raw = MAGIC + data
    name = f"{LANGUAGE}_{hashlib.sha256(raw).hexdigest()[:HASH]}"
    (folder / pattern.format(name)).write_bytes(gzipped(raw))
    return name


def _decode(path: Path) -> Any:
    return cbor2.loads(_unpacked(path))


def _unpacked(path: Path) -> bytes:
    raw = zlib.decompress(path.read_bytes(), wbits=zlib.MAX_WBITS | 16)
    if not raw.startswith(MAGIC):
        name = f"{path.parent.name}/{path.name}"
        raise refuse(name, "P422", "sökindexet har en form som den här versionen inte känner")
    return raw[len(MAGIC) :]


def gzipped(data: bytes) -> bytes:
    """Gzip with a header that says nothing of when and where: no time, unknown system."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(data) + packer.flush()
    header = b"\x1f\x8b\x08\x00" + b"\x00" * 4 + b"\x02\xff"
    return header + body + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)
