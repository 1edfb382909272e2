"""Who has a seat on a day: the periods of an organ against its seats, day by day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive, build
from generator.archive.sammansattning import perioder, sammansattning
from generator.records.folder import read_folder
from generator.records.record import Record

MINI = Path(__file__).parents[1] / "views" / "foljesidor" / "content"
FIRST = dt.date(2024, 1, 1)
DAYS = st.one_of(st.none(), st.integers(0, 40).map(lambda number: FIRST + dt.timedelta(days=number)))
SEATS = st.lists(st.tuples(DAYS, DAYS), max_size=6)


def _archive() -> Archive:
    archive = build(read_folder(MINI), dt.date(2024, 2, 1))
    assert archive is not None
    return archive


ARCHIVE = _archive()


def _with_seats(seats: list[tuple[dt.date | None, dt.date | None]]) -> Archive:
    """The miniature archive with other seats in its board, from and till the given days."""
    record = ARCHIVE.organ["namnden"]
    model = record.data.mandat[0]
    new = tuple(model.model_copy(update={"fran": first, "till": last, "belagg": ()}) for first, last in seats)
    data = record.data.model_copy(update={"mandat": new})
    changed = Record(**{**record.__dict__, "data": data})
    return Archive(**{**ARCHIVE.__dict__, "organ": {**ARCHIVE.organ, "namnden": changed}})


@given(SEATS)
def test_a_day_lies_in_the_period_that_has_its_seats(seats: list[tuple[dt.date | None, dt.date | None]]) -> None:
    """Each day with a seat lies in exactly one period, which has the seats of that day; days without have none."""
    archive = _with_seats(seats)
    periods = perioder(archive, "namnden")
    for number in range(-2, 45):
        day = FIRST + dt.timedelta(days=number)
        found = [p for p in periods if (p.fran or dt.date.min) <= day <= (p.till or dt.date.max)]
        assert [p.platser for p in found] == [
            present for present in [sammansattning(archive, "namnden", day)] if present
        ]


def test_the_ends_of_time_are_no_trouble() -> None:
    """A seat from the first day of the calendar to the last is one period."""
    archive = _with_seats([(dt.date.min, dt.date.max)])
    assert [len(one.platser) for one in perioder(archive, "namnden")] == [1]
