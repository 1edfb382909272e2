"""The ledger: what the archive can say of each uppdrag, and what it can not."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest

from generator.archive.archive import Archive
from generator.archive.register import Register
from generator.archive.uppdrag import AVGJORT, INTE_GIVET, OPPET, Laget, read_uppdrag

PUNKT = "skogsnamnden/2024-03-01#p3"


def state(archive: Archive, number: int) -> Laget:
    """The state of an uppdrag of § 3."""
    return next(one.laget for one in archive.uppdrag if one.id == f"{PUNKT}/{number}")


@pytest.mark.parametrize(
    ("number", "laget"),
    [
        (1, "pagar"),
        (2, "foreslaget"),
        (3, "omtalat"),
        (4, "okant"),
        (5, "aterrapporterat"),
        (6, "avslutat"),
        (7, "forsenat"),
        (8, "ingen-aterrapport"),
        (9, "pagar"),
    ],
)
def test_each_state(mini: Archive, number: int, laget: Laget) -> None:
    """Under way, only proposed, mentioned or unknown, reported, done, late, and without report in the archive."""
    assert state(mini, number) == laget


def test_every_state_is_shown(mini: Archive) -> None:
    """The miniature has an uppdrag in each of the eight states."""
    assert {one.laget for one in mini.uppdrag} == set(Laget.__args__)  # type: ignore[attr-defined]


def test_late_only_where_the_archive_would_have_seen_a_report(mini: Archive) -> None:
    """An uppdrag is late only if the protokoll up to its day are held and the archive watched so long.

    Where the archive does not say how long it watched and holds no later meeting of the giver, it can not know.
    """

    def on(day: dt.date, watched: dt.date | None, number: int) -> Laget:
        register: Register = mini.register
        found = read_uppdrag(mini.moten, register, day, watched)
        return next(one.laget for one in found if one.id == f"{PUNKT}/{number}")

    due = dt.date(2024, 4, 30)
    after = due + dt.timedelta(days=1)
    assert on(due, None, 7) == "pagar"
    assert on(after, None, 7) == "ingen-aterrapport"
    assert on(after, due, 7) == "forsenat"
    assert on(after, due - dt.timedelta(days=1), 7) == "ingen-aterrapport"
    assert on(dt.date(2024, 5, 3), None, 8) == "pagar"
    assert on(dt.date(2024, 5, 4), None, 8) == "ingen-aterrapport"


def test_the_protokoll_that_are_missing_are_named(mini: Archive) -> None:
    """A meeting of the giver without documents, up to the day, is named; one after it is not."""
    rows = {one.id: one for one in mini.uppdrag}
    assert rows[f"{PUNKT}/7"].saknade == ()
    assert rows[f"{PUNKT}/8"].saknade == ("skogsnamnden/2024-05-03",)
    assert rows[f"{PUNKT}/1"].saknade == ("skogsnamnden/2024-05-03", "skogsnamnden/2024-08-29")
    assert rows[f"{PUNKT}/8"].senast == dt.date(2024, 5, 3)
    assert rows[f"{PUNKT}/8"].senast_mote == "skogsnamnden/2024-05-03"


def test_reports_lead_to_where_they_were_made(mini: Archive) -> None:
    """A report is told with its item and day; one that is only being dealt with does not close anything."""
    rows = {one.id: one for one in mini.uppdrag}
    assert [(r.punkt, r.datum) for r in rows[f"{PUNKT}/7"].rapporter] == [
        ("vagradet/2024-04-05#p2", dt.date(2024, 4, 5))
    ]
    assert rows[f"{PUNKT}/7"].laget == "forsenat"
    assert rows[f"{PUNKT}/1"].rapporter == ()


def test_all_uppdrag_are_there_in_order(any_archive: Archive) -> None:
    """Every uppdrag of every item stands in the ledger once, the oldest first, each found by its reference."""
    assert len({one.id for one in any_archive.uppdrag}) == len(any_archive.uppdrag)
    given = [one.givet for one in any_archive.uppdrag]
    assert given == sorted(given)
    assert len(given) == sum(len(item.punkt.uppdrag) for item in any_archive.punkter.values())
    for one in any_archive.uppdrag:
        assert any_archive.register.sla_upp(f"uppdrag:{one.id}").nod == f"uppdrag:{one.id}"


def test_each_state_is_open_reported_or_never_given() -> None:
    """Pages sort by three groups: every state is in one of them, and in no more than one."""
    sorted_states = [*OPPET, *AVGJORT, *INTE_GIVET]
    assert sorted(sorted_states) == sorted(get_args(Laget))
