"""A file of the content folder as it is met: what it counts as, and which record it should be, if any."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.records.disk import fault, files, read_bytes
from generator.records.fingerprint import file_sum, fingerprint
from generator.records.kinds import KINDS, UTKAST, kind_of
from generator.records.outcome import Task
from generator.workers import spread

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHARE = 500
"""Files that a process looks at at a time; with fewer, another process takes longer to begin than they take."""
_OPLACERAT = re.compile(r"(oplacerade/[a-z0-9-]+)\.yml")


@dataclass(frozen=True)
class Met:
    """A file: its path, the path below content/, its sum, and the record to read (`task`), or else its bytes.

    `data` is None where they can not be read, and where there is a record to read: an archive's texts together are
    large. `faults` say why no record can be read.
    """

    path: Path
    below: str
    summa: str
    data: bytes | None = None
    task: Task | None = None
    faults: tuple[Diagnostic, ...] = ()

    @property
    def draft(self) -> bool:
        """Whether it lies in utkast/."""
        return self.below.partition("/")[0] == UTKAST

    @property
    def name(self) -> str:
        """The path of the record that it is or would be."""
        return self.below.removeprefix(f"{UTKAST}/")


def meet(path: Path, root: Path) -> Met:
    """The file at a path below the folder."""
    data, trouble = read_bytes(path, root)
    met = Met(path, path.relative_to(root).as_posix(), file_sum(data, trouble), data, None, tuple(trouble))
    if data is None or not met.name.endswith(".yml"):
        return met
    found = _placed(met)
    if isinstance(found, Diagnostic):
        return Met(path, met.below, met.summa, data, None, (found,))
    return Met(path, met.below, met.summa, None, Task(str(path), *found, met.summa))


def meet_all(root: Path, arbetare: int = 1) -> tuple[Met, ...]:
    """Every file of the folder, in order of path, looked at by up to `arbetare` processes. Raises WorkerDied."""
    paths = sorted(files(root))
    shares = [paths[start : start + _SHARE] for start in range(0, len(paths), _SHARE)]
    found = spread(lambda share: [meet(path, root) for path in share], shares, arbetare)
    return tuple(met for share in found for met in share)


def folder_fingerprint(met: Iterable[Met]) -> str:
    """What `Innehall.avtryck` is where all of these files are read as they were met, as 64 hexadecimal digits."""
    return fingerprint({one.below: one.summa for one in met})


def unplaced_name(name: str) -> str | None:
    """The id of a draft without a place, by its path below utkast/; None for all other files."""
    found = _OPLACERAT.fullmatch(name)
    return found[1] if found else None


def _placed(met: Met) -> tuple[str, str] | Diagnostic:
    """The kind and id of the record that lies there, or why none can."""
    if met.draft and (unplaced := unplaced_name(met.name)):
        return "sammantrade", unplaced
    found = kind_of(met.name)
    if found is None:
        message = "ingen post kan ligga här under det namnet"
        places = ", ".join(kind.place for kind in KINDS)
        return fault(str(met.path), "R131", message, f"filnamn har a–z, 0–9 och bindestreck; platserna är {places}")
    if "<ÅÅÅÅ-MM-DD>" in found[0].place and (day := _DAY.search(found[1])):
        try:
            dt.date.fromisoformat(day.group())
        except ValueError:
            message = f"dagen {day.group()} i filnamnet finns inte i almanackan"
            return fault(str(met.path), "R136", message, "döp om filen till sammanträdets dag")
    return found[0].name, found[1]
