"""What a reference points to: from the text of a reference to the one node of the archive, or why there is none.

Nodes are named ``slag:id``: ``mote:organ/2024-10-11``, ``punkt:organ/2024-10-11#p63``, ``person:…``, ``organ:…``,
``huvudman:…``, ``arende:…``, ``uppdrag:organ/2024-10-11#p63/1``, ``anslag:…``, ``term:…``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.archive.moten import Mote
from generator.model.arende import Arende
from generator.model.referens import Mal, normal_diarienummer, read_mal
from generator.records.folder import Olast
from generator.records.record import Record
from generator.svenska import nearest

NAMN = {
    "mote": "mötet",
    "punkt": "paragrafen eller punkten",
    "uppdrag": "uppdraget",
    "anslag": "anslaget",
    "person": "personen",
    "organ": "organet",
    "huvudman": "huvudmannen",
    "arende": "ärendet",
    "diarienummer": "ärendet",
    "term": "ordet i ordlistan",
}

_OWNER = {"mote": "sammantrade", "punkt": "sammantrade", "uppdrag": "sammantrade", "term": "ordlista"}
"""The kind of record that a node lies in, where it is not of the node's own name."""


@dataclass(frozen=True, slots=True)
class Svar:
    """The answer to a reference: the node's name, or the problem and (where one is close) the nearest.

    Without node and problem the reference means a record that could not be read: nothing is known of it. `flera`
    are the cases among which a diarienummer does not choose.
    """

    nod: str | None
    problem: str = ""
    nara: str | None = None
    flera: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    """All nodes by kind, the cases by diarienummer, and the records that could not be read."""

    noder: Mapping[str, frozenset[str]]
    diarienummer: Mapping[str, tuple[str, ...]]
    punkter: Mapping[tuple[str, int], tuple[str, ...]]
    olasta: tuple[Olast, ...] = ()

    def svar(self, slag: str, varde: str) -> Svar:
        """What a value marked as of a kind points to: a reference, or the name of a record of the kind."""
        return self.sla_upp(varde) if slag == "referens" else self.nod(slag, varde)

    def sla_upp(self, text: str) -> Svar:
        """What the text of a reference means."""
        mal = read_mal(text)
        if mal.slag == "diarienummer":
            return self._case(text)
        if mal.slag == "uppdrag":
            return self._uppdrag(mal, text)
        key = f"{mal.id}#{mal.ankare}" if mal.slag == "punkt" else mal.id
        return self.nod(mal.slag, key, text)

    def nod(self, slag: str, key: str, text: str | None = None) -> Svar:
        """The node of a kind with a key."""
        if key in self.noder[slag]:
            return Svar(f"{slag}:{key}")
        if self.ar_olast(slag, key):
            return Svar(None)
        wanted = nearest(key, sorted(self.noder[slag])) if slag != "punkt" else self._nearest_item(key)
        prefix = f"{slag}:" if text and text.startswith(f"{slag}:") else ""
        return Svar(None, f"{NAMN[slag]} '{text or key}' finns inte", prefix + wanted if wanted else None)

    def ar_olast(self, slag: str, key: str) -> bool:
        """Whether a node lies in a record that is there but could not be read."""
        kind, owner = _OWNER.get(slag, slag), key.partition("#")[0]
        return any(one.kind == kind and (one.id == owner or kind == "ordlista") for one in self.olasta)

    def _nearest_item(self, key: str) -> str | None:
        """For an item that is not there: another item of the same meeting, else the meeting that is nearest."""
        mote, _, _ = key.partition("#")
        if mote in self.noder["mote"]:
            return nearest(key, sorted(item for item in self.noder["punkt"] if item.startswith(mote + "#")))
        return nearest(mote, sorted(self.noder["mote"]))

    def _case(self, text: str) -> Svar:
        found = self.diarienummer.get(normal_diarienummer(text), ())
        if not found and text in self.noder["arende"]:
            found = (text,)
        if len(found) == 1:
            return Svar(f"arende:{found[0]}")
        if found:
            problem = f"diarienumret '{text}' finns hos flera ärenden: {', '.join(found)}"
            return Svar(None, problem, f"arende:{found[0]}", found)
        if any(one.kind == "arende" and one.namner(text) for one in self.olasta):
            return Svar(None)
        known = sorted({*self.diarienummer, *self.noder["arende"]})
        return Svar(None, f"ärendet '{text}' finns inte", nearest(text, known))

    def _uppdrag(self, mal: Mal, text: str) -> Svar:
        start = f"{mal.id}#{mal.ankare}/"
        given = [key for key in (f"{start}1", f"{start}2") if key in self.noder["uppdrag"]]
        if mal.ordning is None and len(given) == 1:
            return Svar(f"uppdrag:{given[0]}")
        if mal.ordning is None and given:
            return Svar(None, f"i paragrafen ges flera uppdrag, så '{text}' räcker inte", f"uppdrag:{given[0]}")
        return self.nod("uppdrag", start + str(mal.ordning or 1), text)

    def punkt_av(self, day: str, number: int) -> str | None:
        """The only item with this number on this day, whatever organ; None where it could be more than one."""
        found = self.punkter.get((day, number), ())
        return found[0] if len(found) == 1 else None


def register(
    moten: Iterable[Mote],
    arenden: Iterable[Record[Arende]],
    others: Mapping[str, Iterable[str]],
    olasta: tuple[Olast, ...] = (),
) -> Register:
    """The register of all nodes. `others` are the ids of the kinds that are records of their own."""
    motes, cases = tuple(moten), tuple(arenden)
    items = [item for mote in motes for item in mote.punkter]
    uppdrag = [f"{item.id}/{n}" for item in items for n in range(1, len(item.punkt.uppdrag) + 1)]
    nodes = {slag: frozenset(ids) for slag, ids in others.items()}
    nodes |= {
        "mote": frozenset(mote.id for mote in motes),
        "punkt": frozenset(item.id for item in items),
        "uppdrag": frozenset(uppdrag),
        "arende": frozenset(case.id for case in cases),
    }
    return Register(nodes, _by_number(cases), _by_day(motes), olasta)


def _by_number(cases: Iterable[Record[Arende]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for case in cases:
        for number in case.data.diarienummer:
            found[normal_diarienummer(number.nummer)].add(case.id)
    return {number: tuple(sorted(ids)) for number, ids in sorted(found.items())}


def _by_day(motes: Iterable[Mote]) -> dict[tuple[str, int], tuple[str, ...]]:
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for mote in motes:
        day = mote.datum.isoformat()
        for item in mote.punkter:
            if item.nummer is not None and item.ankare == f"p{item.nummer}" and "§" in (item.punkt.nr or ""):
                found[day, item.nummer].append(item.id)
    return {key: tuple(ids) for key, ids in found.items()}
