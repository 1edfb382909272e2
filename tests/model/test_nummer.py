"""Printed numbers of §§, and printed sets of them, whatever else print puts beside them."""

from __future__ import annotations

import pytest

from generator.model.omfang import read_omfang, read_tidsspann
from generator.model.punkt import nummer


@pytest.mark.parametrize(
    "printed", ["§ 47", "47 §", "§ 47/24", "§ 47/2024", "KS § 47/24", "§ KS:47", "KS-47", "§ 2024-47"]
)
def test_a_year_or_the_letters_of_a_body_are_no_part_of_a_number(printed: str) -> None:
    """The address of a § is its number alone."""
    assert nummer(printed) == "47"


@pytest.mark.parametrize("printed", ["12-13", "1.2", "§", "§ 47/3"])
def test_what_is_no_number_has_none(printed: str) -> None:
    """Two numbers are not one."""
    assert nummer(printed) is None


@pytest.mark.parametrize(
    "printed",
    ["§§ 47-55", "Paragrafer 47–55", "§ 47 - § 55", "§§ 47/24–55/24", "KS §§ 47–55", "Paragrafer §§ 47 till 55"],
)
def test_a_set_of_numbers_is_read_with_its_words(printed: str) -> None:
    """The words and signs before the numbers may be any that print uses."""
    found = read_omfang(printed)
    assert found is not None
    assert (found.tryckt, found.delar) == (printed, ((47, 55),))


def test_a_time_may_begin_with_a_capital() -> None:
    """A field often begins its line."""
    found = read_tidsspann("Klockan 09.30–14.05")
    assert found is not None
    assert (found.start.hour, found.slut) == (9, read_tidsspann("14.05").start)  # type: ignore[union-attr]
