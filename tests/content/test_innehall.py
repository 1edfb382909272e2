"""What the real records lead to: cases across organ, uppdrag and their state, conclusions that say so."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.archive.archive import Archive
from generator.archive.uppdrag import Uppdragsplats, read_uppdrag
from generator.diagnostics import Diagnostic, Severity
from generator.model.bas import Post
from generator.model.harkomst import Hanvisning, Harlett
from generator.model.sammantrade import UTAN_JUSTERING
from generator.model.walk import parts

SRB = "strategisk-regional-beredning"
NARA_VARD = "samverkansgrupp-nara-vard"
HALSA = "samverkansgrupp-halsa"
KOMPETENS = "samverkansgrupp-kompetensforsorjning"
SRO = "politiskt-samradsorgan-sro"


def ledger(arkivet: Archive) -> dict[str, Uppdragsplats]:
    """The uppdrag by id."""
    return {one.id: one for one in arkivet.uppdrag}


def test_the_check_finds_nothing_to_mend(granskning: tuple[Archive, list[Diagnostic]]) -> None:
    """The real records are without fault and without warning: what is left to say is for the reader's knowledge."""
    assert [one for one in granskning[1] if one.severity is not Severity.UPPLYSNING] == []


def test_every_reference_resolves(arkivet: Archive) -> None:
    """No link of any kind leads nowhere; a printed reference without a target says why not."""
    assert [(edge.fran, edge.skriven) for edge in arkivet.kanter if edge.till is None] == []
    for mote in arkivet.moten.values():
        for _, part in parts(mote.data, Hanvisning):
            assert part.till or part.olost, f"{mote.id}: {part}"


def test_the_case_of_the_common_goal_leads_to_its_items_and_its_uppdrag(arkivet: Archive) -> None:
    """HSF240207 leads to items of two organ and to the uppdrag with its report asked for on 2025-02-07, and back."""
    wanted = {
        f"{SRB}/2024-04-19#p22",
        f"{NARA_VARD}/2024-05-03#p8",
        f"{SRB}/2024-10-11#p63",
        f"{NARA_VARD}/2024-11-08#k3",
    }
    there = {edge.fran.removeprefix("punkt:") for edge in arkivet.bakat["arende:hsf240207"] if edge.falt == "arenden"}
    assert wanted <= there
    for item in wanted:
        assert "arende:hsf240207" in {edge.till for edge in arkivet.kanter if edge.fran == f"punkt:{item}"}
    uppdrag = ledger(arkivet)[f"{SRB}/2024-10-11#p63/1"]
    assert (uppdrag.senast, uppdrag.senast_mote) == (dt.date(2025, 2, 7), f"{SRB}/2025-02-07")
    assert arkivet.moten[f"{SRB}/2025-02-07"].data.status == "planerat"
    assert {report.punkt for report in uppdrag.rapporter} == {f"{NARA_VARD}/2024-11-08#k{n}" for n in (3, 4)}


def test_the_due_uppdrag_is_not_called_late_while_protokoll_are_missing(arkivet: Archive) -> None:
    """After 2025-02-07 the archive says that it has no report; it does not say that the group is late."""
    later = read_uppdrag(arkivet.moten, arkivet.register, dt.date(2026, 1, 1), arkivet.arkiv.data.bevakat_till)
    states = {one.id: one.laget for one in later}
    assert states[f"{SRB}/2024-10-11#p63/1"] == "ingen-aterrapport"
    assert "forsenat" not in states.values()


@pytest.mark.parametrize(
    ("uppdrag", "lage", "senast", "rapporter"),
    [
        (f"{SRB}/2024-10-11#p63/1", "givet", "2025-02-07", [(f"{NARA_VARD}/2024-11-08#k3", "behandlas")]),
        (f"{NARA_VARD}/2024-11-08#k4/1", "foreslaget", None, []),
        (f"{SRB}/2024-01-26#p6/1", "givet", None, [(f"{SRB}/2024-06-14#k8", "planerad")]),
        (f"{SRB}/2024-04-19#p24/1", "givet", None, [(f"{SRB}/2024-06-14#k9", "planerad")]),
        (f"{HALSA}/2024-05-08#p5/1", "givet", None, []),
        (f"{HALSA}/2024-05-08#p5/2", "givet", None, []),
        (f"{SRO}/2023-11-23#p4/1", "givet", None, []),
        (f"{SRO}/2023-11-23#p4/2", "foreslaget", None, []),
        (f"{SRO}/2023-11-23#p9/1", "givet", "2024-01-18", []),
        (f"{SRO}/2023-11-23#p10/1", "givet", "2024-01-18", []),
        (f"{SRO}/2023-11-23#p5/1", "omtalat", None, []),
        (f"{HALSA}/2024-04-12#p4/1", "omtalat", "2024-09-06", []),
        (f"{HALSA}/2024-04-12#p6/1", "omtalat", "2024-05-08", [(f"{HALSA}/2024-05-08#p3", "redovisad")]),
    ],
)
def test_uppdrag_are_given_proposed_or_only_mentioned(
    arkivet: Archive, uppdrag: str, lage: str, senast: str | None, rapporter: list[tuple[str, str]]
) -> None:
    """Each uppdrag is in the state that its document shows, with its day and the reports that name it."""
    one = ledger(arkivet)[uppdrag]
    assert one.uppdrag.lage == lage
    assert one.senast == (dt.date.fromisoformat(senast) if senast else None)
    assert [(report.punkt, report.aterrapport.lage) for report in one.rapporter][: len(rapporter) or None] == rapporter


def test_the_day_of_paragraph_22_is_a_conclusion_with_its_grounds(arkivet: Archive) -> None:
    """SRB 2024-04-19 says, on the meeting and on the extract, that its day is inferred and from which items."""
    data = arkivet.moten[f"{SRB}/2024-04-19"].data
    for holder in (data, data.dokument[0]):
        (day,) = [one for one in holder.harlett if one.falt == "datum"]
        assert set(day.ur) == {f"{SRB}/2024-06-14#k9", f"{NARA_VARD}/2024-05-03#p8"}
        assert (day.sakerhet, bool(day.skal)) == ("trolig", True)
    assert [punkt.nr for punkt in data.dokument[0].punkter] == ["§22"]
    assert data.dokument[0].datum is None


def test_every_conclusion_is_about_a_field_that_is_there(arkivet: Archive) -> None:
    """A conclusion names a field of the part that it marks, or the organ, day or number that the address gives."""
    of_the_address = {"organ", "datum"}
    for record in arkivet.records:
        for _, part in parts(record.data, Post):
            for one in getattr(part, "harlett", ()):
                assert isinstance(one, Harlett)
                assert one.falt in {*type(part).model_fields, *of_the_address}, f"{record.id}: {one.falt}"


def test_a_meeting_without_documents_is_known_from_an_item_that_names_it(arkivet: Archive) -> None:
    """A meeting without documents is named by the items it is known through, and is held only with a reason."""
    for mote in arkivet.moten.values():
        if any(dokument.tillgang == "finns" for dokument in mote.data.dokument):
            continue
        namers = {edge.fran.partition(":")[2] for edge in arkivet.kanter if edge.till == f"mote:{mote.id}"}
        namers |= {
            edge.fran.partition(":")[2]
            for edge in arkivet.kanter
            if edge.till and edge.till.startswith(f"punkt:{mote.id}#")
        }
        assert mote.data.kand_genom, mote.id
        assert set(mote.data.kand_genom) <= namers | {mote.id}, mote.id
        assert mote.data.status != "hallet" or any(one.falt == "status" for one in mote.data.harlett), mote.id


def test_the_two_days_for_the_same_meeting_are_both_kept(arkivet: Archive) -> None:
    """Samverkansgrupp hälsa's 2024-09-06 stays planned and 2024-09-02 proposed: no beslut is printed."""
    states = {day: arkivet.moten[f"{HALSA}/{day}"].data.status for day in ("2024-09-02", "2024-09-06")}
    assert states == {"2024-09-02": "foreslaget", "2024-09-06": "planerat"}
    item = arkivet.punkter[f"{HALSA}/2024-05-08#p2"].punkt
    assert (len(item.forslag), item.beslut) == (1, ())
    assert [(one.uppgift, one.ersatter) for one in item.kommande] == [("foreslaget", f"{HALSA}/2024-09-06")]


def test_notes_have_neither_anslag_nor_justering(arkivet: Archive) -> None:
    """Kallelser and notes are not justerade and not announced; the only anslag is that of SRB § 63."""
    for mote in arkivet.moten.values():
        for dokument in mote.data.dokument:
            if dokument.slag in UTAN_JUSTERING:
                signed = [one for one in dokument.justering if one.datum or one.justerat_av or one.utsedda]
                assert (signed, dokument.anslag, dokument.overklagande) == ([], (), None), mote.id
    (notice,) = arkivet.anslag
    assert notice.id == f"{SRB}/2024-10-11"
    assert (notice.anslag.uppsatt, notice.anslag.nedtaget) == (dt.date(2024, 10, 28), dt.date(2024, 11, 19))
    assert notice.anslag.sista_dag is None


def test_legal_standing_is_unknown_with_a_reason(arkivet: Archive) -> None:
    """No source says which kind of body any of the organ is, so the archive does not say it either."""
    for organ in arkivet.organ.values():
        assert organ.data.stallning.lage == "okand"
        assert organ.data.stallning.skal


def test_numbered_groups_of_the_agenda_are_left_open(arkivet: Archive) -> None:
    """Which group is politisk samverkansgrupp 1, 2 or 3 is not said, so no reference is made of it."""
    items = [item.punkt for item in arkivet.punkter.values() if item.mote == f"{SRB}/2024-08-29"]
    open_ones = [one for item in items for one in item.hanvisningar if "samverkansgrupp" in one.text]
    assert [one.text for one in open_ones] == [f"politisk samverkansgrupp {n}" for n in (1, 2, 3)]
    assert all(one.olost and not one.till for one in open_ones)


def test_the_meeting_with_the_kompetensrad_is_not_joined_to_a_day(arkivet: Archive) -> None:
    """Whether the joint meeting of § 16 is that of § 10 is not said, so § 16 points to no meeting."""
    item = arkivet.punkter[f"{KOMPETENS}/2024-04-26#p16"].punkt
    assert item.kommande == ()
    assert [bool(one.olost) for one in item.hanvisningar] == [True]
