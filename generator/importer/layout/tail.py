"""Where the closing of a document begins when no heading says so: signatures under each other, roles with names.

A role with a name is a signature when others stand with it, after the items, or in the head once it has been printed
who is to justera; a list of those present looks the same but stands before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.importer.extract.line import Line
from generator.importer.layout.headings import heading
from generator.importer.printed.persons import NAME
from generator.importer.printed.signatures import NAMED, ROLE, is_dots, without_extent

_ROLE_AND_NAME = re.compile(rf"(?i:{ROLE})(?:\s*:\s*|\s*\t\s*|\s{{2,}}|\s*[._…]{{3,}}\s*)(?:{NAMED})?")
_ROLE_THEN_NAME = re.compile(rf"(?i:{ROLE})\s+{NAMED}")
_NAME_THEN_ROLE = re.compile(rf"{NAME},?\s+(?i:{ROLE})")
_ROLE_ALONE = re.compile(ROLE, re.IGNORECASE)
_NAME_ALONE = re.compile(NAMED)
_SIGNS = re.compile(r"sekr|juster|förare")
_REACH = 8
_FEWEST = 2


@dataclass(frozen=True)
class Group:
    """Lines that are signatures, from `start` up to `end`; the closing that they belong to begins at `opens`."""

    start: int
    end: int
    opens: int


def signature_groups(lines: Sequence[Line], items: Sequence[int]) -> tuple[Group, ...]:
    """The groups of signatures of a document, in order. `items` are the places where items begin."""
    first_item = items[0] if items else len(lines)
    last_item = items[-1] if items else -1
    groups = []
    for begin, end in _runs(lines):
        start = _below_chosen(lines, begin, end) if begin < first_item else begin
        roles = {role[0].casefold() for line in lines[start:end] for role in _ROLE_ALONE.finditer(line.text)}
        at_the_end = start > last_item and not any(line.text for line in lines[end:])
        if len(roles) < _FEWEST and not (roles and at_the_end):
            continue
        in_head = start < first_item and any(_SIGNS.search(role) for role in roles) and _after_justerare(lines, start)
        if (start > last_item and items) or in_head:
            groups.append(Group(start, end, _opening(lines, start, last_item if start > last_item else -1)))
    return tuple(groups)


def _below_chosen(lines: Sequence[Line], start: int, end: int) -> int:
    """Where a run of signatures begins: below who is to justera, where that label is the first of the run.

    A justerare named again is one who signs; named once it may be a row of those present.
    """
    found = heading(lines[start].text, "huvud", "etikett")
    if found is None or found.rule.falt != "justerare" or not found.value:
        return start
    for place in range(start + 1, end):
        if _ROLE_ALONE.match(lines[place].text):
            again = any(_ROLE_ALONE.match(line.text) and "juster" in line.text.casefold() for line in lines[place:end])
            return place if again else start
    return start


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Stretches of lines that are roles with names, names with roles below, or lines to sign on."""
    start, end, signs = -1, -1, 0
    for place, line in enumerate(lines):
        if not line.text:
            continue
        if _is_sign(lines, place):
            start = place if start < 0 else start
            end, signs = place + 1, signs + (not is_dots(line.text))
            continue
        if signs >= _FEWEST:
            yield start, end
        start, signs = -1, 0
    if signs >= _FEWEST:
        yield start, end


def _is_sign(lines: Sequence[Line], place: int) -> bool:
    text = without_extent(lines[place].text)
    if (
        is_dots(text)
        or _ROLE_AND_NAME.fullmatch(text)
        or _ROLE_THEN_NAME.fullmatch(text)
        or _ROLE_ALONE.fullmatch(text)
        or _NAME_THEN_ROLE.fullmatch(text)
    ):
        return True
    if len(_columns(text)) > 1:
        return _beside(lines, place)
    return bool(_NAME_ALONE.fullmatch(text)) and (_is_role(_near(lines, place, 1)) or _is_role(_near(lines, place, -1)))


def _columns(text: str) -> list[str]:
    return [cell for cell in re.split(r"\t|\s{3,}", text.strip()) if cell]


def _beside(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is as many names as the line below or above is roles, or as many roles as that is names."""
    here = _columns(lines[place].text)
    others = [_columns(_near(lines, place, step)) for step in (1, -1)]
    roles, named = (all(pattern.fullmatch(cell) for cell in here) for pattern in (_ROLE_ALONE, _NAME_ALONE))
    return any(
        len(other) == len(here)
        and ((named and all(map(_is_role, other))) or (roles and all(map(_NAME_ALONE.fullmatch, other))))
        for other in others
    )


def _is_role(text: str) -> bool:
    return bool(_ROLE_ALONE.fullmatch(without_extent(text).strip(" ._…:\t")))


def _near(lines: Sequence[Line], place: int, step: int) -> str:
    """The nearest line with text above or below."""
    place += step
    while 0 <= place < len(lines):
        if lines[place].text and not is_dots(lines[place].text):
            return lines[place].text
        place += step
    return ""


def _after_justerare(lines: Sequence[Line], start: int) -> bool:
    """Whether it has been printed above who is to justera, or where; such a label may be broken over two lines."""
    texts = [line.text for line in lines[:start] if line.text]
    broken = [" ".join(pair) for pair in pairwise(texts)]
    above = [heading(text, "huvud", "etikett") for text in (*texts, *broken)]
    return any(one is not None and one.rule.falt in ("justerare", "justering_plats_tid", "justering") for one in above)


def _opening(lines: Sequence[Line], start: int, floor: int) -> int:
    """The heading of the closing a few lines above the signatures, where there is one."""
    seen = 0
    for place in range(start - 1, floor, -1):
        if not lines[place].text:
            continue
        found = heading(lines[place].text, "slut", "etikett")
        if found is not None and found.rule.falt in ("justering", "underskrifter") and not found.value:
            return place
        seen += 1
        if seen >= _REACH:
            break
    return start
