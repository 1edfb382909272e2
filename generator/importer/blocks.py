"""Segments to items: what stands under each number, with the items inside an item in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importer.extract.line import Line
from generator.importer.segments import Segment

_OWN_LABELS = frozenset({"paus"})
_HOLDS_LETTERS = frozenset(
    {
        "forslag", "beslut", "yrkanden", "propositionsordning", "omrostning", "omrostningsresultat", "reservation",
        "anteckning", "sarskilt_yttrande", "underlag", "skickas_till",
    }
)  # fmt: skip


@dataclass
class Piece:
    """A stretch of an item under one heading: `falt` is its row (``text`` before the first heading).

    `inline` says that the value begins on the line of the heading itself.
    """

    falt: str
    rubrik: str
    start: Line
    lines: list[Line]
    inline: bool = False


@dataclass
class Block:
    """An item: its number and title as printed, the row that found it, its stretches, the items inside it."""

    nr: str
    rubrik: str
    falt: str
    start: Line
    pieces: list[Piece] = field(default_factory=list)
    children: list[Block] = field(default_factory=list)


def blocks(segments: Sequence[Segment]) -> list[Block]:
    """The items of a document in order. Labels of the head and the closing belong to nobody here."""
    found: list[Block] = []
    inside: Block | None = None
    for segment in segments:
        if segment.slag == "punkt" and not (segment.falt == "underpunkt" and found):
            inside = _block(segment)
            found.append(inside)
        elif not found or inside is None and segment.slag != "avsnitt":
            continue
        elif segment.falt == "underpunkt" and not _is_list(inside or found[-1], segment):
            inside = _block(segment)
            found[-1].children.append(inside)
        elif segment.slag == "etikett" and segment.falt not in _OWN_LABELS:
            inside = None
        elif inside is not None or found:
            inside = inside or found[-1]
            _add(inside, segment)
    return found


def _block(segment: Segment) -> Block:
    below = Piece("text", "", segment.start, list(segment.lines))
    return Block(segment.nr, segment.rubrik, segment.falt, segment.start, [below])


def _is_list(block: Block, segment: Segment) -> bool:
    """Whether a letter is an entry of a list in a förslag, a beslut or the like rather than an item of its own."""
    last = block.pieces[-1]
    return last.falt in _HOLDS_LETTERS and not last.inline and segment.nr[:1].isalpha()


def _add(block: Block, segment: Segment) -> None:
    if segment.slag == "avsnitt":
        block.pieces.append(Piece(segment.falt, segment.rubrik, segment.start, list(segment.lines), _inline(segment)))
    else:
        block.pieces[-1].lines.extend(_as_printed(segment))


def _inline(segment: Segment) -> bool:
    return bool(segment.lines) and segment.lines[0].number == segment.start.number


def _as_printed(segment: Segment) -> list[Line]:
    rest = segment.lines[1:] if _inline(segment) else segment.lines
    return [segment.start, *rest]
