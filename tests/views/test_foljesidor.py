"""The pages that follow something through the archive: persons, cases, organ, authorities, uppdrag; and the rest.

``foljesidor/content`` is a miniature archive of invented persons, ``foljesidor/sidor`` everything that these pages say
of it. ``pytest tests/views/test_foljesidor.py --godkann`` writes the pages anew.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.personnamn import bokstav, registernamn, registernyckel
from generator.model.person import Person
from generator.records.folder import SIDOR
from generator.views.delar.korttext import borjan
from generator.views.delar.sidtext import sidtext
from generator.views.pages import arenden, huvudman, om, ordlista, organ, personer, sok, uppdrag
from tests.views.miniatyr import assert_accepted, read

HERE = Path(__file__).parent / "foljesidor"
MODULES = (arenden, huvudman, om, ordlista, organ, personer, sok, uppdrag)
REMOVED = "{datum: 2024-05-01, skal: prov}"
DAY = dt.date(2024, 6, 1)


def _archive(content: Path) -> Archive:
    return read(content, DAY)


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The miniature archive on a day when one uppdrag is late and one can not be judged."""
    return _archive(HERE / "content")


@pytest.fixture(scope="module")
def pages(archive: Archive) -> dict[str, str]:
    """Every page, by path."""
    return {page.path: page.make().text for module in MODULES for page in module.pages(archive)}


def test_the_pages_say_exactly_this(pages: dict[str, str], request: pytest.FixtureRequest) -> None:
    """The pages of the miniature archive are the expected ones, no more and no fewer."""
    assert_accepted(pages, HERE / "sidor", request)


def test_two_builds_are_alike(pages: dict[str, str]) -> None:
    """The pages of an archive read again are the same."""
    again = _archive(HERE / "content")
    assert {page.path: page.make().text for module in MODULES for page in module.pages(again)} == pages


def test_a_substitute_is_shown_for_whom(pages: dict[str, str]) -> None:
    """A person who serves for different people in different organ is shown with each of them, linked."""
    text = pages["personer/alma-testsson/index.md"]
    assert "Provnämnden: tjänstgjorde för [Cyrus von Testsson](../cyrus-von-testsson/index.md) (C)" in text
    assert "Samverkansgrupp Övning: tjänstgjorde för [Östen Öberg](../osten-oberg/index.md) (Ö)" in text
    assert "## Ersattes av" in pages["personer/osten-oberg/index.md"]


def test_nobody_is_absent_from_a_list_alone(pages: dict[str, str]) -> None:
    """Who is called and not listed is only called, who sent word has förhinder; only who is printed absent is so."""
    printed = [path for path, text in pages.items() if "rånvarande" in text]
    assert printed == ["personer/berit-provman-ek/index.md"]
    assert "## Frånvarande enligt handlingen" in pages[printed[0]]
    assert "## Anmält förhinder" in pages["personer/osten-oberg/index.md"]
    assert "Vakant" not in "".join(pages.values())


def test_guests_have_no_page_and_no_list(pages: dict[str, str]) -> None:
    """A guest has no page and stands in no register."""
    assert not [path for path in pages if "gusten" in path]
    assert "Gusten" not in pages["personer/index.md"]


def test_look_alikes_are_told_from_both_sides(pages: dict[str, str]) -> None:
    """A decision that two persons are two stands on both pages, although one record holds it."""
    assert "[Alma Testsson](../alma-testsson/index.md): Olika" in pages["personer/cyrus-von-testsson/index.md"]
    assert "[Cyrus von Testsson](../cyrus-von-testsson/index.md): Olika" in pages["personer/alma-testsson/index.md"]


@pytest.mark.parametrize(
    ("namn", "efternamn", "registernamn_", "letter"),
    [
        ("Lina Prov", None, "Prov, Lina", "P"),
        ("Lina von Åprov", None, "von Åprov, Lina", "Å"),
        ("Lina Prov Ek", None, "Ek, Lina Prov", "E"),
        ("Lina Prov Ek", "Prov Ek", "Prov Ek, Lina", "P"),
        ("Lina Öprov", None, "Öprov, Lina", "Ö"),
        ("Lina Éprov", None, "Éprov, Lina", "E"),
        ("Lina", None, "Lina", "L"),
    ],
)
def test_place_in_the_register(namn: str, efternamn: str | None, registernamn_: str, letter: str) -> None:
    """The surname is the last word with small words before it, unless the record says otherwise."""
    person = Person.model_validate({"namn": namn, "lasarklass": "fortroendevald", "efternamn": efternamn})
    assert (registernamn(person), bokstav(person)) == (registernamn_, letter)


def test_the_register_is_in_swedish_order() -> None:
    """A–Ö is in Swedish order, small words before a surname left out of account."""
    names = ["Bo Öprov", "Bo Äprov", "Bo Åprov", "Bo Zprov", "Bo von Aprov"]
    persons = [Person.model_validate({"namn": name, "lasarklass": "gast"}) for name in names]
    assert [one.namn for one in sorted(persons, key=registernyckel)] == list(reversed(names))


def test_a_case_leads_to_every_step(pages: dict[str, str]) -> None:
    """A case leads to each item of it in every organ, to where it is mentioned and to the meeting where it is due."""
    text = pages["arenden/ovningen/index.md"]
    for target in (
        "namnden/2024-02-01/index.md#p4",
        "gruppen/2024-03-01/index.md#k1",
        "gruppen/2024-03-01/index.md#p1",
    ):
        assert f"](../../moten/{target})" in text
    assert "Nämns i **[punkt 1 Laget runt](../../moten/gruppen/2024-04-10/index.md#p1)**" in text
    assert "### [Provnämnden 2 maj 2024]" in text
    assert "Ärendet omfattar [Kartan](../kartan/index.md)" in text


def test_late_only_where_the_archive_can_know(pages: dict[str, str]) -> None:
    """An uppdrag is late only where the documents up to its day are held, else the missing meeting is named."""
    ledger = pages["uppdrag/index.md"].partition("## Efter organ")[0]
    late, _, rest = ledger.partition("## Dagen har passerat")
    assert "ta fram ett program" in late
    assert "**försenat**" in late
    assert "ingen återrapport i arkivet; protokoll från [Provnämnden 2 maj 2024]" in rest
    assert "försen" not in rest.casefold()


def test_each_uppdrag_has_its_address(archive: Archive, pages: dict[str, str]) -> None:
    """Each uppdrag of the archive stands once in the ledger, under its anchor."""
    anchors = re.findall(r"^### .*\{: #(\S+) \}$", pages["uppdrag/index.md"], re.MULTILINE)
    assert sorted(anchors) == sorted(one.id.replace("/", "-").replace("#", "-") for one in archive.uppdrag)


def test_what_was_taken_away_is_not_told_elsewhere(tmp_path: Path) -> None:
    """Nothing of a removed meeting or item stands on the pages that follow it, although the record still holds it."""
    content = shutil.copytree(HERE / "content", tmp_path / "content")
    motes = content / "sammantraden"
    _replaced(motes / "gruppen" / "2024-03-01.yml", "status: hallet", f"status: hallet\navpublicerad: {REMOVED}")
    _replaced(motes / "namnden" / "2024-02-01.yml", "      - nr: § 4", f"      - nr: § 4\n        maskad: {REMOVED}")
    text = "".join(page.make().text for module in MODULES for page in module.pages(_archive(content)))
    assert "(borttagen)" in text
    for gone in ("Övningen hålls i oktober", "ta fram ett program", "planera övningen", "Vill öva", "ersätter Östen"):
        assert gone not in text
    assert "Stor övning &#124;" not in text


def _replaced(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_titles_are_unique(archive: Archive, tmp_path: Path) -> None:
    """Two persons of one name get pages with different titles."""
    content = shutil.copytree(HERE / "content", tmp_path / "content")
    (content / "personer" / "alma-testsson-2.yml").write_text(
        "namn: Alma Testsson\nlasarklass: fortroendevald\n", encoding="utf-8"
    )
    titles = [re.search(r"^title: .*$", page.make().text, re.MULTILINE) for page in personer.pages(_archive(content))]
    found = [one.group() for one in titles if one]
    assert len(found) == len(set(found)) == len([*personer.pages(archive)]) + 1


def test_short_text_keeps_links_whole(archive: Archive) -> None:
    """The first words of a text never cut a link in two, and say that more follows."""
    text = "Ett två tre [[namnden/2024-02-01#p4|den långa länken]] slut."
    assert borjan(archive, text, 4) == "Ett två tre …"
    assert borjan(archive, text, 6).startswith(
        "Ett två tre [den långa länken](/moten/namnden/2024-02-01/index.md#p4) …"
    )
    assert borjan(archive, text).endswith(" slut.")


def test_staff_pages_have_headings_with_addresses(archive: Archive) -> None:
    """A heading in a staff page stands below the page's own, with an address; markup in it is only text."""
    assert sidtext(archive, "# Om å\nText <b>") == "## Om å {: #om-a }\n\nText &#60;b&#62;"


def test_every_staff_page_is_shown(archive: Archive, pages: dict[str, str]) -> None:
    """What staff may write in content/sidor/ stands on the page of that name."""
    assert set(archive.sidor) == set(SIDOR)
    for name, sheet in archive.sidor.items():
        assert sidtext(archive, sheet.text) in pages[f"{name}/index.md"].replace("](../", "](/")


def test_the_indexes_of_the_ledger_tell_each_state(pages: dict[str, str]) -> None:
    """By giver and by receiver, every uppdrag stands under its state, in the same words for both."""
    givers, _, receivers = pages["uppdrag/index.md"].partition("## Efter organ")[2].partition("## Efter mottagare")
    assert "(../organ/namnden/index.md): 2\n    - Dagen har passerat, ingen återrapport i arkivet: [PN" in givers
    assert "(../personer/doris-asamark/index.md): 1\n    - Försenat: [Samverkansgrupp Övning" in receivers
    for part in (givers, receivers):
        assert sorted(set(re.findall(r"index\.md#([\w-]+)\)", part))) == sorted(
            re.findall(r"^### .*\{: #(\S+) \}$", pages["uppdrag/index.md"], re.MULTILINE)
        )


def test_parts_of_a_person_stand_under_their_headings(pages: dict[str, str]) -> None:
    """Who is justerare is told for which §§, who is jävig in which §; each under a heading of its own."""
    alma, cyrus = (pages[f"personer/{name}/index.md"] for name in ("alma-testsson", "cyrus-von-testsson"))
    assert "### Justerare {: #justerare }\n\n- [Provnämnden 1 februari 2024]" in alma
    assert "§ 4: utsedd justerare (protokoll)" in alma
    assert "### Jäv {: #jav }\n\n- [Provnämnden 1 februari 2024]" in cyrus
    assert "### Justerare" not in cyrus
