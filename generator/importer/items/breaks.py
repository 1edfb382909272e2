"""Breaks of a meeting that the text of its points tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.importer.printed.sentences import sentences

_CLOCK = r"\d{1,2}[.:]\d{2}"
_BREAK = re.compile(
    rf"\b(?:ajourner\w*|paus\w*|avbrott\w*)\b(?:(?!{_CLOCK}).){{0,60}}?(?P<fran>{_CLOCK})\s*"
    rf"(?:[-–—]|till|(?:och|samt) (?:(?!{_CLOCK}).){{0,60}}?)\s*(?:kl\.?|klockan)?\s*(?P<till>{_CLOCK})",
    re.IGNORECASE,
)


def breaks(value: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The breaks told of in a point: from when, till when, in which words."""
    for child in value.get("underpunkter", []):
        yield from breaks(child)
    texts = [value.get("text", ""), *(one.get("text", "") for one in value.get("avsnitt", []))]
    for sentence in (one for text in texts for one in sentences(text)):
        for found in _BREAK.finditer(sentence):
            yield {"fran": found["fran"], "till": found["till"], "text": found[0]}
