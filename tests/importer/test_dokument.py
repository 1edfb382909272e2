"""The invented documents: each has its truth, the truth is a record, and the document says it."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word

from generator.importer.measure.facit import read_facit
from tests.importer.dokument import gor, utseenden_fler
from tests.importer.dokument.block import as_text, as_word

HAR = gor.HAR
NAMN = sorted(path.name.removesuffix(".facit.yml") for path in HAR.glob("*.facit.yml"))
ANDELSER = (".pdf", ".docx", ".txt", ".html")
STORST = 100_000


def _file(name: str) -> Path:
    return next(path for ending in ANDELSER if (path := HAR / f"{name}{ending}").is_file())


@pytest.mark.parametrize("name", NAMN)
def test_the_truth_is_a_record(name: str) -> None:
    """Every truth has meetings that the model reads, and each has a document with items."""
    meetings = read_facit((HAR / f"{name}.facit.yml").read_text(encoding="utf-8"), name)
    assert meetings
    assert all(dokument.punkter for mote in meetings for dokument in mote.data.dokument)


def test_every_layout_has_its_document() -> None:
    """There are many layouts, of every format, none of them large in the repository."""
    files = [_file(name) for name in NAMN]
    endings = [path.suffix for path in files]
    assert [endings.count(ending) >= least for ending, least in zip(ANDELSER, (5, 4, 4, 1), strict=True)] == [True] * 4
    assert {path.stem for path in files} == {*gor.PDF, *gor.TEXT, *gor.WORD, *gor.ANDRA, "tn-ekbacka"}
    assert max(path.stat().st_size for path in files) < STORST


@pytest.mark.parametrize("name", sorted(gor.TEXT))
def test_a_text_says_its_truth(name: str) -> None:
    """A committed text is what the maker makes of the truth."""
    layout, stil = gor.TEXT[name]
    printed = as_text(layout(gor.moten(name)), stil)
    printed = utseenden_fler.scanned(printed) if name == "on-brunnsta" else printed
    assert (HAR / f"{name}.txt").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("file", sorted(gor.WHOLE))
def test_a_page_says_its_truth(file: str) -> None:
    """The committed page is what the maker makes of the truth."""
    made = gor.WHOLE[file](gor.moten(file.partition(".")[0]))
    assert (HAR / file).read_text(encoding="utf-8") == made


@pytest.mark.parametrize("name", sorted(gor.WORD))
def test_a_word_file_says_its_truth(name: str) -> None:
    """A committed Word file holds the text that the maker makes of the truth."""
    layout, numbering = gor.WORD[name]
    assert _texts(Document(str(HAR / f"{name}.docx"))) == _texts(as_word(layout(gor.moten(name)), numbering))


def _texts(word: Word) -> list[str]:
    cells = chain.from_iterable(row.cells for table in word.tables for row in table.rows)
    return [*(paragraph.text for paragraph in word.paragraphs), *(cell.text for cell in cells)]
