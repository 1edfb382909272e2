"""Printed lines become running text: hyphens, paragraphs and lists as they were meant, and no markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.extract.line import Line
from generator.importer.printed.paragraphs import joined, paragraphs, plain, prose, soft_hyphens
from generator.model.falt import _prose as read_prosa  # the very reading that a record gets

MEASURE = "Så här lång är en rad i dokumentet när den är fylld till högerkanten och sedan bryts, "


def lines_of(text: str) -> tuple[Line, ...]:
    """Text as lines, hyphens judged."""
    return soft_hyphens(tuple(Line(line.strip(), n) for n, line in enumerate(text.split("\n"), 1)))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("den syssel-\nsättning som", "den sysselsättning som"),
        ("inom kompet-\nensförsörjning", "inom kompetensförsörjning"),
        ("Yvonne Alm-\nEkdal (V)", "Yvonne Alm-Ekdal (V)"),
        ("Mer LIA-\nplatser behövs", "Mer LIA-platser behövs"),
        ("en e-\ntjänst", "en e-tjänst"),
        ("internat 2024-08-\n29—2024-08-\n30 godkänns", "internat 2024-08-29—2024-08-30 godkänns"),
        ("kl. 09:00-\n12:00", "kl. 09:00-12:00"),
        ("hälso-\noch sjukvård", "hälso- och sjukvård"),
        ("utbudet/\nunderlätta", "utbudet/underlätta"),
        ("första delen -\nden andra", "första delen - den andra"),
        ("nära vård-\narbetet pågår. Det nära vård-arbetet", "nära vård-arbetet pågår. Det nära vård-arbetet"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_only_where_it_is_printed(printed: str, meant: str) -> None:
    """Figures, capitals, names and words that the document has with a hyphen keep theirs."""
    assert joined(lines_of(printed)) == meant


def test_wrapped_lines_are_one_paragraph_and_blank_lines_part_them() -> None:
    """A line that could have held the next word ends its paragraph when a sentence ends there."""
    text = f"{MEASURE}\noch fortsätter här.\nNytt stycke börjar.\n\nSista stycket."
    assert prose(lines_of(text)) == f"{MEASURE.strip()} och fortsätter här.\n\nNytt stycke börjar.\n\nSista stycket."


def test_text_with_a_blank_line_after_every_line_is_still_paragraphs() -> None:
    """Double-spaced print runs on over its blank lines until a sentence ends."""
    wide = MEASURE.rstrip(", ")
    assert (
        prose(lines_of(f"{wide}\n\noch {wide.lower()}\n\nslut.\n\nNytt."))
        == f"{wide} och {wide.lower()} slut.\n\nNytt."
    )


def test_list_items_of_any_sign_are_one_list() -> None:
    """Word's private bullet, dots and hyphens become list items; a wrapped item stays one."""
    text = "Frågor:\n\uf0b7 Första frågan\n\n• andra\nsom fortsätter\n- tredje\n✓ klar\n\nSlut."
    assert prose(lines_of(text)) == "Frågor:\n\n- Första frågan\n- andra som fortsätter\n- tredje\n- ✓ klar\n\nSlut."


def test_what_markup_would_take_is_text() -> None:
    """Tags, dead links and escapes of Markdown come out as what was printed."""
    assert plain(r"[Rapport \(arkiv.se\)](#) från Anna <anna@exempel.se> [[x]]") == (
        "Rapport (arkiv.se) från Anna ‹anna@exempel.se› [ [x] ]"
    )
    assert plain("3 < 5, [Länk](https://exempel.se/a)") == "3 < 5, [Länk](https://exempel.se/a)"


@given(st.lists(st.text("aB -–—<>/[]()\\*_#|:.\u00ad\uf0b7•1\t\n", max_size=25), max_size=12))
def test_any_lines_give_text_that_a_record_takes(texts: list[str]) -> None:
    """Never a tag, never a link into the archive, never an error."""
    lines = soft_hyphens([Line(" ".join(text.split()), n) for n, text in enumerate(texts, 1)])
    for text in (prose(lines), joined(lines)):
        assert "[[" not in text
        assert not text.strip() or read_prosa(text)


def test_items_with_letters_are_paragraphs_of_their_own() -> None:
    """A letter with a full stop begins an item before a capital, an abbreviation does not."""
    assert paragraphs(lines_of("Ärenden:\na. Protokoll\nb. Beslut\ns. 5 ff.")) == [
        "Ärenden:",
        "a. Protokoll",
        "b. Beslut s. 5 ff.",
    ]
