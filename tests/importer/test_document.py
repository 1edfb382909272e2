"""A whole document is read into a record, whatever stands in it, and nothing of its text is lost unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.coverage import coverage
from generator.importer.document import ReadDocument, read_document
from generator.importer.extract.document import extract
from generator.importer.extract.line import Extract, Line
from generator.importer.known import Known
from generator.importer.layout.split import documents
from generator.model.sammantrade import Sammantrade

NOTICE = """Tillkännagivande av justerat protokoll

Protokollet från skolnämndens sammanträde den 11 oktober 2024 är justerat.
Anslaget under tiden 2024-10-21 – 2024-11-12
Protokollet förvaras på kansliet
"""

PROTOKOLL = """Ekby kommun\tSAMMANTRÄDESPROTOKOLL\t1 (3)
Kommunstyrelsen\t2024-05-14

Plats och tid\tKommunhuset, kl. 13.00–16.30
Beslutande\tAnna Ek (S), ordförande
Bo Lind (M)
Utses att justera\tBo Lind (M)
Justeringens\tKansliet 2024-05-20
plats och tid
Under-\tSekreterare\t..........\tParagrafer 45–46
skrifter\tCia Al
Ordförande\t..........
Anna Ek
ANSLAG/BEVIS
Organ\tKommunstyrelsen
Datum då anslaget sätts upp\t2024-05-21\tDatum då anslaget tas ned\t2024-06-12
Innehåll
§ 45 Budget ........ 2
§ 46 Meddelanden ... 3
Ekby kommun\tSAMMANTRÄDESPROTOKOLL\t2 (3)
Kommunstyrelsen\t2024-05-14

Ks § 45\tDnr KS 2024/77

Budget

Sammanfattning
Prognosen pekar på ett under-
skott.

Beslut
Rapporten godkänns.
Justerandes sign\tUtdragsbestyrkande
Ekby kommun\tSAMMANTRÄDESPROTOKOLL\t3 (3)
Kommunstyrelsen\t2024-05-14

Ks § 46 Meddelanden

Beslut
Meddelandena läggs till handlingarna.
Justerandes sign\tUtdragsbestyrkande
"""


def source_of(text: str) -> Extract:
    """Text as an extracted file of wrapped lines."""
    lines = tuple(Line(line.strip(" "), n) for n, line in enumerate(text.split("\n"), 1))
    return Extract("protokoll.txt", "0" * 64, "text", True, lines)


def read(text: str) -> list[ReadDocument]:
    """Every document of a text."""
    source = source_of(text)
    return [read_document(lines, source, Known.empty()) for lines in documents(source.lines)]


def walk(path: tuple[str | int, ...], value: Any) -> Any:
    """The value that a path leads to."""
    for step in path:
        value = value[step]
    return value


def test_a_protokoll_becomes_a_record() -> None:
    """Head, people, items, justering and bevis are in it, and what was left out is told with its reason."""
    (document,) = read(PROTOKOLL)
    assert (document.organ, str(document.datum), document.dokument["slag"]) == (
        "Kommunstyrelsen",
        "2024-05-14",
        "protokoll",
    )
    assert document.mote == {"status": "hallet", "tid": "kl. 13.00–16.30", "plats": "Kommunhuset"}
    assert document.dokument["omfattar"] == "§§ 45–46"
    assert [one["nr"] for one in document.dokument["punkter"]] == ["Ks § 45", "Ks § 46"]
    assert document.dokument["anslag"]["nedtaget"] == "2024-06-12"
    assert document.dokument["punkter"][0]["avsnitt"][0]["text"] == "Prognosen pekar på ett underskott."
    reasons = {one.why.partition(":")[0] for one in document.removed}
    assert reasons == {"sidhuvud som upprepas", "tom ruta som upprepas", "innehållsförteckning"}


def test_a_bevis_alone_is_told() -> None:
    """It is read, and the registrar learns what it is."""
    (document,) = read("Tillkännagivande av justerat protokoll\nOrgan: Skolnämnden\nAnslaget sätts upp: 2024-05-21\n")
    assert document.dokument["anslag"]["uppsatt"] == "2024-05-21"
    assert any("bara ett bevis" in doubt.why for doubt in document.doubts)


def test_a_bevis_alone_may_tell_the_day_in_a_sentence() -> None:
    """The meeting that it speaks of is the document's."""
    (document,) = read(NOTICE)
    assert (document.organ, str(document.datum)) == ("Skolnämnden", "2024-10-11")
    assert (document.dokument["anslag"]["uppsatt"], document.dokument["anslag"]["nedtaget"]) == (
        "2024-10-21",
        "2024-11-12",
    )
    assert not [one for one in document.doubts if "dag är inte tryckt" in one.why]


def test_every_line_is_in_the_text_or_told_as_left_out() -> None:
    """The lines that count as text and those that were removed are all lines of the document."""
    (document,) = read(PROTOKOLL)
    seen = {line.number for line in document.lines} | {one.line.number for one in document.removed}
    assert seen == {line.number for line in document.source.lines}


LINES = st.sampled_from(
    [*PROTOKOLL.split("\n"), "1 Val", "a) Läget", "Reservation", "Kallelse", "12.00 Lunch", "Bilaga 1"]
)


@given(st.lists(LINES, max_size=40), st.booleans())
def test_any_order_of_lines_gives_records_and_doubts_that_lead_somewhere(lines: list[str], wrapped: bool) -> None:
    """Nothing raises, the model takes what comes out, and each doubt stands at a value that is there."""
    source = Extract("x.txt", "0" * 64, "text", wrapped, tuple(Line(text, n) for n, text in enumerate(lines, 1)))
    for part in documents(source.lines):
        document = read_document(part, source, Known.empty())
        Sammantrade.model_validate({**document.mote, "dokument": [document.dokument]})
        for doubt in document.doubts:
            walk(doubt.path, {"mote": document.mote, "dokument": document.dokument})


def source_documents(folder: Path) -> Iterator[tuple[str, ReadDocument]]:
    """Each document of the source files with the beginning of its file's name."""
    for path in sorted(folder.glob("*.txt")):
        source = extract(path.name, path.read_bytes())
        for lines in documents(source.lines):
            yield path.name[:3], read_document(lines, source, Known.empty())


@pytest.mark.frokallor
def test_the_source_documents(frokallor: Path) -> None:
    """Kind, body and day of each; all but a few hundredths of each text is in its record."""
    found = list(source_documents(frokallor))
    assert [(name, one.dokument["slag"], one.organ, str(one.datum or "")) for name, one in found] == [
        ("000", "kallelse", "Samverkansgrupp nära vård", "2024-11-08"),
        ("000", "protokollsutdrag", "Strategisk regional beredning", "2024-10-11"),
        ("001", "minnesanteckningar", "Samverkansgrupp Nära vård", "2023-05-26"),
        ("002", "motesanteckning", "Politiskt samrådsorgan mellan VästKom och Västra Götalandsregionen", "2023-11-23"),
        ("003", "protokollsutdrag", "Strategisk regional beredning", ""),
        ("004", "kallelse", "Strategisk regional beredning", "2024-06-14"),
        ("004", "minnesanteckningar", "Samverkansgrupp hälsa", "2024-04-12"),
        ("004", "minnesanteckningar", "Samverkansgrupp hälsa", "2024-05-08"),
        ("004", "minnesanteckningar", "Samverkansgrupp Kompetensförsörjning", "2024-04-26"),
        ("004", "minnesanteckningar", "Samverkansgrupp Nära vård", "2024-05-03"),
        ("004", "agenda", "SRB", "2024-08-29"),
    ]
    for _name, one in found:
        covered = coverage(one.lines, {"mote": one.mote, "dokument": one.dokument}, one.labels)
        assert covered.share >= 0.97
