"""Rules on anslag: about the §§ and the day of their meeting, and each with an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.archive.rules.tackning import document_numbers
from generator.diagnostics import Severity
from generator.model.omfang import Omfang
from generator.model.walk import Loc
from generator.records.unplaced import Unplaced
from generator.svenska import paragraphs

_UTDRAG = {"protokollsutdrag"}


def okanda_paragrafer(archive: Archive) -> Iterator[Unplaced]:
    """An anslag or a justering for §§ that the document does not have.

    Varning: it may be printed so. An extract holds only some of the §§ that were announced, so for it only an anslag
    with none of them is told.
    """
    for mote in archive.moten.values():
        for index, document in enumerate(mote.data.dokument):
            numbers = document_numbers(archive, mote.id, index)
            part = document.omfattar is not None or document.slag in _UTDRAG or document.tillgang == "saknas"
            for key in ("anslag", "justering"):
                for number, one in enumerate(getattr(document, key)):
                    missing = _missing(one.omfattar, numbers, part) if one.omfattar and numbers else None
                    if missing:
                        what = "anslaget" if key == "anslag" else "justeringen"
                        message = f"{what} gäller {one.omfattar.tryckt}, men dokumentet har inte {paragraphs(missing)}"
                        loc: Loc = ("dokument", index, key, number, "omfattar")
                        cure = "rätta paragraferna, eller för in dem som saknas"
                        yield mote.record.fault("R422", message, loc, cure=cure, severity=Severity.VARNING)


def _missing(covered: Omfang, numbers: frozenset[int], part: bool) -> set[int]:
    ends = {end for interval in covered.delar for end in interval}
    if part:
        return set() if any(number in covered for number in numbers) else ends
    return {end for end in ends if end not in numbers}


def annan_dag(archive: Archive) -> Iterator[Unplaced]:
    """An anslag whose printed day of the meeting is not the meeting's. Varning: it may be printed so."""
    for notice in archive.anslag:
        day = notice.anslag.sammantradesdatum
        mote = archive.moten.get(notice.mote or "")
        last = mote.sista_dag if mote else notice.datum
        if day is not None and not notice.datum <= day <= last:
            message = f"anslaget säger att mötet var {day}, men här är det {notice.datum}"
            cure = "rätta dagen; är den tryckt så, lämna den"
            loc: Loc = (*notice.loc, "sammantradesdatum")
            yield notice.post.fault("R423", message, loc, cure=cure, severity=Severity.VARNING)
