"""What a rule is: a stable code, one sentence, its legal source where it has one, and one function.

How much a fault weighs follows one principle. A *fel* is a record that is faulty: it contradicts itself, leads
nowhere, or lets out what must not be public; it can be mended here. What a document prints is never a fel, however
odd: the archive keeps it as printed and says a *varning*, since the record may have been copied wrongly. An
*upplysning* is what the archive can not know enough of.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.archive.archive import Archive
from generator.diagnostics import Diagnostic, sort_key
from generator.model.bas import Post
from generator.model.walk import Loc, parts
from generator.records.record import Record
from generator.records.unplaced import Found, placed

P = TypeVar("P", bound=Post)


@dataclass(frozen=True)
class Regel:
    """A rule over the whole archive: it yields what it finds, each with the rule's `kod`."""

    kod: str
    mening: str
    granska: Callable[[Archive], Iterable[Found]]
    lag: str = ""


def av_slag(archive: Archive, model: type[P]) -> Iterator[tuple[Record[Post], Loc, P]]:
    """Every part of one kind in the archive: its record, its place there, and the part."""
    for record in archive.records:
        for loc, part in parts(record.data, model):
            yield record, loc, part


def en_av_varje(found: Iterable[tuple[Hashable, Found]]) -> Iterator[Diagnostic]:
    """The first that is found of each cause, saying in how many more places the same is met."""
    groups: dict[Hashable, list[Found]] = {}
    for cause, one in found:
        groups.setdefault(cause, []).append(one)
    for group in groups.values():
        first, *more = sorted(placed(group), key=sort_key)
        again = f" (och på {len(more)} {'ställe' if len(more) == 1 else 'ställen'} till)" if more else ""
        yield replace(first, message=first.message + again)
