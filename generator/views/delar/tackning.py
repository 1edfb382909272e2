"""What a list does not cover, in one sentence with the numbers, and the way to the page that tells more."""

from __future__ import annotations

from collections import Counter
from itertools import product

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.archive.tackning import innehavda, kanda_moten
from generator.svenska import count, number
from generator.views import urls
from generator.views.markdown import Lank, written


def tackningsnot(archive: Archive, *, organ: str | None = None, ar: int | None = None) -> Markup:
    """How many meetings are known and how many have documents, in all or of an organ or year, as Markdown with a link.

    Of an organ the link leads to its part of the page.
    """
    known, held = archive.delad("motestal", _motestal).get((organ, ar), (0, 0))
    where = (" i organet" if organ else "") + (f" år {ar}" if ar else "")
    text = f"Arkivet känner {count(known, 'möte', 'möten')}{where}{_held(known, held)}"
    more = Lank("vad som saknas från organet" if organ else "vad som saknas", _target(archive, organ, known))
    return Markup("{} ({}).").format(written(text), written(more))


def _motestal(archive: Archive) -> dict[tuple[str | None, int | None], tuple[int, int]]:
    """How many meetings are known, and of how many there are documents: in all, by organ, by year, by both."""
    known: Counter[tuple[str | None, int | None]] = Counter()
    held: Counter[tuple[str | None, int | None]] = Counter()
    for mote in kanda_moten(archive):
        groups = tuple(product((None, mote.organ), (None, mote.datum.year)))
        known.update(groups)
        held.update(groups if innehavda(mote) else ())
    return {group: (number, held[group]) for group, number in known.items()}


def _held(known: int, held: int) -> str:
    if known == 0:
        return ""
    if held == 0:
        return " men har inga handlingar från " + ("det" if known == 1 else "dem")
    if held == known:
        return " och har handlingar från " + ("det" if known == 1 else "alla")
    return f" och har handlingar från {number(held)} av dem"


def _target(archive: Archive, organ: str | None, known: int) -> urls.Adress:
    """An organ that meets, or has a meeting, has its own part of the page."""
    record = archive.organ.get(organ or "")
    followed = bool(known) or (record is not None and record.data.mote)
    return urls.tackning(organ) if organ and followed else urls.TACKNING
