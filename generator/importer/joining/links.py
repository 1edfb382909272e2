"""What points say of other meetings, made into references that lead somewhere: to the archive or to the same run.

A mention that leads nowhere keeps its words and says why. A meeting to come that nobody has becomes a record.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.importer.items.mentions import Mention, Planned, Report
from generator.importer.joining.bodies import Bodies, is_body
from generator.importer.joining.proposal import Proposal, Seen
from generator.importer.joining.shapes import at
from generator.importer.known import Known
from generator.importer.reading import Path
from generator.model.punkt import nummer

_NEAREST = "Årtalet är inte tryckt; närmaste sådana dag är vald."
_MEETING = re.compile(r"sammanträde|möte")
_STATUS = {"foreslaget": "foreslaget", "installt": "installt", "hallet": "okant"}


@dataclass
class Places:
    """Every meeting that a reference may lead to: by id, the numbers of its items → address, and given uppdrag."""

    known: Known
    punkter: dict[str, dict[str, str]] = field(default_factory=dict)
    uppdrag: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, known: Known, proposals: Iterable[Proposal]) -> Places:
        """Those of the archive and those of the run."""
        places = cls(known)
        for mote in known.moten.values():
            places.punkter[mote.id] = {_key(nr): address for address, (nr, _) in mote.punkter.items()}
            places.uppdrag |= mote.uppdrag
        for proposal in proposals:
            found = places.punkter.setdefault(proposal.id, {})
            for address, item in items(proposal):
                found.setdefault(_key(str(item.get("nr", ""))), address)
                if item.get("uppdrag"):
                    places.uppdrag.add(f"uppdrag:{proposal.id}#{address}")
        return places

    def find(self, organ: str, day: dt.date, nr: str | None) -> tuple[str | None, str]:
        """The reference to a meeting or an item of it, and what is to be said where only the meeting is there."""
        mote = f"{organ}/{day}"
        if mote not in self.punkter:
            return None, "Mötet finns inte i arkivet."
        if nr is None:
            return mote, ""
        address = self.punkter[mote].get(_key(nr))
        return (f"{mote}#{address}", "") if address else (mote, f"{nr} finns inte i arkivet.")

    def numbered(self, organ: str, nr: str) -> str | None:
        """The one § of an organ with this number, whatever the day; None where there are none or several."""
        key = _key(nr)
        found = [
            f"{mote}#{numbers[key]}"
            for mote, numbers in self.punkter.items()
            if mote.startswith(f"{organ}/") and numbers.get(key, "").startswith("p")
        ]
        return found[0] if len(found) == 1 else None


def _key(nr: str) -> str:
    return nummer(nr) or ""


def items(proposal: Proposal) -> Iterable[tuple[str, dict[str, Any]]]:
    """The items of a proposed meeting with their addresses; sub-items are not referred to."""
    for document in proposal.value.get("dokument", ()):
        prefix = "k" if document.get("slag") in {"kallelse", "agenda"} else "p"
        for item in document.get("punkter", ()):
            if address := item.get("ankare") or nummer(str(item.get("nr", ""))):
                yield prefix + str(address).removeprefix(prefix), item


@dataclass(frozen=True)
class Said:
    """What the items of one document (the `index`th) say of other meetings, paths from the meeting."""

    proposal: Proposal
    organ: str
    index: int
    seen: Seen
    mentions: tuple[Mention, ...] = ()
    planned: tuple[Planned, ...] = ()
    reports: tuple[Report, ...] = ()

    def tasks(self) -> Iterable[dict[str, Any]]:
        """The uppdrag of all items of the document, sub-items too."""
        waiting = list(at(self.proposal.value, ("dokument", self.index, "punkter")) or ())
        while waiting:
            item = waiting.pop(0)
            waiting += item.get("underpunkter", ())
            yield from item.get("uppdrag", ())

    def at_line(self, line: int) -> Seen:
        """The line of the document."""
        return Seen(self.seen.source, line)


def link(said: Sequence[Said], bodies: Bodies, known: Known, proposals: list[Proposal]) -> None:
    """Put all references into the proposals, and meetings to come among them."""
    for one in said:
        for plan in one.planned:
            _plan(one, plan, bodies, known, proposals)
    places = Places.of(known, proposals)
    for one in said:
        for mention in one.mentions:
            _mention(one, mention, bodies, places)
        for report in one.reports:
            _report(one, report, bodies, places)
        for task in one.tasks():
            _task(one, task, bodies, places)


def _organ(one: Said, printed: str | None, bodies: Bodies, path: Path = ()) -> tuple[str | None, str]:
    """The organ that words mean: by name, as the document's own, or as the only such one that the item speaks of."""
    if not printed:
        return one.organ, ""
    found, why = bodies.find_organ(printed, one.organ)
    if found:
        return found, why
    named = (bodies.find_organ(other.organ)[0] for other in one.mentions if other.organ and other.path == path)
    meant = {organ for organ in named if organ and bodies.find_organ(printed, organ)[0]}
    if len(meant) != 1:
        return None, ""
    organ = meant.pop()
    return organ, f"{printed} är i punkten {bodies.titles.get(organ, organ)}."


def _item(one: Said, path: Path) -> dict[str, Any] | None:
    found = at(one.proposal.value, path)
    return found if isinstance(found, dict) else None


def _plan(one: Said, plan: Planned, bodies: Bodies, known: Known, proposals: list[Proposal]) -> None:
    item = _item(one, plan.path)
    organ, _ = _organ(one, plan.organ, bodies, plan.path)
    if item is None or f"{organ}/{plan.datum}" == one.proposal.id:
        return
    if organ is None:
        if not is_body(plan.organ or ""):
            return
        why = f"Här nämns ett möte {plan.datum}, men vilket organ ”{plan.organ}” är går inte att säga."
        one.proposal.doubt(plan.path, one.at_line(plan.line), why)
        return
    mote = f"{organ}/{plan.datum}"
    row = {"mote": mote, "uppgift": plan.uppgift, "tid": plan.tid, "text": plan.text}
    rows = item.setdefault("kommande", [])
    rows.append({key: value for key, value in row.items() if value})
    here, seen = (*plan.path, "kommande", len(rows) - 1), one.at_line(plan.line)
    if not plan.certain:
        one.proposal.doubt((*here, "mote"), seen, plan.why or _NEAREST)
    if plan.replaces:
        earlier = _replaced(organ, plan, one, known, proposals)
        if len(earlier) == 1:
            rows[-1]["ersatter"] = earlier[0]
            one.proposal.doubt((*here, "ersatter"), seen, "Vilket möte som flyttas är inte tryckt.", earlier)
    if mote not in known.moten:
        _expect(mote, plan, one, proposals)


def _replaced(organ: str, plan: Planned, one: Said, known: Known, proposals: Iterable[Proposal]) -> list[str]:
    """The planned meetings of an organ that a new day may stand instead of."""
    mine = one.proposal.id.partition("/")[2][:10]
    waiting = {mote.id for mote in known.moten.values() if mote.organ == organ and mote.status == "planerat"}
    waiting |= {p.id for p in proposals if p.id.startswith(f"{organ}/") and p.value.get("status") == "planerat"}
    return sorted(mote for mote in waiting if mote.partition("/")[2][:10] > mine and mote != f"{organ}/{plan.datum}")


def _expect(mote: str, plan: Planned, one: Said, proposals: list[Proposal]) -> None:
    """A record of a meeting to come; what several items say of it is all in `kand_genom`."""
    address = next((where for where, item in items(one.proposal) if item is _item(one, plan.path[:4])), None)
    through = f"{one.proposal.id}#{address}" if address else one.proposal.id
    found = next((p for p in proposals if p.kind == "sammantrade" and p.id == mote), None)
    if found and found.value.get("dokument"):
        return
    if found is None:
        found = Proposal("sammantrade", mote, {"granskad": "nej", "status": _STATUS.get(plan.uppgift, "planerat")})
        if not plan.certain:
            found.doubt(("status",), one.at_line(plan.line), plan.why or "Årtalet i mötets dag är inte tryckt.")
        proposals.append(found)
    if plan.tid and found.value.setdefault("tid", plan.tid) != plan.tid:
        found.doubt(("tid",), one.at_line(plan.line), "Olika tider är tryckta.", [plan.tid])
    if through not in found.value.setdefault("kand_genom", []):
        found.value["kand_genom"].append(through)
    found.from_document(one.seen.source)


def _mention(one: Said, mention: Mention, bodies: Bodies, places: Places) -> None:
    item = _item(one, mention.path)
    if item is None:
        return
    row = {"text": mention.text}
    organ, why = _organ(one, mention.organ, bodies, mention.path)
    guessed = ""
    if mention.datum is None:
        till = places.numbered(organ, mention.nr) if organ and mention.nr and "§" in mention.text else None
        guessed = "Ingen dag är tryckt; paragrafens nummer finns i ett enda möte." if till else ""
        row |= {"till": till, "skal": f"{guessed} {why}".strip()} if till else {"olost": "Ingen dag är tryckt."}
    elif organ is None:
        if not is_body(mention.organ or ""):
            return
        row["olost"] = f"Arkivet känner inget organ som heter {mention.organ}."
    else:
        till, missing = places.find(organ, mention.datum, mention.nr)
        if till == one.proposal.id:
            return
        row |= {"till": till, "skal": f"{missing} {why}".strip()} if till else {"olost": missing}
    rows = item.setdefault("hanvisningar", [])
    if any(other["text"] == row["text"] for other in rows):
        return
    rows.append({key: value for key, value in row.items() if value})
    if (guessed or not mention.certain) and "till" in row:
        here = (*mention.path, "hanvisningar", len(rows) - 1, "till")
        one.proposal.doubt(here, one.at_line(mention.line), guessed or mention.why or _NEAREST)


def _task(one: Said, task: dict[str, Any], bodies: Bodies, places: Places) -> None:
    """Who gets an uppdrag, where that is an organ by its name; and the meeting that it is due at, where one is said."""
    till = task.get("till", ())
    received = [*till] if isinstance(till, list) else [till]
    for number, printed in enumerate(received):
        organ, why = bodies.find_organ(printed) if isinstance(printed, str) else (None, "")
        if organ and not why:
            received[number] = {"text": printed, "organ": organ}
    task["till"] = received
    day = task.get("senast")
    if day and _MEETING.search(str(task.get("senast_text", ""))) and f"{one.organ}/{day}" in places.punkter:
        task.setdefault("senast_mote", f"{one.organ}/{day}")


def _report(one: Said, report: Report, bodies: Bodies, places: Places) -> None:
    item, given = _item(one, report.path), report.given
    if item is None or given is None or given.datum is None or given.nr is None:
        return
    organ, _ = _organ(one, given.organ, bodies, report.path)
    till, missing = places.find(organ, given.datum, given.nr) if organ else (None, "")
    if till is None or missing or f"uppdrag:{till}" not in places.uppdrag:
        return
    row = {"uppdrag": f"uppdrag:{till}", "text": " ".join(re.split(r"\s+", report.text)), "lage": report.lage}
    if report.avslutar:
        row["avslutar"] = "ja"
    item.setdefault("aterrapporterar", []).append(row)
