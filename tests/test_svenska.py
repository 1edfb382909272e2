"""Swedish dates, numbers, plurals, genitives, order and comparison."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.svenska import (
    capital,
    collation_key,
    count,
    date_range,
    fold,
    genitive,
    intervals,
    listing,
    long_date,
    month,
    nearest,
    number,
    paragraphs,
    slug,
    weekday,
)

swedish = st.text(st.sampled_from("abcdeåäöÅÄÖéüwvz §-–_ 19'") | st.characters(codec="utf-8"), max_size=30)


def test_dates_are_written_out() -> None:
    """Day, month and year in words, with the weekday where asked for."""
    day = date(2024, 10, 11)
    assert long_date(day) == "11 oktober 2024"
    assert long_date(day, with_weekday=True) == "fredag 11 oktober 2024"
    assert (weekday(day), month(day)) == ("fredag", "oktober")


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2024-08-29", "2024-08-30", "29–30 augusti 2024"),
        ("2024-08-30", "2024-09-02", "30 augusti–2 september 2024"),
        ("2024-12-30", "2025-01-02", "30 december 2024–2 januari 2025"),
        ("2024-08-29", "2024-08-29", "29 augusti 2024"),
        ("2024-08-30", "2024-08-29", "29–30 augusti 2024"),
    ],
)
def test_ranges_say_each_part_once(first: str, last: str, written: str) -> None:
    """Month and year stand once where both days share them."""
    assert date_range(date.fromisoformat(first), date.fromisoformat(last)) == written


@pytest.mark.parametrize(
    ("n", "written"),
    [(0, "inga möten"), (1, "1 möte"), (3, "3 möten"), (9755, "9755 möten"), (60_000, "60\u00a0000 möten")],
)
def test_counts_agree_with_their_noun(n: int, written: str) -> None:
    """None, one and many each have their form; large numbers are grouped."""
    assert count(n, "möte", "möten") == written


@given(st.integers())
def test_grouping_changes_no_figure(n: int) -> None:
    """Without its spaces a number is the number."""
    assert int(number(n).replace("\u00a0", "")) == n


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Linda", "Lindas"),
        ("Lars", "Lars"),
        ("Max", "Max"),
        ("Moritz", "Moritz"),
        ("SRB", "SRB:s"),
        ("Region Västmanland", "Region Västmanlands"),
        ("Samverkansgrupp SRO", "Samverkansgrupp SRO:s"),
        ("SAS", "SAS"),
        ("Voß", "Voß"),
        ("åren 2024", "åren 2024:s"),
        ("Å", "Ås"),
        ("", ""),
    ],
)
def test_genitives(name: str, whose: str) -> None:
    """Names take s, names in s, x and z take nothing, initials and figures take a colon."""
    assert genitive(name) == whose


@pytest.mark.parametrize(
    ("parts", "phrase"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_listing(parts: list[str], phrase: str) -> None:
    """Commas between all but the last two."""
    assert listing(parts) == phrase


def test_listing_takes_another_conjunction() -> None:
    """Choices are joined by eller."""
    assert listing(["a", "b", "c"], "eller") == "a, b eller c"


def test_capital_leaves_the_rest() -> None:
    """Only the first letter changes."""
    assert (capital("åtgärder i SRB"), capital("")) == ("Åtgärder i SRB", "")


@pytest.mark.parametrize(
    ("numbers", "written"),
    [([], ""), ([63], "§ 63"), ([9, 10, 11, 12], "§§ 9–12"), ([172, 170, 173, 173], "§§ 170, 172–173")],
)
def test_paragraphs(numbers: list[int], written: str) -> None:
    """One § or two, runs as intervals, holes shown, whatever the order."""
    assert paragraphs(numbers) == written


@given(st.sets(st.integers(0, 60)))
def test_intervals_hold_exactly_the_numbers(numbers: set[int]) -> None:
    """Reading the intervals back gives the numbers, and no two of them touch."""
    runs = [[int(end) for end in part.split("–")] for part in intervals(numbers).split(", ") if part]
    assert {n for run in runs for n in range(run[0], run[-1] + 1)} == numbers
    assert all(before[-1] + 1 < after[0] for before, after in pairwise(runs))


@pytest.mark.parametrize(
    "words",
    [
        ["Adam", "Zeb", "Åke", "Ärla", "Öberg"],
        ["Berg, Anna", "Berg, Östen", "Berga, Anna", "Bergåsa"],
        ["Idé", "idéer", "idel"],
        ["vaktmästare", "vätte", "Wallin", "Wång", "xylofon"],
        ["Muller", "Müller", "Myrdal", "Mz"],
        ["Östen", "Øvrebø", "Özil"],
        ["Ärla", "Ærø", "Äspö"],
        ["Ann Kristin", "Ann-Sofie", "Anna"],
    ],
)
def test_the_alphabet_is_swedish(words: list[str]) -> None:
    """å, ä, ö last; w after v; é as e; ü as y; æ as ä; ø as ö; a hyphen as a space."""
    backwards = words[::-1]
    assert sorted(backwards, key=collation_key) == words
    decomposed = [unicodedata.normalize("NFD", word) for word in backwards]
    assert sorted(decomposed, key=collation_key) == decomposed[::-1]


@given(swedish, swedish)
def test_the_order_is_total(one: str, other: str) -> None:
    """Only equal texts sort as equal."""
    assert (collation_key(one) == collation_key(other)) == (one == other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ärende", "arende"),
        ("Åsa-Lena   Öberg", "asa lena oberg"),
        ("Müller–Café", "muller cafe"),
        ("  nara_vard\u00a0", "nara vard"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Łukasz Øst", "lukasz ost"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """Marks, case, hyphens and white space make no difference."""
    assert fold(text) == folded


@given(swedish)
def test_folding_is_stable(text: str) -> None:
    """Folded text folds to itself, composed and decomposed letters fold alike, and so do capitals and small letters.

    Only the iota that Greek writes below a small letter is a mark there and a letter of its own among capitals.
    """
    assert fold(fold(text)) == fold(text)
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(decomposed) == fold(unicodedata.normalize("NFC", text)) == fold(text)
    assert "\N{COMBINING GREEK YPOGEGRAMMENI}" in decomposed or fold(text.upper().lower()) == fold(text.lower())


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("§ 63 Nära vård – fortsatt arbete", "63-nara-vard-fortsatt-arbete"),
        ("Åke Öberg", "ake-oberg"),
        ("HSF240207", "hsf240207"),
        ("R&amp;D", "r-amp-d"),
        ("§", ""),
    ],
)
def test_slug(text: str, address: str) -> None:
    """Addresses hold small letters, figures and single hyphens, and no trace of §."""
    assert slug(text) == address


@given(swedish)
def test_every_slug_is_an_address(text: str) -> None:
    """Whatever the text, its slug can stand in an address, is its own slug, and is alike for decomposed letters."""
    made = slug(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", made)
    assert slug(made) == made
    assert slug(unicodedata.normalize("NFD", text)) == slug(unicodedata.normalize("NFC", text))


KEYS = ["arende", "narvaro", "justering", "anslag", "paragrafer", "plats", "tid"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("ärende", "arende"),
        ("närvaro", "narvaro"),
        ("Narvaro", "narvaro"),
        ("justring", "justering"),
        ("anlsag", "anslag"),
        ("paragraf", "paragrafer"),
        ("tdi", None),
        ("protokoll", None),
        ("", None),
    ],
)
def test_nearest(word: str, meant: str | None) -> None:
    """Swedish letters and slips of the finger lead to the key; another word leads nowhere."""
    assert nearest(word, KEYS) == meant
    assert nearest(word, reversed(KEYS)) == meant


def test_nearest_person() -> None:
    """The nearer of two near names is meant."""
    assert nearest("anna-anderson", ["anna-andersson", "anna-anderberg", "hanna-andersson"]) == "anna-andersson"


@given(swedish, st.lists(swedish, max_size=6))
def test_nearest_is_one_of_the_candidates(word: str, candidates: list[str]) -> None:
    """Never a made-up word, and never dependent on the order given; a word among them finds itself or its like."""
    found = nearest(word, candidates)
    assert found is None or found in candidates
    assert found == nearest(word, reversed(candidates))
    assert fold(nearest(word, [*candidates, word]) or "") == fold(word)
