"""Which §§ and what time a row of an attendance list covers, and whether two rows are for the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.archive.archive import Archive
from generator.archive.narvaro import Framtradande
from generator.model.falt import read_clock


def document_numbers(archive: Archive, mote: str, document: int) -> frozenset[int]:
    """The numbers of the §§ or points of a document."""
    return archive.nummer.get((mote, document), frozenset())


def numbers_in(row: Framtradande, numbers: Iterable[int]) -> frozenset[int]:
    """Those of the numbers that the row covers."""
    covered, left_out = row.tolkning.omfattar, row.tolkning.utom
    return frozenset(
        n for n in numbers if (covered is None or n in covered) and not (left_out is not None and n in left_out)
    )


def overlap(archive: Archive, one: Framtradande, other: Framtradande) -> bool:
    """Whether two rows of one document are for some of the same §§ and time, as far as they say."""
    if _apart(times_of(one), times_of(other)) or (times_of(one) == (None, None)) != (times_of(other) == (None, None)):
        return False
    if _whole(one) and _whole(other):
        return True
    stated = {
        end for row in (one, other) if row.tolkning.omfattar for part in row.tolkning.omfattar.delar for end in part
    }
    numbers = document_numbers(archive, one.mote, one.dokument) | stated
    return bool(numbers_in(one, numbers) & numbers_in(other, numbers))


def _whole(row: Framtradande) -> bool:
    return row.tolkning.omfattar is None and row.tolkning.utom is None


Times = tuple[dt.time | None, dt.time | None]


def times_of(row: Framtradande) -> Times:
    """From when to when a row is for; None where it does not say."""
    first, last = row.tolkning.tid or ("", "")
    return row.rad.fran or read_clock(first), row.rad.till or read_clock(last)


def _apart(one: Times, other: Times) -> bool:
    first, last = dt.time.min, dt.time.max
    return (one[1] or last) <= (other[0] or first) or (other[1] or last) <= (one[0] or first)
