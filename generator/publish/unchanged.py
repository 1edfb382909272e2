"""Whether there is anything to build at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.publish.addresses import file_of
from generator.publish.below import files_below
from generator.publish.memory import Memory, holds, noted, remembered
from generator.publish.workplace import workplace_of

SOURCE = "kalla"


def unchanged(out: Path, source: Callable[[], str]) -> bool:
    """Whether the site at `out` is the one that a build would make now, and whole.

    `source` gives the sum of all that a site is made from, as it was given to `publish`; it is asked for only where
    there is a site that remembers its own. After a build that was broken off there is something to tidy.
    """
    out = out.resolve()
    work = workplace_of(out)
    made_from = noted(work.folder, SOURCE) if out.is_dir() and not work.broken_off else ""
    if not made_from or made_from != source():
        return False
    memory = remembered(work.folder)
    if memory.lost:
        return False
    wanted = dict(_wanted(memory))
    found = list(files_below(out))
    return len(found) == len(wanted) and all(holds(out / path, *wanted.get(path, ("", ""))) for path in found)


def _wanted(memory: Memory) -> Iterator[tuple[str, tuple[str, str]]]:
    """The sum of every file of the site, and the state in which it had it."""
    yield from ((path, (made.sum, made.state)) for path, made in memory.files.items())
    yield from ((file_of(path), (made.html, made.state)) for path, made in memory.pages.items())
