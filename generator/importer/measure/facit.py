"""The truth that an import is measured by: a file written by hand beside a document, or records of an archive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.namn import normal
from generator.importer.measure.facts import Fact, document_facts, meeting_facts
from generator.model.organ import Organ
from generator.model.sammantrade import Sammantrade
from generator.records.nodes import parse, plain


@dataclass(frozen=True)
class Facitmote:
    """A meeting that is known to be in a file: all names of its organ (in normal form), its day, what it is.

    `dokument` are the places, in the meeting's list, of the documents that stand in the file.
    """

    organ: frozenset[str]
    datum: dt.date
    data: Sammantrade
    dokument: tuple[int, ...]


def read_facit(text: str, name: str) -> tuple[Facitmote, ...]:
    """A truth as written: ``moten``, each a record of a meeting with `organ_tryckt` and `datum` beside it.

    Raises:
        ValueError: where the text is not that.
    """
    node, faults = parse(text, name)
    if node is None or faults:
        raise ValueError(f"{name}: {'; '.join(fault.message for fault in faults)}")
    meetings = plain(node)["moten"]  # type: ignore[index]
    return tuple(_meeting(dict(values)) for values in meetings)


def _meeting(values: dict[str, str]) -> Facitmote:
    organ, day = values.pop("organ_tryckt"), dt.date.fromisoformat(values.pop("datum"))
    data = Sammantrade.model_validate(values)
    return Facitmote(frozenset({normal(organ)}), day, data, tuple(range(len(data.dokument))))


def facit_of(archive: Archive, name: str) -> tuple[Facitmote, ...]:
    """What an archive's records say of the document `name`, which they name as the source of documents."""
    found = []
    for mote in archive.moten.values():
        places = tuple(nr for nr, one in enumerate(mote.data.dokument) if one.kalla and one.kalla.fil == name)
        if places:
            organ = archive.organ[mote.organ].data
            found.append(Facitmote(organ_names(organ), mote.datum, mote.data, places))
    return tuple(found)


def organ_names(organ: Organ) -> frozenset[str]:
    """Every name of an organ, in normal form."""
    names = (organ.namn, organ.kortnamn, *(alias.namn for alias in organ.alias))
    return frozenset(normal(name) for name in names if name)


def facts(mote: Facitmote, organ: str) -> Iterator[Fact]:
    """Every fact of the meeting and of its documents in the file; `organ` is what the organ is called in all facts."""
    yield Fact("möten", (organ, mote.datum.isoformat()), ())
    yield from meeting_facts(mote.data)
    for number in mote.dokument:
        yield from document_facts(mote.data.dokument[number], ("dokument", number))
