"""On which line of the document the words of an item stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importer.extract.line import Line
from generator.importer.items.blocks import Block
from generator.importer.printed.paragraphs import SOFT

_PREFIXES = (60, 24, 10)


@dataclass(frozen=True)
class Whereabouts:
    """The text of an item as one run, and at which places of it lines begin."""

    first: int
    text: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    @classmethod
    def of(cls, block: Block) -> Whereabouts:
        """The text of an item, before anything is taken out of it."""
        text, starts, numbers = "", [], []
        for line in _lines(block):
            starts.append(len(text))
            numbers.append(line.number)
            words = " ".join(line.text.split())
            text += words[:-1] if words.endswith(SOFT) else f"{words} " if words else ""
        return cls(block.start.number, text, tuple(starts), tuple(numbers))

    def line(self, words: str) -> int:
        """The line that words begin on; that of the item's number where they are not found."""
        flat = " ".join(words.split())
        for length in _PREFIXES:
            place = self.text.find(flat[:length]) if len(flat) >= min(length, _PREFIXES[-1]) else -1
            if place >= 0:
                return self.numbers[bisect_right(self.starts, place) - 1]
        return self.first


def _lines(block: Block) -> Iterator[Line]:
    yield block.start
    for piece in block.pieces:
        yield from piece.lines
