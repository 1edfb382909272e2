"""The drafts of a run held against the truth of each document: which facts are whose, and which the draft marks."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.archive.namn import normal
from generator.importer.drafts.compose import Report
from generator.importer.drafts.draft import Draft
from generator.importer.measure.facit import Facitmote, facts, organ_names
from generator.importer.measure.facts import Fact
from generator.importer.measure.measure import Matning, compare
from generator.importer.reading import Path
from generator.model.falt import read_date
from generator.model.organ import Organ
from generator.model.sammantrade import Sammantrade

_WHOLE = frozenset({"dokument", "punkter", "underpunkter"})
"""Lists of parts that hold many facts: a mark on one of the parts says nothing of what stands inside it."""
_LISTS = {
    "punkter": "punkter",
    "underpunkter": "punkter",
    "arenden": "diarienummer",
    "forslag": "förslag",
    "beslut": "beslut",
    "stallningstagande": "ställningstaganden",
    "kallade": "personer",
    "narvaro": "personer",
    "beslutande": "personer",
    "fortroendevalda": "personer",
    "ej_tjanstgorande": "personer",
    "narvarande": "personer",
    "ovriga": "personer",
    "forhinder": "personer",
    "franvarande": "personer",
    "ledamoter": "personer",
    "ersattare": "personer",
    "yrkanden": "yrkanden",
    "omrostningar": "omröstningar",
    "reservationer": "reservationer",
    "anteckningar": "reservationer",
    "jav": "jäv",
    "deltar_inte": "jäv",
    "justering": "justering",
    "underskrifter": "justering",
    "anslag": "anslag",
    "uppdrag": "uppdrag",
    "kommande": "kommande möten",
    "underlag": "underlag",
    "avsnitt": "avsnitt",
}
"""Which kind of fact a mark on a whole list, by its key, speaks of."""
_MEETING = frozenset({"datum", "organ_tryckt", "status"})


@dataclass(frozen=True)
class _Drafted:
    """A meeting of a draft as far as it is from one file, with the paths of its marks."""

    mote: Facitmote
    marks: tuple[Path, ...]


def measure(
    name: str,
    truth: Sequence[Facitmote],
    drafts: Sequence[Draft],
    reports: Sequence[Report],
    organ: Mapping[str, frozenset[str]],
) -> Matning:
    """One document measured by the drafts of the run that it was read in.

    `reports` tell how its text is covered. `organ` are the names (in normal form) of the organ that the archive had
    before, by id.
    """
    names = {**organ, **{_id(one): organ_names(one.data) for one in drafts if isinstance(one.data, Organ)}}
    drafted = [found for one in drafts if (found := _drafted(one, name, names))]
    wanted = [fact for mote in truth for fact in facts(mote, min(mote.organ))]
    pairs = [pair for one in drafted for pair in _pairs(one, truth)]
    outcomes, errors = compare(wanted, pairs, _lists(drafted))
    parts = [one.coverage for one in reports if one.file == name]
    whole = sum(part.whole for part in parts)
    share = sum(part.found for part in parts) / whole if whole else 1.0
    doubts = sum(len(one.marks) for one in drafts if name in one.sources)
    return Matning(name, outcomes, share, sum(len(part.added) for part in parts), doubts, errors)


def _id(draft: Draft) -> str:
    return draft.place.rpartition("/")[2].removesuffix(".yml")


def _drafted(draft: Draft, name: str, organ: Mapping[str, frozenset[str]]) -> _Drafted | None:
    if not isinstance(draft.data, Sammantrade):
        return None
    places = tuple(nr for nr, one in enumerate(draft.data.dokument) if one.kalla and one.kalla.fil == name)
    if not places:
        return None
    body, name_of_day = draft.place.removesuffix(".yml").split("/")[-2:]
    day = read_date(name_of_day[:10]) or dt.date.min
    printed = {normal(one.organ_tryckt) for one in draft.data.dokument if one.organ_tryckt}
    mote = Facitmote(organ.get(body, frozenset()) | printed, day, draft.data, places)
    return _Drafted(mote, tuple(path for path, _ in draft.marks))


def _pairs(drafted: _Drafted, truth: Sequence[Facitmote]) -> Iterator[tuple[Fact, bool]]:
    """Every fact of a drafted meeting, and whether it is marked; the organ is called what the truth calls it."""
    same = next((min(mote.organ) for mote in truth if mote.organ & drafted.mote.organ), None)
    for fact in facts(drafted.mote, same or min(drafted.mote.organ, default="")):
        yield fact, any(marks(path, fact) for path in drafted.marks)


def marks(path: Path, fact: Fact) -> bool:
    """Whether a mark at `path` is about the fact: at its value, inside it, or on the list or group that holds it."""
    if fact.falt == "möten":
        return path == () or path[-1] in _MEETING or bool({"dokument", "harlett"}.intersection(path[-2:-1]))
    if fact.falt == "punkter":
        return path[: len(fact.loc)] == fact.loc and path[len(fact.loc) :] in {(), ("nr",), ("rubrik",)}
    if path[: len(fact.loc)] == fact.loc:
        return True
    return _key(path) not in _WHOLE and fact.loc[: len(path)] == path != ()


def _key(path: Path) -> str | int | None:
    """The last key of a path, leaving out places in lists."""
    return next((step for step in reversed(path) if isinstance(step, str)), None)


def _lists(drafted: Iterable[_Drafted]) -> Counter[str]:
    """How many marks on whole lists each kind of fact has."""
    found = (_LISTS.get(str(path[-1])) for one in drafted for path in one.marks if path)
    return Counter(falt for falt in found if falt)
