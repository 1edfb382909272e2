"""What kind of document it is: by the words of its head, else by what it holds, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from generator.importer.head.titles import Title
from generator.importer.layout.segments import Segment
from generator.model.sammantrade import Dokumentslag

_KINDS = get_args(Dokumentslag)
_SIGNED = frozenset(
    {"justering_plats_tid", "anslag", "anslag_uppsatt", "anslag_period", "justeras", "justerandes_sign"}
)


@dataclass(frozen=True)
class FoundKind:
    """A kind of document and, where it is a conclusion, why and what else it may be."""

    slag: str
    line: int = 0
    why: str = ""
    choices: tuple[str, ...] = ()


def read_kind(segments: Sequence[Segment], titles: Sequence[Title]) -> FoundKind:
    """The kind that the head names; a protokoll of a single § with a box for certifying extracts is an extract."""
    items = [one for one in segments if one.slag == "punkt" and one.falt != "underpunkt"]
    fields = {one.falt for one in segments}
    named = next((title for title in titles if title.kind in _KINDS), None)
    if named is None:
        return _signed(segments) or _by_content(items, fields, segments)
    if named.kind == "protokoll" and "bestyrkande" in fields and len(items) == 1:
        why = "Rubriken säger protokoll, men dokumentet har en enda paragraf och en ruta för utdragsbestyrkande."
        return FoundKind("protokollsutdrag", named.line.number, why, ("protokoll",))
    return FoundKind(named.kind, named.line.number)


def _signed(segments: Sequence[Segment]) -> FoundKind | None:
    """A signature that names the kind: ``Vid minnesanteckningarna``, ``Vid protokollet``."""
    for segment in segments:
        low = segment.rubrik.casefold()
        if segment.falt == "underskrifter" and "minnesanteckning" in low:
            return FoundKind("minnesanteckningar", segment.start.number)
        if segment.falt == "underskrifter" and "mötesanteckning" in low:
            return FoundKind("motesanteckning", segment.start.number)
    return None


def _by_content(items: Sequence[Segment], fields: set[str], segments: Sequence[Segment]) -> FoundKind:
    """The kind by what the document holds: the first row whose test is true."""
    first = [*items, *segments]
    line = first[0].start.number if first else 0
    one_item = len(items) == 1
    signs = any(item.falt == "paragraf" for item in items)
    decided = bool(fields & {"beslut", "paragraf_justerad", "stallningstagande"})
    signed = bool(fields & _SIGNED) or ("justerare" in fields and decided)
    extract = one_item and bool(fields & {"bestyrkande", "omfattar"})
    rows: tuple[tuple[bool, str, str, tuple[str, ...]], ...] = (
        (
            bool(items) and all(item.falt == "klockslag" for item in items),
            "agenda", "Dokumentet är en tidsplan utan beslut.", ("kallelse",),
        ),
        (
            signed and extract,
            "protokollsutdrag", "Dokumentet har justering och en enda paragraf.", ("protokoll",),
        ),
        (signed, "protokoll", "Dokumentet har justering.", ("protokollsutdrag",)),
        (
            not decided and "forslag" in fields,
            "kallelse", "Dokumentet har förslag till beslut men inga beslut.", ("protokoll", "minnesanteckningar"),
        ),
        (
            not decided and "ledamoter" in fields and "beslutande" not in fields,
            "kallelse", "Dokumentet räknar upp ledamöter och har inga beslut.", ("minnesanteckningar", "protokoll"),
        ),
        (
            one_item and signs,
            "protokollsutdrag", "Dokumentet är en ensam paragraf utan protokollets huvud.",
            ("protokoll", "minnesanteckningar"),
        ),
        (
            decided or signs,
            "protokoll", "Dokumentet har beslut eller paragrafer men ingen justering.",
            ("minnesanteckningar", "motesanteckning"),
        ),
        (
            True,
            "minnesanteckningar", "Ingenting i dokumentet avgör det.", ("protokoll", "kallelse", "motesanteckning"),
        ),
    )  # fmt: skip
    slag, why, choices = next((slag, why, choices) for fits, slag, why, choices in rows if fits)
    return FoundKind(slag, line, f"Slaget är inte tryckt. {why}", choices)
