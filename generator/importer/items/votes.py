"""Omröstningar as printed: what ja and nej mean, totals in prose or table, the roll call, the outcome.

Totals and roll call are read each by itself and never compared; the whole text is kept beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.items.vote_table import ANSWERS, is_row, read_table
from generator.importer.printed.chunks import chunks, without
from generator.importer.printed.paragraphs import prose
from generator.importer.printed.persons import NAME, PARTY, as_printed, known_names, named
from generator.importer.printed.sentences import sentences

_WORDS = (
    "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo"
)
_NUMERALS = {word: number for number, word in enumerate(_WORDS.split())} | {"ett": 1, "ingen": 0, "inga": 0}
_COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(_NUMERALS, key=len, reverse=True))})"
_PEOPLE = r"(?:\s+(?:ledamöter|ledamot|röster|personer|st))?"
_SAID = r"(?:har\s+)?(?:(?:röstar|röstade|röstat|svarar|svarade)\s+)?(?:för\s+)?"
_ANSWERS = {
    "ja": (rf"\b{_COUNT}{_PEOPLE}\s+{_SAID}ja(?:-?röst(?:er|en)?)?\b", r"\bja(?:-?röster)?\s*[:=]?\s*(?P<n>\d{1,3})\b"),
    "nej": (
        rf"\b{_COUNT}{_PEOPLE}\s+{_SAID}nej(?:-?röst(?:er|en)?)?\b",
        r"\bnej(?:-?röster)?\s*[:=]?\s*(?P<n>\d{1,3})\b",
    ),
    "avstar": (
        rf"\b{_COUNT}{_PEOPLE}\s+(?:som\s+)?(?:avst(?:år|od|ått)|avstående|nedlagda?|la(?:de)? ner)",
        r"\b(?:avst(?:år|od|ått|ående)|antal som avstår)(?:\s+från att rösta)?\s*[:=]?\s*(?P<n>\d{1,3})\b",
    ),
    "franvarande": (rf"\b{_COUNT}{_PEOPLE}\s+(?:är|var)?\s*frånvarande", r"\bfrånvarande\s*[:=]?\s*(?P<n>\d{1,3})\b"),
}
_ANSWER_FIRST = re.compile(r"\bja(?:-?röster)?\s*[:=]?\s*\d{1,3}\b.{0,20}?\bnej", re.IGNORECASE)
_MEANS = r"(?:-?röst)?(?:en|er)?\s*(?:=|:|\s[–-]\s|för|till|innebär|betyder|är|avser|ges för)\s*"
_JA = re.compile(
    rf"(?:^|[.;,\n]\s*|\s)(?P<ord>ja){_MEANS}(?P<text>[^.;\n]{{3,200}}?)(?=[.;\n]|,?\s+(?:och\s+|medan\s+)?nej\b|$)",
    re.IGNORECASE,
)
_NEJ = re.compile(
    rf"(?:^|[.;,\n]\s*|\s)(?P<ord>nej){_MEANS}(?P<text>[^.;\n]{{3,200}}?)(?=[.;\n]|,?\s+(?:och\s+|medan\s+)?ja\b|$)",
    re.IGNORECASE,
)
_VOTES = {
    answer: re.compile(
        rf"\bsom (?:vill )?(?P<text>(?:(?!\brösta)[^.:;]){{3,200}}?)(?: ska| skall)? röstar? {answer}\b", re.IGNORECASE
    )
    for answer in ("ja", "nej")
}
_CAST = re.compile(r"\b(?:omröstning|votering|ja-röst|nej-röst|röstar|röster)", re.IGNORECASE)
_CLOSED = re.compile(r"\bslut(?:en|na)\s+(?:om)?(?:röst|sedl)|\bsluten votering", re.IGNORECASE)
_ANNEX = re.compile(r"\bbilaga(?:\s+§\s?\d+)?(?:\s+[\dA-Z]{1,3}\b)?", re.IGNORECASE)
_OUTCOME = re.compile(
    r"\b(?:beslutar|beslutade|beslutat|beslut|bifallit|bifaller|bifalls|antas|antar|avslår|avslås|avslagit|vinner|"
    r"vann|segrar|finner)\b",
    re.IGNORECASE,
)
_SAYS_WHO = re.compile(
    r"^(?:(?:följande|dessa)\s+(?:ledamöter\s+)?)?(?P<svar>ja|nej|avstår|avstod|frånvarande)?"
    r"(?:[- ]?röst(?:er|ar|ade)?)?(?:\s*(?:röstar|röstade)\s+(?P<svar2>ja|nej))?\s*:\s*(?P<vilka>.+)$",
    re.IGNORECASE,
)
_VOTE_ROW = re.compile(
    rf"(?P<vem>{NAME} ?{PARTY}[^,;]*?)\s*[,:–-]?\s+(?P<svar>ja|nej|avstår|avstod|frånvarande)\.?", re.IGNORECASE
)
_QUESTION = re.compile(
    r"\b(?:omröstning(?:en)?|votering(?:en)?)\b.{0,80}\b(?:begär|verkställ|genomför|gäller|mellan|om\b|rekvir)|"
    r"propositionsordning|voteringsproposition",
    re.IGNORECASE,
)


def vote(lines: Sequence[Line], names: Sequence[str] = ()) -> dict[str, Any]:
    """One omröstning read from the lines below its heading."""
    table = read_table(lines)
    rolls = table.rolls
    text = prose(without(lines, {line.number for line in lines if rolls and is_row(line)}))
    flat = " ".join(text.split())
    out: dict[str, Any] = {**meanings(text)}
    out |= _totals(flat) | table.totals
    if _CLOSED.search(flat):
        out["sluten"] = "ja"
    else:
        rolls = rolls or _roll_call(lines, names)
        if rolls:
            out["roster"] = rolls
    if annex := _ANNEX.search(flat):
        out["bilaga"] = annex[0]
    said = sentences(text)
    if outcome := _outcome(said):
        out["utfall"] = outcome
    out["text"] = text or prose(lines)
    return out


def meanings(text: str) -> dict[str, str]:
    """What ja and nej mean by a text, as far as it says."""
    said = {f"{key}_betyder": _meaning(key, text) for key in ("ja", "nej")}
    return {key: meaning for key, meaning in said.items() if meaning}


def before_vote(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines under a heading before a vote begins, and those of the vote (none where no votes are counted)."""
    counted = _totals(" ".join(prose(lines).split()))
    if "ja" not in counted or "nej" not in counted:
        return list(lines), []
    for chunk in chunks(lines):
        text = chunk.text
        if _meaning("ja", text) or _meaning("nej", text) or _totals(text) or _closed(text):
            start = next(place for place, line in enumerate(lines) if line.number == chunk.line and line.text)
            return list(lines[:start]), list(lines[start:])
    return [], list(lines)


def in_text(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Running text without a vote that stands in it, and the lines of the vote: from what ja means to the outcome."""
    _before, after = before_vote(lines)
    if not any(_CAST.search(line.text) for line in after):
        return list(lines), []
    found = chunks(after)
    last = max(place for place, one in enumerate(found) if _totals(one.text) or _SAYS_WHO.match(one.text))
    taken = {line.number for one in found[: last + 1] for line in one.lines}
    return without(lines, taken), [line for line in after if line.number in taken or not line.text]


def _closed(text: str) -> bool:
    return bool(_CLOSED.search(text))


def _meaning(key: str, text: str) -> str | None:
    if found := _VOTES[key].search(text):
        return " ".join(found["text"].split())
    for match in (_JA if key == "ja" else _NEJ).finditer(text):
        said = " ".join(match["text"].split()).strip(" *_")
        if not re.match(r"\d", said) and not named(said)[1:] and not re.search(rf"{PARTY},", said):
            return said
    return None


def _totals(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    answer_first = bool(_ANSWER_FIRST.search(text))
    for key, patterns in _ANSWERS.items():
        for pattern in reversed(patterns) if answer_first else patterns:
            if match := re.search(pattern, text, re.IGNORECASE):
                number = match["n"].lower()
                found[key] = str(_NUMERALS.get(number, number))
                break
    return found


def _roll_call(lines: Sequence[Line], names: Sequence[str]) -> dict[str, Any]:
    """A roll call in prose (``Ja: Anna Ek (S), Bo Al (M)``) or as one line for each person (``Anna Ek (S) ja``)."""
    rolls: dict[str, list[Any]] = {}
    for text in _answers(lines):
        if (found := _SAYS_WHO.match(text)) and (answer := found["svar"] or found["svar2"]):
            who = named(found["vilka"]) or known_names(found["vilka"], names)
            if who:
                rolls.setdefault(ANSWERS[answer.lower()], []).extend(who)
        elif row := _VOTE_ROW.fullmatch(text):
            rolls.setdefault(ANSWERS[row["svar"].lower()], []).append(as_printed(row["vem"].strip()))
    return rolls


def _answers(lines: Sequence[Line]) -> list[str]:
    """The lines joined, but for lines that begin with an answer and a colon."""
    out: list[str] = []
    for chunk in chunks(lines):
        for place, line in enumerate(chunk.lines):
            if place and not _SAYS_WHO.match(line.text) and not _VOTE_ROW.fullmatch(line.text):
                out[-1] = f"{out[-1]} {line.text}"
            else:
                out.append(line.text)
    return [" ".join(one.replace("\u00ad", "").split()) for one in out]


def _outcome(said: list[str]) -> str | None:
    """The last sentence after the totals that says what was decided."""
    counted = next((place for place, one in enumerate(said) if _totals(one)), None)
    if counted is None:
        return None
    later = [one for one in said[counted:] if _OUTCOME.search(one) and not _QUESTION.search(one)]
    return " ".join(later[-1].removeprefix("- ").split()) if later else None
