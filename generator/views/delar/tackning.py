"""What a list does not cover, in one sentence with the numbers, and the way to the page that tells more."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.tackning import innehavda, kanda_moten
from generator.svenska import count, number
from generator.views import urls
from generator.views.markdown import Lank, written


def tackningsnot(archive: Archive, *, organ: str | None = None, ar: int | None = None) -> Markup:
    """How many meetings are known and how many have documents, in all or of an organ or year, as Markdown with a link.

    Of an organ the link leads to its part of the page.
    """
    known = [one for one in kanda_moten(archive) if organ in (None, one.organ) and ar in (None, one.datum.year)]
    held = sum(bool(innehavda(mote)) for mote in known)
    where = (" i organet" if organ else "") + (f" år {ar}" if ar else "")
    text = f"Arkivet känner {count(len(known), 'möte', 'möten')}{where}{_held(len(known), held)}"
    more = Lank("vad som saknas från organet" if organ else "vad som saknas", _target(archive, organ, known))
    return Markup("{} ({}).").format(written(text), written(more))


def _held(known: int, held: int) -> str:
    if known == 0:
        return ""
    if held == 0:
        return " men har inga handlingar från " + ("det" if known == 1 else "dem")
    if held == known:
        return " och har handlingar från " + ("det" if known == 1 else "alla")
    return f" och har handlingar från {number(held)} av dem"


def _target(archive: Archive, organ: str | None, known: Sequence[Mote]) -> urls.Adress:
    """An organ that meets, or has a meeting, has its own part of the page."""
    record = archive.organ.get(organ or "")
    followed = bool(known) or (record is not None and record.data.mote)
    return urls.tackning(organ) if organ and followed else urls.TACKNING
