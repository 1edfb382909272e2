"""Numbers as lists print them: 12, l, XII."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = 26
_MOST_ROMAN = 4000
_MOST_LETTERS = 780


def numeral(number: int, form: str) -> str:
    """The number in a form as WordprocessingML names it (``decimal``, ``lowerLetter`` …); unknown forms are decimal."""
    match form:
        case "lowerLetter" | "upperLetter" if 0 < number <= _MOST_LETTERS:
            text = chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
        case "lowerRoman" | "upperRoman" if 0 < number < _MOST_ROMAN:
            text = _roman(number)
        case "decimalZero":
            return f"{number:02}"
        case "none":
            return ""
        case _:
            return str(number)
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
