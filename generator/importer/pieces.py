"""Lines cut where print has run several things together: a heading glued to a title, two labels on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.importer.extract.line import Line
from generator.importer.headings import heading

_GLUED = re.compile(r"(?P<first>\S.*?\S)\s*(?P<second>\*\*[^*]+\*\*:?)")


def pieces(lines: Iterable[Line]) -> list[Line]:
    """The lines, with every one that holds two headings cut into two lines of the same number."""
    return [piece for line in lines for piece in _cut(line)]


def _cut(line: Line) -> Iterator[Line]:
    glued = _GLUED.fullmatch(line.text)
    if glued and heading(glued["second"], "punkt", "avsnitt"):
        yield replace(line, text=glued["first"], cells=())
        yield replace(line, text=glued["second"], cells=())
        return
    yield line
