"""Running text with several persons as one text for each, with separators or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.importer.attendance_lines import Printed, join_text
from generator.importer.attendance_names import Start, name_length, start_of
from generator.importer.attendance_words import Bodies, is_role

_AND = re.compile(r"\s+(?:och|samt)\s+|\s*/\s*(?=[A-ZÅÄÖ])")
_FOR_WHOM = re.compile(r"(?:ersätter|för|för:|stället för|av|och|samt)$", re.IGNORECASE)
_MOST_ROLE_WORDS = 4
_AFTER = re.compile(r"\)\s+(?=\S)")


def running(rows: Sequence[Printed], bodies: Bodies) -> list[Printed]:
    """The rows with each paragraph of running text joined and parted by persons; other rows as they are."""
    out: list[Printed] = []
    for paragraph in _paragraphs(rows):
        if any(len(persons_in(row.text, bodies)) > 1 for row in paragraph):
            out.extend(_persons_of(paragraph, bodies))
        else:
            out.extend(paragraph)
    return out


def _paragraphs(rows: Sequence[Printed]) -> Iterator[list[Printed]]:
    number = 0
    numbered = []
    for row in rows:
        number += row.blank
        numbered.append((number, row))
    for _, group in groupby(numbered, key=lambda one: one[0]):
        yield [row for _, row in group]


def _persons_of(paragraph: Sequence[Printed], bodies: Bodies) -> Iterator[Printed]:
    """The persons of a paragraph, each with the line that it begins on."""
    text, places = "", []
    for row in paragraph:
        text = join_text(text, row.text) if text else row.text
        places.append((len(text), row.line))
    at = 0
    for person in persons_in(text, bodies):
        at = max(at, text.find(person.split(",", 1)[0], at))
        line = next((line for end, line in places if at < end), paragraph[-1].line)
        yield replace(paragraph[0], text=person, line=line, cells=(), whys=())
        at += 1


def persons_in(text: str, bodies: Bodies) -> list[str]:
    """The persons of a running text, each with what belongs to them, as printed; the whole text where it is one."""
    parts = [part for piece in _top_level(text, bodies) for part in _without_separators(piece, bodies)]
    starts = [start_of(part, bodies) for part in parts]
    least = _least_start(starts)
    found: list[str] = []
    for part, start in zip(parts, starts, strict=True):
        if not found or start >= least:
            found.append(part)
        else:
            found[-1] = f"{found[-1]}, {part}"
    return found if len(found) > 1 else [text]


def _least_start(starts: Sequence[Start]) -> Start:
    """What a part must be to begin a person: a party where the others have one, else a name."""
    with_party = sum(1 for start in starts if start == Start.PARTY)
    if with_party:
        return Start.MORE
    return Start.NAME if all(starts) or sum(1 for start in starts if start) > 1 else Start.MORE


def _top_level(text: str, bodies: Bodies) -> Iterator[str]:
    """The parts between commas and semicolons outside parentheses, and around an "och" between two persons."""
    depth, begin = 0, 0
    for at, letter in enumerate(text):
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        if letter in ",;" and not depth:
            yield from _around_and(text[begin:at], bodies)
            begin = at + 1
    yield from _around_and(text[begin:], bodies)


def _around_and(text: str, bodies: Bodies) -> Iterator[str]:
    begin = 0
    for found in _AND.finditer(text):
        before, after = text[begin : found.start()], text[found.end() :]
        if before.count("(") == before.count(")") and start_of(before, bodies) and _is_person(before, after, bodies):
            yield before.strip()
            begin = found.end()
    if text[begin:].strip():
        yield text[begin:].strip()


def _is_person(before: str, after: str, bodies: Bodies) -> bool:
    """Whether a person follows an "och": one with more than a name, or a bare name where the first is one too."""
    start = start_of(after, bodies)
    both_bare = start == Start.NAME and name_length(before.strip()) == len(before.strip())
    return start >= Start.MORE or both_bare


def _without_separators(text: str, bodies: Bodies) -> Iterator[str]:
    """The persons that stand one after the other without a sign between: ``Anna Ek (chef) Bo Al (jurist)``.

    A role between two persons is the first one's, unless the text begins with a role.
    """
    begin, roles_first = 0, bool(_role_length(text))
    for found in _AFTER.finditer(text):
        rest, before = text[found.end() :], text[begin : found.start() + 1]
        if before.count("(") != before.count(")") or _FOR_WHOM.search(before):
            continue
        role = 0 if roles_first else _role_length(rest)
        if start_of(rest[role:], bodies) >= Start.MORE or (not role and _bare_name_at_end(rest, bodies)):
            yield text[begin : found.end() + role].strip()
            begin = found.end() + role
    if text[begin:].strip():
        yield text[begin:].strip()


def _role_length(text: str) -> int:
    """How many characters the role at the beginning of a text has; 0 where there is none."""
    words = text.split(" ")
    sizes = (size for size in range(min(_MOST_ROLE_WORDS, len(words)), 0, -1) if is_role(" ".join(words[:size])))
    return next((len(" ".join(words[:size])) + 1 for size in sizes), 0)


def _bare_name_at_end(rest: str, bodies: Bodies) -> bool:
    return start_of(rest, bodies) == Start.NAME and name_length(rest) == len(rest)
