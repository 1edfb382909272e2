"""The table of contents of a document: rows that only say again what the items are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.importer.extract.line import Line
from generator.importer.layout.agenda import rows
from generator.importer.layout.segments import Segment
from generator.svenska import fold

WHY = "innehållsförteckning: samma rubriker står vid punkterna"
_PAGE = re.compile(r"[\s.…]*(?:\bs(?:id(?:a|an)?|\.)?\s*)?\d{0,4}$")
_LEADER = re.compile(r"(?:\.{3,}|…|(?:\. ){3,})\s*\d+$")


def contents(segments: Sequence[Segment]) -> tuple[Line, ...]:
    """The lines before the first item that repeat the number or title of an item, with who presents it or not."""
    items = [segment for segment in segments if segment.slag == "punkt"]
    numbers = {fold(form) for item in items for form in (item.nr, re.sub(r"^\w+\s(?=§)", "", item.nr))}
    titles = {fold(item.rubrik) for item in items if item.rubrik}
    out: list[Line] = [row.line for row in rows(segments, heads=True)]
    for segment in segments:
        if segment.slag == "punkt":
            break
        if segment.falt == "dagordning":
            out += [line for line in segment.lines if line.text and _repeats(line.text, numbers, titles)]
    return tuple({line.number: line for line in sorted(out, key=lambda line: line.number)}.values())


def without_contents(lines: Sequence[Line], again: Sequence[Line], segments: Sequence[Segment]) -> tuple[Line, ...]:
    """The lines without those that repeat the items; of a row that says more than its item does, that is left."""
    repeated = {line.number for line in again}
    said = "\n".join(line.text for line in lines if line.number not in repeated)
    more = {
        row.line.number: " ".join([*(number for number in row.numbers if number not in said), row.presenter]).strip()
        for row in rows(segments)
    }
    left = (
        replace(line, text=more.get(line.number, ""), cells=()) if line.number in repeated else line for line in lines
    )
    return tuple(line for line in left if line.text or line.number not in repeated)


def _repeats(text: str, numbers: set[str], titles: set[str]) -> bool:
    said = fold(_PAGE.sub("", text))
    if said in titles:
        return True
    if _LEADER.search(text) and any(said == number or said.startswith(f"{number} ") for number in numbers if number):
        return True
    return any(said.startswith(f"{number} ") and said[len(number) :].strip() in titles for number in numbers if number)
