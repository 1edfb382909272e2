"""Signatures as printed: roles and names in running text, under dotted lines, or in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importer.extract.line import Line
from generator.importer.printed.persons import NAME, PARTY

ROLE = (
    r"(?:mötes|nämnd|protokolls)?sekreterare"
    r"|(?:(?:tjänstgörande|mötes|vice|1:e vice|2:e vice|förste vice|andre vice)\s?)?ordförande"
    r"|(?:protokolls)?justerare|justerande|justeringsperson|protokollförare"
)
NAMED = rf"{NAME}(?: ?{PARTY})?"
_ROLE = re.compile(rf"{ROLE}|vid protokollet|justeras", re.IGNORECASE)
_SECOND = re.compile(r"justera[st]|godkänn[st]", re.IGNORECASE)
_DOTS = re.compile(r"[._…\s\t-]*")
_FILL = re.compile(r"[._…]{3,}")
_EXTENT = re.compile(
    r"(?:\bparagraf(?:erna|er)?:?|(?:\b[A-ZÅÄÖ]\w{0,5}\s)?§§?)\s*[\d§,\s–-]+(?:(?:och|till)\s*[\d§\s–-]+)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.:-])\d{1,4}(?![\w.:-])")
_NAME = re.compile(NAMED)
_NAME_AND_ROLE = re.compile(rf"(?P<namn>{NAMED})(?:,\s*|\s+\()(?P<roll>(?i:{ROLE}))\)?")


@dataclass(frozen=True)
class Signature:
    """A role (empty where none is printed) and the name as printed."""

    role: str
    name: str


def is_dots(text: str) -> bool:
    """Whether a line is only a line to sign on."""
    return _DOTS.fullmatch(text) is not None


def without_extent(text: str) -> str:
    """A line of signatures without the §§ printed beside it."""
    return _EXTENT.sub("", text).strip()


def extent_in(text: str) -> str:
    """The §§ printed beside signatures, without the word for them; empty where none are.

    Where print breaks them (``Paragrafer 47–`` above ``Anna Ek  55``) the last number is the next one.
    """
    found = _EXTENT.search(text)
    if found is None:
        return ""
    said = re.sub(r"^paragraf(?:erna|er)?:?\s*", "", found[0], flags=re.IGNORECASE).strip(" ,")
    broken = _NUMBER.search(text, found.end()) if said.endswith(("-", "–")) else None
    return f"{said}{broken[0]}" if broken else said


def signatures(lines: Sequence[Line], label: str = "") -> list[Signature]:
    """The signatures of a block: names after their roles, above them, or in the columns of two rows.

    `label` is the block's own: in ``Vid protokollet | Justeras`` it heads the first column.
    """
    rows = [row for line in lines if (row := _cells(line.text))]
    if len(rows) > 1 and label and len(rows[0]) == 1 and _SECOND.fullmatch(rows[0][0]) and len(rows[1]) > 1:
        return list(_under_labels((label, rows[0][0]), rows[1], [cell for row in rows[2:] for cell in row]))
    if len(rows) > 1 and len(rows[0]) == len(rows[1]) > 1 and (found := _by_columns(rows)):
        return found
    if len(rows) > 1 and len(rows[0]) > len(rows[1]) and _is_roles(rows[1]) and all(map(_NAME.fullmatch, rows[0])):
        roles = [*rows[1], *(label for _ in rows[0][len(rows[1]) :])]
        return [Signature(role, name) for role, name in zip(roles, rows[0], strict=True)]
    cells = [cell for row in rows for cell in row]
    if len(cells) > 1 and _NAME.fullmatch(cells[0]) and _is_roles(cells[1:2]):
        pairs = zip(cells[::2], cells[1::2], strict=False)
        return [Signature(role, name) for name, role in pairs if _is_roles([role]) and _NAME.fullmatch(name)]
    if own := [Signature(one["roll"], one["namn"]) for cell in cells if (one := _NAME_AND_ROLE.fullmatch(cell))]:
        return own
    found = list(_running(" \t ".join(cells)))
    return found or [Signature("", cell) for cell in cells if _NAME.fullmatch(cell)]


def _under_labels(labels: tuple[str, str], names: Sequence[str], below: Sequence[str]) -> Iterator[Signature]:
    """``Vid protokollet | Justeras`` above names: the first has kept the protokoll, the others justerar.

    Roles printed `below` the names are theirs: a secretary's is the first one's, the rest are those of who justerar.
    """
    kept = next((cell for cell in below if _is_keeper(cell)), labels[0])
    roles = [cell for cell in below if _is_roles([cell]) and not _is_keeper(cell)]
    yield Signature(kept, names[0])
    for place, name in enumerate(names[1:]):
        yield Signature(roles[place] if place < len(roles) else labels[1], name)


def _is_keeper(cell: str) -> bool:
    return _is_roles([cell]) and re.search(r"sekreterare|förare", cell, re.IGNORECASE) is not None


def _by_columns(rows: Sequence[list[str]]) -> list[Signature]:
    """Rows of roles above rows of names, or below them: two rows at a time, as many as are so."""
    out: list[Signature] = []
    for first, second in zip(rows[::2], rows[1::2], strict=False):
        roles, names = (first, second) if _is_roles(first) else (second, first)
        if len(first) != len(second) or not _is_roles(roles) or _is_roles(names):
            break
        out += [Signature(role, name) for role, name in zip(roles, names, strict=True)]
    return out


def _cells(text: str) -> list[str]:
    parts = re.split(r"\t|\s{3,}", _FILL.sub("\t", _EXTENT.sub("\t", text)))
    return [part.strip(" .,:;") for part in parts if re.search(r"[^\W\d_]{2}", part)]


def _is_roles(cells: Sequence[str]) -> bool:
    return all(_ROLE.fullmatch(cell) for cell in cells)


def _running(text: str) -> Iterator[Signature]:
    """``Sekreterare Anna Ek Ordförande Bo Al``: each role has the names up to the next role."""
    roles = list(_ROLE.finditer(text))
    places = [*(one.start() for one in roles), len(text)]
    for role, end in zip(roles, places[1:], strict=True):
        for name in _NAME.finditer(text[role.end() : end]):
            yield Signature(" ".join(role[0].split()), name[0])
