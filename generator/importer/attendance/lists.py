"""The lists of a record as they grow: rows in their lists, headings above the first row that they hold for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.archive.namn import normal
from generator.importer.attendance.lines import Why
from generator.importer.attendance.row import Row
from generator.importer.reading import Doubt, Reading
from generator.model.narvaro import Narvaro
from generator.model.narvarorad import Tolkning

Key = tuple[str, str]
"""``("narvaro", "beslutande")``: the part of the document, and the list in it."""
_FEW = 4
"""One row in so many may lack what the others have, before it seems that none needs it."""
ORDER: dict[str, tuple[str, ...]] = {
    "kallade": ("ledamoter", "ersattare", "ovriga"),
    "narvaro": tuple(Narvaro.model_fields),
}


@dataclass
class Lists:
    """The lists, the headings that stand above the next row, and what a person must look at."""

    rows: dict[Key, list[Any]] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    _above: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    _names: dict[Key, dict[str, int]] = field(default_factory=dict)
    _bare: dict[Key, list[tuple[int, int, Tolkning]]] = field(default_factory=dict)
    _elected: dict[Key, int] = field(default_factory=dict)

    def add(self, key: Key, row: Row) -> None:
        """A row at the end of a list, below the headings that hold for it; a row printed twice stands once."""
        rows = self.rows.setdefault(key, [])
        self._add_headings(key)
        if row.value in rows:
            self._doubt(key, rows.index(row.value), row.line, Why("Raden är tryckt två gånger i dokumentet."))
            return
        name = normal(row.read.namn) if row.read else ""
        place = len(rows)
        if name and name in self._names.setdefault(key, {}):
            self._doubt(key, place, row.line, Why("Samma namn står två gånger i listan."))
        self._names.setdefault(key, {}).setdefault(name, place)
        rows.append(row.value)
        self._note_body(key, place, row)
        for why in row.whys:
            self._doubt(key, place, row.line, why)

    def _add_headings(self, key: Key) -> None:
        before = self._above.get(key, ())
        if before == self.headings:
            return
        same = 0
        while same < min(len(before), len(self.headings)) and before[same] == self.headings[same]:
            same += 1
        self.rows[key].extend({"rubrik": text} for text in self.headings[same:])
        self._above[key] = self.headings

    def _note_body(self, key: Key, place: int, row: Row) -> None:
        if row.read is None or not row.read.parti:
            return
        self._elected[key] = self._elected.get(key, 0) + 1
        if not row.read.delar and not (isinstance(row.value, dict) and row.value.get("organisation")):
            self._bare.setdefault(key, []).append((place, row.line, row.read))

    def has_heading(self, key: Key) -> bool:
        """Whether the last rows of a list stand below a printed heading."""
        return bool(self._above.get(key))

    def without_body(self) -> Iterator[tuple[Key, int, int, Tolkning]]:
        """The few rows that name no organisation in lists where the others do: list, place, line and reading."""
        for key, rows in sorted(self._bare.items()):
            if len(rows) * _FEW <= self._elected[key]:
                yield from ((key, place, line, read) for place, line, read in rows)

    def doubt_row(self, key: Key, place: int, line: int, why: Why) -> None:
        """Something to look at in a row that stands in a list."""
        self._doubt(key, place, line, why)

    def _doubt(self, key: Key, place: int, line: int, why: Why) -> None:
        self.doubts.append(Doubt((*key, place), line, why.text, why.choices))

    def doubt(self, part: str, line: int, why: Why) -> None:
        """Something to look at that is no row."""
        self.doubts.append(Doubt((part,), line, why.text, why.choices))

    def find(self, name: str, part: str = "narvaro") -> tuple[Key, int] | None:
        """The row of a part that names exactly this person."""
        for (at, listed), names in self._names.items():
            if at == part and normal(name) in names:
                return (at, listed), names[normal(name)]
        return None

    def set_field(self, key: Key, place: int, value: tuple[str, str], line: int, why: Why) -> None:
        """A field of the long form put on a row that stands in a list."""
        row = self.rows[key][place]
        self.rows[key][place] = ({"rad": row} if isinstance(row, str) else row) | {value[0]: value[1]}
        self._doubt(key, place, line, why)

    def reading(self) -> Reading:
        """The lists in the order of the model, and the doubts in the order of print."""
        value = {
            part: {name: self.rows[part, name] for name in names if self.rows.get((part, name))}
            for part, names in ORDER.items()
        }
        doubts = sorted(self.doubts, key=lambda one: (one.line, str(one.path)))
        return Reading({part: lists for part, lists in value.items() if lists}, tuple(doubts))
