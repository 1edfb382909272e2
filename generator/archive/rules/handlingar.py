"""Rules on documents that an item leans on: what is said of them agrees with what is there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.archive.rules.regel import av_slag
from generator.model.bas import Post
from generator.model.handling import Handling
from generator.model.walk import Loc
from generator.records.record import Record
from generator.records.unplaced import Unplaced
from generator.svenska import nearest


def fil_saknas(archive: Archive) -> Iterator[Unplaced]:
    """A file that is not below filer/. Fel: the link on the site would lead nowhere."""
    for record, loc, handling in av_slag(archive, Handling):
        if handling.fil is not None and handling.fil not in archive.filer:
            near = nearest(handling.fil, archive.filer)
            cure = f"menade du '{near}'?" if near else "lägg filen i content/filer/"
            yield record.fault("R215", f"filen 'filer/{handling.fil}' finns inte", (*loc, "fil"), cure=cure)


def annan_fil(archive: Archive) -> Iterator[Unplaced]:
    """A file whose SHA-256 is not the one stated. Fel: the file is not the one that the record speaks of."""
    for record, loc, handling in av_slag(archive, Handling):
        data = archive.filer.get(handling.fil or "")
        if data is not None and handling.sha256 and hashlib.sha256(data).hexdigest() != handling.sha256:
            message = f"filen 'filer/{handling.fil}' har en annan SHA-256-summa"
            cure = "lägg tillbaka rätt fil, eller räkna om summan: sha256sum FIL"
            yield record.fault("R223", message, (*loc, "sha256"), cure=cure)


def oklar_tillgang(archive: Archive) -> Iterator[Unplaced]:
    """A `tillgang` that does not agree with the other keys. Fel: the reader would be promised what is not there.

    Above all, what is secret, or stands in something taken away, may not have a file that the site would publish.
    """
    for record, loc, handling in av_slag(archive, Handling):
        if trouble := _trouble(handling) or _removed(archive, record, loc, handling):
            message, cure = trouble
            yield record.fault("R216", message, (*loc, "tillgang"), cure=cure)


_KRAV = {
    "publicerad": (("fil", "avser"), "publicerad, men ingen fil anges", "ange 'fil' (under filer/) eller 'avser'"),
    "lankad": (("lank",), "länkad, men ingen länk anges", "ange 'lank'"),
    "sekretess": (("grund",), "sekretessbelagd, men ingen grund anges", "ange 'grund', t.ex. lagrummet"),
}
"""What each way to get a document needs one of."""


def _removed(archive: Archive, record: Record[Post], loc: Loc, handling: Handling) -> tuple[str, str] | None:
    """A file of an item that is masked, or of a meeting taken away."""
    mote = archive.moten.get(record.id) if record.kind == "sammantrade" else None
    if mote is None or not handling.fil:
        return None
    inside = [item.punkt for item in mote.punkter if loc[: len(item.loc)] == item.loc]
    if not mote.data.avpublicerad and not any(item.maskad for item in inside):
        return None
    return "handlingen hör till något som är borttaget, men filen skulle publiceras", "ta bort 'fil' och filen i filer/"


def _trouble(handling: Handling) -> tuple[str, str] | None:
    tillgang = handling.tillgang
    keys, message, cure = _KRAV.get(tillgang, ((), "", ""))
    if keys and not any(getattr(handling, key) for key in keys):
        return f"handlingen är {message}", cure
    if handling.fil and tillgang == "sekretess":
        return "handlingen är sekretessbelagd men har en fil, som skulle publiceras", "ta bort 'fil' och filen i filer/"
    if handling.fil and tillgang != "publicerad":
        return f"'fil' anges fast handlingen är '{tillgang}'", "skriv 'tillgang: publicerad' eller ta bort filen"
    if handling.lank and tillgang == "okand":
        return "'lank' anges, men inte hur handlingen är tillgänglig", "skriv 'tillgang: lankad'"
    return None
