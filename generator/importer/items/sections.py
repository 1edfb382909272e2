"""Running text of an item: headings that no table has, printed tables, what each kommun contributed, and the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.printed.chunks import MARKER, Chunk, chunks, without
from generator.importer.printed.paragraphs import plain, prose
from generator.importer.printed.persons import NAME, PARTY

_LONGEST = 140
_MOST_WORDS = 20
_SHORT = 0.6
_FEWEST = 3
_KNOWN = 3
_ENDS_SENTENCE = re.compile(r"[.;,!…\-–]$")
_CANNOT_END = re.compile(
    r"\b(?:att|och|samt|som|för|i|på|av|till|om|med|från|den|det|de|en|ett|är|eller|sig|enligt)$", re.IGNORECASE
)
_ARROW = re.compile(r"^[→➤✓]")
_FINITE = re.compile(
    r"\b(?:är|finns|ska|skall|har|hade|var|blev|pågår|kan|kommer|består|gäller|omfattar|innebär|visar|följer|lyfts|"
    r"ställs|föreslås|noteras|"
    r"presenteras|behöver|bör|får|anser|yrkar|beslutar)\b",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(r"^(?:Följande|Nedanstående)\b|\w{3}[aå]s:$")
"""A sentence that a list goes on: it begins with "Följande", or its last word is a verb in -as or -ås."""
_SPEAKS = re.compile(rf"{NAME}(?: ?{PARTY})? [a-zåäö]+(?:r|de)(?: om)?:$")
_BOLD = re.compile(r"(?:[-–•]\s+)?(?P<mark>\*{2,3}|__)(?P<text>[^*_]+)(?P=mark)\s*:?")
_FROM = re.compile(
    r"(?P<fran>[A-ZÅÄÖ][\wåäöé-]+(?: (?:[A-ZÅÄÖ][\wåäöé-]+|kommun|stad|kommuner|län)){0,3}):\s+(?P<text>\S.*)",
    re.DOTALL,
)
_ENTRY = re.compile(r"(?:att|dels|[-–—•*\uf0b7\uf0a7·]|[a-zåäö]\))\s")
_HOW = re.compile(r"\b((?:via|per|genom|med) (?:mejl|mail|e-post|brev|telefon|chatt(?:en)?|sms))\b", re.IGNORECASE)
_WHOLE_NAME = re.compile(r"\b(?:kommun|stad|regionen|kommuner|län)\b")


@dataclass(frozen=True)
class Part:
    """Text under one heading (None for what stands before the first), or under the heading of the section itself."""

    rubrik: Line | None
    lines: tuple[Line, ...]

    @property
    def title(self) -> str:
        """The heading as printed, without marks of emphasis or of a list."""
        return _title(self.rubrik.text) if self.rubrik else ""


def parts(lines: Sequence[Line]) -> list[Part]:
    """The lines parted at headings that stand alone: bold, of their own level, or a short line that is no sentence."""
    found: list[tuple[Line | None, list[Line]]] = [(None, [])]
    widest = max((len(line.text) for line in lines), default=0)
    for place, line in enumerate(lines):
        if _is_heading(lines, place, widest):
            found.append((line, []))
        else:
            found[-1][1].append(line)
    return _filled([Part(heading, tuple(below)) for heading, below in found])


def under(lines: Sequence[Line]) -> list[Part]:
    """The lines below a heading parted; a line straight below it that no style makes a heading is its text."""
    first, *others = parts(lines)
    if others and not any(line.text for line in first.lines):
        heading = others[0].rubrik
        if heading is not None and not (is_marked(heading) or heading.bold):
            return [Part(first.rubrik, (*first.lines, heading, *others[0].lines)), *others[1:]]
    return [first, *others]


def _filled(found: list[Part]) -> list[Part]:
    """Headings with nothing below them are text of the part before."""
    out = [found[0]]
    for part in found[1:]:
        if any(line.text for line in part.lines):
            out.append(part)
        elif part.rubrik:
            out[-1] = Part(out[-1].rubrik, (*out[-1].lines, part.rubrik, *part.lines))
    return out


def _is_heading(lines: Sequence[Line], place: int, widest: int) -> bool:
    line = lines[place]
    if not _title(line.text) or line.cells or "\t" in line.text or len(line.text) > _LONGEST:
        return False
    if is_marked(line):
        return not _ENDS_SENTENCE.search(_title(line.text)) and not _ARROW.match(line.text)
    above = place and lines[place - 1].text
    after = next((one for one in lines[place + 1 :] if one.text), None)
    if above or cannot_be_heading(line.text) or after is None or after.text[:1].islower():
        return False
    alone = not lines[place + 1].text
    if line.bold and not after.bold:
        return True
    if alone:
        return _alone(line, after)
    return _short_above_text(lines, place, widest)


def is_marked(line: Line) -> bool:
    """Whether a line is a heading by its style or by marks of emphasis around the whole of it."""
    return bool(line.level or _BOLD.fullmatch(line.text))


def is_styled(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is printed as a heading: by a style of its own, or bold between lines that are not."""
    line = lines[place]
    after = next((one for one in lines[place + 1 :] if one.text), None)
    above = next((one for one in reversed(lines[:place]) if one.text), None)
    bold = line.bold and not (after and after.bold) and not (above and above.bold) and not lines[place - 1].text
    fits = bool(_title(line.text)) and not line.cells and "\t" not in line.text and len(line.text) <= _LONGEST
    ends = _ENDS_SENTENCE.search(_title(line.text)) or _ARROW.match(line.text)
    return fits and not ends and (is_marked(line) or (bold and not cannot_be_heading(line.text)))


def says_something(text: str) -> bool:
    """Whether a text has a verb that a heading lacks."""
    return bool(_FINITE.search(text))


def cannot_be_heading(text: str) -> bool:
    """Whether a line is an entry of a list, a sentence or a part of one rather than a heading."""
    return bool(
        MARKER.match(text)
        or _ARROW.match(text)
        or not text[0].isupper()
        or _ENDS_SENTENCE.search(text)
        or _CANNOT_END.search(text)
        or len(text.split()) > _MOST_WORDS
        or _FROM.fullmatch(text)
    )


def _alone(line: Line, after: Line) -> bool:
    if line.text.endswith(":"):
        said = _FINITE.search(line.text) or _LEADS_IN.search(line.text) or _SPEAKS.match(line.text)
        return bool(MARKER.match(after.text)) and not said and len(line.text.split()) > 1
    return True


def _short_above_text(lines: Sequence[Line], place: int, widest: int) -> bool:
    """A short line straight above a paragraph: print would have filled it, had the sentence gone on."""
    after = lines[place + 1]
    below = []
    for line in lines[place + 1 :]:
        if not line.text:
            break
        below.append(line.text)
    return (
        len(lines[place].text) < _SHORT * widest
        and not lines[place].text.endswith(":")
        and not after.cells
        and "\t" not in after.text
        and not MARKER.match(after.text)
        and after.text[0].isupper()
        and below[-1].endswith((".", "?"))
        and not _FINITE.search(lines[place].text)
    )


def _title(text: str) -> str:
    bold = _BOLD.fullmatch(text)
    return " ".join((bold["text"] if bold else text).split())


def section(rubrik: str, lines: Sequence[Line]) -> dict[str, Any] | None:
    """An avsnitt under its printed heading; None where nothing stands under it."""
    rest, found = _without_table(lines)
    text = prose(rest)
    out: dict[str, Any] = {"rubrik": plain(rubrik)}
    if text:
        out["text"] = text
    if found:
        out["tabell"] = found
    return out if len(out) > 1 else None


def _cells(line: Line) -> tuple[str, ...]:
    return tuple(plain(part).strip() for part in line.cells or line.text.split("\t"))


def has_table(lines: Sequence[Line]) -> bool:
    """Whether the lines hold a printed table."""
    return table_span(lines) is not None


def table_span(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The places of the first and after the last row of the first printed table."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (_is_row(lines[end]) or (lines[end].cells and end > start)):
            end += 1
        if end - start > 1:
            return start, end
        start = end + 1
    return None


def _is_row(line: Line) -> bool:
    """Whether a line has cells; an entry of a list with wide space after its mark has none."""
    return _filled_cells(line) > 1 and not (not line.cells and _ENTRY.match(line.text))


def _filled_cells(line: Line) -> int:
    return sum(bool(cell) for cell in _cells(line))


def _without_table(lines: Sequence[Line]) -> tuple[list[Line], dict[str, Any] | None]:
    span = table_span(lines)
    if span is None:
        return list(lines), None
    rows = [_cells(line) for line in lines[span[0] : span[1]]]
    width = max(len(row) for row in rows)
    head = rows[0]
    if len(head) < width:
        head = (*("",) * (width - len(head)), *head)
    table = {"kolumner": list(head), "rader": [[*row, *("",) * (width - len(row))] for row in rows[1:]]}
    return [*lines[: span[0]], Line("", lines[span[0]].number), *lines[span[1] :]], table


def contributions(
    lines: Sequence[Line], is_party: Callable[[str], bool], authority: Callable[[str], str | None]
) -> tuple[list[dict[str, Any]], list[Line]]:
    """What each of several parties said ("Köping: …"), and the lines left over.

    It takes a run of at least three paragraphs that begin with a name and a colon, of which a third are known: by
    `is_party`, by a word for an authority, or in the archive (`authority` gives the id there).
    """
    found = chunks(lines)
    first, last = _longest_run(found)
    run = found[first:last]
    named = [match for chunk in run if (match := _FROM.fullmatch(chunk.text))]
    known = [one for one in named if _is_known(one["fran"], is_party, authority)]
    if len(named) < _FEWEST or len(known) * _KNOWN < len(named):
        return [], list(lines)
    taken = {line.number for chunk in run for line in chunk.lines}
    out = [_contribution(chunk, authority) for chunk in run]
    return out, without(lines, taken)


def _is_known(name: str, is_party: Callable[[str], bool], authority: Callable[[str], str | None]) -> bool:
    return bool(_WHOLE_NAME.search(name)) or is_party(name) or authority(name) is not None


def _longest_run(found: Sequence[Chunk]) -> tuple[int, int]:
    best, start = (0, 0), 0
    for place, chunk in enumerate([*found, None]):
        if chunk is None or not _FROM.fullmatch(chunk.text):
            if place - start > best[1] - best[0]:
                best = (start, place)
            start = place + 1
    return best


def _contribution(chunk: Chunk, authority: Callable[[str], str | None]) -> dict[str, Any]:
    match = _FROM.fullmatch(chunk.text)
    if match is None:
        return {"fran": chunk.text}
    out: dict[str, Any] = {"fran": match["fran"]}
    if place := authority(match["fran"]):
        out["huvudman"] = place
    first = re.split(r"(?<=[.!?])\s", match["text"], maxsplit=1)[0]
    if how := _HOW.search(first):
        out["satt"] = how[1]
    out["text"] = match["text"]
    return out
