"""What speaks against a document as read: no items in a protokoll, §§ that stayed in the text, text that is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.importer.coverage import coverage
from generator.importer.extract.line import Line
from generator.importer.layout.segments import Segment
from generator.importer.reading import Doubt
from generator.svenska import listing

_SIGN = re.compile(r'(?:[A-ZÅÄÖ]\w{0,5}[ -]?)?§\s?\S{1,12}(?:\s+["”(A-ZÅÄÖ].*)?|\d{1,4}\S{0,5}\s?§(?:\s+[A-ZÅÄÖ].*)?')
_HAVE_ITEMS = frozenset({"protokoll", "protokollsutdrag"})
_SAY_OTHERS = frozenset({"underlag", "skickas_till", "tidigare_behandling", "dagordning", "omfattar", "underskrifter"})
_FEW = 2
_LISTED = 4
_LONGEST = 90
_ENOUGH = 0.85


def speaks_against(
    segments: Sequence[Segment], lines: Sequence[Line], value: dict[str, Any], labels: Sequence[str]
) -> Iterator[Doubt]:
    """Doubts about a document as a whole. `value` is what was read of it, `lines` its text without furniture."""
    dokument = value["dokument"]
    if dokument.get("slag") in _HAVE_ITEMS and not dokument.get("punkter"):
        yield Doubt(("dokument",), 0, "Ingen paragraf är läst. Beslut och text måste föras in för hand.")
    left = _signs_left(segments)
    if len(left) >= _FEW:
        listed = listing([f"”{line.text}” (rad {line.number})" for line in left[:_LISTED]])
        more = f" och {len(left) - _LISTED} till" if len(left) > _LISTED else ""
        why = f"{len(left)} rader ser ut som paragrafer men är lästa som text: {listed}{more}."
        yield Doubt(("dokument",), left[0].number, why)
    found = coverage(lines, value, labels)
    if found.share < _ENOUGH:
        yield Doubt(("dokument",), 0, f"Mycket av dokumentet är inte med: bara {found.text()} finns i posten.")


def _signs_left(segments: Sequence[Segment]) -> list[Line]:
    """Lines that begin with a § and a large letter after it, and begin no item."""
    return [
        line
        for segment in segments
        if segment.falt not in _SAY_OTHERS
        for line in segment.lines
        if len(line.text) <= _LONGEST and line.number != segment.start.number and _SIGN.fullmatch(line.text)
    ]
