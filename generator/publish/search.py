"""The search index over the finished pages, made by Pagefind and then put in canonical form.

Only pages whose body carries `data-pagefind-body` are indexed (front matter `sok: true`), without what stands in the
margin (``sokunderlag.py``). Pagefind writes filters and their values in random order, so two builds of one site would
differ; `canonicalise` sorts them and names the files by their new content. On the way the words are improved for
Swedish (``sokord.py``) and packed in smaller chunks, which is what readers download to find a word.
"""

from __future__ import annotations

import hashlib
import json
import struct
import subprocess
import zlib
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cbor2
from pagefind_bin import get_executable  # type: ignore[import-untyped]

from generator.diagnostics import Diagnostic
from generator.publish import sokord
from generator.publish.faults import fault, refuse
from generator.publish.sokdelning import index_of
from generator.publish.sokunderlag import write_texts
from generator.views.delar.sokindex import LOPANDE
from generator.views.delar.sokord import sokord as word_lists
from generator.workers import spread

MAGIC = b"pagefind_dcd"
CHUNK = 16_000
LANGUAGE = "sv"
HASH = 10
LEVEL = 6  # the hardest takes twice as long and saves a reader 0.4 %
UNUSED = (
    "wasm.unknown.pagefind",
    "pagefind-component-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-ui.*",
    "pagefind-highlight.js",
)
ENGINE = ("pagefind.js", "pagefind-worker.js", "wasm.*.pagefind")


def build_search(site: Path, running_year: int | None = None) -> list[Diagnostic]:
    """Index the pages below `site`, those of years before the running one apart. An index without pages is not made."""
    with TemporaryDirectory(prefix="sok-") as folder:
        texts = Path(folder)
        names = write_texts(site, texts, partial(index_of, running_year=running_year))
        made = (build_index(texts / name, site / name, engine=name == LOPANDE) for name in names)
        return [fault for faults in made for fault in faults]


def build_index(texts: Path, out: Path, *, engine: bool = True, workers: int = 1) -> list[Diagnostic]:
    """Index the texts below `texts` (``search_text``, each at the path of its page) into `out`, in canonical form.

    An index that is searched beside another needs no `engine`: the program that searches in the browser. The index is
    the same however many `workers` (processes) make it. Raises WorkerDied.
    """
    result = _run_pagefind(texts, out)
    if result.returncode != 0:
        said = " ".join((result.stderr or result.stdout).split()) or f"slutkod {result.returncode}"
        return [fault(out.name, "P420", f"Pagefind kunde inte göra sökindexet: {said}")]
    for pattern in UNUSED if engine else (*UNUSED, *ENGINE):
        for path in out.glob(pattern):
            path.unlink()
    canonicalise(out, workers)
    return []


def _run_pagefind(texts: Path, out: Path) -> subprocess.CompletedProcess[str]:
    options = ["--site", ".", "--output-path", str(out.resolve()), "--force-language", LANGUAGE]
    try:
        command = [str(get_executable()), *options, "--quiet"]
        # Pagefind also takes settings from the environment and from files where it runs: there shall be none.
        return subprocess.run(command, cwd=texts, env={}, capture_output=True, text=True, check=False)
    except OSError as error:
        raise refuse(LOPANDE, "P421", f"Pagefind gick inte att köra: {error.strerror}") from error


def canonicalise(folder: Path, workers: int = 1) -> None:
    """Give the index one form: sorted filters, and file names from content."""
    renamed = dict(_canonical_filter(path) for path in sorted(folder.glob("filter/*.pf_filter")))
    entry_path = folder / "pagefind-entry.json"
    entry = json.loads(entry_path.read_bytes())
    for name, language in entry["languages"].items():
        language["hash"] = _canonical_meta(folder, name, language["hash"], renamed, workers)
    entry_path.write_text(
        json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")), encoding="utf-8"
    )


def _canonical_filter(path: Path) -> tuple[str, str]:
    """Rewrite one filter with its values in order; the old and the new hash."""
    name, values = _decode(path)
    return path.stem, _replace(path, [name, sorted(values)], "{}.pf_filter", path.stem)


def _canonical_meta(folder: Path, language: str, old: str, filters: dict[str, str], workers: int) -> str:
    """Rewrite the list of pages, chunks and filters of a language; the new hash."""
    path = folder / f"pagefind.{old}.pf_meta"
    version, pages, chunks, named, sorts, fields = _decode(path)
    chunks = _improved_words(folder / "index", [hash_ for _, _, hash_ in chunks], workers)
    content = [version, pages, chunks, sorted([name, filters[hash_]] for name, hash_ in named), sorted(sorts), fields]
    return _replace(path, content, "pagefind.{}.pf_meta", f"{language}_{old.rpartition('_')[2]}")


def _improved_words(folder: Path, old: list[str], workers: int) -> list[list[str]]:
    """Rewrite the words of the index; the first word, the last word and the hash of each new chunk.

    Words with one first letter are the work of one worker, so the chunks are the same however many there are.
    """
    paths = [folder / f"{name}.pf_index" for name in sorted(old)]
    words = sokord.improve(sokord.read(_unpacked(path) for path in paths), word_lists().delar)
    for path in paths:
        path.unlink()
    tasks = [list(keys) for _, keys in groupby(sorted(words), key=itemgetter(0))]
    return [chunk for made in spread(partial(_written_words, folder, words), tasks, workers) for chunk in made]


def _written_words(folder: Path, words: sokord.Ord, keys: list[str]) -> list[list[str]]:
    return [[first, last, _written(folder, chunk)] for first, last, chunk in sokord.chunks(words, keys, CHUNK)]


def _written(folder: Path, chunk: bytes) -> str:
    raw = MAGIC + chunk
    name = f"{LANGUAGE}_{hashlib.sha256(raw).hexdigest()[:HASH]}"
    (folder / f"{name}.pf_index").write_bytes(gzipped(raw))
    return name


def _replace(path: Path, content: object, pattern: str, old: str) -> str:
    """Write `content` under a hash of itself, as long as the old one, in the place of `path`; the new hash."""
    raw = MAGIC + cbor2.dumps(content)
    language, _, digits = old.rpartition("_")
    new = f"{language}_{hashlib.sha256(raw).hexdigest()[: len(digits)]}"
    path.unlink()
    path.with_name(pattern.format(new)).write_bytes(gzipped(raw))
    return new


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
