"""Nobody whom a document names is left out of its draft in silence."""

from __future__ import annotations

from generator.importer.extract.line import Line
from generator.importer.items.lost_names import lost_names

DOKUMENT = {"narvaro": {"beslutande": ["Anna Ek (S)"]}, "punkter": [{"text": "Bo Al talar."}]}
PATH = ("dokument", 0)


def _asked(*texts: str) -> list[tuple[int, str]]:
    lines = [Line(text, number) for number, text in enumerate(texts, 1)]
    return [(doubt.line, doubt.why) for doubt in lost_names(lines, DOKUMENT, PATH)]


def test_a_person_in_a_line_left_out_is_asked_about() -> None:
    """With a party, or in a row; the doubt stands at the list of those present."""
    found = _asked("Cilla By (M) kom senare.", "C\tDan Ro, vice ordförande\tnärvarande", "Nämnden består av tre.")
    assert [line for line, _ in found] == [1, 2]
    assert "Cilla By" in found[0][1]
    assert "Dan Ro" in found[1][1]
    (doubt,) = lost_names([Line("Cilla By (M)", 4)], DOKUMENT, PATH)
    assert doubt.path == (*PATH, "narvaro")


def test_who_stands_elsewhere_in_the_record_is_not_asked_about() -> None:
    """A row of a roll call names persons who stand in the list or in the text already; words with capitals are none."""
    assert _asked("Anna Ek\tS\tX", "Bo Al (M) talar.", "Region Norr", "Ledamot\tParti\tJa") == []


def test_who_only_speaks_may_be_missing_in_the_list() -> None:
    """A row of a table with a name that stands in an item alone is asked about."""
    assert [line for line, _ in _asked("M\tBo Al\tledamot", "Rut Ro\tX")] == [1, 2]


def test_without_any_list_the_document_is_asked_about() -> None:
    """The doubt then stands at the document itself."""
    (doubt,) = lost_names([Line("Cilla By (M)", 4)], {"punkter": []}, PATH)
    assert doubt.path == PATH
