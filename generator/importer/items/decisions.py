"""Förslag, beslut and ställningstaganden: their satser, and what kind of decision each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.printed.chunks import Chunk, chunks
from generator.importer.printed.words import meanings

_LEAD = re.compile(
    r"(?!.*(?<!följande)\.$)"
    r"(?:.{0,160}?\b(?:beslutar|beslutade|besluta|beslutat|föreslår(?: .{2,80})?|föreslås(?: .{2,60})?|"
    r"rekommenderar(?: .{2,80})?|beslut)|följande)"
    r"(?: följande| för (?:egen|sin) del| enligt följande| att)?\s*[:,.]?",
    re.IGNORECASE | re.DOTALL,
)
_FOR_OTHERS = re.compile(r"\b(?:föreslår|föreslås|rekommenderar)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"[A-ZÅÄÖ][\w-]*(?: [\w-]+){0,7}? "
    r"(?:(?P<proposes>föreslår|rekommenderar)(?: [\w-]+){1,6}? (?:att )?besluta|beslutar)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_BARE = re.compile(r"(?P<nr>\d{1,2}) (?=[A-ZÅÄÖ])")
_SHORT_WORDS = 14
_WHOLE = frozenset({"noteras", "laggs-till-handlingarna"})


def is_lead(text: str) -> bool:
    """Whether a text only begins a decision: ``Kommunstyrelsen beslutar``."""
    return bool(_LEAD.fullmatch(text)) and not text.rstrip(" :").lower().endswith("beslut")


def slag(text: str) -> str | None:
    """What kind of decision a sats is by its words; None where they do not say."""
    return next((row.name for row in meanings("beslutsslag", "slag") if row.found_in(text)), None)


def parted_at_sentences(lines: Sequence[Line]) -> tuple[list[Line], list[int]]:
    """Satser printed line by line, told apart where each line of a paragraph that ends a sentence ends with it.

    Answers the lines with blank ones between, and the numbers of the lines that begin a sats so found: that print
    happened to break a line just there can not be ruled out.
    """
    out: list[Line] = []
    begun: list[int] = []
    for chunk in chunks(lines, att=True):
        whole = " ".join(line.text for line in chunk.lines)
        inside = len(_SENTENCE.findall(whole))
        ends = [
            place
            for place, (one, after) in enumerate(pairwise(chunk.lines), 1)
            if one.text.endswith((".", "!", "?")) and after.text[:1].isupper()
        ]
        if not ends or len(ends) != inside:
            continue
        begun.extend(chunk.lines[place].number for place in ends)
    for line in lines:
        if line.number in begun and line.text:
            out.append(Line("", line.number))
        out.append(line)
    return out, begun


def satser(lines: Sequence[Line]) -> list[tuple[dict[str, Any], int]]:
    """The satser under a heading, each with the number of its first line.

    Numbered entries and att-satser are satser of their own. A lead ("Kommunstyrelsen beslutar") is a part of the sats
    that goes on from it, or where it proposes to another organ; else a heading, as that of a list of entries without
    their "att" is. Entries after a colon belong to the sats that announces them.
    """
    lines = _numbered(lines)
    found: list[tuple[str, str, int]] = []
    lead: Chunk | None = None
    printed = chunks(lines, att=True)
    listed = sum(bool(chunk.nr) for chunk in printed) > 1
    for chunk in printed:
        text = chunk.text
        if not text:
            continue
        if lead is not None:
            text = f"{lead.text} {text}" if _goes_on(lead.text, text, listed=listed and bool(chunk.nr)) else text
        elif not chunk.bullet and not chunk.nr and _LEAD.fullmatch(text):
            lead = chunk
            continue
        line = lead.line if lead else chunk.line
        lead = None
        if found and chunk.bullet and found[-1][1].endswith(":"):
            found[-1] = (found[-1][0], f"{found[-1][1]}\n\n- {text}", found[-1][2])
        elif found and chunk.bullet and "\n\n- " in found[-1][1] and not text.lower().startswith("att "):
            found[-1] = (found[-1][0], f"{found[-1][1]}\n- {text}", found[-1][2])
        else:
            found.append((chunk.nr, text, line))
    if lead is not None:
        found.append(("", lead.text, lead.line))
    return [(_sats(nr, part), line) for nr, text, line in found for nr, part in _split(nr, text)]


def _goes_on(lead: str, text: str, *, listed: bool) -> bool:
    if _FOR_OTHERS.search(lead):
        return True
    return text.startswith("att ") if listed else text[:1].islower() or lead.endswith(" att")


def proposals(texts: Sequence[str]) -> set[int]:
    """The places of those satser of a beslut that propose to another organ: from one that says so to one that decides.

    ``Kommunstyrelsen föreslår kommunfullmäktige besluta`` holds for every entry of the list that it begins.
    """
    found: set[int] = set()
    proposing = False
    for place, text in enumerate(texts):
        if begun := _BEGINS.match(text):
            proposing = bool(begun["proposes"])
        if proposing:
            found.add(place)
    return found


def _numbered(lines: Sequence[Line]) -> list[Line]:
    """The lines, with bare numbers that count from 1 (``1 Avtalet godkänns.``) written as numbers of a list."""
    counted = [(line, match) for line in lines if (match := _BARE.match(line.text))]
    numbers = [int(match["nr"]) for _line, match in counted]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)):  # noqa: PLR2004
        return list(lines)
    texts = {id(line): f"{match['nr']}. {line.text[match.end() :]}" for line, match in counted}
    return [replace(line, text=texts.get(id(line), line.text)) for line in lines]


def _split(nr: str, text: str) -> list[tuple[str, str]]:
    """A sats that begins with a short sentence which is a whole decision by itself, cut after it."""
    parts = _SENTENCE.split(text, maxsplit=1)
    if len(parts) == 1 or nr or "\n" in text or len(parts[0].split()) > _SHORT_WORDS or slag(parts[0]) not in _WHOLE:
        return [(nr, text)]
    return [("", parts[0]), ("", parts[1])]


def _sats(nr: str, text: str) -> dict[str, Any]:
    sats: dict[str, Any] = {"text": text}
    if nr:
        sats["nr"] = nr.rstrip(".") if nr[0].isdigit() else nr
    if kind := slag(text):
        sats["slag"] = kind
    return sats
