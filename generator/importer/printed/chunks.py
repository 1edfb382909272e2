"""Lines to paragraphs and entries of lists: what one sats, one underlag or one contribution is made of."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.importer.extract.line import Line
from generator.importer.printed.paragraphs import joined

MARKER = re.compile(
    r"(?:(?P<bullet>[-–—•*➤→✓\uf0b7\uf0a7\u25aa\u25cf\u25e6·])|(?P<nr>(?:\d{1,2}|[a-zåäö])[.)]|\d{1,2}(?=\s{2,}|\t)))\s+(?=\S)"
)
_ENDS = re.compile(r"[.?!:;]['\"”’)*_]*$")
_ATT = re.compile(r"att\b", re.IGNORECASE)
_BEFORE_ATT = re.compile(
    r"(?:[.,;:]|\b(?:och|samt|dels|beslutar|besluta|beslutade|beslut|föreslår|yrkar))[*_]*$", re.IGNORECASE
)
_SHORT = 0.8
_ORNAMENT = re.compile(r"^(?P<mark>\*{1,3}|_{1,3})(?P<text>.*?)(?P=mark)$", re.DOTALL)


@dataclass(frozen=True)
class Chunk:
    """A paragraph or one entry of a list: its lines without the mark in front, and that mark."""

    lines: tuple[Line, ...]
    bullet: str = ""
    nr: str = ""

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.lines[0].number

    @cached_property
    def text(self) -> str:
        """Its text on one line, without marks of emphasis around it."""
        return without_emphasis(joined(self.lines))


def without_emphasis(text: str) -> str:
    """A text without bold or italic marks around the whole of it, or left alone at one end."""
    text = text.strip()
    if (found := _ORNAMENT.match(text)) and found["mark"] not in found["text"]:
        return without_emphasis(found["text"])
    if text.count("*") % 2 or text.count("***"):
        return text.strip("*").strip() if text.strip("*").count("*") % 2 == 0 else text
    return text


def chunks(lines: Sequence[Line], *, att: bool = False) -> list[Chunk]:
    """The paragraphs and entries of lists, in order. With `att`, a line that begins a new att-sats begins a chunk.

    A paragraph that print has broken by a blank line (it goes on with a small letter, or with a lone number after a
    word that needs one) is one.
    """
    found: list[list[Line]] = []
    widest = max((len(line.text) for line in lines), default=0)
    blank = True
    for line in lines:
        if not line.text:
            blank = True
            continue
        if _begins(line, found[-1] if found else None, blank=blank, widest=widest if att else 0):
            found.append([line])
        else:
            found[-1].append(line)
        blank = False
    return [chunk for chunk in map(_chunk, found) if chunk.text]


def without(lines: Sequence[Line], numbers: Collection[int]) -> list[Line]:
    """The lines with those of some numbers made blank, so that what stood around them does not run together."""
    return [Line("", line.number) if line.number in numbers else line for line in lines]


def _begins(line: Line, before: list[Line] | None, *, blank: bool, widest: int) -> bool:
    if before is None or MARKER.match(line.text):
        return True
    last = before[-1].text
    if widest and _ATT.match(line.text):
        return blank or bool(_BEFORE_ATT.search(last)) or (_is_att(before) and len(last) < _SHORT * widest)
    return blank and not _goes_on(last, line.text)


def _is_att(lines: list[Line]) -> bool:
    return bool(_ATT.match(MARKER.sub("", lines[0].text, count=1)))


def _goes_on(before: str, text: str) -> bool:
    if _ENDS.search(before):
        return False
    lone_number = re.fullmatch(r"\d{1,3}\.?", text) and re.search(
        r"\b(?:punkt|§|nr|p\.|bilaga|sida)$", before, re.IGNORECASE
    )
    return text[:1].islower() or bool(lone_number)


def _chunk(lines: list[Line]) -> Chunk:
    mark = MARKER.match(lines[0].text)
    if not mark:
        return Chunk(tuple(lines))
    first = replace(lines[0], text=lines[0].text[mark.end() :], cells=())
    again = MARKER.match(first.text) if mark["bullet"] else None
    if again and again["bullet"]:
        first = replace(first, text=first.text[again.end() :])
    return Chunk((first, *lines[1:]), mark["bullet"] or "", mark["nr"] or "")
