"""A person's seats and meetings as a drawing: a lane for each organ, a bar for each seat, a dot for each meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.archive.personbild import Personbild
from generator.archive.sammansattning import ROLLNAMN, Plats
from generator.svenska import collation_key, count, date_range, long_date
from generator.views.delar.svg import Bild, kortat, procent, tag
from generator.views.delar.tidsaxel import Axel, axel, rutnat
from generator.views.text import organ_text

_HEAD, _SEAT, _DOTS, _GAP = 20, 28, 16, 10
_FINEST = 0.5
"""Dots nearer than this, in per cent of the width, are drawn as one."""
_MIDDLE = 50


@dataclass(frozen=True)
class _Bana:
    """An organ with the person's seats in it and the days of the meetings where the person was present."""

    organ: str
    platser: tuple[Plats, ...]
    dagar: tuple[dt.date, ...]


def rollbild(archive: Archive, namn: str, picture: Personbild) -> Bild | None:
    """The drawing of a person's roles over time; None where all that is known lies on one day."""
    lanes = _lanes(archive, picture)
    axis = axel(day for lane in lanes for day in _days(archive, lane))
    if axis is None:
        return None
    grounds, drawn = [], []
    top = 0
    for lane in lanes:
        height = _HEAD + _SEAT * len(lane.platser) + (_DOTS if lane.dagar else 2)
        grounds.append(tag("rect", x=0, y=top, width="100%", height=height, rx=3, class_="bana"))
        drawn.append(_lane(archive, axis, lane, top))
        top += height + _GAP
    height = top + 22
    return Bild(
        id="roller",
        titel=f"Roller och möten för {namn}",
        beskrivning=_described(archive, axis, lanes),
        hojd=height,
        delar=(*grounds, *rutnat(axis, archive.datum, height), *drawn),
        nyckel=_key(lanes),
    )


def _lanes(archive: Archive, picture: Personbild) -> list[_Bana]:
    present = sorted(
        {(row.mote.partition("/")[0], archive.moten[row.mote].datum) for row in picture.framtradanden if row.narvarande}
    )
    organs = {seat.organ for seat in picture.mandat} | {organ for organ, _ in present}
    return [
        _Bana(
            organ,
            tuple(seat for seat in picture.mandat if seat.organ == organ),
            tuple(day for at, day in present if at == organ),
        )
        for organ in sorted(organs, key=lambda one: (collation_key(organ_text(archive, one)), one))
    ]


def _days(archive: Archive, lane: _Bana) -> Iterable[dt.date]:
    """The days that the axis must hold; the archive's own day only where a seat may last until then."""
    yield from lane.dagar
    for seat in lane.platser:
        yield from (day for day in (seat.mandat.fran, seat.mandat.till, seat.senast_belagd) if day)
        if seat.mandat.till is None:
            yield archive.datum


def _lane(archive: Archive, axis: Axel, lane: _Bana, top: int) -> Markup:
    parts = [tag("text", kortat(organ_text(archive, lane.organ)), x=6, y=top + 14, class_="namn")]
    y = top + _HEAD
    for seat in lane.platser:
        parts += _seat(archive, axis, seat, y)
        y += _SEAT
    places = sorted({round(axis.x(day) / _FINEST) * _FINEST for day in lane.dagar})
    parts += [tag("circle", cx=procent(x), cy=y + 6, r=4, class_="mote") for x in places]
    return Markup().join(parts)


def _seat(archive: Archive, axis: Axel, seat: Plats, y: int) -> list[Markup]:
    """A bar as far as the documents show, dashed where they do not say whether the seat was held."""
    one = seat.mandat
    known = one.till or max(filter(None, (seat.senast_belagd, one.fran)), default=None)
    start = one.fran or axis.forsta
    end = one.till or max(archive.datum, known or archive.datum)
    left, right = axis.x(start), axis.x(end)
    parts = [tag("line", x1=procent(left), x2=procent(right), y1=y + 18, y2=y + 18, class_="oviss")]
    if one.fran and known and known >= one.fran:
        width = axis.x(known) - left
        shown = {"x": procent(left), "width": procent(width)} if width >= 1 else {"x": procent(left), "width": 4}
        parts.append(tag("rect", y=y + 14, height=8, rx=2, class_="plats", **shown))
    party = f" ({one.parti})" if one.parti else ""
    anchor = ("start", left) if left < _MIDDLE else ("end", right)
    label = tag("text", kortat(ROLLNAMN[one.roll] + party), x=procent(anchor[1]), y=y + 10, text_anchor=anchor[0])
    return [*parts, label]


def _described(archive: Archive, axis: Axel, lanes: Sequence[_Bana]) -> str:
    told = []
    for lane in lanes:
        parts = [_told(seat) for seat in lane.platser]
        parts += [f"bland de närvarande vid {count(len(lane.dagar), 'möte', 'möten')}"] if lane.dagar else []
        told.append(f"{organ_text(archive, lane.organ)}: {', '.join(parts)}.")
    return f"{date_range(axis.forsta, axis.sista)}. {' '.join(told)} Samma uppgifter står i text på sidan."


def _told(seat: Plats) -> str:
    one = seat.mandat
    first = f"från {long_date(one.fran)}" if one.fran else "från okänd dag"
    last = f" till {long_date(one.till)}" if one.till else ", ingen slutdag känd"
    return f"{ROLLNAMN[one.roll]} {first}{last}"


def _key(lanes: Sequence[_Bana]) -> str:
    parts = []
    if any(lane.platser for lane in lanes):
        parts.append("Stapel: så långt handlingarna visar platsen; streckad linje: arkivet vet inte om den fanns kvar")
    if any(lane.dagar for lane in lanes):
        parts.append("punkt: möte där personen står bland de närvarande")
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."
