"""Lines inside items that say of named persons that they are prevented or there from afar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.importer.attendance.lines import Why, printed_lines
from generator.importer.attendance.lists import Lists
from generator.importer.attendance.names import Start, start_of
from generator.importer.attendance.row import Row, Where, read_row, tidy
from generator.importer.attendance.split import running
from generator.importer.attendance.words import Bodies, list_rules, note_of
from generator.importer.extract.line import Line
from generator.importer.layout.segments import Segment

_LABELS = frozenset({"pa_lank"})
_LONGEST = 300


def read_notes(segments: Sequence[Segment], lists: Lists, bodies: Bodies) -> None:
    """Puts what the notes of a document say into its lists."""
    for line, kind, label, names in _notes(segments):
        _take(line, kind, (label, names), lists, bodies)


def _notes(segments: Sequence[Segment]) -> Iterator[tuple[Line, str, str, str]]:
    """Each note: its line, what it says, the words that say it, and the names."""
    for segment in segments:
        listed = segment.slag == "etikett" and segment.falt in list_rules()
        for line in segment.lines:
            if listed and segment.falt in _LABELS and line.text:
                yield line, "distans", segment.rubrik, line.text
            elif not listed and len(line.text) <= _LONGEST and (found := note_of(line.text.strip("*_ -"))):
                yield line, *found


def _take(line: Line, kind: str, said: tuple[str, str], lists: Lists, bodies: Bodies) -> None:
    rows = printed_lines([Line(tidy(said[1].rstrip(" .")), line.number)])
    for printed in running(rows, bodies):
        row = read_row(printed, Where("forhinder", bodies)) if start_of(printed.text, bodies) > Start.NONE else None
        if row is None or row.read is None:
            continue
        if kind == "distans":
            _from_afar(row, said[0], lists)
        elif kind == "forhinder":
            lists.headings = ()
            lists.add(("narvaro", "forhinder"), row)
        elif kind == "narvarande":
            if not lists.find(row.read.namn):
                lists.headings = ()
                why = Why(f"Namnet står i en punkt, efter ”{said[0]}”.")
                lists.add(("narvaro", "narvarande"), replace(row, whys=(*row.whys, why)))
        else:
            lists.headings = ()
            why = Why(f"Namnet står i en punkt, efter ”{said[0]}”.", ("forhinder",))
            lists.add(("narvaro", "franvarande"), replace(row, whys=(*row.whys, why)))


def _from_afar(row: Row, label: str, lists: Lists) -> None:
    why = Why(f"Dokumentet säger ”{label}” om {row.read.namn if row.read else ''}.")
    listed = lists.find(row.read.namn) if row.read else None
    if listed:
        lists.set_field(*listed, ("form", "distans"), row.line, why)
        return
    lists.headings = ()
    lists.add(("narvaro", "narvarande"), row)
    where = lists.find(row.read.namn) if row.read else None
    if where:
        lists.set_field(*where, ("form", "distans"), row.line, why)
