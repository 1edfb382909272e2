"""Files whose names differ in case alone, which some disks can not hold beside each other."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.records.disk import fault
from generator.records.kinds import UTKAST, kind_of


def case_twins(root: Path, paths: list[Path]) -> tuple[list[Diagnostic], set[str]]:
    """A fault for each file whose name differs from another's in case alone, and the names of those files."""
    groups: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        name = path.relative_to(root).as_posix()
        groups[unicodedata.normalize("NFC", name).casefold()].append(name)
    faults, doubles = [], set()
    for names in groups.values():
        kept, *others = sorted(names, key=lambda name: (kind_of(name.removeprefix(f"{UTKAST}/")) is None, name))
        for name in others:
            message = f"filen skiljer sig bara i stora och små bokstäver från {kept}"
            faults.append(
                fault(
                    str(root / name), "R133", message, "slå ihop dem eller döp om den ena; bara små bokstäver används"
                )
            )
            doubles.add(name)
    return faults, doubles
