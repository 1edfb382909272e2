"""The grammar of an attendance line, as Swedish protokoll print it.

One line is one appearance: ``Janeth Persson (SD) (Region Västmanland, deltar på distans) §§9–12``. It is kept as
printed and read into name, party, role, substitute for whom, §§ and mode; what is left over (an organisation, a
title) is kept in order as `delar`, because only the archive knows which authorities exist.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from generator.model.omfang import Omfang, read_omfang
from generator.model.partier import som_parti

ROLLER = (
    "ordförande",
    "vice ordförande",
    "1:e vice ordförande",
    "2:e vice ordförande",
    "3:e vice ordförande",
    "tjänstgörande ordförande",
    "ledamot",
    "ersättare",
    "tjänstgörande",
    "tjänstgörande ersättare",
    "ej tjänstgörande",
    "ej tjänstgörande ersättare",
    "sekreterare",
    "mötessekreterare",
    "justerare",
    "adjungerad",
    "extra representant",
)
"""Roles as `samma_roll` says them."""

_SAMMA_ROLL = (
    (re.compile(r"^(?:1:?[ea]|första|förste)\s+(?=v)"), "1:e "),
    (re.compile(r"^(?:2:?[ea]|andra|andre)\s+(?=v)"), "2:e "),
    (re.compile(r"^(?:3:?[ea]|tredje)\s+(?=v)"), "3:e "),
    (re.compile(r"\b(?:v\.?|vice)\s*(?=ordf)"), "vice "),
    (re.compile(r"\bordf\.?$"), "ordförande"),
    (re.compile(r"\btjg\.?(?=\s|$)|\btj\.(?=\s)"), "tjänstgörande"),
    (re.compile(r"\bers\.$|(?<=tjänstgörande )ers$"), "ersättare"),
    (re.compile(r"^led\.$"), "ledamot"),
    (re.compile(r"sekr\.?$"), "sekreterare"),
    (re.compile(r"^tjänstg(?:ör|jorde)$"), "tjänstgörande"),
)
_NUMMER = r"\d[\d\s,–—-]*(?:\boch\s+\d[\d\s–—-]*)?"
_OMFANG = re.compile(
    rf"[,;]?\s*\(?((?:§§?|paragraf(?:erna)?|punkt(?:erna)?)\s*{_NUMMER}(?:(?:,|och)\s*§§?\s*{_NUMMER})*)\)?\s*$",
    re.IGNORECASE,
)
_UTOM = re.compile(
    r"[,;]?\s*\(?\b(?:(?:deltar|deltog|närvarar|närvarande)\s+)?"
    r"(?:(?:ej|inte)(?:\s+(?:närvarande|deltagande))?|utom|förutom|frånvarande|frånv\.?|med undantag (?:för|av))"
    r"(?:\s+(?:i|under|vid|på))?$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"[,;]?\s*\(?\b(?:(?:endast|bara|deltar|deltog|närvarar|närvarande)(?:\s+(?:i|under|vid|på))?|under|vid)$",
    re.IGNORECASE,
)
_GRANS = re.compile(
    r"\b(?:fr\.?(?:\s?o\.?\s?m\.?)?|t\.?\s?o\.?\s?m\.?|från|till|och med|efter|före|jäv\w*|del(?:ar)? av|delvis)$",
    re.IGNORECASE,
)
_TID = re.compile(r"[,;]?\s*\(?(?:kl\.?\s*|klockan\s+)?(\d{1,2}[.:]\d{2})\s*[-–—]\s*(\d{1,2}[.:]\d{2})\)?\s*$")
_DISTANS_ORD = (
    r"(?:(?:deltar|deltog|närvarar|närvarande|med)\s+)?(?:(?:på|via)\s+(?:distans|länk|teams|zoom)|digitalt)|distans"
)
_DISTANS = re.compile(_DISTANS_ORD, re.IGNORECASE)
DISTANS_SIST = re.compile(rf"[,;]?\s*(?:\((?:{_DISTANS_ORD})\)?|(?<=[\s,;])(?:{_DISTANS_ORD}))\s*$", re.IGNORECASE)
_ERSATTER = re.compile(
    r"[,;]?\s*\(?(?:\b(?i:ersätter|(?:tjg\.?|tjänstgör|tjänstgörande)\s+(?:i\s?stället\s+)?för|i\s?stället för)"
    r"|(?:(?<=rsättare )|(?<=[ (,]ers\. )|(?<=[ (,]ers ))för)\s+(?=\S)"
)
# A bare "för" is a substitute only where it opens a part; "gruppledare för Moderaterna" is a title.
_FOR = re.compile(r"(?:(?<=[)])\s*|\s*[,;(]\s*)(?i:för)\s+(?=[A-ZÅÄÖÉ])")
PARTI = re.compile(
    r"\((?!VD\)|HR\)|IT\))([A-ZÅÄÖ]{1,4}[a-zåäö]{0,2}|(?=[^)]*[a-zåäö][A-ZÅÄÖ])[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}|[smcvl]|kd|mp|sd|fp|-)\)"
)
"""A party in parentheses; titles that are written the same way are none."""
_KOLUMNER = re.compile(
    r"(?P<namn>\S+(?:\s+\S+)*?)\s+(?P<roll>(?:(?:1:e|2:e|3:e|[Ff]örste|[Aa]ndre|[Tt]redje)\s+)?(?:[Vv]ice\s+)?[Oo]rdförande|[Ll]edamot|[Ee]rsättare)"
    r"\s+(?P<parti>(?!X\b)[A-ZÅÄÖ]{1,4}|-)(?:\s+(?P<rest>\S.*))?"
)
_ORD = r"[\"'”“’‘]?[^\W\d_](?:[\w'’.\-]|:(?=\w))*[\"”“‘]?"
_NAMN = re.compile(rf"{_ORD}(?:\s+{_ORD})*")
_PARTIKLAR = frozenset({"von", "af", "av", "de", "la", "van", "der", "den", "di", "da", "del", "el", "al", "zu", "du"})
_ANNAN = re.compile(rf"[,/]\s*(?:[A-ZÅÄÖÉ][\w-]+\s+)+[A-ZÅÄÖÉ][\w-]+\s*{PARTI.pattern}")
"""A second person on the line: a name of several words with a party after it."""
_VAKANT = re.compile(r"vakant|vakans|n\.?\s?n\.?", re.IGNORECASE)
_KRYSS = re.compile(r"(?:[xX✓✔☒☑]\s*)+")
"""Marks in the columns of a roll call."""
_LONGEST = 500
_OLAST = re.compile(r"§|\d[.:]\d{2}(?!\d)|\bkl\b")


@dataclass(frozen=True)
class Ersatt:
    """Whom a substitute serves for: name, party and other parts as printed."""

    namn: str
    parti: str | None = None
    delar: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tolkning:
    """What an attendance line says. `namn` is empty only where the seat is vacant.

    `omfattar` are the §§ that the person was there for, `utom` those that the person was not there for.
    """

    namn: str
    parti: str | None = None
    roll: str | None = None
    delar: tuple[str, ...] = ()
    ersatter: Ersatt | None = None
    omfattar: Omfang | None = None
    utom: Omfang | None = None
    tid: tuple[str, str] | None = None
    distans: bool = False
    vakant: bool = False


@dataclass(frozen=True)
class _Slut:
    """What stood at the end of a line, and the line before it."""

    rad: str
    omfattar: Omfang | None = None
    utom: Omfang | None = None
    tid: tuple[str, str] | None = None
    distans: bool = False


@cache
def read_rad(line: str) -> Tolkning | None:
    """What a printed line means; None where the grammar can not read it.

    A closing parenthesis that the print has lost (``(S) (Köping``) is understood; anything else that does not
    fit is for a person to decide.
    """
    line = " ".join(line.split())
    end = _take_end(_Slut(line)) if len(line) <= _LONGEST else None
    parts = _split_substitute(end.rad) if end else None
    if end is None or parts is None:
        return None
    head, substituted = parts
    read = _read_person(head)
    other = _read_person(substituted) if substituted is not None else None
    if read is None or (substituted is not None and other is None):
        return None
    return replace(
        read,
        ersatter=Ersatt(other.namn or substituted or "", other.parti, other.delar) if other else None,
        omfattar=end.omfattar,
        utom=end.utom,
        tid=end.tid,
        distans=end.distans or read.distans,
    )


def samma_roll(role: str) -> str:
    """One name for a role that is printed in several ways: ``Andre vice ordförande`` is ``2:e vice ordförande``."""
    word = role.lower()
    for pattern, name in _SAMMA_ROLL:
        word = pattern.sub(name, word)
    return word


def _take_end(end: _Slut) -> _Slut | None:
    """§§, times and mode off the end of a line, in whatever order; None for §§ whose meaning is left to a person."""
    if end.omfattar is None and (found := _OMFANG.search(end.rad)):
        omfang, head = read_omfang(found[1]), end.rad[: found.start()].rstrip()
        without = _UTOM.search(head)
        if omfang is None or _GRANS.search(head) or (without and end.utom):
            return None
        if without:
            return _take_end(replace(end, rad=head[: without.start()].rstrip(), utom=omfang))
        during = _UNDER.search(head)
        return _take_end(replace(end, rad=head[: during.start()].rstrip() if during else head, omfattar=omfang))
    if end.tid is None and (found := _TID.search(end.rad)):
        return _take_end(replace(end, rad=end.rad[: found.start()].rstrip(), tid=(found[1], found[2])))
    if not end.distans and (found := DISTANS_SIST.search(end.rad)):
        return _take_end(replace(end, rad=end.rad[: found.start()].rstrip(), distans=True))
    return None if _OLAST.search(end.rad) else end


def _split_substitute(line: str) -> tuple[str, str | None] | None:
    """The line before and after "ersätter" or the like; None where a bare "för" may or may not be one."""
    found = _ERSATTER.search(line)
    if found is None and (bare := _FOR.search(line)):
        if PARTI.search(line[bare.end() :]) or _party_after_name(line[bare.end() :]):
            found = bare
        elif PARTI.search(line):
            return None
    if found is None:
        return line, None
    rest = line[found.end() :]
    while rest.endswith(")") and rest.count(")") > rest.count("("):
        rest = rest[:-1]
    return line[: found.start()].rstrip(" ,("), rest


def _party_after_name(text: str) -> str | None:
    """The party that stands between commas after a name: ``Anna Ek, S, ordförande``."""
    return next(filter(None, map(som_parti, _parts(text)[1:])), None)


def _read_person(text: str) -> Tolkning | None:
    columns = _KOLUMNER.fullmatch(text)
    if columns and "(" not in text and "," not in columns["namn"]:
        return _named(columns["namn"], columns["parti"], columns["roll"], list(_parts(columns["rest"] or "")))
    parti = None
    if found := PARTI.search(text):
        parti = found[1]
        text = text[: found.start()].rstrip() + ", " + text[found.end() :].lstrip(" ,")
        if _ANNAN.search(text):
            return None
    name, *rest = _parts(text) or ("",)
    if parti is None and (parti := _party_after_name(text)):
        rest.remove(next(part for part in rest if som_parti(part) == parti))
    return _classify(name, parti, rest)


def _parts(text: str) -> tuple[str, ...]:
    """The parts between commas and parentheses, in order; ``(S) (Köping`` lost its end in print."""
    pieces = (piece.strip() for piece in re.split(r"[(),;]", text))
    return tuple(part for part in pieces if part and not _KRYSS.fullmatch(part))


def _classify(name: str, parti: str | None, rest: list[str]) -> Tolkning | None:
    name, role = _take_role(name)
    remote, parts = False, []
    for part in rest:
        if samma_roll(part) in ROLLER and role is None:
            role = part
        elif _DISTANS.fullmatch(part):
            remote = True
        else:
            parts.append(part)
    read = _named(name, parti, role, parts)
    return replace(read, distans=remote) if read else None


def _take_role(name: str) -> tuple[str, str | None]:
    """A role printed straight after the name (``Anna Ek vice ordförande``) and the name before it."""
    words = name.split()
    for start in range(1, len(words)):
        role = " ".join(words[start:])
        if samma_roll(role) in ROLLER:
            return " ".join(words[:start]), role
    return name, None


def _named(name: str, parti: str | None, role: str | None, parts: list[str]) -> Tolkning | None:
    """A reading with a name that can be one, or with none where the seat is vacant."""
    if _VAKANT.fullmatch(name):
        return Tolkning("", parti, role, tuple(parts), vakant=True)
    return Tolkning(name, parti, role, tuple(parts)) if _is_name(name) else None


def _is_name(text: str) -> bool:
    """Whether a text can be one person's name: not a list of two, not a title with a name after it."""
    words = text.split()
    first = next((word for word in words if word not in _PARTIKLAR), "")
    return bool(_NAMN.fullmatch(text)) and "och" not in words and not first[:1].islower()
