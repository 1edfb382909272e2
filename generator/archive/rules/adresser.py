"""Rules on addresses: no two things want the same one, and the numbers of a day leave no hole."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.records.unplaced import Unplaced


def hal_i_ordningen(archive: Archive) -> Iterator[Unplaced]:
    """A second or third meeting of a day without the one before it. Fel: the file has the wrong name.

    A meeting once published is never taken away (it is `avpublicerad`), so a hole is no trace of one.
    """
    known = {*archive.moten, *(one.id for one in archive.olasta if one.kind == "sammantrade")}
    for mote in archive.moten_i_tid:
        day = f"{mote.organ}/{mote.datum}"
        before = day if mote.ordning - 1 == 1 else f"{day}-{mote.ordning - 1}"
        if mote.ordning > 1 and before not in known:
            message = f"det här är dagens möte nummer {mote.ordning}, men nummer {mote.ordning - 1} finns inte"
            yield mote.record.fault("R425", message, cure=f"döp om filen till {before.partition('/')[2]}.yml")


def samma_anslagsadress(archive: Archive) -> Iterator[Unplaced]:
    """An anslag of its own with the address of another anslag. Fel: one of them would hide the other."""
    taken: dict[str, str] = {}
    for notice in archive.anslag:
        first = taken.setdefault(notice.id, notice.post.path)
        if notice.post.path != first:
            message = f"adressen /anslag/{notice.id}/ har redan ett anslag i {first}"
            cure = "är det samma anslag, ta bort filen; annars döp om den till nästa nummer, t.ex. …-2.yml"
            yield notice.post.fault("R426", message, notice.loc, cure=cure)


def samma_ord(archive: Archive) -> Iterator[Unplaced]:
    """Two words of the glossary with one id. Fel: a link to the word would mean both."""
    seen: set[str] = set()
    glossary = archive.ordlista
    for key in ("termer", "fackord") if glossary else ():
        for index, term in enumerate(getattr(glossary.data, key) if glossary else ()):
            if term.id in seen and glossary:
                message = f"ordet '{term.id}' finns redan i ordlistan"
                yield glossary.fault("R427", message, (key, index, "id"), cure="slå ihop dem eller ge det ett annat id")
            seen.add(term.id)
