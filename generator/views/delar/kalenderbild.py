"""A year of meetings as a picture: a row for each month, a mark with the day for each meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.svenska import MONTHS, count
from generator.views.delar.moten import FORE, laget
from generator.views.delar.svg import Bild, bredd, marke, procent, rader, tag
from generator.views.text import mote_text

NYCKEL = {
    "hallet": "fyllt märke: hållet",
    "kommande": "ihåligt: planerat, föreslaget eller kallat",
    "okant": "streckat: okänt om det hölls",
    "fore": "fyrkantigt: inställt eller ersatt av annat möte",
}
"""The kinds of marks (classes of the style sheet) and what they mean."""
_FIRST, _LAST = 16.0, 95.0
_ROW, _EMPTY, _TOP = 22, 16, 18


def arsbild(archive: Archive, organ: str, year: int, motes: Sequence[Mote]) -> Bild:
    """The meetings of an organ in a year; `motes` are those of the year, the earliest first."""
    drawn: list[Markup] = [
        tag("text", day, x=procent(_x(day)), y=12, text_anchor="middle", class_="tid") for day in (1, 10, 20, 31)
    ]
    top = _TOP
    for number, name in enumerate(MONTHS, 1):
        part, height = _month(archive, number, name, [mote for mote in motes if mote.datum.month == number], top)
        drawn.append(part)
        top += height
    kinds = {_kind(archive, mote) for mote in motes}
    return Bild(
        id=f"kalender-bild-{year}",
        titel=f"{organ}: möten {year}",
        beskrivning=f"{count(len(motes), 'möte', 'möten')} under året, en rad för varje månad. "
        "Samma dagar står i listan nedan.",
        hojd=top,
        delar=tuple(drawn),
        nyckel=_key(kinds),
    )


def _key(kinds: Iterable[str]) -> str:
    said = "; ".join(NYCKEL[kind] for kind in NYCKEL if kind in set(kinds))
    return f"Siffran är dagen i månaden. {said[:1].upper()}{said[1:]}."


def _x(day: int) -> float:
    return _FIRST + (_LAST - _FIRST) * (day - 1) / 30


def _kind(archive: Archive, mote: Mote) -> str:
    status = mote.data.status
    if status in FORE:
        return "kommande" if mote.sista_dag >= archive.datum else "okant"
    return {"hallet": "hallet", "okant": "okant"}.get(status, "fore")


def _month(archive: Archive, number: int, name: str, motes: Sequence[Mote], top: int) -> tuple[Markup, int]:
    """The row of a month: higher where meetings stand too close for one line, lower where there are none."""
    labels = [_days(mote) for mote in motes]
    places = [_x(mote.datum.day) for mote in motes]
    rows = rader((x, bredd(label)) for x, label in zip(places, labels, strict=True))
    height = _ROW * (max(rows) + 1) if rows else _EMPTY
    stripe = "bana" if number % 2 else "bana udda"
    parts = [
        tag("rect", x=0, y=top, width="100%", height=height, class_=stripe),
        tag("text", name[:3], x=6, y=top + (15 if rows else 12), class_="namn"),
    ]
    for mote, x, label, row in zip(motes, places, labels, rows, strict=True):
        title = f"{mote_text(archive, mote)}: {laget(archive, mote)}"
        parts.append(marke(x, top + _ROW * row + 11, label, _kind(archive, mote), title))
    return Markup().join(parts), height


def _days(mote: Mote) -> str:
    last = mote.sista_dag
    return str(mote.datum.day) if last == mote.datum else f"{mote.datum.day}–{last.day}"
