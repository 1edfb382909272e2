"""References to other meetings and their §§, as printed: the words, the body and the day that they name."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from generator.importer.printed.dates import PrintedDate, find_dates
from generator.svenska import MONTHS

_MEETING = (
    r"(?:(?:extra|ordinarie|nästa|kommande|föregående|förra) )?(?:\w*sammanträde|\w*möte|internat|\w*protokoll|"
    r"minnesanteckning|mötesanteckning|kallelse)\w*"
)
_SUSPENDED = r"(?:\w+-(?:,\s+\w+-){0,3}\s+(?:och|samt)\s+)?"
_WORD = rf"{_SUSPENDED}[\wåäöÅÄÖéü&-]+"
"""A word, with those before it that it ends for: ``Barn- och utbildningsnämnden``."""

_PREPOSITION = r"(?:vid|på|till|från|av|med|under|inför|enligt|i|om|för|efter|att|som|och|se)"
_BEFORE = re.compile(
    rf"(?:(?<=\s)|^)(?P<fras>(?P<org>(?:(?!{_PREPOSITION}\s){_WORD}\s+){{0,5}}?)(?:(?:protokoll|"
    rf"minnesanteckningar)\s+från\s+)?(?P<ord>{_MEETING})"
    rf"(?:\s+(?:med|i|för)\s+(?P<med>(?:{_WORD}\s*){{1,4}}?))?\s*,?\s*(?:den|av den)?\s*)$",
    re.IGNORECASE,
)
_BODY_BEFORE = re.compile(
    rf"(?:(?:på|i|hos|av|vid|från|se)\s+|^|[(,;]\s*|\s(?=[A-ZÅÄÖ]{{2,6}}\s))(?P<fras>(?P<org>[A-ZÅÄÖ]{{2,6}}|"
    rf"(?:(?!{_PREPOSITION}\s){_WORD}\s+){{0,3}}?{_WORD}"
    rf"(?:styrelsen?|nämnden?|fullmäktige|beredning(?:en)?|utskott(?:et)?|råd(?:et)?|gruppen?|kommittén?))\s*,?\s*(?:den)?\s*)$"
)
_DECIDED = re.compile(
    rf"(?P<fras>(?P<org>[A-ZÅÄÖ]{_WORD}(?:\s+[\wåäö]+){{0,3}}?)\s+(?:fattade beslut|beslutade|beslöt)\b[^.]{{0,70}}?)$"
)
_PARAGRAPH_AFTER = re.compile(
    r"\s*[,-]?\s*(?P<nr>§§?\s?\d{1,4}(?:\s?[a-z]\b)?(?:,?\s+punkt \d{1,3})?|punkt(?:en)? \d{1,3}|p\. ?\d{1,3})",
    re.IGNORECASE,
)
_TITLE_AFTER = re.compile(
    r"\s+(?:INSTÄLLT\s+)?(?:Kallelse|Mötesanteckning(?:ar)?|Minnesanteckning(?:ar)?|Protokoll)\s+"
    r"(?P<org>[^–()-]{3,80}?)(?=\s+[-–]\s|\s*\(|$)"
)
_PAPER_BEFORE = re.compile(
    rf"(?P<fras>(?:Utdrag ur )?(?:minnesanteckning|mötesanteckning|protokoll|protokollsutdrag|kallelse)\w*"
    rf"(?:\s+från)?\s+(?P<org>(?:{_WORD}\s*){{1,6}}?)\s*,?\s*(?:den)?\s*)$",
    re.IGNORECASE,
)
_PARAGRAPH_OF = re.compile(r"^§\s?(?P<nr>\d{1,4})\s+(?P<org>[A-ZÅÄÖ]{2,6})\b")
_ORGAN_PARAGRAPH = re.compile(r"\b(?P<org>[A-ZÅÄÖ]{2,5}|Kf|Ks)\s+(?P<nr>§\s?\d{1,4})(?!\s*[-–]\s*\d)")
_MONTH_ONLY = re.compile(
    rf"\b(?:(?:på|vid)\s+)?(?:sammanträdet|mötet)\s+i\s+(?:{'|'.join(MONTHS)})(?:\s+\d{{4}})?", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:\w{3,}(?:ades|erades|ade)|fick|gav|gavs|hölls|togs|tog|beslöt|var|hade|presenterades|fattade)\b",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 110
_SENTENCE = 300
_COMPANY = re.compile(r"(?:^|\s)(?:AB|HB|KB|Aktiebolag(?:et)?)$")
"""A company has meetings, but none that an archive of public bodies holds."""

_OWN = frozenset({"sammanträdet", "mötet", "dagens", "detta", "nästa", "kommande", "extra", "ordinarie"})


@dataclass(frozen=True)
class Found:
    """A reference in a text: its words, what they name, and where it stands in the text."""

    text: str
    start: int
    organ: str | None
    datum: dt.date | None
    nr: str | None
    certain: bool
    why: str = ""


def references(text: str, near: dt.date | None) -> list[Found]:
    """The references to meetings and §§ in a text, in order."""
    found = [one for day in find_dates(text, near) if (one := _at_day(text, _past(text, day, near)))]
    taken = [(one.start, one.start + len(one.text)) for one in found]
    for pattern in (_PARAGRAPH_OF, _ORGAN_PARAGRAPH):
        for match in pattern.finditer(text):
            if not any(start <= match.start() < end for start, end in taken):
                words = text.strip() if pattern is _PARAGRAPH_OF and len(text) < _LONGEST_BEFORE else match[0]
                found.append(Found(words, match.start(), match["org"], None, _number(match["nr"]), True))
    found.extend(
        Found(match[0].strip(), match.start(), None, None, None, False) for match in _MONTH_ONLY.finditer(text)
    )
    return sorted((one for one in found if not _COMPANY.search(one.organ or "")), key=lambda one: one.start)


def _at_day(text: str, day: PrintedDate) -> Found | None:
    begin = max(0, day.start - _LONGEST_BEFORE)
    sentence = max((text.rfind(mark, begin, day.start) for mark in (". ", "? ", "\n")), default=-1)
    before = text[max(begin, sentence + 1 if sentence >= begin else begin) : day.start]
    after = _PARAGRAPH_AFTER.match(text, day.end)
    end = after.end() if after else day.end
    nr = _number(after["nr"]) if after else None
    for pattern in (_PAPER_BEFORE, _BEFORE, _BODY_BEFORE, _DECIDED):
        if match := pattern.search(before):
            start = day.start - len(before) + match.start("fras")
            organ = match["org"] or (match.groupdict().get("med") or "")
            return Found(text[start:end].strip(), start, _organ(organ), day.day, nr, day.certain, day.why)
    if title := _TITLE_AFTER.match(text, day.end):
        return Found(
            text[day.start :].strip() if len(text) < 2 * _LONGEST_BEFORE else text[day.start : title.end()],
            day.start,
            _organ(title["org"]),
            day.day,
            nr,
            day.certain,
            day.why,
        )
    if after:
        return Found(text[day.start : end].strip(), day.start, None, day.day, nr, day.certain, day.why)
    return None


def _past(text: str, day: PrintedDate, near: dt.date | None) -> PrintedDate:
    """A day without a year in a sentence about what has been: the last such day, not the nearest."""
    if day.certain or near is None or day.day <= near or not day.why.startswith("Året"):
        return day
    before = text[max(0, day.start - _SENTENCE) : day.start].rpartition(". ")[2]
    after = re.split(r"[.!?](?:\s|$)", text[day.end : day.end + _SENTENCE], maxsplit=1)[0]
    sentence = f"{before}{text[day.start : day.end]}{after}"
    if not _PAST.search(sentence):
        return day
    try:
        return replace(day, day=day.day.replace(year=day.day.year - 1))
    except ValueError:
        return day


def _number(printed: str) -> str:
    found = re.search(r"\d{1,4}(?:\s?[a-z]\b)?", printed)
    return found[0].replace(" ", "") if found else printed


def _organ(printed: str) -> str | None:
    """The body as named, its genitive taken off; None where the words are only "the meeting"."""
    words = [word for word in printed.split() if word.lower() not in _OWN]
    while words and re.fullmatch(_PREPOSITION, words[0], re.IGNORECASE):
        words.pop(0)
    if not words:
        return None
    last = words[-1]
    if last.endswith("s") and len(last) > 3 and not last.isupper():  # noqa: PLR2004
        last = last[:-1].rstrip(":")
    return " ".join([*words[:-1], last]).strip(" ,:") or None
