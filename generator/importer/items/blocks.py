"""Segments to items: what stands under each number, with the items inside an item in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importer.extract.line import Line
from generator.importer.layout.segments import Segment
from generator.importer.printed.persons import NAME

_OWN_LABELS = frozenset({"paus"})
_DECISIONS = frozenset({"forslag", "beslut", "stallningstagande"})
_OF_ALL = re.compile(r"justering", re.IGNORECASE)
_OF_ALL_TEXT = re.compile(r"\bprotokollet\b|\bjusterare\b", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:Sekreterare|(?:Mötes)?ordförande|Justera(?:re|nde)|Protokollförare|Vid protokollet)(?:\t|\s{2,}|:\s*)"
    r"[\w .'’-]{3,60}",
    re.IGNORECASE,
)
_ROLE = re.compile(r"(?:Sekreterare|(?:Mötes)?ordförande|Justera(?:re|nde)|Protokollförare)", re.IGNORECASE)
_LABELS = frozenset({"bakgrund", "arendet"})
_HOLDS_LETTERS = frozenset(
    {
        "forslag", "beslut", "yrkanden", "propositionsordning", "omrostning", "omrostningsresultat", "reservation",
        "anteckning", "sarskilt_yttrande", "underlag", "skickas_till",
    }
)  # fmt: skip


@dataclass
class Piece:
    """A stretch of an item under one heading: `falt` is its row (``text`` before the first heading).

    `inline` says that the value begins on the line of the heading itself, `proposes` that a beslut is a förslag of
    the document's own organ to another one.
    """

    falt: str
    rubrik: str
    start: Line
    lines: list[Line]
    inline: bool = False
    proposes: bool = False


@dataclass
class Block:
    """An item: its number and title as printed, the row that found it, its stretches, the items inside it."""

    nr: str
    rubrik: str
    falt: str
    start: Line
    pieces: list[Piece] = field(default_factory=list)
    children: list[Block] = field(default_factory=list)
    presenter: str = ""
    """Who presents it by a table of items above them all."""
    moved: int = 0
    """The line of a beslut that stands after the last item inside this one and is taken as that of the whole."""


def blocks(segments: Sequence[Segment]) -> list[Block]:
    """The items of a document in order. Labels of the head and the closing belong to nobody here."""
    found: list[Block] = []
    inside: Block | None = None
    for segment in segments:
        if segment.slag == "punkt" and not (segment.falt == "underpunkt" and found):
            inside = _block(segment)
            found.append(inside)
        elif not found or (inside is None and segment.slag != "avsnitt"):
            continue
        elif segment.falt == "underpunkt" and not _is_list(inside or found[-1], segment):
            inside = _block(segment)
            found[-1].children.append(inside)
        elif segment.slag == "etikett" and segment.falt not in _OWN_LABELS:
            inside = None
        elif inside is not None or found:
            inside = inside or found[-1]
            _add(inside, segment)
    for block in found:
        _decisions_of_all(block)
    if found:
        _without_closing(found[-1])
    return found


def _decisions_of_all(block: Block) -> None:
    """A beslut after the last of several items inside an item, when no other of them has one, is that of the whole."""
    if len(block.children) < 2 or any(len(child.pieces) > 1 for child in block.children[:-1]):  # noqa: PLR2004
        return
    last = block.children[-1]
    first = next((place for place, piece in enumerate(last.pieces) if piece.falt in _DECISIONS), None)
    if first is not None:
        block.moved = last.pieces[first].start.number
        block.pieces.extend(last.pieces[first:])
        del last.pieces[first:]


def _without_closing(block: Block) -> None:
    """Takes the signatures that stand below the last item, and a heading for the justering of it all, out of it."""
    inner = block.children[-1] if block.children else block
    last = inner.pieces[-1]
    said = " ".join(line.text for line in last.lines if line.text)
    of_all = last.falt == "justering" and _OF_ALL.fullmatch(last.rubrik)
    if of_all and len(inner.pieces) > 1 and (not said or _OF_ALL_TEXT.search(said)):
        inner.pieces.pop()
        return
    end = len(last.lines)
    while end and (not last.lines[end - 1].text or _SIGNATURE.fullmatch(last.lines[end - 1].text)):
        end -= 1
    while (above := _name_over_role(last.lines[:end])) is not None:
        end = above
    if any(line.text for line in last.lines[end:]):
        last.lines = last.lines[:end]


def _name_over_role(lines: Sequence[Line]) -> int | None:
    """The place of a name above a role on the last two lines: a signature printed so."""
    filled = [place for place, line in enumerate(lines) if line.text][-2:]
    if len(filled) < 2:  # noqa: PLR2004
        return None
    name, role = (lines[place].text for place in filled)
    return filled[0] if _ROLE.fullmatch(role) and re.fullmatch(NAME, name) else None


def _block(segment: Segment) -> Block:
    below = Piece("text", "", segment.start, list(segment.lines))
    return Block(segment.nr, segment.rubrik, segment.falt, segment.start, [below])


def _is_list(block: Block, segment: Segment) -> bool:
    """Whether a letter is an entry of a list in a förslag, a beslut or the like rather than an item of its own."""
    last = block.pieces[-1]
    if segment.start.bold or segment.start.level or _comes_after(block.nr, segment.nr):
        return False
    return last.falt in _HOLDS_LETTERS and not last.inline and segment.nr[:1].isalpha()


def _comes_after(before: str, nr: str) -> bool:
    """Whether a letter is the next one: ``b)`` after ``a)``."""
    return before[:1].isalpha() and nr[:1].isalpha() and ord(nr[0].lower()) == ord(before[0].lower()) + 1


def _add(block: Block, segment: Segment) -> None:
    if segment.slag == "avsnitt" and not _runs_on(block, segment):
        block.pieces.append(Piece(segment.falt, segment.rubrik, segment.start, list(segment.lines), _inline(segment)))
    else:
        block.pieces[-1].lines.extend(_as_printed(segment))


def _runs_on(block: Block, segment: Segment) -> bool:
    """Whether a label such as ``Syfte:`` stands in the middle of running text rather than opens a section."""
    above = block.pieces[-1].lines
    plain = segment.falt in _LABELS and not segment.start.text.startswith("*")
    return plain and _inline(segment) and any(line.text for line in above)


def _inline(segment: Segment) -> bool:
    return bool(segment.lines) and segment.lines[0].number == segment.start.number


def _as_printed(segment: Segment) -> list[Line]:
    rest = segment.lines[1:] if _inline(segment) else segment.lines
    return [segment.start, *rest]
