"""The course of a case: every item, mention and uppdrag that belongs to it, in time, across organs."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.archive.archive import Archive
from generator.archive.graph import Kant
from generator.archive.moten import Punktplats
from generator.archive.synligt import synlig_punkt, synliga_uppdrag
from generator.archive.uppdrag import OPPET, Uppdragsplats
from generator.model.punkt import Arendekoppling
from generator.model.sammantrade import FORE_MOTET


@dataclass(frozen=True)
class Steg:
    """One step: at which meeting, and what. `uppdrag` are those given there, `vantat` those due there.

    `slag` is ``behandlas`` (the item belongs to the case, by `koppling`), ``namns`` (it names the case or refers
    to one of its items), ``vantas`` (nothing but that an uppdrag is due) or ``aterrapport``.
    """

    datum: dt.date
    mote: str
    punkt: str | None
    slag: Literal["behandlas", "namns", "vantas", "aterrapport"]
    koppling: Arendekoppling | None = None
    uppdrag: tuple[Uppdragsplats, ...] = ()
    vantat: tuple[Uppdragsplats, ...] = ()


@dataclass(frozen=True)
class Gang:
    """A case in time. `senaste` is its latest item with a decision, `oppna` its uppdrag without report-back."""

    steg: tuple[Steg, ...]
    uppdrag: tuple[Uppdragsplats, ...]
    senaste: Punktplats | None
    oppna: tuple[Uppdragsplats, ...]


def arendegangar(archive: Archive) -> dict[str, Gang]:
    """The course of every case, in order of id."""
    tasks: dict[str, list[Uppdragsplats]] = defaultdict(list)
    for one in synliga_uppdrag(archive):
        tasks[one.punkt].append(one)
    return {key: _gang(archive, key, tasks) for key in sorted(archive.arenden)}


def _gang(archive: Archive, arende_id: str, tasks: Mapping[str, list[Uppdragsplats]]) -> Gang:
    own = _own_items(archive, arende_id)
    found = [one for key in own for one in tasks.get(key, ())]
    given = tuple(sorted(found, key=lambda one: (one.givet, one.mote)))
    steps = [*_treated(archive, own, given), *_reported(archive, own, given), *_expected(archive, given)]
    known = {step.punkt for step in steps}
    steps += [step for step in _mentions(archive, arende_id, own) if step.punkt not in known]
    ordered = tuple(sorted(steps, key=lambda step: (step.datum, step.mote, _place(archive, step))))
    return Gang(ordered, given, _latest_decision(archive, own), tuple(one for one in given if one.laget in OPPET))


def _own_items(archive: Archive, arende_id: str) -> dict[str, Arendekoppling]:
    """The items that belong to the case, each with how it is joined to it."""
    node = f"arende:{arende_id}"
    sources = [edge.fran.partition(":")[2] for edge in archive.bakat.get(node, ()) if _joins(edge)]
    return {
        key: case
        for key in sources
        for case in archive.punkter[key].punkt.arenden
        if archive.register.sla_upp(case.arende).nod == node
    }


def _joins(edge: Kant) -> bool:
    """Whether a link says that an item belongs to a case, and not only that something names the case."""
    return edge.falt == "arenden" and edge.fran.startswith("punkt:")


def _treated(archive: Archive, own: Mapping[str, Arendekoppling], given: tuple[Uppdragsplats, ...]) -> Iterator[Steg]:
    for key, case in own.items():
        item = archive.punkter[key]
        tasks = tuple(one for one in given if one.punkt == key)
        yield Steg(archive.moten[item.mote].datum, item.mote, key, "behandlas", case, tasks)


def _reported(archive: Archive, own: Mapping[str, Arendekoppling], given: tuple[Uppdragsplats, ...]) -> Iterator[Steg]:
    places = {row.punkt: row.datum for one in given for row in one.rapporter if row.punkt not in own}
    for key, day in places.items():
        yield Steg(day, archive.punkter[key].mote, key, "aterrapport")


def _expected(archive: Archive, given: tuple[Uppdragsplats, ...]) -> Iterator[Steg]:
    for mote_id in sorted({one.senast_mote for one in given if one.senast_mote}):
        due = tuple(one for one in given if one.senast_mote == mote_id)
        yield Steg(archive.moten[mote_id].datum, mote_id, None, "vantas", vantat=due)


def _mentions(archive: Archive, arende_id: str, own: Mapping[str, Arendekoppling]) -> Iterator[Steg]:
    """Items and meetings that name the case, and items that refer to one of its items."""
    nodes = [f"arende:{arende_id}", *(f"punkt:{key}" for key in own)]
    sources = {edge.fran for node in nodes for edge in archive.bakat.get(node, ()) if not _joins(edge)}
    for source in sorted(sources):
        slag, _, key = source.partition(":")
        if slag == "punkt" and key not in own:
            mote = archive.moten[archive.punkter[key].mote]
            yield Steg(mote.datum, mote.id, key, "namns")
        elif slag == "mote" and not any(archive.punkter[item].mote == key for item in own):
            yield Steg(archive.moten[key].datum, key, None, "namns")


def _place(archive: Archive, step: Steg) -> tuple[int, int]:
    """Where in its meeting a step stands: by document, then by order of the items."""
    if step.punkt is None:
        return (10_000, 0)
    item = archive.punkter[step.punkt]
    return (item.dokument, archive.punktordning[item.id])


def _latest_decision(archive: Archive, own: Mapping[str, Arendekoppling]) -> Punktplats | None:
    """The latest item of the case with a beslut or ställningstagande, in a document from after the meeting."""
    decided = [
        archive.punkter[key]
        for key in own
        if (archive.punkter[key].punkt.beslut or archive.punkter[key].punkt.stallningstagande)
        and synlig_punkt(archive, archive.punkter[key])
        and not is_before(archive, archive.punkter[key])
    ]
    return max(decided, key=lambda item: (archive.moten[item.mote].datum, item.id), default=None)


def is_before(archive: Archive, item: Punktplats) -> bool:
    """Whether an item stands in a document written before the meeting."""
    return archive.moten[item.mote].data.dokument[item.dokument].slag in FORE_MOTET
