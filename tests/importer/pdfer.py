"""Small PDF files by hand: text in Helvetica at given places, rules, dots, pictures, letters that nothing names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
_FONTS = (
    "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    " /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
    " /F3 << /Type /Font /Subtype /Type0 /BaseFont /Okand /Encoding /Identity-H /DescendantFonts [ << /Type /Font"
    " /Subtype /CIDFontType2 /BaseFont /Okand /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    " /DW 600 >> ] >>"
)


@dataclass(frozen=True)
class Text:
    """Words at a place in points from the lower left corner."""

    x: float
    y: float
    words: str
    size: float = 11
    bold: bool = False
    upright: bool = True
    nameless: bool = False

    def code(self) -> bytes:
        """What draws it."""
        turned = "1 0 0 1" if self.upright else "0 1 -1 0"
        font = "F3" if self.nameless else "F2" if self.bold else "F1"
        shown = self.words.encode("utf-16-be" if self.nameless else "cp1252").hex()
        return f"BT /{font} {self.size} Tf {turned} {self.x} {self.y} Tm <{shown}> Tj ET\n".encode()


@dataclass(frozen=True)
class Shape:
    """A filled box, thin for a rule and small for the dot of a list; `stroked` for only its edges."""

    x: float
    y: float
    width: float
    height: float
    stroked: bool = False

    def code(self) -> bytes:
        """What draws it."""
        return f"{self.x} {self.y} {self.width} {self.height} re {'S' if self.stroked else 'f'}\n".encode()


Page = Sequence[Text | Shape]


def column(words: Sequence[str], x: float = 72, top: float = 760, step: float = 13) -> list[Text]:
    """Lines under each other."""
    return [Text(x, top - place * step, one) for place, one in enumerate(words)]


def pdf(*pages: Page, pictures: Sequence[int] = (), written: Sequence[Text] = ()) -> bytes:
    """A PDF with these pages; those numbered in `pictures`, from 1, have a picture over all of the page.

    What is `written` stands on every page as a filled in form or a note does: above the page, not in it.
    """
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    )
    objects.append(image + b"\nstream\n\x7f\nendstream")
    drawn = b"".join(one.code() for one in written)
    box = f"/BBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << {_FONTS} >> >>"
    objects.append(
        f"<< /Type /XObject /Subtype /Form {box} /Length {len(drawn)} >>\nstream\n".encode() + drawn + b"\nendstream"
    )
    note = f"<< /Type /Annot /Subtype /FreeText /F 4 /Rect [0 0 {WIDTH} {HEIGHT}] /Contents () /AP << /N 4 0 R >> >>"
    notes = f" /Annots [ {note} ]" if written else ""
    kids = []
    for number, page in enumerate(pages, start=1):
        drawn = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im1 Do Q\n".encode() if number in pictures else b""
        content = drawn + b"".join(one.code() for one in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects)} 0 R"
            f" /Resources << /Font << {_FONTS} >> /XObject << /Im1 3 0 R >> >>{notes} >>".encode()
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    body = bytearray(b"%PDF-1.4\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    body += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(body)
