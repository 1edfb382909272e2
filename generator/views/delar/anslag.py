"""One anslag for readers: the bevis as printed, beside it what the archive has computed, and what can be appealed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.archive import frister
from generator.archive.anslag import Anslagsplats
from generator.archive.archive import Archive
from generator.archive.synligt import synligt_mote
from generator.model.anslag import FristaendeAnslag
from generator.model.harkomst import Kalla
from generator.model.omfang import Omfang
from generator.svenska import long_date
from generator.views import lankar, urls
from generator.views.delar.harkomst import harledningar, kalla
from generator.views.delar.overklagande import overklagande, sista_dag
from generator.views.markdown import Lank, prose
from generator.views.text import organ_text, punkt_rubrik


def slutar(plats: Anslagsplats) -> dt.date | None:
    """The day on which the anslag leaves the board: as printed, else the earliest that the law allows, if known."""
    printed = plats.anslag
    return printed.nedtaget or (frister.tidigaste_nedtagande(printed.uppsatt) if printed.uppsatt else None)


def laget(archive: Archive, plats: Anslagsplats) -> str:
    """Where an anslag is on the archive's day: ``aktuellt``, ``tidigare``, ``kommande`` or ``okant``."""
    start, end = plats.anslag.uppsatt, slutar(plats)
    if end is not None and end <= archive.datum:
        return "tidigare"
    if start is None:
        return "okant"
    return "aktuellt" if start <= archive.datum else "kommande"


def anslag_i_lage(archive: Archive, wanted: str, *, ar: int | None = None) -> list[Anslagsplats]:
    """The anslag in one state, in all or about the meetings of a year; those that end first first.

    Earlier ones come the other way round.
    """
    of_year = (one for one in archive.anslag if ar in (None, one.datum.year))
    found = [one for one in of_year if laget(archive, one) == wanted and not dold(archive, one)]
    return sorted(found, key=lambda one: (slutar(one) or dt.date.max, one.id), reverse=wanted == "tidigare")


def dold(archive: Archive, plats: Anslagsplats) -> bool:
    """Whether the meeting of the anslag has moved or been taken away, and its anslag with it."""
    return plats.mote is not None and not synligt_mote(archive, plats.mote)


def anslag_titel(archive: Archive, plats: Anslagsplats) -> str:
    """What an anslag is called: the organ and day of its meeting, and the §§."""
    covered = omfang(archive, plats)
    order = plats.id[len(f"{plats.organ}/{plats.datum}-") :]
    name = f"{organ_text(archive, plats.organ)} {long_date(plats.datum)}" + (f" ({order})" if order else "")
    return f"{name}, {covered.tryckt}" if covered else name


def omfang(archive: Archive, plats: Anslagsplats) -> Omfang | None:
    """The §§ that the anslag covers: its own, else those of the document it stands in."""
    if plats.anslag.omfattar or plats.mote is None or plats.dokument is None:
        return plats.anslag.omfattar
    return archive.moten[plats.mote].data.dokument[plats.dokument].omfattar


def anslag_kort(archive: Archive, plats: Anslagsplats) -> dict[str, Any]:
    """An anslag in a list: the facts of the board, and its days for the script that sees them pass."""
    printed, covered = plats.anslag, omfang(archive, plats)
    return {
        "lank": Lank(anslag_titel(archive, plats), urls.anslag(plats.id)),
        "organ": lankar.valfri(archive, "organ", plats.organ, organ_text(archive, plats.organ)),
        "motesdag": long_date(printed.sammantradesdatum or plats.datum),
        "mote": lankar.till(archive, f"mote:{plats.mote}", "mötet") if plats.mote else None,
        "omfattar": covered.tryckt if covered else None,
        "uppsatt": _day(printed.uppsatt),
        "nedtaget": _day(printed.nedtaget),
        "tidigast_ned": None if printed.nedtaget else _day(slutar(plats)),
        "forvaras": printed.forvaras,
        "overklagande": overklagande(archive, plats),
        "dagar": dagar(archive, plats),
    }


def dagar(archive: Archive, plats: Anslagsplats) -> dict[str, str | None]:
    """The days of an anslag in ISO form: when it comes up, the last to appeal, when it is down, and the archive's."""
    last = sista_dag(archive, plats)
    days = {"upp": plats.anslag.uppsatt, "sista": last, "ned": slutar(plats), "byggd": archive.datum}
    return {key: day.isoformat() if day else None for key, day in days.items()}


def anslag_context(archive: Archive, plats: Anslagsplats) -> dict[str, Any]:
    """Everything about an anslag."""
    printed = plats.anslag
    return {
        "titel": anslag_titel(archive, plats),
        "laget": laget(archive, plats),
        "organ": lankar.valfri(archive, "organ", plats.organ, organ_text(archive, plats.organ)),
        "organ_tryckt": printed.organ_tryckt,
        "sammantradesdatum": _day(printed.sammantradesdatum),
        "mote": lankar.till(archive, f"mote:{plats.mote}") if plats.mote else None,
        "omfattar": printed.omfattar.tryckt if printed.omfattar else None,
        "handlingen_omfattar": _fallback(archive, plats),
        "paragrafer": _items(archive, plats),
        "uppsatt": _day(printed.uppsatt),
        "nedtaget": _day(printed.nedtaget),
        "tidigast_ned": None if printed.nedtaget else _day(slutar(plats)),
        "sista_dag": _day(printed.sista_dag),
        "overklagande": overklagande(archive, plats),
        "dagar": dagar(archive, plats),
        "forvaras": printed.forvaras,
        "underskrift": printed.underskrift,
        "text": prose(archive, printed.text) if printed.text else None,
        **_origin(archive, plats),
    }


def _origin(archive: Archive, plats: Anslagsplats) -> dict[str, Any]:
    printed = plats.anslag
    alone = printed if isinstance(printed, FristaendeAnslag) else None
    return {
        "rubrik": alone.rubrik if alone else None,
        "webb": lankar.webb(alone.lank, alone.lank) if alone and alone.lank else None,
        "kalla": kalla(archive, _source(archive, plats)),
        "harlett": harledningar(archive, printed),
        "anmarkning": prose(archive, printed.anmarkning) if printed.anmarkning else None,
    }


def _source(archive: Archive, plats: Anslagsplats) -> Kalla | None:
    """The document that shows the anslag: its own source, else that of the document it stands in."""
    if plats.anslag.kalla or plats.mote is None or plats.dokument is None:
        return plats.anslag.kalla
    return archive.moten[plats.mote].data.dokument[plats.dokument].kalla


def _fallback(archive: Archive, plats: Anslagsplats) -> str | None:
    """The §§ of the document, where the bevis itself names none."""
    covered = None if plats.anslag.omfattar else omfang(archive, plats)
    return covered.tryckt if covered else None


def _items(archive: Archive, plats: Anslagsplats) -> list[Lank]:
    covered = omfang(archive, plats)
    if plats.mote is None or covered is None:
        return []
    items = archive.moten[plats.mote].punkter
    return [
        Lank(punkt_rubrik(archive, item.id), urls.punkt(item.id))
        for item in items
        if item.dokument == plats.dokument and item.nummer is not None and item.nummer in covered
    ]


def tavla(archive: Archive) -> dict[str, Any]:
    """Whether this site is the official board or a copy, and where the official ones are."""
    board = archive.arkiv.data.anslagstavla
    return {
        "officiell": board.roll == "officiell",
        "officiella": [lankar.webb(one.namn, one.lank) if one.lank else one.namn for one in board.officiella],
    }


def _day(day: dt.date | None) -> str | None:
    return long_date(day) if day else None
