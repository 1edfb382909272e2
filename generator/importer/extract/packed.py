"""A Word file as the zip archive that it is, judged before anything in it is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

from generator.importer.extract.refused import Refused, damaged, refused

MAX_UNPACKED = 200_000_000
"""Bytes; pictures and all. A protokoll of 200 pages is some 5 million."""
MAX_XML = 40_000_000
"""Bytes of the largest part that is read as a tree."""
MAX_RATIO = 200
_SMALL = 20_000_000
_MAX_FILES = 10_000
_ENCRYPTED = 0x1
_XML = (".xml", ".rels")
FAULTS = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError, KeyError,
          NotImplementedError, RuntimeError, IndexError, OverflowError)  # fmt: skip
"""What the standard library raises for archives that are not whole."""


def names(data: bytes) -> frozenset[str] | None:
    """The names of the files in an archive; None where its list can not be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except FAULTS:
        return None


def judge(name: str, data: bytes) -> None:
    """See to it that an archive can be unpacked: not encrypted, not a bomb, no entities declared.

    Raises:
        Refused: with the code of what is wrong.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _judge(name, archive, len(data))
    except Refused:
        raise
    except FAULTS as error:
        raise damaged(name, "dess delar går inte att packa upp") from error


def _judge(name: str, archive: zipfile.ZipFile, packed: int) -> None:
    files = archive.infolist()
    total = sum(one.file_size for one in files)
    if any(one.flag_bits & _ENCRYPTED for one in files):
        raise locked(name)
    largest = max((one.file_size for one in files if one.filename.endswith(_XML)), default=0)
    dense = total > _SMALL and total > packed * MAX_RATIO
    if dense or total > MAX_UNPACKED or largest > MAX_XML or len(files) > _MAX_FILES:
        raise _bomb(name, f"den blir {total // 1_000_000} MB uppackad, i {len(files)} delar")
    for one in files:
        if one.filename.endswith(_XML) and _declares(archive.read(one)):
            raise _bomb(name, "den förklarar egna förkortningar (DTD), vilket Word aldrig gör")


def _declares(part: bytes) -> bool:
    """Whether XML has a document type declaration, the door to entities that unfold without end."""
    head = part.replace(b"\0", b"") if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part[:8] else part
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head


def _bomb(name: str, why: str) -> Refused:
    cure = "öppna filen i Word, ta bort stora bilder och spara den med ett nytt namn, eller spara den som PDF"
    return refused(name, "I010", f"filen packar upp sig till orimligt mycket: {why}", cure)


def locked(name: str) -> Refused:
    """The refusal of a file that wants a password."""
    cure = "öppna filen med lösenordet och spara en kopia utan"
    return refused(name, "I004", "filen är skyddad med lösenord", cure)
