"""What the archive covers: for each organ and year what it holds, what it knows of and lacks, and what was taken away.

Everything is counted from records alone. A meeting that has moved counts once, at its new address; what was taken away
from the site counts as taken away and as nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.archive.archive import Archive
from generator.archive.moten import Mote, Punktplats
from generator.archive.synligt import synlig_punkt, synligt_mote
from generator.model.handling import Handling
from generator.model.sammantrade import FORE_MOTET, Dokument

Motesutfall = Literal["hallet", "kommande", "okant", "installt", "ersatt", "borttaget"]
Innehav = Literal["hela", "delar", "annat", "inga"]
Intervall = tuple[int, int]
_VISAT: Mapping[str, Motesutfall] = {"hallet": "hallet", "installt": "installt", "ersatt": "ersatt"}
HELA = frozenset({"protokoll", "minnesanteckningar", "motesanteckning"})
BERATTANDE = HELA | {"protokollsutdrag"}
"""The documents that tell what was said at a meeting; an ordförandebeslut is made without one."""


@dataclass(frozen=True)
class Nummerserie:
    """The § numbers of a year, or of one meeting where each begins anew (`mote`).

    `har` stand in documents that the archive holds, `namnda` only in documents that it knows of and lacks. `mellan`
    are the runs of numbers between those that are known, `fore` the run from 1 up to the first of them.
    """

    mote: str | None
    har: tuple[int, ...]
    namnda: tuple[int, ...]
    fore: Intervall | None
    mellan: tuple[Intervall, ...]


@dataclass(frozen=True)
class Underlag:
    """An underlag of an item, or a bilaga of a document (`punkt` None), as a document mentions it."""

    mote: str
    punkt: str | None
    handling: Handling


@dataclass(frozen=True)
class Artackning:
    """One year of an organ. `moten` are all that the archive knows of, the earliest first, also removed ones."""

    ar: int
    moten: tuple[Mote, ...]
    utfall: Mapping[Motesutfall, int]
    innehav: Mapping[Innehav, int]
    handlingar: Mapping[str, int]
    nummer: tuple[Nummerserie, ...]
    underlag: tuple[Underlag, ...]
    maskade: int


@dataclass(frozen=True)
class Aviserat:
    """A meeting that documents of other meetings tell of: `genom` are the nodes that do, in order."""

    mote: Mote
    genom: tuple[str, ...]


@dataclass(frozen=True)
class Organtackning:
    """An organ: its years, the latest first; the meetings that others tell of; the latest documents that are held.

    `senaste` is of any kind, `senaste_berattande` one that tells what was said at its meeting.
    """

    organ: str
    ar: tuple[Artackning, ...]
    aviserade: tuple[Aviserat, ...]
    senaste: tuple[Mote, Dokument] | None
    senaste_berattande: tuple[Mote, Dokument] | None

    @property
    def moten(self) -> tuple[Mote, ...]:
        """All its meetings, the earliest first."""
        return tuple(mote for year in reversed(self.ar) for mote in year.moten)


def kanda_moten(archive: Archive) -> tuple[Mote, ...]:
    """Every meeting that the archive knows of, once each, the earliest first."""
    return tuple(mote for mote in archive.moten_i_tid if mote.data.flyttat_till is None)


def foljda_organ(archive: Archive) -> tuple[str, ...]:
    """The organ that meet, or that have a meeting in the archive, in order of id."""
    meeting = {key for key, one in archive.organ.items() if one.data.mote}
    return tuple(sorted(meeting | {mote.organ for mote in kanda_moten(archive)}))


def utfall(archive: Archive, mote: Mote) -> Motesutfall:
    """What became of a meeting as far as the archive shows on its day; time alone makes no meeting held."""
    if mote.data.avpublicerad:
        return "borttaget"
    ahead: Motesutfall = "kommande" if mote.sista_dag >= archive.datum else "okant"
    return _VISAT.get(mote.data.status, ahead)


def innehavda(mote: Mote) -> tuple[Dokument, ...]:
    """The documents of a meeting that readers find in the archive."""
    return () if mote.data.avpublicerad else tuple(d for d in mote.data.dokument if d.tillgang == "finns")


def innehavda_punkter(archive: Archive) -> tuple[Punktplats, ...]:
    """The items, sub-items too, that readers find in the documents that the archive has."""
    motes = (mote for mote in kanda_moten(archive) if innehavda(mote))
    return tuple(
        item
        for mote in motes
        for item in mote.punkter
        if mote.data.dokument[item.dokument].tillgang == "finns" and synlig_punkt(archive, item)
    )


def saknade(mote: Mote) -> tuple[Dokument, ...]:
    """The documents of a meeting that the archive knows of and lacks."""
    return () if mote.data.avpublicerad else tuple(d for d in mote.data.dokument if d.tillgang == "saknas")


def innehav(mote: Mote) -> Innehav:
    """What is held of a meeting: a whole document that tells of it, parts of one, only others, or nothing."""
    telling = _telling(mote)
    if any(one.slag in HELA and one.omfattar is None for one in telling):
        return "hela"
    return "delar" if telling else "annat" if innehavda(mote) else "inga"


def tackning(archive: Archive) -> tuple[Organtackning, ...]:
    """The coverage of every organ that meets or has a meeting in the archive, in order of id."""
    motes: dict[str, list[Mote]] = {key: [] for key in foljda_organ(archive)}
    for mote in kanda_moten(archive):
        motes[mote.organ].append(mote)
    told = _told_of(archive)
    return tuple(
        Organtackning(
            organ=key,
            ar=tuple(_year(archive, key, year, found) for year, found in _by_year(motes[key])),
            aviserade=tuple(Aviserat(mote, told[mote.id]) for mote in motes[key] if mote.id in told),
            senaste=_latest((mote, innehavda(mote)) for mote in motes[key]),
            senaste_berattande=_latest((mote, _telling(mote)) for mote in motes[key]),
        )
        for key in motes
    )


def _by_year(motes: Iterable[Mote]) -> list[tuple[int, list[Mote]]]:
    found: dict[int, list[Mote]] = defaultdict(list)
    for mote in motes:
        found[mote.datum.year].append(mote)
    return sorted(found.items(), reverse=True)


def _year(archive: Archive, organ: str, year: int, motes: list[Mote]) -> Artackning:
    visible = [mote for mote in motes if synligt_mote(archive, mote.id)]
    return Artackning(
        ar=year,
        moten=tuple(motes),
        utfall=Counter(utfall(archive, mote) for mote in motes),
        innehav=Counter(innehav(mote) for mote in visible),
        handlingar=Counter(document.slag for mote in visible for document in innehavda(mote)),
        nummer=tuple(_series(archive, organ, visible)),
        underlag=tuple(one for mote in visible for one in _enclosures(archive, mote)),
        maskade=sum(item.punkt.maskad is not None for mote in visible for item in mote.punkter),
    )


def _telling(mote: Mote) -> tuple[Dokument, ...]:
    return tuple(one for one in innehavda(mote) if one.slag in BERATTANDE)


def _latest(held: Iterable[tuple[Mote, tuple[Dokument, ...]]]) -> tuple[Mote, Dokument] | None:
    """The last document of the last meeting that has any, of meetings from the earliest."""
    return next(((mote, documents[-1]) for mote, documents in reversed([*held]) if documents), None)


def _series(archive: Archive, organ: str, motes: list[Mote]) -> Iterator[Nummerserie]:
    """The series of §§ of a year that have any number; none for an organ that does not number its items as §§."""
    record = archive.organ.get(organ)
    numbering = record.data.numrering if record else "punkt"
    if numbering == "punkt":
        return
    series = [(None, motes)] if numbering == "paragraf-arsvis" else [(mote.id, [mote]) for mote in motes]
    for mote_id, members in series:
        held, told = _numbers(members, "finns"), _numbers(members, "saknas")
        if held or told:
            first, between = luckor(held | told)
            yield Nummerserie(mote_id, tuple(sorted(held)), tuple(sorted(told - held)), first, between)


def _numbers(motes: Iterable[Mote], tillgang: str) -> frozenset[int]:
    """The numbers of §§ in documents written after the meetings, held or not."""
    return frozenset(
        item.nummer
        for mote in motes
        for item in mote.punkter
        if item.nummer is not None
        and "§" in (item.punkt.nr or "")
        and mote.data.dokument[item.dokument].slag not in FORE_MOTET
        and mote.data.dokument[item.dokument].tillgang == tillgang
    )


def luckor(numbers: Iterable[int]) -> tuple[Intervall | None, tuple[Intervall, ...]]:
    """The run of numbers before the lowest of some, and the runs between them.

    Runs are kept as their ends, so that a number mistyped as 999999999 costs nothing.
    """
    known = sorted(set(numbers))
    between = tuple((low + 1, high - 1) for low, high in pairwise(known) if high - low > 1)
    return ((1, known[0] - 1) if known and known[0] > 1 else None), between


def _enclosures(archive: Archive, mote: Mote) -> Iterator[Underlag]:
    for item in mote.punkter:
        if item.punkt.underlag and synlig_punkt(archive, item):
            yield from (Underlag(mote.id, item.id, one) for one in item.punkt.underlag)
    for document in mote.data.dokument:
        yield from (Underlag(mote.id, None, one) for one in document.bilagor)


def _told_of(archive: Archive) -> dict[str, tuple[str, ...]]:
    """The visible meetings that other meetings' documents tell of, each with the nodes that do.

    What an item says of a coming meeting counts, and what the meeting's own record says that it is known through.
    Nothing is told of what was taken away.
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for item in archive.punkter.values():
        for coming in item.punkt.kommande if item.punkt.kommande and synlig_punkt(archive, item) else ():
            target = _now(archive, archive.register.sla_upp(coming.mote).nod)
            if target and target != item.mote:
                found[target][f"punkt:{item.id}"] = None
    for mote in kanda_moten(archive):
        for source in (archive.register.sla_upp(one).nod for one in mote.data.kand_genom):
            if source and _may_be_told(archive, source):
                found[mote.id][source] = None
    order = {f"punkt:{key}": place for place, key in enumerate(archive.punkter)}
    return {
        key: tuple(sorted(nodes, key=lambda node: (order.get(node, -1), node)))
        for key, nodes in found.items()
        if synligt_mote(archive, key)
    }


def _may_be_told(archive: Archive, node: str) -> bool:
    kind, _, key = node.partition(":")
    if kind == "punkt":
        return synlig_punkt(archive, archive.punkter[key])
    return kind != "mote" or synligt_mote(archive, key)


def _now(archive: Archive, node: str | None) -> str | None:
    """The meeting that a node is, or is a part of, at the address that it has now."""
    kind, _, key = (node or "").partition(":")
    mote_id = key.partition("#")[0] if kind in {"mote", "punkt"} else ""
    seen: set[str] = set()
    while mote_id in archive.moten and mote_id not in seen:
        seen.add(mote_id)
        moved = archive.moten[mote_id].data.flyttat_till
        if moved is None:
            return mote_id
        mote_id = (archive.register.sla_upp(moved).nod or "").partition(":")[2].partition("#")[0]
    return None
