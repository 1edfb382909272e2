"""What the last build made: from what, and with what sum, so that the next one makes only what has changed.

It is a database beside the site (``<site>.arbete/minne.db``). It holds sums and what a page says about addresses; the
pages themselves are taken from the site that is published. So nothing is believed that cannot be seen: a page is used
again when it would be made from the same things, and when the file that lies there has the sum that was noted. A
memory that is damaged (it has a sum of its own), or was made by something else, is forgotten, and all is made anew.
"""

from __future__ import annotations

import errno
import hashlib
import marshal
import os
import sqlite3
import stat
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import astuple, dataclass, field
from pathlib import Path

from generator.publish.write import link, remove, way_to

FILE = "minne.db"
FORM = 3
PATIENCE = 1.0
"""Seconds that another program may hold the memory before we do without it."""
_OWN = "summa"
_ERRNO = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_BUSY: errno.EBUSY,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_NOMEM: errno.ENOMEM,
}
_TABLES = (
    "CREATE TABLE sida (stig TEXT PRIMARY KEY, nyckel, text, html, sok, del, ankare, mal, last, lage) WITHOUT ROWID",
    "CREATE TABLE fil (stig TEXT PRIMARY KEY, nyckel, summa, lage) WITHOUT ROWID",
    "CREATE TABLE om (namn TEXT PRIMARY KEY, varde) WITHOUT ROWID",
    f"PRAGMA user_version = {FORM}",
)


@dataclass(frozen=True, slots=True)
class MadePage:
    """One page. `key` is the sum of all that it was made from; the other sums are of what came of it.

    `text` is the Markdown, `html` the finished page, `search` what search reads of it (empty where nothing), which is
    in the index `part`. `anchors` and `targets` are what the page says about addresses (`reach.py`),
    and `read` what it was made from (`before.py`), packed. `state` is that of the finished page (`state_of`).
    """

    key: str
    text: str
    html: str
    search: str
    part: str
    anchors: bytes
    targets: bytes
    read: bytes = b""
    state: str = ""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file of the site that is no page: the sum of what it was made from, its own, and its state (`state_of`)."""

    key: str
    sum: str
    state: str = ""


@dataclass(frozen=True)
class Memory:
    """Pages by their Markdown path, files by their path in the site, and what else is to be remembered, by name.

    `lost` says that something was there that could not be read.
    """

    pages: Mapping[str, MadePage] = field(default_factory=dict)
    files: Mapping[str, MadeFile] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    lost: bool = False


def remembered(folder: Path) -> Memory:
    """The memory that lies in `folder`; an empty one where there is none, or none that can be read."""
    if not (folder / FILE).exists():
        return Memory()
    try:
        with _opened(folder) as base:
            if base.execute("PRAGMA user_version").fetchone() != (FORM,):
                return Memory(lost=True)
            pages = {row[0]: MadePage(*row[1:]) for row in base.execute("SELECT * FROM sida")}
            files = {row[0]: MadeFile(*row[1:]) for row in base.execute("SELECT * FROM fil")}
            notes = dict(base.execute("SELECT * FROM om"))
        whole = notes.pop(_OWN, "") == _own_sum(Memory(pages, files, notes))
    except Exception:  # what damaged bytes make of a database is without end
        return Memory(lost=True)
    return Memory(pages, files, notes) if whole else Memory(lost=True)


def noted(folder: Path, name: str) -> str:
    """What the memory in `folder` notes under a name, without a look at the rest; nothing where it can not be read."""
    try:
        with _opened(folder) as base:
            row = base.execute("SELECT varde FROM om WHERE namn = ?", (name,)).fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""


def _opened(folder: Path) -> closing[sqlite3.Connection]:
    """The memory that lies in `folder`, only to be read. Raises sqlite3.Error."""
    return closing(sqlite3.connect(f"{(folder / FILE).resolve().as_uri()}?mode=ro", PATIENCE, uri=True))


def remember(folder: Path, old: Memory, new: Memory) -> None:
    """Let the memory in `folder`, which holds `old`, hold `new`, in one step. Raises OSError; `old` is then kept."""
    path = folder / FILE
    if old.lost:
        for one in (path, path.with_name(f"{FILE}-journal")):
            remove(one)
    try:
        with closing(sqlite3.connect(path, PATIENCE)) as base, base:
            base.execute("BEGIN")
            if not base.execute("SELECT 1 FROM sqlite_master").fetchone():
                old = Memory()
                for table in _TABLES:
                    base.execute(table)
            _change(base, "sida", 10, old.pages, new.pages)
            _change(base, "fil", 4, old.files, new.files)
            base.execute("DELETE FROM om")
            base.executemany("INSERT INTO om VALUES (?, ?)", {**new.notes, _OWN: _own_sum(new)}.items())
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # what more it holds are details
        raise OSError(_ERRNO.get(code, errno.EIO), str(error), str(path)) from error


def _own_sum(memory: Memory) -> str:
    """The sum of all that a memory holds."""
    total = hashlib.sha256()
    for row in _rows(memory):
        total.update(marshal.dumps(row, 0))  # of this form, equal rows are equal bytes
    return total.hexdigest()


def _rows(memory: Memory) -> Iterator[tuple[str | bytes, ...]]:
    """All of a memory, in an order that depends on nothing else."""
    for path, page in sorted(memory.pages.items(), key=_by_path):
        yield path, page.key, page.text, page.html, page.search, page.part, page.anchors, page.targets
        yield page.read, page.state
    for path, file in sorted(memory.files.items(), key=_by_path):
        yield path, file.key, file.sum, file.state
    yield from sorted(memory.notes.items())


def _by_path(item: tuple[str, object]) -> str:
    return item[0]


def _change(
    base: sqlite3.Connection,
    table: str,
    columns: int,
    old: Mapping[str, MadePage] | Mapping[str, MadeFile],
    new: Mapping[str, MadePage] | Mapping[str, MadeFile],
) -> None:
    """Rows that are gone away, rows that are new or other written."""
    base.executemany(f"DELETE FROM {table} WHERE stig = ?", [(path,) for path in old.keys() - new.keys()])
    changed = ((path, *astuple(row)) for path, row in new.items() if old.get(path) != row)
    base.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({','.join('?' * columns)})", changed)


def file_sum(path: Path) -> str:
    """SHA-256, in hex, of a file; nothing where there is none that can be read."""
    try:
        with path.open("rb", buffering=0) as stream:  # an archive has thousands, and most are small
            return sum_of(stream.read())
    except OSError:
        return ""


def state_of(path: Path) -> str:
    """Which file lies there and when it was last touched, in words; nothing where there is none, or a link.

    A file in the same state is the same file: nobody can set the time of its last change, and a copy is another file.
    """
    try:
        found = os.lstat(path)
    except OSError:
        return ""
    words = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    return " ".join(map(str, words)) if stat.S_ISREG(found.st_mode) else ""


def holds(path: Path, wanted: str, state: str) -> bool:
    """Whether a file has the sum `wanted`, which it had when it was in a state. It is read where it is in another."""
    now = state_of(path)
    return bool(wanted and now) and (now == state or file_sum(path) == wanted)


def taken_over(out: Path, site: Path, name: str, wanted: str, state: str) -> str:
    """Let the file `name` of the site that is built be that of the one at `out`, without copying it, if it is as noted.

    It is if it has the sum `wanted`, as it had in its `state`. Gives the state that it is in now; nothing where it has
    another sum. Raises OSError.
    """
    old, new = out / name, site / name
    before = state_of(old)
    if not wanted or not before or (before != state and file_sum(old) != wanted):
        return ""
    if state_of(new) == before:  # they are one file already
        return before
    remove(way_to(site, name))
    link(old, new)
    same = before.rpartition(" ")[0] == state_of(old).rpartition(" ")[0]  # a link changes the last time, and no other
    return state_of(new) if same else ""


def sum_of(data: bytes) -> str:
    """SHA-256, in hex, of what is or will be a file."""
    return hashlib.sha256(data).hexdigest()


def key_of(*words: str) -> str:
    """SHA-256, in hex, over words in their order, each kept apart from the next."""
    total = hashlib.sha256()
    for word in words:
        data = word.encode()
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()
