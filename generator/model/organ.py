"""Bodies that meet, the seats in them, and the authorities that take part."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.bas import Kortform, Post
from generator.model.falt import Datum, Enrad, HuvudmanId, JaNej, Lank, OrganId, PersonId, Prosa, Referens
from generator.model.harkomst import Harlett

Roll = Literal[
    "ordforande",
    "1-vice-ordforande",
    "2-vice-ordforande",
    "3-vice-ordforande",
    "vice-ordforande",
    "ledamot",
    "ersattare",
    "sekreterare",
]
"""The role of a seat, in the order in which documents list them."""


class Namnform(Kortform):
    """A name under which an organ or authority is printed: from when to when, and why it is the same."""

    kortfalt: ClassVar[str] = "namn"

    namn: Enrad
    fran: Datum | None = None
    till: Datum | None = None
    skal: Prosa | None = None
    missprint: JaNej = False


class Huvudman(Post):
    """A kommun, region, kommunalförbund or other authority that takes part in an organ."""

    granskad: JaNej | None = None
    namn: Enrad
    slag: Literal["kommun", "region", "kommunalforbund", "bolag", "forening", "stat", "annan"]
    kortnamn: Enrad | None = None
    alias: tuple[Namnform, ...] = ()
    organisationsnummer: Annotated[str, Field(pattern=r"^\d{6}-\d{4}$")] | None = None
    webbplats: Lank | None = None
    referat: Prosa | None = None
    harlett: tuple[Harlett, ...] = ()


class Stallning(Post):
    """An organ's legal standing, which decides what the law asks of its protokoll.

    ``faststalld`` only where a source says which kind in the Kommunallag it is: then `lagrum` names it and
    `beslutande` says whether its decisions can be appealed under KL 13 kap. 2 §. Else ``okand`` with the reason.
    """

    lage: Literal["faststalld", "okand"]
    lagrum: Enrad | None = None
    beslutande: JaNej | None = None
    skal: Prosa | None = None


class Mandat(Post):
    """A seat (förtroendeuppdrag) in an organ: who, in what role, for which party and authority, since when.

    `belagg` are the documents that show it. A seat that is only known from lists has no printed first or last day:
    `fran` is then the first day that a document shows it, and `harlett` says so.
    """

    person: PersonId
    roll: Roll
    parti: Enrad | None = None
    huvudman: HuvudmanId | None = None
    fran: Datum | None = None
    till: Datum | None = None
    belagg: tuple[Referens, ...] = ()
    harlett: tuple[Harlett, ...] = ()


class Organ(Post):
    """A body. `mote` is ``nej`` for one that is only mentioned; only those with ``ja`` have meeting records.

    `numrering` says how its items are numbered: ``paragraf`` (running through the year or from 1 each meeting) or
    ``punkt``. A presidium or other group within it that is given tasks is an organ of its own, `under` this one.
    """

    granskad: JaNej | None = None
    namn: Enrad
    kortnamn: Enrad | None = None
    slag: Literal[
        "fullmaktige",
        "styrelse",
        "namnd",
        "utskott",
        "gemensam-namnd",
        "beredning",
        "samverkansgrupp",
        "samradsorgan",
        "ledningsgrupp",
        "rad",
        "presidium",
        "annat",
    ]
    mote: JaNej = True
    stallning: Stallning
    numrering: Literal["paragraf-arsvis", "paragraf-per-mote", "punkt"] = "punkt"
    alias: tuple[Namnform, ...] = ()
    under: OrganId | None = None
    huvudman: HuvudmanId | None = None
    deltagare: tuple[HuvudmanId, ...] = ()
    mandat: tuple[Mandat, ...] = ()
    fran: Datum | None = None
    till: Datum | None = None
    webbplats: Lank | None = None
    referat: Prosa | None = None
    harlett: tuple[Harlett, ...] = ()
    anmarkning: Prosa | None = None
