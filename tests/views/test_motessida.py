"""A meeting's page holds whatever a meeting may hold, sets förslag against beslut, and can be linked and cited."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import time
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]

from generator.archive.archive import Archive
from generator.model.beslut import Omrostning, Sats
from generator.model.sammantrade import Dokument
from generator.views.delar.dokumentlage import stallning
from generator.views.delar.jamforelse import jamforelse
from generator.views.delar.rostband import motsagelser, rostband
from generator.views.pages import mote
from tests.views.miniatyr import read
from tests.views.tung import LONG_TITLE, MINIATYR, PATH, tungt

DAY = dt.date(2024, 6, 1)
BEHOV = Path(__file__).parents[1] / "model" / "behov"
EXTENSIONS = ["attr_list", "md_in_html", "tables", "def_list", "admonition"]


@pytest.fixture(scope="module")
def arkiv(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The miniature archive with the heavy meeting."""
    return read(tungt(tmp_path_factory.mktemp("tung")), DAY)


@cache
def _miniature() -> Archive:
    return read(MINIATYR, DAY)


def _pages(archive: Archive) -> dict[str, str]:
    return {one.path: one.make().text for one in mote.pages(archive)}


@pytest.fixture(scope="module")
def sida(arkiv: Archive) -> str:
    """The page of the heavy meeting."""
    return _pages(arkiv)[PATH]


def _item(page: str, anchor: str) -> str:
    return page.split(f"{{#{anchor}}}\n", 1)[1].split("\n## ", 1)[0]


def _rows(archive: Archive, forslag: str, beslut: str) -> list[list[tuple[str, str]]]:
    found = jamforelse(archive, [Sats(text=forslag)], [Sats(text=beslut)], "handlingen")
    assert found is not None
    return [] if found["lika"] else found["rader"]


def test_a_beslut_with_the_words_of_the_forslag_is_said_to_be_it(arkiv: Archive) -> None:
    """Line breaks, dashes, quotation marks, links and the last stop make no difference; a letter or a comma does."""
    assert _rows(arkiv, "Antas – den ”nya”\nplanen.", 'Antas - den "nya"  planen') == []
    assert _rows(arkiv, "Se [[namnden/2024-03-06#p5|målen]].", "Se *målen*.") == []
    assert _rows(arkiv, "Antas i dag.", "Antas, i dag.") != []
    assert _rows(arkiv, "Antas av Nämnden.", "Antas av nämnden.") != []


def test_the_difference_is_told_word_by_word(sida: str) -> None:
    """A changed word is struck out and added, a sentence left out is struck out whole, an equal one stands plain."""
    item = _item(sida, "p20")
    assert "Förslag och beslut *– jämfört av arkivet*" in item
    assert "- Nämnden antar planen – den ”nya” – i dess helhet \n" in item
    assert 'i <del><span class="dold">struket: </span>maj.<span class="dold"> (slut på struket)</span></del>' in item
    assert '<ins><span class="dold">tillagt: </span>juni &#38; &#91;juli&#93;.<' in item
    assert '- <del><span class="dold">struket: </span>Nämnden avslår resten.' in item
    assert "Beslut enligt förslag" not in item


@given(
    st.lists(st.sampled_from(["Nämnden", "antar", "inte", "planen", "i", "maj"]), min_size=1, max_size=12),
    st.lists(st.sampled_from(["Nämnden", "avslår", "inte", "planen", "i", "juni"]), min_size=1, max_size=12),
)
def test_the_difference_gives_back_both_texts(before: list[str], after: list[str]) -> None:
    """What is not added is the förslag, what is not struck out is the beslut, whatever the words."""
    rows = _rows(_miniature(), " ".join(before), " ".join(after))
    bits = [bit for row in rows for bit in row]
    if before != after:
        assert " ".join(text for slag, text in bits if slag != "tillagt").split() == before
        assert " ".join(text for slag, text in bits if slag != "struket").split() == after
    else:
        assert bits == []


def test_a_text_without_end_takes_no_time(arkiv: Archive) -> None:
    """Thousands of words that are all alike are told as one text for another, exactly."""
    before, after = "början " + "ja nej " * 3000 + "slut.", "början " + "nej ja ja " * 2000 + "slut."
    began = time.process_time()
    (row,) = _rows(arkiv, before, after)
    assert time.process_time() - began < 2
    assert " ".join(text for slag, text in row if slag != "tillagt") == before
    assert " ".join(text for slag, text in row if slag != "struket") == after


def test_rival_forslag_are_not_mixed(sida: str) -> None:
    """Of several proposers the one whose förslag became the beslut is named; another beslut is nobody's."""
    assert "**Beslut enligt förslag från Sven Utanparti**" in _item(sida, "p22")
    assert "Beslutet är inte ordagrant lika med något av förslagen." in _item(sida, "p23")


def test_a_beslut_that_says_itself_what_it_is_is_left_alone(sida: str) -> None:
    """Where the document writes "enligt förslaget", the archive adds nothing."""
    assert "jämfört av arkivet" not in _item(sida, "p24")


def test_two_texts_with_nothing_in_common_are_not_ground_to_crumbs(sida: str) -> None:
    """A beslut of other words is shown as one text struck out and another added."""
    assert len(re.findall(r"<(?:del|ins)>", _item(sida, "p25").split("Struket</del> stod")[0])) == 3


def test_a_beslut_is_set_against_the_kallelse_where_the_protokoll_has_no_forslag(tmp_path: Path) -> None:
    """The förslag of the tied point of the kallelse is compared, and said to be from there."""
    content = tmp_path / "content"
    shutil.copytree(MINIATYR, content)
    record = content / "sammantraden" / "namnden" / "2024-05-20.yml"
    record.write_text(
        "status: hallet\ndokument:\n"
        "  - {slag: kallelse, punkter: [{nr: 1, rubrik: Grind, forslag: Grinden målas röd.}]}\n"
        "  - {slag: protokoll, punkter: [{nr: § 1, rubrik: Grind, i_kallelsen: 1, beslut: Grinden målas röd.}]}\n"
    )
    page = _pages(read(content, DAY))["moten/namnden/2024-05-20/index.md"]
    assert "**Beslut enligt förslag** i kallelsen" in page


def test_a_vote_is_drawn_with_its_facts_in_words(sida: str) -> None:
    """The band has the same numbers as its text and the table, and parts that fill it."""
    item = _item(sida, "p21")
    assert 'role="img" aria-label="Röster: Ja 17, Nej 12 och Avstår 1">' in item
    assert "| Ja | Kommunal" in item
    band = rostband(Omrostning.model_validate({"ja": "17", "nej": "12", "avstar": "1"}))
    assert band is not None
    assert [(one["x"], one["bredd"]) for one in band["delar"]] == [
        ("0.00%", "56.67%"),
        ("56.67%", "40.00%"),
        ("96.67%", "3.33%"),
    ]
    assert [one["text"] for one in band["delar"]] == ["Ja 17", "Nej 12", ""]


def test_totals_and_roll_call_that_differ_are_both_shown(sida: str) -> None:
    """They are shown as printed and said to differ; where names are not printed nothing is said of them."""
    assert "antalet för Ja är 17, och röstlistan har 1 namn. Båda återges som de är tryckta." in _item(sida, "p21")
    roster = {"ja": ["A B"], "nej": ["C D"]}
    vote = Omrostning.model_validate({"ja": "2", "nej": "1", "franvarande": "4", "roster": roster})
    assert motsagelser(vote) == [{"svar": "Ja", "tal": 2, "namn": 1}]


def test_votes_counted_by_the_archive_are_said_to_be(sida: str) -> None:
    """Without printed totals the roll call is counted, and said to be; without either there is no band."""
    assert "Räknat av arkivet ur den tryckta röstlistan: Ja 1 och Nej 1." in _item(sida, "p21")
    assert "Omröstning 2 *– som den är tryckt*" in _item(sida, "p21")
    assert rostband(Omrostning.model_validate({"ja": "0", "nej": "0"})) is None
    assert rostband(Omrostning.model_validate({"text": "Sluten omröstning.", "sluten": "ja"})) is None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"slag": "kallelse"}, None),
        ({"slag": "protokoll", "tillgang": "saknas"}, None),
        ({"slag": "minnesanteckningar"}, "justeras inte"),
        ({"slag": "protokoll"}, "om det är justerat framgår inte av handlingen"),
        ({"slag": "protokoll", "version": "Ojusterat"}, "ojusterat"),
        ({"slag": "protokoll", "justering": {"utsedda": ["A B"]}}, "om det är justerat framgår inte av handlingen"),
        ({"slag": "protokoll", "justering": {"datum": "2024-06-03"}}, "justerat 3 juni 2024"),
        (
            {"slag": "protokoll", "justering": {"omfattar": "§ 4", "datum": "2024-06-03"}},
            "justerat (§ 4) 3 juni 2024",
        ),
        (
            {"slag": "protokoll", "punkter": [{"nr": "1", "rubrik": "A", "justerad": "Justerad"}]},
            "justerat paragraf för paragraf",
        ),
    ],
)
def test_a_document_is_as_final_as_it_says(fields: dict[str, object], said: str | None) -> None:
    """Justerat, ojusterat or never to be, and where nothing is printed, that nothing is."""
    assert stallning(Dokument.model_validate(fields)) == said


def test_each_item_has_its_link_its_citation_and_itself_alone(sida: str, arkiv: Archive) -> None:
    """Every § has a link to its anchor, an address where it stands alone, and a citation that ends in its address."""
    for item in arkiv.moten["namnden/2024-05-15"].punkter:
        if item.foralder is None:
            what = f'<span class="bredare"> till § {item.nummer}</span>'
            assert f'<a class="kopiera" href="#{item.ankare}">Länk{what}</a>' in sida
            assert f'id="utdrag-{item.ankare}"' in sida
            address = f"https://prov.example.org/arkiv/moten/namnden/2024-05-15/&#35;{item.ankare}"
            assert f"Samlingsnämnden &#38; co, protokoll 15 maj 2024, § {item.nummer} " in _item(sida, item.ankare)
            assert f"Provarkivet, {address}</p></details>" in _item(sida, item.ankare)


def test_a_masked_item_is_neither_cited_nor_printed_alone(tmp_path: Path) -> None:
    """What was taken away has its anchor left and nothing to copy."""
    content = tmp_path / "content"
    shutil.copytree(MINIATYR, content)
    (content / "sammantraden" / "namnden" / "2024-05-20.yml").write_text(
        "status: hallet\ndokument:\n  - slag: protokoll\n    punkter:\n"
        "      - {nr: § 1, rubrik: Hemligt, maskad: {datum: 2024-05-21, skal: Rör en enskild.}}\n"
    )
    page = _pages(read(content, DAY))["moten/namnden/2024-05-20/index.md"]
    assert "{#p1}" in page
    assert 'class="verktyg"' not in page
    assert "Hemligt" not in page


def test_a_cancelled_meeting_says_so_first(tmp_path: Path) -> None:
    """Before anything else the page says that the meeting is off, and what comes instead."""
    content = tmp_path / "content"
    shutil.copytree(MINIATYR, content)
    (content / "sammantraden" / "namnden" / "2024-05-20.yml").write_text(
        "status: installt\nersatts_av: namnden/2024-06-12\n"
    )
    page = _pages(read(content, DAY))["moten/namnden/2024-05-20/index.md"]
    assert '!!! warning "Mötet är inställt"\n    I stället hålls [' in page
    assert "](../2024-06-12/index.md).\n" in page
    assert page.index("inställt") < page.index("Organ\n:")
    assert "Arkivet vet inte vad mötet behandlade" in page


def test_to_abstain_and_to_take_no_part_are_two_things(behov: dict[str, str]) -> None:
    """Each is shown under its own name, with the document's own words."""
    page = behov["29-deltar-inte.yml"]
    assert "Deltar inte i beslutet *– handlingens ordalydelse*" in page
    assert "\nAvstår *– handlingens ordalydelse*" in page


def _problems(text: str) -> list[str]:
    """What is wrong with a page's structure."""
    tree = html.fromstring(markdown.markdown(text.split("---\n", 2)[2], extensions=EXTENSIONS))
    seen = " ".join(" ".join(tree.itertext()).split())
    found = [left for left in ("**", "{#", "{ .", ":   ", "!!!", "](", " - [", "markdown=") if left in seen]
    levels = [int(one.tag[1]) for one in tree.iter() if isinstance(one.tag, str) and re.fullmatch("h[1-6]", one.tag)]
    found += ["h1"] if levels.count(1) != 1 or levels[0] != 1 else []
    found += ["heading order"] if any(after - before > 1 for before, after in pairwise(levels)) else []
    return found + [id_ for id_, times in Counter(tree.xpath("//@id")).items() if times > 1]


@pytest.fixture(scope="module")
def behov(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The page of every record of a meeting that the data model was made for, each on a day of its own."""
    content = tmp_path_factory.mktemp("behov") / "content"
    shutil.copytree(MINIATYR, content)
    records = [one for one in sorted(BEHOV.rglob("*.yml")) if "schema/sammantrade.json" in one.read_text("utf-8")]
    start, names = dt.date(2030, 1, 1), {}
    for number, record in enumerate(records):
        day = start + dt.timedelta(days=7 * number)
        target = content / "sammantraden" / "gruppen" / f"{day}.yml"
        text = re.sub(r"^(till_datum|avpublicerad):.*\n(?:  .*\n)*", "", record.read_text("utf-8"), flags=re.MULTILINE)
        target.write_text(text, encoding="utf-8")
        names[f"moten/gruppen/{day}/index.md"] = str(record.relative_to(BEHOV))
    pages = _pages(read(content, DAY))
    return {names[path]: text for path, text in pages.items() if path in names}


def test_every_need_of_the_model_has_a_sound_page(behov: dict[str, str]) -> None:
    """All kinds of section that a record may have give a page in order: headings, ids, and no sign of Markdown left."""
    assert len(behov) > 40
    assert {name: found for name, text in behov.items() if (found := _problems(text))} == {}


def test_forty_parts_and_a_long_title_are_all_there(sida: str) -> None:
    """Nothing is cut: forty sub-items under their §, the whole title, a name without a party without brackets."""
    assert _problems(sida) == []
    assert sum(f"Delfråga {number} godkänns." in sida for number in range(1, 41)) == 40
    assert f"## § 20 {LONG_TITLE.strip()} {{#p20}}" in sida
    assert "- [Sven Utanparti](../../../personer/sven-utanparti/index.md)\n" in sida
