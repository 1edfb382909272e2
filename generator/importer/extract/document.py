"""A file's bytes as lines, whatever kind of document it is."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from generator.importer.extract import web
from generator.importer.extract.disk import MAX_BYTES, too_large
from generator.importer.extract.kinds import kind_of
from generator.importer.extract.letters import remarks
from generator.importer.extract.line import Extract, Format, Line
from generator.importer.extract.pdf import pdf_lines, too_long
from generator.importer.extract.plain import decoded, plain_lines
from generator.importer.extract.refused import damaged, refused
from generator.importer.extract.word import word_lines

MAX_TEXT = 20_000_000
"""Bytes of plain text or HTML; 200 pages are about 600 000."""

_Found = tuple[tuple[Line, ...], bool, tuple[str, ...]]


def extract(name: str, data: bytes) -> Extract:
    """The lines of a document; what kind it is shows in its content. `name` is what messages call it.

    Raises:
        Refused: with a code of `refused.CODES`, where nothing can be read. Nothing else is raised for any bytes.
    """
    if not data:
        raise refused(name, "I003", "filen är tom (0 byte)", "hämta den på nytt från källan")
    if len(data) > MAX_BYTES:
        raise too_large(name)
    kind = kind_of(name, data)
    lines, wrapped, notes = _read(name, data, kind)
    if not any(line.text for line in lines):
        raise refused(name, "I012", "filen har ingen text", "kontrollera att det är rätt fil")
    found = Extract(name, hashlib.sha256(data).hexdigest(), kind, wrapped, lines)
    return replace(found, remarks=(*notes, *remarks(lines)))


def _read(name: str, data: bytes, kind: Format) -> _Found:
    """The lines, whether they are lines of print, and remarks."""
    match kind:
        case "pdf":
            lines, notes = pdf_lines(name, data)
            return lines, True, notes
        case "docx":
            lines, notes = word_lines(name, data)
            return lines, False, notes
    if len(data) > MAX_TEXT:
        raise too_long(name, f"{len(data) // 1_000_000} MB text")
    if kind == "html":
        try:
            return web.web_lines(data), False, ()
        except web.FAULTS as error:
            raise damaged(name, "sidans kod går inte att tyda") from error
    return (*plain_lines(decoded(data) or ""), ())
