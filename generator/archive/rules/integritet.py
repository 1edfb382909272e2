"""Rules against what must not be public: personal identity numbers, telephone numbers, private e-mail addresses.

All are fel, since what is published can not be taken back. The number itself is never repeated in the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.diagnostics import Diagnostic
from generator.model.bas import Post
from generator.records.nodes import Loc
from generator.records.record import Record

_PERSONNUMMER = re.compile(
    r"(?<![\w-])(?:(?:19|20)?\d{6}(?:\s?[-+‐-―−]\s?|\s)\d{4}|(?:19|20)\d{10}|\d{10})(?![\w-])",
    re.ASCII,
)
_TELEFON = re.compile(
    r"(?<![\w/.,:+-])(?:\+46\s?(?:\(0\)\s?)?|0046\s?|0)\d{1,3}(?:\s?[-–/]\s?|\s)?\d{2,4}(?:\s?\d{2,3}){1,3}(?![\w-])",
    re.ASCII,
)
_EPOST = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FUNKTION = re.compile(
    r"(?:arkiv|diarium|info|information|kansli|kommun|kommunen|kommunstyrelsen|kontakt|kundtjanst|namnd|post|region"
    r"|regionen|regionstyrelsen|registrator|webb|webmaster)(?:[._-]\w+)?@",
    re.IGNORECASE,
)
_INTE_TEXT = {"sha256", "organisationsnummer", "lank", "webbplats", "webbadress", "epost"}
_SIFFROR = range(8, 13)
_TVA_SIFFROR, _SNABEL_A = re.compile(r"\d\d"), re.compile("@")
_SAMORDNING = 60


def personnummer(archive: Archive) -> Iterator[Diagnostic]:
    """A personnummer or samordningsnummer, told from other numbers by its day and its check digit."""
    for record, loc, text in _texts(archive, _TVA_SIFFROR):
        for found in _PERSONNUMMER.finditer(text):
            if _is_personal(found.group()):
                cure = "ta bort numret; är filen redan sparad i arkivet måste det bort även ur historiken"
                message = "här står ett personnummer eller samordningsnummer, som inte får publiceras"
                yield record.fault("R701", message, loc, cure=cure, needle=found.group())


def telefonnummer(archive: Archive) -> Iterator[Diagnostic]:
    """A telephone number anywhere but in the archive's own contact details."""
    for record, loc, text in _texts(archive, _TVA_SIFFROR):
        for found in _TELEFON.finditer(text):
            other = _PERSONNUMMER.fullmatch(found.group()) and _is_personal(found.group())
            if sum(map(str.isdigit, found.group())) in _SIFFROR and not other:
                message = "här står ett telefonnummer; kontaktuppgifter ur handlingar publiceras inte"
                yield record.fault("R702", message, loc, cure="ta bort numret", needle=found.group())


def epostadress(archive: Archive) -> Iterator[Diagnostic]:
    """An e-mail address that is not a function's (registrator@…), anywhere but in the archive's contact details."""
    for record, loc, text in _texts(archive, _SNABEL_A):
        for found in _EPOST.finditer(text):
            if not _FUNKTION.match(found.group()):
                message = "här står en e-postadress; personliga kontaktuppgifter publiceras inte"
                cure = "ta bort adressen, eller skriv en funktionsadress som registrator@kommun.se"
                yield record.fault("R703", message, loc, cure=cure, needle=found.group())


def _texts(archive: Archive, sign: re.Pattern[str]) -> Iterator[tuple[Record[Post], Loc, str]]:
    """Every text with a sign in it that readers may come to see, but for the archive's own contact details."""
    for record, loc, text in archive.texter:
        contact = record.kind == "arkiv" and loc[0] == "kontakt"
        if sign.search(text) and not contact and not _INTE_TEXT.intersection(loc):
            yield record, loc, text


def _is_personal(text: str) -> bool:
    """Whether ten figures are a personnummer: a day (or a day plus sixty) and a right check digit (Luhn)."""
    digits = [int(char) for char in text if char.isdigit()][-10:]
    month, day = digits[2] * 10 + digits[3], digits[4] * 10 + digits[5]
    if not (1 <= month <= 12 and 1 <= (day - _SAMORDNING if day > _SAMORDNING else day) <= 31):  # noqa: PLR2004
        return False
    doubled = [digit * (2 - index % 2) for index, digit in enumerate(digits)]
    return sum(n // 10 + n % 10 for n in doubled) % 10 == 0
