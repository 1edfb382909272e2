"""A copy of the project with an invented archive in it: whatever a measured command keeps is kept in there."""

from __future__ import annotations

import compileall
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.bench.make_archive import LAST_YEAR, make
from tests.bench.measured import MeasureError

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("generator", "site_overrides", "schema")
DATUM = f"{LAST_YEAR}-12-20"
ITEM = re.compile(r"(?m)^(?= {6}- nr: )")
DECISION = re.compile(r"(?m)(^ {8}beslut:\n {10}- text: >-\n +)(\S+)")


@dataclass(frozen=True)
class Projekt:
    """The copy in `mapp`, with records in content/ and everything built in build/."""

    mapp: Path
    ord: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def content(self) -> Path:
        """The records."""
        return self.mapp / "content"

    @property
    def build(self) -> Path:
        """All that commands leave behind, what they remember included."""
        return self.mapp / "build"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.build / "site"

    @property
    def docs(self) -> Path:
        """The Markdown that our build has left."""
        return self.build / "site.arbete" / "docs"

    def clean(self) -> None:
        """Forget everything that has been built."""
        shutil.rmtree(self.build, ignore_errors=True)

    def change(self, year: int) -> tuple[Path, str]:
        """Change one word of a beslut in a record of the year: the record, and the word that now stands there."""
        record, word = meeting_of(self.content, year), f"Mätord{next(self.ord)}"
        record.write_text(changed(record.read_text("utf-8"), word), encoding="utf-8")
        return record, word


def copied(folder: Path, meetings: int) -> Projekt:
    """The project with so many meetings, its code compiled, in a new folder."""
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    compileall.compile_dir(folder / "generator", quiet=2)
    project = Projekt(folder)
    make(project.content, meetings)
    return project


def years(content: Path) -> list[int]:
    """The years that have meetings, in order."""
    return sorted({int(path.name[:4]) for path in (content / "sammantraden").glob("*/*.yml")})


def meeting_of(content: Path, year: int) -> Path:
    """The meeting in the middle of a year that has a beslut to change."""
    records = sorted((content / "sammantraden").glob(f"*/{year}-*.yml"), key=lambda path: (path.name, path.parent.name))
    if with_decisions := [path for path in records if DECISION.search(path.read_text("utf-8"))]:
        return with_decisions[len(with_decisions) // 2]
    raise MeasureError(f"Inget möte {year} har ett beslut att ändra i.")


def changed(record: str, word: str) -> str:
    """The record with another first word in one beslut: that of the first § with a case, else of the first §."""
    items = ITEM.split(record)
    having = [number for number, item in enumerate(items) if DECISION.search(item)]
    chosen = next((number for number in having if "\n        arenden: " in items[number]), having[0])
    items[chosen] = DECISION.sub(lambda found: found[1] + word, items[chosen], count=1)
    return "".join(items)
