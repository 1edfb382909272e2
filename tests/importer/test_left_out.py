"""What the head of a draft says is left out or added: what truly is, and nothing that only looks so."""

from __future__ import annotations

import pytest

from generator.importer.coverage import Coverage, coverage
from generator.importer.drafts.left_out import told
from generator.importer.extract.line import Line

TEXT = """\
Ekeby kommun
Skogsnämndens PROTOKOLL 1 (4)
Dag: onsdag den 12 mars 2025
________
Nämnden beslutar att
1. godkänna rapporten om stigar,
2. ge förvaltningen i uppdrag att rita en karta.
Ordföranden tackar alla
Cilla Björkman (C) Granvik"""
VALUE = {
    "datum": "2025-03-12",
    "beslut": ["Nämnden beslutar att godkänna rapporten om stigar,", "ge förvaltningen i uppdrag att rita en karta."],
    "yrkanden": [{"av": "Cilla Björkman (C)"}],
}


def _told(text: str, value: object) -> tuple[list[str], tuple[str, ...]]:
    lines = [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    found = told(coverage(lines, value), lines, value, "Skogsnämnden")
    return [line.text for line in found.left], found.added


def test_only_what_is_nowhere_is_left_out() -> None:
    """A numbered decision, the head's own words and a stroke are there or are nothing; the rest is told."""
    left, _ = _told(TEXT, VALUE)
    assert left == ["Ekeby kommun", "Ordföranden tackar alla", "Cilla Björkman (C) Granvik"]


def test_words_put_together_anew_are_not_added() -> None:
    """A decision that begins with the words above the list is the document's; a sentence of somebody else's is not."""
    _, added = _told(TEXT, {**VALUE, "slut": "Nämnden avslår rapporten om en karta av stigar"})
    assert added == ("Nämnden avslår rapporten om en karta av stigar",)


@pytest.mark.parametrize(("value", "is_added"), [("Förvaltning", False), ("Förvalt", True), ("Tabell", True)])
def test_one_word_may_have_lost_its_ending(value: str, is_added: bool) -> None:
    """``förvaltningen`` is there as ``Förvaltning``; two letters is the most that an ending has."""
    assert bool(_told("Nämnden hör förvaltningen om stigen", {"namn": value})[1]) is is_added


def test_a_day_that_the_record_does_not_have_is_left_out() -> None:
    """A label and a day are in the record only if the day is."""
    left, _ = _told("Anslaget tas ner: 13 mars 2025\nAnslaget sätts upp: 12 mars 2025", {"datum": "2025-03-12"})
    assert left == ["Anslaget tas ner: 13 mars 2025"]


def test_the_heading_of_a_list_is_the_name_of_the_list() -> None:
    """``Ej tjänstgörande ersättare:`` is no words of the document beside its lists; a name below it is."""
    left, _ = _told("Ej tjänstgörande ersättare:\nCilla Björkman", {"datum": "2025-03-12"})
    assert left == ["Cilla Björkman"]


PRINTED = """\
Paragrafer: 76-86
Datum då anslaget\t2025-03-12\tDatum då anslaget\t2025-04-03
sätts upp\t\ttas ned
Underskrift: ______________
Underskrifter   Sekreterare ..............   Paragrafer 76-86
Förvaringsplats   Kommunhuset
Ersättare\tCilla Björkman
Cilla Björkman\tledamot
Paragrafer: 87-89"""


def test_labels_with_their_values_are_not_left_out() -> None:
    """Also where print breaks the label or leaves a line to sign on; a value that the record lacks is told.

    So is a row of a list, though the record has the name somewhere.
    """
    lines = [Line(line, number) for number, line in enumerate(PRINTED.split("\n"), 1)]
    board = {"uppsatt": "2025-03-12", "nedtaget": "2025-04-03", "forvaras": "Kommunhuset"}
    value = {"omfattar": "76-86", "anslag": board, "av": "Cilla Björkman", "till": "ledamot"}
    labels = ("Datum då anslaget sätts upp", "Datum då anslaget tas ned")
    found = told(Coverage(0, len(lines), tuple(lines)), lines, value, "Skogsnämnden", labels)
    assert [line.text for line in found.left] == [
        "Ersättare\tCilla Björkman",
        "Cilla Björkman\tledamot",
        "Paragrafer: 87-89",
    ]
