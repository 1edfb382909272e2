"""Exactly what stands on the official anslagstavla: the plain text of an anslag, and what the register shows of it.

The text is what the register of posting keeps, word for word, and what the anslag's own page shows while it is up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from markupsafe import Markup

from generator.archive import frister
from generator.archive.anslag import Anslagsplats
from generator.archive.archive import Archive
from generator.archive.tavla import Bevis
from generator.model.anslag import FristaendeAnslag
from generator.svenska import long_date
from generator.views.artifacts import File
from generator.views.delar.anslag import anslag_i_lage, omfang, slutar
from generator.views.delar.overklagande import overklagande, sista_dag
from generator.views.markdown import escape
from generator.views.maskning import mask_files
from generator.views.text import organ_text


def tavlans_texter(archive: Archive) -> dict[str, str]:
    """Everything that stands on the board on the archive's day, by address, without the names of masked persons."""
    current = anslag_i_lage(archive, "aktuellt")
    files = [File(one.id, anslagstext(archive, one).encode()) for one in current]
    shown = mask_files(archive, files)
    return {plats.id: one.data.decode() for plats, one in zip(current, shown, strict=True)}


def anslagstext(archive: Archive, plats: Anslagsplats) -> str:
    """The text of an anslag, one fact a line."""
    return "".join(f"{line}\n" for line in _lines(archive, plats))


def _lines(archive: Archive, plats: Anslagsplats) -> Iterator[str]:
    printed, covered = plats.anslag, omfang(archive, plats)
    yield printed.rubrik if isinstance(printed, FristaendeAnslag) else "Anslag om justerat protokoll"
    yield f"Organ: {organ_text(archive, plats.organ)}"
    yield f"Sammanträdesdatum: {_day(printed.sammantradesdatum or plats.datum)}"
    yield f"Paragrafer: {covered.tryckt if covered else 'framgår inte'}"
    yield f"Uppsatt: {_day(printed.uppsatt)}"
    yield f"Tas ned: {_day(printed.nedtaget)}" if printed.nedtaget else f"Tas ned tidigast: {_day(slutar(plats))}"
    yield from _appeal(archive, plats)
    yield f"Protokollet förvaras: {printed.forvaras or 'framgår inte'}"
    yield from [f"Underskrift: {printed.underskrift}"] if printed.underskrift else []
    yield from [" ".join(printed.text.split())] if printed.text else []


def _appeal(archive: Archive, plats: Anslagsplats) -> Iterator[str]:
    about = overklagande(archive, plats)
    if about["kan"] == "nej":
        yield "Kan inte överklagas"
    elif about["dag"]:
        reserve = ", om beslutet kan överklagas" if about["kan"] == "okant" else " att överklaga"
        yield f"Uträknad sista dag{reserve}: {about['dag']}"


def bevis_context(archive: Archive, plats: Anslagsplats) -> dict[str, Any] | None:
    """What stands on the board and what the register shows; None where this site is no official board."""
    if archive.arkiv.data.anslagstavla.roll != "officiell":
        return None
    rows, now = archive.bevis.get(plats.id, ()), anslagstext(archive, plats)
    return {
        "text": pre(now),
        "rader": [_row(row, after, now) for row, after in zip_longest(rows, rows[1:])],
        "fran_borjan": bool(rows) and rows[0].nummer == 0,
        "sent": _late(archive, plats, rows),
    }


def _late(archive: Archive, plats: Anslagsplats, rows: tuple[Bevis, ...]) -> dict[str, str | None] | None:
    """Where the board showed the anslag later than the document says: since when, and the last day counted from it."""
    claimed = plats.anslag.uppsatt
    if not rows or rows[0].nummer == 0 or claimed is None or rows[0].forsta <= claimed:
        return None
    can = sista_dag(archive, plats) is not None
    last = long_date(frister.sista_overklagandedag(rows[0].forsta)) if can else None
    return {"forst": long_date(rows[0].forsta), "sista": last}


def _row(row: Bevis, after: Bevis | None, now: str) -> dict[str, Any]:
    """One stretch of time on the board; its text where it is another than the one shown above."""
    return {
        "forsta": long_date(row.forsta),
        "sista": long_date(row.sista),
        "ned": long_date(row.ned) if row.ned else None,
        "andrat": after is not None and after.nummer == row.slut,
        "sha256": row.sha256,
        "text": None if row.text == now else pre(row.text),
    }


def pre(text: str) -> Markup:
    """Plain text as HTML that shows exactly its characters and lines, and that Markdown reads nothing into."""
    lines = [str(escape(line)) for line in text.removesuffix("\n").split("\n")]
    return Markup(f'<pre class="anslagstext">{"&#10;".join(lines)}</pre>')


def _day(day: dt.date | None) -> str:
    return long_date(day) if day else "framgår inte"
