"""Where a person's name stands in a printed text, and how surely a text begins with a person."""

from __future__ import annotations

import re
from enum import IntEnum

from generator.importer.attendance.words import Bodies, is_role, is_title_word, word
from generator.model.narvarorad import PARTI
from generator.model.partier import BETECKNINGAR

PARTICLES = frozenset({"von", "af", "av", "de", "la", "van", "der", "den", "di", "da", "del", "el", "al", "zu", "du"})
PARTY_WORDS = BETECKNINGAR | {"-"}
_ROLE_OPENS = re.compile(
    r"(?:ordförande|ordf\.?|vice|v\.|ledamot|ersättare|tjänstgörande|tjg\.?|tj\.|andre|andra|förste|första|tredje"
    r"|sekreterare|mötessekreterare|justerare|adjungerad|[123]:[ea]|ej|icke|inte)",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[\"'”“’‘]?[^\W\d_](?:[\w'’.\-]|:(?=\w))*[\"”“‘]?")
_TWO_WORDS = r"[A-ZÅÄÖÉ][\w’'-]+(?: [A-ZÅÄÖÉ][\w’'-]+)?"
SURNAME_FIRST = re.compile(rf"(?P<last>{_TWO_WORDS}), (?P<first>{_TWO_WORDS})\s*(?P<rest>{PARTI.pattern}.*)")
"""``Ek, Anna (S), ordförande``."""
LEADING_PARTY = re.compile(rf"({'|'.join(sorted(PARTY_WORDS - {'-'}))})\s+(?=[A-ZÅÄÖÉ][\w’'-]+\s+[A-ZÅÄÖÉ])")
"""A party without parentheses before a name: ``S Anna Ek``."""
_SUFFIX = re.compile(r"\s+(?:jr|sr|j:r|s:r|d\.ä|d\.y)\b\.?")
_MOST_WORDS = 5
_SHORT_CAPITALS = 3
_FEWEST_NAMES = 2
_CAPITALS = re.compile(r"[A-ZÅÄÖ]{2,} [A-ZÅÄÖ-]{2,}(?: \(|$|,)")
_HEAD = re.compile(r"(?:[^(,;§\d]|\d:[ea]\b)*")
_BEFORE_MORE = re.compile(r"[,;(§]")
_PREPOSITIONS = frozenset({"för", "vid", "på", "inom", "i", "från", "hos", "av"})


class Start(IntEnum):
    """How surely a text begins with a person: not at all, a bare name, a name with more, a name with a party."""

    NONE = 0
    NAME = 1
    MORE = 2
    PARTY = 3


def name_length(text: str) -> int:
    """How many characters at the beginning of a text can be a person's name; 0 where none can."""
    end = count = 0
    for found in re.finditer(r"\S+", text):
        piece = found.group()
        bare = piece.rstrip(",;")
        if bare in PARTICLES:
            continue
        short = piece.isupper() and len(bare) <= _SHORT_CAPITALS and bare.isalpha()
        if not _is_name_word(bare) or count >= _MOST_WORDS or (short and not count and not _CAPITALS.match(text)):
            break
        count += 1
        end = found.start() + len(bare)
        if bare != piece:
            break
    suffix = _SUFFIX.match(text, end)
    return (suffix.end() if suffix else end) if count else 0


def _is_name_word(piece: str) -> bool:
    """Whether a word can be part of a name: large first letter, no role, no title, no word of an authority."""
    first = piece.lstrip("\"'”“’‘")[:1]
    if not (first.isupper() and _NAME_WORD.fullmatch(piece)) or piece in PARTY_WORDS:
        return False
    return not (_ROLE_OPENS.fullmatch(piece) or is_title_word(piece) or word("inte_namn").fullmatch(piece))


def words_of_name(text: str) -> int:
    """How many words, particles aside, the name at the beginning of a text has."""
    return sum(1 for part in text[: name_length(text)].split() if part not in PARTICLES)


def start_of(text: str, bodies: Bodies) -> Start:
    """How surely a text begins with a person of its own."""
    text = text.strip()
    if text.startswith("av "):
        return Start.NONE
    leading = PARTI.match(text) or LEADING_PARTY.match(text)
    if SURNAME_FIRST.fullmatch(text) or (leading and words_of_name(text[leading.end() :].lstrip())):
        return Start.PARTY
    count = words_of_name(text)
    name = text[: name_length(text)]
    if not count or name in bodies or _BEFORE_MORE.split(text, 1)[0].strip() in bodies:
        return _title_first(text, bodies)
    return _name_first(count, text[len(name) :].lstrip())


def _name_first(count: int, rest: str) -> Start:
    """How surely a name of so many words is a person's, by what follows it."""
    if PARTI.match(rest) or (count > 1 and _is_column(rest)):
        return Start.PARTY
    if count == 1:
        return Start.NONE
    return Start.MORE if rest.startswith("(") else Start.NAME


def _is_column(rest: str) -> bool:
    """Whether a role or a party in a column of its own follows a name."""
    first = rest.split(" ", 1)[0].rstrip(",")
    return first in PARTY_WORDS - {"-"} or (bool(first) and is_role(first) and len(rest.split()) > 1)


def _title_first(text: str, bodies: Bodies) -> Start:
    """A title with a name after it: ``kommunchef Anna Ek``."""
    parted = title_before_name(text)
    if parted is None or parted[1] in bodies:
        return Start.NONE
    rest = text[len(parted[0]) :].strip()[len(parted[1]) :].lstrip()
    return Start.PARTY if PARTI.match(rest) else Start.NAME


def title_before_name(text: str) -> tuple[str, str] | None:
    """The title (or role) and the name where a text begins ``kommunchef Anna Ek``; None where it does not.

    Words may stand between the title and the name: ``chef för hållbar utveckling Anna Ek``. After a preposition the
    name is the last two words: ``chef för Intern Service Anna Ek``.
    """
    head = _HEAD.match(text)
    words = head[0].split() if head else []
    at = _title_place(words)
    if at is None:
        return None
    start = len(words)
    while start > at + 1 and words_of_name(words[start - 1]) and len(words) - start < _MOST_WORDS:
        start -= 1
    if words[start - 1] in PARTICLES:
        start -= 1
    names = len(words) - start
    if start > at + 1 and words[start - 1] in _PREPOSITIONS:
        start = len(words) - 2 if names > _FEWEST_NAMES else len(words)
    if len(words) - start < _FEWEST_NAMES or any(is_title_word(piece) for piece in words[start:]):
        return None
    return " ".join(words[:start]).rstrip(":"), " ".join(words[start:])


def _title_place(words: list[str]) -> int | None:
    """Where the title at the beginning of a text ends: after words that may stand before one."""
    for at, piece in enumerate(words[:_MOST_WORDS]):
        if is_title_word(piece):
            return at
        before = piece.endswith("-") or piece in {"och", "&"} or word("fore_titel").fullmatch(piece.lower())
        if not before and not _ROLE_OPENS.fullmatch(piece):
            return None
    return None
