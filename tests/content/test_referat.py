"""The archive's summaries are its own: no referat copies its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.archive.archive import Archive
from generator.model.bas import Post
from generator.model.punkt import Punkt
from generator.model.walk import parts
from generator.svenska import MONTHS
from tests.content.conftest import Handling

pytestmark = pytest.mark.frokallor

# Names of persons, groups and documents, titles in quotation marks, days and times have no other words than their
# own: they do not count, so a run is eight or more words of running prose inside one sentence or one line of a list.
LANGD = 8
CITAT = re.compile(r"[\"”“]([^\"”“]{3,120})[\"”“]")
TID = re.compile(
    rf"\d{{4}}-\d{{2}}-\d{{2}}|(?:den )?\b\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?|"
    r"(?:klockan |kl\.? )?\d{1,2}[.:]\d{2}(?:\s*[-–]\s*\d{1,2}[.:]\d{2})?"
)
LANK = re.compile(r"\[\[[^\]|]*\|?([^\]]*)\]\]")


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"\w+", text.lower())


def names(arkivet: Archive, one: Handling) -> list[str]:
    """Every name that the archive keeps as a name, and the titles of the document's own underlag; the longest first."""
    found: set[str] = set(CITAT.findall(one.text))
    for person in arkivet.personer.values():
        data = person.data
        full = (data.namn, data.titel, data.organisation)
        found |= {" ".join(filter(None, full)), data.namn, *(v.namn for v in data.varianter)}
        found |= {data.organisation} if data.organisation else set()
    for body in arkivet.huvudman.values():
        found |= {body.data.namn, body.data.kortnamn or "", *(alias.namn for alias in body.data.alias)}
    for organ in arkivet.organ.values():
        found |= {organ.data.namn, *(alias.namn for alias in organ.data.alias)}
    for _, part in parts(one.dokument, Punkt):
        found |= {re.sub(r"\s*\([\w.]+\)$", "", paper.text) for paper in part.underlag}
    return sorted(found - {""}, key=lambda name: (-len(name), name))


def prose(text: str, known: list[str]) -> str:
    """A text without names, titles, days and times."""
    text = TID.sub(" ", LANK.sub(r"\1", re.sub(r"(?<=\w)-[ \t]*\n\s*(?=[a-zåäö])", "", text)))
    text = " ".join(text.replace("\n\n", " \x00 ").replace("\n- ", " \x00 ").split())
    for name in known:
        spaced = r"\W+".join(map(re.escape, re.findall(r"\w+", name)))
        text = re.sub(rf"\b{spaced}s?\b", " ", text, flags=re.IGNORECASE)
    return text


def copied(referat: str, source: set[tuple[str, ...]], known: list[str]) -> Iterator[str]:
    """Each run of eight words of a referat, within one sentence or line, that also stands in the source."""
    for sentence in re.split(r"[.!?:;](?=\s|$)|\x00", prose(referat, known)):
        mine = words(sentence)
        for start in range(len(mine) - LANGD + 1):
            if tuple(mine[start : start + LANGD]) in source:
                yield " ".join(mine[start : start + LANGD])


def test_referat_is_in_the_archives_own_words(handlingar: list[Handling], arkivet: Archive) -> None:
    """No referat has eight or more words in a row from its source, apart from names, titles, days and times."""
    runs = []
    for one in handlingar:
        known = names(arkivet, one)
        given = words(prose(one.text, known))
        source = {tuple(given[n : n + LANGD]) for n in range(len(given) - LANGD + 1)}
        for _, part in parts(one.dokument, Post):
            runs += [f"{one}: {run}" for run in copied(getattr(part, "referat", None) or "", source, known)]
    assert runs == []
