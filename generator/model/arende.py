"""A case: what is followed across meetings, organ and authorities."""

from __future__ import annotations

from typing import ClassVar

from generator.model.bas import Kortform, Post
from generator.model.falt import ArendeId, Enrad, HuvudmanId, JaNej, Prosa, Referens
from generator.model.harkomst import Harlett


class Diarienummer(Kortform):
    """A diarienummer as printed, and whose register it is in. It is never split by assumed meaning."""

    kortfalt: ClassVar[str] = "nummer"

    nummer: Enrad
    hos: HuvudmanId | None = None


class Rubrikform(Post):
    """A title under which the case is printed, and where."""

    rubrik: Enrad
    i: Referens | None = None


class Arende(Post):
    """A case with one diarienummer, several (of several authorities) or none.

    `rubrik` is the title that the archive uses, `rubriker` the printed ones. A case without diarienummer is the
    archive's own grouping and says so in `harlett`.
    """

    granskad: JaNej | None = None
    rubrik: Enrad
    diarienummer: tuple[Diarienummer, ...] = ()
    rubriker: tuple[Rubrikform, ...] = ()
    referat: Prosa | None = None
    samma_som: tuple[ArendeId, ...] = ()
    hor_till: ArendeId | None = None
    harlett: tuple[Harlett, ...] = ()
    anmarkning: Prosa | None = None
