"""Page furniture out: what print repeats on its pages, told by its repetition and its place, never by a list of words.

The lines are those of one document. A running head is made of what the document's own head says (its organ, day and
kind); the head itself stays. Where pages are known, what stands at the same edge of several of them is furniture too.
A sentence, a heading, an item, a list item and a name are never furniture, however often they are repeated.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.importer.extract.line import Line
from generator.importer.layout.headings import heading
from generator.importer.layout.numbering import candidates_of
from generator.importer.layout.running_head import HeadWords, head_words
from generator.importer.layout.table import rules
from generator.importer.printed.case_numbers import line_of_case_numbers

_EDGE = 6
_LEAST_REPEATED = 3
_FEW_PAGES = 4
_MOST_WORDS = 14
_PAGE = re.compile(
    r"(?:[-–]\s*)?(?:sid(?:a|an|nr)?\.?:?\s*)?\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|/\s*\d{1,4}|av\s+\d{1,4})"
    r"|sid(?:a|an|nr)?\.?:?\s*\d{1,4}|[-–]\s*\d{1,4}\s*[-–]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}")
_CASE_NUMBER = re.compile(r"(?:Dnr:?\s*)?[A-ZÅÄÖ]{2,6}[ -]?\d{2,4}[-/: ]?\d+\S*")
_SENTENCE = re.compile(r"[.!?;][\"”)]*$")
_BULLET = re.compile(r"[-–•\uf0b7✓→➤]\s")
_CONTACT = re.compile(r"@|\bwww\.|\bTel(?:efon|\b)|\bOrg\.?\s?nr|\b\d{3} \d{2} [A-ZÅÄÖ]", re.IGNORECASE)
_NAME = re.compile(r"\([A-ZÅÄÖ]{1,4}\)")
_BOARD = frozenset({"organ", "anslag", "anslag_uppsatt", "anslag_nedtaget", "anslag_period", "overklagandetid"})
_CONTINUED = re.compile(
    r"(?:\w{1,6}\s)?§\s?\d+.{0,80}?[\s(]+forts(?:\.|ättning|ätter)?\)?\.?"
    r"|forts(?:\.|ättning)?(?: av| på)?:?\s*(?:\w{1,6}\s)?§\s?\d+.{0,80}",
    re.IGNORECASE,
)
_RULE = re.compile(r"[_=*–—\s-]*(?:_{3}|={3}|\*{3}|–{3}|—{3}|-{3})[_=*–—\s-]*")
_SIGNS = frozenset({"justerandes_sign", "bestyrkande"})

PAGE_NUMBER = "sidnummer"
RUNNING_HEAD = "sidhuvud som upprepas"
EDGE = "står på samma plats på flera sidor"
SIGNATURE_BOX = "tom ruta som upprepas"
CONTINUED = "paragrafens rubrik upprepad på nästa sida"
DRAWN = "streck"
STRAY = "ensam bokstav som upprepas"
FOOTER = "sidfot som upprepas"


@dataclass(frozen=True)
class Removed:
    """A line that is not part of the document's text, and why, in a registrar's words."""

    line: Line
    why: str


@dataclass(frozen=True)
class Cleaned:
    """The lines of a document without furniture, and what was taken out."""

    lines: tuple[Line, ...]
    removed: tuple[Removed, ...]


def without_furniture(lines: Sequence[Line]) -> Cleaned:
    """The lines of one document that are its text; every line is either kept or told as removed."""
    words = head_words(lines)
    why: dict[int, str] = {}
    told = (_of_format, _boxes, _at_edges, _page_numbers, _continued, _drawn)
    for found in (one(lines) for one in told):
        for place, reason in found:
            why.setdefault(place, reason)
    for place, reason in _running_heads(lines, words, why):
        why.setdefault(place, reason)
    for place, reason in _repeated(lines, words, why):
        why.setdefault(place, reason)
    removed = tuple(Removed(line, why[place]) for place, line in enumerate(lines) if place in why)
    return Cleaned(tuple(_blanked(lines, why)), removed)


def _blanked(lines: Sequence[Line], why: dict[int, str]) -> Iterator[Line]:
    """The lines that stay; what a removed line parted is still parted only where a blank line was."""
    for place, line in enumerate(lines):
        if place not in why:
            yield line


def _of_format(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """What the format itself keeps as head or foot of its pages."""
    for place, line in enumerate(lines):
        if line.text and line.part:
            yield place, f"{line.part} i filen"


def _boxes(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Boxes for signatures that nobody has written in, when they come more than once."""
    found = defaultdict(list)
    for place, line in enumerate(lines):
        if line.text and (label := _empty_boxes(line.text)):
            found[label].append(place)
    for places in found.values():
        if len(places) > 1:
            yield from ((place, SIGNATURE_BOX) for place in places)


def _empty_boxes(text: str) -> str:
    """The first label of a line that is nothing but boxes to sign in; empty for any other line."""
    first, rest = "", text
    for rule in rules():
        if rule.falt not in _SIGNS:
            continue
        for pattern in rule.patterns:
            if hit := pattern.search(rest):
                first = first or rule.falt
                rest = rest[: hit.start()] + rest[hit.end() :]
    return first if not re.search(r"[^\W_]", rest) else ""


def _at_edges(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """What stands at the top or the bottom of several pages, its figures aside; the first time stays, as a head may.

    What stands inside pages too may be a heading that happens to open some of them: it must stand on
    most, of few on all.
    """
    pages: dict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.text and line.page is not None and not line.part:
            pages[line.page].append(place)
    if len(pages) < 2:  # noqa: PLR2004
        return
    edges = {page: (places[:_EDGE], places[-_EDGE:][::-1]) for page, places in pages.items()}
    counts = Counter(
        text for tops in edges.values() for text in {_shape(lines[place].text) for edge in tops for place in edge}
    )
    same = Counter(lines[place].text for tops in edges.values() for edge in tops for place in edge)
    at_edges = {place for edge in edges.values() for places in edge for place in places}
    inside = {_shape(lines[place].text) for places in pages.values() for place in places if place not in at_edges}
    most = -(-len(pages) * 3 // 5) if len(pages) > _FEW_PAGES else len(pages)
    least = max(2, min(_LEAST_REPEATED, -(-len(pages) * 3 // 5)))
    first = min(pages)
    for page, (top, bottom) in edges.items():
        for edge in (top, bottom):
            for place in edge:
                shape = _shape(lines[place].text)
                wanted = most if shape in inside else least
                if counts[shape] < wanted or _is_text(lines[place]) or _is_own_case(lines[place].text, same):
                    break
                if page != first or edge is bottom or _has_page_number(lines[place].text):
                    yield place, EDGE


def _is_own_case(text: str, same: Counter[str]) -> bool:
    """Whether a line is the diarienummer of the item above it: only this page has it there."""
    return bool(line_of_case_numbers(text)) and same[text] == 1


def _has_page_number(text: str) -> bool:
    return any(_PAGE.fullmatch(cell.strip()) for cell in re.split(r"\t|\s{2,}", text))


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()


def _is_text(line: Line) -> bool:
    """Whether a line is one that print repeats with a meaning: a sentence, a heading, an item, a list item, a name."""
    text = line.text
    if len(text.split()) > _MOST_WORDS or _BULLET.match(text) or _NAME.search(text):
        return True
    if _SENTENCE.search(text) and len(text.split()) > 2:  # noqa: PLR2004
        return True
    return heading(text, "punkt", "avsnitt") is not None or any(one.falt == "paragraf" for one in candidates_of([line]))


def _page_numbers(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Page numbers that say so, and lone numbers at the end of the document or a page."""
    filled = [place for place, line in enumerate(lines) if line.text]
    for place in filled:
        if _PAGE.fullmatch(lines[place].text):
            yield place, PAGE_NUMBER
    for at, place in enumerate(filled):
        first_or_last = at in (0, len(filled) - 1) or _page_turns(lines, filled, at)
        if lines[place].page is not None and first_or_last and _has_page_number(lines[place].text):
            yield place, EDGE
    tail = filled[-2:]
    while tail and _CASE_NUMBER.fullmatch(lines[tail[-1]].text):
        tail.pop()
    if tail and _NUMBER.fullmatch(lines[tail[-1]].text) and _parted(lines, tail[-1]):
        yield tail[-1], PAGE_NUMBER
        yield from ((place, RUNNING_HEAD) for place in filled[filled.index(tail[-1]) + 1 :])
    yield from ((place, PAGE_NUMBER) for place in _counting_up(lines, filled))


def _parted(lines: Sequence[Line], place: int) -> bool:
    """Whether a blank line stands above, and the text before it is at an end."""
    if place == 0 or lines[place - 1].text:
        return False
    before = next((line.text for line in reversed(lines[:place]) if line.text), "")
    return not before[-1:].islower() or bool(candidates_of([Line(before, 0)])) or not lines[max(0, place - 3)].text


def _counting_up(lines: Sequence[Line], filled: Sequence[int]) -> list[int]:
    """Lone numbers that count the pages: each one more than the one before it, at the edge of its page."""
    edges = {
        place for at, place in enumerate(filled) if at + 1 == len(filled) or at == 0 or _page_turns(lines, filled, at)
    }
    lone = [place for place in filled if place in edges and _NUMBER.fullmatch(lines[place].text)]
    numbers = [int(lines[place].text) for place in lone]
    steps = [after - before for before, after in pairwise(numbers)]
    return lone if len(lone) > 1 and all(step == 1 for step in steps) else []


def _page_turns(lines: Sequence[Line], filled: Sequence[int], at: int) -> bool:
    page = lines[filled[at]].page
    return page is not None and (lines[filled[at - 1]].page != page or lines[filled[at + 1]].page != page)


def _continued(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The heading of an item said again where it goes on, on the next page."""
    for place, line in enumerate(lines):
        if _CONTINUED.fullmatch(line.text):
            yield place, CONTINUED


def _drawn(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Lines drawn with signs."""
    for place, line in enumerate(lines):
        if _RULE.fullmatch(line.text):
            yield place, DRAWN


def _running_heads(lines: Sequence[Line], words: HeadWords, gone: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Runs of lines made of nothing but what the document's head says, once the head is over."""
    run: list[int] = []
    for place in [*range(words.after, len(lines)), len(lines)]:
        line = lines[place] if place < len(lines) else None
        if line is not None and (not line.text or place in gone):
            continue
        if line is not None and words.has_part(line.text) and heading(line.text, "punkt", "avsnitt") is None:
            run.append(place)
            continue
        if not _in_board(lines, run):
            yield from ((one, RUNNING_HEAD) for one in words.made_of(lines, run))
        run = []


def _in_board(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether lines stand among the labels of a bevis, which says organ and day once more."""
    if not run:
        return False
    above = next((line.text for line in reversed(lines[: run[0]]) if line.text), "")
    below = next((line.text for line in lines[run[-1] + 1 :] if line.text), "")
    before, after = heading(above, "slut", "etikett"), heading(below, "slut", "etikett")
    inside = before is not None and before.rule.falt in _BOARD
    return inside or (after is not None and after.rule.falt in _BOARD - {"anslag"})


def _repeated(lines: Sequence[Line], words: HeadWords, gone: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Lone letters (of a mark in the margin) and lines of addresses or numbers that come again and again."""
    counts = Counter(line.text for place, line in enumerate(lines) if place not in gone)
    filled = [place for place, line in enumerate(lines) if line.text]
    for place in filled:
        text = lines[place].text
        if counts[text] < _LEAST_REPEATED or lines[place].cells or "\t" in text or place < words.first:
            continue
        if len(text) == 1 and text.isalpha():
            yield place, STRAY
        elif _CONTACT.search(text) and not _is_text(lines[place]):
            yield place, FOOTER
