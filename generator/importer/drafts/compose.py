"""From what a run proposes to the texts of its drafts: the head of each, and a mark for every doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.importer.coverage import Coverage, coverage
from generator.importer.drafts.draft import Draft
from generator.importer.drafts.left_out import told
from generator.importer.drafts.marks import Mark, source_line
from generator.importer.extract.line import Line
from generator.importer.head.letterhead import owner
from generator.importer.items.lost_names import lost_names
from generator.importer.joining.batch import Batch, Placed
from generator.importer.joining.proposal import Proposal, Seen
from generator.importer.joining.shapes import at
from generator.importer.privacy.masking import Masked
from generator.importer.reading import Doubt, Path
from generator.model.bas import Post
from generator.svenska import listing

_LONGEST = 160
_LISTED = 4


@dataclass(frozen=True)
class Report:
    """What is told of one document: where it went, what was found in it and how much of it is in the draft.

    `doubts` is how many places are marked; `whole` are those doubts that are about the document as a whole.
    """

    file: str
    lines: str
    place: str
    slag: str
    organ: str
    datum: str
    punkter: int
    personer: int
    coverage: Coverage
    doubts: int
    whole: tuple[str, ...] = ()
    masked: tuple[Masked, ...] = ()


def compose(batch: Batch, masked: dict[str, tuple[Masked, ...]]) -> tuple[list[Draft], list[Report]]:
    """The drafts of a run, and the report of each document. `masked` is what was masked, by file."""
    placed: dict[int, list[Placed]] = defaultdict(list)
    for one in batch.placed:
        placed[id(one.proposal)].append(one)
    drafts, reports = [], []
    for proposal, data in batch.proposals:
        head: list[str] = []
        for one in sorted(placed[id(proposal)], key=lambda one: one.index):
            found = _coverage(one)
            _ask_for_lost(one, found)
            document, beside = one.part.document, _beside(one, batch.titles)
            found = told(found, document.lines, _value(one), beside, document.labels)
            head += _head_of_document(one, found, _of_part(masked, one))
            reports.append(_report(one, found, _of_part(masked, one), batch.titles))
        drafts.append(draft_of(proposal, data, head or _head_of_record(proposal)))
    return drafts, sorted(reports, key=lambda one: (one.file, int(one.lines.partition("–")[0] or 0)))


def _ask_for_lost(one: Placed, found: Coverage) -> None:
    """A doubt for each person who stands in the document and nowhere in its record."""
    if one.proposal.kind != "sammantrade":
        return
    document = one.proposal.value["dokument"][one.index]
    for doubt in lost_names(found.left, document, ("dokument", one.index)):
        one.proposal.doubts.append((doubt, Seen(one.part.source, doubt.line)))


def draft_of(proposal: Proposal, data: Post, head: Iterable[str]) -> Draft:
    """A draft from a proposal."""
    names = {source.name for source in proposal.sources}
    marks = [
        (
            doubt.path,
            mark_of(_answerable(doubt, proposal.value), seen, several=len(names) > 1 and proposal.kind != "arkiv"),
        )
        for doubt, seen in proposal.doubts
    ]
    return Draft(proposal.place, proposal.kind, data, tuple(_once(marks)), tuple(head), frozenset(names))


def _answerable(doubt: Doubt, value: dict[str, Any]) -> Doubt:
    """The doubt with choices only where one of them can be put instead of the value: else they are said in words."""
    field = bool(doubt.path) and isinstance(doubt.path[-1], str) and isinstance(at(value, doubt.path), str)
    if field or not doubt.choices:
        return doubt
    return replace(doubt, why=f"{doubt.why} Annars kanske {listing(doubt.choices, 'eller')}.", choices=())


def mark_of(doubt: Doubt, seen: Seen, *, several: bool) -> Mark:
    """A doubt as a mark; the file is named where the record has several."""
    line = doubt.line or seen.line
    place = Seen(seen.source, line)
    file = seen.source.name.replace(" ", "_") if several else ""
    return Mark(doubt.why, line, place.page if line else None, file, doubt.choices)


def _once(marks: Sequence[tuple[Path, Mark]]) -> Iterable[tuple[Path, Mark]]:
    return dict.fromkeys(marks)


def _coverage(one: Placed) -> Coverage:
    document = one.part.document
    return coverage(document.lines, _value(one), document.labels)


def _value(one: Placed) -> dict[str, Any]:
    """What the record has from the document: what stands in it, and what the meeting has from it."""
    if one.proposal.kind != "sammantrade":
        return one.proposal.value
    value = {key: said for key, said in one.proposal.value.items() if key in one.part.document.mote}
    value["dokument"] = one.proposal.value["dokument"][one.index]
    return value


def _beside(one: Placed, titles: Mapping[str, str]) -> str:
    """The names that a head has and that stand in records of their own: the body and whose it is."""
    document = one.part.document
    return f"{_organ(one, titles)} {owner(document.lines, [removed.line for removed in document.removed])}"


def _organ(one: Placed, titles: Mapping[str, str]) -> str:
    organ = one.proposal.id.partition("/")[0]
    return titles.get(organ, organ) if one.proposal.is_placed else one.part.document.organ or ""


def _of_part(masked: dict[str, tuple[Masked, ...]], one: Placed) -> tuple[Masked, ...]:
    numbers = {line.number for line in one.part.source.lines}
    return tuple(found for found in masked.get(one.part.source.name, ()) if found.line in numbers)


def _head_of_document(one: Placed, found: Coverage, masked: Sequence[Masked]) -> list[str]:
    source = one.part.source
    lines = [source_line(source.name, source.sha256, _span(source.lines)), f"# Täckning: {found.text()}"]
    lines += [f"# Anmärkt: {remark}" for remark in source.remarks]
    lines += [f"# Maskerat {_where(hit.line, hit.page)}: {hit.kind} ({hit.why})" for hit in masked]
    lines += [f"# Utelämnat {_where(line.number, line.page)}: ”{_short(line.text)}”" for line in found.left]
    lines += [f"# Tillagt: ”{_short(text)}”" for text in found.added]
    return lines + list(_removed(one))


def _removed(one: Placed) -> Iterable[str]:
    """What was taken for page furniture, each line of print once, with the lines where it stood."""
    groups: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for removed in one.part.document.removed:
        groups[removed.line.text, removed.why].append(removed.line)
    for (text, why), lines in groups.items():
        if text:
            numbers = [line.number for line in lines]
            more = f" och {len(numbers) - _LISTED} till" if len(numbers) > _LISTED else ""
            where = ", ".join(map(str, numbers[:_LISTED])) + more
            yield f"# Sidhuvud rad {where}: ”{_short(text)}” ({why})"


def _head_of_record(proposal: Proposal) -> list[str]:
    return list(dict.fromkeys(source_line(source.name, source.sha256) for source in proposal.sources))


def _report(one: Placed, found: Coverage, masked: Sequence[Masked], titles: Mapping[str, str]) -> Report:
    dokument = _value(one).get("dokument", {"slag": one.proposal.kind})
    lists = [rows for key in ("kallade", "narvaro") for rows in (dokument.get(key) or {}).values()]
    mine = [doubt for doubt, seen in one.proposal.doubts if seen.source.lines == one.part.source.lines]
    day = one.proposal.id.partition("/")[2]
    placed = one.proposal.is_placed
    return Report(
        file=one.part.source.name,
        lines=_span(one.part.source.lines),
        place=one.proposal.place,
        slag=str(dokument.get("slag", "")),
        organ=_organ(one, titles),
        datum=day if placed else str(one.part.document.datum or ""),
        punkter=len(dokument.get("punkter", ())),
        personer=sum(1 for rows in lists for row in rows if not (isinstance(row, dict) and row.get("rubrik"))),
        coverage=found,
        doubts=len(mine),
        whole=tuple(dict.fromkeys(doubt.why for doubt in mine if doubt.path == ("dokument", one.index))),
        masked=tuple(masked),
    )


def _span(lines: Sequence[Line]) -> str:
    numbers = [line.number for line in lines if line.text]
    return f"{numbers[0]}–{numbers[-1]}" if numbers else ""


def _where(line: int, page: int | None) -> str:
    return f"s. {page} rad {line}" if page else f"rad {line}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
