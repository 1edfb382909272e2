"""Rules on printed names: each is one person of the archive, and parties and authorities are known ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.archive.archive import Archive
from generator.archive.namn import normal
from generator.archive.rules.likhet import alike
from generator.archive.rules.regel import en_av_varje
from generator.diagnostics import Diagnostic, Severity
from generator.model.bas import Post
from generator.model.organ import Huvudman
from generator.model.walk import Loc
from generator.records.record import Record
from generator.records.unplaced import Unplaced
from generator.svenska import fold, nearest, slug

_SHORTEST = 5
"""An authority's name with fewer letters is like too many other words."""


class Namn(NamedTuple):
    """A printed name where it stands: what is read from it, and what the record says of it.

    `loc` is the part that holds it, `falt` the key of the printed text, `angiven` the stated person.
    """

    record: Record[Post]
    loc: Loc
    falt: str
    namn: str
    parti: str | None
    delar: tuple[str, ...]
    person: str | None
    angiven: str | None
    ersatt: bool = False


def tryckta_namn(archive: Archive) -> Iterator[Namn]:
    """Every printed name of every meeting, and of those who are substituted."""
    for row in archive.framtradanden:
        record, read = archive.moten[row.mote].record, row.tolkning
        delar = (row.rad.organisation,) if row.rad.organisation else read.delar
        yield Namn(record, row.loc, "rad", read.namn, read.parti, delar, row.person, row.rad.person)
        if other := read.ersatter:
            long = row.rad.ersatter
            loc = (*row.loc, "ersatter") if long else row.loc
            falt = "namn" if long else "rad"
            said = long.person if long else None
            yield Namn(record, loc, falt, other.namn, other.parti, other.delar, row.ersatter, said, ersatt=True)
    for one in archive.namngivningar:
        if one.tolkning.namn:
            record, read, who = archive.moten[one.mote].record, one.tolkning, one.medverkande
            delar = (who.organisation,) if who.organisation else read.delar
            yield Namn(record, one.loc, "rad", read.namn, read.parti, delar, one.person, who.person)


def _unknown(archive: Archive, name: Namn) -> tuple[str, ...] | None:
    """The persons among whom a name that is nobody in particular does not choose; None where it is somebody."""
    if name.person or any(one.kind == "person" and one.namner(name.namn) for one in archive.olasta):
        return None
    return archive.namn.personer.get(normal(name.namn), ())


def namnet_ar_ingen(archive: Archive) -> Iterator[Diagnostic]:
    """A printed name that no person has. Fel: without a person's record nobody has decided what readers may find.

    A name is told once, however often it is printed.
    """
    yield from en_av_varje(_nobodies(archive, "R204", ersatt=False))


def den_ersatta_ar_ingen(archive: Archive) -> Iterator[Diagnostic]:
    """Someone is substituted whom the archive does not know. Fel, as for any other name."""
    yield from en_av_varje(_nobodies(archive, "R210", ersatt=True))


def _nobodies(archive: Archive, code: str, *, ersatt: bool) -> Iterator[tuple[str, Unplaced]]:
    printed = {fold(name): name for record in archive.personer.values() for name in names_of(archive, record.id)}

    @cache
    def likest(name: str) -> str | None:
        return nearest(fold(name), printed)

    for name in tryckta_namn(archive):
        if name.ersatt == ersatt and _unknown(archive, name) == ():
            who = f"'{name.namn}', som ersätts," if ersatt else f"'{name.namn}'"
            message = f"{who} är ingen person i arkivet"
            near = likest(name.namn)
            create = f"skapa personer/{slug(name.namn)}.yml"
            cure = f"menade du '{printed[near]}'? annars: {create}" if near else create
            yield normal(name.namn), _at(name, code, message, cure)


def flera_med_namnet(archive: Archive) -> Iterator[Unplaced]:
    """A printed name that several persons have. Fel: the archive may not guess which of them it is."""
    for name in tryckta_namn(archive):
        found = _unknown(archive, name)
        if found:
            message = f"flera personer heter '{name.namn}': {', '.join(found)}"
            yield _at(name, "R208", message, f"skriv vem med 'person:', t.ex. person: {found[0]}")


def annan_person(archive: Archive) -> Iterator[Unplaced]:
    """A stated person who has no such name. Fel: either the name or the person is another's."""
    for name in tryckta_namn(archive):
        person = archive.personer.get(name.angiven or "")
        if person and normal(name.namn) not in map(normal, names_of(archive, person.id)):
            known = person.data.namn
            message = f"här står '{name.namn}', men '{name.angiven}' är {known}"
            cure = "rätta 'person', eller för in den tryckta formen under 'varianter' hos personen"
            yield name.record.fault("R209", message, (*name.loc, "person"), cure=cure)


def names_of(archive: Archive, person: str) -> list[str]:
    """Every name of a person, the head name first."""
    data = archive.personer[person].data
    return [data.namn, *(variant.namn for variant in data.varianter)]


def snarlik_huvudman(archive: Archive) -> Iterator[Diagnostic]:
    """An organisation that is almost the name of an authority.

    Varning: it may be another organisation; but a misprint leaves the person without an authority.
    """
    yield from en_av_varje(_almost_authorities(archive))


def _almost_authorities(archive: Archive) -> Iterator[tuple[str, Unplaced]]:
    known = {fold(name): (name, body.id) for body in archive.huvudman.values() for name in _authority_names(body.data)}

    @cache
    def near(part: str) -> tuple[str, str] | None:
        return next((known[name] for name in sorted(known) if alike(part, name)), None)

    for name in tryckta_namn(archive):
        for part in name.delar:
            found = None if archive.namn.myndighet(part) or len(part) < _SHORTEST else near(fold(part))
            if found and not any(one.kind == "huvudman" and one.namner(part) for one in archive.olasta):
                cure = f"menade du '{found[0]}'? är det tryckt så, för in det under 'alias' i huvudman/{found[1]}.yml"
                yield fold(part), _at(name, "R211", f"'{part}' är ingen känd huvudman", cure, part, Severity.VARNING)


def _authority_names(body: Huvudman) -> Iterator[str]:
    """The names of an authority that are long enough to be told from other words."""
    names = (body.namn, body.kortnamn, *(alias.namn for alias in body.alias))
    yield from (name for name in names if name and len(name) >= _SHORTEST)


def okant_parti(archive: Archive) -> Iterator[Diagnostic]:
    """A party that the archive's settings do not list. Varning: a party may be new or local; told once a party."""
    known = {party.forkortning for party in archive.arkiv.data.partier}
    if known:
        yield from en_av_varje(_unknown_parties(archive, known))


def _unknown_parties(archive: Archive, known: set[str]) -> Iterator[tuple[str, Unplaced]]:
    for name in tryckta_namn(archive):
        if name.parti and name.parti != "-" and name.parti not in known:
            near = nearest(name.parti, known)
            add = "lägg till det under 'partier' i arkiv.yml"
            cure = f"menade du '{near}'? annars: {add}" if near else add
            yield (
                name.parti,
                _at(
                    name,
                    "R212",
                    f"partiet '{name.parti}' finns inte i arkiv.yml",
                    cure,
                    f"({name.parti})",
                    Severity.VARNING,
                ),
            )


def _at(
    name: Namn, code: str, message: str, cure: str, needle: str = "", severity: Severity = Severity.FEL
) -> Unplaced:
    return name.record.fault(
        code, message, (*name.loc, name.falt), cure=cure, needle=needle or name.namn, severity=severity
    )
