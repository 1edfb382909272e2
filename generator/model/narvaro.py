"""Who was called, who was there and in what role: one row is one appearance, kept as printed."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.bas import Kortform, Post
from generator.model.falt import Enrad, JaNej, Klockslag, PersonId, Prosa
from generator.model.harkomst import Harlett
from generator.model.narvarorad import Ersatt, Tolkning, read_rad
from generator.model.omfang import OmfangFalt


class Ersatter(Kortform):
    """Whom a substitute serves for, where the printed line can not be read by the grammar."""

    kortfalt: ClassVar[str] = "namn"

    namn: Enrad
    parti: Enrad | None = None
    organisation: Enrad | None = None
    person: PersonId | None = None


class Medverkande(Kortform):
    """A person as printed outside the attendance list: a speaker, a justerare, someone who reserves.

    `rad` is the printed text; the other fields are for what the grammar can not read from it. `person` names the
    record where several persons share a name. `grupp` marks a label for several (``Presidiet``), `platshallare` a
    printed placeholder (``xxx och yyy``): both are nobody.
    """

    kortfalt: ClassVar[str] = "rad"

    rad: Enrad
    person: PersonId | None = None
    namn: Enrad | None = None
    parti: Enrad | None = None
    roll: Enrad | None = None
    organisation: Enrad | None = None
    titel: Enrad | None = None
    grupp: JaNej = False
    platshallare: JaNej = False
    harlett: tuple[Harlett, ...] = ()

    @model_validator(mode="after")
    def _readable(self) -> Medverkande:
        if not self.grupp and not self.platshallare and self.namn is None and read_rad(self.rad) is None:
            raise PydanticCustomError("rad_otolkad", "line not understood", {"rad": self.rad, "vid": ("rad",)})
        return self

    def tolkning(self) -> Tolkning:
        """The printed line as read, with the fields of the long form put over it."""
        if self.grupp or self.platshallare:
            return Tolkning(namn="")
        read = read_rad(self.rad) or Tolkning(namn=self.namn or "")
        return _overlaid(read, self.namn, self.parti, self.roll)


class Narvarorad(Kortform):
    """One line of an attendance list or of a list of those called.

    Short form: the printed line. Long form: the same in `rad`, and fields for what the grammar can not know: which
    `person`, an `organisation` or `titel`, for whom (`ersatter`), which §§ (`omfattar`, `utom`), from when to when,
    how (`form`). A row with only `rubrik` is a printed heading inside the list. `platshallare` marks a printed
    placeholder that is nobody.
    """

    kortfalt: ClassVar[str] = "rad"

    rad: Enrad | None = None
    rubrik: Enrad | None = None
    person: PersonId | None = None
    namn: Enrad | None = None
    parti: Enrad | None = None
    roll: Enrad | None = None
    organisation: Enrad | None = None
    titel: Enrad | None = None
    ersatter: Ersatter | None = None
    omfattar: OmfangFalt | None = None
    utom: OmfangFalt | None = None
    fran: Klockslag | None = None
    till: Klockslag | None = None
    form: Literal["pa-plats", "distans"] | None = None
    platshallare: JaNej = False
    anmarkning: Prosa | None = None
    harlett: tuple[Harlett, ...] = ()

    @model_validator(mode="after")
    def _readable(self) -> Narvarorad:
        if (self.rad is None) == (self.rubrik is None):
            raise PydanticCustomError("rad_eller_rubrik", "either a line or a heading", {"vid": ("rubrik",)})
        if self.rad and not self.platshallare and self.namn is None and read_rad(self.rad) is None:
            raise PydanticCustomError("rad_otolkad", "line not understood", {"rad": self.rad, "vid": ("rad",)})
        return self

    def tolkning(self) -> Tolkning:
        """The printed line as read, with the fields of the long form put over it; vacant for a heading."""
        if self.rad is None or self.platshallare:
            return Tolkning(namn="", vakant=True)
        read = _overlaid(read_rad(self.rad) or Tolkning(namn=""), self.namn, self.parti, self.roll)
        if not any((self.namn, self.parti, self.roll, self.ersatter, self.omfattar, self.utom, self.form)):
            return read
        return Tolkning(
            namn=read.namn,
            parti=read.parti,
            roll=read.roll,
            delar=tuple(part for part in read.delar if not self._has_said(part)),
            ersatter=self._substituted(read),
            omfattar=self.omfattar or read.omfattar,
            utom=self.utom or read.utom,
            tid=read.tid,
            distans=self.form == "distans" if self.form else read.distans,
            vakant=read.vakant,
        )

    def _has_said(self, part: str) -> bool:
        """Whether the long form tells what a part of the line is: the party, the rest of the name, for whom."""
        names = (self.namn or "").split()
        other = self.ersatter.namn if self.ersatter else None
        return part in (self.parti, self.roll) or (part in names) or bool(other and part.endswith(other))

    def _substituted(self, read: Tolkning) -> Ersatt | None:
        if self.ersatter is None:
            return read.ersatter
        said = self.ersatter
        return Ersatt(said.namn, said.parti, (said.organisation,) if said.organisation else ())


def _overlaid(read: Tolkning, namn: str | None, parti: str | None, roll: str | None) -> Tolkning:
    if not (namn or parti or roll):
        return read
    return Tolkning(
        namn=namn or read.namn,
        parti=parti or read.parti,
        roll=roll or read.roll,
        delar=read.delar,
        ersatter=read.ersatter,
        omfattar=read.omfattar,
        utom=read.utom,
        tid=read.tid,
        distans=read.distans,
        vakant=read.vakant,
    )


class Kallade(Post):
    """Those whom a kallelse names. It is not attendance: who came is known only from what was written after."""

    ledamoter: tuple[Narvarorad, ...] = ()
    ersattare: tuple[Narvarorad, ...] = ()
    ovriga: tuple[Narvarorad, ...] = ()


class Narvaro(Post):
    """Those whom a protokoll or minnesanteckningar name as present, prevented or absent.

    `beslutande` serve (ledamöter and tjänstgörande ersättare); `fortroendevalda` are printed in one list that does
    not say who serves; `ej_tjanstgorande` are elected and present without serving; `narvarande` are said to be
    present with nothing more; `ovriga` are all others; `forhinder` have said that they are prevented;
    `franvarande` are those whom the document itself prints as absent, with no more said: it is never concluded from
    a name that a list lacks.
    """

    beslutande: tuple[Narvarorad, ...] = ()
    fortroendevalda: tuple[Narvarorad, ...] = ()
    ej_tjanstgorande: tuple[Narvarorad, ...] = ()
    narvarande: tuple[Narvarorad, ...] = ()
    ovriga: tuple[Narvarorad, ...] = ()
    forhinder: tuple[Narvarorad, ...] = ()
    franvarande: tuple[Narvarorad, ...] = ()
