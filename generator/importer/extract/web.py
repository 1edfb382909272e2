"""A web page as lines: headings, paragraphs, lists with their numbers, tables; nothing that a browser does not show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from generator.importer.extract.letters import clean
from generator.importer.extract.line import Line, Part
from generator.importer.extract.numerals import numeral
from generator.importer.extract.plain import decoded
from generator.importer.extract.rows import row_lines

_UNSEEN = frozenset(
    ("script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math", "canvas", "select",
     "datalist", "button", "audio", "video")
)  # fmt: skip
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
     "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul")
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset(("b", "strong", "th", *_HEADINGS))
_PARTS: dict[str, Part] = {"nav": "sidhuvud", "header": "sidhuvud", "footer": "sidfot", "aside": "sidfot"}
_OL_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
FAULTS = (ValueError, RecursionError, etree.LxmlError)
"""What reading a page may raise."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_COLUMN = 72.0
_INDENT = 18.0
_PAIR = 2


def web_lines(data: bytes) -> tuple[Line, ...]:
    """The lines of a page, none where it has no text; each is a whole paragraph, or what stands before a `<br>`.

    Raises:
        FAULTS: where the parser finds nothing that it can read, or elements in elements without end.
    """
    text = _text(data)
    if text is None:
        return ()
    root = html.document_fromstring(_DECLARATION.sub("", text), parser=html.HTMLParser(no_network=True))
    lines = _Reader().read(root, _Place())
    return tuple(replace(line, number=number) for number, line in enumerate(lines, start=1))


def _text(data: bytes) -> str | None:
    named = _CHARSET.search(data[:2048])
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data)


@dataclass(frozen=True)
class _Place:
    """Where in the page: how far in, in which part and heading, whether bold, whether white space is kept."""

    indent: float = 0.0
    part: Part = ""
    level: int | None = None
    bold: bool = False
    kept: bool = False
    own: bool = False
    """Inside the text itself, whose own header and footer are part of it."""


@dataclass
class _Reader:
    """The line that is being put together: pieces of text, and what stands before it (a bullet, a number)."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    mark: str = ""

    def read(self, element: Any, place: _Place) -> list[Line]:
        """The lines of an element, the last one ended."""
        return [*self._inside(element, place), *self._end(place)]

    def _inside(self, element: Any, place: _Place) -> Iterator[Line]:
        self._add(element.text, place)
        for child in element:
            if isinstance(child.tag, str) and not _unseen(child):
                yield from self._child(child, place)
            self._add(child.tail, place)

    def _child(self, child: Any, place: _Place) -> Iterator[Line]:
        tag = child.tag
        if tag == "br":
            yield from self._end(place, blank=not self._has_text())
        elif tag == "table":
            yield from self._end(place)
            yield from _table(child, place)
        elif tag in ("ol", "ul"):
            yield from self._end(place)
            yield from _list(child, place)
        elif tag in _BLOCKS:
            yield from self._end(place)
            inner, self.mark = _Reader(mark=self.mark), ""
            yield from inner.read(child, _within(child, place))
        else:
            yield from self._inside(child, replace(place, bold=place.bold or tag in _BOLD))

    def _add(self, text: str | None, place: _Place) -> None:
        if text:
            self.pieces.append((text, place.bold))

    def _has_text(self) -> bool:
        return any(text.strip() for text, _ in self.pieces)

    def _end(self, place: _Place, *, blank: bool = False) -> list[Line]:
        printed = [bold for text, bold in self.pieces if text.strip()]
        joined = "".join(text for text, _ in self.pieces)
        self.pieces = []
        rows = joined.split("\n") if place.kept else [_SPACE.sub(" ", joined)]
        texts = [text for row in rows if (text := clean(row)) or place.kept]
        if texts and any(texts) and self.mark:
            texts[0], self.mark = f"{self.mark} {texts[0]}".strip(), ""
        if not any(texts):
            texts = [""] if blank else []
        whole = bool(printed) and all(printed)
        return [
            Line(text, 0, None, place.indent, whole, None, place.level, (), place.part) if text else Line("", 0)
            for text in texts
        ]


def _within(element: Any, place: _Place) -> _Place:
    """The place inside a block."""
    tag = element.tag
    own = place.own or tag in ("main", "article") or element.get("role") == "main"
    part = place.part or ("" if own else _PARTS.get(tag, ""))
    return replace(
        place,
        part=part,
        own=own,
        level=_HEADINGS.get(tag, place.level),
        bold=place.bold or tag in _BOLD,
        kept=place.kept or tag == "pre",
        indent=place.indent + (_INDENT if tag in ("blockquote", "dd") else 0.0),
    )


def _unseen(element: Any) -> bool:
    return (
        element.tag in _UNSEEN or element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _list(element: Any, place: _Place) -> Iterator[Line]:
    """A list, each item with the bullet or the number that a browser shows."""
    number = _whole(element.get("start"), 1)
    form = _OL_TYPES.get(element.get("type") or "", "decimal")
    inner = replace(place, indent=place.indent + _INDENT)
    for child in element:
        if not isinstance(child.tag, str) or _unseen(child):
            continue
        reader = _Reader()
        if child.tag == "li" and element.tag == "ol":
            number = _whole(child.get("value"), number)
            reader.mark = f"{numeral(number, form)}."
            number += 1
        elif child.tag == "li":
            reader.mark = "•"
        if child.tag in ("ol", "ul"):
            yield from _list(child, inner)
        else:
            yield from reader.read(child, inner)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text.strip()) else otherwise


def _table(element: Any, place: _Place) -> Iterator[Line]:
    """A table row by row; one that only places text on the page (one column, or with headings in it) in its order."""
    rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element and not _unseen(row)]
    cells = [[cell for cell in row if cell.tag in ("td", "th") and not _unseen(cell)] for row in rows]
    for caption in element.iterchildren("caption"):
        yield from _Reader().read(caption, place)
    has_heading = next(element.iter(*_HEADINGS), None) is not None
    places_text = has_heading or all(len(row) < _PAIR for row in cells)
    for row in cells:
        read = [_Reader().read(cell, _within(cell, place)) for cell in row]
        yield from _in_order(read) if places_text else row_lines(_spread(row, read), [_COLUMN] * len(row))


def _in_order(cells: Iterable[list[Line]]) -> Iterator[Line]:
    for lines in cells:
        yield from lines


def _spread(row: list[Any], cells: list[list[Line]]) -> list[list[Line]]:
    """The cells of a row, with empty ones where one reaches over several columns."""
    spread: list[list[Line]] = []
    for cell, lines in zip(row, cells, strict=True):
        spread += [lines] + [[] for _ in range(min(_whole(cell.get("colspan"), 1), 50) - 1)]
    return spread
