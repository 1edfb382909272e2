"""The lines of a head that no label holds: titles, the organ, the kind of document, a diarienummer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importer.extract.line import Line
from generator.importer.layout.headings import heading
from generator.importer.layout.segments import Segment
from generator.importer.printed.dates import find_dates

_ONE_PARAGRAPH = frozenset(
    {"motesdatum", "tid", "datum_och_tid", "plats", "plats_och_tid", "motesform", "organ", "omfattar"}
)
_BOARD = frozenset(
    {"anslag", "anslag_uppsatt", "anslag_period", "anslag_nedtaget", "forvaras", "underskrift", "overklagandetid"}
)
_ALSO_ON_BOARD = frozenset({"organ", "motesdatum", "omfattar"})
_JUSTERING = frozenset({"justering", "justerare", "justering_plats_tid"})
_ALSO_OF_JUSTERING = frozenset({"plats", "tid", "plats_och_tid", "datum_och_tid"})
_CAPITALS = re.compile(r"\b[A-ZÅÄÖ]{6,}\b")
_BETWEEN = re.compile(
    r"\b(?:(?:Samman?trädes|Mötes)datum|Sid(?:a|an)?|Blad)\b\.?:?|\b\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|av \d{1,4})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Title:
    """A line of the head: its text without days and page numbers, its line; `kind` where it names the kind."""

    text: str
    line: Line
    kind: str = ""


def head_of(segments: Sequence[Segment]) -> list[Segment]:
    """The segments before the first item, but for those of a bevis and of the justering."""
    out: list[Segment] = []
    board, justering = False, False
    for segment in segments:
        if segment.slag == "punkt" or segment.falt == "overklagande":
            break
        board = segment.falt in _BOARD or (board and segment.falt in _ALSO_ON_BOARD)
        justering = segment.falt in _JUSTERING or (justering and segment.falt in _ALSO_OF_JUSTERING)
        if not board and not (justering and segment.falt in _ALSO_OF_JUSTERING):
            out.append(segment)
    return out


def value_lines(segment: Segment) -> tuple[Line, ...]:
    """The value of a label of the head: what stands beside it, or the first paragraph below it."""
    if segment.falt not in _ONE_PARAGRAPH:
        return segment.lines
    out: list[Line] = []
    for line in segment.lines:
        if line.text:
            out.append(line)
        elif out:
            break
    return tuple(out)


def titles(segments: Sequence[Segment]) -> list[Title]:
    """The title lines of a head, in order."""
    return [title for segment in head_of(segments) for title in _of_segment(segment)]


def titles_of_lines(lines: Sequence[Line]) -> list[Title]:
    """Running heads as title lines, each once: where a document has no head of its own they are its head."""
    seen: dict[str, Title] = {}
    for line in lines:
        found = heading(line.text, "huvud")
        if found is not None and found.rule.slag == "etikett":
            continue
        kind = found.rule.falt if found else ""
        for text in _without_days(line.text):
            named = heading(text, "huvud", "slag")
            seen.setdefault(text, Title(text, line, named.rule.falt if named else kind))
    return list(seen.values())


def organ_titles(segments: Sequence[Segment]) -> list[Title]:
    """The bodies that labels name, also those of a bevis."""
    return [
        Title(line.text, line, "organ")
        for segment in segments
        if segment.falt == "organ"
        for line in value_lines(segment)[:1]
    ]


def _of_segment(segment: Segment) -> Iterator[Title]:
    if segment.slag == "slag":
        for text in _without_days(segment.rubrik):
            yield Title(text, segment.start, segment.falt)
    if segment.slag in ("slag", "text"):
        yield from _lines(segment.lines)
    elif segment.falt in _ONE_PARAGRAPH:
        taken = value_lines(segment)
        if segment.falt in ("motesdatum", "datum_och_tid"):
            yield from _lines(taken)
        elif segment.falt == "organ":
            yield from (Title(line.text, line, "organ") for line in taken[:1])
        yield from _lines([line for line in segment.lines if line not in taken])


def _lines(lines: Sequence[Line]) -> Iterator[Title]:
    for line in lines:
        for text in _without_days(line.text):
            found = heading(text, "huvud", "slag")
            yield Title(text, line, found.rule.falt if found else "")


def _without_days(text: str) -> list[str]:
    """The parts of a line between its days, columns, labels and page numbers; a kind in capitals is one too."""
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]}\t{text[found.end :]}"
    text = _CAPITALS.sub(lambda word: f"\t{word[0]}\t" if heading(word[0], "huvud", "slag") else word[0], text)
    parts = re.split(r"\t|\s{3,}", _BETWEEN.sub("\t", text))
    cleaned = [part.strip(" *_:–-,") for part in parts]
    return [part for part in cleaned if re.search(r"[^\W\d_]{2}", part)]
