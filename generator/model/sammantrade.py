"""A meeting of an organ: planned, called, held, cancelled or replaced, with all its documents."""

from __future__ import annotations

from typing import Literal

from generator.model.anslag import Anslag, Justering
from generator.model.bas import EnEllerFlera, Post
from generator.model.beslut import Rattelse
from generator.model.falt import Datum, Enrad, JaNej, Klockslag, Prosa, Referens
from generator.model.handling import Handling
from generator.model.harkomst import Borttagning, Harlett, Kalla
from generator.model.narvaro import Kallade, Medverkande, Narvaro
from generator.model.omfang import OmfangFalt, TidsspannFalt
from generator.model.punkt import Punkt

Dokumentslag = Literal[
    "kallelse",
    "agenda",
    "protokoll",
    "protokollsutdrag",
    "minnesanteckningar",
    "motesanteckning",
    "ordforandebeslut",
]
FORE_MOTET: frozenset[str] = frozenset({"kallelse", "agenda"})
UTAN_JUSTERING: frozenset[str] = frozenset({"kallelse", "agenda", "minnesanteckningar", "motesanteckning"})


class Paus(Post):
    """A break (ajournering) as printed."""

    fran: Klockslag | None = None
    till: Klockslag | None = None
    text: Enrad | None = None


class Underskrift(Post):
    """A printed signature: in what role and the name as printed; an empty printed line is a `platshallare`."""

    roll: Enrad
    namn: Medverkande


class Dokument(Post):
    """One document of a meeting.

    `tillgang` is ``saknas`` for a document that is known to exist but that the archive does not have; its `punkter`
    are then only those that other documents tell of. `rubrik` and `organ_tryckt` are the printed head. `omfattar`
    for an extract. A document that replaces an earlier one says `version` and `ersatter`.
    """

    slag: Dokumentslag
    tillgang: Literal["finns", "saknas"] = "finns"
    rubrik: Enrad | None = None
    organ_tryckt: Enrad | None = None
    datum: Datum | None = None
    plats_och_tid: Enrad | None = None
    omfattar: OmfangFalt | None = None
    version: Enrad | None = None
    ersatter: Enrad | None = None
    arenden: tuple[Referens, ...] = ()
    kallade: Kallade | None = None
    narvaro: Narvaro | None = None
    pauser: tuple[Paus, ...] = ()
    punkter: tuple[Punkt, ...] = ()
    justering: EnEllerFlera[Justering] = ()
    anslag: EnEllerFlera[Anslag] = ()
    overklagande: Prosa | None = None
    underskrifter: tuple[Underskrift, ...] = ()
    bestyrkt_av: Enrad | None = None
    bilagor: tuple[Handling, ...] = ()
    rattelser: tuple[Rattelse, ...] = ()
    kalla: Kalla | None = None
    harlett: tuple[Harlett, ...] = ()
    anmarkning: Prosa | None = None


class Sammantrade(Post):
    """A meeting. Its organ and day are its path: ``content/sammantraden/<organ>/<datum>.yml``.

    `status` is what the archive's documents show: ``foreslaget``, ``planerat``, ``kallat`` (a kallelse was sent),
    ``hallet``, ``installt``, ``ersatt`` (by `ersatts_av`), or ``okant``. A meeting inside another, for example an
    ordinary meeting during an internat, says `del_av`. One that ends on a later day says `till_datum`, and
    `till_tid` where the time of that last day is printed; `tid` then holds only the beginning.

    `granskad`, which every kind of record has that the importer drafts, is ``nej`` for a draft that nobody has gone
    through yet; such a record lies in ``utkast/`` and is not published.
    """

    granskad: JaNej | None = None
    status: Literal["foreslaget", "planerat", "kallat", "hallet", "installt", "ersatt", "okant"]
    art: Literal["ordinarie", "extra", "internat"] = "ordinarie"
    rubrik: Enrad | None = None
    till_datum: Datum | None = None
    tid: TidsspannFalt | None = None
    till_tid: Klockslag | None = None
    plats: Enrad | None = None
    form: Literal["fysiskt", "digitalt", "hybrid"] | None = None
    gemensamt_med: tuple[Enrad, ...] = ()
    del_av: Referens | None = None
    ersatts_av: Referens | None = None
    flyttat_till: Referens | None = None
    kand_genom: tuple[Referens, ...] = ()
    dokument: tuple[Dokument, ...] = ()
    avpublicerad: Borttagning | None = None
    harlett: tuple[Harlett, ...] = ()
    anmarkning: Prosa | None = None
