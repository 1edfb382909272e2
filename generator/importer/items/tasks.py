"""Uppdrag: who is to do what, until when, and whether the words give, propose or only mention it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from generator.importer.items.speakers import speakers
from generator.importer.printed.dates import find_dates
from generator.importer.printed.sentences import sentences
from generator.importer.printed.words import meanings

Lage = Literal["givet", "foreslaget", "omtalat"]
_DUE = re.compile(
    r"\b(?:(?:senast|före|innan|inför|till|vid|på|under)\s+)(?:(?!(?:att|och|som|senast|före|innan|inför|till|vid|"
    r"på|under)\b)[\w:.–-]+\s+){0,6}?(?:den\s+)?$",
    re.IGNORECASE,
)
_DURING = re.compile(r"under\b", re.IGNORECASE)
_SOFT_DUE = re.compile(
    r"\b(?:senast (?:[\wåäö]+\s?){1,5}|(?:till|vid|inför|på) (?:nästa|kommande) [\wåäö]+|(?:till|vid|på) "
    r"(?:[\wåäö]+ )?(?:sammanträdet|mötet) i [a-zåäö]+(?: \d{4})?"
    r"|under (?:våren|hösten|sommaren|vintern|året|\d{4}|[a-z]+ till [a-z]+)(?: \d{4})?)",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:återrapport\w*|återredovis\w*|redovisas?|redovisning\w*|återkom\w*|rapporteras?)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:fick|gav|gavs|beslutade|beslöt|uppdrog)\b", re.IGNORECASE)
_AND = re.compile(r"(?<!-),?\s+(?:och|samt)\s+|(?<!-),\s+")
_AND_MORE = re.compile(r"[,;]?\s+(?:samt|och|dels)$")
_LEAD = re.compile(
    r"^(?:att\s+)?(?:\w+(?: \w+){0,4} (?:beslutar|föreslår(?: \w+){0,3}(?: besluta)?)\s+)?(?:att\s+)?(?:-\s+)?"
    r"(?:samt\s+|och\s+)?(?:(?:i|I) (?:första|andra) hand\s+)?",
    re.IGNORECASE,
)
_BACK, _PREPARED = "aterrapport", "forberett"
_MENTIONED = frozenset({"lofte", _BACK})
_LONGEST_RECEIVER = 160
_SAME = 0.6


@dataclass(frozen=True)
class Task:
    """An uppdrag as plain values, with the words it was read from and whether they say it outright.

    `back` says that the words only tell that something is to be reported back.
    """

    value: dict[str, Any]
    printed: str
    sure: bool = True
    back: bool = False


def tasks(text: str, lage: Lage, near: dt.date | None) -> list[Task]:
    """The uppdrag of a text; its sentences after one may say until when."""
    said = [one.removeprefix("- ") for one in sentences(text)]
    found: list[Task] = []
    for place, sentence in enumerate(said):
        if lage == "omtalat" and _PAST.search(sentence):
            continue
        before = said[place - 1] if place else ""
        for task in _tasks(sentence, before, lage):
            value = dict(task.value)
            later = said[place + 1 : place + 2]
            value |= due(value["text"], near) or (due(sentence, near) if task.back else {})
            if "senast_text" not in value:
                value |= next((due(one, near) for one in later if _REPORT.search(one)), {})
            found.append(replace(task, value=value))
    return found


def _tasks(sentence: str, before: str, lage: Lage) -> Iterator[Task]:
    """The uppdrag of a sentence: the first that its words give, then one that is only prepared in it."""
    given = False
    for row in meanings("uppdrag", "lage"):
        if (row.name in _MENTIONED and lage != "omtalat") or (given and row.name != _PREPARED):
            continue
        matches = (match for pattern in row.patterns if (match := pattern.fullmatch(sentence)))
        found = next(matches, None)
        if found is None:
            continue
        to = _speaker(before) if row.name == _BACK else _receiver(found["till"])
        what = _AND_MORE.sub("", found["text"].strip().rstrip(".;,").strip())
        if to and what:
            given = True
            place: Lage = "foreslaget" if row.name == _PREPARED else lage
            yield Task({"till": to, "text": what, "lage": place}, sentence, row.name == "", row.name == _BACK)


def _speaker(sentence: str) -> list[str]:
    """Who is to report back: the one who speaks in the sentence before."""
    found = speakers(sentence, ())
    return [found[0].name] if len(found) == 1 else []


def _receiver(text: str) -> list[str]:
    """Those who get it; several are parted where each is a word or two."""
    text = _LEAD.sub("", text).strip(" ,:-*_")
    if not text or len(text) > _LONGEST_RECEIVER:
        return []
    parts = [part for part in _AND.split(text) if part]
    few = all(len(part.split()) <= 2 for part in parts)  # noqa: PLR2004
    return parts if few else [text]


def due(text: str, near: dt.date | None) -> dict[str, str]:
    """Until when, by a printed day or in words; a time that something goes on (``under tiden``) is no last day."""
    for found in reversed(find_dates(text, near)):
        before = _DUE.search(text[: found.start])
        if before:
            words = text[before.start() : found.end].strip()
            out = {"senast_text": words}
            goes_on = found.last and _DURING.match(words)
            return {"senast": (found.last or found.day).isoformat(), **out} if found.certain and not goes_on else out
    soft = _SOFT_DUE.search(text)
    return {"senast_text": soft[0].strip()} if soft else {}


def same(one: Task, other: Task) -> bool:
    """Whether two uppdrag are the same: most words of the shorter stand in the longer.

    Two of one sentence with different receivers are not.
    """
    if one.printed == other.printed and one.value["till"] != other.value["till"]:
        return False
    texts = (set(task.value["text"].lower().split()) for task in (one, other))
    few, many = sorted(texts, key=len)
    return bool(few) and len(few & many) >= _SAME * len(few)
