"""A text PDF as lines with page, edge, size and weight; a scanned one is known as such."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from generator.importer.extract.kinds import ocr
from generator.importer.extract.line import Line
from generator.importer.extract.packed import locked
from generator.importer.extract.pdf_drawn import Box, drawn
from generator.importer.extract.pdf_lines import numbered, page_lines
from generator.importer.extract.pdf_rows import Printed
from generator.importer.extract.pdf_words import Word, words
from generator.importer.extract.refused import Refused, damaged, refused

MAX_PAGES = 3000
MAX_LETTERS = 20_000_000
_TAIL = 4096
_LITTLE_TEXT = 200
_PICTURE_OF_PAGE = 0.5
_UNREADABLE = 0.2
_NAMED_PAGES = 12
_MOST_NOTES = 1000
_WRITTEN = (pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WIDGET)


def pdf_lines(name: str, data: bytes) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines of a PDF, and remarks on pages that are pictures.

    Raises:
        Refused: encrypted, damaged, scanned, too long, or with letters that nothing says what they are.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise damaged(name, "dess slut saknas")
    with closing(_opened(name, data)) as document:
        printed, scanned = _pages(name, document)
    lines = numbered(printed)
    if not lines and not scanned:
        raise refused(name, "I012", "filen har ingen text", "kontrollera att det är rätt fil")
    if scanned and {line.page for line in lines} <= set(scanned):
        cure = f"låt ett program läsa av texten, och importera den nya filen:  {ocr(name)}"
        raise refused(name, "I006", "filen är inskannad: sidorna är bilder utan text", cure)
    _judge_letters(name, lines)
    return lines, _remarks(name, scanned)


def _opened(name: str, data: bytes) -> Any:
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise locked(name) from error
        raise damaged(name, "den går inte att öppna") from error
    if not 0 < count <= MAX_PAGES:
        document.close()
        raise damaged(name, "den har inga sidor") if count < 1 else too_long(name, f"{count} sidor")
    return document


def _pages(name: str, document: Any) -> tuple[list[Printed], list[int]]:
    """The lines of all pages, and which pages are pictures of text."""
    printed: list[Printed] = []
    scanned: list[int] = []
    letters = 0
    for number in range(1, len(document) + 1):
        try:
            found, shapes, is_picture = _page(document, number)
        except pypdfium2.PdfiumError as error:
            raise damaged(name, f"sidan {number} går inte att läsa") from error
        letters += sum(len(word.text) for word in found)
        if letters > MAX_LETTERS:
            raise too_long(name, f"över {MAX_LETTERS // 1_000_000} miljoner tecken")
        printed += page_lines(found, number, shapes)
        scanned += [number] if is_picture else []
    return printed, scanned


def _page(document: Any, number: int) -> tuple[list[Word], list[Box], bool]:
    """The words of a page, its rules and dots, and whether it is a picture of text."""
    with closing(document[number - 1]) as page:
        if not _is_written_on(page):
            return _read(page)
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT)
    with closing(document[number - 1]) as page:
        return _read(page)


def _read(page: Any) -> tuple[list[Word], list[Box], bool]:
    with closing(page.get_textpage()) as textpage:
        found = list(words(textpage))
    little = sum(len(word.text) for word in found) < _LITTLE_TEXT
    return found, drawn(page.raw), little and _is_picture(page)


def _is_written_on(page: Any) -> bool:
    """Whether a page has form fields, text or stamps laid over it, which are no part of its text until made so."""
    for place in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, place)
        kind = pdfium.FPDFAnnot_GetSubtype(note) if note else pdfium.FPDF_ANNOT_UNKNOWN
        if note:
            pdfium.FPDFPage_CloseAnnot(note)
        if kind in _WRITTEN:
            return True
    return False


def _is_picture(page: Any) -> bool:
    """Whether pictures cover most of a page."""
    width, height = page.get_size()
    covered = sum(_areas(page))
    return bool(covered > _PICTURE_OF_PAGE * width * height)


def _areas(page: Any) -> Iterator[float]:
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=5):
        left, bottom, right, top = picture.get_bounds()
        yield abs((right - left) * (top - bottom))


def _judge_letters(name: str, lines: tuple[Line, ...]) -> None:
    """Refuse a file whose fonts do not say which letters their signs are."""
    text = "".join(line.text for line in lines)
    if text.count("\ufffd") > _UNREADABLE * len(text):
        cure = f"låt ett program läsa av sidorna som bilder:  {ocr(name, '--force-ocr ')}"
        raise refused(name, "I014", "filens bokstäver går inte att tyda: typsnitten säger inte vilka de är", cure)


def _remarks(name: str, scanned: list[int]) -> tuple[str, ...]:
    if not scanned:
        return ()
    named = ", ".join(map(str, scanned[:_NAMED_PAGES])) + (" …" if len(scanned) > _NAMED_PAGES else "")
    which = f"Sidan {named} är en bild" if len(scanned) == 1 else f"Sidorna {named} är bilder"
    return (f"{which}, och det som kan stå där är inte läst. Texten läses av med:  {ocr(name, '--skip-text ')}",)


def too_long(name: str, what: str) -> Refused:
    """The refusal of a file beyond any meeting."""
    return refused(name, "I011", f"filen är för lång: {what}", "dela den i en fil för varje möte")
