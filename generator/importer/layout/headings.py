"""Whether a line is a printed label or heading, where it ends and where its value begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.importer.layout.table import Rule, Zone, rules

_ORNAMENT = "*_ \t\u00a0"
_SEPARATOR = re.compile(r"[*_]*\s*:\s*[*_]*|[*_]*\s*\t\s*[*_]*|[*_]{2,}\s*|\s{2,}|\s+(?=[._…]{3,})")
_LONGEST = 90
_KIND_WORDS = 14
_REMEMBERED = 20_000


@dataclass(frozen=True)
class Heading:
    """A printed label or heading: the row, the words as printed, and what follows them on the line."""

    rule: Rule
    rubrik: str
    value: str


@lru_cache(maxsize=_REMEMBERED)
def heading(text: str, zone: Zone, slag: str | None = None) -> Heading | None:
    """The label or heading that a line begins with; the longest that the table knows for this zone."""
    bare = text.lstrip(_ORNAMENT)
    if not bare[:1].isupper() or not _any().match(bare):
        return None
    best: tuple[int, Heading] | None = None
    for rule in rules():
        if zone in rule.zones and slag in (None, rule.slag):
            found = _longest(rule, bare)
            if found and (best is None or found[0] > best[0]):
                best = found
    return best[1] if best else None


def _longest(rule: Rule, text: str) -> tuple[int, Heading] | None:
    ends = [found.end() for pattern in rule.patterns for found in [pattern.match(text)] if found and found.end()]
    for end in sorted(set(ends), reverse=True):
        value = _value(rule, text, end)
        if value is not None and end <= _LONGEST:
            rubrik = text if rule.form == "rad" else text[:end]
            return end, Heading(rule, rubrik.strip(_ORNAMENT), value)
    return None


def _value(rule: Rule, text: str, end: int) -> str | None:
    """What stands after the label, where the label may stand so; else None."""
    rest = text[end:]
    if rule.form == "rad":
        return "" if _fits_kind(rule, text, rest) else None
    if not rest.strip(_ORNAMENT + ":.") and not rest.startswith("."):
        return "" if rule.form != "kolon" or rest.strip(_ORNAMENT) or not rest else None
    if parted := _SEPARATOR.match(rest):
        return _without_stray_marks(rest[parted.end() :], text[: len(text) - len(rest)])
    if rule.form == "fri" and rest[:1].isspace() and rule.value.match(rest.strip(_ORNAMENT)):
        return rest.strip()
    return None


def _fits_kind(rule: Rule, text: str, rest: str) -> bool:
    """Whether a line can be the title of a document: short, no sentence."""
    if rule.slag != "slag":
        return True
    return not rest[:1].isalnum() and len(text.split()) <= _KIND_WORDS and text[-1:] not in ".,;:?"


def _without_stray_marks(value: str, label: str) -> str:
    """A value whose emphasis began at its label has its end mark left alone: ``***Beslut:** text*``."""
    value = value.strip()
    odd = value.count("*") % 2 and value.endswith("*")
    return value[:-1].rstrip() if odd and not value.startswith("*") else value


@cache
def _any() -> re.Pattern[str]:
    """One pattern for all rows, so that most lines are put aside at once."""
    return re.compile("|".join(f"(?:{one.pattern})" for rule in rules() for one in rule.patterns), re.IGNORECASE)
