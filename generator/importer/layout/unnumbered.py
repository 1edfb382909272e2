"""Items of a document that numbers nothing: headings with text below them, once the head is over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.importer.extract.line import Line
from generator.importer.layout.headings import heading
from generator.importer.layout.numbering import Start

FALT = "rubrik"
_HEAD = frozenset(
    {
        "motesdatum", "tid", "plats", "plats_och_tid", "datum_och_tid", "motesform", "beslutande", "ledamoter",
        "tjanstgorande_ersattare", "ersattare", "ej_tjanstgorande", "narvarande", "fortroendevalda", "ovriga",
        "tjanstepersoner", "kallade", "forhinder", "franvarande", "pa_lank", "organ",
    }
)  # fmt: skip
_MOST_WORDS = 12
_NOT_A_HEADING = re.compile(r"[-–•\uf0b7✓→➤*]\s|.*\([A-ZÅÄÖ]{1,4}\)|.*[.,;:!]$|.*\t|\d|.*@")
_CASE_NUMBER = re.compile(r"(?:(?i:Dnr|Diarienr|Diarienummer)\b.*|[A-ZÅÄÖ]{2,6}[ -]?\d{2,4}[-/: ]?\d+\S*)")
_SENTENCE = re.compile(r".*[.!?]\W*$")


def unnumbered(lines: Sequence[Line]) -> tuple[Start, ...]:
    """The headings that begin items, in order; none where text does not stand below at least two of them.

    One is enough where sections of an item (a förslag, a beslut) stand below it.
    """
    after = max((place for place, line in enumerate(lines) if _is_head(line.text)), default=-1)
    places = [place for place in range(after + 1, len(lines)) if _reads_as_heading(lines, place)]
    marked = [place for place in places if lines[place].level or lines[place].bold]
    if marked:
        level = Counter(lines[place].level for place in marked).most_common(1)[0][0]
        places = [place for place in marked if lines[place].level == level]
    sections = any(heading(line.text, "punkt", "avsnitt") for line in lines[after + 1 :] if line.text)
    if len(places) < 2 and not (places and sections):  # noqa: PLR2004
        return ()
    return tuple(
        Start(place, FALT, "", (number, ""), lines[place].text.strip("*_ "), FALT, 1.0)
        for number, place in enumerate(places, 1)
    )


def _is_head(text: str) -> bool:
    found = heading(text, "huvud", "etikett") if text else None
    return found is not None and found.rule.falt in _HEAD


def _reads_as_heading(lines: Sequence[Line], place: int) -> bool:
    """Whether a line stands alone, is short and no sentence, and has sentences or a section below it."""
    line = lines[place]
    text = line.text.strip("*_ ")
    if not text[:1].isupper() or len(text.split()) > _MOST_WORDS or _NOT_A_HEADING.match(text):
        return False
    if heading(line.text, "slut") is not None or heading(line.text, "punkt") is not None:
        return False
    alone = place == 0 or not lines[place - 1].text or bool(line.level or line.bold)
    below = _paragraph_below(lines, place)
    return alone and bool(below) and (bool(_SENTENCE.match(below)) or heading(below, "punkt", "avsnitt") is not None)


def _paragraph_below(lines: Sequence[Line], place: int) -> str:
    """The paragraph below a line, as one text."""
    out: list[str] = []
    for line in lines[place + 1 :]:
        if line.text and not (not out and _CASE_NUMBER.fullmatch(line.text)):
            out.append(line.text)
        elif out:
            break
    return " ".join(out)
