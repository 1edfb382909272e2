"""Running text in lines that a person can read: the same text, broken only where a break means nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.importer.printed.wrapping import wrapped

LONG = "Stigen går genom skogen och över ängen till sjön där bryggan ligger. " * 4
_PLAIN = st.text(st.sampled_from("abc å.,–-1)*#[]() \n"), max_size=400)


def test_long_lines_of_a_text_are_broken() -> None:
    """Every paragraph stays one; a text of a single line is folded by YAML and left as it is."""
    text = f"{LONG.strip()}\n\nKort slut."
    lines = wrapped({"punkter": [{"text": text}]})["punkter"][0]["text"].split("\n")
    assert max(map(len, lines)) <= 108
    assert lines[-2:] == ["", "Kort slut."]
    assert wrapped(LONG) == LONG


def test_a_list_item_stays_one() -> None:
    """What follows the first line of an item stands two steps in."""
    first, second, *_, last = wrapped(f"- {LONG.strip()}\n- Ett till").split("\n")
    assert first.startswith("- Stigen")
    assert second.startswith("  ")
    assert not second.strip().startswith("-")
    assert last == "- Ett till"


def test_no_line_becomes_a_list_item_or_breaks_a_link() -> None:
    """A dash or a number with a stop is kept on its line, and a line with a link is left whole."""
    text = f"{'a' * 105} - 12. mer text\nslut"
    assert wrapped(text).split("\n") == [f"{'a' * 105} - 12.", "mer text", "slut"]
    link = f"{LONG}[hela planen](https://exempel.se/plan) {LONG}\nslut"
    assert wrapped(link) == link


@given(_PLAIN)
def test_the_words_are_the_same(text: str) -> None:
    """Nothing is lost, added or moved, and wrapping again changes nothing."""
    assert wrapped(text).split() == text.split()
    assert wrapped(wrapped(text)) == wrapped(text)
