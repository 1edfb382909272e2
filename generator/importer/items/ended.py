"""Where what stands under a heading ends: at a table, or at a heading that the table of layouts does not have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importer.extract.line import Line
from generator.importer.items.decisions import is_lead, slag
from generator.importer.items.sections import Part, cannot_be_heading, is_styled, says_something, table_span
from generator.importer.printed.persons import NAME, PARTY

_MOST_WORDS = 7
_LONGEST = 60
_NARROW = 0.6
_ENDED = re.compile(r"[.!?][\"”’)*_]*$")
_GOES_ON = re.compile(r"[,:;–—-]$|\b(?:och|samt|eller|att|som|för|till|av|i|på|med|om|den)$")
_PASSIVE = re.compile(r"\b[a-zåäö]{2,}(?<!s)(?<!en)(?<!et)(?<!arna)(?<!erna)(?<!orna)(?<!or)(?<!er)(?<!ar)s\b")
_ENTRY = re.compile(r"(?:att|dels|samt)\b|[-–—•*\uf0b7]|\d{1,2}[.)]?$|[a-z]\)", re.IGNORECASE)


@dataclass(frozen=True)
class Ended:
    """The lines that belong to the heading, the sections below them, and the headings that are a conclusion."""

    lines: tuple[Line, ...]
    below: tuple[Part, ...]
    unsure: tuple[Line, ...]


def ended(lines: Sequence[Line], *, sentences: bool = True) -> Ended:
    """The lines cut at the first heading or table below them.

    A heading has a style of its own, or is a short line that says nothing as a sentence, below a blank line or the end
    of a sentence. Lines that are not `sentences` but a list of short ones end only at a style.
    """
    begins = _begins_other if sentences else _begins_by_style
    cut = next((place for place in range(1, len(lines)) if begins(lines, place)), len(lines))
    if not sentences:
        below = (Part(lines[cut], tuple(lines[cut + 1 :])),) if cut < len(lines) else ()
        return Ended(tuple(lines[:cut]), below, ())
    span = _table(lines[:cut])
    if span is not None and any(line.text for line in lines[: span[0]]):
        table = Part(None, tuple(lines[span[0] : cut]))
        rest = (Part(lines[cut], tuple(lines[cut + 1 :])),) if cut < len(lines) else ()
        return Ended(tuple(lines[: span[0]]), (table, *rest), ())
    if cut == len(lines):
        return Ended(tuple(lines), (), _unsure(lines))
    heading = lines[cut]
    sure = is_styled(lines, cut) or (not lines[cut - 1].text and _ENDED.search(_above(lines, cut)))
    below = (Part(heading, tuple(lines[cut + 1 :])),)
    return Ended(tuple(lines[:cut]), below, () if sure else (heading,))


def _begins_by_style(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    filled = bool(line.text and _above(lines, place)) and _after(lines, place) is not None
    return filled and is_styled(lines, place)


def _begins_other(lines: Sequence[Line], place: int) -> bool:
    line, above = lines[place], _above(lines, place)
    if not above or not line.text or _after(lines, place) is None:
        return False
    if is_styled(lines, place):
        return not is_lead(line.text)
    if not _short(line) or _GOES_ON.search(above):
        return False
    straight = bool(lines[place - 1].text)
    return (not straight or bool(_ENDED.search(above))) and not _starts_small(lines, place)


def _short(line: Line) -> bool:
    """Whether a line is short and can neither be a sentence, an entry of a list, nor a name."""
    text = line.text
    return not (
        line.cells
        or "\t" in text
        or len(text) > _LONGEST
        or len(text.split()) > _MOST_WORDS
        or cannot_be_heading(text)
        or is_lead(text)
        or slag(text)
        or says_something(text)
        or _PASSIVE.search(text)
        or re.search(PARTY, text)
        or re.fullmatch(NAME, text)
    )


def _unsure(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Short lines below one that ends no sentence, above one that begins large: headings, or words that go on."""
    filled = [line for line in lines if line.text]
    widest = max((len(line.text) for line in filled), default=0)
    return tuple(
        line
        for above, line, after in zip(filled, filled[1:], filled[2:], strict=False)
        if _short(line)
        and not _GOES_ON.search(above.text)
        and not _ENDED.search(above.text)
        and min(len(line.text), len(above.text)) < _NARROW * widest
        and after.text[0].isupper()
    )


def _table(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The lines of a printed table; entries of a list with a tab after their mark are none."""
    span = table_span(lines)
    if span is None or any(_ENTRY.match(line.text) for line in lines[span[0] : span[1]]):
        return None
    return span


def _above(lines: Sequence[Line], place: int) -> str:
    return next((line.text for line in reversed(lines[:place]) if line.text), "")


def _after(lines: Sequence[Line], place: int) -> Line | None:
    return next((line for line in lines[place + 1 :] if line.text), None)


def _starts_small(lines: Sequence[Line], place: int) -> bool:
    after = _after(lines, place)
    return after is not None and after.text[:1].islower()
