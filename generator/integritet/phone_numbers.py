"""Telephone numbers in running text, in the many ways that they are written in Sweden, also an office's.

Short numbers that anybody calls (112, 1177) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DASH = "\\-\u2010\u2011\u2012\u2013\u2212"
_NOT_INSIDE = rf"(?<![\w/.,:§+{_DASH}])"
_NO_AMOUNT = r"(?!\d|[ ]?(?:t|m|mn)?kr\b|[ ]?(?:kronor|procent|%))"
_STEP = rf"[ ()./{_DASH}]{{0,3}}\d"
_MOBILE = re.compile(rf"{_NOT_INSIDE}\(?07[02369]\)?(?:[ ()\n./{_DASH}]{{0,3}}\d){{7}}{_NO_AMOUNT}")
_ABROAD = re.compile(rf"(?<![\w+])(?:\+|00)(?:46|45|47|358)(?:{_STEP}){{7,10}}{_NO_AMOUNT}")
_OTHER_COUNTRY = re.compile(rf"(?<![\w+])\+[1-9]\d{{0,2}}(?:{_STEP}){{6,11}}{_NO_AMOUNT}")
_LANDLINE = re.compile(
    rf"{_NOT_INSIDE}(?:\((?P<inside>0[1-9]\d{{0,2}})\)|(?P<area>0[1-9]\d{{0,2}}))(?P<sign>[ ]?[{_DASH}/][ ]?|[ ]?)"
    rf"(?P<rest>\d{{2,3}}(?:[ ]\d{{2,3}}){{1,3}}|\d{{5,8}})(?![\d{_DASH}/:]|[ .]\d){_NO_AMOUNT}"
)
_LOCAL = re.compile(rf"{_NOT_INSIDE}(?!11)[1-9]\d{{1,2}}(?:[ {_DASH}]?\d{{2,3}}){{1,3}}(?![\d{_DASH}/:]){_NO_AMOUNT}")
_TIMES = re.compile(rf"(?:[01]\d|2[0-3])[.:]?[0-5]\d\s*[{_DASH}]\s*(?:[01]\d|2[0-4])[.:]?[0-5]\d(?!\d)")
_WORD = re.compile(
    r"\b(?:tele?(?:fon(?:nummer|nr)?)?|tfn|mobil\w*|ring(?:er|a)?|fax|sms)\b[^\w+(]{0,6}(?:nr|på)?\W{0,3}$", re.I
)
_OTHER_NUMBER = re.compile(
    r"\b(?:dnr|diarienummer|diarienr|ärende(?:nummer|nr)?|nr|nummer|bg|pg|bankgiro\w*|plusgiro\w*)\b\W{0,3}$", re.I
)
_NEAR = 40
_FEWEST, _MOST = 8, 10


def phone_numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such numbers begin and end, and why each is taken for one; several may tell of the same place."""
    for match in _MOBILE.finditer(text):
        if not _TIMES.match(match[0]):
            yield match.start(), match.end(), "mobilnummer"
    for match in _ABROAD.finditer(text):
        yield match.start(), match.end(), "telefonnummer med landsnummer"
    for match in _LANDLINE.finditer(text):
        if _is_landline(match, text[max(0, match.start() - _NEAR) : match.start()]):
            yield match.start(), match.end(), "telefonnummer med riktnummer"
    for pattern in (_OTHER_COUNTRY, _LOCAL):
        for match in pattern.finditer(text):
            if _WORD.search(text[max(0, match.start() - _NEAR) : match.start()]):
                yield match.start(), match.end(), "siffror efter ett ord för telefon"


def _is_landline(match: re.Match[str], before: str) -> bool:
    area, rest = match["inside"] or match["area"], match["rest"]
    digits = area + rest.replace(" ", "")
    return _FEWEST <= len(digits) <= _MOST and not _OTHER_NUMBER.search(before) and not _TIMES.match(match[0])
