"""Rules on what the law asks of justering and anslag.

A varning where the organ's legal standing is established, an upplysning where it is unknown, and never a fel: a late
justering is a fact of the world that the record is right to tell. Nothing is said of meetings before kommunallagen
(2017:725): the laws before it are not known here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from generator.archive import frister
from generator.archive.anslag import Anslagsplats
from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.diagnostics import Severity
from generator.model.anslag import Justering
from generator.model.omfang import Omfang
from generator.model.sammantrade import UTAN_JUSTERING
from generator.model.walk import Loc
from generator.records.unplaced import Unplaced

LAG_ANSLAG, LAG_JUSTERING = frister.LAG_ANSLAG, frister.LAG_JUSTERING
JUSTERING = f"{frister.LAG_JUSTERING}; {frister.LAG_FRIST}"
ANSLAG = f"{frister.LAG_ANSLAG}; {frister.LAG_FRIST}"
NEDTAGET = f"{frister.LAG_ANSLAG}; {frister.LAG_OVERKLAGANDE}; {frister.LAG_FRIST}"
OVERKLAGANDE = f"{frister.LAG_OVERKLAGANDE}; {frister.LAG_FRIST}"
_TRYCKT = "jämför dagarna med dokumentet; är de tryckta så ska de stå kvar"


def _weight(archive: Archive, organ: str) -> tuple[Severity, str] | None:
    """How much a rule of law weighs for an organ and what to add; None where the organ itself is not known."""
    record = archive.organ.get(organ)
    if record is None:
        return None
    if record.data.stallning.lage == "faststalld":
        return Severity.VARNING, ""
    return Severity.UPPLYSNING, ", om kommunallagen gäller för organet (dess ställning är okänd)"


def _justeringar(archive: Archive) -> Iterator[tuple[Mote, Loc, dt.date]]:
    """Each dated justering of a protokoll: the meeting, the place of the day, and the day."""
    for mote in archive.moten.values():
        for index, document in enumerate(mote.data.dokument):
            if document.slag in UTAN_JUSTERING or mote.datum < frister.KOMMUNALLAGEN:
                continue
            for number, one in enumerate(document.justering):
                if one.datum:
                    yield mote, ("dokument", index, "justering", number, "datum"), one.datum


def _fault(
    archive: Archive, code: str, notice: Anslagsplats | Mote, loc: Loc, message: str, law: str
) -> Iterator[Unplaced]:
    weight = _weight(archive, notice.organ)
    if weight:
        severity, reserve = weight
        record = notice.post if isinstance(notice, Anslagsplats) else notice.record
        yield record.fault(code, message + reserve, loc, cure=_TRYCKT, severity=severity, law=law)


def sen_justering(archive: Archive) -> Iterator[Unplaced]:
    """Justering later than fourteen days after the meeting (KL 5 kap. 69 §), moved by lag (1930:173) 2 §."""
    for mote, loc, day in _justeringar(archive):
        last = frister.sista_justeringsdag(mote.sista_dag)
        if day > last:
            message = f"protokollet justerades {day}; senast {last} borde det ha skett"
            yield from _fault(archive, "R501", mote, loc, message, JUSTERING)


def justering_fore_motet(archive: Archive) -> Iterator[Unplaced]:
    """Justering before the meeting: what was decided can not be certified before (KL 5 kap. 69 §)."""
    for mote, loc, day in _justeringar(archive):
        if day < mote.datum:
            message = f"protokollet justerades {day}, före mötet {mote.datum}"
            yield from _fault(archive, "R507", mote, loc, message, frister.LAG_JUSTERING)


def _notices(archive: Archive) -> Iterator[Anslagsplats]:
    """The anslag of protokoll, and those that stand alone."""
    for notice in (one for one in archive.anslag if one.datum >= frister.KOMMUNALLAGEN):
        mote = archive.moten.get(notice.mote or "")
        if mote is None or notice.dokument is None or mote.data.dokument[notice.dokument].slag not in UTAN_JUSTERING:
            yield notice


def _justerat(archive: Archive, notice: Anslagsplats) -> dt.date | None:
    """The day of the justering that an anslag announces: the last of those for the same §§."""
    mote = archive.moten.get(notice.mote or "")
    if mote is None or notice.dokument is None:
        return None
    found = [
        one for one in mote.data.dokument[notice.dokument].justering if one.datum and _same(one, notice.anslag.omfattar)
    ]
    return max((one.datum for one in found if one.datum), default=None)


def _same(one: Justering, covered: Omfang | None) -> bool:
    if one.omfattar is None or covered is None:
        return True
    return any(first in one.omfattar or last in one.omfattar for first, last in covered.delar)


def sent_anslag(archive: Archive) -> Iterator[Unplaced]:
    """Anslag later than the second day after the justering (KL 8 kap. 12 §), moved by lag (1930:173) 2 §."""
    for notice in _notices(archive):
        signed, up = _justerat(archive, notice), notice.anslag.uppsatt
        if signed and up and up > frister.sista_anslagsdag(signed):
            message = f"justeringen {signed} anslogs {up}; senast {frister.sista_anslagsdag(signed)} borde det ha skett"
            yield from _fault(archive, "R502", notice, (*notice.loc, "uppsatt"), message, ANSLAG)


def anslag_fore_justering(archive: Archive) -> Iterator[Unplaced]:
    """Anslag before the justering that it announces (KL 8 kap. 12 §)."""
    for notice in _notices(archive):
        signed, up = _justerat(archive, notice), notice.anslag.uppsatt
        if signed and up and up < signed:
            message = f"anslaget sattes upp {up}, före justeringen {signed} som det berättar om"
            yield from _fault(archive, "R508", notice, (*notice.loc, "uppsatt"), message, frister.LAG_ANSLAG)


def nedtaget_for_tidigt(archive: Archive) -> Iterator[Unplaced]:
    """Anslag taken down before the last day to appeal (KL 8 kap. 12 § and 13 kap. 5 §)."""
    for notice in _notices(archive):
        up, down = notice.anslag.uppsatt, notice.anslag.nedtaget
        if up and down and down < frister.sista_overklagandedag(up):
            last = frister.sista_overklagandedag(up)
            message = f"anslaget togs ned {down}, före sista dagen att överklaga ({last})"
            yield from _fault(archive, "R503", notice, (*notice.loc, "nedtaget"), message, NEDTAGET)


def nedtaget_sista_dagen(archive: Archive) -> Iterator[Unplaced]:
    """Anslag taken down on the last day to appeal itself, which it should have been up the whole of."""
    for notice in _notices(archive):
        up, down = notice.anslag.uppsatt, notice.anslag.nedtaget
        if up and down and down == frister.sista_overklagandedag(up):
            first = frister.tidigaste_nedtagande(up)
            message = f"anslaget togs ned {down}, som är sista dagen att överklaga; tidigast {first} borde det ha skett"
            yield from _fault(archive, "R504", notice, (*notice.loc, "nedtaget"), message, NEDTAGET)


def forvaras_saknas(archive: Archive) -> Iterator[Unplaced]:
    """An anslag that does not say where the protokoll is kept (KL 8 kap. 12 §)."""
    for notice in _notices(archive):
        if notice.anslag.forvaras is None:
            message = "anslaget säger inte var protokollet finns ('forvaras')"
            cure = "skriv 'forvaras' om det är tryckt; annars behöver inget ändras"
            for one in _fault(archive, "R505", notice, notice.loc, message, frister.LAG_ANSLAG):
                yield replace(one, cure=cure)


def annan_sista_dag(archive: Archive) -> Iterator[Unplaced]:
    """A printed last day to appeal that is not three weeks after the anslag (KL 13 kap. 5 §), moved."""
    for notice in _notices(archive):
        up, printed = notice.anslag.uppsatt, notice.anslag.sista_dag
        if up and printed and printed != frister.sista_overklagandedag(up):
            message = (
                f"sista dagen att överklaga är tryckt {printed}, men räknas till {frister.sista_overklagandedag(up)}"
            )
            yield from _fault(archive, "R506", notice, (*notice.loc, "sista_dag"), message, OVERKLAGANDE)
