"""The letters of a page of PDF as words with their places; the one module that asks PDFium about letters."""

from __future__ import annotations

import ctypes
import math
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

_BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi|[-,]b(?:d|i)?$", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_BOLD_WEIGHT = 600
_HYPHEN_OF_PDFIUM = 2
_LOST = "\ufffd"
_NAME_BYTES = 128
_SAME_LINE = 0.3
_SAME_WORD = 0.3
_QUARTER = math.pi / 2


@dataclass
class Word:
    """Letters without white space between them. Points; `x` runs along the line of text, `y` upwards across it.

    `turn` is how many quarters of a turn clockwise the text stands, `spaced` whether a space stood before it.
    """

    text: str
    turn: int
    left: float
    right: float
    y: float
    size: float
    bold: bool
    spaced: bool


class Letters:
    """The letters of a page, asked for one by one; the buffers that PDFium writes to are used again."""

    def __init__(self, textpage: object) -> None:
        self._page = textpage
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._name, self._flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()

    def count(self) -> int:
        """How many letters, the white space that PDFium has put in too."""
        return max(0, int(pdfium.FPDFText_CountChars(self._page)))

    def char(self, index: int) -> str:
        """The letter, a hyphen at a line's end, or the replacement character.

        Where the font does not say which letter a sign is, PDFium gives the sign's number as if it were one: what then
        looks like a letter or a digit is none, but a bullet may stay.
        """
        code = int(pdfium.FPDFText_GetUnicode(self._page, index))
        if not 0 < code <= sys.maxunicode or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004
            return _LOST
        char = chr(code)
        if char.isalnum():
            return _LOST if pdfium.FPDFText_HasUnicodeMapError(self._page, index) == 1 else char
        return "-" if code == _HYPHEN_OF_PDFIUM or pdfium.FPDFText_IsHyphen(self._page, index) == 1 else char

    def turn(self, index: int) -> int:
        """How many quarters of a turn it stands."""
        return int(round(pdfium.FPDFText_GetCharAngle(self._page, index) / _QUARTER) % 4)

    def place(self, index: int, turn: int) -> tuple[float, float, float]:
        """Left and right edge along text that stands so, base line across it."""
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        pdfium.FPDFText_GetLooseCharBox(self._page, index, self._box)
        box = self._box
        match turn:
            case 0:
                return box.left, box.right, self._y.value
            case 1:
                return -box.top, -box.bottom, self._x.value
            case 2:
                return -box.right, -box.left, -self._y.value
            case _:
                return box.bottom, box.top, -self._x.value

    def size(self, index: int) -> float:
        """The height of the letters in points."""
        pdfium.FPDFText_GetMatrix(self._page, index, self._matrix)
        scale = math.hypot(self._matrix.c, self._matrix.d)
        size = abs(float(pdfium.FPDFText_GetFontSize(self._page, index)) * scale)
        return round(size, 1) if 0 < size < math.inf else 1.0

    def bold(self, index: int) -> bool:
        """Whether the font is a bold one, by its weight or its name."""
        if int(pdfium.FPDFText_GetFontWeight(self._page, index)) >= _BOLD_WEIGHT:
            return True
        pdfium.FPDFText_GetFontInfo(self._page, index, self._name, _NAME_BYTES, self._flags)
        name = self._name.value.decode("utf-8", "replace")
        return bool(self._flags.value & _FORCE_BOLD) or bool(_BOLD_NAME.search(name))


def words(textpage: object) -> Iterator[Word]:
    """The words of a page in the order of the file; white space or a step to another place ends a word."""
    letters = Letters(textpage)
    word: Word | None = None
    spaced = False
    for index in range(letters.count()):
        char = letters.char(index)
        if char.isspace():
            if word:
                yield word
            word, spaced = None, spaced or char not in "\r\n"
            continue
        if word:
            left, right, y = letters.place(index, word.turn)
            if _goes_on(word, left, y):
                word.text += char
                word.right = max(word.right, right)
                continue
            yield word
        turn = letters.turn(index)
        left, right, y = letters.place(index, turn)
        word = Word(char, turn, left, right, y, letters.size(index), letters.bold(index), spaced)
        spaced = False
    if word:
        yield word


def _goes_on(word: Word, left: float, y: float) -> bool:
    """Whether a letter at this place is the next one of a word."""
    near = _SAME_WORD * word.size
    return abs(y - word.y) <= _SAME_LINE * word.size and -near <= left - word.right <= near
