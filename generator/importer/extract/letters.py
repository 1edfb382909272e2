"""The characters of a document made plain, in the same way whatever the file was."""

from __future__ import annotations

import re
import unicodedata

from generator.importer.extract.line import Line
from generator.records import characters

SOFT_HYPHEN = "\u00ad"
_LIGATURES = str.maketrans(
    {chr(0xFB00 + i): text for i, text in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
)
_COLUMNS = re.compile(r" *\t[ \t]*| {3,}")
_HARD_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})


def clean(text: str, *, printed: bool = False) -> str:
    """The text of one line: composed letters, plain spaces, nothing invisible, one tab between columns.

    Bullets and other characters of a font's own come through. `printed` says that the line is a line of print: then a
    soft hyphen at its end is kept, since the hyphen was seen and the word goes on.
    """
    plain = characters.plain_spaces(text)
    if plain.isascii():
        plain = plain.replace("\n", " ").replace("\r", " ")
        return _COLUMNS.sub("\t", characters.CONTROL.sub("", plain)).strip()
    plain = unicodedata.normalize("NFC", plain.translate(_LIGATURES).translate(_HARD_HYPHENS))
    soft_end = printed and plain.rstrip().endswith(SOFT_HYPHEN)
    plain = characters.INVISIBLE.sub("", characters.CONTROL.sub("", plain.replace("\n", " ").replace("\r", " ")))
    return _COLUMNS.sub("\t", plain).strip() + (SOFT_HYPHEN if soft_end else "")


def remarks(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """What the reviewer must know of the letters: that some were lost when the file was made."""
    lost = [line for line in lines if characters.LOST.search(line.text)]
    if not lost:
        return ()
    return (
        f"Bokstäver verkar ha gått förlorade när filen sparades, första gången på rad {lost[0].number} "
        f"(sammanlagt {len(lost)} rader): jämför med originalet.",
    )
