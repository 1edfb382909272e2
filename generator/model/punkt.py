"""One § of a protokoll or one point of a kallelse or of minnesanteckningar, with everything that may stand in it."""

from __future__ import annotations

import re
from functools import cache
from typing import ClassVar, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.bas import EnEllerFlera, Kortform, Post
from generator.model.beslut import Anteckning, DeltarInte, Jav, Omrostning, Reservation, Sats, Yrkande
from generator.model.falt import Cell, Datum, Enrad, HuvudmanId, Id, JaNej, Klockslag, Prosa, Referens
from generator.model.handling import Handling
from generator.model.harkomst import Borttagning, Hanvisning, Harlett, Kalla
from generator.model.narvaro import Medverkande
from generator.model.omfang import TidsspannFalt
from generator.model.uppdrag import Aterrapport, Uppdrag

_LETTERS = r"(?:[a-zåäö]{1,6}\s*[-: ]?\s*)?"
_YEAR_BEFORE = r"(?:(?:19|20)\d{2}\s*[-:/]\s*)?"
_YEAR_AFTER = r"(?:/(?:\d{4}|\d{2}))?"
_NR = re.compile(
    rf"{_LETTERS}(?:§§?|punkt|p\.|paragraf)?\s*{_LETTERS}{_YEAR_BEFORE}(\d{{1,9}}){_YEAR_AFTER}\s*([a-zåäö])?(?:\s*§)?"
    r"[.):]?\s*",
    re.IGNORECASE,
)
_LETTER = re.compile(r"([a-z])\s*[.):]?", re.IGNORECASE)


class Arendekoppling(Kortform):
    """The case that a § belongs to: a diarienummer as printed in the § or the name of a case record.

    Where the § does not print the diarienummer, `skal` says why the archive holds it to be the same case.
    """

    kortfalt: ClassVar[str] = "arende"

    arende: Enrad
    skal: Prosa | None = None


class Tabell(Post):
    """A printed table: its heading row and its rows, cell by cell; a cell may be empty."""

    rubrik: Enrad | None = None
    kolumner: tuple[Cell, ...]
    rader: tuple[tuple[Cell, ...], ...]

    @model_validator(mode="after")
    def _even(self) -> Tabell:
        for number, row in enumerate(self.rader, 1):
            if len(row) != len(self.kolumner):
                raise PydanticCustomError(
                    "tabell_ojamn",
                    "row length",
                    {"rad": number, "antal": len(row), "vantat": len(self.kolumner), "vid": ("rader", number - 1)},
                )
        return self


class Avsnitt(Post):
    """A section under a heading as printed: the document's own wording (`text`), a summary (`referat`), or a table."""

    rubrik: Enrad
    text: Prosa | None = None
    referat: Prosa | None = None
    tabell: Tabell | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> Avsnitt:
        if self.text is None and self.referat is None and self.tabell is None:
            raise PydanticCustomError("avsnitt_tomt", "empty section")
        return self


class Inlagg(Post):
    """What one participant (often a kommun, not a person) contributed, and how it came in."""

    fran: Enrad
    huvudman: HuvudmanId | None = None
    satt: Enrad | None = None
    text: Prosa | None = None
    referat: Prosa | None = None


class Kommande(Post):
    """What a § says about another meeting of some organ: that it is planned, proposed, moved or cancelled."""

    mote: Referens
    uppgift: Literal["planerat", "foreslaget", "beslutat", "andrat", "installt", "hallet"]
    tid: TidsspannFalt | None = None
    text: Enrad | None = None
    ersatter: Referens | None = None
    harlett: tuple[Harlett, ...] = ()


class Punktjustering(Kortform):
    """That a single § is justerad, as printed; `omedelbart` for omedelbar justering."""

    kortfalt: ClassVar[str] = "text"

    text: Enrad
    omedelbart: JaNej = False
    datum: Datum | None = None


class Punkt(Post):
    """A § or a point.

    `nr` is the number as printed (``§ 63``, ``3``, ``a)``); `rubrik` the printed title. `text` holds the
    document's own wording, `referat` a summary by the archive. `forslag` is never `beslut`; what a group without
    power to decide says is `stallningstagande`. A point without a number has a time (`klockslag`) or an `ankare`.
    """

    nr: Enrad | None = None
    ankare: Id | None = None
    dag: Datum | None = None
    klockslag: Klockslag | None = None
    rubrik: Enrad
    i_kallelsen: Enrad | None = None
    typ: tuple[Literal["information", "dialog", "diskussion", "beslut", "val", "anmalan", "paus"], ...] = ()
    tidsatt: Enrad | None = None
    arenden: EnEllerFlera[Arendekoppling] = ()
    foredragande: tuple[Medverkande, ...] = ()
    medverkande: tuple[Medverkande, ...] = ()
    text: Prosa | None = None
    referat: Prosa | None = None
    avsnitt: tuple[Avsnitt, ...] = ()
    inlagg: tuple[Inlagg, ...] = ()
    forslag: EnEllerFlera[Sats] = ()
    yrkanden: tuple[Yrkande, ...] = ()
    propositionsordning: Prosa | None = None
    omrostningar: tuple[Omrostning, ...] = ()
    beslut: EnEllerFlera[Sats] = ()
    stallningstagande: EnEllerFlera[Sats] = ()
    reservationer: tuple[Reservation, ...] = ()
    jav: tuple[Jav, ...] = ()
    deltar_inte: tuple[DeltarInte, ...] = ()
    anteckningar: tuple[Anteckning, ...] = ()
    uppdrag: tuple[Uppdrag, ...] = ()
    aterrapporterar: EnEllerFlera[Aterrapport] = ()
    underlag: tuple[Handling, ...] = ()
    hanvisningar: tuple[Hanvisning, ...] = ()
    kommande: tuple[Kommande, ...] = ()
    skickas_till: tuple[Enrad, ...] = ()
    justerad: Punktjustering | None = None
    underpunkter: tuple[Punkt, ...] = ()
    maskad: Borttagning | None = None
    kalla: Kalla | None = None
    kand_genom: tuple[Referens, ...] = ()
    harlett: tuple[Harlett, ...] = ()
    anmarkning: Prosa | None = None

    @model_validator(mode="after")
    def _has_an_address(self) -> Punkt:
        if self.nr is not None and self.ankare is None and nummer(self.nr) is None:
            raise PydanticCustomError("nr_form", "number form", {"varde": self.nr, "vid": ("nr",)})
        if self.nr is None and self.ankare is None and self.klockslag is None:
            raise PydanticCustomError("punkt_utan_nr", "no number")
        return self


@cache
def nummer(printed: str) -> str | None:
    """The part of a printed number that goes into an address.

    ``§ 63`` and ``63 §`` → ``63``, ``6 a)`` → ``6a``, ``a)`` → ``a``; the body's letters and the year that some print
    with it are no part of it: ``KS § 63/24``, ``§ KS:63``, ``KS-63`` and ``§ 2024-63`` → ``63``. None where it is no
    number.
    """
    if found := _NR.fullmatch(printed):
        return str(int(found[1])) + (found[2] or "").lower()
    if found := _LETTER.fullmatch(printed.strip()):
        return found[1].lower()
    return None
