"""Rules against what must not be public: personal identity numbers, telephone numbers, private e-mail addresses.

All are fel, since what is published can not be taken back. The number itself is never repeated in the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.archive.archive import Archive
from generator.archive.mail_addresses import private_addresses
from generator.archive.personal_numbers import certain_numbers
from generator.archive.phone_numbers import phone_numbers
from generator.archive.walk import texts
from generator.diagnostics import Diagnostic
from generator.model.bas import Post
from generator.records.nodes import Loc
from generator.records.record import Record

_INTE_TEXT = {"sha256", "organisationsnummer", "lank", "webbplats", "webbadress", "epost"}
_TVA_SIFFROR, _SNABEL_A = re.compile(r"\d\d"), re.compile("@")


def personnummer(archive: Archive) -> Iterator[Diagnostic]:
    """A personnummer or samordningsnummer, told from other numbers by its day and its check digit."""
    for record, loc, text in _texts(archive, _TVA_SIFFROR):
        for found in _found(text, certain_numbers(text)):
            cure = "ta bort numret; är filen redan sparad i arkivet måste det bort även ur historiken"
            message = "här står ett personnummer eller samordningsnummer, som inte får publiceras"
            yield record.fault("R701", message, loc, cure=cure, needle=found)


def telefonnummer(archive: Archive) -> Iterator[Diagnostic]:
    """A telephone number anywhere but in the archive's own contact details."""
    for record, loc, text in _texts(archive, _TVA_SIFFROR):
        others = list(certain_numbers(text))
        places = ((start, end) for start, end, _ in phone_numbers(text))
        numbers = ((start, end) for start, end in places if not any(a < end and start < b for a, b in others))
        for found in _found(text, numbers):
            message = "här står ett telefonnummer; kontaktuppgifter ur handlingar publiceras inte"
            yield record.fault("R702", message, loc, cure="ta bort numret", needle=found)


def epostadress(archive: Archive) -> Iterator[Diagnostic]:
    """An e-mail address that is not a function's (registrator@…), anywhere but in the archive's contact details."""
    for record, loc, text in _texts(archive, _SNABEL_A):
        for found in _found(text, ((start, end) for start, end, _ in private_addresses(text))):
            message = "här står en e-postadress; personliga kontaktuppgifter publiceras inte"
            cure = "ta bort adressen, eller skriv en funktionsadress som registrator@kommun.se"
            yield record.fault("R703", message, loc, cure=cure, needle=found)


def _found(text: str, places: Iterable[tuple[int, int]]) -> Iterator[str]:
    """What stands at the places, each stretch of text once."""
    past = 0
    for start, end in sorted(places):
        if start >= past:
            yield text[start:end]
            past = end


def _texts(archive: Archive, sign: re.Pattern[str]) -> Iterator[tuple[Record[Post], Loc, str]]:
    """Every text with a sign in it that readers may come to see, but for the archive's own contact details."""
    for record in archive.records:
        for loc, text in texts(record.data):
            contact = record.kind == "arkiv" and loc[0] == "kontakt"
            if sign.search(text) and not contact and not _INTE_TEXT.intersection(loc):
                yield record, loc, text
