"""Drafts: read beside the published records, checked over them, and never taken for them."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator.archive.check import check, check_drafts, with_drafts
from generator.diagnostics import Diagnostic
from generator.records.folder import Utkast, read_folder

MINI = Path(__file__).parents[1] / "archive" / "mini" / "content"
DAY = dt.date(2024, 10, 1)
PERSON = "granskad: nej\nnamn: Elna Påhittad\nlasarklass: gast\n"
MOTE = """\
granskad: nej
status: hallet
dokument:
  - slag: protokoll
    narvaro:
      beslutande:
        - Elna Påhittad (S)
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the miniature archive."""
    return Path(shutil.copytree(MINI, tmp_path / "content"))


def written(content: Path, name: str, text: str) -> Path:
    """A file below the folder."""
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def codes(found: list[Diagnostic]) -> list[tuple[str, str]]:
    """Each fault's code and file."""
    return [(one.code, Path(one.position.path).name) for one in found]


def of_drafts(content: Path) -> list[Diagnostic]:
    """What is said of the drafts alone."""
    read = read_folder(content)
    return check_drafts(read, DAY, check(read, DAY)[1])


def test_drafts_stand_apart(content: Path) -> None:
    """What lies in utkast/ is none of the published records, and its faults are none of theirs."""
    before = read_folder(content)
    written(content, "utkast/personer/elna-pahittad.yml", PERSON)
    written(content, "utkast/personer/trasig.yml", "namn: [\n")
    written(content, "utkast/personer/Stor.yml", PERSON)
    written(content, "utkast/oplacerade/003.yml", "granskad: nej\nstatus: okant\n")
    found = read_folder(content)
    assert [one.id for one in found.records] == [one.id for one in before.records]
    assert (found.faults, found.olasta) == (before.faults, before.olasta)
    assert [one.id for one in found.utkast.records] == ["elna-pahittad"]
    assert [one.id for one in found.utkast.oplacerade] == ["oplacerade/003"]
    assert sorted(codes(list(found.utkast.faults))) == [
        ("R013", "trasig.yml"),
        ("R131", "Stor.yml"),
        ("R138", "003.yml"),
    ]
    assert check(found, DAY)[1] == check(before, DAY)[1]


def test_drafts_are_checked_over_the_archive(content: Path) -> None:
    """A draft's names are sought among the published and the drafts; only what the drafts bring about is told."""
    assert of_drafts(content) == []
    written(content, "utkast/sammantraden/skogsnamnden/2024-09-02.yml", MOTE)
    assert ("R204", "2024-09-02.yml") in codes(of_drafts(content))
    written(content, "utkast/personer/elna-pahittad.yml", PERSON)
    assert "R204" not in [code for code, _ in codes(of_drafts(content))]


def test_a_draft_wins_over_the_record_it_will_replace(content: Path) -> None:
    """A draft of a record that is published stands in its place when drafts are checked."""
    written(content, "utkast/personer/alva-ek.yml", "granskad: nej\nnamn: Alva Ek-Ny\nlasarklass: gast\n")
    laid = with_drafts(read_folder(content))
    (person,) = [one for one in laid.records if (one.kind, one.id) == ("person", "alva-ek")]
    assert "utkast" in person.path
    assert laid.utkast == Utkast()


def test_a_reviewed_draft_may_wait_and_an_unreviewed_record_may_not(content: Path) -> None:
    """Granskad: ja is fine in both places; granskad: nej only among drafts."""
    reviewed = PERSON.replace("nej", "ja")
    written(content, "utkast/personer/elna-pahittad.yml", reviewed)
    assert of_drafts(content) == []
    written(content, "personer/elna-pahittad.yml", reviewed)
    assert "R137" not in [code for code, _ in codes(check(read_folder(content), DAY)[1])]
    written(content, "personer/elna-pahittad.yml", PERSON)
    assert ("R137", "elna-pahittad.yml") in codes(check(read_folder(content), DAY)[1])


def test_twins_among_drafts_stop_no_build(content: Path) -> None:
    """Two drafts that differ in case alone are a fault of the drafts."""
    written(content, "utkast/personer/bo-ny.yml", PERSON)
    written(content, "utkast/personer/Bo-Ny.yml", PERSON)
    found = read_folder(content)
    assert found.faults == ()
    assert codes(list(found.utkast.faults)) == [("R133", "Bo-Ny.yml")]
