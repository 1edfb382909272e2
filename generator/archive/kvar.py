"""What is worked out of one record at a time when an archive is joined, and stays when the next one is joined.

Whoever keeps an archive at hand (the preview) joins it anew each time a record is saved. What comes of the records that
are the same objects as before is then taken over, as far as all that it depends on is the same: so an archive that is
joined with something kept equals one that is joined from nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.archive.graph import Kant, edges_of_names, edges_of_record, edges_of_rows
from generator.archive.moten import Mote, read_mote
from generator.archive.namn import Namnregister
from generator.archive.narvaro import Framtradande, Namngivning, read_framtradanden, read_namngivningar
from generator.archive.prosa import Lankare
from generator.archive.register import Register, Svar
from generator.model.bas import Post
from generator.model.sammantrade import Sammantrade
from generator.records.record import Record


@dataclass(frozen=True)
class _Named:
    """The rows and names of a meeting, and the links that each of the two make to persons."""

    mote: Mote
    framtradanden: tuple[Framtradande, ...]
    namngivningar: tuple[Namngivning, ...]
    fran_rader: tuple[Kant, ...]
    fran_namn: tuple[Kant, ...]


Fraga = tuple[str, str] | tuple[str, int]
"""What is asked of the register: a kind and a value (`Register.svar`), or a day and a number (`Register.punkt_av`)."""


@dataclass(frozen=True)
class _Linked:
    """The links of a record, and all that was asked to find them."""

    record: Record[Post]
    kanter: tuple[Kant, ...]
    fragor: tuple[Fraga, ...]


@dataclass
class Kvar:
    """What is kept of the last archive; empty for the first."""

    _moten: dict[str, Mote] = field(default_factory=dict)
    _namn: Namnregister | None = None
    _named: dict[str, _Named] = field(default_factory=dict)
    _personer: dict[str, Svar] = field(default_factory=dict)
    _register: Register | None = None
    _numbers: tuple[str, ...] = ()
    _svar: dict[Fraga, Svar | str | None] = field(default_factory=dict)
    _linked: dict[tuple[str, str], _Linked] = field(default_factory=dict)

    def moten(self, records: Iterable[Record[Sammantrade]]) -> dict[str, Mote]:
        """The meetings of the records, by id."""
        old = self._moten
        self._moten = {
            one.id: kept if (kept := old.get(one.id)) and kept.record is one else read_mote(one) for one in records
        }
        return self._moten

    def namngivna(
        self, motes: Mapping[str, Mote], names: Namnregister
    ) -> tuple[tuple[Framtradande, ...], tuple[Namngivning, ...], tuple[Kant, ...]]:
        """Every row and every name of the meetings, joined to persons, and the links that they make."""
        old = self._named if names == self._namn else {}
        self._namn, self._named = names, {}
        for key, mote in motes.items():
            kept = old.get(key)
            same = kept is not None and kept.mote is mote
            self._named[key] = kept if kept and same else _named(mote, names, self._personer)
        every = self._named.values()
        return (
            tuple(row for one in every for row in one.framtradanden),
            tuple(row for one in every for row in one.namngivningar),
            (*(edge for one in every for edge in one.fran_rader), *(edge for one in every for edge in one.fran_namn)),
        )

    def kanter(
        self, records: Iterable[Record[Post]], motes: Mapping[str, Mote], register: Register, links: Lankare
    ) -> tuple[Kant, ...]:
        """Every link that is written in the records."""
        old = self._linked if links.numbers == self._numbers else {}
        records = tuple(records)
        stayed = [one for each in records if (one := old.get((each.kind, each.id))) and one.record is each]
        svar, changed = self._svar, set[Fraga]()
        if register != self._register:
            asked = {fraga for one in stayed for fraga in one.fragor}
            svar = {fraga: _answer(register, fraga) for fraga in asked}
            changed = {fraga for fraga in asked if svar[fraga] != self._svar[fraga]}
        kept = {id(one.record): one for one in stayed if changed.isdisjoint(one.fragor)}
        self._register, self._numbers, self._svar = register, links.numbers, svar
        every = [kept.get(id(one)) or _linked(one, motes, register, links, svar) for one in records]
        self._linked = {(one.record.kind, one.record.id): one for one in every}
        return tuple(edge for one in every for edge in one.kanter)


def _named(mote: Mote, names: Namnregister, persons: dict[str, Svar]) -> _Named:
    rows, namings = read_framtradanden(mote, names), read_namngivningar(mote, names)
    of_rows, of_names = edges_of_rows(mote, rows, persons), edges_of_names(mote, namings, persons)
    return _Named(mote, rows, namings, tuple(of_rows), tuple(of_names))


def _linked(
    record: Record[Post],
    motes: Mapping[str, Mote],
    register: Register,
    links: Lankare,
    svar: dict[Fraga, Svar | str | None],
) -> _Linked:
    """The links of a record; each question is asked of the register once, as many records name the same."""
    asked: dict[Fraga, None] = {}

    def answer(fraga: Fraga) -> Any:
        if fraga not in svar:
            svar[fraga] = _answer(register, fraga)
        asked[fraga] = None
        return svar[fraga]

    items = motes[record.id].punkter if record.kind == "sammantrade" and record.id in motes else ()
    texts = links.with_items(lambda day, number: answer((day, number)))
    edges = tuple(edges_of_record(record, items, lambda slag, varde: answer((slag, varde)), texts))
    return _Linked(record, edges, tuple(asked))


def _answer(register: Register, fraga: Fraga) -> Svar | str | None:
    first, second = fraga
    return register.punkt_av(first, second) if isinstance(second, int) else register.svar(first, second)
