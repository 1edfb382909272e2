"""What an item says beyond itself: uppdrag, other meetings it refers to, meetings to come, reports of uppdrag."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

from generator.importer.blocks import Block
from generator.importer.body import Body
from generator.importer.mentions import Mention, Planned, Report, Uppgift
from generator.importer.reading import Doubt
from generator.importer.references import references
from generator.importer.tasks import Lage, Task, same, tasks
from generator.importer.upcoming import coming

_RETOLD = re.compile(r"^uppdrag (?:av|från)\b", re.IGNORECASE)
_REPORT = re.compile(r"\båterrapport\w*|\båterredovis\w*|\buppdrag från\b|\bredovisning av uppdrag", re.IGNORECASE)
_DONE = re.compile(r"\bförklaras? .{0,60}(?:genomför|slutför|avsluta)[dt]", re.IGNORECASE)
_DECIDED = ("beslut", "stallningstagande")
_UNSURE = "Texten nämner ett uppdrag, men inte i ett beslut. Se efter om det är ett uppdrag."


@dataclass
class Outlook:
    """The side lists of an item, with paths from the item itself."""

    mentions: list[Mention] = field(default_factory=list)
    planned: list[Planned] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)


def outlook(block: Block, value: dict[str, Any], body: Body, today: dt.date | None, slag: str | None) -> Outlook:
    """Reads the side lists, and puts the uppdrag of the item in its value."""
    line = block.start.number
    _tasks(value, body, today, line)
    look = Outlook()
    texts = _texts(value)
    _mentions(texts, look, today, line)
    _planned(value, texts, look, today, line)
    _reports(value, look, slag, line)
    return look


def _texts(value: dict[str, Any]) -> list[tuple[str, str]]:
    """All texts of an item, each with the name of its field; headings of sections that name a day are text too."""
    found = [("text", value.get("text", ""))]
    for one in value.get("avsnitt", []):
        found.extend([("avsnitt", one["rubrik"]), ("avsnitt", one.get("text", ""))])
    for name in ("forslag", "beslut", "stallningstagande", "underlag"):
        found.extend((name, one["text"]) for one in value.get(name, []))
    return [(name, text) for name, text in found if text]


def _mentions(texts: list[tuple[str, str]], look: Outlook, today: dt.date | None, line: int) -> None:
    seen: set[tuple[object, ...]] = set()
    for _name, text in texts:
        for one in references(" ".join(text.split()), today):
            key = (one.organ, one.datum, one.nr, "" if one.datum or one.nr else one.text)
            if key not in seen:
                seen.add(key)
                look.mentions.append(Mention((), one.text, line, one.organ, one.datum, one.nr, one.certain))


def _planned(
    value: dict[str, Any], texts: list[tuple[str, str]], look: Outlook, today: dt.date | None, line: int
) -> None:
    lage: Uppgift = "beslutat" if "beslut" in value else "foreslaget" if "forslag" in value else "planerat"
    days: set[dt.date] = set()
    for name, text in texts:
        if name == "underlag" and "INSTÄLL" not in text.upper():
            continue
        place = lage if name != "stallningstagande" else "planerat"
        for one in coming(value["rubrik"], text, place, today):
            if one.datum not in days:
                days.add(one.datum)
                look.planned.append(
                    Planned((), one.text, line, one.uppgift, one.datum, one.organ, one.tid, one.certain, one.replaces)
                )


def _reports(value: dict[str, Any], look: Outlook, slag: str | None, line: int) -> None:
    title = value["rubrik"]
    done = any(_DONE.search(one["text"]) for one in value.get("beslut", []))
    if not _REPORT.search(title) and not done:
        return
    given = next((one for one in look.mentions if one.nr), None) or next(
        (one for one in look.mentions if one.organ and one.datum), None
    )
    lage = "planerad" if slag == "kallelse" else "redovisad"
    look.reports.append(Report((), title, line, given, lage, done))  # type: ignore[arg-type]


def _tasks(value: dict[str, Any], body: Body, today: dt.date | None, line: int) -> None:
    found: list[tuple[Task, int]] = []
    for name in ("beslut", "stallningstagande", "forslag"):
        lage: Lage = "foreslaget" if name == "forslag" else "givet"
        for place, sats in enumerate(value.get(name, [])):
            number = (body.lines.get(name, [])[place : place + 1] or [line])[0]
            _more(found, tasks(sats["text"], lage, today), number)
            if name == "stallningstagande":
                _more(found, tasks(sats["text"], "omtalat", today), number)
    for heading, text in body.running():
        if text and not _RETOLD.match(heading):
            _more(found, tasks(text, "omtalat", today), line)
    if not found:
        return
    value["uppdrag"] = [task.value for task, _line in found]
    for place, (task, at) in enumerate(found):
        if not task.sure or task.value["lage"] == "omtalat":
            body.doubts.append(Doubt(("uppdrag", place), at, _UNSURE))


def _more(found: list[tuple[Task, int]], new: list[Task], line: int) -> None:
    for task in new:
        if not any(same(task.value["text"], have.value["text"]) for have, _line in found):
            found.append((task, line))
