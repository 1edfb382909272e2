"""Rules on persons: one record a person, one person a name, or a decision that they are two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from generator.archive.archive import Archive
from generator.archive.namn import normal
from generator.archive.rules.likhet import alike_pairs
from generator.diagnostics import Severity
from generator.model.walk import Loc
from generator.records.unplaced import Unplaced
from generator.svenska import fold

Skylt = tuple[str, Loc, str]
"""A name of a person: whose, where it stands in the record, and the name."""

_MED_SIDA = {"fortroendevald", "tjansteperson"}


def _names(archive: Archive) -> Iterator[Skylt]:
    for person in archive.personer.values():
        yield person.id, ("namn",), person.data.namn
        for index, variant in enumerate(person.data.varianter):
            yield person.id, ("varianter", index, "namn"), variant.namn


def _decided(archive: Archive, one: str, other: str) -> bool:
    """Whether either record says that they are two persons."""
    pairs = ((one, other), (other, one))
    return any(who.person == b for a, b in pairs for who in archive.personer[a].data.inte_samma_som)


def _bearers(archive: Archive) -> dict[tuple[str, str], tuple[Skylt, Skylt]]:
    """Every two persons who share a name and are not said to be two, with that name; a shared head name first."""
    bearers: dict[str, list[Skylt]] = defaultdict(list)
    for sign in _names(archive):
        bearers[normal(sign[2])].append(sign)
    found: dict[tuple[str, str], tuple[Skylt, Skylt]] = {}
    for signs in bearers.values():
        for one, other in combinations(sorted(signs, key=lambda sign: (sign[0], len(sign[1]))), 2):
            pair = (one[0], other[0])
            heads = len(one[1]) == len(other[1]) == 1
            if one[0] != other[0] and (pair not in found or heads) and not _decided(archive, *pair):
                found[pair] = (one, other)
    return found


def samma_namn(archive: Archive) -> Iterator[Unplaced]:
    """Two records with one head name and no word that they are two persons. Fel: a printed name would be neither."""
    for one, other in _bearers(archive).values():
        if len(one[1]) == len(other[1]) == 1:
            message = f"personen '{one[0]}' heter också {other[2]}"
            cure = f"slå ihop dem, eller skriv 'inte_samma_som' med person: {one[0]} och skälet"
            yield archive.personer[other[0]].fault("R301", message, other[1], cure=cure)


def annans_namn(archive: Archive) -> Iterator[Unplaced]:
    """A printed form of one person that is a name of another. Fel: the form would join to neither of them."""
    for one, other in _bearers(archive).values():
        if len(one[1]) == len(other[1]) == 1:
            continue
        mine, theirs = (one, other) if len(one[1]) > 1 else (other, one)
        message = f"'{mine[2]}' är också ett namn på '{theirs[0]}'"
        cure = f"ta bort varianten, slå ihop dem, eller skriv 'inte_samma_som' med person: {theirs[0]} och skälet"
        yield archive.personer[mine[0]].fault("R303", message, mine[1], cure=cure)


def snarlika_namn(archive: Archive) -> Iterator[Unplaced]:
    """Two persons whose names differ in a letter or two, with no decision on either record.

    Varning: they may well be two, but a misprint often makes one person into two, and only a human can tell.
    """
    signs: dict[str, list[Skylt]] = defaultdict(list)
    for sign in _names(archive):
        signs[fold(sign[2])].append(sign)
    pairs = [*alike_pairs(signs), *((name, name) for name in sorted(signs))]
    told = set(_bearers(archive))
    for a, b in pairs:
        for one, other in ((x, y) for x in signs[a] for y in signs[b]):
            first, last = sorted((one, other))
            pair = (first[0], last[0])
            if first[0] == last[0] or pair in told or _decided(archive, *pair) or normal(one[2]) == normal(other[2]):
                continue
            told.add(pair)
            message = f"'{last[2]}' är likt '{first[2]}' ({first[0]})"
            cure = f"är de två personer: skriv 'inte_samma_som' med person: {first[0]} och skälet; annars slå ihop dem"
            yield archive.personer[last[0]].fault("R302", message, last[1], cure=cure, severity=Severity.VARNING)


def maskad_med_sida(archive: Archive) -> Iterator[Unplaced]:
    """A masked person of a class that has a page. Fel: a name that must not be shown would have an address."""
    for person in archive.personer.values():
        if person.data.maskad and person.data.lasarklass in _MED_SIDA:
            message = f"personen är maskad, men läsarklassen {person.data.lasarklass} har en egen sida"
            cure = "skriv 'lasarklass: privatperson', eller ta bort 'maskad'"
            yield person.fault("R304", message, ("lasarklass",), cure=cure)
