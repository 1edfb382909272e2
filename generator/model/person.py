"""A person, apart from the names under which documents print them."""

from __future__ import annotations

from typing import Literal

from generator.model.bas import Post
from generator.model.falt import Enrad, HuvudmanId, JaNej, PersonId, Prosa, Referens
from generator.model.harkomst import Borttagning, Harlett


class Namnvariant(Post):
    """Another printed form of the name, and why it is the same person."""

    namn: Enrad
    skal: Prosa
    i: tuple[Referens, ...] = ()


class Forvaxlingsbar(Post):
    """Another person whose name is alike, with the reason why they are two; written on one of the two records."""

    person: PersonId
    skal: Enrad


class Person(Post):
    """A person whom documents name.

    `lasarklass` decides what readers find (KL and GDPR: personal data tied to a förtroendeuppdrag may be
    published, a private person is not indexed): ``fortroendevald`` has a page and stands in A–Ö, ``tjansteperson``
    has a page, ``gast`` and ``privatperson`` have none. A `maskad` person is nowhere named on the site.
    `efternamn` decides the place in A–Ö where it is more than the last word (``Andersson Elfgren``).
    """

    granskad: JaNej | None = None
    namn: Enrad
    efternamn: Enrad | None = None
    lasarklass: Literal["fortroendevald", "tjansteperson", "gast", "privatperson"]
    varianter: tuple[Namnvariant, ...] = ()
    inte_samma_som: tuple[Forvaxlingsbar, ...] = ()
    titel: Enrad | None = None
    huvudman: HuvudmanId | None = None
    organisation: Enrad | None = None
    maskad: Borttagning | None = None
    harlett: tuple[Harlett, ...] = ()
    anmarkning: Prosa | None = None
