"""The head of an item: its number or time, its title, its diarienummer, its kind and the time set aside for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.items.blocks import Block
from generator.importer.printed.case_numbers import case_numbers, line_of_case_numbers
from generator.importer.printed.chunks import without
from generator.importer.printed.paragraphs import plain
from generator.importer.printed.persons import NAME
from generator.importer.printed.words import meanings
from generator.importer.reading import Doubt

_CLOCK = re.compile(r"(?P<fran>\d{1,2}[.:]\d{2})(?:\s*[-–—]\s*(?P<till>\d{1,2}[.:]\d{2}))?")
_PARENTHESIS = re.compile(r"\s*\((?P<inne>[^()]*)\)\s*$")
_TIMED = re.compile(
    r"^(?P<typ>[^()]{3,60}?)\s*\((?P<tid>(?:ca\.?\s*)?\d{1,3}\s*(?:minuter|min\.?|timmar|timme|h))(?:,\s*(?P<rest>[^()]*))?\)\.?$",
    re.IGNORECASE,
)
_LABEL_AT_END = re.compile(
    r"(?:\b(?:ärendets?\s+)?(?:dnr|diarie(?:nr|nummer)|ärende(?:nr|nummer))\.?\s*:?\s*)?$", re.IGNORECASE
)
_NEEDS_MORE = re.compile(
    r"\b(?:i|på|av|för|till|om|med|från|och|enligt|gällande|avseende|ärende|motion|remiss)$", re.IGNORECASE
)
_TYPES = re.compile(r"\s*(?:&|,|/|\boch\b|\bsamt\b|\+)\s*", re.IGNORECASE)
_KIND_LABEL = re.compile(r"^(?:ärendetyp|typ|typ av ärende)\s*:\s*(?P<typ>.+)$", re.IGNORECASE)
_AGENDA_NUMBER = re.compile(r"(?:Ärende|Punkt)(?:nr| nr)?\s\d{1,3}")
_PAUSE = "paus"
_FIRST_LINES = 5
_COLUMNS = 3


@dataclass
class Head:
    """The fields of a point that come from its head, lines of it that hold documents ("bilaga"), and notes on it."""

    value: dict[str, Any]
    doubts: list[Doubt] = field(default_factory=list)
    papers: list[tuple[dict[str, Any], int]] = field(default_factory=list)
    presenters: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def head_of(block: Block) -> Head:
    """Reads the head of an item and takes the lines that it is made of out of the item's first stretch."""
    head = Head({})
    _numbered(block, head)
    title = _title(block, head)
    head.value["rubrik"] = title
    _number_of_agenda(block, head)
    numbers = [*_numbers_of_title(block.rubrik), *_numbers_below(block)]
    if numbers:
        head.value["arenden"] = list(dict.fromkeys(numbers))
    _beside_number(block, head)
    _typed(block, head)
    _row_of_agenda(block, head)
    if block.presenter and block.presenter not in head.presenters:
        head.presenters.append(block.presenter)
    if block.falt == "klockslag" and not head.value.get("typ") and (kind := _kinds(title, whole=False)):
        head.value["typ"] = [one for one in kind if one == _PAUSE] or None
        if not head.value["typ"]:
            del head.value["typ"]
    return head


def _numbered(block: Block, head: Head) -> None:
    clock = _CLOCK.search(block.nr) if block.falt == "klockslag" else None
    if clock is None:
        head.value["nr"] = " ".join(block.nr.split())
        return
    head.value["klockslag"] = clock["fran"]
    if clock["till"]:
        head.value["tidsatt"] = " ".join(block.nr.split())


def _title(block: Block, head: Head) -> str:
    """The title as printed, with a diarienummer in parentheses; an item without a title is named by its number."""
    title = " ".join(plain(block.rubrik.replace("\u00ad", "")).split()).strip("*_ ")
    title = _without_number_beside(title)
    if title and not line_of_case_numbers(title):
        return title
    line = next((line for line in block.pieces[0].lines if line.text), None)
    if line is not None and not line_of_case_numbers(line.text):
        block.pieces[0].lines = without(block.pieces[0].lines, {line.number})
        head.doubts.append(Doubt(("rubrik",), line.number, "Rubriken står inte på samma rad som numret."))
        return " ".join(plain(line.text).split()).strip("*_ ") or block.nr
    head.doubts.append(Doubt(("rubrik",), block.start.number, "Punkten har ingen tryckt rubrik."))
    return block.nr


def _number_of_agenda(block: Block, head: Head) -> None:
    """The number that the item had in the kallelse, alone on one of its first lines: ``Ärende 4``."""
    lines = block.pieces[0].lines
    for line in [line for line in lines if line.text][:_FIRST_LINES]:
        if block.falt == "paragraf" and _AGENDA_NUMBER.fullmatch(line.text):
            head.value["i_kallelsen"] = line.text
            lines[lines.index(line)] = Line("", line.number)
            return


def _without_number_beside(title: str) -> str:
    """A title without a diarienummer that is printed beside it, in a column of its own."""
    numbers = case_numbers(title)
    if not numbers or not title.endswith(numbers[-1]):
        return title
    bare = _LABEL_AT_END.sub("", title.removesuffix(numbers[-1])).rstrip(" ,;")
    return title if _NEEDS_MORE.search(bare) or not bare else _without_number_beside(bare)


def _numbers_of_title(title: str) -> list[str]:
    found = _PARENTHESIS.search(title)
    inside = line_of_case_numbers(found["inne"]) if found else []
    return inside or case_numbers(title)


def _numbers_below(block: Block) -> list[str]:
    """Diarienummer on lines of their own below the title, a heading of a page between them or not."""
    out: list[str] = []
    lines = block.pieces[0].lines
    for line in [line for line in lines if line.text][:_FIRST_LINES]:
        if numbers := line_of_case_numbers(line.text):
            out.extend(numbers)
            lines[lines.index(line)] = Line("", line.number)
    return out


def _beside_number(block: Block, head: Head) -> None:
    """Words on the line of the number that are neither its title nor a diarienummer: a note on the item."""
    lines = block.pieces[0].lines
    for place, line in enumerate(lines):
        if line.text and line.number == block.start.number and line is not block.start:
            head.notes.append(line.text)
            lines[place] = Line("", line.number)


def _typed(block: Block, head: Head) -> None:
    """A line such as ``Information & dialog (40 minuter, bilaga)``."""
    for line in [line for line in block.pieces[0].lines if line.text]:
        text = line.text.strip("*_ ")
        timed, labelled = _TIMED.match(text), _KIND_LABEL.match(text)
        kinds = _kinds(timed["typ"]) if timed else _kinds(labelled["typ"]) if labelled else None
        if not kinds:
            continue
        head.value["typ"] = kinds
        if timed:
            head.value["tidsatt"] = timed["tid"]
            head.papers.extend(_papers(timed["rest"] or "", line))
        block.pieces[0].lines = without(block.pieces[0].lines, {line.number})
        return


def _row_of_agenda(block: Block, head: Head) -> None:
    """An agenda printed as a table: number, time, title and who presents in cells of one row."""
    cells = [cell.strip() for cell in block.start.cells or block.start.text.split("\t") if cell.strip()]
    if len(cells) < _COLUMNS or cells[0].rstrip(".") != block.nr.rstrip("."):
        return
    clock = next((cell for cell in cells[1:] if _CLOCK.fullmatch(cell)), None)
    rest = [cell for cell in cells[1:] if cell != clock and not line_of_case_numbers(cell)]
    if not rest:
        return
    head.value["rubrik"] = rest[0]
    if clock and (found := _CLOCK.fullmatch(clock)):
        head.value["klockslag"] = found["fran"]
        if found["till"]:
            head.value["tidsatt"] = clock
    head.presenters = [cell for cell in rest[1:] if re.match(NAME, cell)]


def _papers(rest: str, line: Line) -> list[tuple[dict[str, Any], int]]:
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    return [
        ({"text": part, "slag": "bilaga"}, line.number) for part in parts if re.match(r"bilag", part, re.IGNORECASE)
    ]


def _kinds(text: str, *, whole: bool = True) -> list[str] | None:
    """The kinds that words such as ``Information & dialog`` name; None where a word is none of them."""
    found = []
    for part in _TYPES.split(text.strip()):
        kind = next(
            (row.name for row in meanings("typ", "typ") for one in row.patterns if one.fullmatch(part.strip())), None
        )
        if kind is None:
            if whole:
                return None
            continue
        found.append(kind)
    return list(dict.fromkeys(found)) or None
