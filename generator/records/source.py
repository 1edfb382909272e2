"""A record's bytes as text, with what word processors, PDFs and other computers leave in it found or mended.

Mended in silence, since nothing moves and nothing printed is lost: a byte order mark, the line ends of Windows and
old Macs, unbreakable and wide spaces. (Decomposed letters are composed later, in the nodes, so that positions keep
pointing right in the file as it stands.) All else is a fault that says what to do.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, sort_key
from generator.records import characters
from generator.records.place import Sheet, Span

MAX_BYTES = 2_000_000
"""Far above any record of a meeting; a mistake beyond it would cost seconds to read."""

CODES = {
    "R001": "Filen är för stor för en post.",
    "R002": "Filen är inte sparad som UTF-8.",
    "R003": "Filen innehåller ett styrtecken.",
    "R004": "Filen innehåller ett tecken ur ett eget typsnitt.",
    "R005": "Filen innehåller ett osynligt tecken.",
    "R006": "Bokstäver har gått förlorade när texten sparades.",
    "R007": "En rad är indragen med tabbtecken.",
}

_SAVE = "öppna filen i en textredigerare och spara om den med teckenkodningen UTF-8"
_TABBED = re.compile(r"^ *\t", re.MULTILINE)
_KINDS = (
    (characters.CONTROL, "R003", "ta bort tecknet"),
    (characters.PRIVATE, "R004", "skriv det tecken som syns i dokumentet; en punkt i en punktlista skrivs '-'"),
    (characters.INVISIBLE, "R005", "ta bort tecknet: ställ markören efter det och tryck backsteg"),
    (characters.LOST, "R006", "skriv om bokstaven så som den står i dokumentet"),
)


def read_source(data: bytes, path: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file, lines ended by a newline alone, with every fault of its characters.

    The text is None where reading on would only give faults of faults: too large, not UTF-8, indented with tabs.
    Lines and columns of the text are those of the file. Each character that does not belong is told once, where it
    first stands. Never raises.
    """
    if len(data) > MAX_BYTES:
        return None, [_too_large(data, path)]
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(body, path, error.start)]
    text = _mended(text)
    if characters.is_plain(text):
        return text, []
    readable = characters.CONTROL.sub("\ufffd", text)
    shown = Sheet(characters.INVISIBLE.sub("\ufffd", readable), path)
    faults = [*_odd_characters(text, shown), *_tabs(shown)]
    usable = not any(fault.code == "R007" for fault in faults)
    return (readable if usable else None), sorted(faults, key=sort_key)


def text_of(data: bytes) -> str:
    """The text of a file without faults, as `read_source` gives it, which has found that it has none."""
    return _mended(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))


def _mended(text: str) -> str:
    return characters.plain_spaces(text.replace("\r\n", "\n").replace("\r", "\n"))


def _too_large(data: bytes, path: str) -> Diagnostic:
    message = f"filen är större än {MAX_BYTES // 1_000_000} MB, som är det mesta som en post får vara"
    cure = "en post är text om ett enda ämne: dela upp den, eller lägg dokumentet som fil och hänvisa till det"
    return Sheet("", path).fault("R001", message, Span(1, 1, 1, 2), cure=cure)


def _not_utf8(body: bytes, path: str, start: int) -> Diagnostic:
    """Points at the first byte that is not UTF-8 and shows the line as Windows would have meant it."""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Sheet("", path).fault("R002", "filen är sparad som UTF-16", Span(1, 1, 1, 2), cure=_SAVE)
    before = re.split("\r\n|\r|\n", body[:start].decode("utf-8"))
    rest = re.split(rb"[\r\n]", body[start:], maxsplit=1)[0].decode("cp1252", "replace")
    meant = f"en bokstav, troligen '{rest[0]}'," if rest[:1].isalpha() else "ett tecken"
    span = Span(len(before), len(before[-1]) + 1, len(before), len(before[-1]) + 2)
    sheet = Sheet("\n" * (len(before) - 1) + before[-1] + rest, path)
    message = f"filen är inte sparad som UTF-8: här står {meant} i en annan teckenkodning"
    return sheet.fault("R002", message, span, cure=_SAVE)


def _odd_characters(text: str, sheet: Sheet) -> Iterator[Diagnostic]:
    """Faults of the text, shown on the sheet, where what cannot be seen is made visible."""
    for pattern, code, cure in _KINDS:
        found: dict[str, list[int]] = {}
        for hit in pattern.finditer(text):
            found.setdefault(hit[0], []).append(hit.start())
        for odd, places in found.items():
            name = characters.forbidden(odd) if len(odd) == 1 else f"'{odd}', som är en felläst bokstav"
            again = _again(len(places) - 1, "ställe", "ställen")
            yield sheet.fault(code, f"här står {name}{again}", _span(sheet, places[0], len(odd)), cure=cure)


def _tabs(sheet: Sheet) -> Iterator[Diagnostic]:
    hits = list(_TABBED.finditer(sheet.text))
    if hits:
        message = f"raden är indragen med tabbtecken{_again(len(hits) - 1, 'rad', 'rader')}"
        span = _span(sheet, hits[0].end() - 1, 1)
        yield sheet.fault("R007", message, span, cure="använd mellanslag, två för varje steg")


def _again(more: int, one: str, many: str) -> str:
    return f" (och på {more} {one if more == 1 else many} till)" if more else ""


def _span(sheet: Sheet, start: int, width: int) -> Span:
    """The place of some characters on one line, from their offset in the text; counts lines as editors do."""
    line = sheet.text.count("\n", 0, start) + 1
    column = start - (sheet.text.rfind("\n", 0, start) + 1) + 1
    return Span(line, column, line, column + width)
