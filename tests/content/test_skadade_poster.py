"""Slips of the hand in the real records: a sign too many, a line lost, a value half written. All are answered."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.archive.check import check
from generator.diagnostics import Diagnostic, as_github, as_json, as_text
from generator.records.folder import read_folder
from tests.content.conftest import CONTENT, DAG

pytestmark = pytest.mark.langsam

ROUNDS = 12
FILES_A_ROUND = 10
SIGNS = "[]{}:#-&*!|>'\"%@`,?\\\t\n \r\ufeff\u200b\x00§–é0\U0001f600"
VALUES = (
    "",
    "[]",
    "{}",
    "[[]]",
    "- x",
    "0",
    "null",
    "2024-13-01",
    "§",
    "[[x",
    "§§ 9–1",
    "99:99",
    "9" * 400,
    "ersätter",
)


def slip(text: str, rnd: random.Random) -> str:
    """The text with one slip somewhere."""
    place = rnd.randrange(len(text))
    lines = text.split("\n")
    row = rnd.randrange(len(lines))
    match rnd.choice(("lost sign", "new sign", "line twice", "lost line", "indented", "new value")):
        case "lost sign":
            return text[:place] + text[place + 1 :]
        case "new sign":
            return text[:place] + rnd.choice(SIGNS) + text[place:]
        case "line twice":
            lines.insert(row, lines[row])
        case "lost line":
            del lines[row]
        case "indented":
            lines[row] = f"  {lines[row]}"
        case "new value":
            lines[row] = f"{lines[row].partition(':')[0]}: {rnd.choice(VALUES)}"
    return "\n".join(lines)


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """A copy of the real content, seen from the folder above it."""
    shutil.copytree(CONTENT, tmp_path / "content")
    with contextlib.chdir(tmp_path):
        yield Path("content")


def stands_in_its_file(one: Diagnostic) -> bool:
    """Whether a diagnostic points at characters that its file has, or just after a line's last one."""
    at = one.position
    lines = Path(at.path).read_text(encoding="utf-8").removeprefix("\ufeff").split("\n")
    return 1 <= at.line <= len(lines) and 1 <= at.column < at.end_column <= len(lines[at.line - 1]) + 2


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_every_slip_is_answered(copy: Path, seed: int) -> None:
    """Ten slips in ten records are answered in every form, at a place that is there, with what to do."""
    rnd = random.Random(seed)
    for path in rnd.sample(sorted(copy.rglob("*.yml")), FILES_A_ROUND):
        text = slip(path.read_bytes().decode("utf-8"), rnd)
        path.write_bytes(text.encode("utf-8"))
    found = check(read_folder(copy), DAG)[1]
    assert as_json(found).startswith("[")
    for one in found:
        assert as_text(one)
        assert as_github(one)
        assert one.message
        assert one.cure
        assert stands_in_its_file(one), one
