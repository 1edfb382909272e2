"""A case as a drawing: a lane for each organ, a mark for what the case met at each meeting, in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.archive.arendegang import Gang, Steg, is_before
from generator.svenska import capital, count, date_range
from generator.views.delar.svg import Bild, bredd, kortat, marke, rader, tag
from generator.views.delar.tidsaxel import Axel, axel, rutnat
from generator.views.text import mote_text, organ_text

SLAG = {
    "beslutad": ("behandlas", "fyllt märke: behandlas vid mötet"),
    "fore": ("står i kallelsen", "fyrkantigt: står i en handling från före mötet"),
    "namns": ("nämns", "streckat: ärendet nämns"),
    "aterrapport": ("återrapport", "ljust: ett uppdrag kommer tillbaka"),
    "vantas": ("återrapport väntas", "ihåligt: en återrapport väntas"),
}
"""What each kind of mark says, for its own title and for the key below the drawing."""
_HEAD, _ROW, _GAP = 20, 24, 10


@dataclass(frozen=True)
class _Marke:
    """Steps of one kind at one meeting, by their numbers in the list of steps."""

    mote: str
    klass: str
    forsta: int
    sista: int
    x: float

    @property
    def text(self) -> str:
        return str(self.forsta) if self.forsta == self.sista else f"{self.forsta}–{self.sista}"


def arendebild(archive: Archive, course: Gang) -> Bild | None:
    """The drawing of a case; None where all of it happened on one day, which a list says better.

    The number in a mark is that of the step in ``course.steg``, from 1.
    """
    axis = axel(step.datum for step in course.steg)
    if axis is None:
        return None
    marks = list(_marks(archive, course.steg, axis))
    lanes = _by_organ(marks)
    grounds, drawn = [], []
    top = 0
    for organ, lane in lanes:
        rows = rader((mark.x, bredd(mark.text)) for mark in lane)
        height = _HEAD + _ROW * (max(rows) + 1)
        grounds.append(tag("rect", x=0, y=top, width="100%", height=height, rx=3, class_="bana"))
        drawn.append(_lane(archive, organ, zip(lane, rows, strict=True), top))
        top += height + _GAP
    height = top + 22
    return Bild(
        id="arendegang",
        titel="Ärendets gång genom organen",
        beskrivning=_described(archive, course, lanes),
        hojd=height,
        delar=(*grounds, *rutnat(axis, archive.datum, height), *drawn),
        nyckel=_key(marks, axis.forsta < archive.datum < axis.sista),
    )


def _marks(archive: Archive, steps: Sequence[Steg], axis: Axel) -> Iterator[_Marke]:
    numbered = [(number, step, _kind(archive, step)) for number, step in enumerate(steps, 1)]
    for (mote, kind), group in groupby(numbered, key=lambda one: (one[1].mote, one[2])):
        found = list(group)
        yield _Marke(mote, kind, found[0][0], found[-1][0], axis.x(found[0][1].datum))


def _kind(archive: Archive, step: Steg) -> str:
    if step.slag != "behandlas" or step.punkt is None:
        return step.slag
    return "fore" if is_before(archive, archive.punkter[step.punkt]) else "beslutad"


def _by_organ(marks: Iterable[_Marke]) -> list[tuple[str, list[_Marke]]]:
    """The lanes in the order in which the case came to their organ."""
    found: dict[str, list[_Marke]] = {}
    for mark in marks:
        found.setdefault(mark.mote.partition("/")[0], []).append(mark)
    return list(found.items())


def _lane(archive: Archive, organ: str, marks: Iterable[tuple[_Marke, int]], top: int) -> Markup:
    """The organ's name, and its marks in their rows."""
    parts = [tag("text", kortat(organ_text(archive, organ)), x=6, y=top + 14, class_="namn")]
    for mark, row in marks:
        title = f"{mark.text}: {mote_text(archive, archive.moten[mark.mote])}, {SLAG[mark.klass][0]}"
        parts.append(marke(mark.x, top + _HEAD + _ROW * row + 10, mark.text, mark.klass, title))
    return Markup().join(parts)


def _key(marks: Iterable[_Marke], with_today: bool) -> str:
    kinds = {mark.klass for mark in marks}
    said = [meaning for kind, (_, meaning) in SLAG.items() if kind in kinds]
    said += ["prickad linje: dagen som arkivet visar"] if with_today else []
    return f"Numren är stegens i listan nedan. {capital('; '.join(said))}."


def _described(archive: Archive, course: Gang, lanes: Sequence[tuple[str, Sequence[_Marke]]]) -> str:
    motes = {step.mote for step in course.steg}
    organs = ", ".join(organ_text(archive, organ) for organ, _ in lanes)
    span = date_range(course.steg[0].datum, course.steg[-1].datum)
    return (
        f"{count(len(course.steg), 'steg', 'steg')} vid {count(len(motes), 'möte', 'möten')}, {span}, i {organs}. "
        "Samma uppgifter står i listan nedan."
    )
