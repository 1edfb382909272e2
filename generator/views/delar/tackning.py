"""What a list does not cover, in one sentence with the numbers, and the way to the page that tells more."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.tackning import foljda_organ, innehavda, kanda_moten
from generator.svenska import count, number
from generator.views import urls
from generator.views.lankar import rad
from generator.views.markdown import Lank


def tackningsnot(
    archive: Archive, motes: Iterable[Mote] | None = None, *, inom: str = "", organ: str | None = None
) -> Markup:
    """How many meetings are known and how many have documents, of all or of some, as Markdown with a link.

    `inom` says which where they are not all (`` i Nämnden``, `` år 2024``); with `organ` the link leads to that
    organ's part of the page.
    """
    known = [one for one in (kanda_moten(archive) if motes is None else motes) if one.data.flyttat_till is None]
    held = sum(bool(innehavda(mote)) for mote in known)
    text = f"Arkivet känner {count(len(known), 'möte', 'möten')}{inom}{_held(len(known), held)}."
    said = "Det här saknas från organet" if organ else "Det här täcker arkivet inte"
    return rad([text, Lank(said, _target(archive, organ))], " ")


def _held(known: int, held: int) -> str:
    if known == 0:
        return ""
    if held == 0:
        return " men har inga handlingar från " + ("det" if known == 1 else "dem")
    if held == known:
        return " och har handlingar från " + ("det" if known == 1 else "alla")
    return f" och har handlingar från {number(held)} av dem"


def _target(archive: Archive, organ: str | None) -> urls.Adress:
    return urls.tackning(organ) if organ in foljda_organ(archive) else urls.TACKNING
