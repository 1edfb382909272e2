"""A file that holds the bevis of a notice and nothing else: an anslag that the archive has without its meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.importer.document import ReadDocument
from generator.importer.extract.line import Line
from generator.importer.joining.proposal import Proposal, Seen, kalla_of

_HAS_MORE = frozenset({"punkter", "narvaro", "kallade"})
_TITLE = re.compile(r"(?:bevis|tillkännagivande|anslag)\b[^.:;]{0,60}", re.IGNORECASE)
_OF_PROTOKOLL = re.compile(r"Ingen paragraf är läst|Slaget är inte tryckt|bara ett bevis")
_TITLED = "Rubriken är inte tryckt."
_ALONE = "Filen är bara ett bevis om anslag. Läses protokollet in senare ska den här posten tas bort."


def is_notice(dokument: Mapping[str, Any]) -> bool:
    """Whether a document as read is only the bevis of a notice."""
    return "anslag" in dokument and not _HAS_MORE & dokument.keys()


def notice(document: ReadDocument, seen: Seen, mote: str) -> Proposal:
    """The anslag of a document, under the organ and the day of its meeting."""
    title = next((line for line in document.lines if _TITLE.fullmatch(line.text.strip())), None)
    value: dict[str, Any] = {
        "granskad": "nej",
        **document.dokument["anslag"],
        "rubrik": _titled(title) if title else "Bevis om justering",
        "kalla": kalla_of(seen.source),
    }
    if said := document.dokument.get("organ_tryckt"):
        value.setdefault("organ_tryckt", said)
    value.setdefault("sammantradesdatum", mote.partition("/")[2])
    proposal = Proposal("anslag", mote, value, sources=[seen.source])
    for doubt in document.doubts:
        if not _OF_PROTOKOLL.search(doubt.why):
            path = doubt.path[2:] if doubt.path[:2] == ("dokument", "anslag") else doubt.path[1:]
            known = path if path and path[0] in value else ("rubrik",)
            proposal.doubts.append((replace(doubt, path=known), Seen(seen.source, doubt.line)))
    proposal.doubt(("rubrik",), seen, _ALONE if title else f"{_TITLED} {_ALONE}")
    return proposal


def _titled(line: Line) -> str:
    text = " ".join(line.text.split())
    return text.capitalize() if text.isupper() else text
