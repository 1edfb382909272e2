"""Rules on links in running text: that of records, and that of the pages that staff write in content/sidor/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.archive.rules.hanvisningar import brist, bruten_hanvisning
from generator.model.falt import PROSA
from generator.model.referens import LANK
from generator.model.walk import fields, strings
from generator.records.unplaced import Found

_MARKS = ("[[", "]]")


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
    for record in archive.records:
        for _, place, name, value in fields(record.data, PROSA):
            if isinstance(value, str) and not any(mark in value for mark in _MARKS):
                continue  # nearly all
            for loc, text in strings(value, (*place, name)):
                if found := _loose(text):
                    sign, nth = found
                    yield record.fault("R221", _message(sign), loc, cure=_CURE, needle=sign, nth=nth)
    for sheet in archive.sidor.values():
        if found := _loose(sheet.text):
            sign, nth = found
            yield sheet.fault("R221", _message(sign), sheet.find(sheet.whole, sign, nth), cure=_CURE)


_CURE = "skriv [[mål]] eller [[mål|text]] på en och samma rad"


def _message(sign: str) -> str:
    return f"länken är inte hel: här står {sign} utan sin motsvarighet"


def _loose(text: str) -> tuple[str, int] | None:
    """The first bracket outside a whole link, and which of its equals it is."""
    if "[[" not in text and "]]" not in text:
        return None
    rest = LANK.sub(lambda link: "\0" * len(link.group()), text)
    found = min(((rest.find(sign), sign) for sign in _MARKS if sign in rest), default=None)
    return (found[1], text.count(found[1], 0, found[0])) if found else None
