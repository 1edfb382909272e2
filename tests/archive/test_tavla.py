"""What the register of posting says of each anslag, and what a publication adds to it."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from generator.archive.tavla import bevis, nasta_utgava
from generator.records.anslagsregister import Anslagsregister, read_register, uppe

FIRST = dt.date(2026, 3, 2)
BOARDS = st.lists(st.dictionaries(st.sampled_from(["a/2026-01-01", "b/2026-01-01"]), st.text(max_size=3)), max_size=6)


def kept(boards: list[dict[str, str]]) -> Anslagsregister:
    """The register after one publication a day."""
    register = Anslagsregister()
    for number, board in enumerate(boards):
        new = nasta_utgava(register, board, FIRST + dt.timedelta(days=number))
        register = Anslagsregister((*register.utgavor, new) if new else register.utgavor)
    return register


def day(number: int) -> dt.date:
    """The day of March 2026."""
    return dt.date(2026, 3, number)


@given(BOARDS)
def test_the_register_is_always_what_stood_there(boards: list[dict[str, str]]) -> None:
    """After any row of publications it holds exactly the last board, can be read back, and lost no earlier line."""
    for length in range(len(boards) + 1):
        register = kept(boards[:length])
        text = "".join(f"{one.rad}\n" for one in register.utgavor)
        assert read_register(text, "x")[1] == []
        assert {key: one.text for key, one in uppe(register.utgavor).items()} == (boards[length - 1] if length else {})
        assert kept(boards).utgavor[: len(register.utgavor)] == register.utgavor


def test_the_first_and_last_day_of_an_anslag() -> None:
    """It was up from the publication that put it up to the last before the one that took it down."""
    register = kept([{"a": "x"}, {"a": "x"}, {"a": "x", "b": "y"}, {"b": "y"}, {"b": "y"}])
    (one,), (other,) = (bevis(register, day(6))[key] for key in "ab")
    assert (one.forsta, one.sista, one.ned, one.text) == (day(2), day(4), day(5), "x")
    assert (other.forsta, other.sista, other.ned) == (day(4), day(6), None)


def test_a_changed_text_is_a_stretch_of_its_own() -> None:
    """Each wording has its own days, without a gap between them."""
    first, second = bevis(kept([{"a": "x"}, {"a": "x"}, {"a": "z"}]), day(9))["a"]
    assert (first.text, first.forsta, first.sista, first.ned) == ("x", day(2), day(3), day(4))
    assert (second.text, second.forsta, second.sista, second.ned) == ("z", day(4), day(4), None)
    assert first.slut == second.nummer


def test_the_register_is_seen_from_the_archives_day() -> None:
    """What was published after the day that the archive is built for is not known on it."""
    register = kept([{"a": "x"}, {"a": "x"}, {}])
    assert bevis(register, day(1)) == {}
    assert bevis(register, day(3))["a"][0].ned is None
    assert bevis(register, day(4))["a"][0].ned == day(4)


def test_a_second_publication_of_the_day_adds_nothing() -> None:
    """Only a change, or a new day with something up, makes a line; an empty board is not worth one."""
    register = kept([{"a": "x"}])
    assert nasta_utgava(register, {"a": "x"}, FIRST) is None
    assert nasta_utgava(register, {"a": "x"}, day(3)) is not None
    assert nasta_utgava(register, {}, FIRST) is not None
    assert nasta_utgava(kept([{"a": "x"}, {}]), {}, day(9)) is None
