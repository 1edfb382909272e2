"""What a run writes and what it leaves: reviewed records and edited drafts are never overwritten, only shown against.

A draft that is as the import wrote it is written anew. A document of a meeting that is there already is added to its
text. Where a person has been at work on what the same document gave, the difference is shown and nothing is written.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.importer.drafts.appending import Addition, again, appended, is_part_of
from generator.importer.drafts.draft import Draft
from generator.importer.drafts.marks import Mark, sealed, sources, unmarked, untouched
from generator.importer.joining.sharing import Row, with_persons
from generator.model.sammantrade import Sammantrade
from generator.records.kinds import UTKAST
from generator.records.record import Record


@dataclass
class Outcome:
    """Texts to write and drafts to take away, by path below content/; what was kept, with the difference; faults."""

    writes: dict[str, str] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class There:
    """What lies in the content folder: texts by path below it, and the meetings among the published records by id.

    `shared` are rows, by path, that mean somebody by a name that the run gives to another person too.
    """

    texts: Mapping[str, str]
    meetings: Mapping[str, Record[Sammantrade]]
    shared: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    def named(self, path: str) -> str:
        """The text at a path, where every row says whom it means."""
        return with_persons(self.texts[path], self.shared[path]) if path in self.shared else self.texts[path]


def decide(drafts: Iterable[Draft], there: There, files: frozenset[str], *, replace: bool) -> Outcome:
    """What is done with each draft of a run. `files` are the run's documents; `replace` lets drafts be overwritten."""
    outcome = Outcome()
    drafts = list(drafts)
    for draft in drafts:
        old = there.texts.get(draft.path)
        published = there.texts.get(draft.place)
        if old is not None:
            _over_draft(outcome, draft, old, files, replace)
        elif published is not None:
            _over_record(outcome, draft, published, there)
        else:
            outcome.writes[draft.path] = draft.text()
    _without_what_is_kept(outcome, drafts)
    if any(path.startswith(f"{UTKAST}/personer/") for path in outcome.writes):
        _say_whom(outcome, there)
    made = {*outcome.writes, *outcome.unchanged, *outcome.kept}
    outcome.removed = sorted(
        path
        for path, text in there.texts.items()
        if path.startswith(f"{UTKAST}/") and path not in made and is_of(path, text, files)
    )
    return outcome


def _say_whom(outcome: Outcome, there: There) -> None:
    """Rows that a new person of the same name makes ambiguous say whom they mean."""
    for path, rows in there.shared.items():
        draft = path if path.startswith(f"{UTKAST}/") else f"{UTKAST}/{path}"
        if draft in outcome.writes or path not in there.texts:
            continue
        text = with_persons(there.texts[path], rows)
        if path == draft:
            outcome.writes[draft] = sealed(text, draft) if untouched(there.texts[path], draft) else text
        else:
            marks = [
                (row.path, Mark(f"Nu heter flera {row.name}. Raden menar {row.person}, som förut.")) for row in rows
            ]
            outcome.writes[draft] = again(text, there.texts[path], draft, marks)


def _without_what_is_kept(outcome: Outcome, drafts: Iterable[Draft]) -> None:
    """No new person or organ for the sake of a meeting that is left as it is."""
    meetings = [draft for draft in drafts if draft.kind == "sammantrade"]
    kept = {name for one in meetings if {one.path, one.place} & set(outcome.kept) for name in one.sources}
    going = {name for one in meetings if not {one.path, one.place} & set(outcome.kept) for name in one.sources}
    for draft in drafts:
        if draft.kind != "sammantrade" and draft.sources <= kept - going:
            outcome.writes.pop(draft.path, None)


def is_of(path: str, text: str, files: frozenset[str]) -> bool:
    """Whether a draft is as the import wrote it, and from documents of this run alone: it is then made anew."""
    names = {name for name, _ in sources(text)}
    return bool(names) and names <= files and untouched(text, path)


def _over_draft(outcome: Outcome, draft: Draft, old: str, files: frozenset[str], replace: bool) -> None:
    new = draft.text()
    names = {name for name, _ in sources(old)}
    if old == new:
        outcome.unchanged.append(draft.path)
    elif replace or is_of(draft.path, old, files):
        outcome.writes[draft.path] = new
    elif not names & draft.sources and (added := _added(draft, old, None)):
        outcome.writes[draft.path] = added
    else:
        outcome.kept[draft.path] = difference(old, new, draft.path)


def _over_record(outcome: Outcome, draft: Draft, published: str, there: There) -> None:
    meeting = there.meetings.get(draft.place.removeprefix("sammantraden/").removesuffix(".yml"))
    if meeting is None or not isinstance(draft.data, Sammantrade) or _is_there(draft.data, meeting.data):
        difference_now = difference(published, unmarked(draft.text()), draft.place)
        if difference_now:
            outcome.kept[draft.place] = difference_now
        else:
            outcome.unchanged.append(draft.place)
    elif added := _added(draft, there.named(draft.place), published):
        outcome.writes[draft.path] = added
    else:
        outcome.faults.append(
            f"{draft.place} är skriven så att ett dokument inte kan läggas till; skriv 'dokument:' med ett streck per "
            "dokument och kör importen igen"
        )


def _is_there(new: Sammantrade, old: Sammantrade) -> bool:
    """Whether a meeting already has a document from the same file."""
    files = {one.kalla.fil for one in old.dokument if one.kalla and one.kalla.fil}
    mine = [one.kalla for one in new.dokument if one.kalla]
    return not mine or any(one.fil in files or (one.sha256 and is_part_of(old, one.sha256)) for one in mine)


def _added(draft: Draft, text: str, base: str | None) -> str | None:
    if not isinstance(draft.data, Sammantrade) or not draft.data.dokument:
        return None
    return appended(text, Addition(draft.data, draft.marks, draft.head), draft.path, base=base)


def difference(old: str, new: str, path: str) -> str:
    """The difference between what is there and what the import would write, without the import's own comments."""
    before, after = (_bare(text) for text in (old, new))
    return "\n".join(difflib.unified_diff(before, after, path, f"{path} (ny inläsning)", lineterm=""))


def _bare(text: str) -> list[str]:
    lines = unmarked(text).rstrip("\n").split("\n")
    return [line for line in lines if not line.startswith(("granskad:", "# yaml-language-server:"))]
