"""Notes to a table of seats: conclusions that many rows share, told once and numbered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.archive.archive import Archive
from generator.model.harkomst import Harlett
from generator.model.organ import Mandat
from generator.views.delar.harkomst import harledning


@dataclass
class Noter:
    """Conclusions in order of first use. A record may hold the same one for thirty seats: it is told once."""

    archive: Archive
    samlade: dict[Harlett, int] = field(default_factory=dict)

    def nummer(self, mandat: Mandat, *falt: str) -> list[int]:
        """The numbers of the notes on the named fields of a seat, for the macro `lankar`."""
        return [self.samlade.setdefault(one, len(self.samlade) + 1) for one in mandat.harlett if one.falt in falt]

    def rader(self) -> list[dict[str, Any]]:
        """The notes in order, for the macro `noter`."""
        return [{**harledning(self.archive, Mandat, one), "nr": nr} for one, nr in self.samlade.items()]
