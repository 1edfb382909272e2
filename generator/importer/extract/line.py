"""What every kind of document becomes before anything in it is understood: lines with their places."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Literal

from generator.archive.namn import normal

Format = Literal["text", "html", "docx", "pdf"]
Part = Literal["", "sidhuvud", "sidfot"]


@dataclass(frozen=True)
class Line:
    """One line of a document as extracted.

    `text` has no white space at its ends; columns inside it stand apart by a tab where the document shows columns.
    An empty text is a blank line: a paragraph ends there. `number` counts all lines of the file from 1, `page` is
    None where the format has no pages. `indent` is the left edge (points in a PDF, characters in plain text).
    `size` is the height of the letters in points, `level` the heading level that the format itself states.
    `cells` are the cells of a table row, where the format knows it to be one; `text` then has them tab by tab.
    `part` is where the format keeps what stands on every page: such lines come once, before the text (Word's headers
    and footers) or where they stand (a web page's). A hyphen that the document itself calls soft is kept at the end
    of a line of print, as U+00AD; inside a line it is gone.
    """

    text: str
    number: int
    page: int | None = None
    indent: float = 0.0
    bold: bool = False
    size: float | None = None
    level: int | None = None
    cells: tuple[str, ...] = ()
    part: Part = ""


@dataclass(frozen=True)
class Running:
    """A document as one line of text: where in it each line of the document begins, and the numbers of those."""

    text: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    def line_of(self, words: str) -> int:
        """The number of the first line that has the words, or that begins what is broken over more; 0 for none."""
        at = self.text.find(normal(words))
        return self.numbers[bisect_right(self.starts, at) - 1] if at >= 0 and self.numbers else 0


@dataclass(frozen=True)
class Extract:
    """A whole file: its name, the SHA-256 sum of its bytes, its format, its lines.

    `wrapped` says that a line is a line of print, so that a paragraph may be several of them; else a line is a whole
    paragraph. `remarks` are Swedish sentences for the reviewer about what could not be read, a page that is a picture.
    """

    name: str
    sha256: str
    format: Format
    wrapped: bool
    lines: tuple[Line, ...] = field(repr=False)
    remarks: tuple[str, ...] = ()

    @cached_property
    def running(self) -> Running:
        """The whole text in normal form, where words are looked up."""
        filled = [(normal(line.text), line.number) for line in self.lines if line.text]
        starts = accumulate((len(text) + 1 for text, _ in filled[:-1]), initial=0)
        return Running(" ".join(text for text, _ in filled), tuple(starts), tuple(number for _, number in filled))
