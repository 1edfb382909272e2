"""The statutory last days of justering, anslag and överklagande, and the days that move them.

Pure date arithmetic: whether a rule binds an organ at all is for the rules that call it. A period of weeks ends on the
weekday it began on, and a last day on which nothing can be done moves to the next that counts (lag 1930:173).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import holidays

KOMMUNALLAGEN = date(2018, 1, 1)
"""The day that kommunallagen (2017:725) came into force; meetings before it were under other laws."""

JUSTERING_DAYS = 14
ANSLAG_DAYS = 2
OVERKLAGANDE_DAYS = 21

LAG_JUSTERING = "5 kap. 69 § kommunallagen (2017:725)"
LAG_ANSLAG = "8 kap. 12 § kommunallagen (2017:725)"
LAG_OVERKLAGANDE = "13 kap. 5 § kommunallagen (2017:725)"
LAG_FRIST = "2 § lagen (1930:173) om beräkning av lagstadgad tid"
LAG_HELGDAG = "1 § lagen (1989:253) om allmänna helgdagar"

_AFTNAR = {(12, 24): "julafton", (12, 31): "nyårsafton"}
_SATURDAY, _SUNDAY, _FRIDAY = 5, 6, 4
_JUNE, _MIDSOMMAR = 6, range(19, 26)


@cache
def allmanna_helgdagar(year: int) -> Mapping[date, str]:
    """The allmänna helgdagar of a year other than ordinary Sundays, with their names.

    Lag (1989:253) om allmänna helgdagar: annandag pingst until 2004, nationaldagen from 2005. Påskdagen and
    pingstdagen are among them although they are Sundays. Trettondagsafton and other eves are not.
    """
    found = holidays.country_holidays("SE", years=year, include_sundays=False, language="sv")
    return {day: found[day].lower().replace("kristi", "Kristi") for day in sorted(found)}


def varfor_flyttad(day: date) -> str | None:
    """Why a period may not end on the day (lag 1930:173, 2 §): ``julafton``, ``lördag``; None where it may.

    The days are Sundays and other allmänna helgdagar, Saturdays, midsommarafton, julafton and nyårsafton.
    """
    if name := allmanna_helgdagar(day.year).get(day):
        return name
    if name := _AFTNAR.get((day.month, day.day)):
        return name
    if day.month == _JUNE and day.weekday() == _FRIDAY and day.day in _MIDSOMMAR:
        return "midsommarafton"
    return {_SATURDAY: "lördag", _SUNDAY: "söndag"}.get(day.weekday())


def is_vardag_for_frist(day: date) -> bool:
    """Whether a statutory period may end on the day (lag 1930:173, 2 §)."""
    return varfor_flyttad(day) is None


def flytta(day: date) -> date:
    """The day itself, or the next one on which a statutory period may end (lag 1930:173, 2 §)."""
    while not is_vardag_for_frist(day) and day < date.max:
        day = _after(day, 1)
    return day


def _after(day: date, days: int) -> date:
    """That many days later; the calendar's last day where it ends first, since a record may hold any date."""
    return day + timedelta(days=min(days, (date.max - day).days))


def sista_justeringsdag(sammantradesdag: date) -> date:
    """The last day for justering: fourteen days after the sammanträde (KL 5 kap. 69 §), moved."""
    return flytta(_after(sammantradesdag, JUSTERING_DAYS))


def sista_anslagsdag(justeringsdag: date) -> date:
    """The last day to announce the justering: the second day after it (KL 8 kap. 12 §), moved."""
    return flytta(_after(justeringsdag, ANSLAG_DAYS))


def sista_overklagandedag(anslagsdag: date) -> date:
    """The last day to appeal: three weeks from the day of the tillkännagivande (KL 13 kap. 5 §), moved.

    The day is that of the announcement, not of the justering or the sammanträde.
    """
    return flytta(_after(anslagsdag, OVERKLAGANDE_DAYS))


def tidigaste_nedtagande(anslagsdag: date) -> date:
    """The first day on which the anslag may be down: the day after the last day to appeal (KL 8 kap. 12 §).

    A cautious reading: the law says that it stays up until överklagandetiden has ended; that the moved last day is
    meant follows from reading it together with lag 1930:173.
    """
    return _after(sista_overklagandedag(anslagsdag), 1)
