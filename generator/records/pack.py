"""Many blobs in one file, each under its key: written whole beside the old file, and distrusted when read.

A file holds the blobs, a row for each (its key, its SHA-256, where it lies), and last where the rows begin, what the
file was made for (which must be the same when it is read) and the sum of the rows. Keys and `made_for` are 32 bytes.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Set
from contextlib import suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from shutil import rmtree
from types import TracebackType
from typing import BinaryIO

_ROW = struct.Struct("<32s32sQQ")
_END = struct.Struct("<32s32sQQ16s")
_MAGIC = b"protokollpack 1\n"


class Damaged(Exception):
    """The file is not as it was written."""


class Foreign(Exception):
    """The file is whole, but was made for something else."""


class Pack:
    """A pack open for reading.

    Raises:
        Damaged, Foreign: nothing of the file can be used.
        OSError: there is no file, or it can not be read.
    """

    def __init__(self, path: Path, made_for: bytes) -> None:
        self._stream = path.open("rb")
        try:
            self._rows = _read_rows(self._stream, made_for)
        except BaseException:
            self._stream.close()
            raise

    @property
    def names(self) -> Set[bytes]:
        """The keys of all blobs."""
        return self._rows.keys()

    def get(self, key: bytes) -> bytes:
        """The blob under a key that is there. Raises Damaged, OSError."""
        blob, summa = self.kept(key)
        if hashlib.sha256(blob).digest() != summa:
            raise Damaged("a blob is not what was written")
        return blob

    def kept(self, key: bytes) -> tuple[bytes, bytes]:
        """The blob under a key that is there and the sum it was written with, not compared. Raises OSError."""
        summa, place, length = self._rows[key]
        self._stream.seek(place)
        return self._stream.read(length), summa

    def close(self) -> None:
        """Nothing more is read."""
        self._stream.close()


def _read_rows(stream: BinaryIO, made_for: bytes) -> dict[bytes, tuple[bytes, int, int]]:
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _END.size))
    end = stream.read()
    if len(end) != _END.size:
        raise Damaged("too short")
    whom, summa, place, length, magic = _END.unpack(end)
    if magic != _MAGIC or place + length + _END.size != size:
        raise Damaged("no end")
    stream.seek(place)
    rows = stream.read(length)
    if hashlib.sha256(rows).digest() != summa or length % _ROW.size:
        raise Damaged("the rows are not what was written")
    if whom != made_for:
        raise Foreign("made for something else")
    return {key: (blob_summa, start, long) for key, blob_summa, start, long in _ROW.iter_unpack(rows)}


class PackWriter:
    """A pack being written: a context in which blobs are added, and which puts it in place of the old one at its end.

    It never raises for the disk: `failure` then says what happened, and the old file is as it was. So it is too where
    the context is left by an exception. One process writes at a time; another that wants to meanwhile fails.
    """

    def __init__(self, path: Path, made_for: bytes) -> None:
        self.failure: OSError | None = None
        self._path, self._new, self._made_for = path, path.with_suffix(".ny"), made_for
        self._rows: list[bytes] = []
        self._place = 0
        self._lock: BinaryIO | None = None
        self._stream: BinaryIO | None = None

    def __enter__(self) -> PackWriter:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = self._path.with_suffix(".las").open("wb")
            flock(self._lock, LOCK_EX | LOCK_NB)
            self._stream = self._new.open("wb")
        except OSError as error:
            self._give_up(error)
        return self

    def add(self, key: bytes, blob: bytes, summa: bytes = b"") -> None:
        """One blob more; one of another pack comes with the `summa` that it had there."""
        self._rows.append(_ROW.pack(key, summa or hashlib.sha256(blob).digest(), self._place, len(blob)))
        self._place += len(blob)
        self._write(blob)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is None:
            rows = b"".join(self._rows)
            self._write(rows)
            self._write(_END.pack(self._made_for, hashlib.sha256(rows).digest(), self._place, len(rows), _MAGIC))
        self._put_in_place(wanted=error is None)
        if self._lock:
            self._lock.close()

    def _write(self, data: bytes) -> None:
        try:
            if self._stream:
                self._stream.write(data)
        except OSError as error:
            self._give_up(error)

    def _put_in_place(self, wanted: bool) -> None:
        if not self._stream:
            return
        try:
            self._stream.close()
            if wanted:
                if self._path.is_dir():  # no pack, whatever it is; and the place is ours
                    rmtree(self._path)
                self._new.replace(self._path)
            else:
                self._new.unlink()
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        self.failure = error
        stream, self._stream = self._stream, None
        if stream:
            with suppress(OSError):  # what was not written yet can not be written now either
                stream.close()
            with suppress(OSError):
                self._new.unlink(missing_ok=True)
