"""The stretches of an item made ready to read: where a beslut begins, where a short label ends, what is signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.items.blocks import Piece
from generator.importer.printed.chunks import chunks
from generator.importer.printed.words import patterns

DECISIONS = ("forslag", "beslut", "stallningstagande")
"""The rows whose stretches hold satser."""

ENDS_AT_HEADING = frozenset(
    {*DECISIONS, "yrkanden", "reservation", "anteckning", "sarskilt_yttrande", "jav", "deltar_inte"}
)
"""The rows whose stretches hold sentences only: an unknown heading ends them."""

ENDS_AT_STYLE = frozenset({"underlag", "skickas_till", "foredragande"})
"""The rows whose stretches are lists of short lines: a heading ends them where it is printed as one."""

_ENDS_WITH_PARAGRAPH = frozenset({*DECISIONS, "foredragande", "jav", "justering", "deltar_inte"})
_LEAD_HEADING = re.compile(r"beslutar$", re.IGNORECASE)


def own_decisions(pieces: Sequence[Piece]) -> list[Piece]:
    """The stretches, with ``Kommunstyrelsen beslutar`` put where it belongs.

    Such a line is the beginning of the beslut, but below a förslag that has nothing yet, or where a heading Beslut
    comes later, of the förslag.
    """
    out: list[Piece] = []
    for place, piece in enumerate(pieces):
        if piece.falt != "beslut" or not _LEAD_HEADING.search(piece.rubrik):
            out.append(piece)
            continue
        lead = [Line(piece.rubrik, piece.start.number), *piece.lines]
        later = any(one.falt == "beslut" and not _LEAD_HEADING.search(one.rubrik) for one in pieces[place + 1 :])
        above = out[-1] if out else None
        if above and above.falt in DECISIONS and (later or not any(line.text for line in above.lines)):
            above.lines.extend(lead)
        else:
            out.append(replace(piece, lines=lead, inline=False))
    return out


def parted(piece: Piece) -> tuple[Piece, list[Line]]:
    """A stretch that begins on the line of its heading, and what comes after its paragraph: running text again."""
    if not piece.inline or piece.falt not in _ENDS_WITH_PARAGRAPH:
        return piece, []
    found = chunks(piece.lines)
    if not found:
        return piece, []
    kept = 1
    while kept < len(found) and (found[kept].nr or found[kept].text.lower().startswith("att ")):
        kept += 1
    last = found[kept - 1].lines[-1].number
    rest = [line for line in piece.lines if line.number > last]
    own = [line for line in piece.lines if line.number <= last]
    return replace(piece, lines=own), [Line("", last), *rest] if rest else []


def is_signed(piece: Piece) -> bool:
    """Whether the heading of a stretch says that the § is justerad."""
    return any(one.fullmatch(piece.rubrik.rstrip(". ")) for one in patterns("justerad"))


def signed(text: str) -> dict[str, Any]:
    """A `Punktjustering` as plain values."""
    at_once = any(one.search(text) for one in patterns("justerad", "omedelbart"))
    return {"text": text, **({"omedelbart": "ja"} if at_once else {})}
