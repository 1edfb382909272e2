"""Rules on taking part in a §: who votes and reserves has taken part. All are varningar: the § is kept as printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.archive.narvaro import TJANSTGOR, Framtradande, Namngivning
from generator.archive.rules.tackning import numbers_in
from generator.diagnostics import Severity
from generator.records.unplaced import Unplaced

JAV = "5 kap. 47 § och 6 kap. 28–30 §§ kommunallagen (2017:725)"
RESERVATION = "4 kap. 27 § kommunallagen (2017:725)"
_RAKNAS = {*TJANSTGOR, "fortroendevalda"}
_ROST = {"rost.ja", "rost.nej", "rost.avstar"}
_DELTAR = {
    **dict.fromkeys(_ROST, "röstar"),
    "yrkanden": "yrkar",
    "reservationer": "reserverar sig",
    "anteckningar": "lämnar en anteckning",
}

Punkten = tuple[str, dict[str, list[Namngivning]]]


def _items(archive: Archive) -> Iterator[Punkten]:
    """The names of each item by what they do there, those whose person is known."""
    groups: dict[str, dict[str, list[Namngivning]]] = defaultdict(lambda: defaultdict(list))
    for one in archive.namngivningar:
        if one.punkt and one.person:
            groups[one.punkt][one.slag].append(one)
    yield from groups.items()


def javig_deltar(archive: Archive) -> Iterator[Unplaced]:
    """Someone who is jävig in a § and yet takes part in it."""
    for _, names in _items(archive):
        partial = {one.person for one in names.get("jav", ())}
        acting = [one for slag in _DELTAR for one in names.get(slag, ()) if one.person in partial]
        for one in acting:
            message = f"{one.tolkning.namn} är jävig men {_DELTAR[one.slag]} i samma paragraf"
            yield _at(archive, "R417", one, message, "rätta vem som är jävig, eller vem som deltar", JAV)


def reservation_utan_att_delta(archive: Archive) -> Iterator[Unplaced]:
    """Someone who reserves without having taken part in the decision (KL 4 kap. 27 §)."""
    for item, names in _items(archive):
        outside = {one.person for one in names.get("deltar_inte", ())}
        for one in names.get("reservationer", ()):
            if one.person in outside:
                message = f"{one.tolkning.namn} reserverar sig men deltar inte i beslutet"
            elif _served(archive, item, one) is False:
                message = f"{one.tolkning.namn} reserverar sig men står inte som tjänstgörande i paragrafen"
            else:
                continue
            yield _at(archive, "R418", one, message, "rätta namnet eller närvarolistan", RESERVATION)


def rostar_utan_att_tjanstgora(archive: Archive) -> Iterator[Unplaced]:
    """Someone who votes without serving in the §."""
    for item, names in _items(archive):
        for one in (one for slag in sorted(_ROST) for one in names.get(slag, ())):
            if _served(archive, item, one) is False:
                message = f"{one.tolkning.namn} röstar men står inte som tjänstgörande i paragrafen"
                yield _at(archive, "R419", one, message, "rätta namnet eller närvarolistan")


def _served(archive: Archive, item: str, one: Namngivning) -> bool | None:
    """Whether the person serves in the item by its document's list; None where there is no list to go by."""
    rows = [row for row in archive.listor.get((one.mote, one.dokument), ()) if row.grupp in _RAKNAS]
    if not rows:
        return None
    return any(row.person == one.person and _covers(archive, row, item) for row in rows)


def _covers(archive: Archive, row: Framtradande, item: str) -> bool:
    place = archive.punkter[item]
    while place.foralder:
        place = archive.punkter[place.foralder]
    return place.nummer is None or bool(numbers_in(row, [place.nummer]))


def _at(archive: Archive, code: str, one: Namngivning, message: str, cure: str, law: str = "") -> Unplaced:
    record = archive.moten[one.mote].record
    return record.fault(code, message, (*one.loc, "rad"), cure=cure, severity=Severity.VARNING, law=law)
