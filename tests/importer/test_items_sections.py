"""What stands inside an item: sections, tables, contributions, förslag and beslut, underlag, justering."""

from __future__ import annotations

import pytest

from tests.importer.punkter import item, items, texts

# ---- sections ---


def test_sections_stand_under_their_printed_headings() -> None:
    """Known headings and unknown ones; what stands before the first is the text."""
    found = item(
        "Ordföranden inleder.\n\nSammanfattning av ärendet\n\nFärjan går varje dag.\n\n"
        "Barnets bästa\n\nFörslaget rör inte barn.\n"
    )
    assert found["text"] == "Ordföranden inleder."
    assert found["avsnitt"] == [
        {"rubrik": "Sammanfattning av ärendet", "text": "Färjan går varje dag."},
        {"rubrik": "Barnets bästa", "text": "Förslaget rör inte barn."},
    ]


def test_a_sentence_that_a_list_goes_on_is_no_heading() -> None:
    """It ends with a colon, and it is text together with its list; a heading of a list is a heading."""
    said = item("Följande meddelanden redovisas:\n\n- Beslut om bidrag\n- Protokoll från förbundet\n")
    assert "avsnitt" not in said
    assert said["text"].startswith("Följande meddelanden redovisas:")
    headed = item("Viktiga utvecklingsområden:\n\n- Kompetens\n- Ekonomi\n")
    assert [one["rubrik"] for one in headed["avsnitt"]] == ["Viktiga utvecklingsområden:"]


def test_a_table_keeps_its_empty_cells() -> None:
    """Tabs with nothing between them are empty cells."""
    found = item("Tidsplan\n\nJanuari\tApril\tOktober\nUppföljning\t\tDialog\nTaxor\tBudget\tÅrsplan\n")
    table = found["avsnitt"][0]["tabell"]
    assert table["kolumner"] == ["Januari", "April", "Oktober"]
    assert table["rader"] == [["Uppföljning", "", "Dialog"], ["Taxor", "Budget", "Årsplan"]]


def test_what_each_kommun_said() -> None:
    """A run of paragraphs that begin with a name and a colon, some of them known."""
    found = item(
        "Laget runt genomförs.\n\nEkby: Ny skola byggs.\n\nVikby kommun: Budgeten är klar.\n\n"
        "Norrås: Svar har lämnats via mejl. ”Vi väntar.”"
    )
    assert [(one["fran"], one["text"]) for one in found["inlagg"]] == [
        ("Ekby", "Ny skola byggs."),
        ("Vikby kommun", "Budgeten är klar."),
        ("Norrås", "Svar har lämnats via mejl. ”Vi väntar.”"),
    ]
    assert found["inlagg"][2]["satt"] == "via mejl"
    assert found["text"] == "Laget runt genomförs."


def test_labels_and_words_with_a_colon_are_no_contributions() -> None:
    """Syfte, mål and kostnad are no parties."""
    assert "inlagg" not in item("Syfte: Bättre vägar.\n\nMål: Färre olyckor.\n\nKostnad: Två miljoner.")


# ---- förslag and beslut ---


def test_forslag_is_never_beslut() -> None:
    """What is only proposed is not decided."""
    found = item("Förslag till beslut\n\nAvtalet godkänns.")
    assert texts(found["forslag"]) == ["Avtalet godkänns."]
    assert "beslut" not in found


def test_who_proposed_is_kept() -> None:
    """The heading says whose förslag it is."""
    found = item("Arbetsutskottets förslag till beslut\n\nAvtalet godkänns.")
    assert found["forslag"][0]["av"] == "Arbetsutskottet"


def test_satser_of_a_beslut() -> None:
    """Att-satser and numbers are satser of their own; the words that lead in belong to the first att-sats."""
    found = item(
        "Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\natt godkänna avtalet, samt\n"
        "att ge kommundirektören i uppdrag att återkomma med en tidsplan som visar hur avtalet kan börja gälla\n"
        "redan i höst senast den 15 mars 2025.\n"
    )
    assert texts(found["beslut"]) == [
        "Kommunstyrelsen föreslår kommunfullmäktige besluta att godkänna avtalet, samt",
        "att ge kommundirektören i uppdrag att återkomma med en tidsplan som visar hur avtalet kan börja gälla redan i "
        "höst senast den 15 mars 2025.",
    ]


def test_bare_numbers_in_a_beslut() -> None:
    """Numbers that count from one are those of satser; a figure that begins a sentence is not."""
    found = item("Beslut\n1 Avtalet godkänns.\n2 Taxan fastställs.\n")["beslut"]
    assert [(one["nr"], one["text"]) for one in found] == [("1", "Avtalet godkänns."), ("2", "Taxan fastställs.")]
    assert "nr" not in item("Beslut\n7 Kap. i reglementet upphävs.\n")["beslut"][0]


def test_sentences_on_lines_of_their_own_are_satser() -> None:
    """Where nothing but the line parts them, they are told apart."""
    found = item(
        "Beslut\nPetra Norling utses att tillsammans med ordföranden justera protokollet.\nAvtalet godkänns.\n"
    )
    assert len(found["beslut"]) == 2


def test_a_heading_below_a_beslut_ends_it() -> None:
    """Also one that no table has, where the satser above it end as sentences."""
    found = item("Beslut\n\n- Avtalet godkänns.\n\nTillgänglighet\n\nFärjan har ramp.\n")
    assert texts(found["beslut"]) == ["Avtalet godkänns."]
    assert found["avsnitt"] == [{"rubrik": "Tillgänglighet", "text": "Färjan har ramp."}]


def test_ruled_lines_are_no_text() -> None:
    """A rule between items."""
    found = items("§ 7 Avtal\n\nBeslut\nAvtalet godkänns.\n_____\n\n§ 8 Taxa\n\nInget nytt.\n---\n")
    assert (texts(found[0]["beslut"]), found[1]["text"]) == (["Avtalet godkänns."], "Inget nytt.")


def test_a_wrapped_att_begins_no_sats() -> None:
    """A line of print that happens to begin with att goes on with its sentence."""
    found = item(
        "Beslut\nBeredningen ställer sig bakom målbilden och rekommenderar regionen och länets kommuner\n"
        "att anta densamma.\n"
    )
    assert len(found["beslut"]) == 1
    assert found["beslut"][0]["slag"] == "rekommenderar"


def test_kommunstyrelsen_beslutar_below_a_forslag_is_the_forslag() -> None:
    """Such a line opens a förslag that is empty or that is followed by a heading Beslut."""
    found = item(
        "Förslag till beslut\nKommunstyrelsen beslutar\natt godkänna avtalet.\n\n"
        "Beslut\nKommunstyrelsen beslutar\natt avslå avtalet.\n"
    )
    assert texts(found["forslag"]) == ["Kommunstyrelsen beslutar att godkänna avtalet."]
    assert texts(found["beslut"]) == ["Kommunstyrelsen beslutar att avslå avtalet."]


def test_text_after_a_label_on_its_line_is_running_text() -> None:
    """``Ställningstagande: …`` ends with its paragraph."""
    found = item("Ställningstagande: Rådet noterar informationen.\n\nÅrshjulet ger en planering för året.")
    assert texts(found["stallningstagande"]) == ["Rådet noterar informationen."]
    assert found["text"] == "Årshjulet ger en planering för året."


def test_omedelbar_justering() -> None:
    """As a heading, as a sentence of the beslut, and the plain words of an extract."""
    assert item("Beslut\nAvtalet godkänns.\n\nOmedelbar justering\nParagrafen justeras omedelbart.")["justerad"] == {
        "text": "Paragrafen justeras omedelbart.",
        "omedelbart": "ja",
    }
    among = item("Beslut\n1. Avtalet godkänns.\n2. Paragrafen förklaras omedelbart justerad.")
    assert among["justerad"]["omedelbart"] == "ja"
    assert len(among["beslut"]) == 2
    assert item("Beslut\nAvtalet godkänns.\n\nParagrafen är justerad")["justerad"] == {"text": "Paragrafen är justerad"}


def test_underlag_and_where_it_is_sent() -> None:
    """Lists of documents with wrapped titles, links that lead somewhere or nowhere, receivers."""
    found = item(
        "Beslutsunderlag\n\uf0b7 Tjänsteskrivelse 2025-01-20\n"
        "\uf0b7 Utdrag ur minnesanteckningar 2024-02-02 punkt\n\n5\n\n"
        "- [Färdplan \\(vastby.se\\)](#)\n- [Rapport](https://vastby.se/rapport)\n\n"
        "Beslutet skickas till\nEkonomiavdelningen\nKommunfullmäktige\n"
    )
    assert texts(found["underlag"]) == [
        "Tjänsteskrivelse 2025-01-20",
        "Utdrag ur minnesanteckningar 2024-02-02 punkt 5",
        "Färdplan (vastby.se)",
        "Rapport",
    ]
    assert [one.get("datum") for one in found["underlag"]] == ["2025-01-20", "2024-02-02", None, None]
    assert found["underlag"][2]["lank_tryckt"] == "#"
    assert found["underlag"][3]["lank"] == "https://vastby.se/rapport"
    assert found["skickas_till"] == ["Ekonomiavdelningen", "Kommunfullmäktige"]


def test_signatures_below_the_last_item_are_not_part_of_it() -> None:
    """Role and name side by side or below each other, and a heading for the justering of it all."""
    for closing in ("Sekreterare\tLo Grahn\nJusterare\tBo Alsén", "Cia Durling\nOrdförande\nLo Grahn\nSekreterare"):
        found = items(f"§ 7 Avtal\n\nBeslut\n\nAvtalet godkänns.\n\n{closing}\n")
        assert texts(found[0]["beslut"]) == ["Avtalet godkänns."]


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("Direktör Anna Ekvall informerar om:", "- Färjan\n- Bron"),
        ("Protokoll från Färjan AB 2025-01-24", "Protokoll från pensionärsrådet 2025-01-30."),
    ],
)
def test_a_line_straight_below_a_heading_is_its_text(first: str, rest: str) -> None:
    """Nothing stands between them that the heading could be for; who speaks is seen there too."""
    found = item(f"Beslut\n\nInformationen noteras.\n\nSammanfattning\n\n{first}\n\n{rest}")
    assert [one["rubrik"] for one in found["avsnitt"]] == ["Sammanfattning"]
    assert found["avsnitt"][0]["text"].startswith(first)
    assert ("medverkande" in found) is first.startswith("Direktör")
