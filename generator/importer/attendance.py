"""Who was called and who was there: the lists of a document, whatever their layout, as rows of a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.importer.attendance_bodies import printed_bodies
from generator.importer.attendance_hand import Hand, take_rows
from generator.importer.attendance_lines import Printed, Why, printed_lines
from generator.importer.attendance_lists import Lists
from generator.importer.attendance_names import Start, start_of
from generator.importer.attendance_notes import read_notes
from generator.importer.attendance_row import Where, read_row
from generator.importer.attendance_words import ListRule, group_of, list_rules, single_roles
from generator.importer.headings import heading
from generator.importer.known import Known
from generator.importer.reading import Reading
from generator.importer.segments import Segment

_CLOSING = frozenset(
    {"justerare", "justering_plats_tid", "underskrifter", "underskrift", "justeras", "anslag", "omfattar"}
)
_AFTERWARDS = frozenset({"beslutande", "narvarande", "ej_tjanstgorande", "tjanstgorande_ersattare"})


def read_attendance(segments: Sequence[Segment], known: Known, before: bool = False) -> Reading:
    """The lists of people of a document: `kallade` and `narvaro` as in the model.

    `before` says that the document was written before the meeting, so that its lists are of those who are called.
    """
    lists = Lists()
    hand = Hand(lists, printed_bodies(segments, known), _numbers(segments), "kallade" if before else "narvaro")
    for segment in _of_people(segments):
        _take(segment, hand, before)
    read_notes(segments, lists, hand.bodies)
    for key, row in hand.elsewhere:
        if key is None or not lists.rows.get(key):
            lists.doubt(hand.part, row.line, Why(f"Listan står någon annanstans: ”{row.text}”."))
    return lists.reading()


def _of_people(segments: Sequence[Segment]) -> Iterator[Segment]:
    """The segments of lists, and of single roles where they stand among lists."""
    among = False
    for segment in segments:
        if segment.slag != "etikett":
            among = among and segment.slag == "text"
        elif segment.falt in list_rules():
            among = True
            yield segment
        elif segment.falt in single_roles() and among:
            yield segment
        elif segment.falt in _CLOSING:
            among = False


def _numbers(segments: Iterable[Segment]) -> tuple[int, int] | None:
    """The first and the last number of the document's §§ or points."""
    found = [
        int(number[0])
        for segment in segments
        if segment.slag == "punkt" and segment.falt != "underpunkt" and (number := re.search(r"\d{1,5}", segment.nr))
    ]
    return (min(found), max(found)) if found else None


def _take(segment: Segment, hand: Hand, before: bool) -> None:
    if segment.falt in single_roles():
        _take_single(segment, hand)
        return
    _open_list(segment, hand, before)
    rows = printed_lines(segment.lines)
    other = _second_list(segment, rows)
    if other:
        left, right = _two_lists(rows[1:])
        take_rows(left, hand)
        hand.rule, hand.inner = other, None
        take_rows(right, hand)
        return
    take_rows(rows, hand)


def _open_list(segment: Segment, hand: Hand, before: bool) -> None:
    """The label of a segment: which list opens, and what of its words is kept as a heading."""
    hand.rule = list_rules()[segment.falt]
    hand.columns = ()
    if segment.falt == "kallade":
        hand.part = "kallade"
    elif segment.falt in _AFTERWARDS and not before:
        hand.part = "narvaro"
    printed = segment.rubrik.strip(" :*_")
    if group_of(printed) != "indre":
        hand.outer = hand.group = None
    usual = hand.rule.usual.fullmatch(printed) is not None and hand.outer is None
    hand.inner = None if usual or hand.key is None else printed


def _take_single(segment: Segment, hand: Hand) -> None:
    """A label with one person: ``Ordförande: Anna Ek (S)``."""
    narvaro, kallade = single_roles()[segment.falt]
    rows = printed_lines(segment.lines)
    if len(rows) != 1 or start_of(rows[0].text, hand.bodies) == Start.NONE:
        return
    listed = kallade if hand.part == "kallade" else narvaro
    row = read_row(rows[0], Where(listed, hand.bodies, hand.numbers))
    if row and row.read and not row.read.roll and not hand.lists.find(row.read.namn, hand.part):
        hand.lists.headings = ()
        value = {"rad": row.value} if isinstance(row.value, str) else row.value
        hand.lists.add((hand.part, listed), replace(row, value=value | {"roll": segment.rubrik.strip(" :*_")}))


def _second_list(segment: Segment, rows: Sequence[Printed]) -> ListRule | None:
    """The list whose label stands beside the segment's own on the same line, as headings of two columns."""
    if not rows or not segment.lines or segment.lines[0].number != segment.start.number:
        return None
    found = heading(segment.lines[0].text, "huvud", "etikett")
    return list_rules().get(found.rule.falt) if found and not found.value else None


def _two_lists(rows: Sequence[Printed]) -> tuple[list[Printed], list[Printed]]:
    left = [replace(row, text=row.cells[0] if row.cells else row.text, cells=()) for row in rows]
    right = [replace(row, text=" ".join(row.cells[1:]), cells=()) for row in rows if row.cells]
    return [row for row in left if row.text], right
