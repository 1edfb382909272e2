"""What must not be public, where it stands in the records: looked for in one pass over all texts, for all rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.archive.mail_addresses import private_addresses
from generator.archive.personal_numbers import certain_numbers
from generator.archive.phone_numbers import phone_numbers
from generator.archive.walk import texts
from generator.model.bas import Post
from generator.records.nodes import Loc
from generator.records.record import Record

_INTE_TEXT = {"sha256", "organisationsnummer", "lank", "webbplats", "webbadress", "epost"}
_SIGNS = re.compile(r"\d\d|@")
"""What every number and address has; most texts have neither, and nothing else is looked for in them."""


@dataclass(frozen=True, slots=True)
class Privat:
    """A thing that must not be public: of what kind, in which record, at which value, and what is printed there."""

    slag: Literal["personnummer", "telefonnummer", "epostadress"]
    record: Record[Post]
    loc: Loc
    tryckt: str


def privata(records: Iterable[Record[Post]]) -> Iterator[Privat]:
    """All of them in texts that readers may come to see, but for the archive's own contact details."""
    for record in records:
        for loc, text in texts(record.data):
            contact = record.kind == "arkiv" and loc[0] == "kontakt"
            if _SIGNS.search(text) and not contact and _INTE_TEXT.isdisjoint(loc):
                yield from _in_text(record, loc, text)


def _in_text(record: Record[Post], loc: Loc, text: str) -> Iterator[Privat]:
    persons = list(certain_numbers(text))
    phones = ((start, end) for start, end, _ in phone_numbers(text))
    others = ((start, end) for start, end in phones if not any(a < end and start < b for a, b in persons))
    mail = ((start, end) for start, end, _ in private_addresses(text))
    yield from (Privat("personnummer", record, loc, found) for found in _once(text, persons))
    yield from (Privat("telefonnummer", record, loc, found) for found in _once(text, others))
    yield from (Privat("epostadress", record, loc, found) for found in _once(text, mail))


def _once(text: str, places: Iterable[tuple[int, int]]) -> Iterator[str]:
    """What stands at the places, each stretch of text once."""
    past = 0
    for start, end in sorted(places):
        if start >= past:
            yield text[start:end]
            past = end
