"""The archive itself: who publishes it, whom to ask, and whether it is the official anslagstavla."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.bas import Post
from generator.model.falt import Datum, Enrad, Epost, JaNej, Lank, Prosa


class Utgivare(Post):
    """Who publishes the site; an authority is bound by more law than an association (dataskyddslagen, DOS-lagen)."""

    namn: Enrad
    slag: Literal["myndighet", "forening", "foretag", "privatperson", "annan"]
    organisationsnummer: Annotated[str, Field(pattern=r"^\d{6}-\d{4}$")] | None = None
    utgivningsbevis: JaNej = False


class Kontakt(Post):
    """Where readers report faults and ask for documents."""

    namn: Enrad
    epost: Epost
    telefon: Enrad | None = None
    adress: Enrad | None = None


class OfficiellTavla(Post):
    """The official board of one authority, by its web address."""

    namn: Enrad
    lank: Lank | None = None


class Anslagstavla(Post):
    """Whether this site is the official anslagstavla (KL 8 kap. 9 §) or a copy, and where the official one is."""

    roll: Literal["kopia", "officiell"]
    officiella: tuple[OfficiellTavla, ...] = ()


class Parti(Post):
    """A party as documents shorten it."""

    forkortning: Enrad
    namn: Enrad


class Arkiv(Post):
    """Settings of the archive: ``content/arkiv.yml``.

    `webbadress` is where the site lies, with a final slash. `tjanstepersoner_i_register` says whether
    tjänstepersoner stand in A–Ö. `bevakat_till` is the last day up to which the archive claims to hold the
    documents of an organ's meetings.
    """

    granskad: JaNej | None = None
    namn: Enrad
    beskrivning: Enrad
    webbadress: Annotated[Lank, Field(pattern=r"/$")]
    utgivare: Utgivare
    kontakt: Kontakt
    anslagstavla: Anslagstavla
    tjanstepersoner_i_register: JaNej
    partier: tuple[Parti, ...] = ()
    bevakat_till: Datum | None = None
    om: Prosa | None = None
