"""What is drawn on a page of PDF beside its letters: the rules of tables, the dots of lists, as PDFium tells it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

_THIN = 2.0
_LEAST_RULE = 4.0
_SMALLEST, _LARGEST_DOT, _ROUND = 0.8, 9.0, 0.6
_MOST_SEGMENTS = 2000
_MOST_SHAPES = 8000


@dataclass(frozen=True)
class Box:
    """The place of a shape in points, `bottom` and `top` upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How far it reaches along the text."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How far it reaches across the text."""
        return self.top - self.bottom

    def turned(self, turn: int) -> Box:
        """The place as text sees it that stands so many quarters of a turn clockwise."""
        match turn:
            case 0:
                return self
            case 1:
                return Box(-self.top, self.left, -self.bottom, self.right)
            case 2:
                return Box(-self.right, -self.top, -self.left, -self.bottom)
            case _:
                return Box(self.bottom, -self.right, self.top, -self.left)


def is_upright(box: Box) -> bool:
    """Whether it is a rule from top to bottom."""
    return box.width <= _THIN and box.height >= _LEAST_RULE


def is_level(box: Box) -> bool:
    """Whether it is a rule from left to right."""
    return box.height <= _THIN and box.width >= _LEAST_RULE


def is_dot(box: Box) -> bool:
    """Whether it is as small, and as broad as high, as the dot before an item of a list."""
    small, large = sorted((box.width, box.height))
    return small >= _SMALLEST and large <= _LARGEST_DOT and small >= _ROUND * large


def drawn(page: Any) -> list[Box]:
    """The rules and dots of a page; none where so much is drawn that it is a picture."""
    found: list[Box] = []
    at, kind, path = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType, pdfium.FPDF_PAGEOBJ_PATH
    for place in range(pdfium.FPDFPage_CountObjects(page)):
        shape = at(page, place)
        if kind(shape) != path:
            continue
        found += _parts(shape)
        if len(found) > _MOST_SHAPES:
            return []
    return found


def _parts(shape: Any) -> list[Box]:
    """A thin or small shape as itself, the lines of one that is stroked."""
    box = _bounds(shape)
    if box is None:
        return []
    if is_upright(box) or is_level(box) or is_dot(box):
        return [box]
    count = pdfium.FPDFPath_CountSegments(shape)
    if not 1 < count <= _MOST_SEGMENTS or not _is_stroked(shape):
        return []
    return [line for line in _lines(shape, count) if is_upright(line) or is_level(line)]


def _bounds(shape: Any) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
        return None
    return Box(left.value, bottom.value, right.value, top.value)


def _is_stroked(shape: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(shape, fill, stroke) and stroke.value)


def _lines(shape: Any, count: int) -> Iterator[Box]:
    """The straight lines of a path, each as the box round it."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, matrix)
    for (kind, x, y), (after, to_x, to_y) in pairwise(_steps(shape, count)):
        if after == pdfium.FPDF_SEGMENT_LINETO and kind != pdfium.FPDF_SEGMENT_UNKNOWN:
            one = (matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f)
            other = (matrix.a * to_x + matrix.c * to_y + matrix.e, matrix.b * to_x + matrix.d * to_y + matrix.f)
            (left, right), (bottom, top) = (sorted(pair) for pair in zip(one, other, strict=True))
            yield Box(left, bottom, right, top)


def _steps(shape: Any, count: int) -> Iterator[tuple[int, float, float]]:
    """The points of a path, each with how the path came there; back to its start where it is closed."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start = (0.0, 0.0)
    for place in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(shape, place)
        kind = int(pdfium.FPDFPathSegment_GetType(segment))
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = (x.value, y.value)
        yield kind, x.value, y.value
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield int(pdfium.FPDF_SEGMENT_LINETO), *start
