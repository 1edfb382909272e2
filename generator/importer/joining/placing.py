"""Which meeting a document is of, where it does not print its organ or its day: proposed, each with its reasons.

The organ is sought in whom the lists name, who is said to decide and who is welcomed. The day is sought among the days
that other documents, and the archive, give meetings of that organ, so that the numbers of its §§ come in order.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.archive.namn import normal
from generator.importer.joining.bodies import Bodies
from generator.importer.joining.proposal import Seen
from generator.model.narvarorad import read_rad
from generator.model.punkt import nummer
from generator.svenska import listing

_ENOUGH = 3.0
_SHARE = 0.3
_LEAST_NAMES = 3
_SHORTEST = 5
_NEAR = 3
_WELCOME = re.compile(r"hälsar (.{3,60}?) (?:varmt )?väl\s?kom")
_SUBJECT = re.compile(
    r"([A-ZÅÄÖ][\w-]*(?: [\w-]+){0,4}?\b\w*"
    r"(?:beredning|nämnd|styrelse|utskott|grupp|råd|fullmäktige)(?:en|et)?)\s+[a-zåäö]+"
)
_WORD = re.compile(r"\w{4,}")
_NUMBER = re.compile(r"\d+")


@dataclass
class Placing:
    """A document and the meeting that it is of, as far as known: `organ` is an id, `why` the reasons by field."""

    dokument: dict[str, Any]
    text: str
    seen: Seen
    organ: str | None = None
    datum: dt.date | None = None
    why: dict[str, str] = field(default_factory=dict)
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    strangers: str = ""
    head_owner: str = ""
    owner: str = ""

    @property
    def names(self) -> frozenset[str]:
        """The names in its lists, in normal form."""
        lists = (self.dokument.get(key) or {} for key in ("kallade", "narvaro"))
        rows = (row for groups in lists for group in groups.values() for row in group)
        return frozenset(normal(name) for row in rows if (name := _name(row)))

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of its §§."""
        printed = (str(item.get("nr", "")) for item in self.dokument.get("punkter", ()))
        return frozenset(int(found[0]) for nr in printed if "§" in nr and (found := _NUMBER.match(nummer(nr) or "")))

    @property
    def titles(self) -> str:
        """The titles of its items."""
        return " ".join(str(item.get("rubrik", "")) for item in self.dokument.get("punkter", ()))


@dataclass(frozen=True)
class Day:
    """That a meeting was on a day: `nr` a § of it, `where` and `about` who says so and under what heading."""

    organ: str
    datum: dt.date
    nr: int | None = None
    where: str = ""
    about: str = ""


def _name(row: Any) -> str:
    if isinstance(row, dict):
        if row.get("namn"):
            return str(row["namn"])
        row = row.get("rad", "")
    read = read_rad(str(row))
    return read.namn if read else ""


def place_organ(one: Placing, bodies: Bodies, members: Mapping[str, frozenset[str]]) -> None:
    """Propose the organ of a document that does not print it; without enough to go by it stays unknown."""
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for organ, points, why in (*_by_people(one, members, bodies), *_by_words(one, bodies)):
        found[organ].append((points, why))
    ranked = sorted(found, key=lambda organ: (-sum(points for points, _ in found[organ]), organ))
    if not ranked or sum(points for points, _ in found[ranked[0]]) < _ENOUGH:
        return
    one.organ = ranked[0]
    reasons = [why for _, why in sorted(found[one.organ], reverse=True)]
    one.why["organ"] = f"Organet är inte tryckt. {' '.join(dict.fromkeys(reasons))}"
    one.choices["organ"] = tuple(ranked)


def _by_people(one: Placing, members: Mapping[str, frozenset[str]], bodies: Bodies) -> Iterator[tuple[str, float, str]]:
    if len(one.names) < _LEAST_NAMES:
        return
    for organ, names in sorted(members.items()):
        share = len(one.names & names) / len(one.names)
        if share >= _SHARE:
            many = len(one.names & names)
            title = bodies.titles.get(organ, organ)
            yield organ, 10 * share, f"{many} av {len(one.names)} namn står också i listor för {title}."


def _by_words(one: Placing, bodies: Bodies) -> Iterator[tuple[str, float, str]]:
    if found := _WELCOME.search(normal(one.text)):
        organ, _ = bodies.find_organ(found[1])
        if organ:
            yield organ, 6, f"Ordföranden hälsar {found[1]} välkomna."
    for item in one.dokument.get("punkter", ()):
        for key in ("beslut", "forslag"):
            for sentence in _sentences(item.get(key)):
                organ = _subject(sentence, bodies, one.seen)
                if organ:
                    word = "Beslutet" if key == "beslut" else "Förslaget"
                    yield organ, 5, f"{word} i {item.get('nr', 'en punkt')} börjar ”{' '.join(sentence.split()[:6])}”."
    text = normal(one.text)
    for name, organ in sorted(bodies.organ.items()):
        if many := len(re.findall(rf"\b{re.escape(name)}s?\b", text)):
            yield organ, min(many, 4) * 0.5, f"{bodies.titles.get(organ, organ)} nämns i texten."


def _sentences(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value] if value else []:
        yield str(one.get("text", "") if isinstance(one, dict) else one)


def _subject(sentence: str, bodies: Bodies, seen: Seen) -> str | None:
    """The organ that a sentence of a beslut begins with; one that nobody knows is drafted by its words."""
    text = normal(sentence)
    known = [organ for name, organ in bodies.organ.items() if len(name) >= _SHORTEST and text.startswith(f"{name} ")]
    if known:
        return known[0]
    found = _SUBJECT.match(sentence)
    return bodies.organ_of(found[1], seen) if found and not bodies.organ else None


def place_day(one: Placing, days: Sequence[Day], since: dt.date | None) -> None:
    """Propose the day of a document that does not print it, among the days given to meetings of its organ.

    `since` is the last day that the document itself speaks of; it may be a day to come, so it is not always heeded.
    """
    mine = [day for day in days if day.organ == one.organ]
    for bound in dict.fromkeys((since, None)):
        if candidates := sorted({day.datum for day in mine if _fits(day.datum, one.numbers, mine, bound)}):
            since = bound
            break
    else:
        return
    ranked = sorted(candidates, key=lambda day: (-_score(one, day, mine), day))
    one.datum = ranked[0]
    one.why["datum"] = _reason(one, mine, since)
    one.choices["datum"] = tuple(day.isoformat() for day in ranked)


def _fits(day: dt.date, numbers: frozenset[int], mine: Iterable[Day], since: dt.date | None) -> bool:
    """Whether a day is after all that the document speaks of, and its §§ come in the order of the year's."""
    if since and day < since:
        return False
    same_year = [one for one in mine if one.nr is not None and one.datum.year == day.year]
    before = [one.nr or 0 for one in same_year if one.datum < day]
    after = [one.nr or 0 for one in same_year if one.datum > day]
    return all(max(before, default=0) < number < min(after, default=10**9) for number in numbers)


def _score(one: Placing, day: dt.date, mine: Iterable[Day]) -> float:
    own = set(_WORD.findall(normal(one.titles)))
    points = 0.0
    for other in (other for other in mine if other.datum == day):
        points += 1
        if other.nr is not None and one.numbers:
            points += max(-_NEAR, _NEAR - min(abs(other.nr - number) for number in one.numbers) / 5)
        points += min(3, len(own & set(_WORD.findall(normal(other.about)))))
    return points


def _reason(one: Placing, mine: Sequence[Day], since: dt.date | None) -> str:
    day = one.datum
    numbered = [other for other in mine if other.nr is not None and day and other.datum.year == day.year]
    here = sorted({f"§ {other.nr} är från {other.datum} ({other.where})" for other in numbered if other.datum == day})
    told = sorted({other.where for other in mine if other.datum == day and other.nr is None and other.where})
    parts = [f"Handlingen nämner {since} som förfluten dag"] if since else []
    parts += here[:2]
    parts += [f"ett möte den dagen nämns i {listing(told[:3])}"] if told else []
    order = f" § {listing([str(n) for n in sorted(one.numbers)])} ligger i ordning däremellan." if one.numbers else ""
    return f"Dagen är inte tryckt. {'; '.join(parts)}.{order}"
