"""Running text with several persons as one text for each, with separators or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.importer.attendance.lines import Printed, Why, is_open, join_text
from generator.importer.attendance.names import (
    SURNAME_FIRST,
    Start,
    name_length,
    start_of,
    title_before_name,
    words_of_name,
)
from generator.importer.attendance.words import Bodies, is_role, is_title_word
from generator.model.narvarorad import PARTI

_AND = re.compile(r"\s+(?:och|samt)\s+|\s*/\s*(?=[A-ZÅÄÖ])")
_FOR_WHOM = re.compile(r"(?:ersätter|för|för:|stället för|av|och|samt)$", re.IGNORECASE)
_MOST_ROLE_WORDS = 4
_WITH_PLACE = 3
_ALSO_FOR = re.compile(r"ersätter [^,;]*(?:, *§[^,;]*)?\s+(?:och|samt)\s+$")
_ROLE_RUNS_ON = re.compile(r",\s+([^\s,;()]*(?:ordf[^\s,;]*|ledamot|ersättare))\s+$")
_PARTY_LAST = re.compile(rf"{PARTI.pattern}\s+$")
_VERB = re.compile(r"ers\.?", re.IGNORECASE)
_NUMBERS = re.compile(r"[\d\s–—-]+")
_AFTER = re.compile(r"[)\d]\s+(?=\S)")


def running(rows: Sequence[Printed], bodies: Bodies) -> list[Printed]:
    """The rows with those that hold several persons parted; lines of running text are joined first.

    A line goes on from the one before it where that ends with a comma or the like, or where it begins inside a
    person; only where a line near it holds several persons, since else `joined` has seen to it.
    """
    out: list[Printed] = []
    run: list[Printed] = []
    for row in rows:
        if run and not (_goes_on(run[-1], row, bodies) and _several([*run, row], bodies)):
            out.extend(_persons_of(run, bodies))
            run = []
        run.append(row)
    return [*out, *(_persons_of(run, bodies) if run else ())]


def _goes_on(before: Printed, row: Printed, bodies: Bodies) -> bool:
    if row.blank or is_open(before.text) or _title_waits(before.text):
        return not row.blank
    return words_of_name(row.text) == 1 or not start_of(row.text, bodies)


def _title_waits(text: str) -> bool:
    """Whether a row of titles before names ends with a title whose name must stand on the next."""
    last = text.rpartition(",")[2].strip() or " "
    return is_title_word(last.split(" ")[0]) and not title_before_name(last) and title_before_name(text) is not None


def _several(rows: Sequence[Printed], bodies: Bodies) -> bool:
    return any(len(persons_in(row.text, bodies)) > 1 for row in rows)


def _persons_of(run: Sequence[Printed], bodies: Bodies) -> Iterator[Printed]:
    """The persons of lines that run on, each with the line that it begins on."""
    text, places = "", []
    for row in run:
        text = join_text(text, row.text) if text else row.text
        places.append((len(text), row.line))
    persons = persons_in(text, bodies)
    if len(persons) == 1:
        yield from run if len(run) == 1 else [replace(run[0], text=text, cells=())]
        return
    at = 0
    for person in persons:
        at = max(at, text.find(person.split(",", 1)[0], at))
        line = next((line for end, line in places if at < end), run[-1].line)
        whys = run[0].whys if at == 0 else _unparted(text[:at], person)
        yield replace(run[0], text=person, line=line, cells=(), whys=whys)
        at += 1


def _unparted(before: str, person: str) -> tuple[Why, ...]:
    """A doubt where no sign parts two persons and the first word of the second's name may be the first's place."""
    words = person[: name_length(person)].split()
    if _ALSO_FOR.search(before) and "ersätter" not in person:
        return (Why("”Och” före namnet kan betyda att personen också ersätts av den som står före."),)
    if found := _ROLE_RUNS_ON.search(before):
        return (Why(f"Inget tecken skiljer rollen från nästa namn. ”{found[1]}” kan höra till den här personen."),)
    if len(words) < _WITH_PLACE or before.rstrip() == before or not _PARTY_LAST.search(before):
        return ()
    return (Why(f"Inget tecken skiljer personerna åt. ”{words[0]}” kan höra till personen före."),)


def persons_in(text: str, bodies: Bodies) -> list[str]:
    """The persons of a running text, each with what belongs to them, as printed; the whole text where it is one."""
    if SURNAME_FIRST.fullmatch(text):
        return [text]
    by_semicolon = [part.strip() for part in text.split(";") if part.strip()]
    if len(by_semicolon) > 1 and all(start_of(part, bodies) for part in by_semicolon):
        return by_semicolon
    pieces = [part for piece in _top_level(text, bodies) for part in _without_separators(piece, bodies)]
    parts = list(_trailing_roles(pieces, bodies)) or [text]
    starts = [start_of(part, bodies) for part in parts]
    begins = _beginnings(parts, starts, frozenset(part for part in parts if _follows_and(text, part)))
    found: list[str] = []
    for part, begin in zip(parts, begins, strict=True):
        if not found or begin:
            found.append(part)
        else:
            found[-1] = f"{found[-1]}, {part}"
    return found if len(found) > 1 else [text]


def _trailing_roles(pieces: Sequence[str], bodies: Bodies) -> Iterator[str]:
    """The parts with a role that stands after a person and runs on into the next: ``(S), ordförande Bo Al (M)``.

    Where the first person has its role before the name, so has the next.
    """
    for piece in pieces:
        role = 0 if _role_length(pieces[0]) else _role_length(piece)
        if role and start_of(piece[role:], bodies) == Start.PARTY:
            yield piece[:role].strip()
            yield piece[role:]
        else:
            yield piece


def _follows_and(text: str, part: str) -> bool:
    return text[: text.rfind(part)].endswith((" och ", " samt "))


def _beginnings(parts: Sequence[str], starts: Sequence[Start], last: frozenset[str]) -> list[bool]:
    """Which parts begin a person: those with more than a name, and bare names where nobody has a party.

    `last` are the parts that follow an "och" between persons: each is one.
    Where the first has its title before the name, so have the others. Else a title before two large words is only a
    title, and a bare name begins a person where all parts are bare names, or where something else follows it.
    """
    if Start.PARTY in starts:
        return [start >= Start.MORE or (part in last and start > 0) for part, start in zip(parts, starts, strict=True)]
    titled = [title_before_name(part) is not None for part in parts]
    if titled[0]:
        return [start >= Start.MORE or title for start, title in zip(starts, titled, strict=True)]
    bare = [bool(start) and not title for start, title in zip(starts, titled, strict=True)]
    followed = [
        not after and not part.startswith(("§", "kl")) and not part[:1].isdigit()
        for part, after in zip(parts[1:], bare[1:], strict=True)
    ] + [False]
    return [
        start >= Start.MORE or (name and (after or all(bare)))
        for start, name, after in zip(starts, bare, followed, strict=True)
    ]


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
        if before.count("(") == before.count(")") and _is_person(before, after, bodies):
            yield before.strip()
            begin = found.end()
    if text[begin:].strip():
        yield text[begin:].strip()


def _is_person(before: str, after: str, bodies: Bodies) -> bool:
    """Whether an "och" parts two persons: the second has more than a name, or the first ends with a name or a title."""
    start, before = start_of(after, bodies), before.strip()
    if not start or not before:
        return False
    ended = name_length(before) == len(before) or is_title_word(before.rsplit(" ", 1)[-1])
    whole = start >= Start.MORE or title_before_name(after) is not None or _bare_name_at_end(after, bodies)
    after_numbers = start >= Start.MORE and _NUMBERS.fullmatch(before) is not None
    return (whole and bool(start_of(before, bodies))) or ended or after_numbers


def _without_separators(text: str, bodies: Bodies) -> Iterator[str]:
    """The persons that stand one after the other without a sign between: ``Anna Ek (chef) Bo Al (jurist)``.

    A role between two persons is the first one's, unless the text begins with a role.
    """
    begin, roles_first = 0, bool(_role_length(text))
    for found in _AFTER.finditer(text):
        rest, before = text[found.end() :], text[begin : found.start() + 1]
        if before.count("(") != before.count(")") or _FOR_WHOM.search(before) or PARTI.fullmatch(before.strip()):
            continue
        role = 0 if roles_first else _role_length(rest) or _body_length(rest, bodies)
        if start_of(rest[role:], bodies) >= Start.MORE or (not role and _bare_name_at_end(rest, bodies)):
            yield text[begin : found.end() + role].strip()
            begin = found.end() + role
    if text[begin:].strip():
        yield text[begin:].strip()


def _role_length(text: str) -> int:
    """How many characters the role at the beginning of a text has; 0 where there is none, or where it may be a verb."""
    words = text.split(" ")
    sizes = (size for size in range(min(_MOST_ROLE_WORDS, len(words)), 0, -1) if is_role(" ".join(words[:size])))
    role = next((" ".join(words[:size]) for size in sizes), "")
    return len(role) + 1 if role and not _VERB.fullmatch(role) else 0


def _body_length(text: str, bodies: Bodies) -> int:
    """How many characters of an authority stand before a name: ``Norrby Dan Ed (L)``; 0 where there is none."""
    words = text.split(" ")
    sizes = (size for size in range(min(_MOST_ROLE_WORDS, len(words)), 0, -1) if " ".join(words[:size]) in bodies)
    return next((len(" ".join(words[:size])) + 1 for size in sizes), 0)


def _bare_name_at_end(rest: str, bodies: Bodies) -> bool:
    return start_of(rest, bodies) == Start.NAME and name_length(rest) == len(rest)
