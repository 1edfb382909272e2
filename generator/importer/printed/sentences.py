"""Running text to sentences."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?])[”\"’)*_]*\s+(?=[A-ZÅÄÖÉ\"”“(])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:kl|nr|dnr|bl\.a|bl\. a|t\.ex|t\. ex|m\.m|m\.fl|o\.s\.v|osv|ca|s\.k|fr\.o\.m|t\.o\.m|prop|st|tel|art|"
    r"kap|resp|inkl|exkl|etc|vice|ev|ordf|tf|bitr|jfr)\.|\b[A-ZÅÄÖ]\.)$"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text of one or several paragraphs, in order, white space made one."""
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n|\n(?=- )", text):
        found.extend(_of_paragraph(" ".join(paragraph.split())))
    return [one for one in found if one]


def _of_paragraph(text: str) -> list[str]:
    out, start = [], 0
    for end in _END.finditer(text):
        if _ABBREVIATION.search(text[start : end.start()]):
            continue
        out.append(text[start : end.end()].strip())
        start = end.end()
    return [*out, text[start:].strip()]
