"""The faults of some records by themselves, told at once where the whole check has to wait.

Only rules that look at one record at a time, with the rest of the archive beside it, can be asked so.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from generator.archive.archive import Archive
from generator.archive.check import ask
from generator.archive.rules import REGLER
from generator.diagnostics import Diagnostic, sort_key
from generator.model.bas import Post
from generator.records.record import Record
from generator.records.unplaced import placed

EGNA = (
    *("R201", "R202", "R203", "R205", "R206", "R207", "R215", "R217", "R218", "R221", "R223", "R224"),
    *("R403", "R404", "R405", "R406", "R421", "R701", "R702", "R703"),
)
"""Rules on references and links, on files, on a meeting's own addresses and documents, on what must not be public."""


def egna_fel(archive: Archive, records: Collection[Record[Post]]) -> list[Diagnostic]:
    """What these rules find in some of the archive's records, in order of file and line."""
    own = {id(one) for one in records}
    alone = replace(
        archive,
        records=tuple(records),
        kanter=tuple(edge for edge in archive.kanter if id(edge.record) in own),
        moten={key: mote for key, mote in archive.moten.items() if id(mote.record) in own},
        sidor={},
    )
    return sorted(placed(ask(alone, [regel for regel in REGLER if regel.kod in EGNA], 1)), key=sort_key)
