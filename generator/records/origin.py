"""Where a record was read, and its bytes again when they are asked for.

An archive of decades does not keep its texts in memory: only a fault needs one, to show its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.records.disk import whole
from generator.records.fingerprint import checksum


@dataclass(frozen=True)
class Origin:
    """The path that readers are shown, the SHA-256 of the bytes that were read, and the bytes where no file has them.

    A record that was written nowhere has an empty sum and no bytes (`b""`).
    """

    path: str
    summa: str = ""
    held: bytes | None = field(default=b"", repr=False, compare=False)

    def read(self) -> tuple[bytes, bool]:
        """The bytes as they are now, none where there is no file any more; and whether they are those once read."""
        if self.held is not None:
            return self.held, True
        try:
            data = whole(Path(self.path))
        except OSError:
            return b"", False
        return data, checksum(data) == self.summa
