"""Private telephone numbers in running text, in the many ways that they are written in Sweden.

Kept are numbers that anybody calls: short ones (112, 1177), toll-free and shared-cost ones (020, 0771 …), and a
switchboard or a contact centre that is called so.
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
_TIMES = re.compile(rf"(?:[01]\d|2[0-3])[.:]?[0-5]\d\s*[{_DASH}]\s*(?:[01]\d|2[0-4])[.:]?[0-5]\d")
_WORD = re.compile(
    r"\b(?:tele?(?:fon(?:nummer|nr)?)?|tfn|mobil\w*|ring(?:er|a)?|fax|sms)\b[^\w+(]{0,6}(?:nr|på)?\W{0,3}$", re.I
)
_PUBLIC = re.compile(
    r"\b(?:växeln?|telefonväxeln?|kontaktcent\w+|kundtjänst|medborgar\w+|receptionen?)\b\W{0,6}$", re.I
)
_OTHER_NUMBER = re.compile(
    r"\b(?:dnr|diarienummer|diarienr|ärende(?:nummer|nr)?|nr|nummer|bg|pg|bankgiro\w*|plusgiro\w*)\b\W{0,3}$", re.I
)
_SERVICE = ("0200", "0770", "0771", "0772", "0774", "0775", "0776", "0778", "0900", "0939", "0944")
_NEAR = 40
_FEWEST, _MOST = 8, 10
_GROUPS = 3


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
    if not _FEWEST <= len(digits) <= _MOST or _PUBLIC.search(before) or _OTHER_NUMBER.search(before):
        return False
    if digits.startswith(_SERVICE) or area == "020":
        return False
    if _WORD.search(before) or match["inside"]:
        return True
    return bool(match["sign"].strip()) or (match["sign"] == " " and rest.count(" ") + 1 >= _GROUPS)
