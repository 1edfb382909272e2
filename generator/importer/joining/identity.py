"""Who a printed name is: joined by itself only on name, party and organisation; all else is proposed with its reason.

A name with a party and an organisation that somebody of that name is known with is that person. Where one of them is
not printed, or not known, it is taken to be the same and said so. Where they contradict, it is a person of its own, and
every row with that name says which of them it means.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.archive.namn import normal
from generator.importer.joining.appearances import Appearance
from generator.importer.joining.near import Bearer, Pair, near_names, same_as
from generator.importer.joining.proposal import Proposal, Seen, free_id
from generator.importer.known import Known
from generator.svenska import listing, slug

Relation = Literal["same", "perhaps", "against"]
_CLASSES = ("tjansteperson", "gast", "fortroendevald", "privatperson")


@dataclass
class Somebody:
    """A person of the archive or a new one, with what the documents of the run add."""

    id: str
    name: str
    pairs: set[Pair] = field(default_factory=set)
    lasarklass: str = ""
    seen: list[Appearance] = field(default_factory=list)
    against: list[Somebody] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        """Whether the archive does not have the person."""
        return not self.lasarklass


def identify(appearances: Sequence[Appearance], known: Known, titles: Mapping[str, str]) -> list[Proposal]:
    """Join every name of a run; the new persons as proposals.

    Doubts and `person` are put into the proposals where the names stand. `titles` are names of authorities by id, for
    the doubts.
    """
    names: dict[str, list[Appearance]] = defaultdict(list)
    for one in appearances:
        names[normal(one.name)].append(one)
    taken = set(known.people)
    everybody: list[Somebody] = []
    for name in sorted(names):
        found = _bearers(names[name], known, taken, titles)
        if len(found) > 1:
            for somebody in found:
                for one in somebody.seen:
                    one.say(somebody.id)
        everybody += found
    others = [Bearer(one.id, one.namn, one.pairs) for one in known.people.values()]
    others += [Bearer(one.id, one.name, frozenset(one.pairs)) for one in everybody if one.is_new]
    return [_new_person(one, others) for one in everybody if one.is_new]


def _bearers(
    appearances: Sequence[Appearance], known: Known, taken: set[str], titles: Mapping[str, str]
) -> list[Somebody]:
    """Everybody with one name: those whom the archive has and those whom the run adds."""
    found = [
        Somebody(one.id, one.namn, set(one.pairs), one.lasarklass)
        for one in (known.people[person] for person in known.persons_named(appearances[0].name))
    ]
    told: set[tuple[str, int, int]] = set()
    for one in sorted(appearances, key=lambda a: (-_weight(a), a.order)):
        somebody, why = _choose(one, found, titles)
        if somebody is None:
            somebody = Somebody(free_id(slug(one.name), taken, "person"), one.name)
            somebody.against = list(found)
            taken.add(somebody.id)
            found.append(somebody)
        place = (somebody.id, *one.document)
        if why and place not in told:
            one.doubt(why, [other.id for other in found if other is not somebody])
        told.add(place)
        somebody.seen.append(one)
        somebody.pairs.add((one.parti, one.huvudman))
    return found


def _weight(one: Appearance) -> int:
    return 2 * bool(one.parti) + bool(one.huvudman) + bool(one.listed)


def _choose(one: Appearance, found: Sequence[Somebody], titles: Mapping[str, str]) -> tuple[Somebody | None, str]:
    """Who it is among those with the name, and what is to be said of it; None for somebody new."""
    relations = {somebody.id: relation(somebody, one) for somebody in found}
    same = [somebody for somebody in found if relations[somebody.id] == "same"]
    here = [somebody for somebody in found if any(other.document == one.document for other in somebody.seen)]
    perhaps = [somebody for somebody in found if relations[somebody.id] == "perhaps"]
    if same:
        return same[0], ""
    if not one.listed and len(here) == 1 and here[0] in perhaps:
        return here[0], ""
    if not perhaps:
        return None, ""
    chosen = (here or perhaps)[0] if (here or perhaps)[0] in perhaps else perhaps[0]
    return chosen, _why(one, chosen, len(perhaps), titles)


def relation(somebody: Somebody, one: Appearance) -> Relation:
    """Whether an appearance is somebody's by name, party and organisation, may be, or can not be."""
    if (one.parti, one.huvudman) in somebody.pairs and (one.huvudman or _alike_printed(somebody, one)):
        return "same"
    parties = {party for party, _ in somebody.pairs if party}
    bodies = {body for _, body in somebody.pairs if body}
    if (one.parti and parties and one.parti not in parties) or (one.huvudman and bodies and one.huvudman not in bodies):
        return "against"
    return "perhaps"


def _alike_printed(somebody: Somebody, one: Appearance) -> bool:
    """Whether the same is left out in another document of the same organ, or the same title is printed."""
    return any(other.organ == one.organ or (one.titel and other.titel == one.titel) for other in somebody.seen)


def _why(one: Appearance, somebody: Somebody, choices: int, titles: Mapping[str, str]) -> str:
    place = f"personer/{somebody.id}.yml"
    if somebody.is_new and somebody.seen:
        there = somebody.seen[0].seen
        place = f"{there.source.name} rad {there.line}" if there.line else there.source.name
    parties = sorted({party for party, _ in somebody.pairs if party})
    bodies = sorted({titles.get(body, body) for _, body in somebody.pairs if body})
    lacks = []
    if not one.parti and parties:
        lacks.append(f"partiet ({', '.join(parties)}) är inte tryckt här")
    if one.parti and not parties:
        lacks.append("något parti är inte känt för personen")
    if not one.huvudman and bodies:
        lacks.append(f"organisationen ({', '.join(bodies)}) är inte tryckt här")
    if one.huvudman and not bodies:
        lacks.append("någon organisation är inte känd för personen")
    reason = listing(lacks) if lacks else _nothing_more(one)
    several = " Flera har namnet." if choices > 1 else ""
    return f"{one.name} antas vara den som står i {place}: namnet stämmer, men {reason}.{several}"


def _nothing_more(one: Appearance) -> str:
    if one.parti:
        return "organisationen är inte tryckt på något av ställena"
    return "varken parti eller organisation är tryckt"


def _new_person(somebody: Somebody, others: Iterable[Bearer]) -> Proposal:
    first = min(somebody.seen, key=lambda a: a.order)
    party = next((one for one in somebody.seen if one.parti), None)
    titled = next((one for one in somebody.seen if one.titel), None)
    body = next((one.huvudman for one in somebody.seen if one.huvudman), None)
    value: dict[str, object] = {"granskad": "nej", "namn": somebody.name}
    proposal = Proposal("person", somebody.id, value)
    for one in somebody.seen:
        proposal.from_document(one.seen.source)
    me = Bearer(somebody.id, somebody.name, frozenset(somebody.pairs))
    for other, why in near_names(me, others):
        text = f"Är det samma person som personer/{other.id}.yml? {why[:1].upper()}{why[1:]}."
        proposal.doubt(("namn",), first.seen, text, [same_as(other.id)])
    if party:
        value["lasarklass"] = "fortroendevald"
    else:
        value["lasarklass"] = "tjansteperson" if titled or first.listed else "gast"
        why = f"Inget parti är tryckt{f', men titeln {titled.titel}' if titled else ''}; välj vad läsarna ska hitta."
        proposal.doubt(("lasarklass",), first.seen, why, _CLASSES)
        value |= {"titel": titled.titel} if titled else {}
        value |= {"huvudman": body} if body else {}
    for rival in somebody.against:
        reason = "Samma namn, men annat parti eller annan organisation i handlingarna."
        value.setdefault("inte_samma_som", [])
        value["inte_samma_som"] += [{"person": rival.id, "skal": reason}]  # type: ignore[operator]
        ask = f"{somebody.name} har samma namn som personer/{rival.id}.yml men annat parti eller annan organisation."
        proposal.doubt(("inte_samma_som",), _strongest(somebody), f"{ask} Är det verkligen två personer?")
    return proposal


def _strongest(somebody: Somebody) -> Seen:
    return max(somebody.seen, key=_weight).seen
