"""Days that one item leaves out and another one prints: "till nästa möte", "sammanträdet i september"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.importer.items.mentions import Mention, Planned
from generator.importer.reading import Path
from generator.svenska import MONTHS

_NEXT = re.compile(
    r"\b(?:till|på|vid|inför) nästa (?:\w*möte|\w*sammanträde)\w*(?!\w|\s+(?:den\b|i\b|\d|\w+dag\b))", re.IGNORECASE
)
_SAYS_NEXT = re.compile(r"\bnästa (?:\w*möte|\w*sammanträde)", re.IGNORECASE)
_IN_MONTH = re.compile(rf"\bi (?P<manad>{'|'.join(MONTHS)})\b", re.IGNORECASE)
_INSIDE = re.compile(
    r"\b(?:ordinarie|extra)\s+(?:(?P<organ>[A-ZÅÄÖ]{2,6})-)?(?:\w*möte|\w*sammanträde)\b", re.IGNORECASE
)
_FROM_ELSEWHERE = "Dagen är inte tryckt här; {} står i en annan punkt."
Side = tuple[list[Mention], list[Planned]]


def inferred(value: Sequence[dict[str, Any]], mentions: Sequence[Mention], planned: Sequence[Planned]) -> Side:
    """The references and meetings to come of a document, with the days that follow from its other items."""
    found_mentions, found_planned = list(mentions), list(planned)
    own = [one for one in planned if one.organ is None and one.uppgift not in ("installt", "hallet")]
    _next_meeting(value, own, found_mentions, found_planned)
    _in_month(own, found_mentions, found_planned)
    found_planned.extend(_inside(value))
    return found_mentions, found_planned


def _next_meeting(
    value: Sequence[dict[str, Any]], own: Sequence[Planned], mentions: list[Mention], planned: list[Planned]
) -> None:
    """``till nästa möte`` in an item, where one other item says which day that is."""
    days = {
        one.datum for one in own if _SAYS_NEXT.search(one.text) or _SAYS_NEXT.search(_at(value, one.path)["rubrik"])
    }
    if len(days) != 1:
        return
    day = days.pop()
    for path, item in _items(value):
        found = next((match for text in _texts(item) if (match := _NEXT.search(" ".join(text.split())))), None)
        if found and not any(one.path == path and one.datum == day for one in planned):
            _add(path, found[0], day, mentions, planned)


def _in_month(own: Sequence[Planned], mentions: list[Mention], planned: list[Planned]) -> None:
    """``sammanträdet i september``, where one meeting to come is in that month."""
    for place, one in enumerate(mentions):
        found = _IN_MONTH.search(one.text) if one.datum is None else None
        month = MONTHS.index(found["manad"].lower()) + 1 if found else 0
        elsewhere = (plan.datum for plan in own if plan.path != one.path)
        days = {day for day in elsewhere if day.month == month and _year(one.text) in (None, day.year)}
        if len(days) == 1:
            day = days.pop()
            why = _FROM_ELSEWHERE.format(day)
            mentions[place] = Mention(one.path, one.text, one.line, one.organ, day, None, False, why)
            planned.append(Planned(one.path, one.text, one.line, "planerat", day, certain=False, why=why))


def _year(text: str) -> int | None:
    found = re.search(r"\b(?:19|20)\d{2}\b", text)
    return int(found[0]) if found else None


def _add(path: Path, text: str, day: dt.date, mentions: list[Mention], planned: list[Planned]) -> None:
    why = _FROM_ELSEWHERE.format(day)
    mentions.append(Mention(path, text, 0, datum=day, certain=False, why=why))
    planned.append(Planned(path, text, 0, "planerat", day, certain=False, why=why))


def _inside(value: Sequence[dict[str, Any]]) -> Iterator[Planned]:
    """An ordinary meeting that has its time in the agenda of another."""
    for path, item in _items(value):
        found = _INSIDE.search(item["rubrik"])
        if found and "dag" in item and "klockslag" in item:
            day = dt.date.fromisoformat(item["dag"])
            yield Planned(path, found[0], 0, "planerat", day, found["organ"], item["klockslag"])


def _items(value: Sequence[dict[str, Any]], *above: str | int) -> Iterator[tuple[Path, dict[str, Any]]]:
    for place, item in enumerate(value):
        yield (*above, place), item
        yield from _items(item.get("underpunkter", []), *above, place, "underpunkter")


def _at(value: Sequence[dict[str, Any]], path: Path) -> dict[str, Any]:
    return next(item for where, item in _items(value) if where == path)


def _texts(item: dict[str, Any]) -> list[str]:
    texts = [item.get("text", ""), *(one.get("text", "") for one in item.get("avsnitt", []))]
    return texts + [one["text"] for key in ("beslut", "stallningstagande") for one in item.get(key, [])]
