"""The register that search looks names, numbers and days up in, in files of bounded size."""

from __future__ import annotations

import random

from generator.views.delar.skarvor import nyckel, skarvor

LARGEST = 50
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def held_by(starts: list[str], word: str) -> str:
    """The file where a reader's script looks for a word."""
    return [start for start in starts if start <= nyckel(word)][-1]


def names(how_many: int) -> list[str]:
    """Invented words, many with the same beginning."""
    source = random.Random(7)
    beginnings = ["".join(source.choices(LETTERS, k=3)) for _ in range(40)]
    return [source.choice(beginnings) + "".join(source.choices(LETTERS, k=4)) for _ in range(how_many)]


def test_every_word_is_in_the_file_where_it_is_looked_for() -> None:
    """Three thousand words are found again, in files none of which is much larger than another."""
    words = [*names(3000), "øster", "ł", "7", "zzz"]
    files = skarvor(((word, f"rad {word}") for word in words), LARGEST)
    assert all(f"rad {word}" in files[held_by(list(files), word)] for word in words)
    assert list(files) == sorted(files)
    assert max(len(rows) for rows in files.values()) <= 2 * LARGEST + 1
    assert len(files) < 3 * len(words) / LARGEST


def test_order_says_nothing() -> None:
    """The files are the same in whatever order the rows come."""
    words = names(500)
    rows = [(word, word) for word in words]
    assert skarvor(rows, LARGEST) == skarvor(sorted(rows, reverse=True), LARGEST)


def test_what_stands_for_two_words_stands_once_in_a_file() -> None:
    """Anna Andersson is one row of the file that holds both her names."""
    assert skarvor([("anna", ["Anna Andersson"]), ("andersson", ["Anna Andersson"])], LARGEST) == {
        "0": [["Anna Andersson"]]
    }
    assert skarvor([], LARGEST) == {}
