"""Rules on links in running text: that of records, and that of the pages that staff write in content/sidor/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.archive.graph import HALV
from generator.archive.prosa import halv_lank
from generator.archive.rules.hanvisningar import brist, bruten_hanvisning
from generator.records.unplaced import Found


def bruten_lank(archive: Archive) -> Iterator[Found]:
    """A link in running text that leads nowhere. Fel: it cannot be published."""
    yield from bruten_hanvisning(archive, "prosa")
    for sheet in archive.sidor.values():
        seen: Counter[str] = Counter()
        for piece in archive.lankare.stycken(sheet.text):
            found = brist(archive, archive.register.sla_upp(piece.mal)) if piece.mal is not None else None
            if found:
                problem, cure = found
                yield sheet.fault("R207", problem, sheet.find(sheet.whole, piece.ratext, seen[piece.ratext]), cure=cure)
            seen[piece.ratext] += 1


def trasig_lank(archive: Archive) -> Iterator[Found]:
    """Brackets in running text that do not make a link. Fel: the reader would see the brackets."""
    for edge in archive.kanter:
        if edge.slag == HALV:
            yield edge.record.fault(
                "R221", _message(edge.needle), edge.loc, cure=_CURE, needle=edge.needle, nth=edge.nth
            )
    for sheet in archive.sidor.values():
        if found := halv_lank(sheet.text):
            sign, nth = found
            yield sheet.fault("R221", _message(sign), sheet.find(sheet.whole, sign, nth), cure=_CURE)


_CURE = "skriv [[mål]] eller [[mål|text]] på en och samma rad"


def _message(sign: str) -> str:
    return f"länken är inte hel: här står {sign} utan sin motsvarighet"
