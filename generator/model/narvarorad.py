"""The grammar of an attendance line, as Swedish protokoll print it.

One line is one appearance: ``Janeth Persson (SD) (Region Västmanland, deltar på distans) §§9–12``. It is kept as
printed and read into name, party, role, substitute for whom, §§ and mode; what is left over (an organisation, a
title) is kept in order as `delar`, because only the archive knows which authorities exist.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.model.omfang import Omfang, read_omfang

ROLLER = (
    "ordförande",
    "vice ordförande",
    "1:e vice ordförande",
    "förste vice ordförande",
    "första vice ordförande",
    "2:e vice ordförande",
    "andre vice ordförande",
    "andra vice ordförande",
    "3:e vice ordförande",
    "tredje vice ordförande",
    "tjänstgörande ordförande",
    "ledamot",
    "ersättare",
    "tjänstgörande ersättare",
    "ej tjänstgörande ersättare",
    "sekreterare",
    "mötessekreterare",
    "justerare",
    "adjungerad",
    "extra representant",
)
_SAMMA_ROLL = {
    "förste vice ordförande": "1:e vice ordförande",
    "första vice ordförande": "1:e vice ordförande",
    "andre vice ordförande": "2:e vice ordförande",
    "andra vice ordförande": "2:e vice ordförande",
    "tredje vice ordförande": "3:e vice ordförande",
}
_DISTANS = re.compile(r"(?:deltar|närvarar)?\s*(?:på|via)\s+(?:distans|länk)|deltar digitalt|digitalt", re.IGNORECASE)
_OMFANG = re.compile(
    r"[,;]?\s*\(?((?:§§?|paragraf(?:erna)?|punkt(?:erna)?)\s*\d[\d\s,–—-]*(?:\boch\s+\d+)?)\)?\s*$", re.IGNORECASE
)
_TID = re.compile(r"[,;]?\s*\(?(?:kl\.?\s*)?(\d{1,2}[.:]\d{2})\s*[-–—]\s*(\d{1,2}[.:]\d{2})\)?\s*$")
# "extra representant för Göteborgsregionen" speaks for an authority and stands in for nobody.
_ERSATTER = re.compile(
    r"[,;]?\s*\(?(?<!representant )\b(?i:ersätter|för|tjg för|tjänstgörande för|tjänstgör för)\s+(?=[A-ZÅÄÖÉ])"
)
_PARTI = re.compile(r"\(([A-ZÅÄÖ]{1,4}[a-zåäö]{0,2}|-)\)")
_KOLUMNER = re.compile(
    r"(?P<namn>\S+(?:\s+\S+)+?)\s+(?P<roll>(?:(?:1:e|2:e|3:e|[Ff]örste|[Aa]ndre|[Tt]redje)\s+)?(?:[Vv]ice\s+)?[Oo]rdförande|[Ll]edamot|[Ee]rsättare)"
    r"\s+(?P<parti>[A-ZÅÄÖ]{1,4}|-)\s+(?P<rest>\S.*)"
)
_NAMN = re.compile(r"[^\W\d_][\w'’.\-]*(?:\s+[^\W\d_][\w'’.\-]*)*")
_VAKANT = re.compile(r"vakant|vakans|n\.?\s?n\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Ersatt:
    """Whom a substitute serves for: name, party and other parts as printed."""

    namn: str
    parti: str | None = None
    delar: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tolkning:
    """What an attendance line says. `namn` is empty only where the seat is vacant."""

    namn: str
    parti: str | None = None
    roll: str | None = None
    delar: tuple[str, ...] = ()
    ersatter: Ersatt | None = None
    omfattar: Omfang | None = None
    tid: tuple[str, str] | None = None
    distans: bool = False
    vakant: bool = False


def read_rad(line: str) -> Tolkning | None:
    """What a printed line means; None where the grammar can not read it.

    A closing parenthesis that the print has lost (``(S) (Köping``) is understood; anything else that does not
    fit is for a person to decide.
    """
    line = " ".join(line.split())
    if _VAKANT.fullmatch(line):
        return Tolkning(namn="", vakant=True)
    line, omfattar = _take_omfang(line)
    line, tid = _take_tid(line)
    head, substituted = _split_substitute(line)
    read = _read_person(head)
    if read is None:
        return None
    ersatter = None
    if substituted is not None:
        other = _read_person(substituted)
        if other is None:
            return None
        ersatter = Ersatt(other.namn, other.parti, other.delar)
    return replace(read, ersatter=ersatter, omfattar=omfattar, tid=tid)


def samma_roll(role: str) -> str:
    """One name for a role that is printed in several ways: ``Andre vice ordförande`` is ``2:e vice ordförande``."""
    word = role.lower()
    return _SAMMA_ROLL.get(word, word)


def _take_omfang(line: str) -> tuple[str, Omfang | None]:
    found = _OMFANG.search(line)
    omfang = read_omfang(found[1]) if found else None
    return (line[: found.start()].rstrip(), omfang) if found and omfang else (line, None)


def _take_tid(line: str) -> tuple[str, tuple[str, str] | None]:
    found = _TID.search(line)
    return (line[: found.start()].rstrip(), (found[1], found[2])) if found else (line, None)


def _split_substitute(line: str) -> tuple[str, str | None]:
    found = _ERSATTER.search(line)
    return (
        (
            line[: found.start()].rstrip(" ,("),
            line[found.end() :].rstrip(")") if "(" in found[0] else line[found.end() :],
        )
        if found
        else (line, None)
    )


def _read_person(text: str) -> Tolkning | None:
    columns = _KOLUMNER.fullmatch(text)
    if columns and "(" not in text and "," not in columns["namn"]:
        return Tolkning(columns["namn"], columns["parti"], columns["roll"], _parts(columns["rest"]))
    parti = None
    if found := _PARTI.search(text):
        parti = found[1]
        text = text[: found.start()].rstrip() + ", " + text[found.end() :].lstrip(" ,")
    name, *rest = _parts(text)
    if not _NAMN.fullmatch(name):
        return None
    return _classify(name, parti, rest)


def _parts(text: str) -> tuple[str, ...]:
    """The parts between commas and parentheses, in order; ``(S) (Köping`` lost its end in print."""
    return tuple(part for piece in re.split(r"[(),]", text) if (part := piece.strip())) or ("",)


def _classify(name: str, parti: str | None, rest: list[str]) -> Tolkning | None:
    role, remote, parts = None, False, []
    for part in rest:
        if part.lower() in ROLLER and role is None:
            role = part
        elif _DISTANS.fullmatch(part):
            remote = True
        else:
            parts.append(part)
    return Tolkning(name, parti, role, tuple(parts), distans=remote)
