"""Paragraphs told apart where a document has no blank lines between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.importer.extract.line import Line
from generator.importer.layout.segments import Segment

_ENDED = re.compile(r"[.!?][\"”’»)*_]*$")
_RULER = re.compile(r"[-_–—=*·.…\s]{3,}|[*_\u00ad\s]+")
_DASH = re.compile(r"[-–•*]\s+\S")
_ROOM = 0.9
_SHORT = 0.55
_GOES_ON = re.compile(r"(?:[-–—,/(\u00ad]|\b(?:och|eller|samt|i|på|av|för|till|om|med|från|den|av|nr|punkt|§|kl\.?))$")
_OUTLIERS = 50


def spaced(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """The segments, with a blank line wherever a line ends early, and for a ruled line.

    How wide a full line is, the whole document says: a text that is not printed in lines has a paragraph on each.
    """
    kept = tuple(segments)
    lengths = sorted(len(line.text) for segment in kept for line in segment.lines if not line.cells)
    if not lengths:
        return kept
    width = lengths[-1 - len(lengths) // _OUTLIERS]
    return tuple(replace(segment, lines=tuple(_spaced(segment.lines, width))) for segment in kept)


def _spaced(lines: Sequence[Line], width: int) -> Iterable[Line]:
    before: Line | None = None
    for place, printed in enumerate(lines):
        line = Line("", printed.number) if _RULER.fullmatch(printed.text) else printed
        if before is not None and (_ends(before, line, width) or _opens_list(before, lines[place : place + 2])):
            yield Line("", before.number)
        yield line
        before = line


def _opens_list(before: Line, here: Sequence[Line]) -> bool:
    """Whether a list of dashes begins here: one dash alone may as well be one that print has put first on a line."""
    dashes = [bool(_DASH.match(line.text)) for line in (before, *here)]
    return bool(before.text) and dashes == [False, True, True]


def _ends(before: Line, line: Line, width: int) -> bool:
    if not before.text or not line.text or "\t" in f"{before.text}{line.text}" or line.cells:
        return False
    room = len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) <= _ROOM * width
    if not room or not (line.text[0].isupper() or line.text[0].isdigit()):
        return False
    return bool(_ENDED.search(before.text)) or (len(before.text) < _SHORT * width and not _GOES_ON.search(before.text))
