"""Persons and party groups named in running text: who speaks, who yrkar, who reserverar sig."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from generator.importer.printed.words import patterns, words
from generator.model.narvarorad import read_rad

_SMALL = "a-zåäöéèëüáàâçćčđïíłńñóôøæšśúýžß"
_LARGE = "A-ZÅÄÖÉÈËÜÁÀÂÇĆČĐÏÍŁŃÑÓÔØÆŠŚÚÝŽ"
_PART = rf"[{_LARGE}](?:[\w'’-]|:(?=[{_SMALL}]))*[{_SMALL}]"
_PARTICLE = r"(?:von|af|de la|de|van der|van|di|da|la|zu)"
NAME = rf"{_PART}(?: (?:{_PARTICLE} )?{_PART}){{1,3}}"
PARTY = r"\((?:[A-ZÅÄÖ]{1,4}[a-zåäö]{0,2}|-)\)"
_NAMED = re.compile(rf"(?P<namn>{NAME}) ?(?P<parti>{PARTY})")
_BARE = re.compile(NAME)
_LETTERS = r"(?:\(?[A-ZÅÄÖ]{1,4}\)?)"
_GROUP = re.compile(
    rf"(?:(?:[Ll]edamöter(?:na)?|[Gg]rupper(?:na)?|[Pp]artier(?:na)?|gruppen|ersättar(?:e|na)) (?:från|för|i) |"
    rf"[Ff]ör |[Ff]rån )"
    rf"(?P<lista>{_LETTERS}(?:(?:, | och | samt |, samt ){_LETTERS})*)(?![\wåäö])"
)
_GROUP_OF = re.compile(r"(?<!\w)\(?(?P<parti>[A-ZÅÄÖ]{1,4})\)?-gruppen")
_DASH = re.compile(r"\s+[–—-]\s+")
_TITLE = re.compile(r"[a-zåäö0-9].*|[A-ZÅÄÖ]\w*(?:s)? .*", re.DOTALL)


def without_substitutes(text: str) -> str:
    """A text without the words that name who serves instead of somebody."""
    for pattern in patterns("ersatter"):
        text = pattern.sub("", text)
    return text


def named(text: str) -> list[dict[str, Any]]:
    """All persons printed with their party, in order, each once."""
    found: list[dict[str, Any]] = []
    for match in _NAMED.finditer(text):
        person = as_printed(f"{_without_role(match['namn'])} {match['parti']}")
        if person not in found:
            found.append(person)
    return found


def known_names(text: str, names: Collection[str]) -> list[dict[str, Any]]:
    """All persons of the attendance whose names stand in the text, in the order of the text."""
    places = {name: match.start() for name in names if (match := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))}
    longest = [name for name in places if not any(name != other and name in other for other in places)]
    return [as_printed(name) for name in sorted(longest, key=lambda name: (places[name], name))]


def people(text: str, names: Collection[str]) -> list[dict[str, Any]]:
    """Persons with a party, then those of the attendance who stand without one."""
    found = named(text)
    have = " ".join(str(one["rad"]) for one in found)
    return found + [one for one in known_names(text, names) if str(one["rad"]) not in have]


@cache
def _party_names() -> re.Pattern[str]:
    names = "|".join(words("partier", "namn"))
    return re.compile(rf"(?<!\w)(?:{names})(?=s (?:samtliga )?(?:ledam|grupp|företräd|ersätt)|(?!\w))")


def parties(text: str) -> list[str]:
    """Party groups as printed, in order, each once: ``Ledamöterna från M, D och KD``, ``Vänsterpartiet``."""
    found: list[tuple[int, str]] = []
    for match in _GROUP.finditer(text):
        letters = re.finditer(r"[A-ZÅÄÖ]{1,4}", match["lista"])
        found.extend((match.start("lista") + one.start(), one[0]) for one in letters)
    found.extend((match.start(), match["parti"]) for match in _GROUP_OF.finditer(text))
    found.extend((match.start(), match[0]) for match in _party_names().finditer(text))
    return list(dict.fromkeys(name for _place, name in sorted(found)))


def as_printed(rad: str, **fields: str) -> dict[str, Any]:
    """A `Medverkande` as plain values; a line that the grammar can not read gets its name apart."""
    out: dict[str, Any] = {"rad": rad, **fields}
    if read_rad(rad) is None and "namn" not in out:
        first = _BARE.search(rad)
        out["namn"] = first[0] if first else rad
    return out


def _without_role(name: str) -> str:
    """A name whose first word is the role before it (``Ordföranden Anna Ek``) without that word."""
    first, _, rest = name.partition(" ")
    return rest if first.lower() in words("tal", "roll") and " " in rest else name
