"""A content folder as one sum: the same as long as no file in it is changed, added, renamed or taken away.

It imports nothing of the reading of records, so that a build in which nothing has changed is over at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.records.disk import files, read_bytes


def checksum(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def folder_fingerprint(root: Path) -> str:
    """What `Innehall.avtryck` would be if the folder were read now, as 64 hexadecimal digits."""
    return fingerprint({path.relative_to(root).as_posix(): file_sum(*read_bytes(path, root)) for path in files(root)})


def file_sum(data: bytes | None, trouble: list[Diagnostic]) -> str:
    """What a file counts as: its checksum, or why it can not be read."""
    return " ".join(one.message for one in trouble) if data is None else checksum(data)


def fingerprint(sums: Mapping[str, str]) -> str:
    """The sum of files by their paths below the folder, each with what it counts as."""
    rows = "".join(f"{name}\0{sums[name]}\0" for name in sorted(sums))
    return checksum(rows.encode("utf-8", "surrogateescape"))
