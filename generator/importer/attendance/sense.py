"""The ways of reading a row that the grammar alone does not read: titles first, parties without parentheses, times."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from generator.importer.attendance.lines import Why
from generator.importer.attendance.names import (
    LEADING_PARTY,
    PARTY_WORDS,
    SURNAME_FIRST,
    name_length,
    title_before_name,
    words_of_name,
)
from generator.importer.attendance.presence import Presence, cut_unread, take_presence
from generator.importer.attendance.words import Bodies, is_role, is_title_word
from generator.model.narvarorad import PARTI, Ersatt, Tolkning, read_rad
from generator.model.omfang import read_omfang

_ROLE_FIRST = re.compile(r"(?P<roll>[^:(),]{3,40}?)\s*:\s*(?P<rest>\S.*)")
_BY = r"(?:ersätts|ersattes|ersatt) av\s+"
_REPLACED_BY = re.compile(rf"(?P<who>.+?)(?:\s*\({_BY}(?P<inside>.+)\)|[,;]?\s+{_BY}(?P<by>.+))")
_SERVES_DURING = re.compile(
    r"(?P<who>.+?)[,;]?\s+(?:tjänstgör(?:ande)?|tjg\.?|ersätter)\s+(?P<nr>§[^A-Za-zÅÄÖåäö]*\d(?:\s+och\s+\d[\d\s–-]*)?)"
    r"\s+(?:i ?stället )?(?:för\s+)?(?P<other>[A-ZÅÄÖÉ].*)"
)
_SHORT_SERVES = re.compile(r"(?P<who>.+\))[,;]?\s*ers\.?\s+(?P<other>[A-ZÅÄÖÉ].*)")
_FEWEST_WORDS = 2


@dataclass(frozen=True)
class Sense:
    """What is made of a row: a reading, what it says beyond the grammar, and why to look at it."""

    read: Tolkning | None
    extra: dict[str, Any] = field(default_factory=dict)
    whys: tuple[Why, ...] = ()


def sense_of(text: str, bodies: Bodies, numbers: tuple[int, int] | None) -> Sense:
    """What a row says: as the grammar reads it, else by the first way of reading it that fits, else its name."""
    presence = take_presence(text, numbers)
    for core in dict.fromkeys((text, presence.text)):
        found = _core(core, bodies)
        if found.read:
            taken = presence if core == presence.text and core != text else Presence(core)
            return Sense(found.read, found.extra | _all_numbers(found.read, taken), found.whys + taken.whys)
    return _salvaged(presence, bodies)


def _all_numbers(read: Tolkning, presence: Presence) -> dict[str, str]:
    """The fields of the times, with the §§ that the rest of the row has too: ``§§ 5–8, del av § 9``."""
    if not (read.omfattar and "omfattar" in presence.fields):
        return presence.fields
    return presence.fields | {"omfattar": f"{read.omfattar.tryckt}, {presence.fields['omfattar'].lstrip('§ ')}"}


def _salvaged(presence: Presence, bodies: Bodies) -> Sense:
    """What can be had of a row that can not be read whole."""
    if cut := cut_unread(presence.text):
        found = _core(cut[0], bodies)
        if found.read:
            why = Why(f"”{cut[1]}” har inte kunnat läsas. Skriv vilka §§ eller tider det gäller.")
            return Sense(found.read, found.extra | presence.fields, (*found.whys, *presence.whys, why))
    text = presence.text
    if words_of_name(text) < _FEWEST_WORDS:
        return Sense(None)
    name = text[: name_length(text)]
    party = PARTI.match(text[len(name) :].lstrip())
    why = Why("Bara namnet har kunnat läsas på raden.")
    return Sense(Tolkning(name, party[1] if party else None), presence.fields, (*presence.whys, why))


def _core(text: str, bodies: Bodies) -> Sense:
    """A row without times, by the first way of reading it that fits."""
    substitutes = (_replaced_by, _serves_during, _short_serves)
    for way in (_listed_party, *substitutes, _surname_first, _role_first, _title_first, _bare_party):
        found = way(text, bodies)
        if found:
            return found
    return Sense(read_rad(text))


def _replaced_by(text: str, bodies: Bodies) -> Sense | None:
    found = _REPLACED_BY.fullmatch(text)
    who, by = (read_rad(found["who"]), read_rad(found["inside"] or found["by"])) if found else (None, None)
    if who is None or by is None or who.vakant:
        return None
    why = Why(f"Raden säger att {by.namn} ersätter {who.namn}; den står i omvänd ordning.")
    return Sense(replace(by, ersatter=Ersatt(who.namn, who.parti, who.delar)), {}, (why,))


def _serves_during(text: str, bodies: Bodies) -> Sense | None:
    """``Anna Ek (S), ersättare, tjänstgör §§ 4–6 för Bo Al (S)``."""
    found = _SERVES_DURING.fullmatch(text)
    who, other, covered = (
        (read_rad(found["who"]), read_rad(found["other"]), read_omfang(found["nr"])) if found else (None, None, None)
    )
    if who is None or other is None or covered is None or other.vakant:
        return None
    return Sense(replace(who, ersatter=Ersatt(other.namn, other.parti, other.delar), omfattar=covered))


def _short_serves(text: str, bodies: Bodies) -> Sense | None:
    """``Anna Ek (S) ers Bo Al (S)``: the short word may mean that the first serves for the second."""
    found = _SHORT_SERVES.fullmatch(text)
    who, other = (read_rad(found["who"]), read_rad(found["other"])) if found else (None, None)
    if who is None or other is None or not other.parti:
        return None
    why = Why(f"”Ers” är läst som att {who.namn} ersätter {other.namn}.")
    return Sense(replace(who, ersatter=Ersatt(other.namn, other.parti, other.delar)), {}, (why,))


def _surname_first(text: str, bodies: Bodies) -> Sense | None:
    found = SURNAME_FIRST.fullmatch(text)
    if found is None or found["first"] in bodies or is_role(found["first"]):
        return None
    read = read_rad(f"{found['first']} {found['last']} {found['rest']}")
    return Sense(read, {}, (Why("Efternamnet är läst som tryckt före förnamnet."),)) if read else None


def _role_first(text: str, bodies: Bodies) -> Sense | None:
    """A role or a title before a colon, or a role straight before a name."""
    found = _ROLE_FIRST.fullmatch(text)
    said, rest = (found["roll"], found["rest"]) if found else (None, text)
    if said is None and (parted := title_before_name(text)) and is_role(parted[0]):
        said, rest = parted[0], text[len(parted[0]) :].lstrip(" :")
    if said is None or not (is_role(said) or is_title_word(said.split()[0]) or title_before_name(f"{said} Anna Ek")):
        return None
    inner = _core(rest, bodies)
    if inner.read is None or inner.read.roll:
        return None
    if is_role(said):
        return Sense(replace(inner.read, roll=said), inner.extra, inner.whys)
    return Sense(inner.read, {"titel": said} | inner.extra, inner.whys)


def _title_first(text: str, bodies: Bodies) -> Sense | None:
    """``Kommunchef Anna Ek (Norrby)``: the title is none of the name."""
    parted = title_before_name(text)
    if parted is None or is_role(parted[0]):
        return None
    title, name = parted
    read = read_rad(text[len(title) :].lstrip(" :"))
    unit = title.rsplit(" ", 1)[-1]
    unsure = unit[:1].isupper() and " " in title
    why = Why(f"Det är oklart var titeln slutar: ”{unit}” kan höra till namnet {name}.")
    return Sense(read, {"titel": title}, (why,) if unsure else ()) if read else None


def _listed_party(text: str, bodies: Bodies) -> Sense | None:
    """``Anna Ek, BA, ordförande``: a short word that stands where the document prints parties."""
    found = [part for part in (piece.strip(",;") for piece in text.split()) if part in bodies.parties]
    if not found:
        return None
    bracketed = re.sub(rf",?\s+({'|'.join(map(re.escape, sorted(bodies.parties)))})(?=[\s,;]|$)", r" (\1)", text)
    inner = _core(bracketed, bodies)
    return replace(inner, whys=(*inner.whys, Why(f"”{found[0]}” är läst som ett parti."))) if inner.read else None


def _bare_party(text: str, bodies: Bodies) -> Sense | None:
    """A party without parentheses before or after the name: ``Anna Ek S, ordförande`` or ``Anna Ek, S``."""
    if leading := LEADING_PARTY.match(text):
        return Sense(read_rad(f"({leading[1]}) {text[leading.end() :]}"))
    name = text[: name_length(text)]
    rest = text[len(name) :].lstrip(" ,/–-")
    first, _, more = rest.partition(" ")
    party = first.rstrip(",;")
    if words_of_name(name) < _FEWEST_WORDS or party not in PARTY_WORDS - {"-"}:
        return None
    more = more.lstrip(" ,")
    role = next((" ".join(more.split()[:n]) for n in (3, 2, 1) if is_role(" ".join(more.split()[:n]).rstrip(","))), "")
    after = ", ".join(part for part in (role.rstrip(","), more[len(role) :].strip(" ,")) if part)
    read = read_rad(f"{name} ({party}), {after}".rstrip(", "))
    return Sense(read) if read else None
