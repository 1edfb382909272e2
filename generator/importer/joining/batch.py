"""All documents of a run made into proposals: meetings with their documents, and everybody and all new in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.archive.namn import Namnregister
from generator.importer.document import ReadDocument
from generator.importer.extract.line import Extract
from generator.importer.head.letterhead import owner
from generator.importer.joining.addresses import give_addresses
from generator.importer.joining.appearances import appearances
from generator.importer.joining.base import base_record
from generator.importer.joining.bodies import Bodies, Head
from generator.importer.joining.cases import new_cases
from generator.importer.joining.identity import identify
from generator.importer.joining.kallelser import as_sections
from generator.importer.joining.links import Said, link
from generator.importer.joining.notices import is_notice, notice
from generator.importer.joining.organisations import add_authorities
from generator.importer.joining.placing import Day, Placing, place_day, place_organ
from generator.importer.joining.proposal import Proposal, Seen, kalla_of, status_of
from generator.importer.joining.shapes import fit
from generator.importer.known import Known
from generator.importer.printed.wrapping import wrapped
from generator.importer.reading import Path
from generator.model.bas import Post
from generator.model.sammantrade import FORE_MOTET, Sammantrade
from generator.records.kinds import BY_NAME
from generator.svenska import slug

_OPLACERAT = "oplacerade/"
_ANSWERED = re.compile(r"dag är inte tryckt|vilket organ")
_FEW = 3


@dataclass(frozen=True)
class Part:
    """One document of a file: what was read out of it, and the file with only the document's lines."""

    document: ReadDocument
    source: Extract


@dataclass(frozen=True)
class Placed:
    """Where a document went: its proposal and its number among the documents of that meeting."""

    part: Part
    proposal: Proposal
    index: int


@dataclass(frozen=True)
class Batch:
    """What a run proposes: all records with their models, where every document went, names of organ by id."""

    proposals: tuple[tuple[Proposal, Post], ...]
    placed: tuple[Placed, ...]
    titles: Mapping[str, str]


def propose(parts: Sequence[Part], known: Known, *, base: bool) -> Batch:
    """The records of a run. `base` asks for a draft of ``arkiv.yml`` too."""
    bodies = Bodies.of(known)
    placings = _placings(parts, bodies, known)
    meetings, placed = _meetings(parts, placings, known)
    notices = [one for one in meetings if one.kind == "anslag"]
    meetings = [one for one in meetings if one.kind != "anslag"]
    for one in meetings:
        as_sections(one)
    for one, data in zip(meetings, _fit_all(meetings), strict=True):
        give_addresses(one, data, known)
    link([_said(one) for one in placed if one.proposal in meetings and one.proposal.is_placed], bodies, known, meetings)
    records = _fit_all(meetings)
    add_authorities(meetings, records, bodies)
    found = appearances(meetings, records, Namnregister({}, bodies.huvudman))
    people = identify(found, known, bodies.titles)
    cases = new_cases(meetings, records, known)
    parties = sorted({one.parti for one in found if one.parti and one.parti != "-"})
    others = [*bodies.new, *people, *cases, *([base_record(parts, parties)] if base else [])]
    whole = [*meetings, *notices, *others]
    for one in whole:
        one.value = wrapped(one.value)
    return Batch(tuple((one, _fitted(one)) for one in whole), tuple(placed), bodies.titles)


def _fit_all(proposals: Iterable[Proposal]) -> list[Sammantrade]:
    return [found for one in proposals if isinstance(found := _fitted(one), Sammantrade)]


def _fitted(proposal: Proposal) -> Post:
    """The proposal's model; what had to fall back is a doubt of it."""
    proposal.value, data, doubts = fit(proposal.value, BY_NAME[proposal.kind].model)
    for doubt in doubts:
        proposal.doubts.append((doubt, _seen(proposal, doubt.path)))
    return data


def _seen(proposal: Proposal, path: Path) -> Seen:
    index = path[1] if len(path) > 1 and path[0] == "dokument" else 0
    return Seen(proposal.sources[index if isinstance(index, int) and index < len(proposal.sources) else 0])


def _placings(parts: Sequence[Part], bodies: Bodies, known: Known) -> list[Placing]:
    """Organ and day of every document, printed or proposed."""
    placings = [_placing(part) for part in parts]
    printed = [(part.document.organ, one) for one, part in zip(placings, parts, strict=True) if part.document.organ]
    for name, one in sorted(printed, key=lambda pair: pair[0].isupper()):
        one.organ = bodies.organ_of(name, one.seen, _head(one))
        one.owner = bodies.other_owner(one.organ, one.head_owner)
    for one, part in zip(placings, parts, strict=True):
        _as_before(one, part, known)
    _ask_of_strangers(placings, known, bodies.titles)
    members = _members(placings, known)
    for one in placings:
        if one.organ is None:
            place_organ(one, bodies, members)
            _learn(one, members)
    days = [*_archive_days(known), *_days(parts, placings, bodies)]
    for one, part in zip(placings, parts, strict=True):
        if one.organ and one.datum is None:
            own = {id(mention) for mention in part.document.mentions}
            since = max((one.datum for one in part.document.mentions if one.datum), default=None)
            place_day(one, [day for key, day in days if key not in own], since)
    return placings


def _ask_of_strangers(placings: Iterable[Placing], known: Known, titles: Mapping[str, str]) -> None:
    """An organ by its name alone may be another authority's, where nobody of its lists has been in them before."""
    members = dict(known.members)
    for one in placings:
        before = members.get(one.organ or "", frozenset())
        if before and len(one.names) >= _FEW and not one.names & before:
            title = titles.get(one.organ or "", "organet")
            one.strangers = f"Ingen i listorna har stått i en lista för {title} förut. Är det en annan kommuns organ?"
        _learn(one, members)


def _as_before(one: Placing, part: Part, known: Known) -> None:
    """A document that does not say its meeting is of the one where somebody has put it."""
    found = [mote for mote in known.moten.values() if part.source.sha256 in mote.sources]
    if len(found) == 1 and (one.organ is None or one.datum is None) and one.organ in {None, found[0].organ}:
        one.organ, one.datum = found[0].organ, found[0].datum


def _head(one: Placing) -> Head:
    numbers = tuple(str(item.get("nr", "")) for item in one.dokument.get("punkter", ()))
    return Head(str(one.dokument.get("organ_tryckt", "")), str(one.dokument.get("rubrik", "")), numbers, one.head_owner)


def _placing(part: Part) -> Placing:
    document = part.document
    text = "\n".join(line.text for line in document.lines)
    one = Placing(document.dokument, text, Seen(part.source, part.source.lines[0].number), datum=document.datum)
    one.head_owner = owner(document.lines, [removed.line for removed in document.removed])
    return one


def _members(placings: Iterable[Placing], known: Known) -> dict[str, frozenset[str]]:
    members = dict(known.members)
    for one in placings:
        _learn(one, members)
    return members


def _learn(one: Placing, members: dict[str, frozenset[str]]) -> None:
    if one.organ:
        members[one.organ] = members.get(one.organ, frozenset()) | one.names


def _archive_days(known: Known) -> list[tuple[int, Day]]:
    found = []
    for mote in known.moten.values():
        found.append((0, Day(mote.organ, mote.datum, None, f"arkivet ({mote.id})")))
        for address, (nr, title) in mote.punkter.items():
            number = address[1:] if "§" in nr and address.startswith("p") else ""
            if number.isdecimal():
                found.append((0, Day(mote.organ, mote.datum, int(number), f"arkivet ({mote.id})", title)))
    return found


def _days(parts: Sequence[Part], placings: Sequence[Placing], bodies: Bodies) -> list[tuple[int, Day]]:
    """The days that documents of the run have or speak of, each with the mention that says so."""
    found: list[tuple[int, Day]] = []
    for one, part in zip(placings, parts, strict=True):
        if one.organ and one.datum:
            where = part.source.name
            found += [(0, Day(one.organ, one.datum, number, where, one.titles)) for number in sorted(one.numbers)]
            found.append((0, Day(one.organ, one.datum, None, where, one.titles)))
        for mention in part.document.mentions:
            organ = bodies.find_organ(mention.organ, one.organ)[0] if mention.organ else one.organ
            if organ and mention.datum:
                where = f"{part.source.name} rad {mention.line}: ”{mention.text}”"
                digits = "".join(char for char in mention.nr or "" if char.isdecimal())
                number = int(digits) if digits and "§" in f"{mention.nr}{mention.text}" else None
                found.append((id(mention), Day(organ, mention.datum, number, where, _title(part, mention.path))))
    return found


def _title(part: Part, path: Path) -> str:
    step = next((step for step in path if isinstance(step, int)), None)
    punkter = part.document.dokument.get("punkter", [])
    return str(punkter[step].get("rubrik", "")) if step is not None and step < len(punkter) else ""


def _meetings(
    parts: Sequence[Part], placings: Sequence[Placing], archive: Known
) -> tuple[list[Proposal], list[Placed]]:
    """Documents of one organ and day as one meeting; one without a place is a meeting of its own.

    The bevis of a notice is one only where nobody has its meeting.
    """
    groups: dict[str, list[tuple[Part, Placing]]] = defaultdict(list)
    for part, one in zip(parts, placings, strict=True):
        known = one.organ and one.datum
        first = part.source.lines[0].number
        name = f"{slug(part.source.name.rpartition('.')[0]) or 'dokument'}-{first}"
        groups[f"{one.organ}/{one.datum}" if known else f"{_OPLACERAT}{name}"].append((part, one))
    meetings, placed = [], []
    for mote, members in sorted(groups.items()):
        if (
            len(members) == 1
            and not mote.startswith(_OPLACERAT)
            and mote not in archive.moten
            and is_notice(members[0][1].dokument)
        ):
            part, one = members[0]
            meetings.append(notice(part.document, one.seen, mote))
            placed.append(Placed(part, meetings[-1], 0))
            continue
        members.sort(key=lambda pair: pair[1].dokument.get("slag") not in FORE_MOTET)
        proposal = Proposal("sammantrade", mote, {"granskad": "nej"})
        for index, (part, one) in enumerate(members):
            _add(proposal, part, one, index)
            placed.append(Placed(part, proposal, index))
        proposal.value["status"] = status_of(proposal)
        meetings.append(proposal)
    return meetings, placed


def _add(proposal: Proposal, part: Part, one: Placing, index: int) -> None:
    """A document into its meeting, with all doubts about it and about what it says of the meeting."""
    document, source = part.document, part.source
    proposal.sources.append(source)
    value = {**document.dokument, "kalla": kalla_of(source)}
    proposal.value.setdefault("dokument", []).append(value)
    for key, said in document.mote.items():
        if key == "status":
            proposal.value.setdefault("status", []).append(said)
            continue
        before = proposal.value.setdefault(key, said)
        if before != said:
            proposal.value[key] = said
            proposal.doubt((key,), Seen(source), "Mötets handlingar säger olika.", (str(said), str(before)))
    for doubt in document.doubts:
        if doubt.path == ("dokument",) and _ANSWERED.search(doubt.why):
            continue
        head, rest = doubt.path[:1], doubt.path[1:]
        path: Path = ("dokument", index, *rest) if head == ("dokument",) else rest
        proposal.doubts.append((replace(doubt, path=path), Seen(source, doubt.line)))
    if one.strangers:
        proposal.doubt(("dokument", index), Seen(source), one.strangers)
    if one.owner:
        where = ("dokument", index, "organ_tryckt") if "organ_tryckt" in value else ("dokument", index)
        proposal.doubt(where, Seen(source), one.owner)
    for field, why in one.why.items():
        value.setdefault("harlett", []).append({"falt": field, "skal": why, "sakerhet": "trolig"})
        here = ("dokument", index, "harlett", len(value["harlett"]) - 1)
        proposal.doubt(here, Seen(source), f"{why} Stämmer det inte, flytta filen.", one.choices.get(field, ())[1:])
    if not (one.organ and one.datum):
        lacks = " och ".join(word for word, has in (("organ", one.organ), ("dag", one.datum)) if not has)
        proposal.doubt(("dokument", index), Seen(source), f"Handlingen säger inte {lacks}, och inget annat säger det.")


def _said(one: Placed) -> Said:
    """What a document says of other meetings, with paths from its meeting."""
    document = one.part.document
    here: Path = ("dokument", one.index)
    return Said(
        one.proposal,
        one.proposal.id.partition("/")[0],
        one.index,
        Seen(one.part.source),
        tuple(replace(mention, path=(*here, *mention.path[1:])) for mention in document.mentions),
        tuple(replace(plan, path=(*here, *plan.path[1:])) for plan in document.planned),
        tuple(replace(report, path=(*here, *report.path[1:])) for report in document.reports),
    )
