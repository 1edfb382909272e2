"""Links in running text: those written, and those that stand there plainly and can mean only one thing."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.prosa import Lankare


def only_24(day: str, number: int) -> str | None:
    """§ 24 of one day is known, no other."""
    return "rad/2024-04-19#p24" if (day, number) == ("2024-04-19", 24) else None


LANKARE = Lankare(["HSF240207", "KS 2024/7", "KS 2024/77"], only_24)


def links(text: str) -> list[tuple[str, str]]:
    """Each link: the words in the text and what they point to."""
    return [(piece.ratext, piece.mal) for piece in LANKARE.stycken(text) if piece.mal is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[HSF240207]]", [("[[HSF240207]]", "HSF240207")]),
        ("[[ person:alva-ek | Alva ]]", [("[[ person:alva-ek | Alva ]]", "person:alva-ek")]),
        ("[[]]", [("[[]]", "")]),
        ("[[a]] och [[b|c]]", [("[[a]]", "a"), ("[[b|c]]", "b")]),
        ("[[a\nb]]", []),
        ("[a](b) [c]", []),
        ("HSF240207", [("HSF240207", "HSF240207")]),
        ("(HSF240207), HSF240207.", [("HSF240207", "HSF240207")] * 2),
        ("XHSF240207 HSF2402071 HSF240207-2", []),
        ("KS 2024/77", [("KS 2024/77", "KS 2024/77")]),
        ("KS 2024/7.", [("KS 2024/7", "KS 2024/7")]),
        ("KS2024/7", [("KS2024/7", "KS2024/7")]),
        ("KS\n2024/7", [("KS\n2024/7", "KS\n2024/7")]),
        ("KS  2024/7 K S2024/7 KS2024 /7 /7 KS", []),
        ("KS 2024/7 KS 2024/77", [("KS 2024/7", "KS 2024/7"), ("KS 2024/77", "KS 2024/77")]),
        ("KS KS 2024/7", [("KS 2024/7", "KS 2024/7")]),
        ("§ " + "9" * 5000 + " 2024-04-19", []),
        ("§ 24 2024-04-19", [("§ 24 2024-04-19", "rad/2024-04-19#p24")]),
        ("§24, 2024-04-19", [("§24, 2024-04-19", "rad/2024-04-19#p24")]),
        ("§ 24 den 2024-04-19", [("§ 24 den 2024-04-19", "rad/2024-04-19#p24")]),
        ("2024-04-19 § 24.", [("2024-04-19 § 24", "rad/2024-04-19#p24")]),
        ("2024-04-19, §24", [("2024-04-19, §24", "rad/2024-04-19#p24")]),
        ("§ 24\n2024-04-19", [("§ 24\n2024-04-19", "rad/2024-04-19#p24")]),
        ("§ 25 2024-04-19", []),
        ("§ 24 2024-04-191", []),
        ("2024-04-19 § 241", []),
        ("§§ 24–25 2024-04-19", []),
        ("§ 24", []),
        ("[[x|§ 24 2024-04-19]]", [("[[x|§ 24 2024-04-19]]", "x")]),
    ],
)
def test_links_are_found(text: str, found: list[tuple[str, str]]) -> None:
    """What is written as a link or stands plainly with one meaning is a link; nothing else is."""
    assert links(text) == found


def test_the_words_to_show() -> None:
    """A link shows its own text where it has one; a plain one shows what stands there."""
    shown = [(piece.text, piece.skriven) for piece in LANKARE.stycken("Se [[a| b ]], [[c]] och HSF240207.")]
    assert shown == [("Se ", False), ("b", True), (", ", False), ("", True), (" och ", False), ("HSF240207", False),
                     (".", False)]  # fmt: skip


def test_without_numbers_only_written_links_are_found() -> None:
    """An archive without cases has no plain numbers to find."""
    assert [piece.mal for piece in Lankare([], only_24).stycken("HSF240207 [[a]]")] == [None, "a"]


@given(
    st.lists(st.sampled_from(["[[", "]]", "|", "a", " ", "\n", "§ 24 ", "2024-04-19", "HSF240207", "[", "KS 2024/7"]))
)
def test_nothing_of_a_text_is_lost(parts: list[str]) -> None:
    """The pieces of any text joined are the text."""
    text = "".join(parts)
    assert "".join(piece.ratext for piece in LANKARE.stycken(text)) == text


def test_thousands_of_diarienummer_are_found_in_time() -> None:
    """The work grows with the text and not with the number of cases: a long text and many cases take no minutes."""
    many = Lankare([f"KS {year}/{n}" for year in range(1990, 2025) for n in range(600)], lambda day, number: None)
    text = "Nämnden beslutar enligt KS 2020/17 och skickar det vidare. " * 2000
    start = time.perf_counter()
    assert sum(piece.mal is not None for piece in many.stycken(text)) == 2000
    assert time.perf_counter() - start < 5


def plain_numbers(numbers: list[str], text: str) -> list[tuple[str, str]]:
    """The diarienummer of a text found the slow way: every number tried at every place, the longest kept."""
    found, place = [], 0
    while place < len(text):
        forms = (r"\s?".join(map(re.escape, number.split())) for number in numbers)
        hits = (re.compile(rf"(?<![\w-]){form}(?![\w-])").match(text, place) for form in forms)
        longest = max((hit.group() for hit in hits if hit), key=lambda hit: len("".join(hit.split())), default="")
        found += [(longest, longest)] if longest else []
        place += len(longest) or 1
    return found


NUMBERS = [
    "HSF240207",
    "KS 2024/7",
    "KS 2024/77",
    "KS 2024",
    "2024:5",
    "Å-7 b",
    "7",
    "K/S 7",
    "Dnr. 5-1",
    "utan siffra",
]
PIECES = [
    *NUMBERS,
    "KS2024/7",
    "2024",
    "KS",
    "K",
    "/",
    "77",
    "7",
    ":",
    "5",
    "Å-7",
    "-",
    "b",
    "a",
    " ",
    "  ",
    "\n",
    ".",
    "(",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sets(st.sampled_from(NUMBERS), max_size=6))
def test_numbers_are_found_as_by_trying_them_all(pieces: list[str], numbers: set[str]) -> None:
    """The ways round texts and words that can hold no number pass over none."""
    text = "".join(pieces)
    quick = Lankare(numbers, only_24).stycken(text)
    assert [(piece.ratext, piece.mal) for piece in quick if piece.mal] == plain_numbers(sorted(numbers), text)
