"""A file's lines to its documents: what is private masked, documents told apart, each read. No meeting is a refusal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic, Position
from generator.importer.document import read_document
from generator.importer.extract.line import Extract, Line
from generator.importer.extract.refused import Refused
from generator.importer.joining.batch import Part
from generator.importer.known import Known
from generator.importer.layout.split import documents
from generator.importer.privacy.masking import Masked, mask, uncertain

CODES = {
    "I101": "Texten är inte på svenska.",
    "I102": "Texten är inte från något sammanträde.",
}
_SWEDISH = frozenset(
    ["och", "att", "det", "som", "en", "på", "är", "av", "för", "med", "till", "den", "har", "inte", "om", "ett"]
)
_FOREIGN = frozenset(["the", "of", "and", "to", "in", "is", "that", "for", "with", "der", "und", "das", "ist", "les"])
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20


@dataclass(frozen=True)
class Understood:
    """The documents of a file, and what was masked in it."""

    parts: tuple[Part, ...]
    masked: tuple[Masked, ...]


def understand(extract: Extract, known: Known) -> Understood:
    """What a file says. Raises Refused where it is in another language, or where nothing in it is of a meeting."""
    if _is_foreign(extract.lines):
        message, cure = "texten är inte på svenska", "importen läser bara svenska handlingar"
        raise Refused(Diagnostic(Position(extract.name), "I101", message, cure=cure))
    lines, hits = mask(extract.lines)
    extract = replace(extract, remarks=(*extract.remarks, *uncertain(lines)))
    parts = []
    for part in documents(lines):
        document = read_document(part, extract, known)
        if _is_of_meeting(document.dokument):
            parts.append(Part(document, replace(extract, lines=tuple(part))))
    if not parts:
        message = "i texten finns varken närvarande, punkter eller paragrafer"
        cure = "kontrollera att det är en kallelse, ett protokoll eller minnesanteckningar"
        raise Refused(Diagnostic(Position(extract.name), "I102", message, cure=cure))
    return Understood(tuple(parts), hits)


def _is_of_meeting(dokument: dict[str, object]) -> bool:
    return any(dokument.get(key) for key in ("punkter", "kallade", "narvaro", "anslag"))


def _is_foreign(lines: Sequence[Line]) -> bool:
    words = [word for line in lines for word in _WORD.findall(line.text.casefold())]
    swedish, foreign = (sum(word in common for word in words) for common in (_SWEDISH, _FOREIGN))
    return len(words) >= _ENOUGH and foreign > 2 * swedish and foreign * _ENOUGH > len(words)
