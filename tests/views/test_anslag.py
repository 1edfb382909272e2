"""The anslagstavla: what is up and when, what can be said of appeal, and what proves that it was up.

Invented archives on the records of ``tests/views/moten``, and the real one on the days that matter.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import markdown
import pytest
from lxml import html  # type: ignore[import-untyped]

from generator.archive.archive import Archive
from generator.publish.anslagsregister import record_posting
from generator.records.anslagsregister import FIL
from generator.views.artifacts import Page
from generator.views.delar.anslagstext import tavlans_texter
from generator.views.site import artifacts
from tests.views.miniatyr import read

HERE = Path(__file__).parent
BASE = HERE / "moten" / "content"
REAL = HERE.parents[1] / "content"
LIST, EARLIER, START = "anslag/index.md", "anslag/tidigare/2024/index.md", "index.md"
FIFTH, SIXTH = "6 mars 2024, § 5](", "6 mars 2024 (2), § 6]("
EXTENSIONS = ["attr_list", "md_in_html", "tables", "def_list", "admonition"]
ORGAN = "organ/namnden.yml"
STALLNING = "  lage: faststalld\n  lagrum: 3 kap. 4 § kommunallagen\n  beslutande: ja\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small archive, to be changed."""
    return Path(shutil.copytree(BASE, tmp_path / "content"))


def change(content: Path, name: str, old: str, new: str) -> None:
    """Change a record."""
    path = content / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def official(content: Path) -> None:
    """Make the site the official board."""
    change(content, "arkiv.yml", "roll: kopia", "roll: officiell")


def pages(archive: Archive) -> dict[str, str]:
    """Every page by its path."""
    return {one.path: one.text for one in artifacts(archive) if isinstance(one, Page)}


def on(content: Path, *day: int) -> dict[str, str]:
    """Every page as of a day."""
    return pages(read(content, dt.date(*day)))


@functools.cache
def unchanged(*day: int) -> Mapping[str, str]:
    """Every page of the small archive as it is, as of a day."""
    return MappingProxyType(on(BASE, *day))


def board(page: str) -> str:
    """The part of a page that is the anslagstavla."""
    return page.split('<div class="anslagstavla"', 1)[1].split("\n</div>", 1)[0]


def tree(page: str) -> html.HtmlElement:
    """The body of a page as HTML."""
    body = markdown.markdown(page.split("---\n", 2)[2], extensions=EXTENSIONS)
    return html.fromstring(f"<main>{body}</main>")


@pytest.mark.parametrize(
    ("day", "up", "listed_as"),
    [((2024, 3, 7), False, "kommande"), ((2024, 3, 8), True, None), ((2024, 4, 2), True, None),
     ((2024, 4, 3), False, "tidigare")],
)  # fmt: skip
def test_an_anslag_is_on_the_board_from_its_day_until_it_is_taken_down(
    day: tuple[int, int, int], up: bool, listed_as: str | None
) -> None:
    """It is on the board and the start page from its day and leaves on its removal day; its page stays."""
    made = unchanged(*day)
    assert (FIFTH in board(made[LIST])) == up
    assert (FIFTH in board(made[START])) == up
    assert (FIFTH in made[EARLIER]) == (listed_as == "tidigare")
    assert (FIFTH in made["anslag/tidigare/index.md"]) == (listed_as == "kommande")
    assert "# Anslag: Samlingsnämnden" in made["anslag/namnden/2024-03-06/index.md"]


def test_an_anslag_without_a_removal_day_stays_until_the_law_lets_it_go() -> None:
    """With no printed day it is up through the computed last day to appeal, and not the day after."""
    assert SIXTH in board(unchanged(2024, 4, 5)[LIST])
    assert "tidigast 6 april 2024 (uträknat; handlingen säger ingen dag)" in unchanged(2024, 4, 5)[LIST]
    after = unchanged(2024, 4, 6)
    assert SIXTH not in after[LIST]
    assert SIXTH in after[EARLIER]


def test_the_board_holds_nothing_else_and_the_archive_is_apart() -> None:
    """On the board stand anslag that are up and nothing else; the earlier ones have pages of their own, all of them."""
    made = unchanged(2024, 4, 3)
    assert tree(made[LIST]).xpath("count(//li[@data-anslag])") == 1
    assert FIFTH not in made[LIST]
    assert "[tidigare anslag](tidigare/index.md)" in made[LIST]
    assert "[Tidigare anslag 2023](2023/index.md): 1 anslag" in made["anslag/tidigare/index.md"]
    assert "1 december 2023, §§ 80–81](" in made["anslag/tidigare/2023/index.md"]


@pytest.mark.parametrize("day", [(2023, 1, 1), (2024, 4, 3), (2030, 1, 1)])
def test_the_pages_of_years_are_there_on_any_day(day: tuple[int, int, int]) -> None:
    """An address once published answers whatever day the site is built for."""
    found = {path for path in unchanged(*day) if path.startswith("anslag/")}
    assert found == {path for path in unchanged(2024, 4, 3) if path.startswith("anslag/")}


def facts(page: str) -> dict[str, str]:
    """The facts of the one anslag on the board, by their terms."""
    (card,) = tree(page).xpath("//li[contains(@class, 'anslag')]")
    terms = [" ".join(one.text_content().split()) for one in card.xpath(".//dt")]
    values = [" ".join(one.text_content().split()) for one in card.xpath(".//dd")]
    return dict(zip(terms, values, strict=True))


def test_an_anslag_on_the_board_says_all_that_the_reader_needs() -> None:
    """Organ, meeting day, §§, posted, last appeal day, removed, where the protokoll is kept, on both pages."""
    made = unchanged(2024, 4, 4)
    expected = {
        "Organ": "Samlingsnämnden & co",
        "Sammanträdesdag": "6 mars 2024 (mötet)",
        "Paragrafer": "§ 6",
        "Uppsatt enligt handlingen": "15 mars 2024",
        "Sista dag att överklaga, uträknad": (
            "5 april 2024. Gäller inte beslut som bara är förberedande eller verkställande."
        ),
        "Tas ned": "tidigast 6 april 2024 (uträknat; handlingen säger ingen dag)",
        "Protokollet förvaras": "Kommunhuset, Ekeby",
    }
    assert facts(made[LIST]) == expected
    assert facts(made[START]) == expected


@pytest.mark.parametrize(
    ("stallning", "kind", "term", "value"),
    [
        (STALLNING, "fullmaktige", "Sista dag att överklaga, uträknad", "5 april 2024"),
        (STALLNING, "gemensam-namnd", "Sista dag att överklaga, uträknad",
         "5 april 2024. Gäller inte beslut som bara är förberedande eller verkställande. Nämnden är gemensam: sitter "
         "anslaget uppe senare på någon annan av dess tavlor är dagen senare."),
        ("  lage: faststalld\n  beslutande: nej\n", "namnd", "Överklagande", "Organets beslut kan inte överklagas."),
        ("  lage: faststalld\n", "namnd", "Uträknad sista dag, om beslutet kan överklagas", "5 april 2024"),
        ("  lage: okand\n  skal: Ingen handling säger det.\n", "beredning", "Kan beslutet överklagas?",
         "Det framgår inte av arkivet. Ingen handling säger det."),
    ],
)  # fmt: skip
def test_what_can_be_said_of_appeal_follows_the_organs_standing(
    content: Path, stallning: str, kind: str, term: str, value: str
) -> None:
    """KL 13 kap. 2 §: all that fullmäktige decides, else what is not purely preparatory.

    A gemensam nämnd has more boards (9 kap. 32 §); nothing is promised where the standing is not established.
    """
    change(content, ORGAN, STALLNING, stallning)
    change(content, ORGAN, "slag: namnd", f"slag: {kind}")
    assert facts(on(content, 2024, 4, 4)[LIST])[term] == value


def test_what_cannot_be_appealed_has_no_day(content: Path) -> None:
    """Neither the board nor the script is given a last day where nothing can be appealed."""
    change(content, ORGAN, "beslutande: ja", "beslutande: nej")
    page = on(content, 2024, 4, 4)[LIST]
    assert "data-sista" not in page
    assert "5 april 2024" not in board(page)
    assert "data-sista" in unchanged(2024, 4, 4)[LIST]


def test_minnesanteckningar_say_that_they_are_not_appealable(content: Path) -> None:
    """Where minnesanteckningar have been posted all the same, no last day is computed, whatever the organ is."""
    name = "sammantraden/namnden/2024-03-27.yml"
    text = "status: hallet\ndokument:\n  - slag: minnesanteckningar\n    anslag: {uppsatt: 2024-03-28}\n"
    (content / name).write_text(text, encoding="utf-8")
    made = on(content, 2024, 4, 8)
    assert facts(made[LIST])["Överklagande"] == "Anteckningar från ett möte kan inte överklagas."
    assert "Anteckningar från ett möte kan inte överklagas." in made["anslag/namnden/2024-03-27/index.md"]
    assert "18 april 2024" not in made["anslag/namnden/2024-03-27/index.md"]


def test_a_computed_appeal_day_says_that_it_is_computed() -> None:
    """The last day is counted from the day it was put up, moved past påsk, and said not to stand in the document."""
    page = unchanged(2024, 4, 3)["anslag/namnden/2024-03-06/index.md"]
    assert "**2 april 2024** (har passerat). Dagen är uträknad av arkivet och står inte i handlingen" in page
    assert "Den dagen, 29 mars 2024, är långfredagen" in page
    assert "ha kommit in till förvaltningsrätten" in page
    assert "13 kap. 5 § kommunallagen (2017:725)" in page


def test_a_copy_says_where_the_official_board_is() -> None:
    """The board, the start page and the notice's own page say that they are copies, with a link to the board."""
    made = unchanged(2024, 4, 3)
    for path in (LIST, START, "anslag/namnden/2024-03-06/index.md", "anslag/namnden/2023-12-01/index.md"):
        assert "opior" in made[path]
        assert "[Ekeby kommun](https://ekeby.example.org/anslag_%28tavla%29)" in made[path]
        assert "På anslagstavlan" not in made[path]


def test_a_copy_gives_the_documents_word_and_its_sum() -> None:
    """Afterwards a copy says put up and taken down according to the document, with the document's SHA-256."""
    page = unchanged(2024, 4, 3)["anslag/namnden/2024-03-06/index.md"]
    assert "Uppsatt 8 mars 2024 och nedtaget 3 april 2024 enligt handlingen. Sidan finns kvar." in page
    assert "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" in page.split("## ", 1)[0]


def many(content: Path, number: int) -> None:
    """That many more anslag, each of a day of its own."""
    folder = content / "anslag" / "namnden"
    for index in range(number):
        day = dt.date(2024, 4, 1) - dt.timedelta(days=index)
        text = f"rubrik: Justerat protokoll\nuppsatt: 2024-04-0{1 + index % 9}\nomfattar: § {index + 1}\n"
        (folder / f"{day}-2.yml").write_text(text, encoding="utf-8")


def test_two_hundred_anslag(content: Path) -> None:
    """All stand on both pages in the order they end; the start page shows five and unfolds the others."""
    shutil.rmtree(content / "sammantraden" / "namnden")
    many(content, 200)
    made = on(content, 2024, 4, 10)
    for path in (LIST, START):
        rows = tree(made[path]).xpath("//li[@data-anslag]")
        assert len(rows) == 200
        ends = [row.get("data-ned") for row in rows]
        assert ends == sorted(ends)
    assert "200 anslag sitter uppe" in made[LIST]
    assert tree(made[START]).xpath("count(//details//li[@data-anslag])") == 195
    assert "Visa de 195 anslag som tas ned därefter" in made[START]
    assert tree(made[LIST]).xpath("count(//details)") == 0


def test_no_anslag_at_all(content: Path) -> None:
    """Without a single anslag the pages stand and say so."""
    shutil.rmtree(content / "anslag")
    shutil.rmtree(content / "sammantraden" / "namnden")
    made = on(content, 2024, 4, 10)
    for path in (LIST, START):
        assert "Inga anslag i arkivet sitter uppe 10 april 2024." in board(made[path])
    assert "Arkivet har inga anslag." in made["anslag/tidigare/index.md"]


def test_the_days_are_there_for_the_script() -> None:
    """Every anslag carries its days and the day of the page in ISO form, on the lists and on its own page."""
    made = unchanged(2024, 4, 2)
    days = 'data-anslag="" data-byggd="2024-04-02" data-upp="2024-03-08" data-sista="2024-04-02" data-ned="2024-04-03"'
    for path in (LIST, START, "anslag/namnden/2024-03-06/index.md"):
        assert days in made[path]
        assert "\nanslag: true\n" in made[path]
    assert 'data-anslagstavla="2024-04-02"' in made[START]


def published(content: Path, *days: dt.date) -> dict[str, str]:
    """The pages after the board was published and registered on each of the days."""
    for day in days:
        record_posting(read(content, day), content)
    return pages(read(content, days[-1]))


NOTICE = "anslag/namnden/2024-03-06/index.md"
TEXT = (
    "Anslag om justerat protokoll\nOrgan: Samlingsnämnden & co\nSammanträdesdatum: 6 mars 2024\nParagrafer: § 5\n"
    "Uppsatt: 8 mars 2024\nTas ned: 3 april 2024\nUträknad sista dag att överklaga: 2 april 2024\n"
    "Protokollet förvaras: Kommunhuset, Ekeby\n"
)


def test_the_official_board_shows_exactly_what_the_register_keeps(content: Path) -> None:
    """The text on the notice's page is, to the letter, the one that is registered, and the sum is of it."""
    official(content)
    archive = read(content, dt.date(2024, 3, 8))
    assert tavlans_texter(archive) == {"namnden/2024-03-06": TEXT}
    page = tree(pages(archive)[NOTICE])
    assert page.xpath("string(//pre)") == TEXT.removesuffix("\n")
    assert "Registret över vad som har publicerats nämner inte anslaget." in page.text_content()


def test_the_register_proves_from_when_to_when_and_what(content: Path) -> None:
    """After its removal the page keeps first day, last day, the very text and its sum."""
    official(content)
    made = published(content, *(dt.date(2024, 3, 8) + dt.timedelta(days=n) for n in range(27)))
    words = " ".join(tree(made[NOTICE]).text_content().split())
    assert "Officiell anslagstavla" in words
    assert "Uppe från 8 mars 2024 till och med 2 april 2024; borta i utgåvan 3 april 2024." in words
    assert "Registret börjar 8 mars 2024; anslaget kan ha suttit uppe tidigare." in words
    assert "enligt handlingen." not in words
    assert tree(made[NOTICE]).xpath("string(//pre)") == TEXT.removesuffix("\n")
    assert re.search(r"SHA-256\): [0-9a-f]{64}", words)


def test_a_changed_anslag_keeps_both_texts(content: Path) -> None:
    """What stood there first is kept when the record is corrected while the anslag is up."""
    official(content)
    days = [dt.date(2024, 3, day) for day in (8, 9, 10)]
    published(content, *days[:2])
    change(content, "sammantraden/namnden/2024-03-06.yml", "forvaras: Kommunhuset, Ekeby", "forvaras: Arkivet, Ekeby")
    page = tree(published(content, days[2])[NOTICE])
    assert [("Kommunhuset" in one.text_content(), "Arkivet" in one.text_content()) for one in page.xpath("//pre")] == [
        (False, True),
        (True, False),
    ]
    words = " ".join(page.text_content().split())
    assert "Uppe från 8 mars 2024 till och med 9 mars 2024; ändrat i utgåvan 10 mars 2024." in words
    assert "Uppe från 10 mars 2024 till och med 10 mars 2024, då det senast publicerades." in words


def test_an_anslag_shown_late_says_from_when_time_runs(content: Path) -> None:
    """Where the board showed it later than the document says, the last day counted from then stands beside."""
    official(content)
    change(content, "sammantraden/namnden/2024-03-06.yml", "uppsatt: 2024-03-15", "uppsatt: 2024-03-08")
    archive = read(content, dt.date(2024, 3, 8))
    assert set(tavlans_texter(archive)) == {"namnden/2024-03-06", "namnden/2024-03-06-2"}
    hidden = (content / "sammantraden/namnden/2024-03-06.yml").read_text(encoding="utf-8")
    change(content, "sammantraden/namnden/2024-03-06.yml", "uppsatt: 2024-03-08\n        forvaras", "forvaras")
    published(content, dt.date(2024, 3, 8))
    (content / "sammantraden/namnden/2024-03-06.yml").write_text(hidden, encoding="utf-8")
    page = published(content, dt.date(2024, 3, 12))["anslag/namnden/2024-03-06-2/index.md"]
    assert "Tavlan visade anslaget först 12 mars 2024, efter den dag som handlingen anger." in page
    assert "Räknas tiden att överklaga därifrån går den till och med **2 april 2024**" in page


def test_a_masked_name_never_reaches_the_register(content: Path) -> None:
    """What is registered is what the site shows: the name of a masked person is gone from it."""
    official(content)
    change(content, "sammantraden/namnden/2024-03-06.yml", "nedtaget: 2024-04-03",
           "nedtaget: 2024-04-03\n        underskrift: Hilda Dold-Ånger")  # fmt: skip
    published(content, dt.date(2024, 3, 8))
    kept = (content / FIL).read_text(encoding="utf-8")
    assert "Dold-Ånger" not in kept
    assert "Underskrift: [namn borttaget]" in kept


def test_what_an_anslag_says_is_never_markup(content: Path) -> None:
    """References, quotes and signs of Markdown in a record are shown as they are in the text of the board."""
    official(content)
    nasty = "'&amp; ](javascript:1) *a* _b_ {#c} `d` \"e\" < 3 | [f](/g)'"
    change(content, "sammantraden/namnden/2024-03-06.yml", "nedtaget: 2024-04-03",
           f"nedtaget: 2024-04-03\n        underskrift: {nasty}")  # fmt: skip
    page = tree(on(content, 2024, 3, 8)[NOTICE])
    assert page.xpath("string(//pre)").splitlines()[-1] == f"Underskrift: {nasty[1:-1]}"
    assert page.xpath("//pre//*") == []


@pytest.mark.parametrize(("day", "up"), [((2024, 11, 1), True), ((2024, 11, 18), True), ((2024, 11, 20), False)])
def test_the_real_anslag_of_srb(day: tuple[int, int, int], up: bool) -> None:
    """SRB § 63 is on the start page with its computed last day and the reserve, then leaves; its page stays."""
    made = on(REAL, *day)
    assert ("Strategisk regional beredning 11 oktober 2024, §63](" in board(made[START])) == up
    assert "18 november 2024" in made["anslag/strategisk-regional-beredning/2024-10-11/index.md"]
    if up:
        shown = facts(made[START])
        assert shown["Uträknad sista dag, om beslutet kan överklagas"] == "18 november 2024"
        assert shown["Kan beslutet överklagas?"].startswith("Det framgår inte av arkivet. Beredningen numrerar §§")
        assert shown["Tas ned enligt handlingen"] == "19 november 2024"
