"""The comments of a draft: read back as they were written, and gone when the record is reviewed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.drafts.marks import (
    Mark,
    base,
    base_line,
    checksum,
    is_head,
    read_mark,
    sealed,
    source_line,
    sources,
    unmarked,
    untouched,
)
from generator.importer.drafts.review import accepted, approved, chosen, questions

SUM = "a" * 64
DRAFT = f"""\
# yaml-language-server: $schema=../../../schema/person.json
{source_line("protokoll 1.pdf", SUM, "3–9")}
# Täckning: 98,4 % av texten (612 av 622 femordsföljder)
granskad: nej
# Ringde och frågade.
# GRANSKA s. 1 rad 3: Är det samma? Kan vara: Åsa Ek | Åsa E. Ek
namn: Åsa Eek
# GRANSKA: Välj. Kan vara: gast | tjansteperson
lasarklass: gast   # som förra året
"""
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)
PLAIN = WORDS.filter(lambda text: "|" not in text)


@given(
    st.builds(
        Mark,
        why=st.lists(PLAIN, min_size=1).map(" ".join),
        line=st.integers(0, 9999),
        page=st.none() | st.integers(1, 900),
        file=st.sampled_from(["", "protokoll.pdf", "a,b.txt", "2024-03-04_KS.docx"]),
        choices=st.lists(PLAIN, max_size=3).map(tuple),
    )
)
def test_a_mark_is_read_as_it_was_written(mark: Mark) -> None:
    """Whatever it says, a mark is one comment line that reads back as itself."""
    line = mark.text("    ")
    assert "\n" not in line
    assert line.startswith("    # GRANSKA")
    assert read_mark(line) == mark


@given(st.text(max_size=80))
def test_no_other_line_is_a_mark(text: str) -> None:
    """What does not begin as a mark is none, and reading never fails."""
    line = text.partition("\n")[0]
    assert read_mark(line) is None or "# GRANSKA" in line
    assert isinstance(is_head(line), bool)


def test_an_edit_breaks_the_seal() -> None:
    """A sealed draft is untouched until a letter is changed; sealing again does not add a second seal."""
    text = sealed(DRAFT, "a.yml")
    assert untouched(text, "a.yml")
    assert sealed(text, "a.yml") == text
    assert not untouched(text.replace("Eek", "Ek"), "a.yml")
    assert not untouched(text, "b.yml")
    assert not untouched(DRAFT, "a.yml")
    assert text.index("# Summa") < text.index("granskad")


def test_the_head_says_its_sources_and_its_base() -> None:
    """The documents and the record that a draft is from are read back from its head."""
    assert sources(DRAFT) == (("protokoll 1.pdf", SUM),)
    assert base(DRAFT + base_line("x") + "\n") == checksum("x")
    assert base(DRAFT) is None


def test_a_reviewed_record_keeps_what_the_registrar_wrote() -> None:
    """Marks and head go, granskad is ja, the line for editors fits the place, own comments stay."""
    assert approved(sealed(DRAFT, "x"), "personer/asa-ek.yml", "person") == (
        "# yaml-language-server: $schema=../../schema/person.json\n"
        "granskad: ja\n# Ringde och frågade.\nnamn: Åsa Eek\nlasarklass: gast   # som förra året\n"
    )
    assert "Ringde" in unmarked(DRAFT)


def test_answers_change_one_line() -> None:
    """An accepted value loses its mark; a chosen one takes the value's place, with what stands after it kept."""
    first, second = questions(DRAFT)
    assert (first.line, first.value) == (7, "namn: Åsa Eek")
    assert accepted(DRAFT, first).split("\n")[5] == "namn: Åsa Eek"
    assert chosen(DRAFT, first, "Åsa Ek") == DRAFT.replace("Eek", "Ek", 1).replace(first.mark.text() + "\n", "")
    other = chosen(DRAFT, second, "tjansteperson")
    assert other is not None
    assert "lasarklass: tjansteperson   # som förra året" in other
    assert chosen(DRAFT, second, "#: nej") is not None


@pytest.mark.parametrize("value", ["\n  - a\n  - b", " >-\n  lång\n  text", "\n  inre: x"])
def test_what_is_not_on_one_line_is_not_replaced(value: str) -> None:
    """A list, a block of text or a group can not be answered with a choice."""
    text = f"granskad: nej\n# GRANSKA: Vad? Kan vara: a | b\nnyckel:{value}\n"
    (question,) = questions(text)
    assert chosen(text, question, "a") is None
