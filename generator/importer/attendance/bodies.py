"""The authorities that a document itself prints beside its people."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.importer.attendance.lines import joined, parted, printed_lines
from generator.importer.attendance.names import PARTY_WORDS, SURNAME_FIRST, words_of_name
from generator.importer.attendance.split import running
from generator.importer.attendance.words import Bodies, is_mark, is_role, is_title_word, list_rules, word
from generator.importer.known import Known
from generator.importer.layout.segments import Segment
from generator.model.narvarorad import Tolkning, read_rad

_MOST_WORDS = 4
_SHORT_AFTER_NAME = re.compile(
    r"(?:^|för )[A-ZÅÄÖÉ][a-zåäöé][\w’'-]*(?: [\w’'-]+){1,3}?(?P<tecken>,?) "
    r"(?P<ord>[A-ZÅÄÖ]{1,4}[a-zåäö]{0,2}|[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ]{1,3})(?=[,;]|$| [a-zåäö\d])"
)


def printed_bodies(segments: Sequence[Segment], known: Known) -> Bodies:
    """The authorities of the archive, with those that stand after a party and those that follow several titles."""
    bodies = Bodies(known)
    bodies = bodies.with_parties(_parties(segments, bodies))
    read = list(_readings(segments, bodies))
    bodies = bodies.also(_of_elected(read))
    return bodies.presuming(_after_titles(read, segments))


def _parties(segments: Sequence[Segment], bodies: Bodies) -> Iterator[str]:
    """The short words after the names of those elected, where the list prints parties so: ``Anna Ek, BA``."""
    elected = (segment for segment in segments if segment.slag == "etikett" and segment.falt in list_rules())
    rows = [
        found
        for segment in elected
        if list_rules()[segment.falt].kallade != "ovriga"
        for row in printed_lines(segment.lines)
        for found in _SHORT_AFTER_NAME.finditer(row.text)
    ]
    words = Counter((row["tecken"], row["ord"]) for row in rows)
    known = {sign for sign, one in words if one in PARTY_WORDS}
    for (sign, one), times in sorted(words.items()):
        as_others = sign in known or (sign and times > 1)
        if one not in PARTY_WORDS and as_others and _can_be_party(one, bodies):
            yield one


def _can_be_party(text: str, bodies: Bodies) -> bool:
    return text not in bodies and not word("forening").fullmatch(text) and not is_role(text)


def _readings(segments: Sequence[Segment], bodies: Bodies) -> Iterator[Tolkning]:
    for segment in segments:
        if segment.slag == "etikett" and segment.falt in list_rules():
            rows = joined(parted(printed_lines(segment.lines), bodies), bodies)
            texts = (row.text for row in running(rows, bodies) if not SURNAME_FIRST.fullmatch(row.text))
            yield from filter(None, map(read_rad, texts))


def _of_elected(readings: Iterable[Tolkning]) -> Iterator[str]:
    """What stands alone after a party, or after the party of the one served for; twice, if it can be a name."""
    found = Counter(
        who.delar[0]
        for read in readings
        for who in (read, read.ersatter)
        if who and who.parti and len(who.delar) == 1 and _can_be_body(who.delar[0])
    )
    for part, times in found.items():
        if times > 1 or words_of_name(part) <= 1:
            yield part


def _can_be_body(part: str) -> bool:
    first = part.split(maxsplit=1)[0]
    return (
        part[:1].isupper()
        and len(part.split()) <= _MOST_WORDS
        and not any(letter.isdigit() for letter in part)
        and not (is_mark(part) or is_role(part) or is_title_word(first) or word("enhet").fullmatch(part))
    )


def _after_titles(readings: Sequence[Tolkning], segments: Sequence[Segment]) -> Iterator[str]:
    """A word after two different titles, or after a listed person's name elsewhere in the document."""
    titles: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for read in readings:
        for part in read.delar:
            title, _, tail = part.rpartition(" ")
            if not read.parti and title.islower() and tail[:1].isupper() and _can_be_body(tail):
                titles[tail].add(title)
                names[tail].add(read.namn)
    text = " ".join(segment.text for segment in segments if segment.slag != "etikett") if titles else ""
    for tail, found in sorted(titles.items()):
        elsewhere = (re.search(rf"{re.escape(name)}, {re.escape(tail)}(?!\w)", text) for name in sorted(names[tail]))
        if len(found) > 1 or any(elsewhere):
            yield tail
