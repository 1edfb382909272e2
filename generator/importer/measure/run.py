"""Documents imported for the sake of measuring: each of the invented ones alone, those of an archive together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.archive.archive import Archive, build
from generator.importer.drafts.compose import Report, compose
from generator.importer.drafts.draft import Draft
from generator.importer.extract.document import extract
from generator.importer.extract.refused import Refused
from generator.importer.joining.batch import propose
from generator.importer.known import Known, known_of
from generator.importer.measure.drafts import measure
from generator.importer.measure.facit import Facitmote, facit_of, organ_names
from generator.importer.measure.measure import Matning
from generator.importer.understanding import understand
from generator.records.folder import Innehall


@dataclass(frozen=True)
class Handling:
    """A document to measure: its file name and bytes, and the truth about it."""

    namn: str
    data: bytes
    facit: tuple[Facitmote, ...]


def measure_alone(documents: Sequence[Handling]) -> list[Matning]:
    """Every document imported by itself into an empty archive."""
    return [one for document in documents for one in _measured([document], Known.empty(), {})]


def measure_together(documents: Sequence[Handling], archive: Archive | None = None) -> list[Matning]:
    """The documents imported in one run, into an empty archive or into one that has records."""
    known = known_of(archive) if archive else Known.empty()
    organ = {one.id: organ_names(one.data) for one in archive.organ.values()} if archive else {}
    return _measured(documents, known, organ)


def without_meetings(content: Innehall, day: dt.date) -> Archive | None:
    """The archive as it was before it had any meeting: persons, organ, authorities and cases."""
    return build(replace(content, records=tuple(one for one in content.records if one.kind != "sammantrade")), day)


def of_archive(archive: Archive, files: Mapping[str, bytes]) -> list[Handling]:
    """Those of the files that records of the archive were written from, with the records as their truth."""
    found = ((name, data, facit_of(archive, name)) for name, data in sorted(files.items()))
    return [Handling(name, data, truth) for name, data, truth in found if truth]


def _measured(documents: Sequence[Handling], known: Known, organ: Mapping[str, frozenset[str]]) -> list[Matning]:
    drafts, reports = _imported(documents, known)
    return [measure(one.namn, one.facit, drafts, reports, organ) for one in documents]


def _imported(documents: Sequence[Handling], known: Known) -> tuple[list[Draft], list[Report]]:
    """The drafts of a run; a document that is refused adds nothing."""
    understood = []
    for one in documents:
        try:
            understood.append((one.namn, understand(extract(one.namn, one.data), known)))
        except Refused:
            continue
    parts = [part for _, found in understood for part in found.parts]
    masked = {name: found.masked for name, found in understood}
    return compose(propose(parts, known, base=False), masked)
