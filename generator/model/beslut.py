"""What was proposed and what was decided, kept apart, with how the meeting came from one to the other."""

from __future__ import annotations

from typing import ClassVar, Literal

from generator.model.bas import Kortform, Post
from generator.model.falt import Antal, Datum, Enrad, JaNej, Prosa, Referens
from generator.model.harkomst import Harlett
from generator.model.narvaro import Medverkande

Beslutsslag = Literal[
    "noteras",
    "godkanns",
    "faststalls",
    "laggs-till-handlingarna",
    "rekommenderar",
    "tillstyrker",
    "bifall",
    "avslag",
    "aterremiss",
    "bordlaggning",
    "utgar",
    "anses-besvarad",
    "utses",
    "uppdrag",
    "forklaras-genomfort",
    "antas",
    "ovrigt",
]


class Sats(Kortform):
    """One sentence of a förslag, a beslut or a ställningstagande, in the document's own wording.

    `nr` is its printed number, `slag` what kind of decision it is, `av` who proposed it where that is printed.
    """

    kortfalt: ClassVar[str] = "text"

    text: Prosa
    nr: Enrad | None = None
    slag: Beslutsslag | None = None
    av: Enrad | None = None


class Yrkande(Kortform):
    """A yrkande as printed, who made it and in what order of fallback (``i första hand``)."""

    kortfalt: ClassVar[str] = "text"

    text: Prosa
    av: tuple[Medverkande, ...] = ()
    partier: tuple[Enrad, ...] = ()
    ordning: Enrad | None = None


class Roster(Post):
    """How each person voted, as printed names."""

    ja: tuple[Medverkande, ...] = ()
    nej: tuple[Medverkande, ...] = ()
    avstar: tuple[Medverkande, ...] = ()
    franvarande: tuple[Medverkande, ...] = ()


class Omrostning(Post):
    """One vote as printed: what Ja and Nej mean, the totals, the roll call, the outcome.

    Totals and roll call are stored as printed and never reconciled with each other or with the beslut. A closed
    vote (KL 5 kap. 55 §) says `sluten` and has no roll call. `bilaga` names where a printed roll call lies.
    """

    fraga: Prosa | None = None
    ja_betyder: Enrad | None = None
    nej_betyder: Enrad | None = None
    ja: Antal | None = None
    nej: Antal | None = None
    avstar: Antal | None = None
    franvarande: Antal | None = None
    roster: Roster | None = None
    text: Prosa | None = None
    utfall: Enrad | None = None
    sluten: JaNej = False
    bilaga: Enrad | None = None


class Reservation(Kortform):
    """A reservation (KL 4 kap. 27 §) as printed: by persons, by party groups, for which yrkande."""

    kortfalt: ClassVar[str] = "text"

    text: Prosa
    av: tuple[Medverkande, ...] = ()
    partier: tuple[Enrad, ...] = ()


class Jav(Kortform):
    """Someone who is jävig in the § (KL 6 kap. 28–30 §§), and where it was announced if in another §."""

    kortfalt: ClassVar[str] = "text"

    text: Prosa
    av: tuple[Medverkande, ...] = ()
    anmald_i: Referens | None = None


class DeltarInte(Kortform):
    """Those who do not take part in a beslut or abstain from it (KL 4 kap. 25 §), as printed."""

    kortfalt: ClassVar[str] = "text"

    text: Prosa
    av: tuple[Medverkande, ...] = ()
    partier: tuple[Enrad, ...] = ()
    avstar: JaNej = False


class Anteckning(Kortform):
    """A protokollsanteckning or särskilt yttrande as printed."""

    kortfalt: ClassVar[str] = "text"

    text: Prosa
    slag: Literal["protokollsanteckning", "sarskilt-yttrande"] = "protokollsanteckning"
    av: tuple[Medverkande, ...] = ()
    partier: tuple[Enrad, ...] = ()


class Rattelse(Post):
    """A correction of a published document: when, on what ground, what it said and what it says.

    A corrected protokoll must show that and what was changed (JO 3339-2013).
    """

    datum: Datum
    punkt: Enrad | None = None
    grund: Enrad | None = None
    stod: Prosa | None = None
    lyder: Prosa | None = None
    skal: Prosa | None = None
    harlett: tuple[Harlett, ...] = ()
