"""The search index over the finished pages, made by Pagefind from their texts (``sokunderlag.py``).

Pagefind holds in memory all that it indexes, so a large archive is given to it in shares, and what it has written is
put together and in canonical form (``sokform.py``).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable  # type: ignore[import-untyped]

from generator.diagnostics import Diagnostic
from generator.publish.faults import fault, refuse
from generator.publish.sokdelning import index_of
from generator.publish.sokform import LANGUAGE, write_index
from generator.publish.sokunderlag import write_texts
from generator.systemfel import why
from generator.views.delar.sokindex import LOPANDE

SHARE = 40_000_000
"""Bytes of text that Pagefind is given at once."""

ENGINE = ("pagefind.js", "pagefind-worker.js", f"wasm.{LANGUAGE}.pagefind")
EARLIER = "fore"
"""How the names of the pages begin in an index beside the one with the engine; ``sok.js`` tells them apart by it."""


def build_search(site: Path, running_year: int | None = None) -> list[Diagnostic]:
    """Index the pages below `site`, those of years before the running one apart. An index without pages is not made."""
    with TemporaryDirectory(prefix="sok-") as folder:
        texts = Path(folder)
        names = write_texts(site, texts, partial(index_of, running_year=running_year))
        made = (build_index(texts / name, site / name, engine=name == LOPANDE) for name in names)
        return [fault for faults in made for fault in faults]


def build_index(
    texts: Path, out: Path, *, engine: bool = True, workers: int = 1, share: int = SHARE
) -> list[Diagnostic]:
    """Index the texts below `texts` (``search_text``, each at the path of its page) into the new folder `out`.

    An index that is searched beside another needs no `engine`: the program that searches in the browser. The index is
    the same however many `workers` (processes) make it, and for whatever `share` (bytes) of the texts is indexed at
    once. Raises WorkerDied.
    """
    with TemporaryDirectory(prefix="sok-", dir=texts.parent) as folder:
        shares = []
        for number, paths in enumerate(_shares(texts, share)):
            shares.append(Path(folder) / f"{number}-index")
            result = _run_pagefind(_laid_out(texts, paths, Path(folder) / str(number)), shares[-1])
            if result.returncode != 0:
                return [_told(out.name, result)]
        write_index(shares, out, LANGUAGE if engine else EARLIER, workers)
        for name in ENGINE if engine else ():
            shutil.move(shares[0] / name, out / name)
    return []


def _shares(texts: Path, largest: int) -> Iterator[list[Path]]:
    """The texts in order, as many together as have `largest` bytes, or a single one that has more."""
    together: list[Path] = []
    size = 0
    for path in sorted(path for path in texts.rglob("*") if path.is_file()):
        bytes_ = path.stat().st_size
        if together and size + bytes_ > largest:
            yield together
            together, size = [], 0
        together.append(path)
        size += bytes_
    yield together


def _laid_out(texts: Path, paths: list[Path], folder: Path) -> Path:
    """Some of the texts in a folder of their own."""
    for path in paths:
        target = folder / path.relative_to(texts)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, target)
        except OSError:  # a disk without hard links
            shutil.copyfile(path, target)
    return folder


def _told(name: str, result: subprocess.CompletedProcess[str]) -> Diagnostic:
    """Why Pagefind made no index: it was killed, the machine had no memory for it, or what it says itself."""
    said = " ".join((result.stderr or result.stdout).split())
    if result.returncode < 0 or "memory allocation" in said:
        ended = "programmet Pagefind avslutades, oftast för att datorns minne tog slut"
        return fault(name, "P420", f"sökindexet blev inte gjort: {ended}", "stäng andra program och försök igen")
    return fault(name, "P420", f"Pagefind kunde inte göra sökindexet: {said or f'slutkod {result.returncode}'}")


def _run_pagefind(texts: Path, out: Path) -> subprocess.CompletedProcess[str]:
    options = ["--site", ".", "--output-path", str(out.resolve()), "--force-language", LANGUAGE]
    try:
        command = [str(get_executable()), *options, "--quiet"]
        # Pagefind also takes settings from the environment and from files where it runs: there shall be none.
        return subprocess.run(command, cwd=texts, env={}, capture_output=True, text=True, check=False)
    except OSError as error:
        cure = "hämta paketen på nytt: ta bort mappen .venv och kör kommandot igen"
        raise refuse(LOPANDE, "P421", f"programmet Pagefind gick inte att köra: {why(error)}", cure) from error
