"""Who presents an item: those that a label names, and those of whom the text says that they inform or take part."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.importer.printed.persons import NAME, PARTY, as_printed
from generator.importer.printed.sentences import sentences
from generator.importer.printed.words import words
from generator.svenska import fold

_NAME = re.compile(NAME)
_PARTY = re.compile(rf" ?({PARTY})")
_NEXT = re.compile(rf"(?:,? och |, samt | samt |; |, )(?={NAME})")
_AND = re.compile(rf"(?:,? och |; )(?={NAME})")
_APPOSITION = re.compile(rf", (?P<titel>(?:(?! och {NAME})[^,])+)")
_BRACKETS = re.compile(r" \((?P<titel>[^()]{3,120})\)")
_BOTH = re.compile(r"(?:båda|alla|samtliga)(?: från| vid| på)? (?P<org>[A-ZÅÄÖ].*)")
_DASH = re.compile(r".*\s[–—-]\s+", re.DOTALL)
_LEFT_OVER = re.compile(r"^[\s,;:–—-]*$")
_LONGEST_SUBJECT = 400


@dataclass(frozen=True)
class Speaker:
    """A `Medverkande` as plain values, and the bare name that was read."""

    name: str
    value: dict[str, Any]


def speakers(text: str, names: Collection[str]) -> list[Speaker]:
    """Those whom running text says to inform, present, take part or the like, each once, in order."""
    found: dict[str, Speaker] = {}
    for sentence in sentences(text):
        for one in _of_sentence(sentence, names):
            have = found.get(one.name)
            if have is None or (have.value["rad"] == have.name and len(str(one.value)) > len(str(have.value))):
                found[one.name] = one
    return list(found.values())


def listed(text: str, names: Collection[str]) -> list[Speaker]:
    """Those whom a label names, as in ``Anna Ek, Västby och Bo Al, regionen``."""
    rows: list[str] = []
    for row in re.split(r"\n+|;\s*", text):
        start = 0
        for cut in _AND.finditer(row):
            if is_person(_NAME.match(row[cut.end() :]), names):
                rows.append(row[start : cut.start()])
                start = cut.end()
        rows.append(row[start:])
    bare = [row.strip().removeprefix("- ").strip().rstrip(".,").strip() for row in rows]
    return [Speaker(_first_name(row, names), as_printed(row)) for row in bare if row]


def is_person(found: re.Match[str] | None, names: Collection[str]) -> bool:
    """Whether capitalised words can be a person's name: in the attendance, or no word of an organisation."""
    if found is None:
        return False
    name = found[0]
    if any(name.startswith(one) for one in names):
        return True
    first, last = name.split()[0].lower(), name.split()[-1].lower()
    return first not in words("tal", "inte_person") and not last.endswith(words("tal", "slut_inte_person"))


def in_attendance(name: str, names: Collection[str]) -> bool:
    """Whether a name stands in the attendance, accents aside."""
    return fold(name) in {fold(one) for one in names}


def _first_name(row: str, names: Collection[str]) -> str:
    found = _NAME.search(row)
    return found[0] if found and is_person(found, names) else row


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(sorted(words('tal', 'verb'), key=len, reverse=True))})\b")


@cache
def _roles() -> re.Pattern[str]:
    roles = "|".join(sorted(words("tal", "roll"), key=len, reverse=True))
    return re.compile(rf"(?:\b\w+(?:ens|ets|iges)\s+)?\b(?:{roles})\s+(?=[A-ZÅÄÖ])", re.IGNORECASE)


@cache
def _titled() -> re.Pattern[str]:
    ends = "|".join(words("tal", "titel_slut"))
    return re.compile(rf"(?P<titel>(?:\w+- (?:och|samt) )?\w*(?:{ends})) (?={NAME})", re.IGNORECASE)


@cache
def _of_body() -> re.Pattern[str]:
    """The genitive of a body before the name of one of its members: ``Kyrkorådets Anna Ek``."""
    return re.compile(rf"\w*(?:{'|'.join(words('tal', 'slut_inte_person'))})s (?={NAME})", re.IGNORECASE)


def _of_sentence(sentence: str, names: Collection[str]) -> list[Speaker]:
    for verb in _verbs().finditer(sentence):
        subject = sentence[: verb.start()].strip().rstrip(",")
        if len(subject) <= _LONGEST_SUBJECT and (found := _subject(subject, names)):
            return found
    return []


def _subject(text: str, names: Collection[str]) -> list[Speaker]:
    text = text.lstrip("-–•*_ ")
    for candidate in (text, _DASH.sub("", text)):
        bare = _roles().sub("", candidate, count=1)
        if found := _persons(bare, names):
            return found
    return []


def _persons(text: str, names: Collection[str]) -> list[Speaker]:
    """The persons that a subject consists of; empty where it holds anything else."""
    found: list[Speaker] = []
    at = 0
    while at < len(text):
        one = _person_at(text, at, names)
        if one is None:
            return []
        speaker, at = one
        found.append(speaker)
        if at >= len(text):
            break
        step = _NEXT.match(text, at)
        if not step:
            return []
        at = step.end()
    return _shared_organisation(found)


def _person_at(text: str, at: int, names: Collection[str]) -> tuple[Speaker, int] | None:
    if of := _of_body().match(text, at):
        at = of.end()
    titled = _titled().match(text, at)
    start = titled.end() if titled else at
    match = _NAME.match(text, start)
    if match is None or not is_person(match, names):
        return None
    name, end = match[0], match.end()
    known = max((one for one in names if name.startswith(one)), key=len, default=name)
    extra: dict[str, str] = {}
    if known != name:
        extra = {"namn": known, "organisation": name[len(known) :].strip()}
    elif titled and name in names:
        at = start
    elif titled:
        extra = {"namn": name, "titel": titled["titel"][:1].lower() + titled["titel"][1:]}
    rad = text[at:end]
    if party := _PARTY.match(text, end):
        rad, end = f"{rad} {party[1]}", party.end()
    elif brackets := _BRACKETS.match(text, end):
        rad, end = f"{rad}{brackets[0]}", brackets.end()
    while (more := _APPOSITION.match(text, end)) and not _is_next(text, end, names):
        title, end = more["titel"].strip(), more.end()
        if re.match(r"(?:som|vilk\w+)\b", title):
            continue
        if title[:1].isupper() or _BOTH.match(title):
            extra["organisation"] = title
        else:
            rad = f"{rad}, {title}"
    return Speaker(known, as_printed(rad, **extra)), end


def _is_next(text: str, at: int, names: Collection[str]) -> bool:
    """Whether a comma parts two persons of a list rather than a name from its title."""
    step = _NEXT.match(text, at)
    found = _NAME.match(text, step.end()) if step else None
    return is_person(found, names)


def _shared_organisation(found: list[Speaker]) -> list[Speaker]:
    """``A, titel och B, båda Länsstyrelsen``: the organisation is that of both."""
    if not found or not (both := _BOTH.match(found[-1].value.get("organisation", ""))):
        return found
    return [Speaker(one.name, {**one.value, "organisation": both["org"]}) for one in found]
