"""The drawings: what is in them, that nothing from a record can become markup, and that they stay inside their box."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from itertools import combinations
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]

from generator.archive.archive import Archive
from generator.archive.arendegang import arendegangar
from generator.archive.organbild import organbild
from generator.archive.personbild import personbilder
from generator.views.delar.arendebild import arendebild
from generator.views.delar.kalenderbild import arsbild
from generator.views.delar.personbild import rollbild
from generator.views.delar.svg import Bild, kortat, rader, tag
from generator.views.delar.tidsaxel import LEFT, RIGHT, axel
from generator.views.pages import arenden, organ, personer
from tests.views.miniatyr import read

CONTENT = Path(__file__).parent / "foljesidor" / "content"
DAY = dt.date(2024, 6, 1)
EXTENSIONS = ["attr_list", "md_in_html", "tables", "def_list", "admonition"]
HOSTILE = "<script>alert(1)</script> \"a' onload=x </svg></figure> *b* [c](d) &amp; ]]> <!-- {: .e }\n\n# f"
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31))


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The miniature archive of the pages that follow something."""
    return read(CONTENT, DAY)


def grown(tmp_path: Path, motes: dict[str, str], **records: str) -> Archive:
    """The miniature archive with more meetings of the group (by day) and other records (by path)."""
    content = shutil.copytree(CONTENT, tmp_path / "content")
    for day, text in motes.items():
        (content / "sammantraden" / "gruppen" / f"{day}.yml").write_text(text, encoding="utf-8")
    for path, text in records.items():
        (content / f"{path.replace('__', '/')}.yml").write_text(text, encoding="utf-8")
    return read(content, DAY)


def fridays(count: int) -> list[str]:
    """So many days, a week apart, the last in May 2024."""
    return [(dt.date(2024, 5, 31) - dt.timedelta(weeks=week)).isoformat() for week in range(count)]


def drawings(archive: Archive) -> list[Bild]:
    """Every drawing of an archive."""
    pictures = personbilder(archive)
    persons = [rollbild(archive, record.data.namn, pictures[key]) for key, record in archive.personer.items()]
    cases = [arendebild(archive, course) for course in arendegangar(archive).values()]
    years = [
        arsbild(archive, key, year, [mote for mote in organbild(archive, key).moten if mote.datum.year == year])
        for key in archive.organ
        for year in sorted({mote.datum.year for mote in organbild(archive, key).moten})
    ]
    return [one for one in (*persons, *cases, *years) if one]


def shown(bild: Bild) -> html.HtmlElement:
    """A drawing as a browser gets it, out of a page between two paragraphs."""
    page = markdown.markdown(f"Före.\n\n{bild.__html__()}\n\nEfter.", extensions=EXTENSIONS)
    root = html.fromstring(f"<div>{page}</div>")
    assert [child.tag for child in root] == ["p", "figure", "p"]
    return root[1]


def test_the_miniature_has_every_kind_of_drawing(archive: Archive) -> None:
    """The tests below look at persons, cases and years."""
    assert {one.id.rpartition("-")[0] or one.id for one in drawings(archive)} == {
        "roller",
        "arendegang",
        "kalender-bild",
    }


def test_a_drawing_is_one_picture_with_a_name(archive: Archive) -> None:
    """Each has a title and a description that the picture points to, no link inside, and no style of its own."""
    for one in drawings(archive):
        figure = shown(one)
        picture = figure.find("svg")
        assert picture.get("role") == "img"
        named = [figure.get_element_by_id(key).text for key in picture.get("aria-labelledby").split()]
        assert named == [one.titel, one.beskrivning]
        assert not figure.xpath(".//a | .//@style | .//@onclick | .//script")
        assert len(figure.xpath("//@id")) == len(set(figure.xpath("//@id")))


def test_a_drawing_survives_markdown_byte_for_byte(archive: Archive) -> None:
    """Markdown changes nothing in a drawing."""
    for one in drawings(archive):
        page = markdown.markdown(f"Före.\n\n{one.__html__()}\n\nEfter.", extensions=EXTENSIONS)
        assert page == f"<p>Före.</p>\n{one.__html__()}\n\n<p>Efter.</p>"


@given(st.one_of(st.just(HOSTILE), st.text(alphabet="<>\"'&;#/!-*_[](){}`\\ \nabå\u2028")))
def test_nothing_from_a_record_is_markup(text: str) -> None:
    """Whatever a name holds, it is text of the picture and nothing else, also after Markdown."""
    part = tag("text", text, x=text, class_="namn")
    figure = shown(Bild("b", text, text, 20, (part,), nyckel=f"n {text}"))
    assert {child.tag for child in figure.iter()} == {"figure", "svg", "title", "desc", "text", "figcaption"}
    said = " ".join(text.split())
    found = [figure.find(f"svg/{name}").text or "" for name in ("title", "desc", "text")]
    assert [" ".join(one.split()) for one in found] == [said] * 3
    assert dict(figure.find("svg/text").attrib).keys() == {"x", "class"}


def test_hostile_names_in_pages(tmp_path: Path) -> None:
    """A person and an organ with names full of signs get whole pages with one drawing each and nothing more."""
    name = "Åsa \\\"O'Prov & [x](y) *z* {: .k }"
    person = f'namn: "{name}"\nlasarklass: fortroendevald\n'
    rows = "status: hallet\ndokument:\n  - slag: minnesanteckningar\n    narvaro:\n      narvarande:\n"
    motes = dict.fromkeys(fridays(3), f"{rows}        - rad: Åsa\n          person: asa-prov\n")
    archive = grown(tmp_path, motes, **{"personer__asa-prov": person})
    page = next(one.make().text for one in personer.pages(archive) if "asa-prov" in one.path)
    root = html.fromstring(markdown.markdown(page.partition("---\n\n")[2], extensions=EXTENSIONS))
    assert len(root.xpath("//figure")) == 1
    assert name.replace('\\"', '"') in root.xpath("string(//figure//title)")


@given(st.lists(st.tuples(st.floats(LEFT, RIGHT), st.floats(18, 60)), max_size=60).map(sorted))
def test_marks_never_cover_each_other(marks: list[tuple[float, float]]) -> None:
    """Two marks in the same row stand clear of each other in the narrowest drawing."""
    placed = list(zip(marks, rader(marks), strict=True))
    for ((x, width), row), ((other, wide), second) in combinations(placed, 2):
        assert row != second or abs(x - other) / 100 * 290 >= (width + wide) / 2 - 0.01


@given(st.sets(DAYS, min_size=2), DAYS)
def test_time_runs_from_left_to_right(days: set[dt.date], other: dt.date) -> None:
    """Days stand in their order inside the drawing; named days are few, inside the axis and told apart."""
    axis = axel(days)
    assert axis is not None
    places = [axis.x(day) for day in sorted(days)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (LEFT, RIGHT)
    assert LEFT <= axis.x(other) <= RIGHT
    named = axis.streck()
    assert len(named) <= 7
    assert all(axis.forsta <= day <= axis.sista for day, _ in named)
    assert len({name for _, name in named}) == len(named)


def test_time_without_length_has_no_axis() -> None:
    """One day, or none, gives no drawing."""
    assert axel([]) is None
    assert axel([DAY, DAY]) is None


def test_a_case_shows_its_steps_as_numbered_in_the_list(archive: Archive) -> None:
    """Each step has its number in one mark, in the lane of its organ, and the same number in the list below."""
    course = arendegangar(archive)["ovningen"]
    bild = arendebild(archive, course)
    assert bild is not None
    figure = shown(bild)
    assert [one.text for one in figure.xpath(".//text[@class='namn']")] == ["Provnämnden", "Samverkansgrupp Övning"]
    marks = {one.findtext("text"): one.get("class") for one in figure.xpath(".//svg[@class]")}
    kinds = ["beslutad", "fore", "beslutad", "namns", "vantas"]
    assert marks == {str(number): f"marke {kind}" for number, kind in enumerate(kinds, 1)}
    page = next(one.make().text for one in arenden.pages(archive) if "ovningen" in one.path)
    assert re.findall(r"- \*(\d+)\*\{ \.nr \}", page) == [str(number) for number in range(1, len(course.steg) + 1)]


def test_a_case_with_one_item_needs_no_drawing(tmp_path: Path) -> None:
    """What happened on one day is told in words alone, without numbers that lead nowhere."""
    item = "status: hallet\ndokument:\n  - slag: protokoll\n    punkter:\n"
    mote = f"{item}      - {{nr: 1, rubrik: Ensam, arenden: PN 2023/1}}\n"
    archive = grown(tmp_path, {"2023-03-03": mote}, arenden__ensam="rubrik: Ensam\ndiarienummer: [PN 2023/1]\n")
    page = next(one.make().text for one in arenden.pages(archive) if "ensam" in one.path)
    assert "punkt 1 Ensam" in page
    assert "<figure" not in page
    assert "{ .nr }" not in page


def test_a_case_with_sixty_items(tmp_path: Path) -> None:
    """Sixty items a week apart are sixty marks, in a drawing that is still no higher than a screen."""
    item = "status: hallet\ndokument:\n  - slag: minnesanteckningar\n    punkter:\n"
    mote = f"{item}      - {{nr: 1, rubrik: Lång, arenden: PN 2023/1}}\n"
    archive = grown(
        tmp_path, dict.fromkeys(fridays(60), mote), arenden__lang="rubrik: Lång\ndiarienummer: [PN 2023/1]\n"
    )
    bild = arendebild(archive, arendegangar(archive)["lang"])
    assert bild is not None
    assert len(shown(bild).xpath(".//svg[@class]")) == 60
    assert bild.hojd < 300
    page = next(one.make().text for one in arenden.pages(archive) if "/lang" in one.path)
    assert len(page.encode()) < 60_000


def test_a_person_with_five_hundred_meetings(tmp_path: Path) -> None:
    """All meetings stand in the list, under their years with a way to each; the drawing stays small."""
    rows = (
        "status: hallet\ndokument:\n  - slag: minnesanteckningar\n    narvaro:\n      narvarande: [Alma Testsson (A)]\n"
    )
    archive = grown(tmp_path, dict.fromkeys(fridays(500), rows))
    page = next(one.make().text for one in personer.pages(archive) if "alma-testsson" in one.path)
    assert "Står bland de närvarande vid 501 möten" in page
    assert page.count("Tryckt i minnesanteckningar: ”Alma Testsson (A)”") == 500
    assert "[2015](#moten-2015) (52)" in page
    figure = re.search(r"<figure.*?</figure>", page)
    assert figure
    assert len(figure.group()) < 20_000
    assert len(page.encode()) < 200_000


def test_a_seat_is_drawn_no_longer_than_documents_show(archive: Archive) -> None:
    """A bar ends at the last evidence, then a dashed line goes on; a seat with a printed last day has only its bar."""
    pictures = personbilder(archive)
    open_seat = rollbild(archive, "B", pictures["berit-provman-ek"])
    closed = rollbild(archive, "Ö", pictures["osten-oberg"])
    assert open_seat is not None
    assert closed is not None
    bar, line = (shown(open_seat).xpath(f".//*[@class='{name}']")[0] for name in ("plats", "oviss"))
    shown_to = LEFT + (RIGHT - LEFT) * (dt.date(2024, 2, 1) - dt.date(2023, 1, 1)) / (DAY - dt.date(2023, 1, 1))
    assert float(bar.get("x")[:-1]) + float(bar.get("width")[:-1]) == pytest.approx(shown_to, abs=0.02)
    assert line.get("x2") == f"{RIGHT:g}%"
    assert shown(closed).xpath(".//*[@class='plats']")[0].get("width") == f"{RIGHT - LEFT:g}%"


def test_a_year_shows_each_meeting_on_its_day(tmp_path: Path) -> None:
    """Held, planned, cancelled and unknown meetings have marks of their own; the same days stand in the list."""
    motes = {
        "2024-01-12": "status: hallet\ntill_datum: 2024-01-13\n",
        "2024-01-13": "status: installt\n",
        "2024-05-03": "status: planerat\n",
        "2024-08-02": "status: planerat\n",
    }
    archive = grown(tmp_path, motes)
    page = next(one.make().text for one in organ.pages(archive) if "gruppen" in one.path)
    figure = html.fromstring(re.search(r"<figure.*?</figure>", page).group())  # type: ignore[union-attr]
    marks = [(one.findtext("text"), one.get("class").split()[1]) for one in figure.xpath(".//svg[@class]")]
    assert marks == [
        ("12–13", "hallet"),
        ("13", "fore"),
        ("1", "hallet"),
        ("10", "hallet"),
        ("3", "okant"),
        ("2", "kommande"),
    ]
    assert "- Januari: [12–13 januari 2024]" in page
    assert "- Augusti: [2 augusti 2024](../../moten/gruppen/2024-08-02/index.md) (planerat)" in page


def test_an_organ_with_no_meetings(tmp_path: Path) -> None:
    """It has a page that says so, without an empty calendar."""
    record = "namn: Tomma rådet\nslag: rad\nstallning: {lage: okand, skal: Prov}\n"
    archive = grown(tmp_path, {}, organ__tomma=record)
    page = next(one.make().text for one in organ.pages(archive) if "tomma" in one.path)
    assert "<figure" not in page
    assert "Arkivet har ännu ingen handling från organet." in page
    assert "Arkivet visar inget hållet möte" in page


def test_only_the_latest_years_are_drawn(tmp_path: Path) -> None:
    """An organ with ten years of meetings draws three; the others are counted with links to their lists."""
    archive = grown(tmp_path, {f"{year}-03-04": "status: hallet\n" for year in range(2012, 2022)})
    page = next(one.make().text for one in organ.pages(archive) if "gruppen" in one.path)
    assert re.findall(r"### (\d{4}) ", page) == ["2024", "2021", "2020"]
    assert "1 möte [2012](../../moten/2012/index.md)" in page


def test_a_long_name_is_cut_in_the_drawing_alone() -> None:
    """A name too long for a lane ends in three dots."""
    assert kortat("x" * 300) == "x" * 35 + "…"
    assert kortat("Kort") == "Kort"
