"""A task given by a decision ("får i uppdrag att …"), and its way back. A seat is a `Mandat`, not an uppdrag."""

from __future__ import annotations

from typing import ClassVar, Literal

from generator.model.bas import EnEllerFlera, Kortform, Post
from generator.model.falt import Datum, Enrad, HuvudmanId, JaNej, OrganId, PersonId, Prosa, Referens
from generator.model.harkomst import Harlett


class Mottagare(Kortform):
    """Who receives an uppdrag, as printed, and which record that is where the archive knows."""

    kortfalt: ClassVar[str] = "text"

    text: Enrad
    organ: OrganId | None = None
    person: PersonId | None = None
    huvudman: HuvudmanId | None = None


class Uppdrag(Post):
    """A task: to whom, what, until when.

    The giver is the meeting and § where it stands, unless `av` says otherwise. `lage` is what the document says:
    ``givet`` by a decision, ``foreslaget``, ``omtalat`` (mentioned without a decision) or ``okant``. Due is a day
    (`senast`), a meeting (`senast_mote`) or words (`senast_text`). That it was reported back is said where that
    happened (`Aterrapport`); `aterrapporterat_i` may point there too.
    """

    till: EnEllerFlera[Mottagare]
    text: Prosa
    av: Enrad | None = None
    lage: Literal["givet", "foreslaget", "omtalat", "okant"] = "givet"
    senast: Datum | None = None
    senast_mote: Referens | None = None
    senast_text: Enrad | None = None
    aterrapporterat_i: Referens | None = None
    foljer_av: Referens | None = None
    harlett: tuple[Harlett, ...] = ()
    anmarkning: Prosa | None = None


class Aterrapport(Kortform):
    """Where a § reports back an uppdrag given earlier; `avslutar` where it is printed that the uppdrag is done.

    `lage` is ``planerad`` where only a kallelse announces the report.
    """

    kortfalt: ClassVar[str] = "uppdrag"

    uppdrag: Referens
    text: Enrad | None = None
    lage: Literal["redovisad", "planerad", "behandlas"] = "redovisad"
    avslutar: JaNej = False
    harlett: tuple[Harlett, ...] = ()
