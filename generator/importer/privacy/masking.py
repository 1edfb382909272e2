"""What must not be published is taken out before anything is read: personnummer, telephone numbers, private e-mail.

Source: SKR:s råd om publicering av protokoll (personnummer and what is not tied to the assignment are removed or masked
before publication). Organisationsnummer, diarienummer, days and addresses of an office stay.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal

from generator.importer.extract.line import Line
from generator.integritet.mail_addresses import private_addresses
from generator.integritet.personal_numbers import personal_numbers, uncertain_numbers
from generator.integritet.phone_numbers import phone_numbers

Kind = Literal["personnummer", "telefonnummer", "e-post"]

REPLACEMENTS: dict[Kind, str] = {
    "personnummer": "[personnummer borttaget]",
    "telefonnummer": "[telefonnummer borttaget]",
    "e-post": "[e-post borttagen]",
}
_KEPT = "kontrollsiffran är fel, och det är inte maskerat. Ta bort det om det är ett."


@dataclass(frozen=True)
class Masked:
    """Something taken out: on which line and page, of what kind, why it was taken for that; never the thing itself."""

    line: int
    page: int | None
    kind: Kind
    why: str


@dataclass(frozen=True, order=True)
class _Hit:
    start: int
    end: int
    kind: Kind
    why: str


def mask(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Masked, ...]]:
    """The lines with what is private taken out, words in its place, and the list of it for the reviewer.

    A number that is broken over two lines is found too; the words then stand on the first of them.
    """
    if not lines:
        return (), ()
    text = "\n".join(line.text for line in lines)
    starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))
    hits = _hits(text)
    fresh = _replaced(text, hits).split("\n")
    masked = tuple(line if line.text == new else _with(line, new) for line, new in zip(lines, fresh, strict=True))
    return masked, tuple(_told(lines[bisect_right(starts, hit.start) - 1], hit) for hit in hits)


def uncertain(lines: Sequence[Line]) -> tuple[str, ...]:
    """What may be private and is left as it is: a sentence for the reviewer about each line, never the thing itself."""
    told = []
    for line in lines:
        if next(uncertain_numbers(line.text), None) is not None:
            where = f"rad {line.number}" + (f" på sidan {line.page}" if line.page else "")
            told.append(f"På {where} står ett nummer som kan vara ett personnummer: {_KEPT}")
    return tuple(told)


def _told(line: Line, hit: _Hit) -> Masked:
    return Masked(line.number, line.page, hit.kind, hit.why)


def _hits(text: str) -> list[_Hit]:
    """All that is to be taken out, in order; of what overlaps, the first in order of kind."""
    kept: list[_Hit] = []
    taken = bytearray(len(text))
    for hit in _found(text):
        if not any(taken[hit.start : hit.end]):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            kept.append(hit)
    return sorted(kept)


def _found(text: str) -> Iterator[_Hit]:
    for start, end, why in personal_numbers(text):
        yield _Hit(start, end, "personnummer", why)
    for start, end, why in private_addresses(text):
        yield _Hit(start, end, "e-post", why)
    for start, end, why in phone_numbers(text):
        yield _Hit(start, end, "telefonnummer", why)


def _replaced(text: str, hits: list[_Hit]) -> str:
    """The text with each hit replaced; the line breaks inside a hit stay, so that lines keep their places."""
    pieces, place = [], 0
    for hit in hits:
        breaks = "\n" * text.count("\n", hit.start, hit.end)
        pieces += [text[place : hit.start], REPLACEMENTS[hit.kind], breaks]
        place = hit.end
    return "".join([*pieces, text[place:]])


def _with(line: Line, text: str) -> Line:
    """The line with another text; its cells follow, since what is taken out never reaches over a tab."""
    text = text.strip(" \t")
    if not line.cells:
        return replace(line, text=text)
    first = next((place for place, cell in enumerate(line.cells) if cell), 0)
    cells = [*[""] * first, *text.split("\t")]
    if len(cells) > len(line.cells):
        cells = [_replaced(cell, _hits(cell)) for cell in line.cells]
    return replace(line, text=text, cells=(*cells, *[""] * (len(line.cells) - len(cells))))
