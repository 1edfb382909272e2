"""The head of a document is read from labels, titles and running heads; what is a conclusion has its reason."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.extract.line import Line
from generator.importer.head.head import Head, read_head
from generator.importer.layout.segments import read_segments
from generator.model.sammantrade import Sammantrade

ITEMS = "\n\n§ 1 Öppnande\n\nBeslut\nGodkänns.\n\n§ 2 Val\n\nBeslut\nX.\n"


def head_of(text: str, running: str = "") -> Head:
    """The head of a text, with the lines of its running heads."""
    lines = [Line(line.strip(), n) for n, line in enumerate(text.split("\n"), 1)]
    return read_head(read_segments(lines), [Line(line, 0) for line in running.split("\n") if line])


@pytest.mark.parametrize(
    ("printed", "tid", "plats"),
    [
        ("Plats och tid\tRådhuset, sal A kl. 09:00-13:30", "kl. 09:00-13:30", "Rådhuset, sal A"),
        ("Plats och tid Rådhuset kl. 09:00-\n12:00", "kl. 09:00-12:00", "Rådhuset"),
        ("Tid och plats: 13.15–16.00, Rådhuset", "13.15–16.00", "Rådhuset"),
        ("Tid: kl. 09:00-14:30\n\nPlats: Rådhuset", "kl. 09:00-14:30", "Rådhuset"),
        ("Plats och tid: Rådhuset, tisdagen den 14 maj 2024, klockan 9.00–12.25", "klockan 9.00–12.25", "Rådhuset"),
        ("Plats och tid Rådhuset kl 9-12", "09:00-12:00", "Rådhuset"),
        ("Plats och tid: Rådhuset", None, "Rådhuset"),
        ("Mötesform: På plats i Rådhuset, Ekby", None, "Rådhuset, Ekby"),
    ],
)
def test_place_and_time_in_one_field_or_two(printed: str, tid: str | None, plats: str) -> None:
    """The time is taken as printed where the record can hold it so; the place is the rest."""
    head = head_of(f"Skolnämnden\n2024-05-14\n\n{printed}\n\nBeslutande Anna Ek (S){ITEMS}")
    assert (head.mote.get("tid"), head.mote["plats"]) == (tid, plats)


@pytest.mark.parametrize(
    "printed",
    [
        "Tid: 13.00–15.40, ajournering kl. 14.00 - 14.15 och 14.50-15.00\nPlats: Rådhuset",
        "Tid: 13.00–15.40\nPlats: Rådhuset\nMötet ajournerades: 14.00–14.15 och 14.50–15.00",
        "När: 2024-05-14 klockan 13.00–15.40\nVar: Rådhuset\nPaus: 14.00–14.15, 14.50–15.00",
        "Plats: Rådhuset, tisdagen den 14 maj 2024, kl. 13 00-15 40, ajournering 14.00-14.15, 14.50-15.00",
        "Plats och tid: Rådhuset, kl. 13.00–15.40 med paus 14.00-14.15 samt 14.50-15.00",
        "Sammanträde den 14 maj 2024 kl. 13.00–15.40 i Rådhuset. Mötet leds av Anna Ek.\nPaus 14.00-14.15, 14.50-15.00",
    ],
)
def test_time_place_and_breaks_under_any_label(printed: str) -> None:
    """Each is found where it is printed, and none is part of another."""
    head = head_of(f"Skolnämnden\n2024-05-14\n\n{printed}\n\nBeslutande Anna Ek (S){ITEMS}")
    assert head.mote["plats"] == "Rådhuset"
    assert head.mote["tid"].replace(".", ":").replace("–", "-").endswith("13:00-15:40")
    assert [(one["fran"], one["till"]) for one in head.dokument["pauser"]] == [("14:00", "14:15"), ("14:50", "15:00")]


def test_a_break_is_no_part_of_the_time() -> None:
    """Ajournering has its own times."""
    head = head_of(
        f"Plats och tid\tRådhuset kl. 13.00–15.40\nAjournering kl. 14.20–14.35\n\nBeslutande Anna Ek (S){ITEMS}"
    )
    assert head.mote["tid"] == "kl. 13.00–15.40"
    assert head.mote["plats"] == "Rådhuset"
    assert [(one["fran"], one["till"]) for one in head.dokument["pauser"]] == [("14:20", "14:35")]


@pytest.mark.parametrize(
    "printed",
    [
        "Plats och tid Konserthuset den 10 juni 2025 kl. 10.00 – den 11 juni 2025 kl. 14.30",
        "Sammanträdesdatum 2025-06-10\nPlats och tid Konserthuset den 10 juni kl. 10.00 – den 11 juni kl. 14.30",
        "Sammanträdesdatum 10–11 juni 2025\nPlats Konserthuset\nTid kl. 10.00 till kl. 14.30",
    ],
)
def test_a_meeting_of_two_days(printed: str) -> None:
    """The first day and time begin it, the last end it."""
    head = head_of(f"{printed}{ITEMS}")
    assert head.datum == dt.date(2025, 6, 10)
    assert (head.mote["till_datum"], head.mote["tid"], head.mote["till_tid"]) == ("2025-06-11", "10:00", "14:30")


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("Digitalt möte", "digitalt"),
        ("Distansmöte", "digitalt"),
        ("Rådhuset och via Teams", "hybrid"),
        ("Rådhuset samt digitalt", "hybrid"),
        ("Teams samt Rådhuset", "hybrid"),
        ("Rådhuset / Teams", "hybrid"),
        ("Rådhuset, delvis digitalt", "hybrid"),
        ("Rådhuset, med möjlighet att delta på distans", "hybrid"),
        ("På plats i Rådhuset", "fysiskt"),
        ("Rådhuset", None),
    ],
)
def test_the_form_is_said_only_where_it_is_printed(printed: str, form: str | None) -> None:
    """Nothing is said of a place alone."""
    assert head_of(f"Plats och tid {printed} kl. 9.00{ITEMS}").mote.get("form") == form


@pytest.mark.parametrize(
    ("title", "slag", "organ"),
    [
        ("PROTOKOLL\n\nSkolnämnden", "protokoll", "Skolnämnden"),
        ("Protokoll från skolnämndens sammanträde", "protokoll", "Skolnämnden"),
        ("Kallelse till Skolnämnden", "kallelse", "Skolnämnden"),
        ("Minnesanteckningar\nSamverkansgrupp\nskola 2023", "minnesanteckningar", "Samverkansgrupp skola"),
        ("SKOLNÄMNDEN\nSammanträdesprotokoll", "protokoll", "Skolnämnden"),
        ("Ekbys räddningstjänst\nPROTOKOLL\nDirektionens sammanträde den 14 maj 2024", "protokoll", "Direktionen"),
        ("Protokoll\nSkolnämndens extra sammanträde 2024-05-14", "protokoll", "Skolnämnden"),
        ("Mötesanteckning SRO\n\nPolitiskt samrådsorgan mellan Ekby och Alby", "motesanteckning",
         "Politiskt samrådsorgan mellan Ekby och Alby"),
        ("Protokoll\nNämnd: Skolnämnden, Ekby kommun", "protokoll", "Skolnämnden"),
        ("Region Norr – Skolnämnden\nProtokoll", "protokoll", "Skolnämnden"),
        ("Barn- och skolnämnden, protokoll 2024-05-14\nProtokoll", "protokoll", "Barn- och skolnämnden"),
    ],
)  # fmt: skip
def test_kind_and_organ_by_their_words(title: str, slag: str, organ: str) -> None:
    """In one line or several, in capitals, in the genitive, with a year that is the group's."""
    head = head_of(f"{title}\n\n2024-05-14\n\nPlats och tid Rådhuset{ITEMS}")
    assert (head.dokument["slag"], head.organ) == (slag, organ)
    assert not any(doubt.path == ("dokument", "slag") for doubt in head.doubts)


@pytest.mark.parametrize(
    ("text", "slag"),
    [
        ("1 Val\n\nFörslag till beslut\nX väljs.\n\n2 Mål\n\nFörslag till beslut\nY.", "kallelse"),
        ("§ 7 Mål\n\nBeslut\nX antas.\n\nParagrafen är justerad", "protokollsutdrag"),
        ("Justeringens plats och tid Rådhuset\n\n§ 7 Mål\n\nBeslut\nX.\n\n§ 8 Val\n\nBeslut\nY.", "protokoll"),
        ("12.00 Lunch\n13.00 Inledning\n15.00 Avslut", "agenda"),
    ],
)
def test_a_kind_that_is_not_printed_is_a_conclusion(text: str, slag: str) -> None:
    """By what the document holds, with the reason and what else it may be."""
    head = head_of(text)
    assert head.dokument["slag"] == slag
    (why,) = [doubt for doubt in head.doubts if doubt.path == ("dokument", "slag")]
    assert why.why.startswith("Slaget är inte tryckt")
    assert why.choices


def test_an_organ_that_is_not_printed_is_read_from_the_text() -> None:
    """A welcome says more than a mention; both are told."""
    text = (
        "Datum: 2024-11-08\n\n1 Ordförande hälsar samverkansgrupp skola välkomna\n\n2 Uppdrag\n\nSammanfattning\n"
        "Vid regional berednings sammanträde 2024-10-11 fick gruppen ett uppdrag.\n"
    )
    head = head_of(text)
    assert head.organ == "Samverkansgrupp skola"
    (doubt,) = [one for one in head.doubts if "Organet är inte tryckt" in one.why]
    assert doubt.choices == ("Regional beredning",)


def test_a_running_head_is_the_head_of_a_document_without_one() -> None:
    """Kind, organ and day are taken from it."""
    head = head_of("§ 1 Val\n\nBeslut\nX.\n\n§ 2 Mål\n\nBeslut\nY.", "PROTOKOLL\nSkolnämnden\t2024-05-14")
    assert (head.dokument["slag"], head.organ, head.datum) == ("protokoll", "Skolnämnden", dt.date(2024, 5, 14))


def test_the_day_beside_the_time_goes_before_a_plain_datum() -> None:
    """A kallelse has a day of its own; both days are told."""
    head = head_of(
        "Kallelse\nDatum 2024-09-02\nPlats: Rådhuset\nTid: Tisdagen den 10 september 2024 kl. 13:15\n1 Val\n2 Mål"
    )
    assert head.datum == dt.date(2024, 9, 10)
    assert any(doubt.choices == ("2024-09-02",) for doubt in head.doubts)


def test_an_undated_document_says_so() -> None:
    """Nothing is put in the place of a day that is not printed."""
    head = head_of("§ 22 Mål\n\nBeslut\nSkolnämnden godkänner målen.\n\nParagrafen är justerad")
    assert head.datum is None
    assert "datum" not in head.dokument
    assert any("dag är inte tryckt" in doubt.why for doubt in head.doubts)


@pytest.mark.parametrize(("printed", "omfattar"), [("§63", "§63"), ("§§ 3-9", "§§ 3-9"), ("71-75", "§§ 71-75")])
def test_which_paragraphs_the_document_covers(printed: str, omfattar: str) -> None:
    """As printed, with the sign where only figures are."""
    assert head_of(f"Protokoll\nProtokollet omfattar\t{printed}{ITEMS}").dokument["omfattar"] == omfattar


@given(
    st.lists(
        st.sampled_from(
            ["Datum: 2024-05-14", "Tid: kl. 9-8", "Plats och tid X kl. 25.00", "Protokoll", "§ 1 Val", "Beslut",
             "31 april", "den 8 maj", "Organ", "Paragrafer x", "Ajournering 10.00", "",
             "Kallelse 2024-05-14–15", "Anna Ek"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_whatever_stands_there_the_head_is_a_record(lines: list[str]) -> None:
    """The model takes it, and every doubt leads to a part of the meeting or the document."""
    head = head_of("\n".join(lines))
    Sammantrade.model_validate({**head.mote, "dokument": [head.dokument]})
    assert {doubt.path[0] for doubt in head.doubts} <= {"mote", "dokument"}


def test_a_place_after_the_day_of_the_title() -> None:
    """It is read, and marked as a conclusion."""
    head = head_of(
        f"Protokoll fört vid skolnämndens sammanträde den 14 maj 2024 i Rådhuset, Ekby\n\nBeslutande Anna Ek (S){ITEMS}"
    )
    assert head.mote["plats"] == "Rådhuset, Ekby"
    assert ("mote", "plats") in [one.path for one in head.doubts]


def test_a_time_in_a_sentence() -> None:
    """When the meeting began and ended is its time, marked as a conclusion."""
    text = "Mötet började kl. 13.00 och avslutades kl. 15.30"
    head = head_of(f"Protokoll från skolnämndens möte den 14 maj 2024\n{text}\n\nBeslutande Anna Ek (S){ITEMS}")
    assert (head.mote["tid"], head.dokument["plats_och_tid"]) == ("13:00-15:30", text)
    assert ("mote", "tid") in [one.path for one in head.doubts]


def test_a_day_below_the_heading_of_its_column() -> None:
    """A line that is nothing but a day is the meeting's, where no label has one."""
    head = head_of(f"Ekby kommun\tSammanträdesprotokoll\nSkolnämnden\tSammanträdesdatum\n\t2024-05-14\n{ITEMS}")
    assert head.datum == dt.date(2024, 5, 14)


def test_the_kind_may_stand_in_the_running_head_alone() -> None:
    """What is taken out as furniture still says what the document is."""
    head = head_of(
        f"Skolnämnden\n2024-05-14\n\nBeslutande Anna Ek (S){ITEMS}", "Ekby kommun\tSAMMANTRÄDESPROTOKOLL\t1 (3)"
    )
    assert head.dokument["slag"] == "protokoll"
    assert not [one for one in head.doubts if "Slaget" in one.why]


def test_a_body_put_together_of_two_lines_is_marked() -> None:
    """The name is nowhere printed as a whole; what is, is a choice."""
    head = head_of(
        f"PROTOKOLL\nDirektionen\nEkby och Alby\n2024-05-14\n\nPlats: Rådhuset\n\nBeslutande Anna Ek (S){ITEMS}"
    )
    assert head.organ == "Direktionen Ekby och Alby"
    doubt = next(one for one in head.doubts if one.path == ("dokument", "organ_tryckt"))
    assert "hopsatt" in doubt.why
    assert doubt.choices == ("Direktionen",)
