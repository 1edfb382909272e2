"""The text of a Word paragraph as it is printed: insertions in, deletions out, fields by their result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.importer.extract.word_styles import Styles, W, child, switch

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText",
                              "delInstrText", "rt", "ffData", "tblPr", "p", "tbl")
)  # fmt: skip
_BREAK, _TAB = "\n", "\t"
PAGE = "\f"
_FIXED = {
    f"{W}tab": _TAB,
    f"{W}ptab": _TAB,
    f"{W}cr": _BREAK,
    f"{W}noBreakHyphen": "-",
    f"{W}lastRenderedPageBreak": PAGE,
}
_TEXTS = frozenset((f"{W}t", f"{_MATH}t"))


@dataclass(frozen=True)
class Piece:
    """A stretch of text with the run that it stands in; line breaks and page breaks are characters in it."""

    text: str
    run: Any


@dataclass
class Reader:
    """Reads paragraphs in order: a field may begin in one and end in another.

    `boxes` are the text boxes, and `notes` the ids of the foot- and endnotes, met in the last paragraph read.
    """

    styles: Styles
    fields: list[bool] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def pieces(self, paragraph: Any) -> list[Piece]:
        """The printed text of a paragraph."""
        self.boxes, self.notes = [], []
        return list(self._inside(paragraph, None))

    def _inside(self, element: Any, run: Any) -> Iterator[Piece]:
        for one in element:
            if one.tag not in _UNSEEN and isinstance(one.tag, str):
                yield from self._one(one, run)

    def _one(self, element: Any, run: Any) -> Iterator[Piece]:
        tag = element.tag
        if tag == f"{W}r":
            if not switch(element, "rPr", "vanish"):
                yield from self._inside(element, element)
        elif tag == f"{W}fldChar":
            self._field(element.get(f"{W}fldCharType"))
        elif tag == f"{_CHOICES}AlternateContent":
            choice = element.find(f"{_CHOICES}Choice")
            yield from self._inside(element if choice is None else choice, run)
        elif tag == f"{W}txbxContent":
            self.boxes.append(element)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self.notes.append((tag.removeprefix(W).removesuffix("Reference"), element.get(f"{W}id") or ""))
        elif text := _text(element):
            if all(self.fields):
                yield Piece(text, run)
        else:
            yield from self._inside(element, run)

    def _field(self, kind: str | None) -> None:
        """A field is its instruction, then its result; only results of results are printed."""
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()


def _text(element: Any) -> str:
    """The text of an element that is text by itself."""
    tag = element.tag
    if tag in _TEXTS:
        return element.text or ""
    if tag == f"{W}br":
        return "" if element.get(f"{W}type") == "page" else _BREAK
    if tag == f"{W}sym":
        return _symbol(element.get(f"{W}char"))
    return _FIXED.get(tag, "")


def _symbol(code: str | None) -> str:
    try:
        return chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""


def mark_is_deleted(paragraph: Any) -> bool:
    """Whether the end of a paragraph is a tracked deletion: then it goes on in the next."""
    mark = child(paragraph, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None
