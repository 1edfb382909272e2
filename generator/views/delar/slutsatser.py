"""The archive's conclusions about a record that is no document: its fields are named for organ, seats and persons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.archive.archive import Archive
from generator.model.harkomst import Harlett
from generator.views.delar.harkomst import harledningar

ORD = {"till": "sista dag", "slag": "slag", "under": "del av", "lasarklass": "läsarklass", "mote": "möten"}


def slutsatser(archive: Archive, made: Iterable[Harlett]) -> list[dict[str, Any]]:
    """The conclusions, for the macro `harlett`."""
    rows = tuple(made)
    told = harledningar(archive, rows)
    return [{**one, "falt": ORD.get(row.falt, one["falt"])} for row, one in zip(rows, told, strict=True)]
