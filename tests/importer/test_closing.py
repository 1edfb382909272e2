"""Justering, bevis and signatures are read wherever a document has them, and with or without headings."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.closing.closing import read_closing
from generator.importer.extract.line import Line
from generator.importer.head.head import read_head
from generator.importer.layout.segments import read_segments
from generator.model.omfang import read_omfang
from generator.model.sammantrade import Dokument

HEAD = "PROTOKOLL\nSkolnämnden\nSammanträdesdatum 2024-10-11\nPlats och tid Rådhuset\nBeslutande\nAnna Ek (S)\n"
ITEMS = "\n§ 1 Val\n\nBeslut\nX väljs.\n\n§ 2 Mål\n\nBeslut\nMålen antas.\n"
SIGNED = [
    {"roll": "Sekreterare", "namn": "Cia Al"},
    {"roll": "Ordförande", "namn": "Anna Ek"},
    {"roll": "Justerare", "namn": "Bo Lind"},
]


def closing_of(text: str) -> dict[str, Any]:
    """The closing of a text as plain values."""
    segments = read_segments([Line(line.strip(), n) for n, line in enumerate(text.split("\n"), 1)])
    value: dict[str, Any] = read_closing(segments, read_head(segments)).value
    return value


@pytest.mark.parametrize(
    "printed",
    [
        "Underskrifter\tSekreterare Cia Al Ordförande Anna Ek Justerare Bo Lind",
        "Underskrifter\n\nSekreterare\n......\nCia Al\n\nOrdförande\n......\nAnna Ek\n\nJusterare\n......\nBo Lind",
        "Sekreterare\tCia Al\n\nOrdförande\tAnna Ek\n\nJusterare\tBo Lind",
        "Vid protokollet\nSekreterare: Cia Al\nOrdförande: Anna Ek\nJusterare: Bo Lind",
        "Cia Al\nSekreterare\nAnna Ek\nOrdförande\nBo Lind\nJusterare",
        "Underskrifter\nSekreterare\tOrdförande\tJusterare\nCia Al\tAnna Ek\tBo Lind",
        "Cia Al\tAnna Ek\tBo Lind\nSekreterare\tOrdförande\tJusterare",
        "Underskrifter\n\n......\nCia Al, sekreterare\n......\nAnna Ek, ordförande\n......\nBo Lind (justerare)",
        "Sekreterare  .............  Paragrafer 1–2\nCia Al\nOrdförande  ......\nAnna Ek\nJusterare  ......\nBo Lind",
    ],
)
def test_signatures_in_any_layout(printed: str) -> None:
    """In running text, on dotted lines, in columns, with the name above the role, with no heading at all."""
    found = closing_of(f"{HEAD}{ITEMS}\n{printed}")["underskrifter"]
    roles = [one["roll"].removeprefix("Vid protokollet ").capitalize() for one in found]
    assert [{**one, "roll": role} for one, role in zip(found, roles, strict=True)] == SIGNED


def test_signatures_in_a_head_whose_labels_are_broken() -> None:
    """Who is to justera stands above the lines to sign on, its label broken over two lines."""
    head = f"{HEAD}\nUtses att\njustera:\tBo Lind\n\n"
    signed = "Sekreterare\t.......\nCia Al\nOrdförande\t.......\nAnna Ek\nJusterande\t.......\nBo Lind\n"
    value = closing_of(f"{head}{signed}{ITEMS}")
    assert [one["namn"] for one in value["underskrifter"]] == ["Cia Al", "Anna Ek", "Bo Lind"]
    assert value["justering"]["utsedda"] == ["Bo Lind"]


def test_signatures_in_a_head_without_lines_to_sign_on() -> None:
    """Those who have signed digitally stand below who was chosen; the justerare is named twice, chosen once."""
    signed = "Sekreterare\nCia Al\n\nOrdförande\nAnna Ek (S)\n\nJusterare\nBo Lind (M)\n\n"
    done = "Protokollet är elektroniskt justerat 2024-10-28.\n"
    value = closing_of(f"{HEAD}\nJusterare\tBo Lind (M)\n\nParagrafer\t§§ 1–2\n\n{signed}{done}{ITEMS}")
    assert [one["namn"] for one in value["underskrifter"]] == ["Cia Al", "Anna Ek (S)", "Bo Lind (M)"]
    assert value["justering"]["utsedda"] == ["Bo Lind (M)"]
    assert (value["justering"]["datum"], value["justering"]["satt"]) == ("2024-10-28", "digitalt")


def test_who_is_chosen_is_not_who_has_signed() -> None:
    """The same label above the items and under them."""
    text = f"{HEAD}Justerare\tBo Lind (M)\n{ITEMS}\nOrdförande\tAnna Ek\nJusterare\tBo Lind\nSekreterare\tCia Al"
    value = closing_of(text)
    assert value["justering"] == {"utsedda": ["Bo Lind (M)"]}
    assert [one["namn"] for one in value["underskrifter"]] == ["Anna Ek", "Bo Lind", "Cia Al"]


def test_people_present_are_no_signatures() -> None:
    """A list of roles with names in the head is the list of those present."""
    value = closing_of(f"PROTOKOLL\nSkolnämnden\nNärvarande\nOrdförande: Anna Ek\nSekreterare: Cia Al\n{ITEMS}")
    assert value == {}


@pytest.mark.parametrize(
    ("printed", "dag", "satt"),
    [
        ("Justeringens plats och tid\tDigital justering 2024-10-28 00:00", "2024-10-28", "digitalt"),
        ("Justering: Digital signering 2024-10-28", "2024-10-28", "digitalt"),
        ("Justeringsdag\t2024-10-28", "2024-10-28", None),
        ("Justeringens tid och plats Kansliet den 28 oktober 2024 klockan 15.00", "2024-10-28", None),
        ("Justering\nUtsedd justerare: Bo Lind\nTid och plats: Kansliet 2024-10-28", "2024-10-28", None),
        ("JUSTERING\n\nProtokollet justeras av Bo Lind den 2024-10-28.", "2024-10-28", None),
    ],
)
def test_place_and_time_of_the_justering(printed: str, dag: str, satt: str | None) -> None:
    """As free text with its day; digital where that is said."""
    value = closing_of(f"{HEAD}{printed}\n{ITEMS}")["justering"]
    assert (value["datum"], value.get("satt")) == (dag, satt)


def test_midnight_is_a_default_and_not_a_time() -> None:
    """The printed text is kept and the registrar is told."""
    segments = read_segments([Line("Justeringens plats och tid\tDigital justering 2024-10-28 00:00", 1)])
    reading = read_closing(segments, read_head(segments))
    assert reading.value["justering"]["plats_och_tid"] == "Digital justering 2024-10-28 00:00"
    assert any("00:00" in doubt.why for doubt in reading.doubts)


@pytest.mark.parametrize("place", ["huvud", "slut"])
def test_a_bevis_with_broken_labels(place: str) -> None:
    """All its fields, on the first page or on the last."""
    board = (
        "ANSLAG/BEVIS\tProtokollet är justerat.\nOrgan\tSkolnämnden\nSammanträdesdatum\t2024-10-11\n\n"
        "Datum för anslags-\nuppsättande\n\n2024-10-28\n\nDatum för anslags-\nnedtagande\n\n2024-11-19\n\n"
        "Förvaringsplats för\nprotokollet\n\nKansliet, Ekby\n\nUnderskrift\n\n.....\nCia Al\n"
    )
    text = f"{HEAD}{board}{ITEMS}" if place == "huvud" else f"{HEAD}{ITEMS}\n{board}"
    assert closing_of(text)["anslag"] == {
        "text": "Protokollet är justerat.",
        "organ_tryckt": "Skolnämnden",
        "sammantradesdatum": "2024-10-11",
        "uppsatt": "2024-10-28",
        "nedtaget": "2024-11-19",
        "forvaras": "Kansliet, Ekby",
        "underskrift": "Cia Al",
    }


def test_a_bevis_of_other_words() -> None:
    """Overklagande, anslagstavla and a sentence with both days."""
    board = "Anslag\n\nAnslaget sattes upp 2024-10-28 och tas ned 2024-11-19.\n\nÖverklagas senast\t2024-11-18"
    value = closing_of(f"{HEAD}{ITEMS}\n{board}")["anslag"]
    assert (value["uppsatt"], value["nedtaget"], value["sista_dag"]) == ("2024-10-28", "2024-11-19", "2024-11-18")


@pytest.mark.parametrize(
    "said",
    [
        "Protokollet har tillkännagivits på tavlan den 2024-10-28 och får tas ned tidigast den 2024-11-19.",
        "Justeringen har anslagits 2024-10-28. Anslaget får tas bort 2024-11-19.",
        "Anslaget sattes upp 2024-10-28 och sitter till och med den 19 november 2024.",
    ],
)
def test_a_bevis_in_sentences(said: str) -> None:
    """The days are read where they are told; a name alone below is the signature, and that is said to be so."""
    text = f"{HEAD}{ITEMS}\nBevis om tillkännagivande\n\n{said}\n\nProtokollet förvaras på Kansliet.\n\nCia Al\n"
    found = closing_of(text)["anslag"]
    assert (found["uppsatt"], found["nedtaget"]) == ("2024-10-28", "2024-11-19")
    assert (found["forvaras"], found["underskrift"]) == ("Kansliet", "Cia Al")


@pytest.mark.parametrize(
    "printed", ["Justerare\nBo Lind\nDigitalt 2024-10-25", "Justering\n\nDigital justering 2024-10-25"]
)
def test_a_day_among_justerare_is_when_it_was_done(printed: str) -> None:
    """A line with a day is no person, and a short line below the heading says when and how."""
    found = closing_of(f"{HEAD}{printed}\n{ITEMS}")["justering"]
    assert (found["datum"], found["satt"]) == ("2024-10-25", "digitalt")
    assert found.get("utsedda", []) in ([], ["Bo Lind"])


@pytest.mark.parametrize(
    ("beslut", "chosen"),
    [
        ("Bo Lind utses att jämte ordföranden justera dagens protokoll.", ["Bo Lind"]),
        ("Till justerare utses Bo Lind (M) och Eva Sjö (S).", ["Bo Lind (M)", "Eva Sjö (S)"]),
        ("Nämnden utser Bo Lind (M) att justera protokollet.", ["Bo Lind (M)"]),
        ("Bo Lind utses till ledamot i skolnämnden.", None),
    ],
)
def test_justerare_named_in_an_item(beslut: str, chosen: list[str] | None) -> None:
    """In a beslut they are chosen, in a kallelse's förslag proposed."""
    done = closing_of(f"{HEAD}\n§ 1 Justering\n\nBeslut\n{beslut}\n\n§ 2 Mål\n\nBeslut\nX.\n")
    called = closing_of(f"Kallelse\n1 Justering\n\nFörslag till beslut\n{beslut}\n\n2 Mål\n\nFörslag till beslut\nX.\n")
    assert done.get("justering", {}).get("utsedda") == chosen
    assert called.get("justering", {}).get("foreslagna") == chosen


def test_an_extract_certified_and_how_to_appeal() -> None:
    """A filled box and the text about appeals."""
    value = closing_of(
        f"{HEAD}{ITEMS}\nUtdragsbestyrkande\nCia Al\n\nHur man överklagar\n\nSkriv till rätten.\nInom tre veckor."
    )
    assert value["bestyrkt_av"] == "Cia Al"
    assert value["overklagande"].startswith("Skriv till rätten.")


WORDS = st.sampled_from(
    ["Justering", "Justerare", "Justerare: Bo", "Ordförande", "Anna Ek", "Sekreterare\tCia Al", "ANSLAG/BEVIS", "Organ",
     "2024-10-28", "Anslaget sätts upp 31 april", "Underskrift", ".....", "§ 1 Val", "Beslut", "Underskrifter", "",
     "Utdragsbestyrkande", "Protokollet är justerat", "Justeringens plats och tid 00:00", "x och y, z"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=16))
def test_whatever_stands_there_the_closing_is_a_record(lines: list[str]) -> None:
    """The model takes it."""
    Dokument.model_validate({"slag": "protokoll", **closing_of("\n".join(lines))})


@pytest.mark.parametrize(
    "printed",
    [
        "ANSLAGSBEVIS\nAnslaget under tiden 2024-10-21 – 2024-11-12",
        "Justeringsanslag\nAnslagsperiod: 21 oktober - 12 november 2024",
        "Tillkännagivande av protokoll\nProtokollet publicerades: 2024-10-21\nAvpubliceras: 2024-11-12",
        "Bevis om justering\nDatum då anslaget sätts upp: 2024-10-21\tDatum då anslaget tas ned: 2024-11-12",
        "Tillkännagivande av justerat protokoll\nPubliceras på anslagstavlan: 2024-10-21\n"
        "Tas ned från anslagstavlan: 2024-11-12",
        "Vid protokollet\nCia Al\n\nJusteras\nAnna Ek, ordförande\n\nJusteringen tillkännagavs på stadens anslagstavla "
        "den 21 oktober 2024. Tillkännagivandet tas ned den 12 november 2024.",
        "Protokollets justering har tillkännagivits den 21 oktober 2024 på anslagstavlan och tas ned "
        "den 12 november 2024.\nCia Al",
        "Bevis\nProtokollet har tillkännagivits från och med den 21 oktober 2024 till och med den 12 november 2024.",
    ],
)
def test_the_days_of_a_notice_however_they_are_printed(printed: str) -> None:
    """A stretch of days, two labels or two sentences say the same, before the items and after them."""
    for text in (f"{HEAD}\n{printed}\n{ITEMS}", f"{HEAD}{ITEMS}\n{printed}\n"):
        board = closing_of(text)["anslag"]
        assert (board["uppsatt"], board["nedtaget"]) == ("2024-10-21", "2024-11-12")


@pytest.mark.parametrize("day", ["2024-10-11", "den 11 oktober 2024", "fredagen den 11 oktober 2024"])
def test_a_notice_tells_the_day_of_the_meeting_in_a_sentence(day: str) -> None:
    """``Protokollet från nämndens sammanträde …`` is the label Sammanträdesdatum in words."""
    board = closing_of(f"{HEAD}{ITEMS}\nAnslagsbevis\nProtokollet från nämndens sammanträde {day} är justerat.\n")[
        "anslag"
    ]
    assert board["sammantradesdatum"] == "2024-10-11"


def test_a_sentence_among_the_signatures_is_the_text_of_the_notice() -> None:
    """Where its days have labels and it has no heading."""
    text = (
        "Utses att justera\tBo Lind\n\nAnna Ek\tBo Lind\nordförande\tjusterare\n\n"
        "Justeringen har tillkännagivits på anslagstavlan.\nTillkännagivandet publicerat: 2024-10-21\n"
        "Tillkännagivandet avpublicerat: 2024-11-12\n"
    )
    assert closing_of(f"{HEAD}\n{text}{ITEMS}")["anslag"] == {
        "uppsatt": "2024-10-21",
        "nedtaget": "2024-11-12",
        "text": "Justeringen har tillkännagivits på anslagstavlan.",
    }


def test_a_vacant_place_is_no_person() -> None:
    """A word that stands for nobody is kept as one."""
    found = closing_of(f"{HEAD}Utses att justera\tBo Lind\nVakant\n{ITEMS}")["justering"]["utsedda"]
    assert found == ["Bo Lind", {"rad": "Vakant", "platshallare": "ja"}]


def test_a_justerare_chosen_in_the_text_of_an_item() -> None:
    """Where the item is about it and has no heading for its beslut."""
    found = closing_of(
        f"{HEAD}\n§ 1 Val av justerare\n\nRådet väljer Bo Lind att justera protokollet.\n\n§ 2 Mål\n\nX.\n"
    )
    assert found["justering"]["utsedda"] == ["Bo Lind"]


@pytest.mark.parametrize("label", ["Originalet finns hos", "Arkiveras", "Protokollet förvaras på"])
def test_where_a_protokoll_is_kept_ends_at_the_next_label(label: str) -> None:
    """Who certifies the notice is no part of the place."""
    board = closing_of(f"{HEAD}{ITEMS}\nANSLAGSBEVIS\nAnslås 2024-10-21\n{label}: Kansliet\nIntygas: Cia Al\n")[
        "anslag"
    ]
    assert (board["forvaras"], board["underskrift"]) == ("Kansliet", "Cia Al")


@pytest.mark.parametrize(
    ("printed", "satt"),
    [
        ("\n\nVid protokollet\nCia Al\n\nProtokollet justerades den 18 oktober 2024.", None),
        (
            "\n\n§ 3 Val\n\nBeslut\nBo Lind (M) utses att justera. Justeringen sker digitalt den 18 oktober 2024.",
            "digitalt",
        ),
        ("\n\nJustering\nProtokollet justeras fredagen den 18 oktober 2024", None),
    ],
)
def test_the_day_of_justering_in_a_sentence(printed: str, satt: str | None) -> None:
    """It is read below the signatures and in an item."""
    justering = closing_of(f"{HEAD}{ITEMS}{printed}\n")["justering"]
    assert (justering["datum"], justering.get("satt")) == ("2024-10-18", satt)


def test_an_earlier_protokoll_was_justerat_another_day() -> None:
    """A day before the meeting is not this protokoll's."""
    text = f"{HEAD}{ITEMS}\n§ 3 Protokoll\n\nProtokollet justerades den 12 september 2024.\n"
    assert "datum" not in closing_of(text).get("justering", {})


def test_names_below_the_lines_to_sign_on_belong_to_the_roles_above() -> None:
    """Also where the label of the justering is broken over two lines, and the §§ stand beside a line."""
    text = (
        "UTSES ATT JUSTERA\tBo Lind\n\nJUSTERINGENS\nPLATS OCH TID\tRådhuset 2024-10-18\n\nUNDERSKRIFTER\n"
        "Sekreterare\t..........\t§ 1 - § 2\nCia Al\n\nOrdförande\t..........\nAnna Ek\n\n"
        "Justerare\t..........\nBo Lind\n"
    )
    found = closing_of(f"{HEAD}{text}{ITEMS}")
    assert found["underskrifter"] == SIGNED
    assert found["justering"]["utsedda"] == ["Bo Lind"]
    assert found["justering"]["datum"] == "2024-10-18"


@pytest.mark.parametrize("printed", ["§ 1 - § 2", "Paragrafer 1–2", "Paragrafer 1–\nCia Al\t2"])
def test_the_extent_beside_the_signatures(printed: str) -> None:
    """It is read whole, also where print breaks it."""
    name = "" if "Cia" in printed else "\nCia Al"
    text = f"{HEAD}\nUnderskrifter\tSekreterare ............ {printed}{name}\nOrdförande\t......\nAnna Ek\n{ITEMS}"
    segments = read_segments([Line(line.strip(), n) for n, line in enumerate(text.split("\n"), 1)])
    said = read_omfang(read_head(segments).dokument["omfattar"])
    assert said is not None
    assert said.delar == ((1, 2),)


def test_two_rows_of_signatures_under_each_other() -> None:
    """Each name has the role of its own column, also in the second pair of rows."""
    signs = "Cia Al\tAnna Ek\nSekreterare\tOrdförande\n\nBo Lind\nJusterare"
    assert closing_of(f"{HEAD}\nUtses att justera\tBo Lind\n\n{signs}\n{ITEMS}")["underskrifter"] == SIGNED


def test_a_role_below_the_first_of_two_names() -> None:
    """The other name keeps the label's role."""
    found = closing_of(f"{HEAD}{ITEMS}\nVid pennan\nCia Al\n\nJusteras\nAnna Ek\tBo Lind\nordförande\n")
    assert [(one["roll"], one["namn"]) for one in found["underskrifter"]] == [
        ("Vid pennan", "Cia Al"),
        ("ordförande", "Anna Ek"),
        ("Justeras", "Bo Lind"),
    ]


@pytest.mark.parametrize(
    ("below", "roles"),
    [
        ("Sekreterare\tOrdförande", ["Sekreterare", "Ordförande", "Justeras"]),
        ("Sekreterare\tOrdförande\tJusterare", ["Sekreterare", "Ordförande", "Justerare"]),
        ("Ordförande", ["Vid protokollet", "Ordförande", "Justeras"]),
        ("", ["Vid protokollet", "Justeras", "Justeras"]),
    ],
)
def test_roles_below_the_names_under_two_labels(below: str, roles: list[str]) -> None:
    """A role below a name says more than the label above it; without one the label is the role."""
    text = f"{HEAD}{ITEMS}\nVid protokollet\tJusteras\n\nCia Al\tAnna Ek\tBo Lind\n{below}\n"
    found = closing_of(text)["underskrifter"]
    assert [(one["roll"], one["namn"]) for one in found] == list(
        zip(roles, ["Cia Al", "Anna Ek", "Bo Lind"], strict=True)
    )


@pytest.mark.parametrize("label", ["Förslag till justerare", "Förslag på justerare"])
def test_a_justerare_proposed_in_the_head_of_a_kallelse(label: str) -> None:
    """The label says that nobody is chosen yet, and is no § with a förslag; what else is written below is no name."""
    prose = "Den som inte kan delta ska meddela sekreteraren\noch kalla in sin ersättare."
    found = closing_of(f"Kallelse\nSkolnämnden\nTid 2024-10-11\n{label}\tBo Lind (M)\n{prose}\n{ITEMS}")
    assert found["justering"] == {"foreslagna": ["Bo Lind (M)"]}


def test_who_calls_to_a_meeting_by_the_head_of_a_kallelse() -> None:
    """Roles with a name each, where no list has them; beside a list of those called they belong to that."""
    head = "Kallelse\nSkolnämnden\nTid 2024-10-11\nOrdförande\tAnna Ek (S)\nSekreterare\tCia Al\n"
    assert closing_of(f"{head}{ITEMS}")["underskrifter"] == [
        {"roll": "Ordförande", "namn": "Anna Ek (S)"},
        {"roll": "Sekreterare", "namn": "Cia Al"},
    ]
    assert "underskrifter" not in closing_of(f"{head}Ledamöter\nBo Lind (M)\n{ITEMS}")
