"""Labels and headings that stand on the same line as the people they hold for, put on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.importer.attendance.lines import Printed, join_text
from generator.importer.attendance.names import Start, start_of
from generator.importer.attendance.words import Bodies, is_role, is_title_word, list_label
from generator.model.partier import parti_kallat

_MOST_LINES = 4
_TWO = 2
_GROUP = re.compile(r"[A-ZÅÄÖ][\w-]*(?: [a-zåäö][\w-]*){0,3}")
_FROM = re.compile(r"(?:för|från)\s+[A-ZÅÄÖ].*", re.IGNORECASE)


def whole_labels(rows: Sequence[Printed]) -> list[Printed]:
    """The rows with a label that is broken over the left column whole, on a line before its people.

    ``Ej tjänst- | Anna Ek (S)``, ``görande | Bo Al (M)`` is a label of two lines with a person beside each.
    """
    out: list[Printed] = []
    at = 0
    while at < len(rows):
        count, label = _broken_label(rows, at)
        if count:
            out.append(replace(rows[at], text=label, cells=()))
            out.extend(replace(row, text=row.cells[1], cells=()) for row in rows[at : at + count])
            at += count
        else:
            out.append(rows[at])
            at += 1
    return out


def _broken_label(rows: Sequence[Printed], at: int) -> tuple[int, str]:
    """How many rows the label that begins here is broken over, and the label; 0 where none begins."""
    text, found = "", (0, "")
    for count, row in enumerate(rows[at : at + _MOST_LINES], 1):
        if len(row.cells) != _TWO:
            break
        text = join_text(text, row.cells[0]) if text else row.cells[0]
        if count > 1 and list_label(text):
            found = (count, text)
    return found


def group_apart(row: Printed, bodies: Bodies) -> list[Printed]:
    """A row with the heading of a group before a colon parted from its people: ``Från Norrby: Anna Ek (S)``."""
    group, colon, people = (part.strip() for part in row.text.partition(":"))
    if not colon or row.cells or start_of(people, bodies) == Start.NONE:
        return [row]
    if group in bodies or parti_kallat(group) or _FROM.fullmatch(group):
        return [replace(row, text=group), replace(row, text=people, blank=False)]
    if _GROUP.fullmatch(group) and not (is_role(group) or is_title_word(group.split(" ")[0])):
        return [replace(row, text=f"{group}:"), replace(row, text=people, blank=False)]
    return [row]


def roles_with_names(rows: Sequence[Printed], bodies: Bodies, leading: bool = False) -> list[Printed]:
    """The rows with a role that stands alone above a name on one row with it: ``Ordförande`` above ``Anna Ek (S)``.

    Only where the list begins so (or `leading` says it): else a role alone belongs to the person above it.
    """
    if not rows or not (leading or is_role(rows[0].text)):
        return list(rows)
    out: list[Printed] = []
    for row in rows:
        if out and is_role(out[-1].text) and start_of(row.text, bodies):
            out[-1] = replace(row, text=f"{out[-1].text} {row.text}", line=out[-1].line, cells=(), blank=out[-1].blank)
        else:
            out.append(row)
    return out
