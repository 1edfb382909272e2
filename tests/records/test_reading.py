"""A folder is read to the same end by any number of processes, and from a cache as from its files."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records import cache as cache_module
from generator.records import pack, reading
from generator.records.cache import FIL, CacheUse
from generator.records.folder import Innehall, read_folder
from generator.records.load import load_from
from generator.records.met import folder_fingerprint, meet_all
from generator.records.outcome import Outcome, Task
from generator.workers import WorkerDied
from tests.exempel import antal_exempel

BASE = Path(__file__).parents[1] / "cases" / "_bas" / "content"
PERSON = "namn: Åsa Ek\nlasarklass: gast\n"
BROKEN = {
    "personer/fel-ett.yml": PERSON + "okand: 1\nanmarkning: Se [[person:ingen]].\n",
    "personer/fel-tva.yml": "namn: [\n",
    "personer/fel-tre.yml": "namn: å\u200b\n",
    "arenden/Fel.yml": "rubrik: A\n",
    "anslag/namnden/2024-02-30.yml": "rubrik: A\n",
    "utkast/oplacerade/a.yml": "status: okant\ngranskad: nej\n",
    "utkast/oplacerade/b.yml": "status: 3\n",
    "utkast/x.txt": "x",
    "filer/a.pdf": "%PDF",
    "sidor/om.md": "# Om\n",
}  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small archive with faults of every kind laid into it."""
    root = tmp_path / "content"
    shutil.copytree(BASE, root)
    for name, text in BROKEN.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are forked for any number of files."""
    monkeypatch.setattr(reading, "_FEW", 1)


def told(found: Innehall) -> object:
    """All that was read, with the places of every record."""
    drafts = (*found.utkast.records, *found.utkast.oplacerade)
    return replace(found, cache=None), [(one.file.node, one.sheet) for one in (*found.records, *drafts)]


def served(found: Innehall) -> CacheUse:
    """How the cache served, which there must have been."""
    assert found.cache is not None
    return found.cache


@pytest.mark.usefixtures("forked")
@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("kept", [True, False])
def test_any_number_of_processes_reads_the_same(content: Path, tmp_path: Path, workers: int, kept: bool) -> None:
    """Records, faults and drafts are the same in the same order, with and without a cache, and the next time too."""
    plain = read_folder(content)
    assert plain.faults
    folder = tmp_path / "cache" if kept else None
    found = read_folder(content, arbetare=workers, cache=folder)
    again = read_folder(content, arbetare=workers, cache=folder)
    assert told(found) == told(again) == told(plain)
    if kept:
        assert (served(found).hits, served(again).misses) == (0, 0)


def test_only_what_has_changed_is_read_again(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed file, and a file under a new name, are read; the others are not, and what no file needs is let go."""
    first = served(read_folder(content, cache=tmp_path))
    size = (tmp_path / FIL).stat().st_size
    read: list[str] = []

    def noted(*arguments: object) -> object:
        read.append(Path(arguments[0].path).name)  # type: ignore[attr-defined]
        return load_from(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "load_from", noted)
    (content / "personer" / "fel-tva.yml").unlink()
    (content / "personer" / "fel-tre.yml").write_text(PERSON, encoding="utf-8")
    (content / "personer" / "fel-ett.yml").rename(content / "personer" / "fel-fyra.yml")
    found = read_folder(content, cache=tmp_path)
    assert sorted(read) == ["fel-fyra.yml", "fel-tre.yml"]
    assert found.cache == CacheUse(first.misses - 3, 2)
    assert (tmp_path / FIL).stat().st_size < size
    assert told(found) == told(read_folder(content))


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _emptied(path: Path) -> None:
    os.truncate(path, 0)


def _foreign(path: Path) -> None:
    path.write_bytes(b"PK\3\4" * 1000)


def _changed_blob(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[10] ^= 1
    path.write_bytes(data)


def _changed_rows(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-150] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("harm", [_cut, _emptied, _foreign, _changed_blob, _changed_rows])
def test_a_damaged_cache_is_told_and_made_anew(content: Path, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """The reading is what it would have been without it, says that it was damaged, and the next one is sound again."""
    read_folder(content, cache=tmp_path)
    harm(tmp_path / FIL)
    found = read_folder(content, cache=tmp_path)
    assert (served(found).damaged, served(found).unwritten) == (True, "")
    assert told(found) == told(read_folder(content))
    assert read_folder(content, cache=tmp_path).cache == CacheUse(served(found).hits + served(found).misses, 0)


def test_what_is_damaged_on_its_way_to_the_next_cache_is_noticed(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept on is not held against its sum again, but comes with it: the next reading sees the damage."""
    read_folder(content, cache=tmp_path)
    (content / "personer" / "fel-tre.yml").write_text(PERSON, encoding="utf-8")
    sound, looked_at = pack.Pack.kept, set[bytes]()

    def rotten(self: pack.Pack, key: bytes) -> tuple[bytes, bytes]:
        blob, summa = sound(self, key)
        again = key in looked_at
        looked_at.add(key)
        return (bytes(len(blob)) if again else blob), summa

    monkeypatch.setattr(pack.Pack, "kept", rotten)
    found = read_folder(content, cache=tmp_path)
    assert not served(found).damaged
    assert told(found) == told(read_folder(content))
    monkeypatch.setattr(pack.Pack, "kept", sound)
    found = read_folder(content, cache=tmp_path)
    assert served(found).damaged
    assert told(found) == told(read_folder(content))
    assert not served(read_folder(content, cache=tmp_path)).damaged


def test_any_byte_of_a_cache_may_be_wrong() -> None:
    """A cache cut anywhere or with any bytes changed gives what its files give."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "content"
        (root / "personer").mkdir(parents=True)
        (root / "personer" / "asa-ek.yml").write_text(PERSON, encoding="utf-8")
        (root / "personer" / "bo-ek.yml").write_text(PERSON + "okand: 1\n", encoding="utf-8")
        plain = read_folder(root)
        read_folder(root, cache=Path(name))
        sound = (Path(name) / FIL).read_bytes()

        @antal_exempel(150)
        @given(st.lists(st.tuples(st.integers(0, len(sound) - 1), st.integers(0, 255)), max_size=4), st.integers(0, 40))
        def broken(changes: list[tuple[int, int]], lost: int) -> None:
            data = bytearray(sound[: len(sound) - lost])
            for place, value in changes:
                data[min(place, len(data) - 1)] = value
            (Path(name) / FIL).write_bytes(data)
            assert replace(read_folder(root, cache=Path(name)), cache=None) == plain

        broken()


def test_the_cache_of_another_version_is_no_damage(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of the program read is read again, and nothing is told of it."""
    read_folder(content, cache=tmp_path)
    monkeypatch.setattr(cache_module, "program_sum", lambda: b"x" * 32)
    found = served(read_folder(content, cache=tmp_path))
    assert (found.hits, found.damaged) == (0, False)


def test_a_full_disk_is_no_fault_of_the_reading(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cache can not be written the reading is done all the same and says why; the old cache stays."""
    read_folder(content, cache=tmp_path)
    old = (tmp_path / FIL).read_bytes()
    (content / "personer" / "fel-tre.yml").write_text(PERSON, encoding="utf-8")

    def full(self: pack.PackWriter, data: bytes) -> None:
        self._give_up(OSError(errno.ENOSPC, "full"))

    with monkeypatch.context() as patch:
        patch.setattr(pack.PackWriter, "_write", full)
        found = read_folder(content, cache=tmp_path)
    assert (served(found).misses, served(found).unwritten) == (1, "disken är full")
    assert told(found) == told(read_folder(content))
    assert (tmp_path / FIL).read_bytes() == old
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["poster.las", FIL]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_disk_that_is_full_for_the_last_bytes_is_told(content: Path, tmp_path: Path) -> None:
    """Also what is found out when the file is closed leaves the reading whole."""
    (tmp_path / "poster.ny").symlink_to("/dev/full")
    found = read_folder(content, cache=tmp_path)
    assert served(found).unwritten
    assert not (tmp_path / FIL).exists()


def test_a_cache_that_can_not_lie_where_it_should_is_told(content: Path, tmp_path: Path) -> None:
    """A file where its folder should be costs the cache, nothing more; a folder where its file should be gives way."""
    (tmp_path / "fil").write_text("x")
    found = read_folder(content, cache=tmp_path / "fil")
    assert served(found).unwritten
    (tmp_path / FIL).mkdir()
    found = read_folder(content, cache=tmp_path)
    assert (served(found).damaged, served(found).unwritten) == (True, "")
    assert not served(read_folder(content, cache=tmp_path)).damaged


def test_two_processes_at_once_keep_the_cache_whole(content: Path, tmp_path: Path) -> None:
    """Many readings of one folder at the same time all give the same, and leave a cache that is whole."""
    plain = read_folder(content)
    program = (
        "import sys; from pathlib import Path; from generator.records.folder import read_folder\n"
        "for _ in range(6):\n"
        "    found = read_folder(Path(sys.argv[1]), cache=Path(sys.argv[2]))\n"
        "    assert not found.cache.damaged\n"
        "    print(len(found.records), found.avtryck)\n"
        "    (Path(sys.argv[2]) / 'poster.pack').unlink(missing_ok=True)\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, content, tmp_path], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [one.communicate()[0].splitlines() for one in running]
    assert {line for lines in said for line in lines} == {f"{len(plain.records)} {plain.avtryck}"}
    assert [len(lines) for lines in said] == [6, 6, 6]
    read_folder(content, cache=tmp_path)
    found = served(read_folder(content, cache=tmp_path))
    assert (found.misses, found.damaged) == (0, False)


@pytest.mark.usefixtures("forked")
def test_a_worker_that_is_killed_leaves_the_cache_as_it_was(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told, no half cache is left, and the next reading is whole."""
    read_folder(content, cache=tmp_path)
    old = (tmp_path / FIL).read_bytes()
    for path in (content / "personer").glob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8") + "# x\n", encoding="utf-8")

    def killed(task: Task) -> Outcome:
        if task.path.endswith("fel-tre.yml"):
            os.kill(os.getpid(), signal.SIGKILL)
        return read(task)

    read = reading._read
    with monkeypatch.context() as patch:
        patch.setattr(reading, "_read", killed)
        with pytest.raises(WorkerDied):
            read_folder(content, arbetare=2, cache=tmp_path)
    assert (tmp_path / FIL).read_bytes() == old
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["poster.las", FIL]
    assert told(read_folder(content, arbetare=2, cache=tmp_path)) == told(read_folder(content))


def test_a_file_that_changes_while_it_is_read_is_read_as_it_is(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record, the sum of the folder and the cache are those of the file as it was when it was read."""
    path = content / "personer" / "fel-tre.yml"
    read = reading._read

    def changed(task: Task) -> Outcome:
        if task.path == str(path):
            path.write_text(PERSON, encoding="utf-8")
        return read(task)

    with monkeypatch.context() as patch:
        patch.setattr(reading, "_read", changed)
        found = read_folder(content, cache=tmp_path)
    assert told(found) == told(read_folder(content))
    assert found.avtryck == folder_fingerprint(meet_all(content))
    again = read_folder(content, cache=tmp_path)
    assert served(again).misses == 0
    assert told(again) == told(found)


def test_a_file_that_has_changed_since_has_no_places(content: Path) -> None:
    """A fault that is found after its file was changed or removed names the file and nothing that stands elsewhere."""
    path = content / "personer" / "alma-testsson.yml"
    record = next(one for one in read_folder(content).records if one.path == str(path))
    before = record.fault("R999", "fel", ("namn",)).placed()
    assert before.source.startswith("namn:")
    text = path.read_text(encoding="utf-8")
    path.write_text("# en ny rad\n" + text, encoding="utf-8")
    changed = record.fault("R999", "fel", ("namn",)).placed()
    assert (changed.position.path, changed.position.line, changed.position.column) == (str(path), 1, 1)
    assert record.sheet.text == path.read_text(encoding="utf-8")
    path.unlink()
    assert record.fault("R999", "fel", ("namn",), needle="Alma").placed().source == ""
    path.write_text(text, encoding="utf-8")
    assert record.fault("R999", "fel", ("namn",)).placed() == before
