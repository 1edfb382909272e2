"""The statutory last days, against the law and an independent calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.frister import (
    allmanna_helgdagar,
    flytta,
    is_vardag_for_frist,
    sista_anslagsdag,
    sista_justeringsdag,
    sista_overklagandedag,
    tidigaste_nedtagande,
    varfor_flyttad,
)

SATURDAY, SUNDAY = 5, 6
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    skipped, leap = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - moon + 15) % 30
    to_sunday = (32 + 2 * leap + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def next_saturday(day: date) -> date:
    """The first Saturday on or after the day."""
    return day + timedelta(days=(SATURDAY - day.weekday()) % 7)


def helgdagar_by_law(year: int) -> dict[date, str]:
    """Lag (1989:253) 1 §, written out, with its wording before and after 2005."""
    paskdagen = easter(year)
    movable = {0: "påskdagen", -2: "långfredagen", 1: "annandag påsk", 39: "Kristi himmelsfärdsdag", 49: "pingstdagen"}
    fixed = {(1, 1): "nyårsdagen", (1, 6): "trettondedag jul", (5, 1): "första maj", (12, 25): "juldagen"}
    fixed[12, 26] = "annandag jul"
    if year < 2005:
        movable[50] = "annandag pingst"
    else:
        fixed[6, 6] = "nationaldagen"
    return (
        {date(year, *when): name for when, name in fixed.items()}
        | {next_saturday(date(year, 6, 20)): "midsommardagen", next_saturday(date(year, 10, 31)): "alla helgons dag"}
        | {paskdagen + timedelta(days=offset): name for offset, name in movable.items()}
    )


@pytest.mark.parametrize("year", range(1990, 2061))
def test_allmanna_helgdagar_are_those_of_the_law(year: int) -> None:
    """Every year since the law came has the days and names that it lists; two may fall on one day."""
    found, expected = allmanna_helgdagar(year), helgdagar_by_law(year)
    assert set(found) == set(expected)
    assert all(name in found[day] for day, name in expected.items())


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2024, 12, 24), "julafton"),
        (date(2024, 12, 31), "nyårsafton"),
        (date(2025, 6, 20), "midsommarafton"),
        (date(2026, 6, 19), "midsommarafton"),
        (date(2025, 6, 6), "nationaldagen"),
        (date(2004, 5, 31), "annandag pingst"),
        (date(2025, 5, 29), "Kristi himmelsfärdsdag"),
        (date(2024, 11, 23), "lördag"),
        (date(2024, 11, 24), "söndag"),
        (date(2024, 1, 5), None),
        (date(2025, 6, 9), None),
        (date(2004, 6, 7), None),
        (date(2025, 4, 17), None),
        (date(2024, 4, 30), None),
        (date(2024, 6, 14), None),
    ],
)
def test_the_days_that_move_a_last_day_are_named(day: date, reason: str | None) -> None:
    """Julafton, nyårsafton and midsommarafton count with holidays; trettondagsafton and other eves do not."""
    assert varfor_flyttad(day) == reason
    assert is_vardag_for_frist(day) is (reason is None)


APPEALS = [
    ("2024-10-28", "2024-11-18", "2024-11-19"),
    ("2024-12-03", "2024-12-27", "2024-12-28"),
    ("2024-12-10", "2025-01-02", "2025-01-03"),
    ("2024-12-16", "2025-01-07", "2025-01-08"),
    ("2023-12-15", "2024-01-05", "2024-01-06"),
    ("2025-03-28", "2025-04-22", "2025-04-23"),
    ("2025-05-08", "2025-05-30", "2025-05-31"),
    ("2025-05-16", "2025-06-09", "2025-06-10"),
    ("2025-05-30", "2025-06-23", "2025-06-24"),
    ("2024-11-02", "2024-11-25", "2024-11-26"),
    ("2018-04-03", "2018-04-24", "2018-04-25"),
]


@pytest.mark.parametrize(("anslag", "last", "down"), APPEALS)
def test_the_last_day_to_appeal_is_three_weeks_from_the_anslag(anslag: str, last: str, down: str) -> None:
    """KL 13:5 and 8:12 with lag 1930:173, over every kind of day that moves the last one."""
    posted = date.fromisoformat(anslag)
    assert sista_overklagandedag(posted) == date.fromisoformat(last)
    assert tidigaste_nedtagande(posted) == date.fromisoformat(down)


def no_end_by_law(year: int) -> set[date]:
    """Lag (1930:173) 2 §, written out: the helgdagar of the year and its three aftnar; weekends go without saying."""
    midsommardagen = next_saturday(date(year, 6, 20))
    return {
        *helgdagar_by_law(year),
        date(year, 12, 24),
        date(year, 12, 31),
        midsommardagen - timedelta(days=1),
    }


@pytest.mark.parametrize("year", range(1990, 2061))
def test_every_day_of_a_year_has_its_last_day_to_appeal(year: int) -> None:
    """Whatever day an anslag goes up, over 71 years: three weeks on, past each helgdag, Saturday and afton.

    The expected day comes from an almanac of its own. Each of the three aftnar moves a day in years when it is not
    a weekend already; trettondagsafton, skärtorsdagen, valborgsmässoafton and annandag pingst since 2005 move none.
    """
    closed = no_end_by_law(year) | no_end_by_law(year + 1)
    for number in range((date(year + 1, 1, 1) - date(year, 1, 1)).days):
        posted = date(year, 1, 1) + timedelta(days=number)
        expected = posted + timedelta(weeks=3)
        while expected.weekday() >= SATURDAY or expected in closed:
            expected += timedelta(days=1)
        assert sista_overklagandedag(posted) == expected, posted
        assert tidigaste_nedtagande(posted) == expected + timedelta(days=1)


@pytest.mark.parametrize("year", range(1990, 2061))
def test_the_three_aftnar_end_no_period_and_others_do(year: int) -> None:
    """Julafton, nyårsafton and midsommarafton of every year; not the eves that the law does not name."""
    midsommarafton = next_saturday(date(year, 6, 20)) - timedelta(days=1)
    named = {date(year, 12, 24): "julafton", date(year, 12, 31): "nyårsafton", midsommarafton: "midsommarafton"}
    assert {day: varfor_flyttad(day) for day in named} == named
    unnamed = [date(year, 1, 5), date(year, 4, 30), easter(year) - timedelta(days=3)]
    assert [day for day in unnamed if day.weekday() < SATURDAY and not is_vardag_for_frist(day)] == []


@pytest.mark.parametrize(
    ("sammantrade", "last"),
    [
        ("2024-10-11", "2024-10-25"),
        ("2024-12-10", "2024-12-27"),
        ("2024-12-17", "2025-01-02"),
        ("2025-06-06", "2025-06-23"),
    ],
)
def test_justering_is_due_in_fourteen_days(sammantrade: str, last: str) -> None:
    """KL 5:69 with lag 1930:173: julafton, nyårsafton and midsommarafton move the day."""
    assert sista_justeringsdag(date.fromisoformat(sammantrade)) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("justering", "last"),
    [
        ("2024-10-28", "2024-10-30"),
        ("2024-10-31", "2024-11-04"),
        ("2024-12-22", "2024-12-27"),
        ("2024-12-30", "2025-01-02"),
    ],
)
def test_the_anslag_is_due_the_second_day_after_justering(justering: str, last: str) -> None:
    """KL 8:12 with lag 1930:173: a weekend and the days of Christmas and New Year move the day."""
    assert sista_anslagsdag(date.fromisoformat(justering)) == date.fromisoformat(last)


@given(days)
def test_a_moved_day_is_the_first_that_counts(day: date) -> None:
    """Moving stops at a weekday that counts, passes only days that do not, and moves no moved day."""
    moved = flytta(day)
    passed = [day + timedelta(days=n) for n in range((moved - day).days)]
    assert is_vardag_for_frist(moved)
    assert not any(map(is_vardag_for_frist, passed))
    assert len(passed) <= 5
    assert flytta(moved) == moved


@given(days)
def test_holidays_and_weekends_never_end_a_period(day: date) -> None:
    """Whatever is a Saturday, a Sunday or an allmän helgdag does not count."""
    if day.weekday() in {SATURDAY, SUNDAY} or day in allmanna_helgdagar(day.year):
        assert not is_vardag_for_frist(day)


@given(st.dates())
def test_no_date_raises(day: date) -> None:
    """A record may hold any date that a calendar can; the last day of the calendar is the last there is."""
    for last in (sista_justeringsdag, sista_anslagsdag, sista_overklagandedag, tidigaste_nedtagande):
        assert last(day) > day or day == date.max
