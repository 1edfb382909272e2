"""Uppdrag: who is to do what, until when, and whether the words give, propose or only mention it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, Literal

from generator.importer.printed_dates import find_dates
from generator.importer.sentences import sentences
from generator.importer.words import meanings

Lage = Literal["givet", "foreslaget", "omtalat"]
_DUE = re.compile(
    r"\b(?:(?:senast|före|innan|inför|till|vid|på|under)\s+)(?:(?!(?:att|och|som|senast|före|innan|inför|till|vid|"
    r"på|under)\b)[\w:.–-]+\s+){0,6}?(?:den\s+)?$",
    re.IGNORECASE,
)
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
_AND = re.compile(r",?\s+(?:och|samt)\s+|,\s+")
_LEAD = re.compile(
    r"^(?:att\s+)?(?:\w+(?: \w+){0,4} (?:beslutar|föreslår(?: \w+){0,3}(?: besluta)?)\s+)?(?:att\s+)?(?:-\s+)?"
    r"(?:samt\s+|och\s+)?(?:(?:i|I) (?:första|andra) hand\s+)?",
    re.IGNORECASE,
)
_LONGEST_RECEIVER = 160
_SAME = 0.6


@dataclass(frozen=True)
class Task:
    """An uppdrag as plain values, with the words it was read from and whether its place is a conclusion."""

    value: dict[str, Any]
    printed: str
    sure: bool = True


def tasks(text: str, lage: Lage, near: dt.date | None) -> list[Task]:
    """The uppdrag of a text; its sentences after one may say until when."""
    said = sentences(text)
    found: list[Task] = []
    for place, sentence in enumerate(said):
        if lage == "omtalat" and _PAST.search(sentence):
            continue
        task = _task(sentence, lage)
        if task is None:
            continue
        value = dict(task.value)
        later = said[place + 1 : place + 2]
        value |= due(value["text"], near) or next((due(one, near) for one in later if _REPORT.search(one)), {})
        found.append(Task(value, sentence, task.sure))
    return found


def _task(sentence: str, lage: Lage) -> Task | None:
    for row in meanings("uppdrag", "lage"):
        if row.name == "lofte" and lage != "omtalat":
            continue
        for pattern in row.patterns:
            if found := pattern.fullmatch(sentence):
                to, what = _receiver(found["till"]), found["text"].strip().rstrip(".;,").strip()
                if to and what:
                    return Task({"till": to, "text": what, "lage": lage}, sentence, row.name == "")
    return None


def _receiver(text: str) -> list[str]:
    """Those who get it; several are parted where each is a word or two."""
    text = _LEAD.sub("", text).strip(" ,:-*_")
    if not text or len(text) > _LONGEST_RECEIVER:
        return []
    parts = [part for part in _AND.split(text) if part]
    few = all(len(part.split()) <= 2 for part in parts)  # noqa: PLR2004
    return parts if few else [text]


def due(text: str, near: dt.date | None) -> dict[str, str]:
    """Until when, by a printed day or in words."""
    for found in reversed(find_dates(text, near)):
        before = _DUE.search(text[: found.start])
        if before:
            words = text[before.start() : found.end].strip()
            out = {"senast_text": words}
            return {"senast": (found.last or found.day).isoformat(), **out} if found.certain else out
    soft = _SOFT_DUE.search(text)
    return {"senast_text": soft[0].strip()} if soft else {}


def same(one: str, other: str) -> bool:
    """Whether two texts of uppdrag say the same: most words of the shorter stand in the longer."""
    few, many = sorted((set(one.lower().split()), set(other.lower().split())), key=len)
    return bool(few) and len(few & many) >= _SAME * len(few)
