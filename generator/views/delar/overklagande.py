"""What can be said of appeal against what an anslag announces: whether, until when, and why the archive says so."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.archive import frister
from generator.archive.anslag import Anslagsplats, overklagbart
from generator.archive.archive import Archive
from generator.model.sammantrade import UTAN_JUSTERING
from generator.svenska import long_date
from generator.views.markdown import prose

LAGAR = (frister.LAG_OVERKLAGANDE, frister.LAG_FRIST, frister.LAG_HELGDAG)
FULLMAKTIGE, GEMENSAM = "fullmaktige", "gemensam-namnd"


def overklagande(archive: Archive, plats: Anslagsplats) -> dict[str, Any]:
    """What can be said of appeal (KL 13 kap. 2 and 5 §§), with the last day that the archive computes, and why.

    `kan` is ``ja``, ``nej`` or ``okant``. No day is computed for what cannot be appealed. `forbehall` says that
    only what is not purely preparatory or executive can be appealed, which binds all but fullmäktige; `gemensam`
    that the time of a gemensam nämnd runs from the day all its boards show the anslag (KL 9 kap. 32 §).
    """
    organ = archive.organ.get(plats.organ)
    notes = is_anteckningar(archive, plats)
    can = False if notes else overklagbart(plats, organ)
    reason = organ.data.stallning.skal if organ else None
    kind = organ.data.slag if organ else None
    return {
        "kan": {True: "ja", False: "nej", None: "okant"}[can],
        "anteckningar": notes,
        "lagrum": organ.data.stallning.lagrum if organ else None,
        "skal": prose(archive, reason) if reason else None,
        "forbehall": can is True and kind != FULLMAKTIGE,
        "gemensam": can is not False and kind == GEMENSAM,
        **_day(archive, plats),
        "lagar": list(LAGAR),
    }


def sista_dag(archive: Archive, plats: Anslagsplats) -> dt.date | None:
    """The last day to appeal, computed; None where it cannot be known or nothing can be appealed."""
    start = plats.anslag.uppsatt
    can = overklagbart(plats, archive.organ.get(plats.organ))
    if start is None or can is False or is_anteckningar(archive, plats):
        return None
    return frister.sista_overklagandedag(start)


def _day(archive: Archive, plats: Anslagsplats) -> dict[str, Any]:
    last, start = sista_dag(archive, plats), plats.anslag.uppsatt
    return {
        "dag": long_date(last) if last else None,
        "passerad": bool(last and last < archive.datum),
        "flyttad": _moved(start) if start else None,
    }


def is_anteckningar(archive: Archive, plats: Anslagsplats) -> bool:
    """Whether the anslag stands in minnesanteckningar, which the law knows nothing of."""
    if plats.mote is None or plats.dokument is None:
        return False
    return archive.moten[plats.mote].data.dokument[plats.dokument].slag in UTAN_JUSTERING


def _moved(start: dt.date) -> dict[str, str] | None:
    """Why the last day is not simply three weeks after the first; None where it is."""
    plain = start + dt.timedelta(days=min(frister.OVERKLAGANDE_DAYS, (dt.date.max - start).days))
    reason = frister.varfor_flyttad(plain)
    return {"fran": long_date(plain), "skal": reason} if reason else None
