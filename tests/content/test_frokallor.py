"""The real records say what their source documents print: held against the sources themselves, line by line.

What a record gives as printed stands in the source letter by letter (white space, the emphasis marks of the extracted
text and a hyphen that only breaks a line are nothing), in the document's own lines and under its own item. What a
source prints stands in the record made from it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.model.bas import Post
from generator.model.harkomst import Kalla
from generator.model.omfang import Omfang, Tidsspann
from generator.model.punkt import Punkt, Tabell
from generator.model.sammantrade import FORE_MOTET
from generator.model.walk import parts
from generator.svenska import MONTHS
from tests.content.conftest import Handling

pytestmark = pytest.mark.frokallor

TRYCKTA_FALT = {
    "Sats": ("text", "nr"),
    "Avsnitt": ("rubrik", "text"),
    "Inlagg": ("fran", "satt", "text"),
    "Kommande": ("text", "tid"),
    "Punkt": ("text", "tidsatt"),
    "Punktjustering": ("text",),
    "Handling": ("text",),
    "Hanvisning": ("text",),
    "Medverkande": ("rad",),
    "Narvarorad": ("rad", "rubrik"),
    "Mottagare": ("text",),
    "Uppdrag": ("text", "senast_text"),
    "Aterrapport": ("text",),
    "Justering": ("plats_och_tid", "omfattar"),
    "Anslag": ("organ_tryckt", "forvaras", "underskrift", "text"),
    "Dokument": ("rubrik", "organ_tryckt", "plats_och_tid", "omfattar"),
    "Underskrift": ("roll",),
}
"""The fields of a document that hold the print itself, by the kind of part that they stand in."""

UNDERRUBRIKER = ("Sammanfattning", "Ärendet i korthet", "Förslag till beslut")
"""Headings that the extracted text may have glued to the title of an item."""

SKRIVET_DATUM = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}|jan|feb|aug|sept|okt|nov|dec)\b(?: (\d{{4}}))?")
DATUM = re.compile(r"\d{4}-\d{2}-\d{2}")
DIARIENUMMER = re.compile(r"\b[A-ZÅÄÖ]{2,4}\d{6}\b")
NAMN_MED_PARTI = re.compile(
    r"((?:[A-ZÅÄÖ][\w-]+\s+)(?:(?:von|af|de)\s+)?(?:[A-ZÅÄÖ][\w-]+\s+)+)\((?:M|S|SD|KD|L|C|V|MP)\)"
)


def pattern(printed: str) -> str:
    """The expression that finds a printed text in a source, over broken lines and odd spaces and nothing else."""
    words = []
    for word in printed.split():
        letters = [re.escape(letter) + (r"\s*" if letter in "-—–" else "") for letter in word]
        words.append(r"(?:-[ \t]*\n\s*)?".join(letters).replace(",", r"\s*,"))
    return r"\s+".join(words)


def place(printed: str, text: str, start: int = 0) -> re.Match[str] | None:
    """Where a printed text stands in a source, after `start`."""
    return re.compile(pattern(printed)).search(text, start)


def heading(punkt: Punkt) -> str:
    """The expression of an item's own number (or time) and title."""
    clock = punkt.klockslag
    number = rf"0?{clock.hour}[.:]{clock.minute:02}" if clock else pattern(punkt.nr or "")
    return rf"{number}\s+{pattern(punkt.rubrik)}(?=[ \t]*(?:\n|\Z|{'|'.join(UNDERRUBRIKER)}))"


def spans(punkter: tuple[Punkt, ...], text: str, start: int, end: int) -> list[tuple[Punkt, int, int]]:
    """The stretch of the source that each item takes, in order of print; no item may be missing."""
    starts = []
    for punkt in punkter:
        found = re.compile(heading(punkt)).search(text, start, end)
        assert found, f"{punkt.nr or punkt.klockslag} {punkt.rubrik}: not printed, or not in this order"
        starts.append(found.start())
        start = found.end()
    ends = [*starts[1:], end]
    mine = list(zip(punkter, starts, ends, strict=True))
    return mine + [
        part for punkt, low, high in mine if punkt.underpunkter for part in spans(punkt.underpunkter, text, low, high)
    ]


def printed_values(post: Post) -> Iterator[str]:
    """The values of a part that are given as printed."""
    if isinstance(post, Tabell):
        yield from (cell for row in (post.kolumner, *post.rader) for cell in row if cell)
    for name in TRYCKTA_FALT.get(type(post).__name__, ()):
        value = getattr(post, name)
        if value is not None:
            yield value.tryckt if isinstance(value, Omfang | Tidsspann) else value


def own_parts(post: Post) -> Iterator[Post]:
    """The part and the parts inside it that belong to the same item."""
    for place_, part in parts(post, Post):
        if "punkter" not in place_ and "underpunkter" not in place_:
            yield part


def quoted_lines(text: str) -> Iterator[str]:
    """The paragraphs of a text given as printed: lists and paragraphs stand apart in the source too."""
    for line in re.split(r"\n\s*\n|\n(?=- )", text):
        yield line.removeprefix("- ")


def test_what_is_given_as_printed_stands_in_the_source(handlingar: list[Handling]) -> None:
    """Each printed title, förslag, beslut, ställningstagande, row, name and reference stands where the record says."""
    missing = []
    for one in handlingar:
        stretches = spans(one.dokument.punkter, one.text, 0, len(one.text))
        places: list[tuple[Post, int, int]] = [(one.dokument, 0, len(one.text)), *stretches]
        for owner, low, high in places:
            printed = [value for part in own_parts(owner) for value in printed_values(part)]
            for line in (line for value in printed for line in quoted_lines(value)):
                if not place(line, one.text[low:high]):
                    missing.append(f"{one}: {line}")
    assert missing == []


def test_rows_stand_in_the_order_of_print(handlingar: list[Handling]) -> None:
    """The rows of each list of persons follow each other as in the source."""
    for one in handlingar:
        for group in filter(None, (one.dokument.kallade, one.dokument.narvaro)):
            for name in type(group).model_fields:
                start = 0
                for row in getattr(group, name):
                    found = place(row.rad or row.rubrik, one.text, start)
                    assert found, f"{one}: {name}: {row.rad or row.rubrik}"
                    start = found.end()


def test_no_name_in_the_head_of_a_source_is_left_out(handlingar: list[Handling]) -> None:
    """What stands before the first item and is not in the record is no name, of staff or of anybody else."""
    left = []
    for one in handlingar:
        head = one.text[: spans(one.dokument.punkter, one.text, 0, len(one.text))[0][1]]
        for value in sorted({v for part in own_parts(one.dokument) for v in printed_values(part)}, key=len)[::-1]:
            head = re.sub(pattern(value), "\n", head)
        left += [f"{one}: {found}" for found in re.findall(r"[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+", head)]
    assert left == []


def test_items_are_numbered_without_a_hole(handlingar: list[Handling]) -> None:
    """No item of a document is left out: the numbers run from its first to its last."""
    for one in handlingar:
        numbers = [int(re.sub(r"\D", "", punkt.nr)) for punkt in one.dokument.punkter if punkt.nr]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True, one
        times = re.findall(r"^\d{1,2}\.\d{2} ", one.text, re.MULTILINE) if one.dokument.slag == "agenda" else []
        assert len(times) == len([punkt for punkt in one.dokument.punkter if punkt.klockslag]), one


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        (r"Förslag till beslut\s*$", "forslag"),
        (r"^Beslut\s*$", "beslut"),
        (r"^Ställningstagande:", "stallningstagande"),
        (r"^Föredragande:", "foredragande"),
        (r"^Beslutsunderlag\s*$", "underlag"),
        (r"^(?:\S+ )?Paragrafen är justerad", "justerad"),
    ],
)
def test_no_section_of_a_source_is_left_out(handlingar: list[Handling], printed: str, key: str) -> None:
    """As many items have a förslag (beslut, …) as the source has such headings: none left out, none made up."""
    for one in handlingar:
        headings = re.findall(printed, one.text, re.MULTILINE)
        items = [part for _, part in parts(one.dokument, Punkt) if getattr(part, key)]
        if key == "underlag":
            items = [punkt for punkt in items if headings or not punkt.underlag]
        assert len(items) == len(headings), f"{one}: {key}"


def test_every_diarienummer_of_a_source_is_in_the_record(handlingar: list[Handling], arkivet: Archive) -> None:
    """Each diarienummer that a source prints stands in the record made from it, and has a case."""
    for one in handlingar:
        for number in sorted(set(DIARIENUMMER.findall(one.text))):
            assert number in one.post, f"{one}: {number}"
            assert arkivet.register.sla_upp(number).nod, number


def test_every_date_of_a_source_is_in_the_record(handlingar: list[Handling]) -> None:
    """Each day that a source prints stands in the record made from it: as a day, in its path or in words."""
    missing = []
    for one in handlingar:
        text = re.sub(r"(?<=\d)-[ \t]*\n\s*(?=\d)", "-", one.text)
        record = " ".join(one.post.split())
        missing += [f"{one}: {day}" for day in sorted(set(DATUM.findall(text))) if day not in record]
        for found in SKRIVET_DATUM.finditer(" ".join(text.split())):
            month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(found[2][:3]))
            iso = rf"{found[3] or '[0-9]{4}'}-{month:02}-{int(found[1]):02}"
            words = rf"\b{found[1]}\S* {MONTHS[month - 1]}" + (rf" {found[3]}" if found[3] else "")
            if not re.search(f"{iso}|{words}", record):
                missing.append(f"{one}: {found[0]}")
    assert missing == []


def test_every_elected_person_of_a_source_is_in_its_record(handlingar: list[Handling], arkivet: Archive) -> None:
    """Each name that a source prints with a party is known to the archive and linked from that meeting."""
    named = {(edge.fran.partition(":")[2].partition("#")[0], edge.till) for edge in arkivet.kanter}
    missing = []
    for one in handlingar:
        for found in NAMN_MED_PARTI.finditer(re.sub(r"(?<=\w)\n", " \n", one.text)):
            name = " ".join(found[1].split())
            while arkivet.namn.person(name) is None and name.count(" ") > 1:
                name = name.partition(" ")[2]
            if (one.mote, f"person:{arkivet.namn.person(name)}") not in named:
                missing.append(f"{one}: {' '.join(found[1].split())}")
    assert missing == []


def test_source_files_are_the_ones_that_were_read(arkivet: Archive, frokallor: Path) -> None:
    """The sum of each source that a record names is that of the file."""
    seen = set()
    for record in arkivet.records:
        for _, part in parts(record.data, Kalla):
            if part.fil:
                sha = hashlib.sha256((frokallor / part.fil).read_bytes()).hexdigest()
                assert part.sha256 == sha, f"{record.id}: {part.fil}"
                seen.add(part.fil)
    assert seen == {path.name for path in frokallor.glob("*.txt")}


def test_every_line_of_a_source_belongs_to_a_document(handlingar: list[Handling], frokallor: Path) -> None:
    """Nothing printed lies outside the documents that the archive found in a source."""
    for path in sorted(frokallor.glob("*.txt")):
        covered: set[int] = set()
        for one in handlingar:
            if one.kalla.fil == path.name:
                first, last = (int(number) for number in (one.kalla.rader or "").split("-"))
                covered |= set(range(first, last + 1))
        lines = enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        assert [f"{path.name}:{n}: {line}" for n, line in lines if line.strip() and n not in covered] == []


def test_a_kallelse_lists_those_called_and_nobody_present(handlingar: list[Handling]) -> None:
    """The names of a kallelse are of those called; förslag stand in it and no beslut."""
    for one in handlingar:
        if one.dokument.slag in FORE_MOTET:
            assert one.dokument.narvaro is None
            assert not any(part.beslut for _, part in parts(one.dokument, Punkt))
