"""One row of print as one row of a record: the short form where the grammar reads it right, else the long form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from generator.importer.attendance.lines import Printed, Why
from generator.importer.attendance.names import PARTICLES, name_length, words_of_name
from generator.importer.attendance.sense import Sense, sense_of
from generator.importer.attendance.words import Bodies, is_mark, is_role, is_title_word, word
from generator.model.narvarorad import Ersatt, Tolkning, read_rad
from generator.model.partier import parti_kallat

_NUMBERED = re.compile(r"^\d{1,3}[.)]?\s+(?=[A-ZÅÄÖÉ(])")
_SPACED = re.compile(r"\s+(?=[,;)])")
_ROLE_FOR = re.compile(r"(?P<roll>\S+(?: \S+){0,2}?)(?:\s+(?:för|från|i))?\s+(?P<body>[A-ZÅÄÖ].*)")
_STOP = re.compile(r"(?:\)|[^\W\d_]{5,}|\d)\.$")
_MOST_WORDS = 4
_SENTENCE = 2


@dataclass(frozen=True)
class Where:
    """What a row stands in: its list, the authorities, the document's §§, and the group whose heading is above it.

    `group` is the authority that the heading names, and the heading as printed; `party` is a heading that is a party.
    """

    lista: str
    bodies: Bodies = field(default_factory=Bodies)
    numbers: tuple[int, int] | None = None
    group: tuple[str, str] | None = None
    party: str | None = None


@dataclass(frozen=True)
class Row:
    """A row of a record as plain values, the line that it was read from, and why to look at it."""

    value: str | dict[str, Any]
    line: int
    whys: tuple[Why, ...] = ()
    read: Tolkning | None = None


def tidy(text: str) -> str:
    """A row as it is kept: no number of its own before it, no space before a comma, no stop after it."""
    text = _SPACED.sub("", _NUMBERED.sub("", text.strip())).rstrip(" ,;")
    return text[:-1] if _STOP.search(text) else text


def read_row(printed: Printed, where: Where, said: Tolkning | None = None) -> Row | None:
    """A row of print as a row of a list; None where it names nobody. `said` is what the columns of a table say."""
    text = _true_text(printed, said) if said else tidy(printed.text)
    if word("platshallare").fullmatch(text.lower()):
        return Row({"rad": text, "platshallare": "ja"}, printed.line, printed.whys)
    sense = Sense(said) if said else sense_of(text, where.bodies, where.numbers)
    if sense.read is None or not (sense.read.namn or sense.read.vakant):
        return None
    read = sense.read
    if read.vakant and read_rad(text) is None:
        return Row({"rad": text, "platshallare": "ja"}, printed.line, printed.whys + sense.whys)
    if not (read.vakant or read.parti) and name_length(read.namn) != len(read.namn):
        return None
    body, why = _affiliation(read, where, sense.extra)
    extra = sense.extra | body | _party_above(read, where)
    whys = (*printed.whys, *sense.whys, *why, *_doubts(read, where))
    return Row(_composed(text, read, extra), printed.line, whys, replace(read, roll=extra.get("roll", read.roll)))


def _true_text(printed: Printed, said: Tolkning) -> str:
    """The cells of a row as one text that the grammar does not read more into: all, or without marks, or the name."""
    cells = [cell for cell in printed.cells if cell]
    unmarked = [cell for cell in cells if not is_mark(cell)]
    named = [cell for cell in cells if (read := read_rad(cell)) and said.namn and read.namn == said.namn]
    texts = [tidy(" ".join(some)) for some in (cells, unmarked, named) if some] or [tidy(printed.text)]
    return next((text for text in texts if _adds_nothing(text, said)), texts[0])


def _adds_nothing(text: str, said: Tolkning) -> bool:
    read = read_rad(text)
    return read is None or (set(read.delar) <= set(said.delar) and read.ersatter in (None, said.ersatter))


def _affiliation(read: Tolkning, where: Where, extra: dict[str, Any]) -> tuple[dict[str, Any], tuple[Why, ...]]:
    """Organisation, title and role where they are not parts of their own: glued together, or printed elsewhere."""
    bodies = where.bodies
    if read.vakant or any(part in bodies for part in read.delar):
        return {}, ()
    for part in (*read.delar, *filter(None, (extra.get("titel"),))):
        if (found := _ROLE_FOR.fullmatch(part)) and is_role(found["roll"]) and found["body"] in bodies:
            return {"organisation": found["body"]} | ({} if read.roll else {"roll": found["roll"]}), ()
        if (glued := bodies.tail(part)) and not word("enhet").fullmatch(glued[1]):
            why = (Why(f"”{glued[1]}” är läst som en organisation."),) if bodies.is_presumed(glued[1]) else ()
            return {"titel": glued[0], "organisation": glued[1]}, why
    return _from_elsewhere(read, where)


def _from_elsewhere(read: Tolkning, where: Where) -> tuple[dict[str, Any], tuple[Why, ...]]:
    """An organisation that is printed after the one served for, or in the heading above."""
    other = read.ersatter
    if other and other.delar and not read.delar and read.parti:
        said = next((part for part in other.delar if part in where.bodies), other.delar[0])
        why = Why(f"{said} är tryckt efter {other.namn}, som ersätts, och är läst som bådas organisation.")
        return _derived(said, f"Står efter den som ersätts, {other.namn}.", "trolig"), (why,)
    if where.group and not _has_place(read):
        return _derived(where.group[0], f"Står i rubriken ovanför raden, {where.group[1]}.", "saker"), ()
    return {}, ()


def _has_place(read: Tolkning) -> bool:
    """Whether an elected person's row names a place, which then is the organisation."""
    return bool(read.parti) and any(len(part.split()) == 1 and part.istitle() for part in read.delar)


def _derived(value: str, why: str, how_sure: str, key: str = "organisation") -> dict[str, Any]:
    return {key: value, "harlett": [{"falt": key, "skal": why, "sakerhet": how_sure}]}


def _party_above(read: Tolkning, where: Where) -> dict[str, Any]:
    """The party that stands as a heading above the row, where the row prints none."""
    party = parti_kallat(where.party) if where.party else None
    if party is None or read.parti or read.vakant:
        return {}
    return _derived(party, f"Står i rubriken ovanför raden, {where.party}.", "saker", "parti")


def _doubts(read: Tolkning, where: Where) -> Iterator[Why]:
    if read.vakant:
        return
    names = [part for part in read.namn.split() if part not in PARTICLES]
    if name_length(read.namn) != len(read.namn):
        yield Why("Namnet innehåller ord som inte brukar stå i ett namn.")
    if len(names) == 1:
        yield Why("Bara ett namn är tryckt.")
    if len(names) > _MOST_WORDS:
        yield Why("Namnet är ovanligt långt. Det kan hålla fler än en person.")
    if read.parti and where.lista == "ovriga":
        yield Why("Personen har parti men står bland övriga.", ("ej_tjanstgorande", "fortroendevalda"))
    for part in read.delar:
        like_name = words_of_name(part) > 1 and name_length(part) == len(part)
        words = part.split()
        unknown = part[:1].islower() and not any(is_title_word(one) for one in words)
        if unknown and (read.parti or len(words) > _SENTENCE):
            yield Why(f"”{part}” är läst som en titel.")
        if like_name and part not in where.bodies and not word("enhet").fullmatch(part):
            yield Why(f"”{part}” kan vara en organisation eller en person till.")


def _composed(text: str, read: Tolkning, extra: dict[str, Any]) -> str | dict[str, Any]:
    """The short form where the grammar says the same of the text, else the long form with what it does not say."""
    base = read_rad(text)
    fields: dict[str, Any] = {}
    for key in ("namn", "parti", "roll"):
        said = getattr(read, key)
        if said and (base is None or getattr(base, key) != said):
            fields[key] = said
    if read.ersatter and (base is None or base.ersatter != read.ersatter):
        fields["ersatter"] = _served_for(read.ersatter)
    fields |= _when(read, base)
    if base is None or base.delar != read.delar:
        fields |= _parts(read)
    fields |= extra
    return {"rad": text, **fields} if fields else text


def _served_for(other: Ersatt) -> str | dict[str, str]:
    said = {"namn": other.namn, "parti": other.parti, "organisation": other.delar[0] if other.delar else None}
    given = {key: one for key, one in said.items() if one}
    return other.namn if len(given) == 1 else given


def _when(read: Tolkning, base: Tolkning | None) -> dict[str, str]:
    fields = {}
    for key, covered in (("omfattar", read.omfattar), ("utom", read.utom)):
        if covered and (base is None or getattr(base, key) != covered):
            fields[key] = covered.tryckt
    if read.tid and (base is None or base.tid != read.tid):
        fields |= {"fran": read.tid[0], "till": read.tid[1]}
    if read.distans and (base is None or not base.distans):
        fields["form"] = "distans"
    return fields


def _parts(read: Tolkning) -> dict[str, str]:
    """The parts that the grammar does not find: an elected person's first is an organisation, the rest are titles."""
    parts = [part for part in read.delar if not is_mark(part)]
    if not parts:
        return {}
    if read.parti or len(parts) > 1:
        *titles, body = parts
        return {"organisation": body} | ({"titel": ", ".join(titles)} if titles else {})
    return {"titel": parts[0]}
