"""Items with their addresses, anslag with theirs, appearances with their persons."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.archive.anslag import overklagbart, read_anslag
from generator.archive.archive import Archive
from generator.archive.moten import read_mote
from generator.model.punkt import nummer
from generator.records.kinds import BY_NAME
from generator.records.load import load


def anchors(text: str, day: str = "2024-03-01") -> list[str]:
    """The addresses of the items in the first document of a meeting."""
    record, faults = load(f"status: hallet\n{text}".encode(), "m.yml", BY_NAME["sammantrade"], f"rad/{day}")
    assert faults == []
    assert record is not None
    return [item.ankare for item in read_mote(record).punkter]  # type: ignore[arg-type]


def items(slag: str, *keys: str) -> str:
    """A document of a kind with items."""
    return f"dokument:\n  - slag: {slag}\n    punkter:\n" + "".join(f"      - {{{key}, rubrik: X}}\n" for key in keys)


@pytest.mark.parametrize(
    ("printed", "number"),
    [("§ 63", "63"), ("§63", "63"), ("63 §", "63"), ("63", "63"), ("63.", "63"), ("063", "63"), ("SRB § 7", "7"),
     ("punkt 5", "5"), ("6 a)", "6a"), ("6A", "6a"), ("a)", "a"), ("B", "b"), ("Paragraf 4:", "4"),
     ("första", None), ("", None), ("§", None), ("6-7", None), ("12 § 3", None)],
)  # fmt: skip
def test_a_printed_number_has_its_address(printed: str, number: str | None) -> None:
    """The number in an address is the printed one without signs and zeros in front."""
    assert nummer(printed) == number


@pytest.mark.parametrize(
    ("slag", "letter"),
    [("kallelse", "k"), ("agenda", "k"), ("protokoll", "p"), ("protokollsutdrag", "p"), ("minnesanteckningar", "p"),
     ("motesanteckning", "p"), ("ordforandebeslut", "p")],
)  # fmt: skip
def test_items_before_and_after_the_meeting_have_addresses_of_their_own(slag: str, letter: str) -> None:
    """Items of what was sent out begin with k, those of what was written down with p."""
    assert anchors(items(slag, "nr: 3", "nr: § 63", "nr: 6 a)")) == [f"{letter}3", f"{letter}63", f"{letter}6a"]


def test_sub_items_hold_the_address_of_their_item() -> None:
    """A sub-item adds its own number once, on every level; one that prints the whole number does not repeat it."""
    text = items("protokoll", "nr: § 6, underpunkter: [{nr: a), rubrik: A, underpunkter: [{nr: 1, rubrik: B}]}, "
                 "{nr: 6 b, rubrik: C}, {nr: 7, rubrik: D}]")  # fmt: skip
    assert anchors(text) == ["p6", "p6a", "p6a1", "p6b", "p67"]


def test_a_sub_item_may_have_the_number_of_its_item() -> None:
    """Question 6 of § 6 has an address that is not that of § 6."""
    assert anchors(items("protokoll", "nr: § 6, underpunkter: [{nr: 6, rubrik: A}]")) == ["p6", "p66"]


def test_items_without_number_have_their_time() -> None:
    """On one day the clock, on several the day too; an own `ankare` wins over both and over the number."""
    one = items("agenda", "klockslag: 9.05", "klockslag: '12:00', ankare: paus", "nr: 4, ankare: k44")
    assert anchors(one) == ["k0905", "kpaus", "k44"]
    assert anchors(items("protokoll", "ankare: kaffe", "ankare: p5", "ankare: paus")) == ["pkaffe", "p5", "paus"]
    two = "till_datum: 2024-03-02\n" + items(
        "agenda", "dag: 2024-03-01, klockslag: 9.05", "dag: 2024-03-02, klockslag: 9.05"
    )
    assert anchors(two) == ["k01-0905", "k02-0905"]


def test_a_number_is_what_is_printed() -> None:
    """An item has the number of its `nr`, whatever its anchor; a time or an anchor of figures is no number."""
    text = items("protokoll", "nr: § 63, ankare: utdrag", "klockslag: 9.05", "ankare: p5", "nr: 6 a)")
    record, _ = load(f"status: hallet\n{text}".encode(), "m.yml", BY_NAME["sammantrade"], "rad/2024-03-01")
    assert [item.nummer for item in read_mote(record).punkter] == [63, None, None, None]  # type: ignore[arg-type]


def test_the_addresses_of_the_miniature(mini: Archive) -> None:
    """Documents before and after the meeting, sub-items, two days and an own name, all in one archive."""

    def of(mote: str) -> list[str]:
        return [item.ankare for item in mini.moten[mote].punkter]

    assert of("skogsnamnden/2024-03-01") == ["k1", "k2", "p1", "p2", "p2a", "p2b", "p2b1", "p3"]
    assert of("skogsnamnden/2024-08-29") == ["k29-1200", "k30-1200", "k-avslut"]
    assert of("vagradet/2024-04-05") == ["p2", "p3a", "pb"]
    sub = mini.punkter["skogsnamnden/2024-03-01#p2b1"]
    assert (sub.foralder, sub.nummer) == ("skogsnamnden/2024-03-01#p2b", None)
    assert mini.punkter["skogsnamnden/2024-03-01#p3"].nummer == 3


def test_every_item_has_an_address_of_its_own(any_archive: Archive) -> None:
    """No two items of a meeting share an address, and each is found by it, at its place in the record."""
    for mote in any_archive.moten.values():
        assert len({item.id for item in mote.punkter}) == len(mote.punkter)
        for item in mote.punkter:
            assert any_archive.punkter[item.id] is item
            here: object = mote.data
            for step in item.loc:
                here = here[step] if isinstance(step, int) else getattr(here, step)  # type: ignore[index]
            assert here is item.punkt


def test_days_and_order_come_from_the_path(mini: Archive) -> None:
    """A meeting's day and its order that day are its path's; meetings in time are in that order."""
    mote = mini.moten["skogsnamnden/2024-08-29"]
    assert (mote.organ, mote.datum, mote.ordning) == ("skogsnamnden", dt.date(2024, 8, 29), 1)
    assert mote.sista_dag == dt.date(2024, 8, 30)
    assert [m.datum for m in mini.moten_i_tid] == sorted(m.datum for m in mini.moten.values())
    assert [d.slag for d in mini.moten["skogsnamnden/2024-03-01"].efter_motet] == ["protokoll"]


def test_anslag_have_the_day_of_their_meeting(mini: Archive) -> None:
    """The first anslag of a meeting has the meeting's address, the second ends in -2; one alone has its path's."""
    assert [(one.id, one.mote) for one in mini.anslag] == [
        ("skogsnamnden/2024-03-01", "skogsnamnden/2024-03-01"),
        ("skogsnamnden/2024-03-01-2", "skogsnamnden/2024-03-01"),
        ("skogsnamnden/2024-06-01", None),
    ]
    assert mini.anslag[2].datum == dt.date(2024, 6, 1)
    for one in mini.anslag:
        assert one.post.fault("R999", "fel", (*one.loc, "uppsatt")).placed().position.line > 1
        assert overklagbart(one, mini.organ[one.organ]) is None
    assert overklagbart(mini.anslag[0], None) is None


def test_anslag_of_two_meetings_of_a_day_are_counted_on() -> None:
    """A second meeting of the day goes on where the first ended, so that no address is shared."""
    text = b"status: hallet\ndokument:\n  - slag: protokoll\n    anslag: [{omfattar: 1}, {omfattar: 2}]\n"
    motes = []
    for name in ("rad/2024-03-01", "rad/2024-03-01-2"):
        record, _ = load(text, "m.yml", BY_NAME["sammantrade"], name)
        assert record is not None
        motes.append(read_mote(record))  # type: ignore[arg-type]
    ids = [one.id for one in read_anslag(motes, ())]
    assert ids == ["rad/2024-03-01", "rad/2024-03-01-2", "rad/2024-03-01-3", "rad/2024-03-01-4"]


@pytest.mark.parametrize(("lage", "beslutande", "answer"), [("faststalld", "ja", True), ("faststalld", "nej", False)])
def test_whether_a_decision_can_be_appealed(mini: Archive, lage: str, beslutande: str, answer: bool) -> None:
    """Where the organ's standing is established, its record says whether its decisions can be appealed."""
    text = f"namn: N\nslag: namnd\nstallning: {{lage: {lage}, beslutande: {beslutande}, lagrum: KL}}\n"
    record, _ = load(text.encode(), "o.yml", BY_NAME["organ"], "n")
    assert overklagbart(mini.anslag[0], record) is answer  # type: ignore[arg-type]


def test_an_appearance_is_read_with_person_and_authority(mini: Archive) -> None:
    """Each row: which list, who, for which authority, with what title, in whose place; a namesake by his record."""
    rows = [row for row in mini.framtradanden if row.mote == "skogsnamnden/2024-03-01"]
    assert [(r.grupp, r.person, r.huvudman, r.titel, r.ersatter, r.ersatt_huvudman) for r in rows] == [
        ("kallade.ledamoter", "alva-ek", None, "", None, None),
        ("kallade.ledamoter", "bo-al", None, "", None, None),
        ("beslutande", "alva-ek", None, "", None, None),
        ("beslutande", "cilla-by", "norrby", "", "bo-al", "soderby"),
        ("beslutande", "egil-as-soderby", "soderby", "", None, "soderby"),
        ("ovriga", "disa-ry", "norrby", "", None, "norrby"),
    ]
    assert [row.kallad for row in rows] == [True, True, False, False, False, False]
    assert [row.narvarande for row in rows] == [False, False, True, True, True, True]


def test_every_row_with_a_name_is_an_appearance(any_archive: Archive) -> None:
    """No row of a list is lost, and a vacant seat, a heading or a placeholder is no appearance."""
    for mote in any_archive.moten.values():
        rows = 0
        for document in mote.data.dokument:
            for lists in (document.kallade, document.narvaro):
                for name in type(lists).model_fields if lists else ():
                    rows += sum(bool(row.tolkning().namn) for row in getattr(lists, name))
        found = [one for one in any_archive.framtradanden if one.mote == mote.id]
        assert len(found) == rows
        assert all(one.tolkning.namn for one in found)
