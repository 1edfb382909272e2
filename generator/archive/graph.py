"""The archive's links: every edge from a place in a record to a node, and the same edges seen from the node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.archive.moten import Mote, Punktplats
from generator.archive.narvaro import Framtradande, Namngivning
from generator.archive.prosa import Lankare, Stycke, halv_lank
from generator.archive.register import Svar
from generator.model.bas import Post
from generator.model.punkt import Arendekoppling
from generator.model.walk import Fynd, Loc, marked
from generator.records.record import Record

RECORD_NODE = {
    "sammantrade": "mote",
    "huvudman": "huvudman",
    "organ": "organ",
    "person": "person",
    "arende": "arende",
    "anslag": "anslag",
}


@dataclass(frozen=True, slots=True)
class Kant:
    """A link: from the node `fran` (a record, or the item inside a meeting) to `till`, in the field `falt`.

    `till` is None where the reference leads nowhere; `svar` then says why. `skriven` is the text of the reference,
    `nth` which of its equals in the same text.
    """

    fran: str
    till: str | None
    falt: str
    slag: str
    skriven: str
    svar: Svar
    record: Record[Post]
    loc: Loc
    needle: str = ""
    nth: int = 0


HALV = "halv"
"""The `slag` of what was meant as a link in running text, and is none."""

Answer = Callable[[str, str], Svar]
"""`Register.svar`, each question asked of it once: many records name the same, and what is nearest is long sought."""


def edges_of_record(
    record: Record[Post], items: Iterable[Punktplats], answer: Answer, links: Lankare
) -> Iterator[Kant]:
    """Every link of a record that is written in it: fields that hold references, names of records, and prose."""
    places = {item.loc: f"punkt:{item.id}" for item in items}
    here = RECORD_NODE.get(record.kind)
    origin = f"{here}:{record.id}" if here else f"{record.kind}:{record.id}"
    for found in marked(record.data):
        if found.slag != "prosa":
            yield _edge(record, _owner(found.loc, places) or origin, found, answer(found.slag, found.varde))
            continue
        if pieces := links.lankar(found.varde):
            yield from _prose(record, _owner(found.loc, places) or origin, found, answer, pieces)
        if half := halv_lank(found.varde):
            yield Kant(origin, None, found.falt, HALV, half[0], Svar(None), record, found.loc, *half)
    for item in items:
        for number, case in enumerate(item.punkt.arenden):
            yield _case(
                record, f"punkt:{item.id}", (*item.loc, "arenden", number), case, answer("referens", case.arende)
            )


def _edge(record: Record[Post], source: str, found: Fynd, svar: Svar) -> Kant:
    return Kant(source, svar.nod, found.falt, found.slag, found.varde, svar, record, found.loc)


def _prose(record: Record[Post], source: str, found: Fynd, answer: Answer, pieces: Iterable[Stycke]) -> Iterator[Kant]:
    seen: dict[str, int] = defaultdict(int)
    for piece in pieces:
        svar = answer("referens", piece.mal or "")
        nth = seen[piece.ratext]
        seen[piece.ratext] += 1
        yield Kant(source, svar.nod, found.falt, "prosa", piece.mal or "", svar, record, found.loc, piece.ratext, nth)


def _case(record: Record[Post], source: str, loc: Loc, case: Arendekoppling, svar: Svar) -> Kant:
    return Kant(source, svar.nod, "arenden", "arende", case.arende, svar, record, (*loc, "arende"))


def _owner(loc: Loc, places: Mapping[Loc, str]) -> str | None:
    """The innermost item that a place lies in."""
    for end in range(len(loc), 0, -1):
        if found := places.get(loc[:end]):
            return found
    return None


def edges_of_rows(mote: Mote, rows: Iterable[Framtradande], known: dict[str, Svar]) -> Iterator[Kant]:
    """The links from a meeting to the persons in its lists, and to those they serve for.

    `known` holds the answer of each person: many links lead to the same, and share it.
    """
    node = f"mote:{mote.id}"
    for one in rows:
        for person, falt in ((one.person, one.grupp), (one.ersatter, "ersatt")):
            if person:
                yield _named(node, _person(person, known), falt, one.rad.rad or "", mote.record, one.loc)


def edges_of_names(mote: Mote, namings: Iterable[Namngivning], known: dict[str, Svar]) -> Iterator[Kant]:
    """The links from a meeting and its items to the persons named outside the lists."""
    for one in namings:
        if one.person:
            source = f"punkt:{one.punkt}" if one.punkt else f"mote:{mote.id}"
            answer = _person(one.person, known)
            yield _named(source, answer, one.slag, one.medverkande.rad, mote.record, one.loc)


def _person(person: str, known: dict[str, Svar]) -> Svar:
    return known.get(person) or known.setdefault(person, Svar(f"person:{person}"))


def _named(source: str, answer: Svar, falt: str, printed: str, record: Record[Post], loc: Loc) -> Kant:
    return Kant(source, answer.nod, falt, "namn", printed, answer, record, loc)


def backlinks(edges: Iterable[Kant]) -> dict[str, tuple[Kant, ...]]:
    """The edges by what they point to, in order of source."""
    found: dict[str, list[Kant]] = defaultdict(list)
    for edge in edges:
        if edge.till is not None:
            found[edge.till].append(edge)
    return {key: tuple(found[key]) for key in sorted(found)}
