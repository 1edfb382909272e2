"""Rules on the register of posting: what an official anslagstavla has shown is still here, and was up long enough."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive import frister
from generator.archive.anslag import Anslagsplats
from generator.archive.archive import Archive
from generator.archive.tavla import Bevis
from generator.diagnostics import Severity
from generator.records.unplaced import Found

UPPE = f"{frister.LAG_ANSLAG}; {frister.LAG_OVERKLAGANDE}; {frister.LAG_FRIST}"
_STAR_KVAR = "registret visar vad som hände och står kvar; rätta i anslaget om dess dagar är fel"


def publicerat_saknas(archive: Archive) -> Iterator[Found]:
    """An anslag that has been on the board and is no longer in the archive. Fel: its page has to stand for ever."""
    known = {one.id for one in archive.anslag}
    for key, rows in archive.bevis.items():
        if key not in known and not _unread(archive, key):
            message = f"anslaget {key} har suttit på anslagstavlan men finns inte längre"
            cure = "ta tillbaka det ur git; ett möte som ska bort får 'avpublicerad' i stället"
            yield archive.anslagsregister.fault(rows[0].nummer, "R428", message, cure)


def _unread(archive: Archive, key: str) -> bool:
    """Whether the anslag may stand in a record that could not be read."""
    day = key[: len(key.partition("/")[0]) + len("/2024-01-01")]
    return any(one.kind in {"sammantrade", "anslag"} and one.id.startswith(day) for one in archive.olasta)


def inte_uppe_hela_tiden(archive: Archive) -> Iterator[Found]:
    """An anslag that the official board did not show the whole time that the law asks for.

    From the day of the tillkännagivande through the last day to appeal (KL 8 kap. 12 § and 13 kap. 5 § second
    paragraph: the time runs only where the anslag was up all of it). Varning: what happened is not undone here.
    """
    if archive.arkiv.data.anslagstavla.roll != "officiell":
        return
    for notice in archive.anslag:
        rows = archive.bevis.get(notice.id, ())
        if rows and notice.anslag.uppsatt and (message := _trouble(archive, notice, rows)):
            yield notice.post.fault(
                "R509", message, (*notice.loc, "uppsatt"), cure=_STAR_KVAR, severity=Severity.VARNING, law=UPPE
            )


def _trouble(archive: Archive, notice: Anslagsplats, rows: tuple[Bevis, ...]) -> str | None:
    claimed, first = notice.anslag.uppsatt, rows[0].forsta
    if claimed and first > claimed and rows[0].nummer > 0:
        last = frister.sista_overklagandedag(first)
        late = f"anslaget säger uppsatt {claimed}, men tavlan visade det först {first}"
        return f"{late}; räknad därifrån går tiden till {last}"
    last = frister.sista_overklagandedag(min(first, claimed or first))
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        if row.ned and row.ned <= last and (following is None or following.nummer != row.slut):
            return f"anslaget var borta från tavlan {row.ned}, före utgången av sista dagen att överklaga ({last})"
    return None
