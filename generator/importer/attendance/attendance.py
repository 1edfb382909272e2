"""Who was called and who was there: the lists of a document, whatever their layout, as rows of a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.importer.attendance.bodies import printed_bodies
from generator.importer.attendance.hand import Hand, take_rows
from generator.importer.attendance.labels import roles_with_names
from generator.importer.attendance.lines import Printed, Why, printed_lines
from generator.importer.attendance.lists import Lists
from generator.importer.attendance.notes import read_notes
from generator.importer.attendance.row import Row, Where, read_row
from generator.importer.attendance.table import header_of, settled
from generator.importer.attendance.words import ListRule, group_of, list_rules, single_roles
from generator.importer.known import Known
from generator.importer.layout.headings import heading
from generator.importer.layout.segments import Segment
from generator.importer.reading import Reading

_CLOSING = frozenset(
    {"justerare", "justering_plats_tid", "underskrifter", "underskrift", "justeras", "anslag", "omfattar"}
)
_AFTERWARDS = frozenset({"beslutande", "narvarande", "ej_tjanstgorande", "tjanstgorande_ersattare"})
_ALL_PRESENT = ("beslutande", "fortroendevalda")
"""Lists that ``Närvarande: se närvarolistan`` may mean, where they come after it."""


def read_attendance(segments: Sequence[Segment], known: Known, before: bool = False) -> Reading:
    """The lists of people of a document: `kallade` and `narvaro` as in the model.

    `before` says that the document was written before the meeting, so that its lists are of those who are called.
    """
    lists = Lists()
    hand = Hand(lists, printed_bodies(segments, known), _numbers(segments), "kallade" if before else "narvaro")
    for segment in _of_people(list(_with_role_below(segments))):
        _take(segment, hand, before)
    read_notes(segments, lists, hand.bodies)
    _tell_missing_bodies(lists, known)
    for key, row, after_others in hand.elsewhere:
        meant = _ALL_PRESENT if key and key[1] == "narvarande" and not after_others else ()
        if key is None or not any(lists.rows.get(one) for one in (key, *((key[0], name) for name in meant))):
            lists.doubt(hand.part, row.line, Why(f"Listan står någon annanstans: ”{row.text}”."))
    return lists.reading()


def _tell_missing_bodies(lists: Lists, known: Known) -> None:
    """A doubt where a row names no organisation and the others do, with what the archive has of the person."""
    for key, place, line, read in lists.without_body():
        persons = (known.people[one] for one in known.persons_named(read.namn) if one in known.people)
        bodies = {body for person in persons for party, body in person.pairs if party == read.parti and body}
        names = [name.title() for name, ids in sorted(known.huvudman.items()) if bodies & set(ids)]
        there = f" I arkivet står {read.namn} ({read.parti}) för {names[0]}." if len(bodies) == 1 and names else ""
        lists.doubt_row(key, place, line, Why(f"Raden saknar organisation, som de andra raderna i listan har.{there}"))


def _of_people(segments: Sequence[Segment]) -> Iterator[Segment]:
    """The segments of lists, and of single roles where they stand among lists or just before one."""
    among = False
    for place, segment in enumerate(segments):
        if segment.slag != "etikett":
            among = among and segment.slag == "text"
        elif segment.falt in list_rules():
            among = True
            yield segment
        elif segment.falt in single_roles() and (among or _before_list(segments[place + 1 :])):
            yield segment
        elif segment.falt in _CLOSING:
            among = False


def _with_role_below(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments, with the label of the chair that stands straight below the first person of a list in that list."""
    held: Segment | None = None
    for segment in segments:
        if held and segment.falt == "ordforande" and _is_first_person(held, segment):
            held = replace(held, lines=(*held.lines, segment.start, *segment.lines))
            continue
        if held:
            yield held
        held = segment
    if held:
        yield held


def _is_first_person(listed: Segment, role: Segment) -> bool:
    alone = not role.lines or role.lines[0].number != role.start.number
    straight = bool(listed.lines) and bool(listed.lines[-1].text)
    people = listed.slag == "etikett" and listed.falt in list_rules()
    return people and alone and straight and sum(1 for line in listed.lines if line.text) == 1


def _before_list(following: Sequence[Segment]) -> bool:
    """Whether a list comes next, other single roles aside."""
    first = next((segment for segment in following if segment.falt not in single_roles()), None)
    return first is not None and first.slag == "etikett" and first.falt in list_rules()


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
    if segment.falt == "pa_lank":
        return
    _open_list(segment, hand, before)
    rows = printed_lines(segment.lines)
    start = printed_lines([segment.start])
    if start and (columns := header_of(start[0])):
        below = [row for row in rows if row.line != segment.start.number]
        hand.columns = settled(columns, below)
        take_rows(below, hand)
        return
    rules = _side_by_side(segment)
    if rules and not any(len(row.cells) > 1 for row in rows if row.line != segment.start.number):
        hand.rule, hand.inner, hand.unsure = rules[-1], None, None
        rows, rules = [row for row in rows if row.line != segment.start.number], []
    if not rules:
        take_rows(rows, hand)
        return
    below = [row for row in rows if row.line != segment.start.number]
    for column, rule in enumerate(rules):
        if column:
            hand.rule, hand.inner, hand.unsure = rule, None, None
        take_rows(_column(below, column), hand)


def _open_list(segment: Segment, hand: Hand, before: bool) -> None:
    """The label of a segment: which list opens, and what of its words is kept as a heading."""
    hand.rule = list_rules()[segment.falt]
    hand.columns, hand.party = (), None
    if segment.falt == "kallade":
        hand.part = "kallade"
    elif segment.falt in _AFTERWARDS and not before:
        hand.part = "narvaro"
    printed = segment.rubrik.strip(" :*_")
    if group_of(printed) != "indre":
        hand.outer = hand.group = None
    usual = hand.rule.usual.fullmatch(printed) is not None and hand.outer is None
    hand.inner = None if usual or hand.key is None else printed
    hand.label = printed
    hand.unsure = _unsure(segment.falt, hand)
    hand.opened.add(segment.falt)


def _unsure(falt: str, hand: Hand) -> Why | None:
    """Why the list that a label opens may be another, told once at its first row."""
    if falt == "ledamoter" and hand.part == "narvaro" and not hand.opened & {"narvarande", "beslutande"}:
        return Why("Listan heter Ledamöter. Dess rader är lästa som beslutande.", ("fortroendevalda",))
    return None


def _take_single(segment: Segment, hand: Hand) -> None:
    """A label with one person, and other persons with their roles below it: ``Ordförande: Anna Ek (S)``."""
    narvaro, kallade = single_roles()[segment.falt]
    listed = kallade if hand.part == "kallade" else narvaro
    lines = roles_with_names(printed_lines(segment.lines), hand.bodies, leading=True)
    rows = [read_row(row, Where(listed, hand.bodies, hand.numbers)) for row in lines]
    hand.lists.headings = ()
    for place, row in enumerate(rows):
        if row is None or row.read is None or (place and not row.read.roll):
            break
        if hand.lists.find(row.read.namn, hand.part):
            continue
        hand.lists.add((hand.part, listed), _with_role(row, row.read.roll, segment.rubrik))


def _with_role(row: Row, printed: str | None, label: str) -> Row:
    """The row with the role that its label says, where it prints none of its own."""
    value = {"rad": row.value} if isinstance(row.value, str) else row.value
    return row if printed else replace(row, value=value | {"roll": label.strip(" :*_")})


def _side_by_side(segment: Segment) -> list[ListRule]:
    """The lists whose labels stand beside each other on the segment's first line, as headings of columns."""
    start = printed_lines([segment.start])
    labels = [heading(cell, "huvud", "etikett") for cell in start[0].cells] if start else []
    rules = [list_rules().get(one.rule.falt) for one in labels if one and not one.value]
    found = [rule for rule in rules if rule]
    return found if len(found) > 1 and len(found) == len(labels) else []


def _column(rows: Sequence[Printed], column: int) -> list[Printed]:
    cells = ((row, (row.cells or (row.text,))) for row in rows)
    return [replace(row, text=each[column], cells=()) for row, each in cells if column < len(each) and each[column]]
