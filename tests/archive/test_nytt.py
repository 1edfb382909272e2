"""Seats on a day, and the new meeting that is drafted from them."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import get_args

import pytest

from generator.archive.archive import Archive
from generator.archive.check import check
from generator.archive.nytt import draft
from generator.archive.sammansattning import ROLLNAMN, mandat_i, sammansattning
from generator.diagnostics import Severity, as_text
from generator.model.organ import Mandat
from generator.model.sammantrade import Dokumentslag
from generator.records.folder import read_folder
from tests.archive.conftest import MINI, TODAY

D = dt.date


@pytest.mark.parametrize(
    ("day", "persons"),
    [
        (D(2022, 12, 31), ["egil-as-soderby"]),
        (D(2023, 1, 1), ["alva-ek", "bo-al", "egil-as-soderby", "disa-ry"]),
        (D(2024, 6, 30), ["alva-ek", "bo-al", "egil-as-soderby", "disa-ry"]),
        (D(2024, 7, 1), ["alva-ek", "cilla-by", "egil-as-soderby", "disa-ry"]),
    ],
)
def test_who_has_a_seat_on_a_day(mini: Archive, day: dt.date, persons: list[str]) -> None:
    """From the first day to the last, both counted; chair first, then members, substitutes, secretary."""
    assert [seat.mandat.person for seat in sammansattning(mini, "skogsnamnden", day)] == persons


def test_a_seat_knows_when_it_was_last_shown(mini: Archive) -> None:
    """The latest meeting among its evidence, and none where there is no evidence."""
    shown = {seat.mandat.person: seat.senast_belagd for seat in mandat_i(mini, "skogsnamnden")}
    assert shown["alva-ek"] == D(2024, 5, 3)
    assert shown["bo-al"] is None


def test_every_role_has_its_name() -> None:
    """Each role that a seat may have has a name."""
    assert tuple(ROLLNAMN) == get_args(Mandat.model_fields["roll"].annotation)


@pytest.mark.parametrize("slag", [None, "kallelse", "protokoll", "minnesanteckningar", "motesanteckning"])
@pytest.mark.parametrize("organ", ["skogsnamnden", "byggnamnden", "vagradet"])
@pytest.mark.parametrize("day", [D(2024, 9, 2), D(2025, 3, 1)])
def test_a_draft_passes_the_check(tmp_path: Path, mini: Archive, organ: str, day: dt.date, slag: Dokumentslag) -> None:
    """A new record of any organ and kind has no fault, before anything is filled in."""
    content = tmp_path / "content"
    shutil.copytree(MINI, content)
    path = content / "sammantraden" / organ / f"{day}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(draft(mini, organ, day, slag), encoding="utf-8")
    archive, found = check(read_folder(content), TODAY)
    ours = [one for one in found if one.position.path == str(path) and one.severity is Severity.FEL]
    assert ours == [], "\n".join(map(as_text, ours))
    assert archive is not None
    assert f"{organ}/{day}" in archive.moten


def test_the_commented_example_is_valid_when_filled_in(tmp_path: Path, mini: Archive) -> None:
    """What the draft shows behind # is an item that passes the check when the # is taken away."""
    for slag in ("kallelse", "protokoll"):
        content = tmp_path / slag
        shutil.copytree(MINI, content)
        lines = draft(mini, "skogsnamnden", D(2025, 3, 1), slag).split("\n")
        start = next(n for n, line in enumerate(lines) if "# punkter:" in line)
        opened = [*lines[:start], *(line.replace("# ", "", 1) for line in lines[start:])]
        path = content / "sammantraden" / "skogsnamnden" / "2025-03-01.yml"
        path.write_text("\n".join(opened), encoding="utf-8")
        archive, found = check(read_folder(content), TODAY)
        assert [one for one in found if one.position.path == str(path) and one.severity is Severity.FEL] == []
        assert archive is not None
        assert [item.punkt.rubrik for item in archive.moten["skogsnamnden/2025-03-01"].punkter] == ["Mötets öppnande"]


def test_a_draft_holds_those_of_the_day(mini: Archive) -> None:
    """The kind follows the day and the organ, the members those of the day; a namesake is named by record."""
    before = draft(mini, "skogsnamnden", D(2024, 6, 3))
    after = draft(mini, "skogsnamnden", D(2024, 11, 8))
    assert before.startswith("# yaml-language-server: $schema=../../../schema/sammantrade.json\nstatus: hallet\n")
    assert "slag: protokoll\n" in before
    assert "Bo Al (M), Söderby" in before
    assert "Cilla By" not in before
    assert "status: kallat\n" in after
    assert "slag: kallelse\n" in after
    assert "Cilla By (C), Norrby" in after
    assert "person: egil-as-soderby" in after
    assert "slag: minnesanteckningar" in draft(mini, "vagradet", D(2024, 6, 3))


@pytest.mark.parametrize(
    ("organ", "day", "number"),
    [("skogsnamnden", D(2024, 6, 3), "§ 4"), ("skogsnamnden", D(2024, 2, 1), "§ 1"),
     ("skogsnamnden", D(2025, 1, 9), "§ 1"), ("byggnamnden", D(2024, 6, 3), "§ 1"), ("vagradet", D(2024, 6, 3), "1")],
)  # fmt: skip
def test_the_next_number(mini: Archive, organ: str, day: dt.date, number: str) -> None:
    """§§ that run through the year go on from the last, others begin at 1."""
    assert f"#   - nr: {number}\n" in draft(mini, organ, day, "protokoll")


def test_an_unknown_organ_is_a_key_error(mini: Archive) -> None:
    """Nothing is drafted for an organ without a record."""
    with pytest.raises(KeyError):
        draft(mini, "finns-inte", TODAY)
