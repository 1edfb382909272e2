"""The one form of a message, as text, as annotations and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import (
    Diagnostic,
    Position,
    Severity,
    as_github,
    as_json,
    as_text,
    has_errors,
    sort_key,
    summary,
)

FULL = Diagnostic(
    position=Position("content/sammantraden/ks/2026-03-04.yml", 42, 17, 30),
    code="R204",
    message="personen 'anna-anderson' finns inte",
    cure="menade du 'anna-andersson'?",
    trail=("ks 2026-03-04", "justering", "justerare"),
    source="    justerare: [anna-anderson]",
    law="5 kap. 69 § kommunallagen",
)
SHORT = Diagnostic(Position("a.yml"), "R001", "filen är för stor", cure="dela upp den")


def test_the_whole_form() -> None:
    """Place, weight, code and message; the line with the fault marked and its cure; the trail; the law."""
    assert as_text(FULL) == (
        "content/sammantraden/ks/2026-03-04.yml:42:17: fel R204: personen 'anna-anderson' finns inte\n"
        "   42 |     justerare: [anna-anderson]\n"
        "      |                 ^^^^^^^^^^^^^ menade du 'anna-andersson'?\n"
        "   ks 2026-03-04 › justering › justerare\n"
        "   Rättskälla: 5 kap. 69 § kommunallagen"
    )


def test_a_fault_without_a_line_still_tells_its_cure() -> None:
    """A fault of a whole file has no line to show."""
    assert as_text(SHORT) == "a.yml:1:1: fel R001: filen är för stor\n   dela upp den"


def test_a_long_line_is_cut_round_the_fault() -> None:
    """The marker stands under the fault also far into a very long line."""
    source = "x" * 5000 + "FEL" + "y" * 5000
    text = as_text(Diagnostic(Position("a.yml", 1, 5001, 5004), "R1", "m", source=source))
    _, line, marker = text.split("\n")
    assert len(line) < 200
    assert line[marker.index("^") : marker.rindex("^") + 1] == "FEL"


def test_github_annotations_escape_what_would_end_them() -> None:
    """Line breaks, percent signs and, in properties, colons and commas cannot break out of a command."""
    position = Position("a,b:c%.yml", 3, 5, 9)
    made = as_github(Diagnostic(position, "R1", "100 %\n::error::x", Severity.VARNING, cure="gör: så", law="lag"))
    assert made == (
        "::warning file=a%2Cb%3Ac%25.yml,line=3,col=5,endColumn=9,title=R1::"
        "100 %25%0A::error::x%0Agör: så%0ARättskälla: lag"
    )


def test_github_levels() -> None:
    """Each weight has its level."""
    made = [as_github(replace(FULL, severity=severity)).split()[0] for severity in Severity]
    assert made == ["::error", "::warning", "::notice"]


def test_json_tells_everything() -> None:
    """Other programs get every field by name, with Swedish letters as they are."""
    (row,) = json.loads(as_json([FULL]))
    assert row["position"] == {
        "path": "content/sammantraden/ks/2026-03-04.yml",
        "line": 42,
        "column": 17,
        "end_column": 30,
    }
    assert (row["severity"], row["code"], row["trail"][1]) == ("fel", "R204", "justering")
    assert "Rättskälla" not in as_json([FULL])
    assert "§" in as_json([FULL])


def test_only_fel_stops_a_build() -> None:
    """Warnings and notices let a build go on."""
    assert has_errors([replace(FULL, severity=Severity.VARNING), FULL])
    assert not has_errors([replace(FULL, severity=Severity.VARNING), replace(FULL, severity=Severity.UPPLYSNING)])


def test_the_summary_counts_each_weight() -> None:
    """One line, with the plural of each word."""
    many = [FULL, FULL, replace(FULL, severity=Severity.VARNING)]
    assert summary(many) == "2 fel, 1 varning, 0 upplysningar"
    assert summary([]) == "0 fel, 0 varningar, 0 upplysningar"


def test_faults_are_read_from_top_to_bottom() -> None:
    """File, then line, then column, then code."""
    places = [("b", 1, 1, "R1"), ("a", 2, 1, "R1"), ("a", 1, 9, "R1"), ("a", 1, 2, "R2"), ("a", 1, 2, "R1")]
    faults = [Diagnostic(Position(path, line, column), code, "m") for path, line, column, code in places]
    assert sorted(faults, key=sort_key) == faults[::-1]


@given(st.text(st.characters()), st.text(st.characters()), st.integers(1, 300), st.integers(0, 300))
def test_every_form_can_be_written(path: str, source: str, column: int, width: int) -> None:
    """A file name with bytes that are no text, or a marker outside its line, fails no output."""
    fault = Diagnostic(Position(path, 1, column, column + width), "R1", "m", cure="c", source=source)
    for made in (as_text(fault), as_github(fault), as_json([fault])):
        assert made.encode("utf-8")
    assert "\n" not in as_github(fault)


def test_the_order_is_total() -> None:
    """Two that differ only in cure, trail or weight have an order, so that none depends on how they were gathered."""
    more = [replace(FULL, cure="en annan"), replace(FULL, trail=()), replace(FULL, severity=Severity.VARNING)]
    assert len({sort_key(one) for one in (FULL, *more)}) == 4
