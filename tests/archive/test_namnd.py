"""Where an authority is named: by name, by quotation, by uppdrag and by who speaks, and not by a place name."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from generator.archive.archive import Archive, build
from generator.archive.namnd import namnda
from generator.records.folder import read_folder

MINI = Path(__file__).parents[1] / "views" / "foljesidor" / "content"
ITEM = "status: hallet\ndokument:\n  - slag: minnesanteckningar\n    punkter:\n      - nr: 1\n        rubrik: Rubrik\n"


def _archive(tmp_path: Path, *items: str) -> Archive:
    """The miniature archive with an item of its own for each text, at a meeting of its own."""
    content = shutil.copytree(MINI, tmp_path / "content")
    for number, text in enumerate(items):
        (content / "sammantraden" / "gruppen" / f"2023-05-{number + 1:02}.yml").write_text(ITEM + text, "utf-8")
    folder = read_folder(content)
    assert [str(fault) for fault in folder.faults] == []
    archive = build(folder, dt.date(2024, 6, 1))
    assert archive is not None
    return archive


def _ways(archive: Archive, huvudman: str) -> dict[str, tuple[str, ...]]:
    """The ways in which the added items name an authority, by the day of the month."""
    found = namnda(archive).get(huvudman, ())
    return {one.punkt.partition("#")[0][-2:]: one.satt for one in found if "2023-05" in one.punkt}


def test_each_way_of_naming_is_told(tmp_path: Path) -> None:
    """Text, title for an extract, uppdrag, quotation and speaker each say how the authority is named."""
    archive = _archive(
        tmp_path,
        "        referat: Frågan gäller EKEBY  kommuns skolor.\n",
        "        skickas_till: [Ekeby kommun]\n",
        "        uppdrag:\n          - {till: {text: Kommunen, huvudman: ekeby}, text: Gör det.}\n",
        "        inlagg:\n          - {fran: Ekeby, huvudman: ekeby, referat: Vill ha mer.}\n",
        "        foredragande: [Olle Okänd (Ekeby)]\n",
    )
    assert _ways(archive, "ekeby") == {
        "01": ("text",),
        "02": ("skickas_till",),
        "03": ("uppdrag",),
        "04": ("inlagg",),
        "05": ("foredragande",),
    }


def test_what_only_looks_like_the_name_is_not_it(tmp_path: Path) -> None:
    """A place name, a longer word, and the archive's own remarks name nobody."""
    archive = _archive(
        tmp_path,
        "        referat: Mötet hölls i Ekeby.\n",
        "        referat: Ekeby kommunalråd talade.\n",
        "        referat: Annat.\n        anmarkning: Ekeby kommun borde ha stått här.\n",
    )
    assert _ways(archive, "ekeby") == {}


def test_what_was_taken_away_names_nobody(tmp_path: Path) -> None:
    """An item that was masked is not listed."""
    removed = "        referat: Ekeby kommun.\n        maskad: {datum: 2024-05-01, skal: prov}\n"
    assert _ways(_archive(tmp_path, removed), "ekeby") == {}


def test_the_latest_stand_first(tmp_path: Path) -> None:
    """Items are listed from the latest to the earliest."""
    archive = _archive(tmp_path, *["        referat: Ekeby kommun.\n"] * 3)
    assert list(_ways(archive, "ekeby")) == ["03", "02", "01"]
