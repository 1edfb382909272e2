"""The lines of a list as rows of print: marks and bullets off, wrapped rows joined, two columns told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.importer.attendance.names import PARTICLES, Start, name_length, start_of, words_of_name
from generator.importer.attendance.words import Bodies, group_of, is_role, is_title_word, list_label, word
from generator.importer.extract.line import Line

_MARKS = re.compile(r"\*{1,3}|_{2,}|\\(?=[()\[\].*_-])")
_ANGLE = re.compile(r"<(?=[A-Za-z/!?])")
"""What a record can not hold, since it would be markup."""
_BULLET = re.compile(r"^\s*(?:[-–•·▪●○*]|[\uf000-\uf0ff])\s+")
_NUMBERED = re.compile(r"^\d{1,3}(?:[.)]\s*|\s+)(?=[A-ZÅÄÖÉ][\w’'-]+\s+\(?[A-ZÅÄÖÉ])")
_COLUMNS = re.compile(r"\t+|\s{2,}")
_OPEN_END = re.compile(
    r"(?:^|[\s(])(?:och|samt|eller|för|av|i|vid|på|till|från|med|ersätter|Region|Kommunalförbundet|von|af|§§?|bitr\.?|tf\.?)$"
)
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")
_GOES_ON = re.compile(
    r"(?:[(§,;)]|\d+(?:\s*[-–—.:,]\s*\d|,|$)|(?:ersätter|tjänstgör|tjg|tj\.|ers\.|i ?stället)\b)", re.IGNORECASE
)
_LONG = 45


@dataclass(frozen=True)
class Why:
    """Why a person must look at a row: a Swedish sentence, and what else it may say."""

    text: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Printed:
    """A row of print: its text, the number of its first line, whether a blank line stands before it.

    `cells` are its columns where it has several, empty ones too where the format knows them.
    """

    text: str
    line: int
    blank: bool = False
    bold: bool = False
    cells: tuple[str, ...] = ()
    whys: tuple[Why, ...] = ()


_STAR = Why("En asterisk står före namnet. Den brukar betyda att personen är tjänstgörande ersättare.")


def printed_lines(lines: Iterable[Line]) -> list[Printed]:
    """The lines that say something, without marks of emphasis and bullets."""
    found, blank = [], False
    for line in lines:
        text = _plain(line.text)
        cells = tuple(_plain(cell) for cell in line.cells) or tuple(part for part in _COLUMNS.split(text) if part)
        if text:
            bold = line.bold or bool(re.fullmatch(r"\s*(\*\*|__).+\1\s*", line.text))
            whys = (_STAR,) if re.match(r"\*\w[^*]*$", line.text) else ()
            several = cells if len(cells) > 1 else ()
            found.append(Printed(" ".join(text.split()), line.number, blank, bold, several, whys))
        blank = not text
    return found


def _plain(text: str) -> str:
    plain = _ANGLE.sub("", _MARKS.sub("", _BULLET.sub("", text))).replace("\u00a0", " ").replace("\u00ad", "").strip()
    return _NUMBERED.sub("", plain)


def parted(rows: Sequence[Printed], bodies: Bodies) -> list[Printed]:
    """The rows with two persons side by side told apart: the left column first, then the right."""
    if not any(_side_by_side(row, bodies) for row in rows):
        return list(rows)
    width = max(len(row.cells) for row in rows)
    out = []
    for column in range(width):
        for row in rows:
            cells = row.cells or (row.text,)
            if column < len(cells) and cells[column]:
                out.append(replace(row, text=cells[column], cells=()))
    return out


def _side_by_side(row: Printed, bodies: Bodies) -> bool:
    starts = [start_of(cell, bodies) for cell in row.cells if cell]
    return sum(1 for start in starts if start >= Start.MORE) > 1 or (len(starts) > 1 and all(starts))


def joined(rows: Sequence[Printed], bodies: Bodies) -> list[Printed]:
    """The rows with those that are broken over lines made whole; a break inside a name is a doubt."""
    out: list[Printed] = []
    for row in rows:
        if out and (how := _continues(out[-1], row, bodies)):
            out[-1] = _together(out[-1], row, how)
        else:
            out.append(row)
    return out


def _continues(before: Printed, row: Printed, bodies: Bodies) -> str | None:
    """How a row goes on with the one before it: ``namn`` inside a name, ``rad`` elsewhere, None where it does not."""
    if any(group_of(one.text) or list_label(one.text) for one in (before, row)):
        return None
    if _is_bare_name(before.text) and _role_follows_name(row.text):
        return "rad" if words_of_name(before.text) > 1 or "-" in before.text else None
    how = _unfinished(before.text, row.text, bodies)
    return how if how or row.blank else _next_line(before.text, row.text, bodies)


def _is_bare_name(text: str) -> bool:
    return name_length(text) >= len(text) - (1 if _BROKEN_WORD.search(text) else 0)


def _unfinished(text: str, more: str, bodies: Bodies) -> str | None:
    """A row that can not end as it does: also a blank line may stand before the rest, where a page ends."""
    open_ended = _OPEN_END.search(text) and start_of(more, bodies) < Start.PARTY
    return "rad" if open_ended or _broken_role(text, more) or _open_parenthesis(text, more, bodies) else None


def is_open(text: str) -> bool:
    """Whether a row ends so that something must follow: a comma, an "och", a preposition, a hyphen."""
    return text.endswith((",", ";")) or bool(_OPEN_END.search(text) or _BROKEN_WORD.search(text))


def _broken_role(text: str, more: str) -> bool:
    """Whether a role is broken over two rows: ``vice / ordförande``."""
    last, first = text.rsplit(" ", 1)[-1].strip("("), more.split(" ", 1)[0].strip("),")
    return not is_role(last) and not is_role(text) and is_role(f"{last} {first}")


def _next_line(text: str, more: str, bodies: Bodies) -> str | None:
    """A line straight below that is the rest of a row, or of a name."""
    bare = _is_bare_name(text)
    if text.rsplit(" ", 1)[-1] in PARTICLES and words_of_name(more):
        return "namn"
    if _BROKEN_WORD.search(text):
        return "namn" if bare else "rad"
    if bare and words_of_name(more) == 1 and name_length(more) < len(more):
        return "namn"
    if start_of(more, bodies):
        return None
    first = more.split(" ", 1)[0]
    goes_on = (first[:1].islower() and first not in PARTICLES) or _GOES_ON.match(more) or _is_tail(text, more, bodies)
    return "rad" if goes_on else None


def _role_follows_name(text: str) -> bool:
    """Whether a row begins with a role and goes on: the rest of a row whose name stands above it."""
    words = text.split()
    return len(words) > 1 and any(is_role(" ".join(words[:size])) for size in (1, 2, 3))


def _open_parenthesis(text: str, more: str, bodies: Bodies) -> bool:
    """Whether a parenthesis is open and the next row closes it, or at least begins with nobody."""
    if text.count("(") <= text.count(")"):
        return False
    closes, opens = more.find(")"), more.find("(")
    if closes >= 0 and (opens < 0 or closes < opens):
        return True
    return start_of(more, bodies) == Start.NONE and not more[:1].isupper()


def _is_tail(text: str, more: str, bodies: Bodies) -> bool:
    """Whether a row is only the rest of the one before it: a body, a role or a title after a comma or a long row."""
    if word("platshallare").fullmatch(more):
        return False
    if text.endswith(","):
        return True
    if not start_of(text, bodies):
        return False
    return is_role(more) or (len(text) >= _LONG and (more in bodies or is_title_word(more.split(" ", 1)[0])))


def _together(before: Printed, row: Printed, how: str) -> Printed:
    whys = before.whys + row.whys
    text = join_text(before.text, row.text)
    if how == "namn":
        whys += (_broken_name(before.text, row.text),)
    return replace(before, text=text, cells=(), whys=whys)


def _broken_name(text: str, more: str) -> Why:
    if not text.endswith("-"):
        return Why("Namnet är brutet över två rader i dokumentet.")
    return Why(
        "Namnet är brutet vid ett bindestreck. Strecket är behållet, men det kan höra till radbrytningen.",
        (f"{text[:-1]} {more}", f"{text[:-1]}{more[:1].lower()}{more[1:]}"),
    )


def join_text(text: str, more: str) -> str:
    """Two pieces of a broken row as one: a hyphen before a small letter is soft, but not before ``och``."""
    if not _BROKEN_WORD.search(text) or re.match(r"(?:och|eller|samt)\b", more):
        return f"{text} {more}"
    return text[:-1] + more if more[:1].islower() else text + more
