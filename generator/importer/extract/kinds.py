"""What a file is, told by its content; what it is called must agree."""

from __future__ import annotations

import re
import shlex
from pathlib import PurePath

from generator.importer.extract import packed
from generator.importer.extract.line import Format
from generator.importer.extract.plain import decoded
from generator.importer.extract.refused import Refused, damaged, refused

_ENDINGS: dict[Format, tuple[str, ...]] = {
    "pdf": ("pdf",),
    "docx": ("docx",),
    "html": ("html", "htm", "xhtml"),
    "text": ("txt", "text", "md", "asc", "log"),
}
ENDINGS = frozenset(f".{ending}" for endings in _ENDINGS.values() for ending in endings)
"""How the names of the files that are read may end."""
_NAMES: dict[Format, str] = {"pdf": "PDF", "docx": "Word (.docx)", "html": "webbsida (HTML)", "text": "ren text"}
_BEGINNINGS = ((b"{\\rtf", "RTF"), (b"MIME-Version:", "sparad webbsida i en fil (MHTML)"))
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS = (("WordDocument", "äldre Word (.doc)"), ("Workbook", "äldre Excel (.xls)"),
              ("PowerPoint Document", "äldre PowerPoint (.ppt)"))  # fmt: skip
_ZIP_KINDS = (("xl/", "Excel (.xlsx)"), ("ppt/", "PowerPoint (.pptx)"), ("content.xml", "OpenDocument (.odt)"),
              ("META-INF/container.xml", "e-bok (.epub)"))  # fmt: skip
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<(?:body|head)[\s>]", re.IGNORECASE)
_TAG = re.compile(r"<(?:p|div|h[1-6]|table|ul|ol|br|span|section)\b[^>]*>", re.IGNORECASE)
_HEAD = 1024
_HEAD_OF_PAGE = 4096


def kind_of(name: str, data: bytes) -> Format:
    """Which of the kinds that are read the file is.

    Raises:
        Refused: where it is none of them, or its name says another.
    """
    kind = _kind(name, data)
    ending = PurePath(name).suffix.lower().removeprefix(".")
    said = next((one for one, endings in _ENDINGS.items() if ending in endings), None)
    if said and said != kind:
        better = PurePath(name).with_suffix(f".{_ENDINGS[kind][0]}").name
        message = f"filen heter .{ending} men är {_NAMES[kind]}"
        raise refused(name, "I013", message, f"är det rätt fil: döp om den till {better}")
    return kind


def _kind(name: str, data: bytes) -> Format:
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _of_archive(name, data)
    if data.startswith(_OLE):
        raise _of_ole(name, data)
    if (
        data.startswith(_IMAGES)
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
        or data[4:12] == b"ftypheic"
        or _is_bmp(data)
    ):
        raise _image(name)
    if data.startswith(_PACKED):
        raise refused(
            name, "I007", "filen är ett packat arkiv", "packa upp det och importera dokumenten som ligger i det"
        )
    if found := next((kind for start, kind in _BEGINNINGS if data.startswith(start)), None):
        raise _other(name, found)
    return _of_text(name, data)


def _is_bmp(data: bytes) -> bool:
    return data[:2] == b"BM" and data[6:10] == bytes(4)


def _of_archive(name: str, data: bytes) -> Format:
    files = packed.names(data)
    if files is None:
        raise damaged(name, "dess slut saknas")
    if "word/document.xml" in files:
        return "docx"
    for beginning, kind in _ZIP_KINDS:
        if any(file.startswith(beginning) for file in files):
            raise _other(name, kind)
    raise refused(name, "I007", "filen är ett packat arkiv", "packa upp det och importera dokumenten som ligger i det")


def _of_ole(name: str, data: bytes) -> Refused:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return packed.locked(name)
    kind = next((kind for stream, kind in _OLE_KINDS if stream.encode("utf-16-le") in data), "äldre Office-fil")
    return _other(name, kind)


def _of_text(name: str, data: bytes) -> Format:
    text = decoded(data)
    if text is None:
        cure = "öppna filen i det program som den kommer från och spara den som PDF, Word (.docx) eller ren text"
        raise refused(name, "I009", "filen är inget dokument som går att känna igen", cure)
    is_page = _PAGE.search(text[:_HEAD_OF_PAGE]) or (name.lower().endswith((".html", ".htm")) and _TAG.search(text))
    return "html" if is_page else "text"


def _other(name: str, kind: str) -> Refused:
    cure = "öppna filen i sitt program och spara den som Word-dokument (.docx) eller PDF"
    return refused(name, "I007", f"filens slag läses inte: {kind}", cure)


def _image(name: str) -> Refused:
    return refused(name, "I008", "filen är en bild", f"läs av texten först:  {ocr(name, '--image-dpi 300 ')}")


def ocr(name: str, options: str = "") -> str:
    """The command that gives a scanned file its text."""
    path = PurePath(name)
    source, target = path.name or name, f"{path.stem or 'ut'}-text.pdf"
    return f"ocrmypdf -l swe {options}{shlex.quote(source)} {shlex.quote(target)}"
