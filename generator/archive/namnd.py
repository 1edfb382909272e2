"""Where an authority is named or addressed: the items, and in what way each of them does it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.moten import Punktplats
from generator.archive.namn import normal
from generator.archive.synligt import synlig_punkt
from generator.model.walk import Loc, texts

ARKIVETS = frozenset({"harlett", "anmarkning", "kalla", "kand_genom", "maskad", "skal"})
"""Fields where the archive speaks of itself; a name there is not named by the item."""
SATT = ("uppdrag", "inlagg", "skickas_till", "foredragande", "rubrik", "text")
"""The ways, what is addressed to the authority first."""


@dataclass(frozen=True)
class Namnd:
    """An item that names an authority, and in which ways (of `SATT`)."""

    punkt: str
    satt: tuple[str, ...]


def namnda(archive: Archive) -> Mapping[str, tuple[Namnd, ...]]:
    """The items that name each authority, by its id, the latest first.

    A name counts where it stands whole and can not be taken for a place: two words or more ("Sala kommun"), or
    capitals ("VGR"). Whoever speaks for an authority does so only where that is printed beside the name.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for huvudman, punkt, way in (*_by_field(archive), *_by_speaker(archive), *_by_words(archive)):
        if synlig_punkt(archive, archive.punkter[punkt]):
            found[huvudman, punkt].add(way)
    grouped: dict[str, list[Namnd]] = defaultdict(list)
    for huvudman, punkt in sorted(found, key=lambda pair: _in_time(archive, pair[1]), reverse=True):
        ways = found[huvudman, punkt]
        grouped[huvudman].append(Namnd(punkt, tuple(way for way in SATT if way in ways)))
    return {key: tuple(rows) for key, rows in sorted(grouped.items())}


def _in_time(archive: Archive, punkt: str) -> tuple[str, str, int]:
    mote = archive.moten[archive.punkter[punkt].mote]
    return (mote.datum.isoformat(), mote.id, -archive.punktordning[punkt])


Fynd = tuple[str, str, str]


def _by_field(archive: Archive) -> Iterator[Fynd]:
    """An item that gives the authority an uppdrag, quotes it, or links to it in its text."""
    for huvudman in archive.huvudman:
        for edge in archive.bakat.get(f"huvudman:{huvudman}", ()):
            slag, _, punkt = edge.fran.partition(":")
            if slag == "punkt" and not ARKIVETS & set(edge.loc):
                yield huvudman, punkt, next((way for way in ("uppdrag", "inlagg") if way in edge.loc), "text")


def _by_speaker(archive: Archive) -> Iterator[Fynd]:
    for one in archive.namngivningar:
        if one.punkt and one.slag in {"foredragande", "medverkande"}:
            for part in one.tolkning.delar:
                if huvudman := archive.namn.myndighet(part):
                    yield huvudman, one.punkt, "foredragande"


def _by_words(archive: Archive) -> Iterator[Fynd]:
    names = {name: huvudman for name, huvudman in _names(archive) if archive.namn.myndighet(name) == huvudman}
    patterns = {name: re.compile(rf"(?<!\w){re.escape(name)}(?::?s)?(?!\w)") for name in names}
    # the last word is that of many names ("kommun"), the longest tells them apart: most items are soon passed by
    telling = ({name.rpartition(" ")[2] for name in names}, {max(name.split(), key=len) for name in names})
    for item in archive.punkter.values():
        own = list(_own_texts(item))
        holds = "\n".join([text for _, text in own]).casefold().__contains__
        if not all(any(map(holds, words)) for words in telling):
            continue
        for loc, text in own:
            folded = normal(text)
            way = str(loc[0]) if loc[0] in {"skickas_till", "rubrik"} else "text"
            for name, pattern in patterns.items():
                if name in folded and pattern.search(folded):
                    yield names[name], item.id, way


def _own_texts(item: Punktplats) -> Iterator[tuple[Loc, str]]:
    """The texts of an item in which the document speaks, without those of its sub-items."""
    found = texts(item.punkt)
    return (row for row in found if "underpunkter" not in row[0] and ARKIVETS.isdisjoint(row[0]))


def _names(archive: Archive) -> Iterator[tuple[str, str]]:
    for key, record in archive.huvudman.items():
        data = record.data
        for name in filter(None, (data.namn, data.kortnamn, *(alias.namn for alias in data.alias))):
            if " " in name or name.isupper():
                yield normal(name), key
