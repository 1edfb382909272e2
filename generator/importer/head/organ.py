"""Which body a document is of: printed in its head, or proposed from its text with the reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.importer.extract.line import Line
from generator.importer.head.titles import Title
from generator.importer.known import Known
from generator.importer.layout.segments import Segment
from generator.importer.layout.table import head_words, organ_word
from generator.importer.printed.paragraphs import joined
from generator.svenska import capital

_LONGEST = 120
_WELCOME = re.compile(r"\bhälsar (?:alla i |samtliga i )?(?P<organ>[^.,;\n]{4,80}?) välkom")
_YEAR = re.compile(r"\s+(?:19|20)\d{2}(?:[-–/](?:19|20)?\d{2})?$")
_AUTHORITY = re.compile(r",\s*(?:[\w-]+ )?(?:kommun|stad|region\w*|\w+ kommun|Region \w+|\w+regionen)$", re.IGNORECASE)
_AUTHORITY_BEFORE = re.compile(
    r"^(?:[\w-]+ (?:kommun|stad)|Region [\w-]+|[\w-]+regionen)\s*(?:[–—:,]|\s-\s)\s*(?=[A-ZÅÄÖ])"
)
_KIND_AFTER = re.compile(
    r"\s*[,–—:]\s*(?:(?:sammanträdes)?protokoll|kallelse|minnesanteckningar|föredragningslista)\b.*$", re.IGNORECASE
)
_MEETING_OF = re.compile(r"^(?:extra |ordinarie )?\w*(?:sammanträdet?|mötet?)\s+(?:med|i|för)\s+", re.IGNORECASE)
_ITS_MEETING = re.compile(r"s\s+(?:extra |ordinarie |konstituerande )?(?:sammanträde|möte|internat)$", re.IGNORECASE)
_LONGEST_ACRONYM = 8
_SMALL_BEFORE = r"(?:\b[A-ZÅÄÖa-zåäö][a-zåäö]{2,}(?:sk|ska|al|ala|ell|ella|iv|iva|ig|iga)\s+){0,3}"
_ACRONYM = re.compile(r"(?P<organ>[A-ZÅÄÖ]{2,6})(?:s|:s)?\s+(?:internat|möte|sammanträde|styrelsemöte)\b")


@dataclass(frozen=True)
class FoundOrgan:
    """A body: its name, the printed form where the head prints one, and the reason where it is a conclusion."""

    name: str
    printed: str = ""
    line: int = 0
    why: str = ""
    choices: tuple[str, ...] = ()


def read_organ(titles: Sequence[Title], segments: Sequence[Segment], known: Known) -> FoundOrgan | None:
    """The body that the head prints, else the one that the text speaks as."""
    printed = _printed(titles, known)
    return printed or _proposed(segments, known)


def _printed(titles: Sequence[Title], known: Known) -> FoundOrgan | None:
    candidates = list(_candidates(titles))
    lines = [title.line.text for title in titles]
    for name, title in candidates:
        if known.organ_named(name):
            return FoundOrgan(name, name, title.line.number)
    for title in titles:
        if title.kind == "organ" and not title.text.isdigit():
            return _named(title.text, title.line)
    for name, title in candidates:
        if organ_word().search(name):
            found = _named(name, title.line)
            return found if any(name.casefold() in line.casefold() for line in lines) else _put_together(found, titles)
    for title in titles:
        if short := _ACRONYM.search(title.text):
            why = f"Organet är bara förkortat i rubriken: ”{title.text}”."
            return FoundOrgan(short["organ"], short["organ"], title.line.number, why)
    return None


def _named(name: str, line: Line) -> FoundOrgan:
    """A printed name; a year at its end is left out of the name, since it is the group's and not the meeting's."""
    short = _AUTHORITY.sub("", _YEAR.sub("", name))
    if short.isupper() and len(short) > _LONGEST_ACRONYM:
        short = capital(short.lower())
    why = f"Årtalet i det tryckta namnet ”{name}” är inte med i organets namn." if _YEAR.search(name) else ""
    return FoundOrgan(short, name, line.number, why)


def _put_together(found: FoundOrgan, titles: Sequence[Title]) -> FoundOrgan:
    """A name that no line prints as a whole, with the lines that name a body as choices."""
    why = f"Organets namn ”{found.printed}” är hopsatt av delar av huvudet. {found.why}".strip()
    others = (_named(title.text, title.line).name for title in titles if organ_word().search(title.text))
    return replace(found, why=why, choices=tuple(dict.fromkeys(other for other in others if other != found.name)))


def _candidates(titles: Sequence[Title]) -> Iterator[tuple[str, Title]]:
    """Names that title lines may hold: a whole line, two lines under each other, what a kind of document is of."""
    for here, title in enumerate(titles):
        if len(title.text) > _LONGEST or title.kind == "organ":
            continue
        if title.kind:
            yield from ((name, title) for name in _of_kind(title.text))
            continue
        after = titles[here + 1] if here + 1 < len(titles) else None
        if after and not after.kind and after.line.number == title.line.number + 1 and _is_first_half(title, after):
            yield f"{title.text} {after.text}", title
        said = re.split(r"\s+(?:kallas|kallar|sammanträder|inbjuds|håller)\b", title.text)[0]
        said = _KIND_AFTER.sub("", _AUTHORITY_BEFORE.sub("", said)) or said
        if (whose := _ITS_MEETING.sub("", said)) != said and organ_word().search(whose):
            yield capital(whose), title
        name = re.sub(r"\s*\([A-ZÅÄÖa-zåäö]{2,8}\)$", "", said)
        yield from ((one, title) for one in dict.fromkeys((name, said)))


def _is_first_half(title: Title, after: Title) -> bool:
    """Whether a name goes on below: one word for a kind of group, and below it no body's name of its own."""
    alone = organ_word().fullmatch(title.text) is not None
    return alone and not organ_word().search(after.text) and len(after.text.split()) < 5  # noqa: PLR2004


def _of_kind(text: str) -> Iterator[str]:
    """``Protokoll från skolnämndens sammanträde`` → Skolnämnden; ``Kallelse till Skolnämnden`` → Skolnämnden."""
    rest = re.sub(r"^\S+\s*", "", text)
    rest = re.sub(r"^(?:fört|upprättat|hållet|taget)\s+", "", rest)
    rest = re.sub(r"^(?:[-–:,]|från|för|vid|till|med|i|ur|över)\s+", "", rest)
    rest = re.sub(
        r"^(?:extra |ordinarie )?\w*(?:sammanträdet?|mötet?)\s+(?:med|i|för)\s+", "", rest, flags=re.IGNORECASE
    )
    before = re.split(r"s?\s+(?:extra|ordinarie|sammanträde|möte|internat)\w*", rest)[0].strip(" ,.-–")
    found = organ_word().search(before)
    if found:
        yield capital(before)


def _proposed(segments: Sequence[Segment], known: Known) -> FoundOrgan | None:
    """The body that most of the text's evidence points at."""
    votes: Counter[str] = Counter()
    first: dict[str, tuple[int, str]] = {}
    for name, weight, line, quote in _evidence(segments, known):
        votes[name] += weight
        first.setdefault(name, (line, quote))
    if not votes:
        return None
    ranked = sorted(votes, key=lambda name: (-votes[name], first[name][0], name))
    line, quote = first[ranked[0]]
    why = f"Organet är inte tryckt i dokumentets huvud. Det är läst ur texten: ”{quote}”."
    return FoundOrgan(ranked[0], "", line, why, tuple(ranked[1:3]))


def _evidence(segments: Sequence[Segment], known: Known) -> Iterator[tuple[str, int, int, str]]:
    """Each place of the text that names a body as its own: the name, how much it says, the line, the words."""
    verbs, meetings = "|".join(head_words("verb")), "|".join(head_words("mote"))
    organ = organ_word().pattern.removeprefix(r"\b")
    subject = re.compile(rf"^(?:Att )?(?P<organ>[A-ZÅÄÖ][\w\s-]{{0,60}}?) (?:{verbs})\b")
    genitive = re.compile(rf"(?P<organ>{_SMALL_BEFORE}\b(?i:{organ}))s\s+(?:{meetings})\b")
    for segment in segments:
        text = joined(segment.lines)
        line = segment.start.number
        whole = f"{segment.rubrik} {text}" if segment.slag == "punkt" else text
        for found in _WELCOME.finditer(whole):
            if organ_word().search(found["organ"]) or known.organ_named(found["organ"]):
                yield capital(found["organ"]), 5, line, found[0]
        if segment.falt in ("forslag", "beslut", "stallningstagande"):
            for sentence in re.split(r"(?<=\.)\s+", text):
                said = subject.match(sentence)
                if said and organ_word().search(said["organ"]):
                    yield capital(said["organ"]), 3, line, said[0]
        for found in genitive.finditer(whole):
            name = capital(found["organ"])
            if len(name.split()) > 1 or name.casefold() not in _bare_words():
                yield name, 1, line, found[0]


@cache
def _bare_words() -> frozenset[str]:
    """Words that mean whatever body speaks: ``beredningens protokoll`` names none."""
    plain: Iterable[str] = ("nämnden", "styrelsen", "utskottet", "beredningen", "gruppen", "rådet", "fullmäktige")
    return frozenset(plain) | {"nämnd", "styrelse", "utskott", "beredning", "samverkansgruppen", "kommittén"}
