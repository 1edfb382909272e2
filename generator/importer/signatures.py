"""Signatures as printed: roles and names in running text, under dotted lines, or in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importer.extract.line import Line
from generator.importer.persons import NAME, PARTY

_ROLE = re.compile(
    r"(?:mötes|nämnd|protokolls)?sekreterare"
    r"|(?:(?:tjänstgörande|mötes|vice|1:e vice|2:e vice|förste vice|andre vice)\s?)?ordförande"
    r"|(?:protokolls)?justerare|justerande|justeringsperson|protokollförare|vid protokollet|justeras",
    re.IGNORECASE,
)
_DOTS = re.compile(r"[._…\s\t-]*")
_FILL = re.compile(r"[._…]{3,}")
_EXTENT = re.compile(r"\b(?:paragraf(?:er)?|§§?)\s*[\d§,\s–-]+(?:och\s*[\d\s–-]+)?", re.IGNORECASE)
_NAME = re.compile(rf"{NAME}(?: ?{PARTY})?")


@dataclass(frozen=True)
class Signature:
    """A role (empty where none is printed) and the name as printed."""

    role: str
    name: str


def is_dots(text: str) -> bool:
    """Whether a line is only a line to sign on."""
    return _DOTS.fullmatch(text) is not None


def signatures(lines: Sequence[Line], below: bool = False, label: str = "") -> list[Signature]:
    """The signatures of a block. `below` says that roles may stand under their names, `label` is the block's own."""
    rows = [row for line in lines if (row := _cells(line.text))]
    if below and len(rows) > 1 and _is_roles(rows[1]) and len(rows[0]) == len(rows[1]):
        return [Signature(role, name) for name, role in zip(rows[0], rows[1], strict=True)]
    if len(rows) > 1 and _is_roles(rows[0]) and len(rows[0]) == len(rows[1]) and not _is_roles(rows[1]):
        return [Signature(role, name) for role, name in zip(rows[0], rows[1], strict=True) if _NAME.match(name)]
    found = list(_running(" \t ".join(cell for row in rows for cell in row)))
    return found or [Signature("", cell) for row in rows for cell in row if _NAME.fullmatch(cell)]


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
