"""Outcomes of earlier readings, kept in one file of a folder.

An outcome depends on a file's bytes, its path, its kind and name, and on the program: it is found by all of them. What
is wrong with the cache stops nothing. A file that is damaged, or that another version of the program made, is passed
over and written anew, and where it can not be written the next reading will take as long as this one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.records.outcome import Outcome, Task, unpack
from generator.records.pack import Damaged, Foreign, Pack, PackWriter
from generator.records.program import program_sum

FIL = "poster.pack"


@dataclass(frozen=True)
class CacheUse:
    """How a cache served: files found in it and not, if it was damaged, and why it was not written (else empty)."""

    hits: int
    misses: int
    damaged: bool = False
    unwritten: str = ""


class Cache:
    """The cache of a folder, open for reading; made by `opened`."""

    def __init__(self, path: Path) -> None:
        self.path, self.program = path, program_sum()
        self.damaged = False
        self._pack: Pack | None = None
        try:
            self._pack = Pack(path, self.program)
        except (Foreign, FileNotFoundError, NotADirectoryError):
            pass
        except (Damaged, OSError):
            self.damaged = True

    def get(self, task: Task) -> Outcome | None:
        """The outcome of the file as it was met; None where it has not been read before."""
        name = key(task)
        if self._pack is None or name not in self._pack.names:
            return None
        try:
            return unpack(self._pack.get(name))
        except (Damaged, OSError, ValueError):
            self.damaged = True
            return None

    def blobs(self, tasks: Sequence[Task]) -> Iterator[tuple[bytes, bytes, bytes]]:
        """The outcomes of files that were found, as they are kept: the key, the bytes and the sum of each."""
        for one in tasks:
            if self._pack:
                yield key(one), *self._pack.kept(key(one))

    def holds_more(self, tasks: Sequence[Task]) -> bool:
        """Whether something is kept that none of the files needs."""
        return self._pack is not None and not self._pack.names <= {key(one) for one in tasks}

    def close(self) -> None:
        """Nothing more is read."""
        if self._pack:
            self._pack.close()


@contextmanager
def opened(folder: Path) -> Iterator[Cache]:
    """The cache that lies in a folder, empty where none does. Never raises for what lies there."""
    cache = Cache(folder / FIL)
    try:
        yield cache
    finally:
        cache.close()


def writer(cache: Cache) -> PackWriter:
    """A new file in the place of the cache's own."""
    return PackWriter(cache.path, cache.program)


def key(task: Task) -> bytes:
    """What an outcome is kept under: all that it depends on but the program."""
    parts = (task.summa, task.kind, task.id, task.path)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).digest()
