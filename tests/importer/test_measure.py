"""How facts are compared, and how silent errors are told from those that the draft owns up to."""

from __future__ import annotations

import pytest

from generator.importer.measure.drafts import marks
from generator.importer.measure.facit import facts, read_facit
from generator.importer.measure.facts import Fact, plain_text, words
from generator.importer.measure.measure import Matning, Utfall, compare, total
from generator.importer.measure.tables import BORJAN, SLUT, as_markdown, as_text, per_document, per_kind, placed

FACIT = """\
moten:
  - organ_tryckt: Skogsnämnden
    datum: 2025-03-04
    status: hallet
    tid: kl. 9.00–10.15
    dokument:
      - slag: protokoll
        omfattar: §§ 3–4
        narvaro:
          beslutande:
            - Alva Ek (S), ordförande
            - Bo Al (V) ersätter Cilla By (MP) §§ 3
            - rad: Vakant (M)
        punkter:
          - nr: § 3
            rubrik: Vägen till  Berga
            arenden: SN 2025/7
            forslag: Nämnden beslutar att **vägen** lagas.
            beslut:
              - text: att vägen lagas.
            underpunkter:
              - nr: a)
                rubrik: Bron
            omrostningar:
              - ja: 4
                nej: 2
                ja_betyder: bifall
                roster:
                  nej: [Bo Al (V)]
        justering:
          omfattar: §§ 3–4
          utsedda: [Bo Al (V)]
"""


def _values(text: str = FACIT) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for mote in read_facit(text, "x"):
        for fact in facts(mote, "skogsnämnden"):
            found.setdefault(fact.falt, []).append(fact.varde)
    return found


def test_a_record_is_many_facts() -> None:
    """Each kind of fact is found where it stands, with the number of its item, and what is nobody is no person."""
    found = _values()
    assert found["möten"] == [("skogsnämnden", "2025-03-04")]
    assert found["plats och tid"] == [("tid", "09:00:00", "10:15:00")]
    assert found["personer"] == [
        ("beslutande", "Alva Ek", "S", "ordförande", "", ""),
        ("beslutande", "Bo Al", "V", "", "", "Cilla By (MP)"),
    ]
    assert found["§§ och distans"] == [("Bo Al", "((3, 3),)", "", ""), ("omfattar", "((3, 4),)")]
    assert found["punkter"] == [("3", "Vägen till Berga"), ("3a", "Bron")]
    assert found["diarienummer"] == [("3", "SN2025/7")]
    assert found["omröstningar"] == [("3", "4", "2", "0"), ("3", "ja_betyder", "bifall"), ("3", "nej", "Bo Al")]
    assert found["justering"] == [("utsedda", "Bo Al")]


def test_a_sentence_is_its_words() -> None:
    """A förslag is the same as a beslut where only typography and the words that lead in differ."""
    found = _values()
    assert found["förslag"] == found["beslut"] == [("3", "att vägen lagas.")]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Kontoret —  §§ 3–4", "Kontoret-§§ 3-4"),
        ("- en\n- två", "en två"),
        ("se [[x/2025-01-01#p1|mötet]] och [sidan](https://x.se)", "se mötet och sidan"),
        ("1\\. *Beslut*", "1. Beslut"),
        ("”så” sade hon", '"så" sade hon'),
        ("gång- och cykelväg", "gång- och cykelväg"),
    ],
)
def test_typography_is_not_compared(text: str, same: str) -> None:
    """Dashes, quotation marks, white space and Markdown do not make two texts different; a letter does."""
    assert plain_text(text) == same


def test_an_organisation_is_its_words() -> None:
    """Title and organisation are the same in whatever order and field they stand."""
    assert words("Region Norrvik", "trafikchef") == words("Trafikchef, Region Norrvik")


def _fact(value: str) -> Fact:
    return Fact("beslut", (value,), ())


def test_an_error_that_is_marked_is_not_silent() -> None:
    """A wrong value that the draft marks stands for the one that is lacking; without a mark it is a silent error."""
    truth = [_fact("a"), _fact("b")]
    right, marked = compare(truth, [(_fact("a"), False), (_fact("x"), True)])
    assert right["beslut"] == Utfall(2, 2, 1, 0)
    assert marked == ("− beslut: b", "+ beslut: x")
    silent, told = compare(truth, [(_fact("a"), False), (_fact("x"), False)])
    assert silent["beslut"] == Utfall(2, 2, 1, 1)
    assert told == ("− beslut: b", "+! beslut: x")


def test_what_is_lacking_or_too_much_is_silent() -> None:
    """A fact that is not there at all is a silent error, and so is one that is invented; each stands once."""
    assert compare([_fact("a"), _fact("a")], [(_fact("a"), False)])[0]["beslut"] == Utfall(2, 1, 1, 1)
    assert compare([], [(_fact("a"), False)])[0]["beslut"] == Utfall(0, 1, 0, 1)
    assert compare([_fact("a")], [])[0]["beslut"] == Utfall(1, 0, 0, 1)


def test_a_doubt_about_a_whole_list_speaks_for_what_it_lacks() -> None:
    """A list that the draft says it could not read fully may lack as many facts as it has such marks."""
    assert compare([_fact("a"), _fact("b")], [], {"beslut": 1})[0]["beslut"].tysta == 1


def test_figures_are_cut_and_never_rounded_up() -> None:
    """What is not quite everything is never shown as 100, and the kind that is not all right is named."""
    one = Matning("x", {"beslut": Utfall(1000, 1000, 999, 1), "jäv": Utfall(1, 1, 1)}, 0.999, 2, 3)
    assert per_kind([one])[1] == ("beslut", "1000", "1000", "999", "99", "99", "1")
    assert per_document([one])[1:] == [
        ("x", "1001", "99", "99", "1", "3", "99", "2", "beslut 99/99"),
        ("alla", "1001", "99", "99", "1", "3", "", "2", ""),
    ]
    assert total([one, one])["beslut"] == Utfall(2000, 2000, 1998, 2)


def test_tables_stand_in_columns_and_in_the_handbook() -> None:
    """Both forms hold every row; the handbook keeps what stands round the markers."""
    rows = [("Namn", "A"), ("x", "100")]
    assert as_text(rows) == "Namn  A\nx     100"
    assert as_markdown(rows) == "| Namn | A |\n| --- | --: |\n| x | 100 |"
    assert placed(f"före\n{BORJAN}\ngammalt\n{SLUT}\nefter\n", "nytt") == f"före\n{BORJAN}\n\nnytt\n\n{SLUT}\nefter\n"
    with pytest.raises(ValueError, match="import-matt"):
        placed("ingenting", "nytt")


def test_a_title_is_compared_as_printed() -> None:
    """A diarienummer in parentheses is a part of the title, as other words in parentheses are."""
    text = FACIT.replace("Vägen till  Berga", "Vägen (Berga) (SN 2025/7)")
    assert _values(text)["punkter"][0] == ("3", "Vägen (Berga) (SN 2025/7)")


@pytest.mark.parametrize(
    ("path", "kind", "loc", "marked"),
    [
        (("dokument", 0, "punkter", 2, "beslut"), "beslut", ("dokument", 0, "punkter", 2, "beslut", 0), True),
        (
            ("dokument", 0, "punkter", 2, "beslut", 0, "text"),
            "beslut",
            ("dokument", 0, "punkter", 2, "beslut", 0),
            True,
        ),
        (("dokument", 0, "punkter", 2), "beslut", ("dokument", 0, "punkter", 2, "beslut", 0), False),
        (("dokument", 0, "punkter"), "beslut", ("dokument", 0, "punkter", 2, "beslut", 0), False),
        (("dokument", 0, "punkter", 2, "nr"), "punkter", ("dokument", 0, "punkter", 2), True),
        (("dokument", 0, "punkter", 2, "beslut"), "punkter", ("dokument", 0, "punkter", 2), False),
        (("dokument", 0, "narvaro", "ovriga"), "personer", ("dokument", 0, "narvaro", "ovriga", 1), True),
        (("dokument", 0, "narvaro", "ovriga", 1), "personer", ("dokument", 0, "narvaro", "ovriga", 1), True),
        (("dokument", 0, "narvaro", "ovriga", 3), "personer", ("dokument", 0, "narvaro", "ovriga", 1), False),
        (("dokument", 0, "harlett", 0), "möten", (), True),
        (("dokument", 0, "datum"), "möten", (), True),
        (("dokument", 0, "justering", 0), "möten", (), False),
        (("tid",), "möten", (), False),
    ],
)
def test_a_mark_is_about_what_it_stands_at(
    path: tuple[str | int, ...], kind: str, loc: tuple[str | int, ...], marked: bool
) -> None:
    """A mark is about its value and about the list that it stands at, not about everything in a whole § or document."""
    assert marks(path, Fact(kind, ("x",), loc)) is marked
