"""Time across a drawing: where a day stands, and the days that the axis names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.svenska import MONTHS, long_date
from generator.views.delar.svg import ankare, procent, tag

LEFT, RIGHT = 8.0, 92.0
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_YEAR = 12
_YEARS, _MONTHS = 5, 3
"""How many steps there is room for, where the names are years and where they are months with years."""


@dataclass(frozen=True)
class Axel:
    """From one day to a later one."""

    forsta: dt.date
    sista: dt.date

    def x(self, day: dt.date) -> float:
        """The place of a day in per cent of the width; days outside stand at the edge."""
        share = (day - self.forsta).days / (self.sista - self.forsta).days
        return LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share))

    def streck(self) -> list[tuple[dt.date, str]]:
        """The first days of months or years that are named, at most five or so."""
        first, last = (day.year * _YEAR + day.month - 1 for day in (self.forsta, self.sista))
        room = {one: _YEARS if one % _YEAR == 0 else _MONTHS for one in _STEPS}
        step = next((one for one in _STEPS if (last - first) // one <= room[one]), _STEPS[-1])
        months = [month for month in range(first, last + 1) if month % step == 0]
        days = [dt.date(month // _YEAR, month % _YEAR + 1, 1) for month in months]
        return [(day, _name(day, step)) for day in days if self.forsta <= day <= self.sista]


def axel(days: Iterable[dt.date]) -> Axel | None:
    """The axis that holds all the days; None where they are fewer than two and time has no length."""
    known = sorted(days)
    return Axel(known[0], known[-1]) if known and known[0] < known[-1] else None


def _name(day: dt.date, step: int) -> str:
    return str(day.year) if step % _YEAR == 0 else f"{MONTHS[day.month - 1][:3]} {day.year}"


def rutnat(axis: Axel, today: dt.date, height: int) -> tuple[Markup, ...]:
    """Lines at the named days with their names below, and the day that the archive is seen from if it is among them."""
    bottom = height - 18
    lines = []
    for day, name in axis.streck():
        x = axis.x(day)
        lines.append(tag("line", x1=procent(x), x2=procent(x), y1=0, y2=bottom, class_="streck"))
        lines.append(tag("text", name, x=procent(x), y=height - 5, text_anchor=ankare(x, name), class_="tid"))
    if axis.forsta < today < axis.sista:
        place = procent(axis.x(today))
        title = tag("title", f"Arkivets dag, {long_date(today)}")
        lines.append(tag("line", title, x1=place, x2=place, y1=0, y2=bottom, class_="idag"))
    return tuple(lines)
