"""E-mail addresses of persons in running text, told from those of an office (registrator@…)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MAIL = re.compile(r"(?<![\w.+-])[\w.+%'-]+@(?:[\w-]+\.)+[^\W\d_]{2,}(?!\w)")
_PERSON = re.compile(r"[^\W\d_]+(?:[._][^\W\d_]+)+", re.IGNORECASE)
_OFFICE = re.compile(
    r"registrator\w*|info\w*|kommun(?:en)?|region(?:en)?|diari\w+|kansli\w*|\w*n(?:a|ä)mnd(?:en)?|\w*styrelsen?"
    r"|\w*f(?:o|ö)rvaltning(?:en)?|\w*kontor(?:et)?|\w*fullm(?:a|ä)ktige|post|kontakt\w*|kundtj(?:a|ä)nst|medborgar\w*"
    r"|service\w*|support|dataskydd\w*|\w*arkiv(?:et)?|press\w*|redaktion\w*|web\w*|upphandling\w*|reception\w*"
    r"|revision\w*|noreply|reply|sekretariat\w*|myndighet\w*",
    re.IGNORECASE,
)
_ABBREVIATION = 3
"""An organ is often two or three letters, as in ks.kansli@."""


def private_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such addresses begin and end, and why each is taken for one."""
    for match in _MAIL.finditer(text):
        if why := _private_mail(match[0].partition("@")[0]):
            yield match.start(), match.end(), why


def _private_mail(local: str) -> str:
    """Why an address, by what stands before the @, is not an office's; empty for one that is."""
    parts = [part for part in re.split(r"[._-]", local) if len(part) > _ABBREVIATION]
    if parts and all(_OFFICE.fullmatch(part) for part in parts):
        return ""
    if _PERSON.fullmatch(local):
        return "e-postadress med en persons namn"
    return "e-postadress som inte säkert är en funktions"
