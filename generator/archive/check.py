"""The whole check of a content folder: what the reader found, and what every rule finds in the archive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from generator.archive.archive import Archive, build
from generator.archive.rules import REGLER
from generator.archive.rules.regel import Regel
from generator.diagnostics import Diagnostic, sort_key
from generator.model.arkiv import Arkiv
from generator.model.bas import Post
from generator.records.folder import Innehall, Utkast
from generator.records.origin import Origin
from generator.records.record import Record
from generator.records.unplaced import Found, placed
from generator.workers import spread

_FEW = 100
"""With fewer meetings than this, other processes take longer to begin than the work takes."""
_LONGEST_FIRST = ("R21", "R40", "R20", "R41")
"""The kinds of rules that take time, so that no process is left with one of them when the others are done."""


def check(content: Innehall, datum: dt.date, *, arbetare: int = 1) -> tuple[Archive | None, list[Diagnostic]]:
    """The archive as of a day, and everything to say of it, in order of file and line, asked by `arbetare` processes.

    As `judge`. Raises WorkerDied.
    """
    archive, found = judge(content, datum, arbetare=arbetare)
    return archive, in_order(found, arbetare)


def judge(content: Innehall, datum: dt.date, *, arbetare: int = 1) -> tuple[Archive | None, set[Found]]:
    """The archive as of a day, and everything to say of it, where it may be that no place has been looked up.

    The archive is None where ``arkiv.yml`` could not be read; the rules are then asked all the same, so that one run
    tells every fault. What points to a record that could not be read is not a fault of its own. Raises WorkerDied.
    """
    archive = build(content, datum)
    asked = archive or with_any_settings(content, datum)
    return archive, {*content.faults, *ask(asked, REGLER, arbetare if len(asked.moten) >= _FEW else 1)}


def in_order(found: Iterable[Found], arbetare: int = 1) -> list[Diagnostic]:
    """What `judge` found, with every place, in order of file and line. Raises WorkerDied."""
    return sorted(_once_a_day(set(placed(found, arbetare))), key=sort_key)


def ask(archive: Archive, regler: Iterable[Regel], arbetare: int) -> Iterator[Found]:
    """What the rules find, those of one kind (R20x, R21x, …) by one process, since they look at the same.

    Raises WorkerDied.
    """
    kinds = [list(kind) for _, kind in groupby(sorted(regler, key=_by_work), key=_by_work)]
    for found in spread(lambda kind: [one for regel in kind for one in regel.granska(archive)], kinds, arbetare):
        yield from found


def _by_work(regel: Regel) -> int:
    kind = regel.kod[:3]
    return _LONGEST_FIRST.index(kind) if kind in _LONGEST_FIRST else len(_LONGEST_FIRST)


def with_any_settings(content: Innehall, datum: dt.date) -> Archive:
    """The archive, with settings that mean nothing where its own can not be read: for what asks only of the rest."""
    archive = build(content, datum) or build(replace(content, records=(*content.records, _stand_in())), datum)
    if archive is None:
        raise ValueError("the settings that stand in are no settings")
    return archive


def check_drafts(
    content: Innehall, datum: dt.date, published: Iterable[Diagnostic], *, arbetare: int = 1
) -> list[Diagnostic]:
    """What there is to say of the drafts, laid over the published records, that is not said of these alone.

    `published` is what there is to say of these. Raises WorkerDied.
    """
    if content.utkast == Utkast():
        return []
    told = {(one.position, one.code) for one in published}
    found = check(with_drafts(content), datum, arbetare=arbetare)[1]
    return [one for one in found if (one.position, one.code) not in told]


def with_drafts(content: Innehall) -> Innehall:
    """The content as it will be when every draft is in its place; a draft wins over the record that it will replace."""
    drafts = content.utkast
    new = {(one.kind, one.id) for one in drafts.records} | {(one.kind, one.id) for one in drafts.olasta}
    kept = [one for one in content.records if (one.kind, one.id) not in new]
    return replace(
        content,
        records=tuple(sorted([*drafts.records, *kept], key=_place)),
        olasta=(*drafts.olasta, *(one for one in content.olasta if (one.kind, one.id) not in new)),
        faults=(*content.faults, *drafts.faults),
        utkast=Utkast(),
    )


def _place(record: Record[Post]) -> tuple[str, str]:
    return record.kind, f"{record.id}.yml"


def _once_a_day(found: Collection[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics without what follows from a day outside reason: a slip in the year is told once, as R401."""
    slips = {one.position for one in found if one.code == "R401"}
    return [one for one in found if one.code == "R401" or one.position not in slips]


def _stand_in() -> Record[Arkiv]:
    """Settings of an archive whose own can not be read; no rule finds anything to say of them."""
    address = "https://example.org/"
    settings = {
        "namn": "-",
        "beskrivning": "-",
        "webbadress": address,
        "utgivare": {"namn": "-", "slag": "annan"},
        "kontakt": {"namn": "-", "epost": "-@example.org"},
        "anslagstavla": {"roll": "kopia"},
        "tjanstepersoner_i_register": "nej",
    }
    return Record("arkiv", "arkiv", Arkiv.model_validate(settings), Origin("arkiv.yml"))
