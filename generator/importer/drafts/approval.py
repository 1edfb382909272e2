"""Which reviewed drafts can take their places: those with which the archive has no fault that it has not without them.

A meeting needs its persons: they go together, or the meeting waits. A draft of a record that has been changed since
waits too, since it would undo the change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.archive.check import check
from generator.diagnostics import Diagnostic, Severity
from generator.importer.drafts.marks import base, checksum
from generator.importer.drafts.review import approved
from generator.model.bas import Post
from generator.records.folder import Innehall, Utkast
from generator.records.kinds import kind_of
from generator.records.load import load
from generator.records.record import Record


@dataclass(frozen=True)
class Approval:
    """Texts to put in place, by path below content/; and drafts that wait, by the same path, with why.

    What waits for a fault of its own comes before what waits for it.
    """

    moves: Mapping[str, str]
    waiting: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()


def approve(reviewed: Mapping[str, str], content: Innehall, published: Mapping[str, str], datum: dt.date) -> Approval:
    """What can be done with reviewed drafts: texts by place below content/; `published` are the texts there now."""
    waiting: dict[str, str] = {}
    texts: dict[str, str] = {}
    for place, text in reviewed.items():
        found = kind_of(place)
        said = base(text)
        if found is None:
            waiting[place] = "organ eller dag är inte bestämd; flytta filen till sin plats i utkast/ först"
        elif said and said != checksum(published.get(place, "")):
            waiting[place] = "posten har ändrats sedan utkastet skrevs; ta bort utkastet och kör importen igen"
        else:
            texts[place] = approved(text, place, found[0].name)
    before = {(one.position.path, one.code) for one in check(_without_drafts(content), datum)[1]}
    first: list[str] = []
    while texts:
        faults = [one for one in _faults(content, texts, datum) if (one.position.path, one.code) not in before]
        if not faults:
            return Approval(texts, waiting)
        stopped = {one.position.path for one in faults} & set(texts)
        if not stopped:
            return Approval({}, {**waiting, **dict.fromkeys(texts, "se felen ovan")}, tuple(faults))
        for place in sorted(stopped):
            one = next(one for one in faults if one.position.path == place)
            behind = f"väntar på {first[0]}; " if first else ""
            waiting[place] = f"{behind}{one.code}{_line_of(one, reviewed[place])}: {one.message}"
            del texts[place]
        first = first or sorted(stopped)
    return Approval({}, waiting)


def _line_of(fault: Diagnostic, draft: str) -> str:
    """The line of a fault as the draft has it, where its words stand on one line of it."""
    found = [number for number, line in enumerate(draft.split("\n"), 1) if fault.source and line == fault.source]
    return f" rad {found[0]}" if len(found) == 1 else ""


def _without_drafts(content: Innehall) -> Innehall:
    return replace(content, utkast=Utkast())


def _faults(content: Innehall, texts: Mapping[str, str], datum: dt.date) -> list[Diagnostic]:
    """The faults of the archive with these texts in their places; those of the texts are at their place's path."""
    records: list[Record[Post]] = []
    found: list[Diagnostic] = []
    for place, text in texts.items():
        kind = kind_of(place)
        if kind is None:
            continue
        record, faults = load(text.encode(), place, *kind)
        found += faults
        records += [record] if record else []
    new = {(one.kind, one.id) for one in records}
    kept = [one for one in content.records if (one.kind, one.id) not in new]
    whole = sorted([*records, *kept], key=_place)
    laid = replace(_without_drafts(content), records=tuple(whole))
    found += check(laid, datum)[1]
    return [one for one in found if one.severity is Severity.FEL]


def _place(record: Record[Post]) -> tuple[str, str]:
    return record.kind, f"{record.id}.yml"
