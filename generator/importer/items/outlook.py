"""What an item says beyond itself: uppdrag, other meetings it refers to, meetings to come, reports of uppdrag."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.importer.items.fields import Body
from generator.importer.items.mentions import Mention, Planned, Report, Uppgift
from generator.importer.items.own import is_own
from generator.importer.items.tasks import Lage, Task, same, tasks
from generator.importer.items.upcoming import Coming, coming
from generator.importer.items.whereabouts import Whereabouts
from generator.importer.printed.references import references
from generator.importer.reading import Doubt

_RETOLD = re.compile(r"^uppdrag (?:av|från)\b", re.IGNORECASE)
_REPORT = re.compile(r"\båterrapport\w*|\båterredovis\w*|\buppdrag från\b|\bredovisning av uppdrag", re.IGNORECASE)
_DONE = re.compile(r"\bförklaras? .{0,60}(?:genomför|slutför|avsluta)[dt]", re.IGNORECASE)
_UNSURE = "Texten nämner ett uppdrag, men inte i ett beslut. Se efter om det är ett uppdrag."


@dataclass
class Outlook:
    """The side lists of an item, with paths from the item itself."""

    mentions: list[Mention] = field(default_factory=list)
    planned: list[Planned] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)


@dataclass(frozen=True)
class Setting:
    """What the side lists of an item depend on: where its words stand, the day and the kind of the document."""

    where: Whereabouts
    today: dt.date | None = None
    slag: str | None = None
    own: str | None = None

    def organ(self, printed: str | None) -> str | None:
        """The body that words name; None where they are a word for the document's own (``nämnden``)."""
        word = printed or ""
        return None if not word or (" " not in word and is_own(word, self.own)) else printed


def outlook(value: dict[str, Any], body: Body, setting: Setting) -> Outlook:
    """Reads the side lists, and puts the uppdrag of the item in its value."""
    _tasks(value, body, setting)
    look = Outlook()
    texts = _texts(value)
    _mentions(texts, look, setting)
    _planned(value, texts, look, setting)
    _reports(value, look, setting)
    return look


def _texts(value: dict[str, Any]) -> list[tuple[str, str]]:
    """All texts of an item, each with the name of its field; headings of sections that name a day are text too."""
    found = [("text", value.get("text", ""))]
    for one in value.get("avsnitt", []):
        found.extend([("avsnitt", one["rubrik"]), ("avsnitt", one.get("text", ""))])
    for name in ("forslag", "beslut", "stallningstagande", "underlag"):
        found.extend((name, one["text"]) for one in value.get(name, []))
    return [(name, text) for name, text in found if text]


def _mentions(texts: list[tuple[str, str]], look: Outlook, setting: Setting) -> None:
    seen: set[tuple[object, ...]] = set()
    for _name, text in texts:
        for one in references(" ".join(text.split()), setting.today):
            key = (one.organ, one.datum, one.nr, "" if one.datum or one.nr else one.text)
            if key not in seen:
                seen.add(key)
                line = setting.where.line(one.text)
                look.mentions.append(
                    Mention((), one.text, line, setting.organ(one.organ), one.datum, one.nr, one.certain)
                )


def _planned(value: dict[str, Any], texts: list[tuple[str, str]], look: Outlook, setting: Setting) -> None:
    lage: Uppgift = "beslutat" if "beslut" in value else "foreslaget" if "forslag" in value else "planerat"
    days: set[dt.date] = set()
    for name, text in (*texts, *_rows(value)):
        if name == "underlag" and "INSTÄLL" not in text.upper():
            continue
        place = lage if name != "stallningstagande" else "planerat"
        for one in coming(value["rubrik"], text, place, setting.today):
            if one.datum not in days:
                days.add(one.datum)
                look.planned.append(_plan(one, setting))


def _rows(value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The rows of the tables of an item, each as a text: a plan of meetings is often printed so."""
    for one in value.get("avsnitt", []):
        for row in one.get("tabell", {}).get("rader", []):
            yield "tabell", " ".join(cell for cell in row if cell)


def _plan(one: Coming, setting: Setting) -> Planned:
    line, organ = setting.where.line(one.text), setting.organ(one.organ)
    return Planned((), one.text, line, one.uppgift, one.datum, organ, one.tid, one.certain, one.replaces)


def _reports(value: dict[str, Any], look: Outlook, setting: Setting) -> None:
    title = value["rubrik"]
    done = any(_DONE.search(one["text"]) for one in value.get("beslut", []))
    if not _REPORT.search(title) and not done:
        return
    numbered = [one for one in look.mentions if one.nr]
    named = [one for one in look.mentions if one.organ and one.datum]
    given = next(iter([*numbered, *named]), None)
    line = setting.where.line(title)
    if setting.slag == "kallelse":
        look.reports.append(Report((), title, line, given, "planerad", done))
    else:
        look.reports.append(Report((), title, line, given, "redovisad", done))


def _tasks(value: dict[str, Any], body: Body, setting: Setting) -> None:
    found: list[Task] = []
    for name in ("beslut", "stallningstagande", "forslag"):
        lage: Lage
        for place, sats in enumerate(value.get(name, [])):
            lage = "foreslaget" if name == "forslag" or (name == "beslut" and place in body.proposed) else "givet"
            _more(found, tasks(sats["text"], lage, setting.today))
            if name == "stallningstagande":
                _more(found, tasks(sats["text"], "omtalat", setting.today))
    for heading, text in body.running():
        if text and not _RETOLD.match(heading):
            _more(found, tasks(text, "omtalat", setting.today))
    if not found:
        return
    value["uppdrag"] = [task.value for task in found]
    for place, task in enumerate(found):
        if not task.sure or task.value["lage"] == "omtalat":
            body.doubts.append(Doubt(("uppdrag", place), setting.where.line(task.printed), _UNSURE))


def _more(found: list[Task], new: list[Task]) -> None:
    found.extend(task for task in new if not any(same(task, have) for have in found))
