"""A page that is shown ahead is the one that the build will make, and what stops the build is told at once."""

from __future__ import annotations

import contextlib
import datetime as dt
import html
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.ahead import AtHand
from generator.publish.resident import Answer
from generator.records.folder import read_folder

pytestmark = pytest.mark.langsam

CONTENT = Path(__file__).parents[1] / "views" / "moten" / "content"
DAY = "2024-04-03"
MEETING = "sammantraden/namnden/2024-03-06.yml"
ITS_PAGE = "moten/namnden/2024-03-06/index.html"
A_POINT = "rubrik: Upprop"


class Writer:
    """Somebody who changes an archive in content/, whose site is at site/."""

    def __init__(self) -> None:
        self.content, self.site = Path("content"), Path("site")
        self.build()
        self.at_hand = AtHand(self.content, self.site, dt.date.fromisoformat(DAY), read_folder(self.content))
        self.at_hand.warm_up()

    def build(self) -> None:
        """Build the site as it is now."""
        assert main(["build", "--content", str(self.content), "--out", str(self.site), "--datum", DAY]) == 0

    def says(self, *names: str) -> Answer:
        """What is said of a change of these files."""
        return self.at_hand.answer([self.content.resolve() / name for name in names])

    def writes(self, name: str, text: str) -> Answer:
        """Write a file; what is said of that."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return self.says(name)

    def changes(self, name: str, old: str, new: str) -> Answer:
        """Change a file in one place; what is said of that."""
        text = (self.content / name).read_text("utf-8")
        assert old in text
        return self.writes(name, text.replace(old, new, 1))

    def built(self, name: str) -> str:
        """A page of the site as it is built."""
        return (self.site / name).read_text("utf-8")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """A writer with a built archive, in a folder of its own."""
    shutil.copytree(CONTENT, tmp_path / "content")
    with contextlib.chdir(tmp_path):
        yield Writer()


def test_every_page_ahead_is_the_built_one(writer: Writer) -> None:
    """For each record with a page, whatever kind it is of; and no page that the site does not have."""
    shown: dict[str, str] = {}
    for path in sorted(writer.content.rglob("*.yml")):
        answer = writer.says(path.relative_to(writer.content).as_posix())
        assert not answer.faults
        shown |= dict(answer.pages)
    assert {name.partition("/")[0] for name in shown} == {
        "anslag",
        "arenden",
        "huvudman",
        "moten",
        "organ",
        "personer",
    }
    for name, page in shown.items():
        assert page == writer.built(name), name


def test_a_changed_and_a_new_record_are_shown_as_they_will_be_built(writer: Writer) -> None:
    """The page after the change, also of a meeting that the site has no page of."""
    changed = writer.changes(MEETING, A_POINT, "rubrik: Upprop och närvaro")
    new = writer.writes("sammantraden/namnden/2024-03-27.yml", "status: installt\n")
    assert changed.addresses == ("/moten/namnden/2024-03-06/",)
    assert list(new.pages) == ["moten/namnden/2024-03-27/index.html"]
    again = writer.says(MEETING)
    assert "Upprop och närvaro" in changed.pages[ITS_PAGE]
    assert "Upprop och närvaro" not in writer.built(ITS_PAGE)
    writer.build()
    for name, page in {**new.pages, **again.pages}.items():
        assert page == writer.built(name), name


def test_a_file_that_can_not_be_read_is_told_until_it_is_mended(writer: Writer) -> None:
    """With its place and cure; its page is not shown, that of another record is, and both faults stand till then."""
    broken = writer.changes(MEETING, A_POINT, "rubrikk: Upprop")
    assert not broken.pages
    (fault,) = broken.faults
    assert fault.startswith(f"content/{MEETING}:")
    assert "rubrik" in fault
    other = writer.changes("sammantraden/gruppen/2024-03-20.yml", "status: hallet", "status: hallet\nplats: Ekeby")
    assert other.addresses == ("/moten/gruppen/2024-03-20/",)
    assert other.faults == broken.faults
    mended = writer.changes(MEETING, "rubrikk: Upprop", A_POINT)
    assert mended.addresses == ("/moten/namnden/2024-03-06/",)
    assert not mended.faults


def test_what_leads_nowhere_is_told_until_another_record_mends_it(writer: Writer) -> None:
    """The rules that look at one record are asked at once, also again of records that they found at fault."""
    broken = writer.changes(MEETING, A_POINT, f"{A_POINT}\n        forslag: Se [[organ:radet]].")
    assert not broken.pages
    assert [fault.partition(": ")[2].partition(":")[0] for fault in broken.faults] == ["fel R207"]
    mended = writer.writes("organ/radet.yml", (writer.content / "organ/gruppen.yml").read_text("utf-8"))
    assert not mended.faults


def test_nobody_who_is_masked_is_named(writer: Writer) -> None:
    """Neither on the page of the meeting where the name is printed, nor by a page of her own."""
    named = writer.changes(MEETING, A_POINT, "rubrik: Hilda Dold-Ånger utses")
    page = html.unescape(named.pages[ITS_PAGE])
    assert "[namn borttaget] utses" in page
    assert "Ånger" not in page
    assert writer.says("personer/hilda-dold.yml") == Answer()


def test_more_than_one_record_is_left_to_the_build(writer: Writer) -> None:
    """Settings, folders, files and pages beside the records: the archive is then read anew. Drafts change nothing."""
    (writer.content / "organ" / "ny").mkdir()
    for name in ("arkiv.yml", "organ/ny", "filer/bilaga-1.txt", "sidor/om.md", "adresser.txt", "sammantraden/gruppen"):
        assert writer.says(name).lost, name
    for name in ("utkast/organ/ny.yml", "organ/.gruppen.yml.swp", "organ/gruppen.yml~", "organ/4913"):
        assert writer.says(name) == Answer(), name


def test_a_record_that_is_gone_is_gone_from_other_pages(writer: Writer) -> None:
    """It has no page, and the neighbour of a meeting is the next one that is left."""
    gone, link = "sammantraden/namnden/2024-03-27.yml", 'href="../2024-03-27/"'
    writer.writes(gone, "status: installt\n")
    assert link in writer.says(MEETING).pages[ITS_PAGE]
    (writer.content / gone).unlink()
    assert writer.says(gone) == Answer()
    assert link not in writer.says(MEETING).pages[ITS_PAGE]


def test_a_record_that_was_at_fault_from_the_start_is_shown_when_it_is_mended(writer: Writer) -> None:
    """Also where others lead to it, who were not at fault for that."""
    name, page = "personer/elna-pahittad.yml", "personer/elna-pahittad/index.html"
    sound = (writer.content / name).read_text("utf-8")
    (writer.content / name).write_text(f"{sound}namn: [\n", encoding="utf-8")
    writer.at_hand = AtHand(writer.content, writer.site, writer.at_hand.datum, read_folder(writer.content))
    writer.at_hand.warm_up()
    assert not writer.says(MEETING).faults
    assert writer.writes(name, sound).pages[page] == writer.built(page)
    assert writer.says(MEETING).pages[ITS_PAGE] == writer.built(ITS_PAGE)
