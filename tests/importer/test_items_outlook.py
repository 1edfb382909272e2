"""What an item says beyond itself: kinds of beslut, uppdrag, other meetings, meetings to come."""

from __future__ import annotations

import pytest

from generator.importer.items.decisions import slag
from generator.importer.printed.case_numbers import case_numbers, line_of_case_numbers
from tests.importer.punkter import item, read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Informationen noteras.", "noteras"),
        ("Nämnden har tagit del av delegationsbesluten.", "noteras"),
        ("Dagordningen godkänns.", "godkanns"),
        ("Läsårstiderna fastställs.", "faststalls"),
        ("Kommunstyrelsen tar del av rapporten och lägger den till handlingarna.", "laggs-till-handlingarna"),
        ("Beredningen ställer sig bakom planen och rekommenderar kommunerna att anta den.", "rekommenderar"),
        ("Nämnden tillstyrker förslaget.", "tillstyrker"),
        ("Motionen bifalls.", "bifall"),
        ("Motionen avslås.", "avslag"),
        ("Ärendet återremitteras till förvaltningen.", "aterremiss"),
        ("Ärendet bordläggs till nästa sammanträde.", "bordlaggning"),
        ("Ärendet utgår.", "utgar"),
        ("Motionen ska anses besvarad med vad som anförs.", "anses-besvarad"),
        ("Rut Ahl (S) väljs till ny ersättare.", "utses"),
        ("Detaljplanen antas.", "antas"),
        ("Presidiet får i uppdrag att utreda frågan.", "uppdrag"),
        ("Rådet noterar informationen och ger tjänstepersonerna i uppdrag att bereda ärendet.", "uppdrag"),
        ("Uppdraget från 2024-02-27 § 88 förklaras genomfört.", "forklaras-genomfort"),
        ("Årets kulturpris tilldelas ungdomsorkestern.", None),
    ],
)
def test_kinds_of_decisions(text: str, kind: str | None) -> None:
    """By the words of the table; none where they do not say."""
    assert slag(text) == kind


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("HSF240207", ["HSF240207"]),
        ("RJL 2016/1288", ["RJL 2016/1288"]),
        ("Dnr KS 2018/14", ["KS 2018/14"]),
        ("KS/2020:248-003", ["KS/2020:248-003"]),
        ("KS2020-234", ["KS2020-234"]),
        ("SLK-2024-00130", ["SLK-2024-00130"]),
        ("RS 2022-01294", ["RS 2022-01294"]),
        ("Diarienr 0098/22", ["0098/22"]),
        ("00322/2026", ["00322/2026"]),
        ("00123/20212.6.", ["00123/20212.6."]),
        ("2013/190", ["2013/190"]),
        ("KS 2013/121/1", ["KS 2013/121/1"]),
        ("Dnr: GN 2024:61", ["GN 2024:61"]),
        ("Dnr. 2018/KS 0041 001", ["2018/KS 0041 001"]),
        ("Dnr ett nytt nummer", []),
        ("2024-01-26", []),
        ("Regeringens skrivelse 2020/21:133", []),
    ],
)
def test_forms_of_diarienummer_on_a_line_of_their_own(printed: str, numbers: list[str]) -> None:
    """Kept as printed, whatever their parts may mean."""
    assert line_of_case_numbers(printed) == numbers


def test_what_is_no_diarienummer_in_running_text() -> None:
    """A skrivelse of the government, a year, a name with figures."""
    text = "Regeringens skrivelse 2020/21:133, HoS2029, läsåret 2025/2026 och Dnr KS 2024/12."
    assert case_numbers(text) == ["KS 2024/12"]


@pytest.mark.parametrize(
    ("body", "to", "what", "lage", "senast"),
    [
        ("Beslut\n\nPresidiet får i uppdrag att utreda frågan.", ["Presidiet"], "utreda frågan", "givet", None),
        (
            "Förslag till beslut\n\nPresidiet och tjänstepersonsstöd får i uppdrag att ta fram en plan.",
            ["Presidiet", "tjänstepersonsstöd"], "ta fram en plan", "foreslaget", None,
        ),
        (
            "Beslut\n\nNämnden ger förvaltningen i uppdrag att återkomma senast den 15 mars 2025.",
            ["förvaltningen"], "återkomma senast den 15 mars 2025", "givet", "2025-03-15",
        ),
        (
            "Beslut\n\nKommunstyrelsen uppdrar åt kommundirektören att återkomma till sammanträdet 2025-06-10.",
            ["kommundirektören"], "återkomma till sammanträdet 2025-06-10", "givet", "2025-06-10",
        ),
        (
            "Beslut\n\nGruppen får i uppdrag att ta fram förslag. Rådet vill ha återrapport vid mötet 2025-05-07.",
            ["Gruppen"], "ta fram förslag", "givet", "2025-05-07",
        ),
        (
            "Ställningstagande\n\nRådet noterar det och vill att beredningen sammanställer en lista till nästa möte.",
            ["beredningen"], "sammanställer en lista till nästa möte", "givet", None,
        ),
        (
            "Beslut\n\nMiljö- och byggchefen får i uppdrag att samråda under tiden 9 juni–4 juli 2025.",
            ["Miljö- och byggchefen"], "samråda under tiden 9 juni–4 juli 2025", "givet", None,
        ),
        (
            "Beslut\n\nKultur-, idrotts- och fritidschefen och Presidiet får i uppdrag att utreda frågan.",
            ["Kultur-, idrotts- och fritidschefen och Presidiet"], "utreda frågan", "givet", None,
        ),
    ],
)  # fmt: skip
def test_uppdrag(body: str, to: list[str], what: str, lage: str, senast: str | None) -> None:
    """To whom, what, how sure, until when."""
    (task,) = item(body)["uppdrag"]
    assert (task["till"], task["text"], task["lage"], task.get("senast")) == (to, what, lage, senast)


def test_an_uppdrag_is_given_once() -> None:
    """The same words as förslag, as beslut and in the text are one uppdrag, and it is given."""
    words = "Presidiet får i uppdrag att utreda frågan om nya färjor."
    found = item(
        f"Det sägs att presidiet får i uppdrag att utreda frågan om nya färjor.\n\n"
        f"Förslag till beslut\n{words}\n\nBeslut\n{words}"
    )
    assert [task["lage"] for task in found["uppdrag"]] == ["givet"]


def test_what_was_given_before_is_no_uppdrag_here() -> None:
    """An earlier decision that the text tells of."""
    assert "uppdrag" not in item("Den 3 maj 2024 fick presidiet i uppdrag att utreda frågan.")


@pytest.mark.parametrize(
    ("text", "organ", "day", "nr"),
    [
        ("På regionala rådets sammanträde 2024-01-26 § 6, beslutades.", "regionala rådet", "2024-01-26", "6"),
        ("Frågan togs upp på SRB den 19 april.", "SRB", "2025-04-19", None),
        ("Se KF 2022-11-17 § 8.", "KF", "2022-11-17", "8"),
        ("Beslut av kommunfullmäktige den 26 januari 2023, § 37.", "kommunfullmäktige", "2023-01-26", "37"),
        ("Vid samverkansgruppens extra sammanträde den 8 maj 2025 svarar vi.", "samverkansgruppen", "2025-05-08", None),
        ("Vid sammanträdet 2025-04-07.", None, "2025-04-07", None),
    ],
)  # fmt: skip
def test_references_to_other_meetings(text: str, organ: str | None, day: str, nr: str | None) -> None:
    """The body, the day and the number as far as they are printed."""
    (found,) = read(f"§ 7 Avtal\n\n{text}\n").mentions
    assert (found.organ, str(found.datum)[5:], found.nr) == (organ, day[5:], nr)
    assert found.path == (0,)


def test_a_day_without_a_year_in_what_has_been() -> None:
    """A past sentence means the last such day, and the year is a conclusion."""
    (found,) = read("§ 7 Avtal\n\nPå mötet med SRO den 3 april efterfrågades en lista.\n").mentions
    assert (str(found.datum), found.certain) == ("2024-04-03", False)


def test_a_printed_underlag_is_a_reference() -> None:
    """A § of another body by its short name, minutes by their body and day."""
    found = read(
        "§ 7 Avtal\n\nBeslutsunderlag\n- §63 SRB Nära vård\n- Minnesanteckningar samverkansgrupp hälsa 2024-04-12\n"
    )
    assert [(one.organ, one.nr, str(one.datum or "")) for one in found.mentions] == [
        ("SRB", "63", ""), ("samverkansgrupp hälsa", None, "2024-04-12")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Nästa sammanträde äger rum fredagen den 16 maj 2025 kl. 09.00.", [("2025-05-16", "planerat", "kl. 09.00")]),
        ("Förslag till beslut\n\nNästa sammanträde ska äga rum den 16 maj 2025.", [("2025-05-16", "foreslaget", None)]),
        ("Gruppen föreslås sammanträda fredagen den 16 maj 2025 kl 9.00.", [("2025-05-16", "foreslaget", "kl 9.00")]),
        (
            "Gruppen föreslås sammanträda fredagen den 16 maj 2025.\n\nBeslut\n\nFörslaget fastställs.",
            [("2025-05-16", "beslutat", None)],
        ),
        (
            "Alla möten börjar klockan 13.00-15.00.\n\n- 18 mars\n- 25 april",
            [("2025-03-18", "planerat", "klockan 13.00-15.00"), ("2025-04-25", "planerat", "klockan 13.00-15.00")],
        ),
        ("Mötet den 5 maj 2025 ställs in.", [("2025-05-05", "installt", None)]),
    ],
)
def test_meetings_to_come(body: str, said: list[tuple[str, str, str | None]]) -> None:
    """Planned, proposed, decided, in a series, cancelled."""
    found = read(f"§ 7 Mötesdatum 2025\n\n{body}\n").planned
    assert [(str(one.datum), one.uppgift, one.tid) for one in found] == said


def test_a_meeting_that_is_moved() -> None:
    """The new day stands for another one."""
    (found,) = read("§ 7 Nästa sammanträde\n\nNästa sammanträde föreslås ändras till den 2 september 2025.\n").planned
    assert (found.uppgift, found.replaces) == ("foreslaget", True)


def test_a_report_of_an_earlier_uppdrag() -> None:
    """The title says so, the text says which; in a kallelse it is planned."""
    found = read("§ 7 Återrapport om färjor\n\nPå beredningens sammanträde 2024-01-26 § 6 gavs det.\n", slag="kallelse")
    (report,) = found.reports
    assert report.given is not None
    assert (report.given.nr, report.lage) == ("6", "planerad")


def test_a_day_that_another_item_prints() -> None:
    """``Nästa möte`` and a month mean the meeting that another item names; a month of another year does not."""
    found = read(
        "§ 7 Nästa sammanträde\n\nNästa sammanträde äger rum den 16 maj 2025.\n\n"
        "§ 8 Färjor\n\nFrågan tas upp på nästa möte.\n\n§ 9 Enkät\n\nSvaren redovisas på sammanträdet i maj.\n\n"
        "§ 10 Historik\n\nFrågan väcktes på mötet i maj 2022.\n"
    ).planned
    assert [(one.path, str(one.datum), one.certain) for one in found] == [
        ((0,), "2025-05-16", True),
        ((1,), "2025-05-16", False),
        ((2,), "2025-05-16", False),
    ]
    assert found[1].why == "Dagen är inte tryckt här; 2025-05-16 står i en annan punkt."


def test_a_meeting_inside_another() -> None:
    """An ordinary meeting in the agenda of an internat."""
    (found,) = read(
        "Internat 4-5 mars 2025\n\nProgram tisdag 4 mars\n12.00 Lunch\n13.00 Inledning\n\n"
        "Program onsdag 5 mars\n09.00 Ordinarie SRB-möte\n10.00 Avslut\n",
        slag="agenda",
    ).planned
    assert (found.organ, str(found.datum), found.tid) == ("SRB", "2025-03-05", "09.00")


def test_a_table_of_days_is_a_plan_of_meetings() -> None:
    """Under a title that says so and names the year; the table has the heading that it stands under."""
    rows = "Datum\tTid\tPlats\n3 februari\t09.00\tTorget\n21 april\t13.00\tTorget"
    found = read(f"§ 7 Sammanträdestider 2026\n\nBeslut\n\nStyrelsen fastställer tiderna enligt följande:\n\n{rows}\n")
    assert [(one.datum.isoformat(), one.tid, one.uppgift) for one in found.planned] == [
        ("2026-02-03", "09.00", "beslutat"), ("2026-04-21", "13.00", "beslutat"),
    ]  # fmt: skip
    assert [one["rubrik"] for one in found.value[0]["avsnitt"]] == ["Beslut"]


def test_a_table_without_a_heading_has_that_of_its_item() -> None:
    """No word is added that is not printed, and days in it are no meetings where the item is of something else."""
    found = read("§ 7 Kvartalsrapport\n\nDag\tAntal\n3 mars\t14\n4 april\t3\n")
    assert found.value[0]["avsnitt"][0]["rubrik"] == "Kvartalsrapport"
    assert not found.planned
