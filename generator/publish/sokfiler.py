"""The files of an index, as Pagefind writes and reads them: packed, behind a mark, and named by what they hold."""

from __future__ import annotations

import hashlib
import struct
import zlib
from pathlib import Path
from typing import Any

import cbor2

from generator.publish.faults import refuse

LANGUAGE = "sv"
ENTRY = "pagefind-entry.json"
ENGINE = ("pagefind.js", "pagefind-worker.js", f"wasm.{LANGUAGE}.pagefind")
"""The program that searches in the browser."""

_MAGIC = b"pagefind_dcd"
_LEVEL = 6  # the hardest takes twice as long and saves a reader 0.4 %
_HASH = 7


def written(folder: Path, pattern: str, data: bytes) -> str:
    """Write a file of CBOR, named by its content in the place of ``{}``; what it is called in lists."""
    raw = _MAGIC + data
    name = f"{LANGUAGE}_{short(raw)}"
    (folder / pattern.format(name)).write_bytes(_gzipped(raw))
    return name


def short(data: bytes) -> str:
    """The sum of what is in a file, as short as it stands in names."""
    return hashlib.sha256(data).hexdigest()[:_HASH]


def decoded(path: Path) -> Any:
    """What a file of CBOR says. Raises as `unpacked`."""
    return cbor2.loads(unpacked(path))


def unpacked(path: Path) -> bytes:
    """The CBOR in a file. Raises OSError, zlib.error where it is damaged, PublishError where the form is another."""
    raw = zlib.decompress(path.read_bytes(), wbits=zlib.MAX_WBITS | 16)
    if not raw.startswith(_MAGIC):
        name = f"{path.parent.name}/{path.name}"
        raise refuse(name, "P422", "sökindexet har en form som den här versionen inte känner")
    return raw[len(_MAGIC) :]


def _gzipped(data: bytes) -> bytes:
    """Gzip with a header that says nothing of when and where: no time, unknown system."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(data) + packer.flush()
    header = b"\x1f\x8b\x08\x00" + b"\x00" * 4 + b"\x02\xff"
    return header + body + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)
