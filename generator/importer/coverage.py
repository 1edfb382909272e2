"""How much of a document's text is found again in its record, and what in the record the document does not have.

Both are counted in runs of five words, in small letters, without hyphens. A record is many short values where the
document is one text, so a run is found where it stands inside a value, and also where it is put together of the end of
one value, whole ones and the beginning of another. A label that a field stands for (`Plats och tid`), the head of a
column and a cross in it count as values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from generator.importer.extract.line import Line

RUN = 5
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_HEAD_WORDS = 3
_HYPHEN = re.compile(r"(?<=\w)[-\u00ad\u2010\u2011](?=\w)")
_AND = re.compile(r"(?:och|eller|samt|respektive)\b")
_NOT_PRINTED = frozenset(
    {
        "granskad", "status", "slag", "typ", "art", "form", "tillgang", "person", "organ", "huvudman", "mote", "till",
        "avser", "lage", "uppgift", "satt", "olost", "skal", "harlett", "kalla", "kand_genom", "senast_mote", "av_mote",
        "ankare", "grupp", "platshallare", "sluten", "omedelbart", "avslutar", "aterrapporterar", "ersatter_mote",
        "senast", "uppdrag", "ja_betyder", "nej_betyder", "datum", "till_datum", "dag", "uppsatt", "nedtaget",
        "sista_dag", "sammantradesdatum", "klockslag", "till_tid", "fran",
    }
)  # fmt: skip
"""Keys whose values are the archive's words or conclusions, or words of the document that stand elsewhere too."""

Words = tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """Of `whole` runs of words in a document `found` are in the record; `left` are the lines that are not.

    `added` are values of the record that the document does not have.
    """

    found: int
    whole: int
    left: tuple[Line, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The found part of the whole, from 0 to 1."""
        return self.found / self.whole if self.whole else 1.0

    def text(self) -> str:
        """In a registrar's words."""
        share = f"{int(self.share * 1000) / 10:.1f}".replace(".", ",")
        return f"{share} % av texten ({self.found} av {self.whole} femordsföljder)"


def words(text: str) -> Words:
    """The words of a text as they are compared."""
    return tuple(_WORD.findall(_HYPHEN.sub("", text).casefold().replace("\u00ad", "")))


def coverage(lines: Sequence[Line], value: Any, labels: Iterable[str] = ()) -> Coverage:
    """How a record's plain values cover the lines of its document (furniture already out)."""
    stream = _stream(lines)
    printed = [word for word, _ in stream]
    pieces = _Pieces.of(filter(None, map(words, [*texts(value, frozenset()), *labels, *_columns(lines)])))
    found: set[int] = set()
    count, whole = 0, max(len(printed) - RUN + 1, 1 if printed else 0)
    for start in range(whole):
        run = tuple(printed[start : start + RUN])
        if run in pieces.inside or pieces.composed(run):
            count += 1
            found.update(range(start, start + RUN))
    missed = {number for index, (_, number) in enumerate(stream) if index not in found}
    left = tuple(line for line in lines if line.number in missed)
    return Coverage(count, whole, left, tuple(_added(printed, value)))


def _columns(lines: Sequence[Line]) -> Iterator[str]:
    """The heads of columns and the crosses in them, which say what a list or a field of the record says."""
    before = False
    for line, after in pairwise([*lines, Line("", 0)]):
        cells = line.cells or tuple(line.text.split("\t"))
        if len(cells) > 1:
            yield from (cell for cell in cells if cell.strip().casefold() == "x")
            if not before and ("\t" in after.text or after.cells):
                yield from (cell for cell in cells if len(cell.split()) <= _HEAD_WORDS and not _DIGIT.search(cell))
        before = len(cells) > 1


def texts(value: Any, without: frozenset[str] = _NOT_PRINTED) -> Iterator[str]:
    """Every text among plain values, except those under some keys."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in without and not (key == "ersatter" and "mote" in value):
                yield from texts(part, without)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part, without)
    elif value is not None:
        yield str(value)


def _stream(lines: Sequence[Line]) -> list[tuple[str, int]]:
    """The words of all lines with the numbers of the lines; a word broken over two lines is one word."""
    out: list[tuple[str, int]] = []
    broken = False
    for line in lines:
        if not line.text:
            continue
        here = words(line.text)
        if broken and here and out and not _AND.match(line.text):
            out[-1] = (out[-1][0] + here[0], out[-1][1])
            here = here[1:]
        out += [(word, line.number) for word in here]
        broken = line.text.rstrip().endswith(("-", "\u00ad", "\u2010"))
    return out


@dataclass
class _Pieces:
    """What a record's values are made of: runs inside them, their beginnings and ends, and short whole values."""

    inside: set[Words] = field(default_factory=set)
    heads: set[Words] = field(default_factory=set)
    tails: set[Words] = field(default_factory=set)
    wholes: set[Words] = field(default_factory=set)

    @classmethod
    def of(cls, values: Iterable[Words]) -> _Pieces:
        pieces = cls()
        for value in values:
            pieces.inside.update(value[n : n + RUN] for n in range(len(value) - RUN + 1))
            pieces.heads.update(value[:n] for n in range(1, min(RUN, len(value) + 1)))
            pieces.tails.update(value[-n:] for n in range(1, min(RUN, len(value) + 1)))
            if len(value) < RUN:
                pieces.wholes.add(value)
        return pieces

    def composed(self, run: Words) -> bool:
        """Whether a run is an end, whole values and a beginning."""
        ends = [n for n in range(1, len(run)) if run[:n] in self.tails]
        return run in self.wholes or any(self._rest(run[n:]) for n in ends)

    def _rest(self, run: Words) -> bool:
        if run in self.heads:
            return True
        return any(self._rest(run[n:]) for n in range(1, len(run)) if run[:n] in self.wholes)


def _added(printed: Sequence[str], value: Any) -> Iterator[str]:
    """The texts of a record that have a run of words that the document has not."""
    runs = {n: {tuple(printed[i : i + n]) for i in range(len(printed) - n + 1)} for n in range(1, RUN + 1)}
    for text in texts(value):
        for paragraph in text.split("\n"):
            found = words(paragraph)
            size = min(RUN, len(found))
            if size and any(found[i : i + size] not in runs[size] for i in range(len(found) - size + 1)):
                yield paragraph.strip()
