"""Justering and its tillkännagivande: what makes a protokoll final and what starts the time to appeal."""

from __future__ import annotations

from typing import Literal

from generator.model.bas import Post
from generator.model.falt import Datum, Enrad, JaNej, Lank, Prosa
from generator.model.harkomst import Harlett, Kalla
from generator.model.narvaro import Medverkande
from generator.model.omfang import OmfangFalt


class Justering(Post):
    """The justering of a document (KL 5 kap. 69 §), or of some §§ of it (`omfattar`).

    `foreslagna` stand in a kallelse, `utsedda` were chosen by the meeting, `ersattare` stand in for them,
    `justerat_av` have signed. `datum` is the day it was done, `plats_och_tid` the printed text, which may hold a
    filled-in default such as 00:00.
    """

    omfattar: OmfangFalt | None = None
    foreslagna: tuple[Medverkande, ...] = ()
    utsedda: tuple[Medverkande, ...] = ()
    ersattare: tuple[Medverkande, ...] = ()
    justerat_av: tuple[Medverkande, ...] = ()
    datum: Datum | None = None
    plats_och_tid: Enrad | None = None
    satt: Literal["digitalt", "pa-papper", "omedelbart"] | None = None
    harlett: tuple[Harlett, ...] = ()


class Anslag(Post):
    """A tillkännagivande on the anslagstavla (KL 8 kap. 12 §) as printed in the bevis.

    `uppsatt` and `nedtaget` are printed days, never computed; `sista_dag` is a printed last day to appeal, where
    there is one. The archive computes its own last appeal day beside it and says so.
    """

    omfattar: OmfangFalt | None = None
    organ_tryckt: Enrad | None = None
    sammantradesdatum: Datum | None = None
    uppsatt: Datum | None = None
    nedtaget: Datum | None = None
    sista_dag: Datum | None = None
    forvaras: Enrad | None = None
    underskrift: Enrad | None = None
    text: Prosa | None = None
    kalla: Kalla | None = None
    harlett: tuple[Harlett, ...] = ()
    anmarkning: Prosa | None = None


class FristaendeAnslag(Anslag):
    """An anslag that the archive has without a record of its meeting: ``content/anslag/<organ>/<datum>.yml``."""

    granskad: JaNej | None = None
    rubrik: Enrad
    lank: Lank | None = None
