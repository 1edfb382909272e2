"""The page of what the archive has and lacks: every kind of gap in a miniature archive, and the real records.

``tests/views/tackning/content`` has a gap of every kind, ``tests/views/tackning/sidor`` is what the page says of it;
``pytest tests/views/test_tackning.py --godkann`` writes it anew.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.archive.check import check
from generator.archive.tackning import (
    Artackning,
    Organtackning,
    innehav,
    innehavda_punkter,
    kanda_moten,
    luckor,
    tackning,
    utfall,
)
from generator.records.folder import read_folder
from generator.views.artifacts import Page
from generator.views.delar.luckor import VISADE, VISADE_LANKAR, spann
from generator.views.delar.tackning import tackningsnot
from generator.views.pages import tackning as sida
from generator.views.site import artifacts
from tests.views.miniatyr import assert_accepted, read

HERE = Path(__file__).parent / "tackning"
DAY = dt.date(2024, 6, 15)
REAL = Path(__file__).parents[2] / "content"
REAL_DAY = dt.date(2024, 11, 20)
LISTOR = {
    "anslag": "",
    "anslag/tidigare": "",
    "moten": "",
    "moten/2024": "",
    "moten/namnden": "#organ-namnden",
    "arenden": "",
    "personer": "",
    "organ": "",
    "organ/namnden": "#organ-namnden",
    "huvudman": "",
    "uppdrag": "",
    "sok": "",
}
"""Every kind of list, and the place on the page of täckning that it leads to."""


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The miniature archive."""
    return read(HERE / "content", DAY)


@pytest.fixture(scope="module")
def page(archive: Archive) -> str:
    """The page of the miniature archive."""
    return _page(archive)


@pytest.fixture(scope="module")
def made(archive: Archive) -> dict[str, str]:
    """Every page of the miniature archive, by path."""
    return {one.path: one.text for one in artifacts(archive) if isinstance(one, Page)}


@pytest.fixture(scope="module")
def real() -> Archive:
    """The real records."""
    return read(REAL, REAL_DAY)


def _page(archive: Archive) -> str:
    (made,) = sida.pages(archive)
    return made.make().text


def _of(archive: Archive, organ: str) -> Organtackning:
    return next(one for one in tackning(archive) if one.organ == organ)


def _year(archive: Archive, organ: str, year: int) -> Artackning:
    return next(one for one in _of(archive, organ).ar if one.ar == year)


def _part(page: str, organ: str) -> str:
    return page.split(f"{{: #organ-{organ} }}", 1)[1].split("\n## ", 1)[0]


def _row(page: str, start: str) -> str:
    (found,) = [line for line in page.splitlines() if line.startswith(f"| {start}") or line.startswith(f"| [{start}")]
    return found


def test_the_miniature_archive_has_no_faults() -> None:
    """The records that the page is made from are in order; only a skipped number is remarked on."""
    assert [one.code for one in check(read_folder(HERE / "content"), DAY)[1]] == ["R410"]


def test_the_page_says_exactly_this(page: str, request: pytest.FixtureRequest) -> None:
    """The page is, word for word, the one that was read and accepted."""
    assert_accepted({"tackning/index.md": page}, HERE / "sidor", request)


def test_a_meeting_is_counted_once_and_by_what_is_shown(archive: Archive) -> None:
    """One that moved counts at its new address; time makes none held; a removed one is only removed."""
    year = _year(archive, "namnden", 2024)
    assert "namnden/2024-01-10" not in {mote.id for mote in year.moten}
    assert year.utfall == {"hallet": 3, "okant": 2, "kommande": 1, "installt": 1, "borttaget": 1}
    assert sum(year.utfall.values()) == len(year.moten)


def test_an_extract_is_not_a_protokoll(archive: Archive) -> None:
    """A whole document, parts of one, only others, and nothing are told apart; what is only known of is not held."""
    held = {mote.id: innehav(mote) for mote in kanda_moten(archive)}
    assert held["namnden/2024-01-11"] == "hela"
    assert held["namnden/2024-03-06"] == "delar"
    assert held["gruppen/2024-04-17"] == "annat"
    assert held["gruppen/2024-04-24"] == "annat"
    assert held["namnden/2024-02-07"] == "inga"
    assert held["namnden/2024-04-03"] == "inga"


def test_what_is_held_is_what_can_be_read(archive: Archive, made: dict[str, str]) -> None:
    """Sums leave out what moved, was removed or masked, or stands in a document that is only known of."""
    items = {item.id for item in innehavda_punkter(archive)}
    assert "namnden/2024-01-11#p4a" in items
    assert not items & {"gruppen/2024-02-20#p2", "namnden/2024-04-03#p14", "namnden/2024-02-07#p8"}
    assert f"Arkivet känner 15 möten. Det har 9 handlingar, {len(items)} paragrafer och punkter" in made["om/index.md"]
    assert f"15 möten i 3 organ, 6 december 2023–20 juni 2024: 9 handlingar med {len(items)} " in made["index.md"]
    assert "| [Lucknämnden](namnden/index.md) | 8 | 1 | 9 |" in made["moten/index.md"]


def test_gaps_in_numbers_that_run_through_the_year(archive: Archive) -> None:
    """Held, told of elsewhere, missing between and missing before are four things; points of a kallelse are no §§."""
    (series,) = _year(archive, "namnden", 2024).nummer
    assert (series.har, series.namnda) == ((3, 4, 5, 12), (8,))
    assert (series.fore, series.mellan) == ((1, 2), ((6, 7), (9, 11)))
    assert _year(archive, "namnden", 2023).nummer == ()


def test_gaps_in_numbers_that_begin_anew(archive: Archive, page: str) -> None:
    """Where each meeting begins at 1, only meetings with gaps are shown; an organ of points has no such part."""
    assert [one.mellan for one in _year(archive, "utskottet", 2024).nummer] == [((3, 4),), ()]
    part = _part(page, "utskottet").split("### Paragrafnummer")[1]
    assert "§§ 3–4" in part
    assert "13 mars" not in part
    assert "Paragrafnummer" not in _part(page, "gruppen")


@given(st.sets(st.integers(min_value=0, max_value=60)))
def test_known_and_missing_numbers_are_all_numbers(known: set[int]) -> None:
    """Every number from 1 to the highest known is either known or in exactly one gap."""
    before, between = luckor(known)
    runs = [*([before] if before else []), *between]
    missing = [number for first, last in runs for number in range(first, last + 1)]
    assert sorted([*missing, *(known - {0})]) == list(range(1, max(known, default=0) + 1))
    assert all(first <= last for first, last in runs)


def test_a_mistyped_number_costs_nothing() -> None:
    """A gap of a thousand million numbers is a line, not a list."""
    assert spann(luckor([2, 999_999_999])[1]) == "§§ 3–999999998"
    assert spann([(7, 7)]) == "§ 7"
    assert spann([]) == ""


def test_underlag_by_how_they_can_be_had(page: str) -> None:
    """Each underlag and bilaga is in one group, with whom to ask or by what law; what is masked is not counted."""
    row = _row(_part(page, "namnden").split("### Underlag")[1], "2024")
    assert "| 8 | 1 i arkivet och 1 på en annan webbplats |" in row
    assert "2 kan begäras ut hos Ekebo kommun; 1 lämnas inte ut: sekretess enligt 25 kap. 1 §" in row
    assert "; 1 förlorat; 2 finns inte i arkivet, och hur de kan fås framgår inte |" in row
    assert "### Underlag" not in _part(page, "gruppen")


def test_meetings_told_of_elsewhere(archive: Archive, page: str) -> None:
    """A meeting that an item announces or that is known through one is told of, with the item and what came of it."""
    told = {one.mote.id: one.genom for one in _of(archive, "namnden").aviserade}
    assert sorted(told) == [
        "namnden/2023-12-06",
        *(f"namnden/2024-{day}" for day in ("02-07", "04-10", "05-08", "06-05", "06-20")),
    ]
    assert told["namnden/2024-04-10"] == ("punkt:namnden/2024-03-06#p12",)
    part = _part(page, "namnden")
    assert "| Planerat | Inga handlingar |  |" in _row(part, "20\u00a0juni")
    assert "om det hölls framgår inte av arkivet (mötet är efter den 31 maj 2024" in _row(part, "5\u00a0juni")
    assert "om det hölls framgår inte av arkivet | Inga" in _row(part, "10\u00a0april")
    assert "| Inställt |" in _row(part, "8\u00a0maj")
    assert "talar om 6 möten i organet, men arkivet har inga protokoll" in part
    assert "talar om 1 möte i organet, och arkivet har protokoll, utdrag eller anteckningar från det" in _part(
        page, "gruppen"
    )


def test_known_documents_that_are_missing(page: str) -> None:
    """A document that is known to exist is named; where none is known of, that is what is said."""
    part = _part(page, "namnden")
    assert "| Hållet | Inga handlingar | Protokoll |" in _row(part, "7\u00a0februari")
    assert "| Hållet | Inga handlingar | Framgår inte vad som finns |" in _row(part, "6\u00a0december")
    assert "| Bara protokollsutdrag (§ 12) | Framgår inte vad mer som finns |" in _row(part, "6\u00a0mars")
    assert "[11\u00a0januari 2024]" not in part.split("### Paragrafnummer")[0]


def test_what_was_taken_away_is_only_counted(page: str) -> None:
    """Removed meetings and masked items stand as numbers; nothing of them is told, and no name."""
    assert "- 2024: 1 möte\n" in _part(page, "namnden")
    assert "- 2024: 1 paragraf eller punkt\n" in _part(page, "gruppen")
    assert "Namnet på 1 person är borttaget" in page
    for words in ("§ 14", "2024-04-03", "Hemlig", "Enskild fråga", "Lucksson"):
        assert words not in page


def test_an_organ_without_meetings_says_so(page: str) -> None:
    """An organ that meets and has no meeting in the archive has its part; one that is only mentioned has none."""
    assert "Arkivet känner inga möten i organet." in _part(page, "arliga-radet")
    assert "{: #organ-presidiet }" not in page
    assert "Det följer inte möten i 1 organ som [bara är omnämnda](../organ/index.md#omnamnda)" in page


def test_an_archive_with_no_meetings(tmp_path: Path) -> None:
    """An empty archive has a page that claims nothing, without empty tables."""
    content = shutil.copytree(HERE / "content", tmp_path / "content")
    shutil.rmtree(content / "sammantraden")
    shutil.rmtree(content / "organ")
    empty = read(content, DAY)
    page = _page(empty)
    assert "Arkivet känner" not in page
    assert "|" not in page
    assert "\n## Så är det räknat" in page
    assert str(tackningsnot(empty)) == "Arkivet känner inga möten ([vad som saknas](/tackning/index.md))."


def test_long_lists_of_gaps_are_cut_and_counted(tmp_path: Path) -> None:
    """Of very many incomplete meetings the latest are shown, and the page says how many more there are and where."""
    content = shutil.copytree(HERE / "content", tmp_path / "content")
    for number in range(VISADE + 2):
        day = dt.date(2022, 1, 3) + dt.timedelta(days=number)
        path = content / "sammantraden" / "arliga-radet" / f"{day}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("status: okant\n", encoding="utf-8")
    part = _part(_page(read(content, DAY)), "arliga-radet")
    assert part.count("Okänt om det hölls") == VISADE
    assert "Ytterligare 2 äldre möten har luckor; se [alla organets möten](../moten/arliga-radet/index.md)." in part


def test_many_places_of_one_gap_are_cut_and_counted(tmp_path: Path) -> None:
    """Of many items that mention what is missing the first are linked, and the rest counted."""
    content = shutil.copytree(HERE / "content", tmp_path / "content")
    items = "".join(
        f"      - nr: § {number}\n        rubrik: Prov\n        underlag: [Bilaga]\n" for number in range(1, 10)
    )
    path = content / "sammantraden" / "utskottet" / "2024-05-15.yml"
    path.write_text(f"status: hallet\ndokument:\n  - slag: protokoll\n    punkter:\n{items}", encoding="utf-8")
    row = _row(_part(_page(read(content, DAY)), "utskottet").split("### Underlag")[1], "2024")
    assert "| 9 | inga | 9 finns inte i arkivet" in row
    assert row.count("](") == VISADE_LANKAR
    assert row.endswith(f", och {9 - VISADE_LANKAR} till |")


@pytest.mark.parametrize(
    ("organ", "year", "text"),
    [
        (None, None, "Arkivet känner 15 möten och har handlingar från 8 av dem."),
        ("namnden", 2024, "Arkivet känner 8 möten i organet år 2024 och har handlingar från 2 av dem."),
        ("namnden", 2023, "Arkivet känner 1 möte i organet år 2023 men har inga handlingar från det."),
        ("utskottet", 2024, "Arkivet känner 2 möten i organet år 2024 och har handlingar från alla."),
        ("namnden", None, "Arkivet känner 9 möten i organet och har handlingar från 2 av dem."),
        ("arliga-radet", None, "Arkivet känner inga möten i organet."),
        (None, 2023, "Arkivet känner 1 möte år 2023 men har inga handlingar från det."),
    ],
)
def test_the_note_of_a_list_is_exact(archive: Archive, organ: str | None, year: int | None, text: str) -> None:
    """The sentence says how many of the meetings it is about are known and how many have documents."""
    note = tackningsnot(archive, organ=organ, ar=year)
    where = " från organet" if organ else ""
    place = f"#organ-{organ}" if organ else ""
    assert str(note) == f"{text[:-1]} ([vad som saknas{where}](/tackning/index.md{place}))."


def test_the_real_archive(real: Archive) -> None:
    """The real records: 29 meetings, 11 with documents, and SRB's numbers of 2024."""
    known = kanda_moten(real)
    assert len(known) == 29
    assert str(tackningsnot(real)).startswith("Arkivet känner 29 möten och har handlingar från 11 av dem (")
    (series,) = _year(real, "strategisk-regional-beredning", 2024).nummer
    assert (series.har, series.namnda, series.fore) == ((22, 63), (6, 24), (1, 5))
    assert series.mellan == ((7, 21), (23, 23), (25, 62))
    sro = _year(real, "politiskt-samradsorgan-sro", 2023)
    assert sro.utfall == {"hallet": 2, "installt": 1, "okant": 1}
    assert sro.handlingar == {"motesanteckning": 1}


def test_the_real_page_is_whole(real: Archive) -> None:
    """Every known meeting of the real archive that is not whole stands on the page, and each organ has its part."""
    page = _page(real)
    for mote in kanda_moten(real):
        if innehav(mote) != "hela":
            assert f"](../moten/{mote.id}/index.md)" in page, mote.id
        assert utfall(real, mote) != "borttaget"
    assert all(f"{{: #organ-{one.organ} }}" in page for one in tackning(real))


@pytest.mark.parametrize("path", LISTOR)
def test_every_list_says_what_it_does_not_cover(made: dict[str, str], path: str) -> None:
    """Each list, and the search page, tells how many meetings are known and leads to the page of what is missing."""
    note = next(line for line in made[f"{path}/index.md"].splitlines() if line.startswith("Arkivet känner "))
    assert " och har handlingar från " in note
    assert f"tackning/index.md{LISTOR[path]}))." in note


def test_every_link_into_the_page_has_a_place_there(made: dict[str, str]) -> None:
    """An organ's pages lead to its own part, which is there once."""
    targets = {found for text in made.values() for found in re.findall(r"tackning/index\.md#([\w-]+)", text)}
    assert targets == {f"organ-{organ}" for organ in ("arliga-radet", "gruppen", "namnden", "utskottet")}
    assert all(made["tackning/index.md"].count(f"{{: #{target} }}") == 1 for target in targets)
