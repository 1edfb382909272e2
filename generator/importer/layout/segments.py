"""Lines to segments: which label, heading or number every stretch of a document stands under.

The rules are `layouter.toml`, a table that a person can read: a new layout is a new row there and a case in the tests.
Nothing is understood here; a segment says only which row took its first line and what stands below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.importer.extract.line import Line
from generator.importer.layout.headings import Heading, heading
from generator.importer.layout.numbering import Start, item_starts
from generator.importer.layout.pieces import pieces
from generator.importer.layout.subitems import sub_starts
from generator.importer.layout.table import Slag, Zone
from generator.importer.layout.tail import Group, signature_groups
from generator.importer.layout.titles import title_from
from generator.importer.layout.unnumbered import unnumbered
from generator.importer.printed.paragraphs import join, joined

_SHORT = 60
_SIGNED = frozenset({"underskrifter", "justeras"})
_ROLES = frozenset({"ordforande", "sekreterare", "justerare", "omfattar"})
_MOST_LINES = 3


@dataclass(frozen=True)
class Segment:
    """A stretch of a document: `falt` names the row, `rubrik` is the printed label or heading, `nr` a printed number.

    `slag` is ``slag`` (a line that names the kind of document), ``etikett`` (a label of the head, the lists of people
    or the closing), ``avsnitt`` (a heading inside an item; `falt` is ``okand`` for one that the table does not have),
    ``punkt`` (an item; `falt` is ``paragraf``, ``punkt``, ``nummer``, ``klockslag``, ``underpunkt`` or, in a document
    without numbers, ``rubrik``; `rubrik` its whole title, also where it is broken over lines) or ``text`` (the lines
    before the first row).

    `start` is the line that the row took, whole; `lines` are the value: what followed on that line, then all lines up
    to the next segment, blank ones too.
    """

    slag: Slag
    falt: str
    rubrik: str
    nr: str
    start: Line
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The value as one line of text."""
        return joined(self.lines)


@dataclass(frozen=True)
class _Opening:
    """What begins a segment: the segment with the first line of its value, and the place of the next line."""

    segment: Segment
    after: int


def read_segments(lines: Sequence[Line]) -> tuple[Segment, ...]:
    """The segments of one document, in order; every line that is not blank is in exactly one of them."""
    parts = pieces(lines)
    items = item_starts(parts, lambda text: heading(text, "punkt", "avsnitt") is not None) or unnumbered(parts)
    starts = {start.index: start for start in items} | sub_starts(parts, items)
    groups = signature_groups(parts, [start.index for start in items])
    signed = {group.start: group for group in groups}
    opens = {group.opens for group in groups}
    segments: list[Segment] = []
    zone: Zone = "huvud"
    at = 0
    while at < len(parts):
        zone = "slut" if at in opens else zone
        begun = bool(segments) and segments[-1].falt in _SIGNED
        grouped = at in signed and not begun
        opening = _signatures(parts, signed[at]) if grouped else _opening(parts, at, starts, zone)
        if opening is None or _goes_on(segments, opening.segment):
            _add(segments, parts[at])
            at += 1
            continue
        segments.append(opening.segment)
        zone = _zone_after(zone, opening.segment)
        at = opening.after
    return tuple(segments)


def _signatures(parts: Sequence[Line], group: Group) -> _Opening:
    """Signatures that stand without a label."""
    lines = tuple(parts[group.start : group.end])
    return _Opening(Segment("etikett", "underskrifter", "", "", lines[0], lines), group.end)


def _goes_on(segments: Sequence[Segment], segment: Segment) -> bool:
    """Whether a role, or the §§ beside it, is one of the signatures that the segment before has begun."""
    return bool(segments) and segments[-1].falt in _SIGNED and segment.falt in _ROLES


def _zone_after(zone: Zone, segment: Segment) -> Zone:
    if segment.slag == "punkt":
        return "punkt"
    closes = segment.slag == "etikett" and (zone == "punkt" or segment.falt == "anslag")
    return "slut" if closes else zone


def _add(segments: list[Segment], line: Line) -> None:
    if not segments:
        segments.append(Segment("text", "", "", "", line, ()))
    last = segments[-1]
    segments[-1] = replace(last, lines=(*last.lines, line))


def _opening(parts: Sequence[Line], at: int, starts: dict[int, Start], zone: Zone) -> _Opening | None:
    line = parts[at]
    if not line.text:
        return None
    if at in starts:
        return _item(parts, starts[at], starts)
    best, length = heading(line.text, zone), 1
    for text, count in _broken_label(parts, at, starts):
        longer = heading(text, zone)
        slag = "slag" if best and best.rule.slag == "slag" and _one_size(parts[at : at + count]) else "etikett"
        if longer and longer.rule.slag == slag and len(longer.rubrik) > len(parts[at].text):
            best, length = longer, count
    if best is None:
        return None
    return _labelled(best, line, at + length)


def _one_size(lines: Sequence[Line]) -> bool:
    """Whether lines are printed in one known size, as those of a title broken over them are."""
    return lines[0].size is not None and len({line.size for line in lines}) == 1


def _labelled(found: Heading, line: Line, after: int) -> _Opening:
    value = (replace(line, text=found.value, cells=()),) if found.value else ()
    return _Opening(Segment(found.rule.slag, found.rule.falt, found.rubrik, "", line, value), after)


def _broken_label(parts: Sequence[Line], at: int, starts: dict[int, Start]) -> list[tuple[str, int]]:
    """The line with the one or two after it, where the label may be broken over them: text and number of lines."""
    text, out = parts[at].text, []
    for count in range(2, _MOST_LINES + 1):
        place = at + count - 1
        if place >= len(parts) or place in starts or len(text) > _SHORT:
            break
        more = parts[place].text
        if not more or not more[:1].islower():
            break
        text = join(text, more)
        out.append((text, count))
    return out


def _item(parts: Sequence[Line], start: Start, starts: dict[int, Start]) -> _Opening:
    title, after, rest = title_from(parts, start.index, start.title, frozenset(starts))
    line = parts[start.index]
    return _Opening(Segment("punkt", start.falt, title, start.nr, line, rest), after)
