"""Characters that a record may not hold, and what each is called in Swedish.

They are invisible, or mean something else on every computer, and come in by pasting from PDF and word processors: a
name with a hidden mark in it is not the name that others search for.
"""

from __future__ import annotations

import re

_INVISIBLE = {
    "\u00ad": "ett mjukt bindestreck",
    "\u061c": "ett arabiskt riktningsmärke",
    "\u180e": "ett osynligt mongoliskt skiljetecken",
    "\u200b": "ett mellanslag utan bredd",
    "\u200c": "en osynlig skiljare (ZWNJ)",
    "\u200d": "en osynlig sammanfogare (ZWJ)",
    "\u200e": "ett riktningsmärke (vänster till höger)",
    "\u200f": "ett riktningsmärke (höger till vänster)",
    "\u202a": "en riktningsinbäddning (vänster till höger)",
    "\u202b": "en riktningsinbäddning (höger till vänster)",
    "\u202c": "ett slut på riktningsändring",
    "\u202d": "en tvingad läsriktning (vänster till höger)",
    "\u202e": "en tvingad läsriktning (höger till vänster)",
    "\u2060": "en osynlig ordsammanfogare",
    "\u2066": "en riktningsisolering (vänster till höger)",
    "\u2067": "en riktningsisolering (höger till vänster)",
    "\u2068": "en riktningsisolering",
    "\u2069": "ett slut på riktningsisolering",
    "\ufeff": "ett byteordningsmärke (BOM) inne i texten",
}
_BREAKS = {"\x85": "ett radslut av ovanligt slag", "\u2028": "en radskiljare", "\u2029": "en styckeskiljare"}

INVISIBLE = re.compile("[" + "".join(_INVISIBLE) + "\u2061-\u2064\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
LOST = re.compile("\ufffd|Ã[\xa0-\xbf\x80-\x9f\\u2026\\u201e\\u2013]")
"""The replacement character, and å ä ö that were saved as UTF-8 and read as Latin-1 (`Ã¥`)."""

_WIDE_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces of other widths; one character each, so replacing them moves nothing."""
_SUSPECT = re.compile(f"[\t\ufffdÃ{''.join(one.pattern[1:-1] for one in (INVISIBLE, CONTROL, PRIVATE))}]")


def forbidden(char: str) -> str | None:
    """What a character that may not stand in a record is called, with its number; None for one that may."""
    number = f"(U+{ord(char):04X})"
    if INVISIBLE.match(char):
        return f"{_INVISIBLE.get(char, 'ett osynligt märke')} {number}"
    if CONTROL.match(char):
        return f"{_BREAKS.get(char, 'ett styrtecken')} {number}"
    if PRIVATE.match(char):
        return f"ett tecken ur ett eget typsnitt {number}"
    return f"ett ersättningstecken {number}" if char == "\ufffd" else None


def plain_spaces(text: str) -> str:
    """The text with every wide, narrow or unbreakable space as an ordinary one; no character moves."""
    for space in _WIDE_SPACES:  # each is sought at once where no character of the text is as high as it
        text = text.replace(space, " ")
    return text


def is_plain(text: str) -> bool:
    """Whether the text holds nothing that a closer look could find fault with; one swift look, for sound records."""
    return _SUSPECT.search(text) is None
