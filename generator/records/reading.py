"""All record files of a folder read, by several processes, and only those that the cache does not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.records.cache import Cache, CacheUse, key, opened, writer
from generator.records.fingerprint import checksum
from generator.records.kinds import BY_NAME
from generator.records.load import load_from
from generator.records.origin import Origin
from generator.records.outcome import Outcome, Task, pack, unpack
from generator.systemfel import why
from generator.workers import spread

_FEW = 60
"""So few files are read sooner than a process is forked."""


def read_all(tasks: Sequence[Task], arbetare: int, folder: Path | None) -> tuple[list[Outcome], CacheUse | None]:
    """The outcome of each file in order, read by up to `arbetare` processes; `folder` is where the cache lies, if any.

    Raises WorkerDied, the cache being as it was.
    """
    if folder is None:
        return [unpack(one) for one in _fresh(tasks, arbetare)], None
    with opened(folder) as cache:
        return _read_with(cache, tasks, arbetare)


def _read_with(cache: Cache, tasks: Sequence[Task], arbetare: int) -> tuple[list[Outcome], CacheUse]:
    found = {one: outcome for one in tasks if (outcome := cache.get(one))}
    missing = [one for one in tasks if one not in found]
    unwritten = ""
    if missing or cache.damaged or cache.holds_more(tasks):
        with writer(cache) as new:
            for kept in cache.blobs(list(found)):
                new.add(*kept)
            for one, blob in zip(missing, _fresh(missing, arbetare), strict=True):
                found[one] = unpack(blob)
                new.add(key(replace(one, summa=found[one].summa)), blob)
        unwritten = why(new.failure) if new.failure else ""
    return [found[one] for one in tasks], CacheUse(len(tasks) - len(missing), len(missing), cache.damaged, unwritten)


def _fresh(tasks: Sequence[Task], arbetare: int) -> Iterator[bytes]:
    return spread(_packed, tasks, arbetare if len(tasks) >= _FEW else 1)


def _packed(task: Task) -> bytes:
    """The outcome as it is sent and kept; what is made of it is also smaller than what the model made."""
    return pack(_read(task))


def _read(task: Task) -> Outcome:
    """The file as it is now, also where it was another when it was met."""
    data, _ = Origin(task.path, task.summa, None).read()
    origin = Origin(task.path, checksum(data), None)
    record, faults = load_from(origin, data, BY_NAME[task.kind], task.id)
    return Outcome(record, tuple(faults), origin.summa)
