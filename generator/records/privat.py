"""What must not be public, where it stands in a record: looked for when the file is read, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.integritet.mail_addresses import private_addresses
from generator.integritet.personal_numbers import certain_numbers
from generator.integritet.phone_numbers import phone_numbers
from generator.model.bas import Post
from generator.model.walk import Loc, texts

_INTE_TEXT = frozenset({"sha256", "organisationsnummer", "lank", "webbplats", "webbadress", "epost"})
_TWO_FIGURES = re.compile(r"\d\d")
"""Every number has these and every address an @; in a text with neither nothing else is looked for."""


@dataclass(frozen=True, slots=True)
class Privat:
    """A thing that must not be public: of what kind, at which value of its record, and what is printed there."""

    slag: Literal["personnummer", "telefonnummer", "epostadress"]
    loc: Loc
    tryckt: str


def privata(kind: str, data: Post) -> Iterator[Privat]:
    """All of them in texts of a record that readers may come to see, but for the archive's own contact details."""
    for loc, text in texts(data):
        if ("@" in text or _TWO_FIGURES.search(text)) and not _is_known(kind, loc):
            yield from _in_text(loc, text)


def _is_known(kind: str, loc: Loc) -> bool:
    """Whether a value is the archive's own contact details, or of a kind that is meant to be read by everyone."""
    return (kind == "arkiv" and loc[0] == "kontakt") or not _INTE_TEXT.isdisjoint(loc)


def _in_text(loc: Loc, text: str) -> Iterator[Privat]:
    persons = list(certain_numbers(text))
    phones = ((start, end) for start, end, _ in phone_numbers(text))
    others = ((start, end) for start, end in phones if not any(a < end and start < b for a, b in persons))
    mail = ((start, end) for start, end, _ in private_addresses(text))
    yield from (Privat("personnummer", loc, found) for found in _once(text, persons))
    yield from (Privat("telefonnummer", loc, found) for found in _once(text, others))
    yield from (Privat("epostadress", loc, found) for found in _once(text, mail))


def _once(text: str, places: Iterable[tuple[int, int]]) -> Iterator[str]:
    """What stands at the places, each stretch of text once."""
    past = 0
    for start, end in sorted(places):
        if start >= past:
            yield text[start:end]
            past = end
