"""The layouts: one function for each document, from its truth to what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from tests.importer.dokument.block import SIDA, Block, lista, rad, rubrik, tabell
from tests.importer.dokument.punkt import Data, Stil, blocks

SVENSKA = {
    "forslag": "Förslag till beslut",
    "yrkanden": "Yrkanden",
    "propositionsordning": "Propositionsordning",
    "omrostningar": "Omröstning",
    "beslut": "Beslut",
    "reservationer": "Reservation",
    "anteckningar": "Protokollsanteckning",
    "jav": "Jäv",
    "underlag": "Beslutsunderlag",
    "skickas_till": "Beslutet skickas till",
    "stallningstagande": "Ställningstagande",
}
STIL = Stil(ord=SVENSKA)


def items(dokument: Data, stil: Stil) -> Iterator[Block]:
    """Every item of a document."""
    for punkt in dokument["punkter"]:
        yield from blocks(punkt, stil)


def names(dokument: Data, group: str, lists: str = "narvaro") -> list[str]:
    """A list of people as printed."""
    return [row if isinstance(row, str) else row["rad"] for row in dokument[lists].get(group, ())]


def signatures(dokument: Data) -> list[str]:
    """Each signature with its role in front."""
    return [f"{signed['roll']} {signed['namn']}" for signed in dokument["underskrifter"]]


def bevis(dokument: Data, labels: dict[str, str]) -> list[Block]:
    """The block of the anslag under printed labels."""
    return [rad(label, dokument["anslag"][key]) for key, label in labels.items() if key in dokument["anslag"]]


def ks_ekbacka(moten: list[Data]) -> Iterator[Block]:
    """Head as a table of two columns, names below each other, bevis last on the first page."""
    dokument = moten[0]["dokument"][0]
    yield rubrik(dokument["rubrik"])
    yield rad("Organ", dokument["organ_tryckt"])
    yield rad("Sammanträdesdatum", dokument["datum"])
    yield rad("Plats och tid", dokument["plats_och_tid"], "Ajournering kl. 14.20–14.35")
    yield rad("Beslutande", *names(dokument, "beslutande"))
    yield rad("Ej tjänstgörande ersättare", *names(dokument, "ej_tjanstgorande"))
    yield rad("Övriga deltagare", *names(dokument, "ovriga"))
    yield rad("Utses att justera", *dokument["justering"]["utsedda"])
    yield rad("Justeringens plats och tid", dokument["justering"]["plats_och_tid"])
    yield rad("Paragrafer", dokument["omfattar"])
    yield rad("Underskrifter", *signatures(dokument))
    yield rubrik("ANSLAG/BEVIS", 3)
    yield Block("text", dokument["anslag"]["text"])
    yield from bevis(dokument, BEVIS)
    yield SIDA
    yield from items(dokument, STIL)


BEVIS = {
    "organ_tryckt": "Organ",
    "sammantradesdatum": "Sammanträdesdatum",
    "uppsatt": "Datum då anslaget sätts upp",
    "nedtaget": "Datum då anslaget tas ned",
    "forvaras": "Förvaringsplats för protokollet",
    "underskrift": "Underskrift",
}


def kf_ekbacka(moten: list[Data]) -> Iterator[Block]:
    """Labels with a colon, the beslut first in each §, roll calls as tables; the bevis ends the document."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("Ekbacka kommun")
    yield rubrik(f"{dokument['rubrik']} Kommunfullmäktige {dokument['datum']}", 2)
    yield Block("text", f"Plats och tid: {dokument['plats_och_tid']}")
    yield rubrik("Tjänstgörande ledamöter och ersättare", 3)
    yield lista(names(dokument, "beslutande"))
    yield rubrik("Närvarande, ej tjänstgörande ersättare", 3)
    yield lista(names(dokument, "ej_tjanstgorande"))
    yield rubrik("Övriga närvarande", 3)
    yield lista(names(dokument, "ovriga"))
    yield Block("text", f"Justerare: {' och '.join(dokument['justering']['utsedda'])}")
    yield Block("text", f"Justering: {dokument['justering']['plats_och_tid']}")
    yield Block("text", f"Paragrafer: {dokument['omfattar']}")
    yield SIDA
    order = ("arenden", "beslut", "reservationer", "anteckningar", "jav", "text", "avsnitt", "forslag", "yrkanden",
             "propositionsordning", "omrostningar", "underlag")  # fmt: skip
    words = SVENSKA | {"beslut": "Kommunfullmäktiges beslut", "underlag": "Underlag för beslut",
                       "forslag": "Kommunstyrelsens förslag", "reservationer": "Reservationer",
                       "omrostningar": "Omröstningsresultat"}  # fmt: skip
    yield from items(dokument, replace(STIL, ordning=order, ord=words, dnr="Diarienummer: {}"))
    yield SIDA
    yield rubrik("Underskrifter", 2)
    yield from (rad(signed["roll"], signed["namn"]) for signed in dokument["underskrifter"])
    yield rubrik("Bevis om anslag", 2)
    yield from bevis(dokument, {
        "organ_tryckt": "Instans", "sammantradesdatum": "Sammanträdesdatum", "uppsatt": "Anslaget publiceras",
        "sista_dag": "Sista dag för överklagande", "nedtaget": "Anslaget tas bort",
        "forvaras": "Protokollet förvaras", "underskrift": "Ansvarig",
    })  # fmt: skip


def mbn_tallbo(moten: list[Data]) -> Iterator[Block]:
    """Word: §§ by the program's own numbering, head as paragraphs with bold-like headings."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("Miljö- och byggnadsnämnden")
    yield Block("text", f"Protokoll {dokument['datum']}")
    yield rad("Plats och tid", dokument["plats_och_tid"])
    yield rad("Beslutande", *names(dokument, "beslutande"))
    yield rad("Närvarande ersättare", *names(dokument, "ej_tjanstgorande"))
    yield rad("Tjänstemän", *names(dokument, "ovriga"))
    yield rad("Justerare", *dokument["justering"][0]["utsedda"])
    yield rad("Tid och plats för justering", dokument["justering"][0]["plats_och_tid"])
    yield from (rad(signed["roll"], signed["namn"]) for signed in dokument["underskrifter"])
    words = SVENSKA | {"beslut": "Nämndens beslut", "underlag": "Handlingar i ärendet"}
    stil = replace(STIL, ord=words, dnr="Ärende {}", numrera=lambda punkt: Block("numrerad", punkt["rubrik"]))
    yield from items(dokument, stil)


def rf_norrvik(moten: list[Data]) -> Iterator[Block]:
    """Text: two days, a day as a heading above its §§, names one per line."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("REGION NORRVIK")
    yield rubrik(dokument["rubrik"])
    yield rad("Plats och tid", dokument["plats_och_tid"])
    yield rad("Tjänstgörande", *names(dokument, "beslutande"))
    yield rad("Övriga närvarande", *names(dokument, "ovriga"))
    yield rad("Justerare", " och ".join(dokument["justering"]["utsedda"]))
    yield rad("Justering", dokument["justering"]["plats_och_tid"])
    yield rad("Paragrafer", dokument["omfattar"])
    yield SIDA
    day = ""
    for punkt in dokument["punkter"]:
        if punkt["dag"] != day:
            yield rubrik(DAGAR[punkt["dag"]])
            day = punkt["dag"]
        yield from blocks(punkt, replace(STIL, ord=SVENSKA | {"forslag": "Regionstyrelsens förslag"}))
    yield rubrik("Underskrifter")
    yield from (rad(signed["roll"], signed["namn"]) for signed in dokument["underskrifter"])


DAGAR = {"2025-06-10": "Tisdagen den 10 juni 2025", "2025-06-11": "Onsdagen den 11 juni 2025, kl. 9.00"}


def sn_vikaby(moten: list[Data]) -> Iterator[Block]:
    """Word: a) b) by the program's numbering below §§ that are written out."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("Vikaby kommun")
    yield rubrik("Socialnämnden", 2)
    yield Block("text", f"Sammanträdesprotokoll\t{dokument['datum']}")
    yield rad("Tid och plats", dokument["plats_och_tid"])
    yield rad("Beslutande", ", ".join(names(dokument, "beslutande")[:2]), *names(dokument, "beslutande")[2:])
    yield rad("Övriga", *names(dokument, "ovriga"))
    yield rad("Justerande", *dokument["justering"]["utsedda"])
    yield rad("Justeringens tid och plats", dokument["justering"]["plats_och_tid"])
    words = SVENSKA | {"beslut": "Socialnämndens beslut", "forslag": "Förvaltningens förslag"}
    for number, punkt in enumerate(dokument["punkter"]):
        under = replace(STIL, ord=words, niva_ord=4, numrera=partial(_numbered, lists=1 if number == 0 else 2))
        for_sub = [part for sub in punkt.get("underpunkter", ()) for part in blocks(sub, under)]
        whole = list(blocks({**punkt, "underpunkter": []}, replace(STIL, ord=words, dnr="Diarienr {}")))
        cut = next((i for i, block in enumerate(whole) if block.text == words["beslut"]), len(whole))
        yield from [*whole[:cut], *for_sub, *whole[cut:]]
    yield from (rad(signed["roll"], signed["namn"]) for signed in dokument["underskrifter"])


def _numbered(punkt: Data, lists: int) -> Block:
    return Block("numrerad", punkt["rubrik"], lists)


def kfn_sandhamra(moten: list[Data]) -> Iterator[Block]:
    """Text: § without a space, labels in capitals, a value after them on the next lines."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("SANDHAMRA KOMMUN")
    yield rubrik("KULTUR- OCH FRITIDSNÄMNDEN")
    yield rubrik(f"PROTOKOLL {dokument['datum']}")
    yield rad("Tid", moten[0]["tid"])
    yield rad("Plats", moten[0]["plats"])
    yield rad("NÄRVARANDE LEDAMÖTER", *names(dokument, "beslutande"))
    yield rad("NÄRVARANDE ERSÄTTARE", *names(dokument, "ej_tjanstgorande"), "")
    yield rad("ÖVRIGA NÄRVARANDE", *names(dokument, "ovriga"))
    yield from items(dokument, replace(STIL, dnr_i_titel=True, ord=SVENSKA | {"beslut": "NÄMNDENS BESLUT"}))
    yield rubrik("JUSTERING")
    yield Block("text", f"Protokollet justeras av Amina Warsame den {dokument['justering']['datum']}.")
    yield from (rad(signed["roll"], signed["namn"]) for signed in dokument["underskrifter"])


def samrad_norrvik(moten: list[Data]) -> Iterator[Block]:
    """Text: notes with bare numbers, a day without any label."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("Minnesanteckningar")
    yield Block("text", f"Samverkansrådet för kollektivtrafik, torsdagen den 3 oktober 2024, {moten[0]['tid']}")
    yield Block("text", f"{moten[0]['plats']} och via Teams")
    yield rad("Närvarande", *names(dokument, "narvarande"))
    yield rad("Förhinder", *names(dokument, "forhinder"))
    yield Block("text", "")
    yield from items(dokument, replace(STIL, titel="{nr}. {rubrik}"))
    yield rad("Vid minnesanteckningarna", "Nora Bylund")


def gn_tallbo(moten: list[Data]) -> Iterator[Block]:
    """Word: names in the columns of a table."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("Gemensamma gymnasienämnden")
    yield Block("text", f"PROTOKOLL {dokument['datum']}")
    yield Block("text", f"Plats och tid: {dokument['plats_och_tid']}")
    yield rubrik("Beslutande", 2)
    yield tabell(("Namn", "Uppdrag", "Parti", "Kommun"), *_columns(names(dokument, "beslutande")))
    yield rubrik("Ej tjänstgörande", 2)
    yield tabell(("Namn", "Uppdrag", "Parti", "Kommun"), *_columns(names(dokument, "ej_tjanstgorande")))
    yield rubrik("Övriga", 2)
    yield tabell(("Namn", "Titel"), *((row["rad"], row["titel"]) for row in dokument["narvaro"]["ovriga"]))
    yield Block("text", "")
    words = SVENSKA | {"underlag": "Underlag", "skickas_till": "Kopia till"}
    yield from items(dokument, replace(STIL, ord=words, dnr="Dnr: {}"))
    yield rubrik("Justering", 2)
    yield Block("text", f"Utsedd justerare: {dokument['justering']['utsedda'][0]}")
    yield Block("text", f"Tid och plats: {dokument['justering']['plats_och_tid']}")
    yield from (Block("text", line.replace(" ", ": ", 1)) for line in signatures(dokument))
    yield rubrik("Anslagsbevis", 2)
    yield tabell(*((block.text, block.rader[0][0]) for block in bevis(dokument, BEVIS)))


_COLUMNS = re.compile(r"(.+?) (Ordförande|Vice ordförande|Ledamot|Ersättare) (\w+) (.+)")


def _columns(rows: list[str]) -> list[tuple[str, ...]]:
    return [found.groups() for row in rows if (found := _COLUMNS.fullmatch(row))]


def un_lillsjo(moten: list[Data]) -> Iterator[Block]:
    """Text: names after each other without separators."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("Lillsjö kommun")
    yield rubrik("Protokoll")
    yield rad("Nämnd", dokument["organ_tryckt"])
    yield rad("Datum", dokument["datum"])
    yield rad("Plats och tid", dokument["plats_och_tid"])
    yield rad("Beslutande", " ".join(names(dokument, "beslutande")))
    yield rad("Övriga deltagande", " ".join(names(dokument, "ovriga")))
    yield rad("Utsedd att justera", *dokument["justering"]["utsedda"])
    yield rad("Justeringens plats och tid", dokument["justering"]["plats_och_tid"])
    yield rad("Paragrafer", dokument["omfattar"])
    yield Block("text", "")
    words = SVENSKA | {"beslut": "Utbildningsnämndens beslut"}
    yield from items(dokument, replace(STIL, ord=words, dnr="{}"))
    yield from (rad(signed["roll"], signed["namn"]) for signed in dokument["underskrifter"])


def tn_ekbacka(moten: list[Data]) -> Iterator[Block]:
    """A web page: headings, names one per line."""
    dokument = moten[0]["dokument"][0]
    yield rubrik(dokument["rubrik"])
    yield Block("text", "Tekniska nämnden, Ekbacka kommun")
    yield Block("text", f"Tid: {moten[0]['tid']}")
    yield Block("text", f"Plats: {moten[0]['plats']}")
    for group, heading in {"beslutande": "Beslutande", "ej_tjanstgorande": "Ej tjänstgörande ersättare",
                           "ovriga": "Övriga närvarande", "forhinder": "Förhinder"}.items():  # fmt: skip
        yield rubrik(heading, 2)
        yield from (Block("text", name) for name in names(dokument, group))
    yield from items(dokument, replace(STIL, dnr="Diarienummer {}"))
    yield rubrik("Justering", 2)
    yield Block("text", f"Justerare: {dokument['justering']['utsedda'][0]}")
    yield Block("text", f"Justeringsdatum: {dokument['justering']['datum']}")
    yield from (Block("text", line.replace(" ", ": ", 1)) for line in signatures(dokument))
    yield rubrik("Anslag", 2)
    anslag = dokument["anslag"]
    yield Block("text", f"Anslaget sattes upp {anslag['uppsatt']} och tas ned {anslag['nedtaget']}.")
