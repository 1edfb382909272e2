"""What a build remembers is believed only where it is as it was written."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish import memory
from generator.publish.memory import (
    FILE,
    MadeFile,
    MadePage,
    Memory,
    file_sum,
    holds,
    remember,
    remembered,
    state_of,
    sum_of,
    taken_over,
)
from generator.systemfel import why
from tests.exempel import antal_exempel


def made(amount: int) -> Memory:
    """A memory of so many pages."""
    pages = {
        f"{n}.md": MadePage(f"k{n}", "t", "h" * 64, "s", "del", bytes([n]) * 90, b"m", b"r", "s") for n in range(amount)
    }
    return Memory(pages, {"a.css": MadeFile("k", "s"), "b.js": MadeFile("k", "s")}, {"kalla": "x"})


def kept(folder: Path) -> Path:
    """A memory of forty pages, as a file."""
    remember(folder, Memory(), made(40))
    return folder / FILE


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of such a file."""
    return kept(tmp_path_factory.mktemp("minne")).read_bytes()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """All of it; and after a change the change alone is written, with the same outcome."""
    kept(tmp_path)
    assert remembered(tmp_path) == made(40)
    remember(tmp_path, made(40), made(30))
    assert remembered(tmp_path) == made(30)


@antal_exempel(300)
@given(st.lists(st.tuples(st.integers(0, 2**20), st.binary(min_size=1, max_size=40)), min_size=1, max_size=4))
def test_whatever_is_damaged_is_noticed(whole: bytes, damage: list[tuple[int, bytes]]) -> None:
    """Bytes written anywhere in the file: it is lost, or what is read is what was written."""
    data = bytearray(whole)
    for place, written in damage:
        start = place % len(data)
        data[start : start + len(written)] = written
    with TemporaryDirectory() as folder:
        (Path(folder) / FILE).write_bytes(data)
        found = remembered(Path(folder))
        assert found.lost or found == made(40)


def cut(path: Path) -> None:
    """Half of it is gone."""
    os.truncate(path, path.stat().st_size // 2)


def zeroed(path: Path) -> None:
    """As after a power cut."""
    path.write_bytes(bytes(path.stat().st_size))


def emptied(path: Path) -> None:
    """Nothing of it is left."""
    path.write_bytes(b"")


def of_another_form(path: Path) -> None:
    """As a later version of the program would write it."""
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("PRAGMA user_version = 999")


def with_a_row_less(path: Path) -> None:
    """A file that is sound, but not as it was written."""
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("DELETE FROM fil WHERE stig = 'a.css'")


def a_folder(path: Path) -> None:
    """Something else of that name."""
    path.unlink()
    (path / "mapp").mkdir(parents=True)


def left_in_the_midst(path: Path) -> None:
    """A build was killed while it wrote: the journal tells how it was before, and cannot be believed either."""
    path.with_name(f"{FILE}-journal").write_bytes(os.urandom(2000))
    emptied(path)


@pytest.mark.parametrize("harm", [cut, zeroed, emptied, of_another_form, with_a_row_less, a_folder, left_in_the_midst])
def test_a_memory_that_is_not_ours_is_forgotten_and_written_anew(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """The build is told that it is lost; what is then written is read again, and nothing else is left there."""
    harm(kept(tmp_path))
    lost = remembered(tmp_path)
    assert lost == Memory(lost=True)
    remember(tmp_path, lost, made(2))
    assert remembered(tmp_path) == made(2)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_memory_that_somebody_else_holds_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read while another program is about to write; to write is refused, in Swedish, and nothing is lost."""
    monkeypatch.setattr(memory, "PATIENCE", 0.05)
    with closing(sqlite3.connect(kept(tmp_path))) as other:
        other.execute("BEGIN IMMEDIATE")
        assert remembered(tmp_path) == made(40)
        with pytest.raises(OSError, match="locked") as refused:
            remember(tmp_path, made(40), made(2))
        assert why(refused.value) == "ett annat program använder den just nu"
    assert remembered(tmp_path) == made(40)


def test_a_file_is_read_again_only_where_it_was_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the state that was noted it is not read; a copy is, and so is a file with other bytes and the old times."""
    site = tmp_path / "ny"
    old, new = tmp_path / "a", site / "a"
    old.write_bytes(b"ett")
    wanted, read = sum_of(b"ett"), file_sum

    def unread(_: Path) -> str:
        raise AssertionError("read in vain")

    monkeypatch.setattr(memory, "file_sum", unread)
    state = taken_over(tmp_path, site, "a", wanted, state_of(old))
    assert new.samefile(old)
    assert taken_over(tmp_path, site, "a", wanted, state) == state == state_of(new)
    monkeypatch.setattr(memory, "file_sum", read)
    times = old.stat()
    (tmp_path / "b").write_bytes(b"ett")
    os.utime(tmp_path / "b", ns=(times.st_atime_ns, times.st_mtime_ns))
    (tmp_path / "b").replace(old)
    assert taken_over(tmp_path, site, "a", wanted, state) == state_of(old) != state
    old.write_bytes(b"tre")
    os.utime(old, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert taken_over(tmp_path, site, "a", wanted, state_of(new.with_name("b"))) == ""
    assert not holds(old, wanted, state)


@pytest.mark.parametrize(
    "harm", [lambda path: path.unlink(), lambda path: (path.unlink(), path.symlink_to("/dev/null"))]
)
def test_what_is_no_file_is_in_no_state(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    """Neither what is missing nor a link is taken over, whatever was noted."""
    path = tmp_path / "a"
    path.write_bytes(b"")
    harm(path)
    assert state_of(path) == taken_over(tmp_path, tmp_path / "b", "a", sum_of(b""), "") == ""
