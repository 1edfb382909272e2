"""The pages of a miniature archive, whole: ``tests/views/moten/content`` gives ``tests/views/moten/sidor``.

``pytest tests/views --godkann`` writes the pages anew. What the pages must claim, and must not, is asserted beside.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import markdown
import pytest
from lxml import html  # type: ignore[import-untyped]

from generator.archive.archive import Archive
from generator.archive.check import check
from generator.records.folder import read_folder
from generator.views.artifacts import File, Page
from generator.views.site import artifacts
from tests.views.miniatyr import assert_accepted, read

HERE = Path(__file__).parent / "moten"
DAY = dt.date(2024, 4, 3)
OURS = ("index.md", "anslag/", "moten/")
PROTOKOLL = "moten/namnden/2024-03-06/index.md"
GRUPPEN = "moten/gruppen/2024-03-20/index.md"


def _archive(day: dt.date) -> Archive:
    return read(HERE / "content", day)


def _pages(day: dt.date = DAY) -> dict[str, str]:
    made = (one for one in artifacts(_archive(day)) if isinstance(one, Page))
    return {one.path: one.text for one in made if one.path == OURS[0] or one.path.startswith(OURS[1:])}


@pytest.fixture(scope="module")
def sidor() -> dict[str, str]:
    """Start, anslag and meeting pages of the miniature archive, by path."""
    return _pages()


def _section(page: str, anchor: str) -> str:
    """The part of a page below the heading with an anchor, up to the next heading."""
    return page.split(f"{{#{anchor}}}\n", 1)[1].split("\n#", 1)[0]


def test_the_miniature_archive_has_no_faults() -> None:
    """The records that the golden pages come from are in order themselves."""
    assert check(read_folder(HERE / "content"), DAY)[1] == []


def test_every_page_is_exactly_as_expected(sidor: dict[str, str], request: pytest.FixtureRequest) -> None:
    """Every page of the miniature archive is, word for word, the one that was read and accepted."""
    assert_accepted(sidor, HERE / "sidor", request)


def test_every_item_keeps_its_anchor(sidor: dict[str, str]) -> None:
    """Each item of each meeting can be linked to, also where it was masked, moved or taken away, exactly once."""
    for item in _archive(DAY).punkter.values():
        page = sidor[f"moten/{item.mote}/index.md"]
        places = page.count(f"{{#{item.ankare}}}") + page.count(f'<span id="{item.ankare}"></span>')
        assert places == 1, item.id


def test_what_the_document_says_and_what_the_archive_says_are_told_apart(sidor: dict[str, str]) -> None:
    """Wording of the document stands as a quotation under its own mark, a summary under another."""
    item = _section(sidor[PROTOKOLL], "p5")
    assert "Text *– handlingens ordalydelse*{ .marke }\n:   > Nämnden har frågan" in item
    assert "Innehåll *– referat av arkivet*{ .marke }\n:   Talarna var överens" in item
    assert "Härlett: i kallelsen" in item or "Härlett: punkt i kallelsen" in item


def test_proposal_and_decision_are_two_things(sidor: dict[str, str]) -> None:
    """A förslag is never shown as a beslut: a point of the kallelse has only the first."""
    item = _section(sidor[PROTOKOLL], "p5")
    assert item.index("Förslag till beslut *") < item.index("\nBeslut *")
    called = _section(sidor[PROTOKOLL], "k2")
    assert "Förslag till beslut" in called
    assert "\nBeslut" not in called


def test_a_group_without_power_decides_nothing_that_can_be_appealed(sidor: dict[str, str]) -> None:
    """In minnesanteckningar a "beslut" is said to be the group's own, and the meeting has no word of an appeal day."""
    assert "Beslut i gruppen – inte överklagbart." in _section(sidor[GRUPPEN], "p4")
    assert "inte överklagbart" not in sidor[PROTOKOLL]
    assert "sista dag" not in sidor[GRUPPEN].lower()


def test_nobody_is_absent_who_is_only_missing(sidor: dict[str, str]) -> None:
    """Only those whom the document prints as absent are; an empty seat is nobody; those called need not have come."""
    page = sidor[PROTOKOLL]
    absent = _section(page, "dokument-2-franvarande")
    assert "Gun Provkvist" in absent
    assert "Provkvist" not in page.replace(absent, "")
    assert page.count("Frånvarande") == len(["the heading", "the list"])
    assert "- Vakant (ingen person)" in page
    called = _section(page, "dokument-1-kallade")
    assert "säger inte att personen var där" in called
    assert "[Cyrus Provman]" in called


def test_a_substitute_is_shown_with_whom_and_which_paragraphs(sidor: dict[str, str]) -> None:
    """The row says for whom, with the archive's name where the printed one differs, and keeps the printed line."""
    row = next(line for line in sidor[PROTOKOLL].splitlines() if "ersätter [" in line)
    assert "[Cyrus Provman](../../../personer/cyrus-provman/index.md) (M)" in row
    assert "ersätter [Doris Latsasdotter](../../../personer/doris-latsasdotter/index.md) (C)" in row
    assert "i arkivet Doris Låtsasdotter" in row
    assert "§§ 5–6" in row
    assert "Tryckt rad: ”Cyrus Provman (M) ersätter Doris Latsasdotter (C), Granvik, §§ 5–6”" in row


def test_a_guest_is_named_without_a_link(sidor: dict[str, str]) -> None:
    """Someone who has no page stands as plain text."""
    assert "Frank Gästman" in sidor[PROTOKOLL]
    assert "[Frank Gästman]" not in sidor[PROTOKOLL]


def test_an_uppdrag_leads_to_its_report_and_back(sidor: dict[str, str]) -> None:
    """Where it was given one sees where it was reported; where it was reported, where it was given."""
    assert "Återrapporterat och avslutat i [Övningsgruppen 20–21 mars 2024 punkt 4 " in _section(sidor[PROTOKOLL], "p5")
    assert "som gavs i [Samlingsnämnden &#38; co 6 mars 2024 § 5]" in _section(sidor[GRUPPEN], "p4")


def test_backlinks_leave_out_the_own_meeting(sidor: dict[str, str]) -> None:
    """The list of backlinks names each place once and never the meeting itself."""
    below = _section(sidor[PROTOKOLL], "p5").split("Länkar hit", 1)[1]
    assert below.count("12 juni 2024") == 1
    assert "2024-03-06" not in below


def test_a_planned_day_that_passes_is_not_a_meeting_held() -> None:
    """A planned meeting stays planned; after its day the page says that nothing shows whether it was held."""
    path = "moten/namnden/2024-06-12/index.md"
    assert ":   Planerat (härlett)\n" in _pages(dt.date(2024, 6, 12))[path]
    assert ":   Planerat; om det hölls framgår inte av arkivet (härlett)\n" in _pages(dt.date(2024, 6, 13))[path]


def test_what_was_taken_away_is_gone_and_says_so(sidor: dict[str, str]) -> None:
    """A masked § and a removed meeting leave their day and reason, and nothing of their text anywhere."""
    assert "Rör en enskild." in _section(sidor[PROTOKOLL], "p6b")
    assert "Handlingen hade personuppgifter." in sidor["moten/namnden/2024-02-01/index.md"]
    for page in sidor.values():
        assert "får inte synas" not in page
        assert "Enskild fråga" not in page


def test_a_moved_meeting_answers_at_its_old_address(sidor: dict[str, str]) -> None:
    """The old page links to the new one, which names the old one; lists and neighbours skip the old."""
    assert "](../2024-01-11/index.md)" in sidor["moten/namnden/2024-01-10/index.md"]
    assert "Tidigare adress" in sidor["moten/namnden/2024-01-11/index.md"]
    assert "Föregående" not in sidor["moten/namnden/2024-01-11/index.md"]


def test_record_text_is_never_markup(sidor: dict[str, str]) -> None:
    """Signs with a meaning in Markdown or HTML show as themselves, in headings, tables and front matter."""
    page = sidor[PROTOKOLL]
    assert "§ 6 Val &#38; &#34;övrigt&#34; &#60; 3 &#124; &#35; 1 &#123;x&#125; {#p6}" in page
    assert "| Mars | Start &#124; paus |" in page
    assert "Protokoll &#42;nr 2&#42;" in page
    assert 'title: "Samlingsnämnden &amp; co 6 mars 2024"' in page
    assert "rapport_%281%29.pdf" in page


def test_titles_are_unique_and_every_page_has_one_first_heading(sidor: dict[str, str]) -> None:
    """No two pages carry the same title; each has one h1 and no heading skips a level."""
    titles = [text.split("\n")[1] for text in sidor.values()]
    assert len(set(titles)) == len(titles)
    for path, text in sidor.items():
        levels = [len(line) - len(line.lstrip("#")) for line in text.splitlines() if line.startswith("#")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_files_lie_at_their_address_and_are_linked_from_where_they_belong(sidor: dict[str, str]) -> None:
    """A file below content/filer/ is laid at /filer/, and its bilaga links to it relative to the page."""
    files = [one.path for one in artifacts(_archive(DAY)) if isinstance(one, File)]
    assert "filer/bilaga-1.txt" in files
    assert '<a href="../../../filer/bilaga-1.txt">Bilaga 1</a>' in sidor[PROTOKOLL]


def test_markdown_makes_structure_of_every_page(sidor: dict[str, str]) -> None:
    """Rendered with the site's extensions no sign of Markdown is left over, and an entry of a list stays an entry."""
    extensions = ["attr_list", "md_in_html", "tables", "def_list", "admonition"]
    for path, text in sidor.items():
        tree = html.fromstring(markdown.markdown(text.split("---\n", 2)[2], extensions=extensions))
        seen = " ".join(" ".join(tree.itertext()).split())
        for left in ("**", "{#", "{ .", ":   ", "!!!", "](", "---", " - ["):
            assert left not in seen, (path, left)
    tree = html.fromstring(markdown.markdown(sidor[PROTOKOLL], extensions=extensions))
    rows = [" ".join(row.text_content().split()) for row in tree.xpath("//li[contains(., '(ingen person)')]")]
    assert rows == ["Vakant (ingen person) Arkivets anmärkning: Platsen är inte tillsatt."]


def test_nothing_that_was_taken_away_is_left_on_any_page() -> None:
    """Neither the title nor the text of a masked item or a removed meeting stands in any artifact of the site."""
    for one in artifacts(_archive(DAY)):
        text = one.text if isinstance(one, Page) else one.data.decode()
        for words in ("Det här får inte synas", "Enskild fråga", "Något som inte får synas"):
            assert words not in text, one.path
