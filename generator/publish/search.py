"""The search index over the finished pages, made by Pagefind from their texts (``sokunderlag.py``).

Pagefind makes an index only as a whole, and holds in memory all that it indexes. So it is given the texts in shares
(``sokdelning.py``), what it has written of each is kept (``sokandel.py``), and one index is made of them
(``sokform.py``): a text that changes costs an index of its share.
"""

from __future__ import annotations

import errno
import subprocess
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable  # type: ignore[import-untyped]

from generator.diagnostics import Diagnostic
from generator.publish import sokandel
from generator.publish.below import files_below
from generator.publish.faults import fault, refuse
from generator.publish.kept import tidied
from generator.publish.memory import file_sum, key_of
from generator.publish.sokandel import Place, Share
from generator.publish.sokdelning import index_of, shares
from generator.publish.sokfiler import ENGINE, LANGUAGE
from generator.publish.sokform import pieces, write_index
from generator.publish.sokord import Decision, decide
from generator.publish.sokunderlag import write_texts
from generator.publish.write import link, remove
from generator.systemfel import why
from generator.views.delar.sokindex import LOPANDE
from generator.workers import spread

SHARE = 125
"""Pages that Pagefind is given at once, about: a page that changes costs that so many are read again."""
LARGE_SHARE = 1_000
"""The same for years that are over, where few change: the fewer shares, the sooner they are put together. So many take
Pagefind some 350 MB of memory."""
ENGINE_SIZE = 4_000_000
"""Bytes on the disk that Pagefind writes beside what it makes of the texts, amply counted."""
EARLIER = "fore"
"""How the names of the pages begin in an index beside the one with the engine; ``sok-index.js`` tells them apart so."""


@dataclass(frozen=True)
class Texts:
    """The texts of an index (``search_text``), by the address of their page: the sum of each, and the place of one.

    `program` is the sum of what makes the index.
    """

    sums: Mapping[str, str]
    at: Callable[[str], Path]
    program: str = ""


def build_search(site: Path, running_year: int | None = None) -> list[Diagnostic]:
    """Index the pages below `site`, those of years before the running one apart. An index without pages is not made."""
    with TemporaryDirectory(prefix="sok-") as folder:
        texts, kept = Path(folder) / "texter", Path(folder) / "andelar"
        names = write_texts(site, texts, partial(index_of, running_year=running_year))
        made = (build_index(texts_in(texts / name), site / name, kept / name, engine=name == LOPANDE) for name in names)
        return [fault for faults in made for fault in faults]


def texts_in(folder: Path) -> Texts:
    """All texts below a folder."""
    return Texts({name: file_sum(folder / name) for name in files_below(folder)}, folder.joinpath)


def build_index(
    texts: Texts, out: Path, kept: Path, *, engine: bool = True, workers: int = 1, share: int | None = None
) -> list[Diagnostic]:
    """Index the texts into the new folder `out`; of what is kept in `kept` all is used again that has not changed.

    An index that is searched beside another needs no `engine`: the program that searches in the browser. The index is
    the same however many `workers` (processes) make it, and whatever was kept. `share` is the number of pages that are
    indexed at once, if not what is usual. Raises OSError, WorkerDied, PublishError; ValueError, EOFError, zlib.error
    where Pagefind left files that are not whole.
    """
    named = shares(texts.sums, share or (SHARE if engine else LARGE_SHARE))
    places = [Place(kept / f"{number:03}", _key(texts, names)) for number, names in enumerate(named)]
    with TemporaryDirectory(prefix="sok-", dir=tidied(kept, {place.folder.name for place in places})) as folder:
        making = _Making(texts, named, places, Path(folder), workers)
        kept_before = list(spread(sokandel.known, places, workers))
        lacking = [number for number, one in enumerate(kept_before) if one is None]
        if failed := making.indexed(lacking):
            return [_told(out.name, failed)]
        made = iter(list(spread(making.adopted, lacking, workers)))
        known = [one or next(made) for one in kept_before]
        fields = sorted({field for one in known for field in one.fields})
        letters = making.rewritten(known, fields)
    write_index(pieces(places, known, letters), fields, out, LANGUAGE if engine else EARLIER, workers)
    for name in ENGINE if engine else ():
        link(places[0].written / name, out / name)
    return []


@dataclass(frozen=True)
class _Making:
    """The shares of an index on their way: the addresses and the place of each, and a `folder` for the time being."""

    texts: Texts
    named: Sequence[Sequence[str]]
    places: Sequence[Place]
    folder: Path
    workers: int

    def indexed(self, numbers: Sequence[int]) -> subprocess.CompletedProcess[str] | None:
        """Let Pagefind go through so many shares, several at a time; what it said of the first that failed."""
        threads = ThreadPoolExecutor(self.workers)
        try:
            return next((result for result in threads.map(self._indexed, numbers) if result.returncode != 0), None)
        finally:
            threads.shutdown(cancel_futures=True)

    def adopted(self, number: int) -> Share:
        """A share that Pagefind has been through, kept."""
        return sokandel.adopted(self._written(number), self.places[number])

    def rewritten(self, known: Sequence[Share], fields: list[str]) -> list[list[str]]:
        """See to it that the words of all shares are rewritten as those of all together ask for; their letters."""
        decisions = decide([one.words for one in known])
        jobs = [(number, known[number], decision) for number, decision in enumerate(decisions)]
        return list(spread(partial(self._rewritten, fields), jobs, self.workers))

    def _rewritten(self, fields: list[str], job: tuple[int, Share, Decision]) -> list[str]:
        number, share, decision = job
        place, folder = self.places[number], self.folder / f"{number}-ord"
        kept = sokandel.letters(place, decision, fields)
        return sokandel.rewritten(place, share, decision, fields, folder) if kept is None else kept

    def _written(self, number: int) -> Path:
        return self.folder / f"{number}-pagefind"

    def _indexed(self, number: int) -> subprocess.CompletedProcess[str]:
        folder = self.folder / str(number)
        for name in self.named[number]:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            link(self.texts.at(name), folder / name)
        _check_room(folder, self.workers)
        result = _run_pagefind(folder, self._written(number))
        remove(folder)
        return result


def _key(texts: Texts, names: Sequence[str]) -> str:
    return key_of(texts.program, *(word for name in names for word in (name, texts.sums[name])))


def _check_room(texts: Path, times: int) -> None:
    """Raise OSError where a disk is too full for so many indexes as large as that of the texts.

    Pagefind would leave files empty in silence.
    """
    needed = ENGINE_SIZE + sum((texts / name).stat().st_size for name in files_below(texts))
    if disk_usage(texts).free < times * needed:
        raise OSError(errno.ENOSPC, "no room for an index", str(texts))


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
