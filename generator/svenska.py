"""Swedish as readers expect it: dates, numbers, plurals, genitives, alphabetical order, and words made comparable.

Pure text; knows nothing of archives. Dates are Gregorian calendar days without time zone.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from slugify import slugify

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

_DASHES = re.compile("[-_\u00ad\u2010-\u2015\u2212]+")
_SPECIAL_FOLD = str.maketrans({"æ": "a", "œ": "o", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_SPECIAL_ORDER = str.maketrans({"ü": "y", "ű": "y", "æ": "ä", "ø": "ö", "ő": "ö", "œ": "ö"})
_AFTER_Z = str.maketrans({"å": "{", "ä": "|", "ö": "}"})
_LEAST_LIKENESS = 0.7
_FIRST_GROUPED = 10_000


def weekday(day: date) -> str:
    """The weekday's name: ``fredag``."""
    return WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """The month's name: ``oktober``."""
    return MONTHS[day.month - 1]


def long_date(day: date, *, with_weekday: bool = False) -> str:
    """``11 oktober 2024``, or ``fredag 11 oktober 2024``."""
    written = f"{day.day} {month(day)} {day.year}"
    return f"{weekday(day)} {written}" if with_weekday else written


def date_range(first: date, last: date) -> str:
    """From one day to another, each part said once: ``29–30 augusti 2024``, ``30 augusti–2 september 2024``.

    Days in the wrong order are put right; one day twice is written once.
    """
    first, last = min(first, last), max(first, last)
    if first == last:
        return long_date(first)
    if first.year != last.year:
        return f"{long_date(first)}–{long_date(last)}"
    if first.month != last.month:
        return f"{first.day} {month(first)}–{long_date(last)}"
    return f"{first.day}–{long_date(last)}"


def number(n: int) -> str:
    """A number with unbreakable spaces between groups of three from ten thousand up: ``9755``, ``12 400``."""
    return f"{n:,}".replace(",", "\u00a0") if abs(n) >= _FIRST_GROUPED else str(n)


def count(n: int, one: str, many: str) -> str:
    """A number with its noun: ``inga möten``, ``1 möte``, ``3 möten``."""
    return f"inga {many}" if n == 0 else f"{number(n)} {one if n == 1 else many}"


def genitive(name: str) -> str:
    """Whose: ``Lindas``, ``Lars``, ``SRB:s``.

    Names that end in s, x or z stay as they are; initials and figures take a colon.
    """
    last_word = name.rpartition(" ")[2]
    if not last_word or last_word[-1].lower() in "sxzß":
        return name
    initials = len(last_word) > 1 and last_word.isupper()
    return f"{name}:s" if initials or last_word[-1].isdigit() else f"{name}s"


def listing(parts: Iterable[str], conjunction: str = "och") -> str:
    """Parts as one phrase: ``a``, ``a och b``, ``a, b och c``."""
    *head, last = [*parts] or [""]
    return f"{', '.join(head)} {conjunction} {last}" if head else last


def unbroken(text: str) -> str:
    """The text with spaces that no line breaks at: a day or a count stays whole in a narrow column."""
    return text.replace(" ", "\u00a0")


def capital(text: str) -> str:
    """The text with its first letter large and the rest untouched (`str.capitalize` would make SRB into Srb)."""
    return text[:1].upper() + text[1:]


def intervals(numbers: Iterable[int]) -> str:
    """Whole numbers in order, runs as intervals: ``9–12, 15``."""
    runs: list[list[int]] = []
    for n in sorted(set(numbers)):
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def paragraphs(numbers: Iterable[int]) -> str:
    """Numbers of §§ as printed: ``§ 63``, ``§§ 9–12, 15``; empty for none."""
    distinct = set(numbers)
    sign = "§" if len(distinct) == 1 else "§§"
    return f"{sign} {intervals(distinct)}" if distinct else ""


def collation_key(text: str) -> tuple[str, str]:
    """A sort key for Swedish alphabetical order, word by word, å ä ö last.

    As in Svenska Akademiens ordlista: w is a letter of its own after v; é, à and other marked letters sort as the
    plain ones; ü sorts as y; æ as ä, ø as ö. Large and small letters, hyphens and spaces make no difference, except
    that the text itself decides between texts otherwise equal, so the order is total.
    """
    words = unicodedata.normalize("NFC", text).casefold().translate(_SPECIAL_ORDER).translate(_AFTER_Z)
    return (_words(_unmarked(words.translate(_SPECIAL_FOLD))), text)


def fold(text: str) -> str:
    """The text in small unmarked letters, for comparing: ``Åsa-Lena  Öberg`` → ``asa lena oberg``.

    Å and ä become a, ö o, é e, ü u; composed and decomposed letters come out alike; hyphens, dashes, underscores and
    runs of white space become one space. Letters outside the Latin alphabet stay.
    """
    lowered = _unmarked(_unmarked(text).casefold().translate(_SPECIAL_FOLD)).casefold()
    return _words(lowered)


def _unmarked(text: str) -> str:
    """Letters without the marks above and below them."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


def _words(text: str) -> str:
    return " ".join(_DASHES.sub(" ", text).split())


def slug(text: str) -> str:
    """The text as part of an address: small a–z, figures and single hyphens; empty where nothing of that kind is left.

    ``§ 63 Nära vård`` → ``63-nara-vard``: the sign § says nothing in an address and is left out.
    """
    return str(slugify(text.replace("§", " "), entities=False, decimal=False, hexadecimal=False))


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that the writer most likely meant, or None where none is like enough.

    One that differs only in marks, case or hyphens wins (``ärende`` → ``arende``). The order of the candidates does
    not matter.
    """
    folded: dict[str, str] = {}
    for candidate in sorted(candidates):
        folded.setdefault(fold(candidate), candidate)
    sought = fold(word)
    if sought in folded:
        return folded[sought]
    close = difflib.get_close_matches(sought, folded, n=1, cutoff=_LEAST_LIKENESS)
    return folded[close[0]] if close else None
