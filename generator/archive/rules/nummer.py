"""Rules on numbers of §§ and points: one address each, in order, and running through the year where they should."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.archive.archive import Archive
from generator.archive.moten import Mote, Punktplats
from generator.diagnostics import Severity
from generator.model.sammantrade import FORE_MOTET
from generator.records.unplaced import Unplaced

_HELA = {"protokoll", "minnesanteckningar", "motesanteckning"}


def samma_ankare(archive: Archive) -> Iterator[Unplaced]:
    """Two items of one meeting with one address. Fel: a link could not tell them apart.

    It happens by a mistyped number, and where a meeting has two documents with the same numbers (a protokoll and an
    extract of it, a kallelse and the one that replaced it).
    """
    for mote in archive.moten.values():
        seen: dict[str, Punktplats] = {}
        for item in mote.punkter:
            first = seen.setdefault(item.ankare, item)
            if first is not item:
                key = "ankare" if item.punkt.ankare else "nr" if item.punkt.nr else "klockslag"
                message = f"adressen #{item.ankare} är redan upptagen av {_name(first)} ({first.punkt.rubrik})"
                cure = "rätta numret, eller ge den ett eget 'ankare'"
                yield mote.record.fault("R406", message, (*item.loc, key), cure=cure)


def _name(item: Punktplats) -> str:
    """What an item is called: its printed number, or its title where it has none."""
    number = item.punkt.nr or item.punkt.rubrik
    return number if item.punkt.nr is None or "§" in number else f"punkt {number.rstrip('.')}"


def i_ordning(archive: Archive) -> Iterator[Unplaced]:
    """An item with a lower number than the one before it. Varning: it may be printed so."""
    for mote, items in _series(archive):
        for before, item in pairwise(items):
            if (item.nummer or 0) < (before.nummer or 0):
                message = f"{_name(item)} står efter {_name(before)}"
                cure = "rätta numret eller flytta paragrafen; är det tryckt så, lämna det"
                yield mote.record.fault("R407", message, (*item.loc, "nr"), cure=cure, severity=Severity.VARNING)


def lucka(archive: Archive) -> Iterator[Unplaced]:
    """A number left out in a document that is whole.

    Upplysning: the document may skip a number. Said only of whole documents whose numbers run upwards throughout.
    """
    for mote, items in _series(archive):
        numbers = [item.nummer or 0 for item in items]
        document = mote.data.dokument[items[0].dokument] if items else None
        whole = document and document.slag in _HELA and document.omfattar is None and document.tillgang == "finns"
        if not whole or numbers != sorted(set(numbers)):
            continue
        for before, item in pairwise(items):
            missing = range((before.nummer or 0) + 1, item.nummer or 0)
            if missing:
                span = f"{missing[0]}–{missing[-1]}" if len(missing) > 1 else str(missing[0])
                message = f"mellan {_name(before)} och {_name(item)} saknas {span}"
                cure = "för in det som saknas; är numret överhoppat i dokumentet är allt i sin ordning"
                yield mote.record.fault("R410", message, (*item.loc, "nr"), cure=cure, severity=Severity.UPPLYSNING)


def _series(archive: Archive) -> Iterator[tuple[Mote, list[Punktplats]]]:
    """The numbered items of each document, in the order of print."""
    for mote in archive.moten.values():
        groups: dict[int, list[Punktplats]] = defaultdict(list)
        for item in mote.punkter:
            if item.nummer is not None and item.punkt.nr is not None:
                groups[item.dokument].append(item)
        for items in groups.values():
            yield mote, items


def upprepad_under_aret(archive: Archive) -> Iterator[Unplaced]:
    """A § number that an earlier meeting of the year has, in an organ whose §§ run through the year.

    Varning: a document may have numbered wrongly, but then a reference to the § means two.
    """
    for motes in _years(archive):
        taken: dict[int, str] = {}
        for mote in motes:
            items = {item.nummer: item for item in _paragraphs(mote)}
            for number, item in items.items():
                if number in taken:
                    message = f"{item.punkt.nr} finns redan vid mötet {taken[number].partition('/')[2]} samma år"
                    cure = "rätta numret; organets paragrafer löper genom året ('numrering: paragraf-arsvis')"
                    yield mote.record.fault("R408", message, (*item.loc, "nr"), cure=cure, severity=Severity.VARNING)
            taken = {number: mote.id for number in items if number is not None} | taken


def lagre_an_tidigare(archive: Archive) -> Iterator[Unplaced]:
    """A meeting whose §§ begin lower than an earlier one's of the year ended, where they run through the year.

    Varning: documents may number wrongly. Numbers that stand twice are told as such and not again here.
    """
    for motes in _years(archive):
        taken: dict[int, Mote] = {}
        for mote in motes:
            new = [item for item in _paragraphs(mote) if item.nummer not in taken]
            low = next((item for item in new if taken and (item.nummer or 0) < max(taken)), None)
            if low:
                highest = max(taken)
                message = f"{low.punkt.nr} är lägre än § {highest} vid det tidigare mötet {taken[highest].datum}"
                cure = "rätta numret eller mötets dag; organets paragrafer löper genom året"
                yield mote.record.fault("R409", message, (*low.loc, "nr"), cure=cure, severity=Severity.VARNING)
            taken |= {item.nummer: mote for item in new if item.nummer is not None}


def _years(archive: Archive) -> Iterator[list[Mote]]:
    """The meetings of each organ and year whose §§ run through the year, the earliest first."""
    groups: dict[tuple[str, int], list[Mote]] = defaultdict(list)
    for mote in archive.moten_i_tid:
        organ = archive.organ.get(mote.organ)
        if organ and organ.data.numrering == "paragraf-arsvis":
            groups[mote.organ, mote.datum.year].append(mote)
    yield from groups.values()


def _paragraphs(mote: Mote) -> list[Punktplats]:
    """The numbered §§ of the documents written after the meeting."""
    return [
        item
        for item in mote.punkter
        if item.nummer is not None
        and "§" in (item.punkt.nr or "")
        and mote.data.dokument[item.dokument].slag not in FORE_MOTET
    ]
