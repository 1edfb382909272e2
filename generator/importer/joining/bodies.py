"""Bodies that meet and authorities that take part: found by exact name, or drafted anew with what their words say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.archive.namn import normal
from generator.importer.head.letterhead import called
from generator.importer.joining.proposal import Proposal, Seen, free_id
from generator.importer.known import Known
from generator.svenska import listing, slug

_YEAR = re.compile(r"\s+(?:19|20)\d{2}$")
_SHORT = re.compile(r"\s*\(([A-ZÅÄÖ]{2,8})\)\s*$")
_GENITIVE = re.compile(r"s$")
_LEADING = re.compile(r"^(?:den |det |de )?(?:politiska?|gemensamma?|länets|regionens|kommunens)\s+", re.IGNORECASE)
_MEANS: tuple[tuple[str, str], ...] = (
    (r"fullmäktige", "fullmaktige"),
    (r"gemensam\w*\s+\w*nämnd", "gemensam-namnd"),
    (r"utskott", "utskott"),
    (r"styrelse", "styrelse"),
    (r"nämnd", "namnd"),
    (r"samverkansgrupp|samverkansråd", "samverkansgrupp"),
    (r"samrådsorgan|samrådsgrupp|samråd", "samradsorgan"),
    (r"ledningsgrupp|chefsforum", "ledningsgrupp"),
    (r"beredning", "beredning"),
    (r"presidi", "presidium"),
    (r"råd\b|rådet\b", "rad"),
)
_BODY = re.compile(
    r"nämnd|styrelse|utskott|fullmäktige|råd\b|råde[nt]|grupp|beredning|kommitté|direktion|presidi|delegation"
)
_SHORT_BODY = re.compile(r"(?!AB$|HB$|KB$|VD$|EU$|IT$)[A-ZÅÄÖ]{2,6}")
_ANY_BODY = frozenset({"nämnden", "styrelsen", "rådet", "gruppen", "utskottet", "direktionen"})
_TITLED = re.compile(r"\s([A-ZÅÄÖ]{2,5})$")
_SHARED = "Är organet gemensamt för flera, skriv dem under 'deltagare' i stället."
_ELSEWHERE = "Är det ett annat organ med samma namn, ge det en egen post och flytta filen dit."
_KUNDE = "Vad slags organ det är, och vad det får besluta, står inte i handlingen."


@dataclass(frozen=True)
class Head:
    """What a document's head has beside the name of its organ.

    That name as printed, the title, the numbers of the items, and the authority whose paper it is.
    """

    organ: str = ""
    rubrik: str = ""
    numbers: tuple[str, ...] = ()
    owner: str = ""


@dataclass
class Bodies:
    """The names of organ and authorities that a run knows: the archive's, and those that it has met for the first time.

    `new` are the records of these; `titles` are names by id.
    """

    known: Known
    new: list[Proposal] = field(default_factory=list)
    organ: dict[str, str] = field(default_factory=dict)
    huvudman: dict[str, tuple[str, ...]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Known) -> Bodies:
        """Those of an archive."""
        organ = {name: ids[0] for name, ids in known.organ.items() if len(ids) == 1}
        titles = {**known.organ_namn, **{ids[0]: name for name, ids in known.huvudman.items()}}
        return cls(known, organ=organ, huvudman=dict(known.huvudman), titles=titles)

    def find_organ(self, printed: str, own: str | None = None) -> tuple[str | None, str]:
        """The organ that printed words mean, and why where they are not its name; `own` is the document's own organ."""
        name = _bare(printed)
        for form, why in _forms(name):
            if found := self.organ.get(normal(form)):
                return found, why
        if found := self._by_initials(name):
            return found, f"{name} är begynnelsebokstäverna i {self.titles[found]}."
        last = name.rpartition(" ")[2]
        if last.isupper() and (found := self.organ.get(normal(last))):
            return found, f"{last} är ett kortnamn för {self.titles[found]}."
        if own and normal(_GENITIVE.sub("", name)) in _last_words(self.titles.get(own, "")):
            return own, ""
        return None, ""

    def _by_initials(self, name: str) -> str | None:
        if not name.isupper() or " " in name:
            return None
        found = {id for id in self.organ.values() if _initials(self.titles.get(id, "")) == name}
        return found.pop() if len(found) == 1 else None

    def organ_of(self, printed: str, seen: Seen, head: Head = Head()) -> str:
        """The id of the organ whose document prints this name; a new one is drafted."""
        found, _ = self.find_organ(printed)
        organ = found or self._new_organ(printed, seen, head)
        proposal = next((one for one in self.new if one.kind == "organ" and one.id == organ), None)
        if proposal:
            proposal.from_document(seen.source)
            self._alias(proposal, head.organ)
        return organ

    def _new_organ(self, printed: str, seen: Seen, head: Head) -> str:
        name = _bare(printed)
        short = _SHORT.search(_YEAR.sub("", printed)) or _TITLED.search(head.rubrik)
        taken = {*self.known.organ_namn, *(one.id for one in self.new if one.kind == "organ")}
        organ = free_id(slug(name), taken, "organ")
        slag = next((kind for words, kind in _MEANS if re.search(words, name.casefold())), "annat")
        value: dict[str, Any] = {
            "granskad": "nej",
            "namn": name,
            **({"kortnamn": short[1]} if short else {}),
            "slag": slag,
            "stallning": {"lage": "okand", "skal": _KUNDE},
            "numrering": _numbering(head.numbers),
        }
        proposal = Proposal("organ", organ, value)
        proposal.from_document(seen.source)
        if short:
            proposal.doubt(("kortnamn",), seen, "Kortnamnet är läst ur handlingens rubrik eller namnets parentes.")
        why = "Slaget är läst ur namnet." if slag != "annat" else "Namnet säger inte vad slags organ det är."
        proposal.doubt(("slag",), seen, why)
        proposal.doubt(("stallning",), seen, f"{_KUNDE} Vet du det, skriv 'lage: faststalld' och 'lagrum'.")
        if value["numrering"] != "punkt":
            why = "Läst ur paragrafernas nummer i de inlästa handlingarna."
            proposal.doubt(("numrering",), seen, why, ("paragraf-arsvis", "paragraf-per-mote", "punkt"))
        if head.owner:
            value["huvudman"] = self.authority_of(head.owner) or self.add_huvudman(head.owner, seen)
            proposal.doubt(("huvudman",), seen, f"Läst ur huvudet: {head.owner}. {_SHARED}")
        self.new.append(proposal)
        self.titles[organ] = name
        for form in (name, short[1] if short else name):
            self.organ.setdefault(normal(form), organ)
        return organ

    def authority_of(self, printed: str) -> str | None:
        """The id of the one authority that a letterhead names, by its name or the name of its place."""
        return next((ids[0] for form in called(printed) if len(ids := self.huvudman.get(form, ())) == 1), None)

    def other_owner(self, organ: str, printed: str) -> str:
        """Why a document of this organ may be another authority's, whose name its head has; empty where it is not."""
        new = (one.value.get("huvudman") for one in self.new if one.kind == "organ" and one.id == organ)
        owners = self.known.owners.get(organ) or frozenset(filter(None, new))
        if not printed or not owners or self.authority_of(printed) in owners:
            return ""
        names = listing(sorted(self.titles.get(one, one) for one in owners))
        return f"Huvudet har {printed}, men {self.titles[organ]} är ett organ hos {names}. {_ELSEWHERE}"

    def _alias(self, proposal: Proposal, printed: str) -> None:
        name = " ".join(printed.split())
        if not _YEAR.search(name) or normal(name) in self.organ:
            return
        why = "Årtalet följer namnet i handlingen och är inte mötets år."
        proposal.value.setdefault("alias", []).append({"namn": name, "skal": why})
        self.organ[normal(name)] = proposal.id

    def add_huvudman(self, printed: str, seen: Seen) -> str:
        """The id of an authority that stands with a name; a new one is drafted."""
        found = self.huvudman.get(normal(printed), ())
        if found:
            proposal = next((one for one in self.new if one.kind == "huvudman" and one.id in found), None)
            if proposal:
                proposal.from_document(seen.source)
                _also_called(proposal, printed)
            return found[0]
        taken = {*(id for ids in self.huvudman.values() for id in ids)}
        body = free_id(slug(re.sub(r"s?\s+kommun$", "", printed)), taken, "huvudman")
        slag, why = _authority(printed)
        proposal = Proposal("huvudman", body, {"granskad": "nej", "namn": printed, "slag": slag})
        proposal.from_document(seen.source)
        if other := next((ids[0] for name, ids in self.huvudman.items() if normal(printed) in called(name)), None):
            ask = f"Är det {self.titles.get(other, other)}? Skriv då namnet som alias där och ta bort den här posten."
            proposal.doubt(("namn",), seen, ask)
        if why:
            proposal.doubt(("slag",), seen, why, ("kommun", "region", "kommunalforbund", "forening", "stat", "annan"))
        self.new.append(proposal)
        for form in called(printed):
            self.huvudman.setdefault(form, (body,))
        self.titles[body] = printed
        return body


def is_body(printed: str) -> bool:
    """Whether words can be the name of one body, known or not: no company, no loose word, no word for any body."""
    name = _bare(printed)
    return bool(_SHORT_BODY.fullmatch(name) or (_BODY.search(name.casefold()) and name not in _ANY_BODY))


def _also_called(proposal: Proposal, printed: str) -> None:
    """A new authority whose name is printed in another form too has that form as an alias."""
    names = {normal(one["namn"]) for one in (proposal.value, *proposal.value.get("alias", ()))}
    if normal(printed) not in names:
        proposal.value.setdefault("alias", []).append({"namn": printed})


def _bare(printed: str) -> str:
    """A printed name without the year after it and the short name in brackets."""
    name = _SHORT.sub("", _YEAR.sub("", " ".join(printed.split())))
    return _YEAR.sub("", name).strip(" ,.:")


def _forms(name: str) -> Iterable[tuple[str, str]]:
    yield name, ""
    yield _GENITIVE.sub("", name), ""
    bare = _LEADING.sub("", name)
    if bare != name:
        yield bare, ""
        yield _GENITIVE.sub("", bare), ""


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).upper()


def _last_words(name: str) -> set[str]:
    """The word that an organ is called in its own documents: ``beredningen`` for Strategisk regional beredning."""
    return {normal(f"{word}{end}") for word in name.split() for end in ("", "en", "n", "et", "t")}


def _numbering(numbers: tuple[str, ...]) -> str:
    if not any("§" in number for number in numbers):
        return "punkt"
    first = re.search(r"\d+", numbers[0])
    return "paragraf-per-mote" if first and int(first[0]) == 1 else "paragraf-arsvis"


_AUTHORITIES: Mapping[str, str] = {
    r"^region\b|regionen$|\blandsting": "region",
    r"\bkommun$|^kommunen\b": "kommun",
    r"kommunalförbund|kommunförbund|\bförbund": "kommunalforbund",
    r"\bab$|aktiebolag": "bolag",
    r"förening": "forening",
    r"länsstyrelse|myndighet|\bverket$|verket\b|universitet|högskola": "stat",
}


def _authority(printed: str) -> tuple[str, str]:
    for words, slag in _AUTHORITIES.items():
        if re.search(words, printed.casefold()):
            return slag, "" if slag in {"region", "kommun"} else "Slaget är läst ur namnet."
    return "kommun", "Ett ortnamn efter partiet brukar vara en kommun, men det står inte."
