"""Underlag: the documents that an item leans on, from lists under a heading, from links, from a printed "Bilaga 1"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.printed.chunks import Chunk, chunks
from generator.importer.printed.dates import find_dates
from generator.importer.printed.paragraphs import joined

_LINK = re.compile(r"\[(?P<text>(?:[^\[\]\\]|\\.)+)\]\((?P<mal>[^()\s]*)\)")
_ONLY_LINK = re.compile(rf"[-–—•➤→\uf0b7]?\s*{_LINK.pattern}\s*[.;]?")
_ANNEX = re.compile(r"^(?P<text>Bilaga (?P<nr>\d{1,3}[a-z]?))(?=$|[\s,.:])", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:Bilaga|Handling) (?P<nr>\d{1,4}[a-zA-Z]?)\b|\bHandling \d{4} nr (?P<nr2>\d+)")
_KIND = re.compile(
    r"^(?P<slag>Tjänsteskrivelse|Tjänsteutlåtande|Protokollsutdrag|Missiv|Remiss|Yttrande|Skrivelse|Motion|Reglemente|Rapport|Kallelse|Presentation)\b"
)
Found = list[tuple[dict[str, Any], int]]


def attachments(lines: Sequence[Line]) -> Found:
    """The underlag under a heading, each with the number of its first line."""
    return [(_attachment(chunk), chunk.line) for chunk in entries(lines) if chunk.text]


def entries(lines: Sequence[Line]) -> list[Chunk]:
    """Entries of a list; where nothing marks them, each line is one, but for a line that goes on."""
    found = chunks(lines)
    if any(chunk.bullet or chunk.nr for chunk in found):
        return found
    out: list[list[Line]] = []
    for chunk in found:
        for place, line in enumerate(chunk.lines):
            if place and _goes_on(out[-1][-1].text, line.text):
                out[-1].append(line)
            else:
                out.append([line])
    return [Chunk(tuple(lines)) for lines in out]


def _goes_on(before: str, text: str) -> bool:
    if text[:1].islower() or before.endswith(("-", "\u00ad", ",", "/")) or before.count("(") > before.count(")"):
        return True
    return bool(re.search(r"\b(?:och|för|av|till|om|med|från|i|på|den|nr|punkt|§|enligt|avseende)$", before))


def _attachment(chunk: Chunk) -> dict[str, Any]:
    raw = joined(chunk.lines)
    out: dict[str, Any] = {"text": chunk.text}
    link = _LINK.search(" ".join(line.text for line in chunk.lines))
    if link:
        out["text"] = joined([Line(_LINK.sub(lambda found: found["text"], raw), chunk.line)])
        out |= _target(link["mal"])
    number = _NUMBER.search(out["text"])
    if number:
        out["nr"] = number["nr"] or number["nr2"]
    if kind := _KIND.match(out["text"]):
        out["slag"] = kind["slag"].lower()
    if day := _day(out["text"]):
        out["datum"] = day.isoformat()
    return out


def _target(target: str) -> dict[str, str]:
    """Where a printed link leads: an address on the web, or nowhere."""
    if re.fullmatch(r"https?://[^\s<>\"'\\]+", target):
        return {"tillgang": "lankad", "lank": target}
    return {"lank_tryckt": target} if target else {}


def _day(text: str) -> dt.date | None:
    """The one day printed in full in a title; none where there are several."""
    days = [found for found in find_dates(text) if found.certain]
    return days[0].day if len(days) == 1 and days[0].last is None else None


def linked(lines: Sequence[Line]) -> tuple[Found, list[Line]]:
    """Documents that stand in running text as a link on a line of its own, and the lines left over."""
    found: Found = []
    rest: list[Line] = []
    for line in lines:
        match = _ONLY_LINK.fullmatch(line.text)
        if match:
            chunk = Chunk((Line(match["text"], line.number),))
            found.append(({**_attachment(chunk), **_target(match["mal"])}, line.number))
            rest.append(Line("", line.number))
        else:
            rest.append(line)
    return found, rest


def annexes(lines: Sequence[Line]) -> Found:
    """A "Bilaga 1" that a paragraph of running text begins with; the text keeps the words."""
    out: Found = []
    for chunk in chunks(lines):
        if match := _ANNEX.match(chunk.text):
            out.append(({"text": match["text"], "nr": match["nr"]}, chunk.line))
    return out
