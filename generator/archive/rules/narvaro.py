"""Rules on attendance lists: who serves, for whom, in which §§ and when.

All are varningar: a list is kept as printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from generator.archive.archive import Archive
from generator.archive.narvaro import TJANSTGOR, Framtradande
from generator.archive.rules.tackning import document_numbers, overlap, times_of
from generator.diagnostics import Severity
from generator.model.walk import Loc
from generator.records.unplaced import Unplaced
from generator.svenska import intervals

_TJANSTGOR = TJANSTGOR | {"fortroendevalda"}
_GRUPPER = {
    "beslutande": "bland de beslutande",
    "fortroendevalda": "bland de förtroendevalda",
    "ej_tjanstgorande": "bland de ej tjänstgörande",
    "narvarande": "bland de närvarande",
    "ovriga": "bland övriga",
    "forhinder": "bland dem som har förhinder",
    "franvarande": "bland de frånvarande",
    "kallade.ledamoter": "bland de kallade ledamöterna",
    "kallade.ersattare": "bland de kallade ersättarna",
    "kallade.ovriga": "bland övriga kallade",
}

_INTE_DAR = {"forhinder": "har förhinder", "franvarande": "står som frånvarande"}


def _lists(archive: Archive) -> Iterator[list[Framtradande]]:
    """The rows of each document whose person is known."""
    groups: dict[tuple[str, int], list[Framtradande]] = defaultdict(list)
    for row in archive.framtradanden:
        if row.person:
            groups[row.mote, row.dokument].append(row)
    yield from groups.values()


def ersatt_tjanstgor(archive: Archive) -> Iterator[Unplaced]:
    """Someone who serves for a person who also serves, in the same §§."""
    for rows in _lists(archive):
        serving = [row for row in rows if row.grupp in _TJANSTGOR]
        for row in serving:
            other = next(
                (o for o in serving if row.ersatter == o.person and (o is row or overlap(archive, row, o))), None
            )
            if other:
                name = row.tolkning.ersatter.namn if row.tolkning.ersatter else ""
                what = "sig själv" if other is row else f"{name}, som själv står som tjänstgörande"
                message = f"{row.tolkning.namn} ersätter {what}"
                yield _at(
                    archive,
                    "R411",
                    row,
                    message,
                    "rätta vem som ersätts, eller skriv vid vilka §§ var och en tjänstgör",
                )


def samma_person_tva_ganger(archive: Archive) -> Iterator[Unplaced]:
    """A person who stands twice in one list, for the same §§."""
    for rows in _lists(archive):
        told: set[Loc] = set()
        for one, other in combinations(rows, 2):
            same = one.grupp == other.grupp and one.person == other.person and other.loc not in told
            if same and overlap(archive, one, other):
                told.add(other.loc)
                message = f"{other.tolkning.namn} står två gånger {_GRUPPER[other.grupp]}"
                yield _at(
                    archive, "R412", other, message, "ta bort den ena raden, eller skriv vid vilka §§ var och en gäller"
                )


def narvarande_med_forhinder(archive: Archive) -> Iterator[Unplaced]:
    """A person who is both present and prevented, or present and absent, in the same §§."""
    for rows in _lists(archive):
        present = [row for row in rows if row.narvarande]
        for row in (row for row in rows if row.grupp in _INTE_DAR):
            other = next((o for o in present if o.person == row.person and overlap(archive, o, row)), None)
            if other:
                message = f"{row.tolkning.namn} {_INTE_DAR[row.grupp]} men står också {_GRUPPER[other.grupp]}"
                yield _at(
                    archive, "R413", row, message, "rätta den ena listan, eller skriv vid vilka §§ var och en gäller"
                )


def utanfor_dokumentet(archive: Archive) -> Iterator[Unplaced]:
    """A row for §§ that the document does not have; extracts are left, since their lists are of the whole meeting."""
    for row in archive.framtradanden:
        numbers = document_numbers(archive, row.mote, row.dokument)
        document = archive.moten[row.mote].data.dokument[row.dokument]
        if not numbers or document.omfattar or document.slag == "protokollsutdrag" or document.tillgang == "saknas":
            continue
        for key, covered in (("omfattar", row.tolkning.omfattar), ("utom", row.tolkning.utom)):
            ends = {end for part in covered.delar for end in part} if covered else set()
            outside = {end for end in ends if not min(numbers) <= end <= max(numbers)}
            if covered and outside:
                message = f"raden gäller {covered.tryckt}, men dokumentet har bara nummer {intervals(numbers)}"
                loc: Loc = (*row.loc, key) if getattr(row.rad, key) else (*row.loc, "rad")
                record = archive.moten[row.mote].record
                cure = "rätta raden, eller för in det som saknas"
                needle = covered.tryckt
                yield record.fault("R414", message, loc, cure=cure, severity=Severity.VARNING, needle=needle)


def justerare_inte_dar(archive: Archive) -> Iterator[Unplaced]:
    """Someone chosen to justera, or who has done it, who is in no list of those present; with no list, nothing."""
    present: dict[tuple[str, int], set[str]] = defaultdict(set)
    for row in archive.framtradanden:
        if row.narvarande:
            present[row.mote, row.dokument].add(row.person or "")
    told: set[tuple[str, int, str]] = set()
    for one in archive.namngivningar:
        there = present.get((one.mote, one.dokument), set())
        known = one.slag in {"justering.utsedda", "justering.justerat_av"} and one.person and there
        if known and one.person not in there and (one.mote, one.dokument, one.person or "") not in told:
            told.add((one.mote, one.dokument, one.person or ""))
            message = f"justeraren {one.tolkning.namn} står inte bland de närvarande"
            record = archive.moten[one.mote].record
            cure = "rätta namnet eller närvarolistan"
            yield record.fault("R415", message, (*one.loc, "rad"), cure=cure, severity=Severity.VARNING)


def utanfor_motets_tid(archive: Archive) -> Iterator[Unplaced]:
    """A row for a time when the meeting was not on."""
    for row in archive.framtradanden:
        mote = archive.moten[row.mote]
        tid = mote.data.tid
        first, last = times_of(row)
        if tid is None or tid.slut is None or mote.data.till_datum or row.kallad:
            continue
        if any(time is not None and not tid.start <= time <= tid.slut for time in (first, last)):
            span = "–".join(f"{time:%H:%M}" for time in (first, last) if time)
            message = f"raden gäller {span}, men mötet pågick {tid.start:%H:%M}–{tid.slut:%H:%M}"
            yield _at(archive, "R416", row, message, "rätta radens klockslag eller mötets 'tid'")


def _at(archive: Archive, code: str, row: Framtradande, message: str, cure: str) -> Unplaced:
    record = archive.moten[row.mote].record
    return record.fault(code, message, (*row.loc, "rad"), cure=cure, severity=Severity.VARNING)
