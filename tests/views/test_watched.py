"""A watched page that says it would be the same page again is the same page, whatever has been changed in a record."""

import datetime as dt
import random
import re
import shutil
from pathlib import Path

import pytest

from generator.archive.archive import build
from generator.archive.places import Places
from generator.archive.reading import reading
from generator.archive.watched import watched
from generator.publish.before import as_before, noted
from generator.records.folder import read_folder
from generator.views.site import plan
from tests.archive.conftest import CONTENT, MINI

pytestmark = pytest.mark.langsam

DAY = dt.date(2024, 10, 1)
VALUE = re.compile(r"(?m)^(?P<key>[ -]*\w+: )(?P<value>\S.*)$")
ITEM = re.compile(r"(?m)^(?P<key> *- )(?P<value>[^:\n]+)$")
Made = dict[str, tuple[str, bytes]]
CHANGES = 40


def made(content: Path) -> tuple[Made, Places] | None:
    """The text of each watched page with what it read, and the sums of the archive; None where it can not be built."""
    read = read_folder(content)
    archive = build(read, DAY)
    if archive is None or read.olasta:
        return None
    places = Places(archive)
    found = {}
    for page in (one for one in plan(watched(archive)) if one.watched):
        with reading() as seen:
            text = page.make().text
        found[page.path] = text, noted(seen, places.sums)
    return found, places


def changed(text: str, source: random.Random) -> str:
    """A record with one value, drawn at random, made another."""
    hits = [*VALUE.finditer(text), *ITEM.finditer(text)]
    hit = source.choice(hits)
    value = hit["value"]
    other = source.choice(
        [value + "x", re.sub(r"\d", lambda found: str((int(found[0]) + 1) % 10), value, count=1), value[:-1] or "y"]
    )
    return text[: hit.start("value")] + other + text[hit.end("value") :]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("original", [MINI, CONTENT], ids=["mini", "content"])
def test_no_page_is_left_as_it_was_in_vain(original: Path, seed: int, tmp_path: Path) -> None:
    """After each of many changes: pages whose places hold what they held have not changed by a letter."""
    content = tmp_path / "content"
    shutil.copytree(original, content)
    source = random.Random(seed)
    found = made(content)
    assert found is not None
    before, kept = found[0], 0
    paths = sorted(content.rglob("*.yml"))
    for _ in range(CHANGES if original == MINI else CHANGES // 4):
        path = source.choice(paths)
        text = path.read_text(encoding="utf-8")
        path.write_text(changed(text, source), encoding="utf-8")
        after = made(content)
        if after:
            same = [name for name, (_, read) in before.items() if name in after[0] and as_before(read, after[1].sums)]
            kept += len(same)
            assert {name: after[0][name][0] for name in same} == {name: before[name][0] for name in same}, path
        path.write_text(text, encoding="utf-8")
    assert kept


@pytest.mark.parametrize("original", [MINI, CONTENT], ids=["mini", "content"])
def test_nothing_changed_means_that_every_watched_page_is_as_before(original: Path) -> None:
    """Read anew, the archive stands as it stood: what a page read can be told from one process to the next."""
    first, again = made(original), made(original)
    assert first
    assert again
    assert all(as_before(read, again[1].sums) for _, read in first[0].values())


def test_a_damaged_note_is_no_note() -> None:
    """Nothing is taken for granted then."""
    assert not as_before(b"", lambda *_: b"")
    assert not as_before(b"skadad", lambda *_: b"")
