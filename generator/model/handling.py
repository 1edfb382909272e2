"""A document that a § or a meeting leans on, and whether a reader can get it."""

from __future__ import annotations

from typing import ClassVar, Literal

from generator.model.bas import Kortform
from generator.model.falt import Datum, Enrad, Kontrollsumma, Lank, Prosa, Referens
from generator.model.harkomst import Harlett

Tillgang = Literal["publicerad", "lankad", "pa-begaran", "sekretess", "forlorad", "okand"]


class Handling(Kortform):
    """An underlag or bilaga as printed in `text`.

    `tillgang` says how a reader gets it: ``publicerad`` here (`fil` below ``content/filer/`` or `avser` a place in
    the archive), ``lankad`` elsewhere (`lank`), ``pa-begaran`` (from `hos`), ``sekretess`` (by `grund`),
    ``forlorad`` or ``okand``. `lank_tryckt` keeps a printed link that leads nowhere.
    """

    kortfalt: ClassVar[str] = "text"

    text: Enrad
    nr: Enrad | None = None
    slag: Enrad | None = None
    datum: Datum | None = None
    tillgang: Tillgang = "okand"
    lank: Lank | None = None
    lank_tryckt: Enrad | None = None
    fil: Enrad | None = None
    sha256: Kontrollsumma | None = None
    avser: Referens | None = None
    hos: Enrad | None = None
    grund: Enrad | None = None
    anmarkning: Prosa | None = None
    harlett: tuple[Harlett, ...] = ()
