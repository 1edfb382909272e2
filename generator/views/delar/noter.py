"""Notes to a table: conclusions that many rows share, told once and numbered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from generator.archive.archive import Archive
from generator.model.harkomst import Harlett
from generator.views.delar.slutsatser import slutsatser


@dataclass
class Noter:
    """Conclusions in order of first use. A record may hold the same one for thirty seats: it is told once."""

    archive: Archive
    samlade: dict[Harlett, int] = field(default_factory=dict)

    def nummer(self, made: Iterable[Harlett], *falt: str) -> list[int]:
        """The numbers of the notes on the named fields, for the macro `notlankar`."""
        return [self.samlade.setdefault(one, len(self.samlade) + 1) for one in made if one.falt in falt]

    def rader(self) -> list[dict[str, Any]]:
        """The notes in order, for the macro `noter`."""
        told = slutsatser(self.archive, self.samlade)
        return [{**one, "nr": nr} for one, nr in zip(told, self.samlade.values(), strict=True)]
