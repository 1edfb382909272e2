"""The archive: every record, joined to every other, immutable, as of one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from generator.archive.anslag import Anslagsplats, read_anslag
from generator.archive.graph import Kant, backlinks
from generator.archive.kvar import Kvar
from generator.archive.moten import Mote, Punktplats, motes_by_organ
from generator.archive.namn import Namnregister
from generator.archive.namn import register as register_names
from generator.archive.narvaro import Framtradande, Namngivning
from generator.archive.prosa import Lankare
from generator.archive.register import Register, register
from generator.archive.tavla import Bevis, bevis
from generator.archive.uppdrag import Uppdragsplats, read_uppdrag
from generator.model.anslag import FristaendeAnslag
from generator.model.arende import Arende
from generator.model.arkiv import Arkiv
from generator.model.bas import Post
from generator.model.ordlista import Ordlista
from generator.model.organ import Huvudman, Organ
from generator.model.person import Person
from generator.model.sammantrade import Sammantrade
from generator.records.anslagsregister import Anslagsregister
from generator.records.folder import Innehall, Olast
from generator.records.place import Sheet
from generator.records.record import Record

P = TypeVar("P", bound=Post)
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Archive:
    """Everything, by kind and id in sorted order, with links both ways.

    `kanter` are all links, `bakat` the same by what they point to (a node's name, e.g. ``person:lina-eriksson``).
    `datum` is the day that the archive is seen from. `olasta` are records that are there but could not be read: an
    archive with any is only for checking. `anslagsregister` is what has stood on an official anslagstavla.
    """

    datum: dt.date
    arkiv: Record[Arkiv]
    ordlista: Record[Ordlista] | None
    huvudman: Mapping[str, Record[Huvudman]]
    organ: Mapping[str, Record[Organ]]
    personer: Mapping[str, Record[Person]]
    arenden: Mapping[str, Record[Arende]]
    moten: Mapping[str, Mote]
    punkter: Mapping[str, Punktplats]
    anslag: tuple[Anslagsplats, ...]
    uppdrag: tuple[Uppdragsplats, ...]
    framtradanden: tuple[Framtradande, ...]
    namngivningar: tuple[Namngivning, ...]
    kanter: tuple[Kant, ...]
    bakat: Mapping[str, tuple[Kant, ...]]
    namn: Namnregister
    register: Register
    lankare: Lankare
    sidor: Mapping[str, Sheet]
    filer: Mapping[str, bytes]
    records: tuple[Record[Post], ...]
    olasta: tuple[Olast, ...] = ()
    anslagsregister: Anslagsregister = field(default_factory=Anslagsregister)

    @cached_property
    def moten_i_tid(self) -> tuple[Mote, ...]:
        """All meetings, the earliest first."""
        return tuple(sorted(self.moten.values(), key=lambda m: (m.datum, m.organ, m.ordning)))

    @cached_property
    def moten_i_organ(self) -> Mapping[str, tuple[Mote, ...]]:
        """The meetings of each organ that has any, the earliest first."""
        return motes_by_organ(self.moten.values())

    @cached_property
    def punktordning(self) -> Mapping[str, int]:
        """The place of each item among the items of its meeting, from 0."""
        return {item.id: place for mote in self.moten.values() for place, item in enumerate(mote.punkter)}

    @cached_property
    def nummer(self) -> Mapping[tuple[str, int], frozenset[int]]:
        """The numbers of the §§ or points of each document that has any, by its meeting and its number there."""
        found: dict[tuple[str, int], set[int]] = {}
        for item in (item for mote in self.moten.values() for item in mote.punkter):
            if item.nummer is not None:
                found.setdefault((item.mote, item.dokument), set()).add(item.nummer)
        return {key: frozenset(numbers) for key, numbers in found.items()}

    @cached_property
    def framat(self) -> Mapping[str, tuple[Kant, ...]]:
        """The links by the node that they go from."""
        found: dict[str, list[Kant]] = {}
        for edge in self.kanter:
            found.setdefault(edge.fran, []).append(edge)
        return {key: tuple(edges) for key, edges in found.items()}

    @cached_property
    def listor(self) -> Mapping[tuple[str, int], tuple[Framtradande, ...]]:
        """The rows of the lists of each document, by its meeting and its number there."""
        found: dict[tuple[str, int], list[Framtradande]] = {}
        for row in self.framtradanden:
            found.setdefault((row.mote, row.dokument), []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def bevis(self) -> Mapping[str, tuple[Bevis, ...]]:
        """What has stood on the official anslagstavla up to the archive's day, by the address of the anslag."""
        return bevis(self.anslagsregister, self.datum)

    def delad(self, name: str, make: Callable[[Archive], Mapping[K, V]]) -> Mapping[K, V]:
        """What several pages look up and is made of the whole archive, made once and kept under its name."""
        if name not in self.delade:
            self.delade[name] = make(self)
        return cast("Mapping[K, V]", self.delade[name])

    @cached_property
    def delade(self) -> dict[str, Mapping[Any, Any]]:
        """What has been made by `delad`, by name."""
        return {}


def build(content: Innehall, datum: dt.date, kvar: Kvar | None = None) -> Archive | None:
    """Join the records of a content folder into an archive; None where there is no ``arkiv.yml`` that could be read.

    Nothing is judged here: a reference that leads nowhere is a link without a target, which a rule reports. `kvar` is
    what whoever joins again and again keeps in between.
    """
    kvar = kvar or Kvar()
    settings = _of_kind(content.records, "arkiv", Arkiv)
    if not settings:
        return None
    motes = kvar.moten(_of_kind(content.records, "sammantrade", Sammantrade).values())
    people, bodies = _of_kind(content.records, "person", Person), _of_kind(content.records, "huvudman", Huvudman)
    cases = _of_kind(content.records, "arende", Arende)
    glossary = _of_kind(content.records, "ordlista", Ordlista)
    organ = _of_kind(content.records, "organ", Organ)
    notices = read_anslag(motes.values(), _of_kind(content.records, "anslag", FristaendeAnslag).values())
    terms = [term.id for record in glossary.values() for term in record.data.termer]
    others: dict[str, Iterable[str]] = {
        "person": people,
        "huvudman": bodies,
        "organ": organ,
        "anslag": [notice.id for notice in notices],
        "term": terms,
    }
    reg = register(motes.values(), cases.values(), others, content.olasta)
    names = register_names(people.values(), bodies.values())
    links = Lankare(_unique_numbers(cases.values(), reg), reg.punkt_av)
    appearances, namings, to_persons = kvar.namngivna(motes, names)
    edges = (*kvar.kanter(content.records, motes, reg, links), *to_persons)
    settings_record = next(iter(settings.values()))
    return Archive(
        datum=datum,
        arkiv=settings_record,
        ordlista=next(iter(glossary.values()), None),
        huvudman=bodies,
        organ=organ,
        personer=people,
        arenden=cases,
        moten=motes,
        punkter={item.id: item for mote in motes.values() for item in mote.punkter},
        anslag=notices,
        uppdrag=read_uppdrag(motes, reg, datum, settings_record.data.bevakat_till),
        framtradanden=appearances,
        namngivningar=namings,
        kanter=edges,
        bakat=backlinks(edges),
        namn=names,
        register=reg,
        lankare=links,
        sidor=content.sidor,
        filer=content.filer,
        records=content.records,
        olasta=content.olasta,
        anslagsregister=content.anslagsregister,
    )


def _of_kind(records: Iterable[Record[Post]], kind: str, model: type[P]) -> dict[str, Record[P]]:
    return {r.id: cast("Record[P]", r) for r in records if r.kind == kind and isinstance(r.data, model)}


def _unique_numbers(cases: Iterable[Record[Arende]], reg: Register) -> list[str]:
    """The printed diarienummer that mean exactly one case, and so may be linked where they stand plainly."""
    numbers = {number.nummer for case in cases for number in case.data.diarienummer}
    return sorted(number for number in numbers if reg.sla_upp(number).nod)
