"""The real content folder and the archive made of it, once for all tests here."""

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.check import check
from generator.diagnostics import Diagnostic
from generator.model.harkomst import Kalla
from generator.model.sammantrade import Dokument
from generator.records.folder import read_folder

CONTENT = Path(__file__).resolve().parents[2] / "content"
DAG = dt.date(2025, 1, 15)


@pytest.fixture(scope="session")
def innehall() -> Path:
    """The folder of the real records."""
    return CONTENT


@pytest.fixture(scope="session")
def granskning() -> tuple[Archive, list[Diagnostic]]:
    """The archive of the real records as of a day between the last document and the next meeting, and its check."""
    archive, found = check(read_folder(CONTENT), DAG)
    assert archive is not None
    return archive, found


@pytest.fixture(scope="session")
def arkivet(granskning: tuple[Archive, list[Diagnostic]]) -> Archive:
    """The archive of the real records."""
    return granskning[0]


@dataclass(frozen=True)
class Handling:
    """A document of a record with the lines of the source that it was written from."""

    mote: str
    nummer: int
    dokument: Dokument
    kalla: Kalla
    text: str
    post: str

    def __str__(self) -> str:
        """The meeting and the kind, for the name of a test."""
        return f"{self.mote} {self.dokument.slag}"


def lines_of(kalla: Kalla, folder: Path) -> str:
    """The lines of a source that `kalla` names, without the marks of emphasis and links."""
    lines = (folder / (kalla.fil or "")).read_text(encoding="utf-8").split("\n")
    first, last = (int(number) for number in (kalla.rader or f"1-{len(lines)}").split("-"))
    return re.sub(r"[*\\]", "", "\n".join(lines[first - 1 : last]))


@pytest.fixture(scope="session")
def handlingar(arkivet: Archive, innehall: Path, frokallor: Path) -> list[Handling]:
    """Every document that was written from one of the source documents."""
    found = []
    for mote in arkivet.moten.values():
        record = (innehall / "sammantraden" / f"{mote.id}.yml").read_text(encoding="utf-8")
        for number, dokument in enumerate(mote.data.dokument):
            kalla = dokument.kalla
            if kalla and kalla.fil and (frokallor / kalla.fil).is_file():
                text = lines_of(kalla, frokallor)
                found.append(Handling(mote.id, number, dokument, kalla, text, f"{mote.id}\n{record}"))
    assert found, "no record was written from any of the source documents"
    return found
