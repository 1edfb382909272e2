"""A document without organ or day: its meeting is proposed from the rest of the run and the archive, with reasons."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.archive.check import check
from generator.importer.extract.document import extract
from generator.importer.joining.batch import Batch, Part, propose
from generator.importer.joining.bodies import Bodies, Head
from generator.importer.joining.placing import Day, Placing, place_day
from generator.importer.joining.proposal import Seen
from generator.importer.known import Known, known_of
from generator.importer.understanding import understand
from generator.records.folder import read_folder

PARAGRAF = """\
§ 22 Mål för skogen

Sammanfattning
Ärendet bereddes enligt minnesanteckningar 2024-02-02 punkt 5.

Beslut
Samrådet för skog ställer sig bakom målen för skogen.

Paragrafen är justerad
"""
KALLELSE = """\
Samrådet för skog
KALLELSE
Datum: 2024-06-14
Tid: kl. 9.00
Plats: Granrummet

Ledamöter
Alma Grankvist (S), ordförande, Ekeby
Bo Talldal (M), Ekeby
Cilla Björkman (C), Granvik

1 Föregående protokoll
Anmäls att protokollet från sammanträdet 2024-04-19 är justerat.

2 Återrapport
Vid sammanträdet 2024-04-19 § 24 gavs ett uppdrag. Vid sammanträdet 2024-01-26 § 6 gavs ett annat.
"""
LISTA = """\
Datum: 2024-09-01
Tid: kl. 9.00
Plats: Granrummet

Ledamöter
Alma Grankvist (S), ordförande, Ekeby
Bo Talldal (M), Ekeby
Cilla Björkman (C), Granvik

1 Dagordning

2 Plan för stigar

Förslag till beslut
Planen antas.
"""


def read(**texts: str) -> Batch:
    """A run of documents, by name."""
    parts: list[Part] = []
    for name, text in sorted(texts.items()):
        parts += understand(extract(f"{name}.txt", text.encode()), Known()).parts
    return propose(parts, Known(), base=False)


def places(batch: Batch) -> dict[str, str]:
    """Where each document of a run went, by its file."""
    return {one.part.source.name: one.proposal.place for one in batch.placed}


def whys(batch: Batch, file: str) -> str:
    """All that is said of the meeting that a file went to."""
    (placed,) = [one for one in batch.placed if one.part.source.name == file]
    return " ".join(doubt.why for doubt, seen in placed.proposal.doubts if seen.source.name == file)


def test_a_paragraf_is_placed_by_the_numbers_of_the_year() -> None:
    """After its own reference and § 6, before § 24 of another day: the day that another document gives a meeting."""
    batch = read(kallelse=KALLELSE, paragraf=PARAGRAF)
    assert places(batch)["paragraf.txt"] == "sammantraden/samradet-for-skog/2024-04-19.yml"
    said = whys(batch, "paragraf.txt")
    assert "Dagen är inte tryckt." in said
    assert "2024-02-02" in said
    assert "§ 24 är från 2024-04-19 (kallelse.txt rad " in said


def test_a_document_alone_is_not_placed() -> None:
    """Where nothing says the day, the document is drafted without a place, and that is said."""
    batch = read(paragraf=PARAGRAF)
    assert places(batch)["paragraf.txt"].startswith("oplacerade/paragraf")


def test_the_organ_is_known_by_its_people() -> None:
    """A list without organ is of the organ whose lists have the same people."""
    batch = read(kallelse=KALLELSE, lista=LISTA)
    assert places(batch)["lista.txt"] == "sammantraden/samradet-for-skog/2024-09-01.yml"
    assert "3 av 3 namn står också i listor för Samrådet för skog" in whys(batch, "lista.txt")


def placed(numbers: list[int], days: list[Day], since: dt.date | None = None) -> dt.date | None:
    """The day that a document with these §§ gets."""
    source = extract("x.txt", b"x y z")
    items = [{"nr": f"\u00a7 {number}", "rubrik": "R"} for number in numbers]
    one = Placing({"punkter": items}, "", Seen(source), organ="o")
    place_day(one, days, since)
    return one.datum


JAN, FEB, MAR, APR = (dt.date(2024, month, 10) for month in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("numbers", "days", "since", "day"),
    [
        ([22], [Day("o", MAR)], None, MAR),
        ([22], [Day("other", MAR)], None, None),
        ([22], [Day("o", FEB, 30), Day("o", MAR)], None, FEB),
        ([22], [Day("o", JAN, 10), Day("o", FEB), Day("o", MAR, 23)], FEB, MAR),
        ([22], [Day("o", JAN, 10), Day("o", APR, 40), Day("o", MAR)], APR, APR),
        ([22], [Day("o", JAN, 10), Day("o", FEB, 50), Day("o", MAR)], None, JAN),
        ([], [Day("o", MAR)], None, MAR),
        ([22], [Day("o", FEB), Day("o", FEB), Day("o", MAR)], None, FEB),
        ([22], [Day("o", dt.date(2023, 5, 1), 90), Day("o", MAR)], None, MAR),
    ],
)
def test_the_numbers_of_a_year_come_in_order(
    numbers: list[int], days: list[Day], since: dt.date | None, day: dt.date | None
) -> None:
    """A day is possible where lower numbers are of earlier days and higher ones of later, year by year."""
    assert placed(numbers, days, since) == day


def test_the_archive_places_too() -> None:
    """A paragraf between two meetings that the archive has is placed by them."""
    mini = Path(__file__).parents[1] / "archive" / "mini" / "content"
    archive, _ = check(read_folder(mini), dt.date(2024, 10, 1))
    assert archive
    known = known_of(archive)
    assert {mote.organ for mote in known.moten.values()} == {"byggnamnden", "skogsnamnden", "vagradet"}
    assert known.organ_named("SKOGSNÄMNDEN") == "skogsnamnden"


@pytest.mark.parametrize(
    ("words", "own", "organ"),
    [
        ("samrådet för skog", None, "samradet-for-skog"),
        ("Samrådet för skogs", None, "samradet-for-skog"),
        ("politiska samrådet för skog", None, "samradet-for-skog"),
        ("SFS", None, "samradet-for-skog"),
        ("Politiskt samråd SK", None, "samradet-for-skog"),
        ("samrådet", "samradet-for-skog", "samradet-for-skog"),
        ("samrådet", None, None),
        ("styrelsen", "samradet-for-skog", None),
    ],
)
def test_what_an_organ_is_called(words: str, own: str | None, organ: str | None) -> None:
    """By name, in the genitive, with a word before it, by initials or short name, as itself in its own documents."""
    bodies = Bodies.of(Known())
    source = extract("x.txt", b"x y z")
    bodies.organ_of("Samrådet för skog 2023 (SK)", Seen(source), Head("Samrådet för skog 2023"))
    assert bodies.find_organ(words, own)[0] == organ
    (proposal,) = bodies.new
    assert (proposal.value["namn"], proposal.value["kortnamn"]) == ("Samrådet för skog", "SK")
    assert proposal.value["alias"][0]["namn"] == "Samrådet för skog 2023"
