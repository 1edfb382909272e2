"""Which §§ or points something covers, and when in a day: printed text and its meaning side by side."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.falt import read_clock

_HEAD = re.compile(
    r"^(?:[A-ZÅÄÖ]\w{0,5}\s+(?=§))?(?:paragraf(?:erna|er)?:?\s*§{0,2}|§§|§|punkt(?:erna|er)?|p\.)\s*", re.IGNORECASE
)
_NR = r"(?:§§?\s*)?(\d{1,6})(?:/(?:\d{4}|\d{2}))?"
_PART = re.compile(rf"{_NR}(?:\s*(?:[-–—]|till(?: och med)?)\s*{_NR})?")
_SPLIT = re.compile(r"\s*(?:,|\boch\b)\s*")


@dataclass(frozen=True)
class Omfang:
    """A set of numbers as printed (``§§ 170, 172-184``) and as closed intervals (``((170, 170), (172, 184))``)."""

    tryckt: str
    delar: tuple[tuple[int, int], ...]

    def __contains__(self, number: int) -> bool:
        return any(first <= number <= last for first, last in self.delar)


def read_omfang(text: str) -> Omfang | None:
    """The set that a printed text means; None where it is not one."""
    rest = _HEAD.sub("", text.strip())
    parts = []
    for piece in _SPLIT.split(rest):
        found = _PART.fullmatch(piece.strip())
        if not found:
            return None
        first, last = int(found[1]), int(found[2] or found[1])
        if last < first:
            return None
        parts.append((first, last))
    return Omfang(text.strip(), tuple(parts))


@dataclass(frozen=True)
class Tidsspann:
    """A stretch of a day as printed (``kl. 09:00-14:30``) and as times; `slut` is None where none is printed."""

    tryckt: str
    start: dt.time
    slut: dt.time | None


_SPAN = re.compile(r"(?:kl\.?\s*|klockan\s+)?(\d{1,2}[.:]\d{2})(?:\s*[-–—]\s*(\d{1,2}[.:]\d{2}))?", re.IGNORECASE)


def read_tidsspann(text: str) -> Tidsspann | None:
    """The stretch of time that a printed text means; None where it is not one or ends before it begins."""
    found = _SPAN.fullmatch(text.strip())
    start = read_clock(found[1]) if found else None
    if not found or start is None:
        return None
    end = read_clock(found[2]) if found[2] else None
    if found[2] and (end is None or end < start):
        return None
    return Tidsspann(text.strip(), start, end)


def _omfang(value: Any) -> Omfang:
    found = read_omfang(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("omfang_form", "interval form", {"varde": value})
    return found


def _tidsspann(value: Any) -> Tidsspann:
    found = read_tidsspann(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("tid_form", "time span form", {"varde": value})
    return found


_SCHEMA = WithJsonSchema({"type": ["string", "number"]})
OmfangFalt = Annotated[Omfang, PlainValidator(_omfang), _SCHEMA]
"""An `Omfang`, written as printed: ``§ 63``, ``§§ 9–12``, ``punkt 2``."""

TidsspannFalt = Annotated[Tidsspann, PlainValidator(_tidsspann), _SCHEMA]
"""A `Tidsspann`, written as printed: ``kl. 09:00-14:30``."""
