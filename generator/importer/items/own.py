"""The document's own organ in its items: what it proposes to another organ, what it decides without a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from generator.importer.extract.line import Line
from generator.importer.items.blocks import Piece
from generator.importer.layout.table import organ_word
from generator.importer.printed.chunks import chunks, without
from generator.importer.printed.sentences import sentences
from generator.importer.printed.words import words

_PROPOSES = re.compile(r"(?P<av>[\w -]{2,80}?)s förslag(?:et)? till (?P<till>.+)", re.IGNORECASE)
_TO_DECISION = re.compile(r"(?:beslut|ställningstagande)(?P<av_annan> (?:i|för|till|av) .+)?", re.IGNORECASE)
_DECISION_OF = re.compile(r"(?P<av>[\w -]{3,80}?)s beslut", re.IGNORECASE)
_SHORTEST = 4


def is_own(printed: str, organ: str | None) -> bool:
    """Whether words name the organ of the document, whole or by one of its words: ``Nämnden``, ``Arbetsutskottet``."""
    said, own = (" ".join(text.casefold().split()) for text in (printed, organ or ""))
    if len(said) < _SHORTEST or not own:
        return said == own != ""
    names = [own] if " " in said else own.split()
    whole = any(said.endswith(one) for one in _forms(own))
    return whole or any(one.endswith(said) for name in names for one in _forms(name))


def _forms(name: str) -> tuple[str, ...]:
    """A name as it is, and in its definite forms."""
    return tuple(f"{name}{ending}" for ending in ("", "n", "en", "et"))


def own_proposals(pieces: Sequence[Piece], organ: str | None) -> list[Piece]:
    """The stretches, a förslag of the document's own organ to another one made what it is: a beslut.

    Its own ``förslag till beslut`` is one only where nothing else in the item is.
    """
    pieces = _without_others(pieces, organ)
    other = any(piece.falt == "beslut" for piece in pieces)
    return [
        replace(piece, falt="beslut", proposes=True) if _is_decision(piece, organ, other) else piece for piece in pieces
    ]


def _without_others(pieces: Sequence[Piece], organ: str | None) -> Sequence[Piece]:
    """The stretches, a beslut of another organ made a section where the item has one of the document's own."""
    others = [piece for piece in pieces if piece.falt == "beslut" and of_other(piece.rubrik, organ)]
    if not others or not any(piece.falt == "beslut" and piece not in others for piece in pieces):
        return pieces
    return [replace(piece, falt="tidigare_behandling") if piece in others else piece for piece in pieces]


def of_other(heading: str, organ: str | None) -> bool:
    """Whether a heading names the beslut of an organ that is not the document's own."""
    found = _DECISION_OF.fullmatch(heading.strip(" :"))
    return bool(found and organ and organ_word().search(found["av"]) and not is_own(found["av"], organ))


def _is_decision(piece: Piece, organ: str | None, other: bool) -> bool:
    found = _PROPOSES.fullmatch(piece.rubrik.strip(" :")) if piece.falt == "forslag" else None
    if found is None or not is_own(found["av"], organ):
        return False
    plain = _TO_DECISION.fullmatch(found["till"])
    return not other if plain and not plain["av_annan"] else True


@dataclass
class Untitled:
    """Decisions that stand in running text: their sentences, and the lines that are left."""

    satser: list[tuple[str, int]] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)


def untitled(lines: Sequence[Line], organ: str | None) -> Untitled:
    """The sentences by which the organ of the document decides, where a paragraph begins with them."""
    out = Untitled(left=list(lines))
    for chunk in chunks(lines):
        said = sentences(chunk.text)
        count = next((place for place, one in enumerate(said) if not decides(one, organ)), len(said))
        if not count or chunk.bullet or chunk.nr:
            continue
        out.satser.append((" ".join(said[:count]), chunk.line))
        rest = " ".join(said[count:])
        out.left = [
            Line(rest, line.number) if line.number == chunk.line and line.text else line
            for line in without(out.left, {one.number for one in chunk.lines[1:]})
        ]
    return out


def decides(sentence: str, organ: str | None) -> bool:
    """Whether a sentence begins with the document's own organ and what it decides."""
    found = _deciding().match(sentence)
    if found is None:
        return False
    return is_own(found["av"], organ) if organ else found["av"].lower() in words("beslutar", "ensam")


def may_decide(text: str, organ: str | None) -> str | None:
    """The first sentence of a text that may be a decision, however it is put."""
    return next((one for one in sentences(text) if decides(one, organ) or _impersonal().search(one)), None)


@cache
def _deciding() -> re.Pattern[str]:
    verb = "|".join(words("beslutar", "verb"))
    return re.compile(rf"(?P<av>[A-ZÅÄÖ][\w-]*(?: [\w-]+){{0,5}}?) (?:{verb})(?!\w)")


@cache
def _impersonal() -> re.Pattern[str]:
    return re.compile("|".join(words("beslutar", "opersonligt")), re.IGNORECASE)
