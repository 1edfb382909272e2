"""The handbook says what the program does: its examples, taken together, are an archive without faults."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.check import check, check_drafts
from generator.diagnostics import Diagnostic, Severity, as_text
from generator.importer.drafts.marks import is_head, sources
from generator.importer.drafts.review import questions
from generator.model.narvaro import Kallade, Narvaro, Narvarorad
from generator.model.narvarorad import read_rad
from generator.records.folder import read_folder
from generator.records.nodes import parse, plain

HANDBOK = (Path(__file__).resolve().parents[2] / "content" / "README.md").read_text(encoding="utf-8")
RESTEN = Path(__file__).parent / "handbok"
"""What the examples speak of but do not show: the other persons, the other meetings."""

DAG = dt.date(2026, 10, 1)
MOTE = "sammantraden/kommunstyrelsen/2026-03-04.yml"
SENARE = "sammantraden/kommunstyrelsen/2026-09-02.yml"
PROTOKOLL = "status: hallet\ndokument:\n  - slag: protokoll\n    punkter:\n"

BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLATS = re.compile(r"# (\S+\.yml)\b")
PLATSER = {
    "        - rad:": "        - Anna Berg (S), ordförande\n",
    "      - nr: § 14": "        beslut: Budgeten fastställs.\n",
    "        uppdrag:": "          - {nr: a), rubrik: Trafik}\n",
    "    datum:": "  - slag: protokoll\n",
}
"""Where a fragment of the example meeting belongs, by its first words: after this line of the meeting."""

SAGER = {
    "namn": lambda one: one.namn,
    "parti": lambda one: one.parti,
    "roll": lambda one: one.roll,
    "kommun": lambda one: one.delar,
    "titel": lambda one: one.delar,
    "ersättare": lambda one: one.ersatter,
    "distans": lambda one: one.distans,
    "paragrafer": lambda one: one.omfattar,
    "punkt": lambda one: one.omfattar,
    "ingen": lambda one: one.vakant,
}
"""The words of the table of attendance lines, and the part of a line that each stands for."""


def blocks() -> list[str]:
    """Every YAML example, as printed."""
    return BLOCK.findall(HANDBOK)


def table(after: str) -> list[list[str]]:
    """The rows of the first table after some words: cells, without the heading."""
    rows = re.search(r"^\|---.*?\n((?:\|.*\n)+)", HANDBOK[HANDBOK.index(after) :], re.MULTILINE)
    assert rows, after
    return [re.split(r"(?<!\\)\|", row)[1:-1] for row in rows[1].splitlines()]


def codes(cell: str) -> list[str]:
    """What stands between backticks in a cell."""
    return [one.replace("\\|", "|") for one in re.findall(r"`([^`]+)`", cell)]


def archive(content: Path) -> None:
    """Write the handbook's archive: its records at their places, its fragments in the example meeting."""
    shutil.copytree(RESTEN, content)
    written = {place[1]: block for block in blocks() if (place := PLATS.match(block))}
    fragments = [block for block in blocks() if not PLATS.match(block)]
    for fragment in fragments:
        anchor = next((line for start, line in PLATSER.items() if fragment.startswith(start)), None)
        if anchor is None:
            written[SENARE] = PROTOKOLL + fragment + f"        referat: Se {' '.join(links())}\n"
            continue
        head, found, tail = written[MOTE].rpartition(anchor)
        keep = "" if fragment.startswith("        - rad:") else found
        written[MOTE] = head + keep + fragment + tail
    for name, text in written.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def links() -> list[str]:
    """Every link of the table of links."""
    return [link for row in table("## Länkar") for link in codes(row[0])]


@pytest.fixture
def content(tmp_path: Path) -> Iterator[Path]:
    """The handbook's archive, seen from the folder above it."""
    archive(tmp_path / "content")
    with contextlib.chdir(tmp_path):
        yield Path("content")


def said(content: Path) -> tuple[Archive | None, list[Diagnostic]]:
    """The archive and everything that is said of it."""
    return check(read_folder(content), DAG)


def test_the_examples_are_an_archive_without_faults(content: Path) -> None:
    """All examples together pass the check; the only remark is that § 13 is not among the examples."""
    _, found = said(content)
    assert [(one.code, one.severity) for one in found] == [("R410", Severity.UPPLYSNING)], found


def test_the_draft_is_one_that_the_import_writes(content: Path) -> None:
    """The example of a draft passes the check of drafts, and its head and marks are such as the import writes."""
    read = read_folder(content)
    assert check_drafts(read, DAG, check(read, DAG)[1]) == []
    (draft,) = [block for block in blocks() if "granskad: nej" in block]
    assert len(questions(draft)) == draft.count("GRANSKA") == 2
    assert all(is_head(line) for line in draft.split("\n")[1:4])
    assert [name for name, _ in sources(draft)] == ["protokoll.pdf"]


def test_each_example_is_valid_yaml() -> None:
    """Each example, and each group in braces in the tables, reads as YAML."""
    small = [code for code in codes(HANDBOK.replace("```", "")) if re.fullmatch(r"\{.*: .*\}", code)]
    assert len(blocks()) > 10 < len(blocks()) + len(small)
    for text in (*blocks(), *(f"rad: {one}\n" for one in small)):
        if not text.lstrip().startswith("- "):
            assert parse(text, "x.yml")[1] == [], text


def test_every_link_of_the_table_leads_somewhere(content: Path) -> None:
    """Each link in the table of links is found in a text and leads to a record."""
    found, _ = said(content)
    assert found
    edges = [edge for edge in found.kanter if edge.needle and edge.record.id == "kommunstyrelsen/2026-09-02"]
    assert {edge.needle for edge in edges if edge.till} >= set(links())


@pytest.mark.parametrize("row", table("## Raderna i närvarolistan"), ids=lambda row: row[0].strip())
def test_an_attendance_line_says_what_the_table_says(row: list[str]) -> None:
    """Each line of the table is read into the parts that the table names."""
    read = read_rad(codes(row[0])[0])
    assert read is not None
    words = [word for word in SAGER if re.search(rf"\b{word}", row[1])]
    assert words or row[1].startswith(" detsamma")
    for word in words or ("namn", "parti", "roll", "kommun"):
        assert SAGER[word](read), (word, read)


def test_the_long_form_is_for_lines_that_cannot_be_read() -> None:
    """The line of the long form cannot be read without help, and every key that is named for it exists."""
    (block,) = [one for one in blocks() if one.startswith("        - rad:")]
    printed = re.search(r'rad: "(.+)"', block)
    assert printed
    assert read_rad(printed[1]) is None
    named = HANDBOK[HANDBOK.index("Den långa formen kan") : HANDBOK.index("| Lista |")]
    keys = {code.partition(":")[0] for code in codes(named)} - {"personer/", "distans"}
    assert len(keys) > 10
    assert keys <= set(Narvarorad.model_fields)


def test_the_lists_of_persons_exist() -> None:
    """Every list that the table of lists names is a key of the record, and none is left out."""
    named = {"narvaro": set[str](), "kallade": set[str]()}
    for row in table("| Lista |"):
        group, _, keys = codes(row[0])[0].partition(": ")
        named[group] |= set(keys.split(", "))
    lists = {name for name in Narvaro.model_fields if name not in {"harlett", "anmarkning"}}
    assert named == {"narvaro": lists, "kallade": set(Kallade.model_fields)}


def test_the_fault_in_the_handbook_is_what_is_said(content: Path) -> None:
    """The example of a fault is, word for word, what the check says when that fault is made."""
    example = next(block for block in blocks() if MOTE in block)
    (content / MOTE).write_text(example.replace("- Anna Berg (S)", "- Ana Berg (S)"), encoding="utf-8")
    (one,) = [one for one in said(content)[1] if one.code == "R204"]
    assert f"```\n{as_text(one)}\n```" in HANDBOK


def test_what_must_be_quoted_is_not_read_without_quotes() -> None:
    """A value that begins with a sign of the handbook's list is not read as it stands without quotation marks."""
    listed = re.search(r"när värdet börjar med\s+`([^`]+)`", HANDBOK)
    assert listed
    for sign in listed[1].split():
        node, faults = parse(f"text: {sign} hej\n", "x.yml")
        assert faults or node is None or plain(node) != {"text": f"{sign} hej"}, sign


def test_the_contents_lead_to_headings() -> None:
    """Every link inside the handbook leads to one of its headings."""
    headings = {
        re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in re.findall(r"^## (.+)$", HANDBOK, re.M)
    }
    inside = set(re.findall(r"\]\(#([^)]+)\)", HANDBOK))
    assert inside <= headings
