"""A content folder as one sum: the same as long as no file in it is changed, added, renamed or taken away."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from generator.diagnostics import Diagnostic


def checksum(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def file_sum(data: bytes | None, trouble: list[Diagnostic]) -> str:
    """What a file counts as: its checksum, or why it can not be read."""
    return " ".join(one.message for one in trouble) if data is None else checksum(data)


def fingerprint(sums: Mapping[str, str]) -> str:
    """The sum of files by their paths below the folder, each with what it counts as."""
    rows = "".join(f"{name}\0{sums[name]}\0" for name in sorted(sums))
    return checksum(rows.encode("utf-8", "surrogateescape"))
