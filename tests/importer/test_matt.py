"""What the import reaches, on documents whose truth is known: it may get better, never worse."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.archive.archive import build
from generator.commands.measuring import invented
from generator.importer.measure.facts import FALT
from generator.importer.measure.measure import Matning, total
from generator.importer.measure.run import measure_alone, measure_together, of_archive, without_meetings
from generator.records.folder import read_folder

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2025, 6, 1)
SAKNAS: dict[str, int] = {}
"""How many facts of a kind the drafts of the invented documents may lack, or have wrong; all other kinds are whole."""
FRAMMANDE = {"förslag": 2, "beslut": 4, "uppdrag": 1, "avsnitt": 1}
"""The same, of those that were written without knowing the importer."""
AV_ARKIVET = {"personer": 1, "kommande möten": 1}
"""The same, of the documents of the archive."""
TYSTA, TYSTA_FRAMMANDE, TYSTA_AV_ARKIVET = 0, 4, 1
"""Of those, how many no mark tells of."""
MINST, MINST_AV_ARKIVET = 0.84, 0.97
"""How much of the text of any document is in the record: rows of a roll call are kept as names, not as text."""


def _assert_reached(measured: list[Matning], lacking: dict[str, int], silent: int) -> None:
    """Every kind of fact is whole but for the few that are known to be lacking, and nothing is invented."""
    totals = total(measured)
    told = [f"{one.namn}: {fault}" for one in measured for fault in one.fel]
    assert set(totals) <= set(FALT)
    for falt, found in totals.items():
        assert found.facit - found.ratt <= lacking.get(falt, 0), told
        assert found.utkast - found.ratt <= lacking.get(falt, 0), told
    assert sum(found.tysta for found in totals.values()) <= silent, told


@pytest.mark.langsam
def test_the_invented_documents_are_read() -> None:
    """All layouts, each into an empty archive; the few errors that are left are counted, silent ones too."""
    measured = measure_alone(invented(ROOT / "tests" / "importer" / "dokument"))
    _assert_reached(measured, SAKNAS, TYSTA)
    assert {one.namn: one.i_posten for one in measured if one.i_posten < MINST} == {}


@pytest.mark.langsam
def test_documents_of_strangers_are_read() -> None:
    """Those that somebody wrote who had not seen the importer, nor its other documents."""
    measured = measure_alone(invented(ROOT / "tests" / "importer" / "frammande"))
    _assert_reached(measured, FRAMMANDE, TYSTA_FRAMMANDE)
    assert {one.namn: one.i_posten for one in measured if one.i_posten < MINST} == {}


@pytest.mark.langsam
@pytest.mark.frokallor
@pytest.mark.parametrize("known", [False, True])
def test_the_documents_of_the_archive_are_read(frokallor: Path, known: bool) -> None:
    """In one run, into an empty archive and into one that knows its persons; 97 % of each text is in the records."""
    content = read_folder(ROOT / "content")
    archive = build(content, DAY)
    assert archive is not None
    files = {path.name: path.read_bytes() for path in frokallor.iterdir() if path.is_file()}
    before = without_meetings(content, DAY) if known else None
    measured = measure_together(of_archive(archive, files), before)
    assert len(measured) == len(files)
    _assert_reached(measured, AV_ARKIVET, TYSTA_AV_ARKIVET)
    assert {one.namn: one.i_posten for one in measured if one.i_posten < MINST_AV_ARKIVET} == {}
