"""Personnummer and samordningsnummer in running text, told from organisationsnummer, diarienummer and days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

_DASH = "\\-\u2010\u2011\u2012\u2013\u2212"
_NUMBER = re.compile(
    r"(?<![\w/-])(?P<century>18|19|20)?(?P<date>\d{6})"
    rf"(?P<sign>[ ]?[+{_DASH}][ ]?\n?|[ \n])?(?P<serial>\d{{4}})(?![\w/-])"
)
_WORD = re.compile(
    r"(?:(?:person|samordnings)[\s-]?n(?:umme)?r|\bp\.?[\s-]?nr|\bid-?n(?:umme)?r|\bfödd)\b\W{0,5}$", re.IGNORECASE
)
_OTHER_WORD = re.compile(
    r"\b(?:d(?:iarie)?\.?\s?n(?:umme)?r|diarie|ärende(?:n(?:umme)?r)?|(?:org(?:anisations)?|mål|ref(?:erens)?|ocr"
    r"|faktura|kund|konto|avtals|journal)[\s.-]?n(?:umme)?r|referens|beteckning|mål|bankgiro|plusgiro|bg|pg|id)\b"
    r"[.:]?\s?(?:[A-ZÅÄÖ]{1,6}[\s-])?$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_NEAR = 30
_SAMORDNING = 60
_NEW_CENTURY = 30
"""A year of two figures before this one may be of the century of the meeting."""


def personal_numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such numbers begin and end, and why each is taken for one.

    A number counts where its first six digits are a day (or a day plus 60) and the last digit is the right check
    digit. With a wrong one it counts next to the word personnummer, and where it is written as nothing else is: with
    its century, or with a hyphen.
    """
    for match in _days(text):
        kind = "samordningsnummer" if int(match["date"][4:]) > _SAMORDNING else "personnummer"
        if _luhn(match["date"] + match["serial"]):
            yield match.start(), match.end(), f"{kind}: dagen finns och kontrollsiffran stämmer"
        elif _WORD.search(_before(text, match)):
            yield match.start(), match.end(), f"{kind}: ordet står framför, men kontrollsiffran stämmer inte"
        elif _is_written_as_one(text, match):
            yield match.start(), match.end(), f"{kind}: dagen och formen stämmer, men kontrollsiffran gör det inte"


def certain_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers begin and end that have a day in them and the right check digit."""
    return ((match.start(), match.end()) for match in _days(text) if _luhn(match["date"] + match["serial"]))


def uncertain_numbers(text: str) -> Iterator[int]:
    """Where a number begins that has a day in it and a wrong check digit, and that may as well be something else."""
    for match in _days(text):
        wrong = not _luhn(match["date"] + match["serial"])
        if wrong and not _OTHER_WORD.search(_before(text, match)) and not _is_written_as_one(text, match):
            yield match.start()


def _days(text: str) -> Iterator[re.Match[str]]:
    """The numbers whose first six digits are a day."""
    for match in _NUMBER.finditer(text):
        date = match["date"]
        day = int(date[4:])
        if _is_day(match["century"], date[:4], day - _SAMORDNING if day > _SAMORDNING else day):
            yield match


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _NEAR) : match.start()]


def _is_written_as_one(text: str, match: re.Match[str]) -> bool:
    """Whether a number has the form of a personnummer alone: its century or a hyphen, and no day and hour are meant."""
    hyphen = bool(match["sign"]) and not match["sign"].isspace()
    recent = match["century"] == "20" or (not match["century"] and int(match["date"][:2]) < _NEW_CENTURY)
    an_hour = recent and bool(_CLOCK.fullmatch(match["serial"]))
    return (bool(match["century"]) or hyphen) and not an_hour and not _OTHER_WORD.search(_before(text, match))


def _is_day(century: str | None, year_and_month: str, day: int) -> bool:
    year, month = year_and_month[:2], int(year_and_month[2:])
    for full in [century] if century else ["19", "20"]:
        try:
            dt.date(int(full + year), month, day)
        except ValueError:
            continue
        return True
    return False


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
