"""The archive's own source documents, read into an empty place, reviewed and built."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.archive.check import check
from generator.cli import main
from generator.commands.extracts import Extracts
from generator.importer.drafts.compose import Report, compose
from generator.importer.drafts.draft import Draft
from generator.importer.joining.batch import Part, propose
from generator.importer.known import Known, known_of
from generator.importer.understanding import understand
from generator.records.folder import read_folder

pytestmark = [pytest.mark.frokallor, pytest.mark.langsam]
CONTENT = Path(__file__).parents[2] / "content"
DAY = dt.date(2026, 11, 1)
MEETINGS = {
    "strategisk-regional-beredning/2024-04-19",
    "strategisk-regional-beredning/2024-06-14",
    "strategisk-regional-beredning/2024-08-29",
    "strategisk-regional-beredning/2024-10-11",
    "samverkansgrupp-halsa/2024-04-12",
    "samverkansgrupp-halsa/2024-05-08",
    "samverkansgrupp-kompetensforsorjning/2024-04-26",
    "samverkansgrupp-nara-vard/2023-05-26",
    "samverkansgrupp-nara-vard/2024-05-03",
    "samverkansgrupp-nara-vard/2024-11-08",
}


def drafts_of(folder: Path, known: Known, tmp: Path) -> tuple[list[Draft], list[Report]]:
    """The drafts of all source documents, and what is told of each document."""
    parts: list[Part] = []
    store = Extracts(tmp)
    for path in sorted(folder.glob("*.txt")):
        parts += understand(store.read(path), known).parts
    return compose(propose(parts, known, base=not known.organ), {})


@pytest.mark.parametrize("archive", ["empty", "own"])
def test_every_document_has_its_meeting_and_its_text(archive: str, frokallor: Path, tmp_path: Path) -> None:
    """Each document is of the right meeting, also the one that prints neither organ nor day; 97 % of each is kept."""
    known = Known()
    if archive == "own":
        found, _ = check(read_folder(CONTENT), DAY)
        assert found
        known = known_of(found)
    drafts, reports = drafts_of(frokallor, known, tmp_path)
    places = {one.place.removeprefix("sammantraden/").removesuffix(".yml") for one in reports}
    assert len(reports) == 11
    assert {place for place in places if not place.startswith("politiskt")} == MEETINGS
    assert [(one.file, one.lines) for one in reports if one.coverage.share < 0.97] == []
    assert [text for one in reports for text in one.coverage.added] == []
    undated = next(one for one in drafts if one.place.endswith("strategisk-regional-beredning/2024-04-19.yml"))
    whys = " ".join(mark.why for _, mark in undated.marks)
    assert "är inte tryckt" in whys
    if archive == "empty":
        assert "§ 24 är från 2024-04-19" in whys


def test_the_drafts_become_a_site(
    frokallor: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Import, check, review of all, build: each command ends well, and a second import changes nothing."""
    monkeypatch.setenv("ARKIV_DATUM", DAY.isoformat())
    ut, site = str(tmp_path / "ut"), str(tmp_path / "site")
    assert main(["import", "--ut", ut, str(frokallor)]) == 0
    assert main(["check", "--content", ut]) == 0
    capsys.readouterr()
    assert main(["import", "--ut", ut, str(frokallor)]) == 0
    assert "inga utkast skrivna" in capsys.readouterr().out
    assert main(["granska", "--ut", ut, "--alla"]) == 0
    assert main(["check", "--content", ut]) == 0
    assert main(["build", "--content", ut, "--out", site]) == 0
    page = tmp_path / "site" / "moten" / "strategisk-regional-beredning" / "2024-10-11" / "index.html"
    assert "arbeta fram konkreta förslag" in page.read_text("utf-8")


def test_the_archives_own_records_are_left_alone(
    frokallor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read over the records that people have written from them: nothing is written, and that is told."""
    monkeypatch.setenv("ARKIV_DATUM", DAY.isoformat())
    ut = tmp_path / "ut"
    for path in CONTENT.rglob("*.yml"):
        copy = ut / path.relative_to(CONTENT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    before = {path: path.read_bytes() for path in ut.rglob("*") if path.is_file()}
    assert main(["import", "--ut", str(ut), str(frokallor)]) == 1
    assert {path: path.read_bytes() for path in ut.rglob("*") if path.is_file()} == before
