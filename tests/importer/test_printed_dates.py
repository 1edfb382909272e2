"""Days and times of day are found in any printed form, and what is a conclusion says so."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.printed.dates import find_clocks, find_dates
from generator.svenska import long_date, month, weekday

NEAR = dt.date(2024, 6, 14)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-10-11", "2024-10-11", None),
        ("den 2024-08- 29—2024-08-30", "2024-08-29", "2024-08-30"),
        ("2024-08-29–30", "2024-08-29", "2024-08-30"),
        ("fredagen den 31 januari 2025", "2025-01-31", None),
        ("Fredag 31 januari, 2025", "2025-01-31", None),
        ("SRB internat 29-30 augusti -24", "2024-08-29", "2024-08-30"),
        ("den 29 och 30 augusti 2024", "2024-08-29", "2024-08-30"),
        ("30 augusti–2 september 2024", "2024-08-30", "2024-09-02"),
        ("31 dec 2024", "2024-12-31", None),
        ("3/10 2024", "2024-10-03", None),
        ("3.10.2024", "2024-10-03", None),
    ],
)
def test_a_day_with_a_year_is_certain(text: str, first: str, last: str | None) -> None:
    """All printed forms of a day, and of several."""
    (found,) = find_dates(text)
    assert (found.day.isoformat(), found.last.isoformat() if found.last else None, found.certain) == (first, last, True)


def test_a_day_without_a_year_needs_one_that_it_is_near() -> None:
    """The year is a conclusion; a printed weekday decides it where it can."""
    assert find_dates("den 8 maj") == ()
    (near,) = find_dates("den 8 maj", NEAR)
    assert (near.day, near.certain) == (dt.date(2024, 5, 8), False)
    assert "Året är inte tryckt" in near.why
    (following,) = find_dates("fredag 10 januari", dt.date(2024, 12, 1))
    assert following.day == dt.date(2025, 1, 10)


def test_two_days_far_apart_are_no_meeting_of_several_days() -> None:
    """In a row of days the last two have "och" between them; each is a day of its own, with its own place."""
    text = "den 30 januari, 18 september och 11 december 2025"
    found = find_dates(text, NEAR)
    assert [(one.day.isoformat(), one.last) for one in found[-2:]] == [("2025-09-18", None), ("2025-12-11", None)]
    assert [text[one.start : one.end] for one in found[-2:]] == ["18 september", "11 december 2025"]


def test_a_wrong_weekday_is_told() -> None:
    """The day is kept and the reader is told."""
    (found,) = find_dates("torsdagen den 8 maj 2024")
    assert (found.day, found.certain) == (dt.date(2024, 5, 8), False)
    assert "onsdag" in found.why


@pytest.mark.parametrize(
    "text", ["Regeringens skrivelse 2020/21:133", "2021–2023", "70 % av 30", "31 februari 2024", "KS 2024-1702"]
)
def test_other_numbers_are_no_days(text: str) -> None:
    """Case numbers, years and days that the calendar does not have."""
    assert find_dates(text, NEAR) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("kl. 09:00-14:30", "09:00", "14:30"),
        ("klockan 13.00–15.00", "13:00", "15:00"),
        ("12.30-15.30", "12:30", "15:30"),
        ("kl 9-12", "09:00", "12:00"),
        ("kl. 8.30 till kl. 16.00", "08:30", "16:00"),
        ("2024-10-28 00:00", "00:00", None),
    ],
)
def test_times_of_day(text: str, first: str, last: str | None) -> None:
    """With a full stop or a colon, with or without kl."""
    (found,) = find_clocks(text)
    assert found.first == dt.time.fromisoformat(first)
    assert found.last == (dt.time.fromisoformat(last) if last else None)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_a_day_is_found_again_in_every_form(day: dt.date) -> None:
    """What is printed of a day leads back to it."""
    for text in (day.isoformat(), long_date(day), f"{weekday(day)}en den {day.day} {month(day)} {day.year}"):
        assert [(one.day, one.certain) for one in find_dates(f"mötet {text} kl. 9")] == [(day, True)]


@given(st.text("0123456789-–. :/majdenkl", max_size=40))
def test_nothing_raises(text: str) -> None:
    """Any text at all; what is found lies inside it."""
    places = [(one.start, one.end) for one in find_dates(text, NEAR)]
    places += [(one.start, one.end) for one in find_clocks(text)]
    assert all(0 <= start < end <= len(text) for start, end in places)
