"""The numbers that Word prints before headings and list items: they stand in no text, so they are counted here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.importer.extract.numerals import numeral
from generator.importer.extract.word_styles import Styles, W, child, switch, value, whole

_PLACE = re.compile(r"%([1-9])")
_NONE = "0"


@dataclass(frozen=True)
class Level:
    """One level of a list: where it starts, how it is written, after which level it starts again."""

    start: int
    form: str
    text: str
    style: str | None
    legal: bool
    restarts_after: int | None
    element: Any


@dataclass
class Numbers:
    """The lists of a document and how far each has come; ask for the paragraphs in order."""

    styles: Styles
    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int], dict[int, Level]]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: Any, styles: Styles) -> Numbers:
        """The lists of ``numbering.xml``; root is None where there is none."""
        found = cls(styles)
        for one in () if root is None else root.iterchildren(f"{W}abstractNum"):
            number = one.get(f"{W}abstractNumId") or ""
            found.abstract[number] = dict(_levels(one))
            if link := value(one, "numStyleLink"):
                found.links[number] = link
        for one in () if root is None else root.iterchildren(f"{W}num"):
            starts, changed = _overrides(one)
            found.lists[one.get(f"{W}numId") or ""] = (value(one, "abstractNumId") or "", starts, changed)
        return found

    def printed(self, paragraph: Any) -> tuple[str, Any]:
        """What is printed before the paragraph (empty where it is in no list), and its level's own properties."""
        found = self._place(paragraph)
        if found is None:
            return "", None
        number, depth = found
        list_id, starts, changed = self.lists[number]
        levels = {**self._of(list_id), **changed}
        level = levels.get(depth)
        if level is None:
            return "", None
        self._count(number, list_id, depth, levels, starts)
        return _shown(level, self.counters[list_id], levels), level.element

    def _of(self, list_id: str) -> dict[int, Level]:
        """The levels of a list; one that only names a list style has that style's."""
        if list_id in self.links:
            for style in self.styles.chain(self.links[list_id]):
                number = value(style, "pPr", "numPr", "numId") or ""
                if number in self.lists and self.lists[number][0] != list_id:
                    return self.abstract.get(self.lists[number][0], {})
        return self.abstract.get(list_id, {})

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """Which list a paragraph is in, and how deep; its style may say so instead of itself."""
        for source in self.styles.sources(paragraph):
            properties = child(source, "pPr", "numPr")
            number = value(properties, "numId")
            if number is None:
                continue
            if number == _NONE or number not in self.lists:
                return None
            depth = whole(value(properties, "ilvl"))
            return number, self._depth_of_style(number, source) if depth is None else depth
        return None

    def _depth_of_style(self, number: str, source: Any) -> int:
        list_id, _, changed = self.lists[number]
        levels = {**self._of(list_id), **changed}
        style = source.get(f"{W}styleId")
        return next((depth for depth, level in levels.items() if style and level.style == style), 0)

    def _count(self, number: str, list_id: str, depth: int, levels: dict[int, Level], starts: dict[int, int]) -> None:
        counters = self.counters.setdefault(list_id, {})
        if number not in self.begun:
            self.begun.add(number)
            for place in starts:
                counters.pop(place, None)
        for above in range(depth):
            if above not in counters and above in levels:
                counters[above] = starts.get(above, levels[above].start)
        start = starts.get(depth, levels[depth].start)
        counters[depth] = counters[depth] + 1 if depth in counters else start
        for below in [place for place in counters if place > depth and _restarts(levels.get(place), depth)]:
            del counters[below]


def _restarts(level: Level | None, depth: int) -> bool:
    """Whether a level starts again when an item at `depth`, from 0, has been printed."""
    after = level.restarts_after if level else None
    return after is None or (after != 0 and depth < after)


def _levels(element: Any) -> Iterator[tuple[int, Level]]:
    for one in element.iterchildren(f"{W}lvl"):
        if (depth := whole(one.get(f"{W}ilvl"))) is not None:
            yield depth, _level(one)


def _level(element: Any) -> Level:
    start = whole(value(element, "start"))
    return Level(
        0 if start is None else start,
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        value(element, "pStyle"),
        bool(switch(element, "isLgl")),
        whole(value(element, "lvlRestart")),
        element,
    )


def _overrides(element: Any) -> tuple[dict[int, int], dict[int, Level]]:
    starts: dict[int, int] = {}
    changed: dict[int, Level] = {}
    for one in element.iterchildren(f"{W}lvlOverride"):
        depth = whole(one.get(f"{W}ilvl"))
        if depth is None:
            continue
        if (start := whole(value(one, "startOverride"))) is not None:
            starts[depth] = start
        if (level := child(one, "lvl")) is not None:
            changed[depth] = _level(level)
    return starts, changed


def _shown(level: Level, counters: dict[int, int], levels: dict[int, Level]) -> str:
    if level.form == "bullet":
        return level.text
    if level.form == "none":
        return _PLACE.sub("", level.text)

    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        form = "decimal" if level.legal else levels[depth].form if depth in levels else "decimal"
        return numeral(counters.get(depth, 0), form)

    return _PLACE.sub(number, level.text)
