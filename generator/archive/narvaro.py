"""Appearances: each row of each attendance list, and each name in an item, joined to a person where that is certain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.moten import Mote
from generator.archive.namn import Namnregister
from generator.model.narvaro import Kallade, Medverkande, Narvaro, Narvarorad
from generator.model.narvarorad import Tolkning
from generator.model.punkt import Punkt
from generator.model.sammantrade import Dokument
from generator.model.walk import Loc

TJANSTGOR = frozenset({"beslutande"})
NARVARANDE = frozenset({"beslutande", "fortroendevalda", "ej_tjanstgorande", "narvarande", "ovriga"})
KALLADE = frozenset({"kallade.ledamoter", "kallade.ersattare", "kallade.ovriga"})


@dataclass(frozen=True, slots=True)
class Framtradande:
    """One row of a list: which list (`grupp`), what it says, and whom the archive holds it to be.

    `grupp` is the key of the list: ``beslutande``, ``ovriga``, … or ``kallade.ledamoter``. `huvudman` is the
    authority that the row names, `titel` what else stands there. `ersatter` is the person served for.
    """

    mote: str
    dokument: int
    loc: Loc
    grupp: str
    rad: Narvarorad
    tolkning: Tolkning
    person: str | None
    huvudman: str | None
    titel: str
    ersatter: str | None
    ersatt_huvudman: str | None

    @property
    def kallad(self) -> bool:
        """Whether the row only says that the person was called."""
        return self.grupp in KALLADE

    @property
    def narvarande(self) -> bool:
        """Whether the row says that the person was there."""
        return self.grupp in NARVARANDE


@dataclass(frozen=True, slots=True)
class Namngivning:
    """A name outside the lists: in which item or document, in what part (`slag`), and who it is."""

    mote: str
    punkt: str | None
    dokument: int
    loc: Loc
    slag: str
    medverkande: Medverkande
    tolkning: Tolkning
    person: str | None


def read_framtradanden(mote: Mote, names: Namnregister) -> tuple[Framtradande, ...]:
    """Every row of every list of a meeting, in order of print; printed headings and placeholders are left out."""
    return tuple(
        _framtradande((mote.id, index, loc, group), row, read, names)
        for index, dokument in enumerate(mote.data.dokument)
        for loc, group, row in _rows(index, dokument)
        if row.rad is not None and not row.platshallare and not (read := row.tolkning()).vakant
    )


def _rows(index: int, dokument: Dokument) -> Iterator[tuple[Loc, str, Narvarorad]]:
    lists: tuple[tuple[str, str, Kallade | Narvaro | None], ...] = (
        ("kallade", "kallade.", dokument.kallade),
        ("narvaro", "", dokument.narvaro),
    )
    for key, prefix, groups in lists:
        if groups is None:
            continue
        for name in type(groups).model_fields:
            for number, row in enumerate(getattr(groups, name)):
                yield ("dokument", index, key, name, number), prefix + name, row


def _framtradande(
    place: tuple[str, int, Loc, str], row: Narvarorad, read: Tolkning, names: Namnregister
) -> Framtradande:
    mote, index, loc, group = place
    huvudman, titel = _affiliation(read.delar, row.organisation, row.titel, names)
    other = read.ersatter
    other_body, _ = _affiliation(other.delar, None, None, names) if other else (None, "")
    return Framtradande(
        mote=mote,
        dokument=index,
        loc=loc,
        grupp=group,
        rad=row,
        tolkning=read,
        person=row.person or names.person(read.namn),
        huvudman=huvudman or other_body,
        titel=titel,
        ersatter=(row.ersatter.person if row.ersatter else None) or (names.person(other.namn) if other else None),
        ersatt_huvudman=other_body or huvudman,
    )


def _affiliation(
    parts: tuple[str, ...], organisation: str | None, title: str | None, names: Namnregister
) -> tuple[str | None, str]:
    """The authority among the printed parts, and the rest as the printed title."""
    candidates = [organisation] if organisation else list(parts)
    body = next((found for part in candidates if (found := names.myndighet(part))), None)
    rest = [part for part in parts if names.myndighet(part) is None or names.myndighet(part) != body]
    return body, title or ", ".join(rest)


def read_namngivningar(mote: Mote, names: Namnregister) -> tuple[Namngivning, ...]:
    """Every name outside the lists: speakers, justerare, signatures, those who reserve, vote or are jäviga."""
    found = [
        Namngivning(mote.id, plats.id, plats.dokument, (*plats.loc, *loc), slag, who, who.tolkning(), _who(who, names))
        for plats in mote.punkter
        for loc, slag, who in _in_item(plats.punkt)
    ]
    for index, dokument in enumerate(mote.data.dokument):
        for loc, slag, who in _in_document(dokument):
            where: Loc = ("dokument", index, *loc)
            found.append(Namngivning(mote.id, None, index, where, slag, who, who.tolkning(), _who(who, names)))
    return tuple(found)


def _who(who: Medverkande, names: Namnregister) -> str | None:
    if who.grupp or who.platshallare:
        return None
    return who.person or names.person(who.tolkning().namn)


Named = tuple[Loc, str, Medverkande]


def _in_item(punkt: Punkt) -> Iterator[Named]:
    for key in ("foredragande", "medverkande"):
        if named := getattr(punkt, key):
            yield from _many((key,), key, named)
    for key in ("yrkanden", "reservationer", "jav", "deltar_inte", "anteckningar"):
        for number, part in enumerate(getattr(punkt, key)):
            yield from _many((key, number, "av"), key, part.av)
    for number, vote in enumerate(punkt.omrostningar):
        for answer in type(vote.roster).model_fields if vote.roster else ():
            where: Loc = ("omrostningar", number, "roster", answer)
            yield from _many(where, f"rost.{answer}", getattr(vote.roster, answer))


def _in_document(dokument: Dokument) -> Iterator[Named]:
    for number, justering in enumerate(dokument.justering):
        for key in ("foreslagna", "utsedda", "ersattare", "justerat_av"):
            yield from _many(("justering", number, key), f"justering.{key}", getattr(justering, key))
    for number, signature in enumerate(dokument.underskrifter):
        yield ("underskrifter", number, "namn"), "underskrift", signature.namn


def _many(loc: Loc, slag: str, persons: tuple[Medverkande, ...]) -> Iterator[Named]:
    for number, person in enumerate(persons):
        yield (*loc, number), slag, person
