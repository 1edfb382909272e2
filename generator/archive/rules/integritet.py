"""Rules against what must not be public: personal identity numbers, telephone numbers, private e-mail addresses.

All are fel, since what is published can not be taken back. The number itself is never repeated in the message.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.records.unplaced import Unplaced


def personnummer(archive: Archive) -> Iterator[Unplaced]:
    """A personnummer or samordningsnummer, told from other numbers by its day and its check digit."""
    message = "här står ett personnummer eller samordningsnummer, som inte får publiceras"
    cure = "ta bort numret; är filen redan sparad i arkivet måste det bort även ur historiken"
    yield from _told(archive, "personnummer", "R701", message, cure)


def telefonnummer(archive: Archive) -> Iterator[Unplaced]:
    """A telephone number anywhere but in the archive's own contact details."""
    message = "här står ett telefonnummer; kontaktuppgifter ur handlingar publiceras inte"
    yield from _told(archive, "telefonnummer", "R702", message, "ta bort numret")


def epostadress(archive: Archive) -> Iterator[Unplaced]:
    """An e-mail address that is not a function's (registrator@…), anywhere but in the archive's contact details."""
    message = "här står en e-postadress; personliga kontaktuppgifter publiceras inte"
    cure = "ta bort adressen, eller skriv en funktionsadress som registrator@kommun.se"
    yield from _told(archive, "epostadress", "R703", message, cure)


def _told(archive: Archive, slag: str, code: str, message: str, cure: str) -> Iterator[Unplaced]:
    for record in archive.records:
        for one in record.privat:
            if one.slag == slag:
                yield record.fault(code, message, one.loc, cure=cure, needle=one.tryckt)
