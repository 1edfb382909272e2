"""The only place where an address is made. An address once published lives for ever.

An `Adress` is a page below the docs folder and perhaps a place on it. In Markdown it is written from the root
(``/personer/lina-eriksson/index.md#…``); `render` makes it relative to the page that it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.model.person import Person

MED_SIDA = frozenset({"fortroendevald", "tjansteperson"})


@dataclass(frozen=True)
class Adress:
    """A page, as its folder below the site (``personer/lina-eriksson``), and a place on it."""

    mapp: str
    ankare: str = ""

    @property
    def fil(self) -> str:
        """The page's Markdown file below the docs folder."""
        return f"{self.mapp}/index.md" if self.mapp else "index.md"

    @property
    def url(self) -> str:
        """The address from the site's root, as readers see it: ``/personer/lina-eriksson/``."""
        return "/" + (f"{self.mapp}/" if self.mapp else "") + (f"#{self.ankare}" if self.ankare else "")

    @property
    def href(self) -> str:
        """The address as Markdown from the root writes it."""
        return f"/{self.fil}" + (f"#{self.ankare}" if self.ankare else "")


START = Adress("")
MOTEN = Adress("moten")
PERSONER = Adress("personer")
ARENDEN = Adress("arenden")
ORGAN = Adress("organ")
HUVUDMAN = Adress("huvudman")
UPPDRAG = Adress("uppdrag")
ANSLAG = Adress("anslag")
ANSLAG_TIDIGARE = Adress("anslag/tidigare")
ORDLISTA = Adress("ordlista")
OM = Adress("om")
SOK = Adress("sok")
TILLGANGLIGHET = Adress("tillganglighet")
TACKNING = Adress("tackning")


def mote(mote_id: str) -> Adress:
    """A meeting: ``/moten/<organ>/<datum>/``."""
    return Adress(f"moten/{mote_id}")


def moten_organ(organ_id: str) -> Adress:
    """The meetings of an organ: ``/moten/<organ>/``."""
    return Adress(f"moten/{organ_id}")


def moten_ar(year: int) -> Adress:
    """The meetings of a year, of all organ: ``/moten/<år>/``."""
    return Adress(f"moten/{year}")


def punkt(punkt_id: str) -> Adress:
    """An item, on its meeting's page."""
    mote_id, _, anchor = punkt_id.partition("#")
    return Adress(f"moten/{mote_id}", anchor)


def person(person_id: str) -> Adress:
    """A person's page."""
    return Adress(f"personer/{person_id}")


def arende(arende_id: str) -> Adress:
    """A case's page."""
    return Adress(f"arenden/{arende_id}")


def arenden_ar(year: int) -> Adress:
    """The cases that came up in a year: ``/arenden/ar/<år>/``, where no case can be, since ids have no slash."""
    return Adress(f"arenden/ar/{year}")


def organ(organ_id: str) -> Adress:
    """An organ's page."""
    return Adress(f"organ/{organ_id}")


def huvudman(huvudman_id: str) -> Adress:
    """An authority's page."""
    return Adress(f"huvudman/{huvudman_id}")


def anslag(anslag_id: str) -> Adress:
    """A notice's own page: ``/anslag/<organ>/<datum>/``."""
    return Adress(f"anslag/{anslag_id}")


def anslag_ar(year: int) -> Adress:
    """The earlier notices about the meetings of a year: ``/anslag/tidigare/<år>/``."""
    return Adress(f"anslag/tidigare/{year}")


def uppdrag(uppdrag_id: str) -> Adress:
    """An uppdrag's row in the ledger; its anchor is made of the place where it was given."""
    return Adress("uppdrag", uppdrag_anchor(uppdrag_id))


def uppdrag_ar(year: int, uppdrag_id: str = "") -> Adress:
    """The uppdrag given in a year: ``/uppdrag/<år>/``, or one of them there, under the anchor it has in the ledger."""
    return Adress(f"uppdrag/{year}", uppdrag_anchor(uppdrag_id))


def uppdrag_anchor(uppdrag_id: str) -> str:
    """``organ/2024-10-11#p63/1`` → ``organ-2024-10-11-p63-1``."""
    return uppdrag_id.replace("/", "-").replace("#", "-")


def tackning(organ_id: str) -> Adress:
    """What the archive has and lacks of an organ: ``/tackning/#organ-<id>``."""
    return Adress("tackning", f"organ-{organ_id}")


def term(term_id: str) -> Adress:
    """An entry of the glossary."""
    return Adress("ordlista", term_id)


def has_page(data: Person) -> bool:
    """Whether a person has a page: elected and tjänstepersoner do, guests and private persons never."""
    return data.lasarklass in MED_SIDA and data.maskad is None


def fil(path: str, pa: Adress) -> str:
    """A file below ``/filer/`` as seen from the page `pa`; for an HTML link, since MkDocs knows of no such file."""
    return "../" * len([part for part in pa.mapp.split("/") if part]) + "filer/" + quote(path)


_MAKERS = {
    "mote": mote,
    "punkt": punkt,
    "arende": arende,
    "organ": organ,
    "huvudman": huvudman,
    "anslag": anslag,
    "uppdrag": uppdrag,
    "term": term,
}


def nod(archive: Archive, name: str) -> Adress | None:
    """The address of a node of the archive; None for a person who has no page."""
    slag, _, key = name.partition(":")
    if slag == "person":
        record = archive.personer.get(key)
        return person(key) if record and has_page(record.data) else None
    return _MAKERS[slag](key)


def year_of(one: Mote) -> int:
    """The year whose list a meeting stands in."""
    return one.datum.year
