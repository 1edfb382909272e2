"""Personnummer and samordningsnummer in running text, told from organisationsnummer, diarienummer and days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

_DASH = "\\-\u2010\u2011\u2012\u2013\u2212"
_NUMBER = re.compile(
    r"(?<![\w/-])(?P<century>18|19|20)?(?P<date>\d{6})"
    rf"(?:[ ]?[+{_DASH}][ ]?\n?|[ \n])?(?P<serial>\d{{4}})(?![\w/-])"
)
_WORD = re.compile(
    r"(?:(?:person|samordnings)[\s-]?n(?:umme)?r|\bp\.?[\s-]?nr|\bid-?n(?:umme)?r|\bfödd)\b\W{0,5}$", re.IGNORECASE
)
_NEAR = 30
_SAMORDNING = 60


def personal_numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such numbers begin and end, and why each is taken for one.

    A number counts where its first six digits are a day (or a day plus 60) and the last digit is the right check
    digit; next to the word personnummer a wrong check digit is a slip of the pen.
    """
    for match in _NUMBER.finditer(text):
        date = match["date"]
        day = int(date[4:])
        moved = day > _SAMORDNING
        if not _is_day(match["century"], date[:4], day - _SAMORDNING if moved else day):
            continue
        kind = "samordningsnummer" if moved else "personnummer"
        if _luhn(date + match["serial"]):
            yield match.start(), match.end(), f"{kind}: dagen finns och kontrollsiffran stämmer"
        elif _WORD.search(text[max(0, match.start() - _NEAR) : match.start()]):
            yield match.start(), match.end(), f"{kind}: ordet står framför, men kontrollsiffran stämmer inte"


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
