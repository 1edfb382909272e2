"""The same meetings in other clothes: layouts of other authorities for truths that other documents have too.

Each layout says what it changes in the truth (what it does not print, or prints under another name).
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import replace

from generator.model.narvarorad import read_rad
from tests.importer.dokument.block import SIDA, Block, lista, rad, rubrik, tabell, text
from tests.importer.dokument.punkt import Data, blocks, many, words
from tests.importer.dokument.utseenden import STIL, SVENSKA, names, signatures


def _p(value: str) -> Block:
    return Block("text", value)


def roller_change(dokument: Data) -> None:
    """No plats of the justering, no breaks."""
    del dokument["justering"]["plats_och_tid"], dokument["pauser"]
    for punkt in dokument["punkter"]:
        punkt.get("beslut", []).sort(key=lambda sats: sats.get("nr", ""))
        for sats in [*punkt.get("beslut", ()), *punkt.get("forslag", ())]:
            sats.pop("nr", None)


def roller(moten: list[Data]) -> Iterator[Block]:
    """The chairs and substitutes under labels of their own, § and title on lines of their own, lists in a beslut."""
    dokument = moten[0]["dokument"][0]
    yield from (rubrik("EKBACKA KOMMUN"), _p("Kommunstyrelsen"), _p("PROTOKOLL"))
    yield from (_p(f"Sammanträdesdatum: {dokument['datum']}"), _p(f"Plats och tid: {dokument['plats_och_tid']}"))
    rows = names(dokument, "beslutande")
    yield from (rad(part[1].capitalize(), part[0]) for row in rows if "ordförande" in row for part in [row.split(", ")])
    yield rad("Ledamöter", *(row for row in rows if "ordförande" not in row and "ersätter" not in row))
    yield rad("Tjänstgörande ersättare", *(row.replace("ersätter", "för") for row in rows if "ersätter" in row))
    yield rad("Ej tjänstgörande ersättare", *names(dokument, "ej_tjanstgorande"))
    yield rad("Tjänstepersoner", *names(dokument, "ovriga"))
    yield rad("Justerare", *dokument["justering"]["utsedda"])
    yield rad("Paragrafer", dokument["omfattar"])
    yield _p(f"Tid för justering: {dokument['justering']['datum']}")
    yield SIDA
    headings = SVENSKA | {"propositionsordning": "Beslutsgång", "skickas_till": "Beslut skickas till"}
    stil = replace(
        STIL, ord=headings, dnr="Diarienummer: {}", satser="lista", numrera=lambda punkt: rubrik(punkt["nr"], 2)
    )
    for punkt in dokument["punkter"]:
        first, *rest = blocks(punkt, stil)
        yield from (first, rubrik(punkt["rubrik"], 2), *rest)
    yield rubrik("Underskrifter", 2)
    for signed in dokument["underskrifter"]:
        yield from (_p("_______________________"), _p(f"{signed['namn']}, {signed['roll'].lower()}"))
    anslag = dokument["anslag"]
    yield from (rubrik("Anslagsbevis", 2), _p(anslag["text"]), _p(f"Organ: {anslag['organ_tryckt']}"))
    yield from (_p(f"Sammanträdesdatum: {anslag['sammantradesdatum']}"), _p(f"Anslaget den: {anslag['uppsatt']}"))
    yield from (_p(f"Tas ner den: {anslag['nedtaget']}"), _p(f"Förvaringsplats: {anslag['forvaras']}"))
    yield _p(f"Underskrift: {anslag['underskrift']}")


def etiketter(moten: list[Data]) -> Iterator[Block]:
    """Each label on a line of its own above its value; KF before the §; roll calls in running text."""
    dokument = moten[0]["dokument"][0]
    yield from (rubrik("Kommunfullmäktige"), _p("Sammanträdesprotokoll"), _p("Datum"), _p("28 april 2025"))
    yield from (_p("Plats och tid"), _p(dokument["plats_och_tid"]))
    groups = {
        "beslutande": "Beslutande",
        "ej_tjanstgorande": "Ersättare (ej tjänstgörande)",
        "ovriga": "Övriga deltagande",
    }
    for group, label in groups.items():
        yield from (_p(label), *map(_p, names(dokument, group)))
    yield from (_p("Utsedda justerare"), _p(" och ".join(dokument["justering"]["utsedda"])))
    yield from (_p("Justering"), _p(dokument["justering"]["plats_och_tid"]))
    yield from (_p("Protokollet omfattar"), _p(dokument["omfattar"]), SIDA)
    headings = SVENSKA | {"underlag": "Handlingar", "forslag": "Kommunstyrelsens förslag till kommunfullmäktige"}
    for punkt in dokument["punkter"]:
        case = "\t" + ", ".join(many(punkt["arenden"])) if "arenden" in punkt else ""
        yield from (rubrik(punkt["nr"].replace("§", "KF §") + case, 2), rubrik(punkt["rubrik"], 2))
        body = (
            {**punkt, "omrostningar": [_spoken(vote) for vote in punkt["omrostningar"]]}
            if "omrostningar" in punkt
            else punkt
        )
        whole = blocks({**body, "arenden": None}, replace(STIL, ord=headings, ordning=tuple(STIL.ordning[1:])))
        yield from list(whole)[1:]
    yield from (rubrik("Underskrifter", 2), *map(_p, (line.replace(" ", "\t", 1) for line in signatures(dokument))))
    labels = {"organ_tryckt": "Instans", "sammantradesdatum": "Sammanträdesdatum", "uppsatt": "Datum för publicering",
              "nedtaget": "Datum för avpublicering", "sista_dag": "Sista dag att överklaga",
              "forvaras": "Protokollet förvaras", "underskrift": "Underskrift"}  # fmt: skip
    yield from (rubrik("ANSLAG", 2), *(_p(f"{label}\t{dokument['anslag'][key]}") for key, label in labels.items()))


def _spoken(vote: Data) -> Data:
    """A vote with its roll call in sentences."""
    sides = (("ja", "Ja"), ("nej", "Nej"), ("avstar", "Avstår"))
    roster = vote.get("roster", {})
    calls = [f"{word} röstar: {', '.join(roster[side])}." for side, word in sides if side in roster]
    return {"fraga": vote["fraga"], "text": "\n\n".join([*calls, vote["text"]])}


def kolumner_change(dokument: Data) -> None:
    """No §§ in the head; every member has a role."""
    del dokument["omfattar"]
    people = dokument["narvaro"]
    people["beslutande"] = [
        row if "ordförande" in row else {"rad": row, "roll": "ledamot"} for row in people["beslutande"]
    ]


def kolumner(moten: list[Data]) -> Iterator[Block]:
    """A web page: columns for name, party, role and how somebody was there; day and place in one line."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("Protokoll från hälso- och sjukvårdsnämndens sammanträde")
    yield _p(f"Onsdagen den 22 maj 2024, {moten[0]['tid']}, {moten[0]['plats']}")
    yield from (rubrik("Närvarande", 2), rubrik("Ledamöter", 3))
    yield tabell(("Namn", "Parti", "Roll", "Närvaro"), *map(_columns, names(dokument, "beslutande")))
    yield from (rubrik("Ersättare, ej tjänstgörande", 3), *map(_p, names(dokument, "ej_tjanstgorande")))
    yield from (rubrik("Övriga", 3), *map(_p, names(dokument, "ovriga")))
    yield from (rubrik("Justerare", 3), _p(dokument["justering"]["utsedda"][0]))
    yield _p(dokument["justering"]["plats_och_tid"])
    headings = SVENSKA | {"beslut": "Hälso- och sjukvårdsnämnden beslutar"}
    stil = replace(STIL, ord=headings, dnr="Diarienummer: {}", titel="{nr}. {rubrik}")
    yield from (block for punkt in dokument["punkter"] for block in blocks(punkt, stil))
    yield rubrik("Justeras", 2)
    yield from (_p(part) for signed in dokument["underskrifter"] for part in (signed["namn"], signed["roll"]))
    anslag = dokument["anslag"]
    labels = {"organ_tryckt": "Nämnd", "sammantradesdatum": "Sammanträdesdag", "uppsatt": "Anslaget",
              "nedtaget": "Avanslås", "sista_dag": "Sista dag för överklagande", "forvaras": "Förvaras hos",
              "underskrift": "Sign"}  # fmt: skip
    yield from (rubrik("Tillkännagivande", 2), _p(anslag["text"]))
    yield tabell(*((label, anslag[key]) for key, label in labels.items()))


def _columns(row: str) -> tuple[str, ...]:
    read = read_rad(row)
    assert read is not None
    other = f"ersätter {read.ersatter.namn} ({read.ersatter.parti})" if read.ersatter else ""
    how = (other, "deltar på distans" if read.distans else "", read.omfattar.tryckt if read.omfattar else "")
    return read.namn, read.parti or "", read.roll or "ledamot", " ".join(part for part in how if part)


def skrivmaskin_change(dokument: Data) -> None:
    """Titles in capitals; §§ without their sign."""
    for punkt in dokument["punkter"]:
        punkt["rubrik"] = punkt["rubrik"].upper()


def skrivmaskin(moten: list[Data]) -> str:
    """A typed form: labels in a narrow column and broken over lines, a head on every page."""
    dokument = moten[0]["dokument"][0]
    lines = [*_typed_head("1", "Sammanträdesdatum"), f"{'2024-12-12':>46}", ""]
    parts = {
        "Plats och tid:": [dokument["plats_och_tid"]],
        "Beslutande:": _short_roles(names(dokument, "beslutande")),
        "Övriga\ndeltagare:": names(dokument, "ovriga"),
        "Utses att\njustera:": dokument["justering"]["utsedda"],
        "Justeringens\nplats och tid:": [dokument["justering"]["plats_och_tid"]],
    }
    for label, values in parts.items():
        *above, last = label.split("\n")
        lines += [*above, f"{last:<17}{values[0]}", *(" " * 17 + value for value in values[1:]), ""]
    for number, signed in enumerate(dokument["underskrifter"]):
        extent = f"   Paragrafer {dokument['omfattar'].replace('§§ ', '')}" if number == 0 else ""
        lines += [f"{signed['roll']:<17}{'.' * 29}{extent}", " " * 17 + signed["namn"]]
    for page, punkt in enumerate(dokument["punkter"], 2):
        lines += ["", "", *_typed_head(str(page), "2024-12-12"), "", *_typed_item(punkt)]
        lines.append("Justerandes sign                    Utdragsbestyrkande")
    return "\n".join(lines) + "\n"


def _typed_head(page: str, second: str) -> list[str]:
    return [f"LILLSJÖ KOMMUN                      SAMMANTRÄDESPROTOKOLL            Sida {page}(7)",
            f"Utbildningsnämnden                  {second}"]  # fmt: skip


def _short_roles(rows: list[str]) -> list[str]:
    return [re.sub(r" ordförande$", ", ordf.", row.replace(" vice ordförande", ", v. ordf.")) for row in rows]


def _typed_item(punkt: Data) -> list[str]:
    lines = [f"{punkt['nr']:<9}{punkt['rubrik']}"]
    lines += [f"{'':<9}Dnr {', '.join(many(punkt['arenden']))}"] if "arenden" in punkt else []
    lines += ["", *_typed(punkt["text"])] if "text" in punkt else [""]
    headings = {"forslag": "Förslag till beslut", "yrkanden": "Yrkande", "beslut": "Utbildningsnämndens beslut",
                "anteckningar": "Protokollsanteckning"}  # fmt: skip
    for key, heading in headings.items():
        if key in punkt:
            lines += [f"{'':<9}{heading}", *(line for part in punkt[key] for line in _typed(words(part)))]
    return lines


def _typed(value: str) -> list[str]:
    return [*textwrap.wrap(value, 75, initial_indent=" " * 9, subsequent_indent=" " * 9), ""]


def anteckningar_change(dokument: Data) -> None:
    """Other words for who wrote it."""
    dokument["underskrifter"][0]["roll"] = "Vid anteckningarna"


def anteckningar(moten: list[Data]) -> Iterator[Block]:
    """Notes whose kind stands in a title only; people in running text with semicolons."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("Anteckningar från Samverkansrådet för kollektivtrafik")
    yield from (_p("Tid: 2024-10-03 kl. 09:30-11:45"), _p("Plats: Resecentrum, Norrvik och via Teams"))
    yield _p(f"Deltog: {'; '.join(names(dokument, 'narvarande'))}")
    yield _p(f"Anmält förhinder: {names(dokument, 'forhinder')[0]}")
    yield from (block for punkt in dokument["punkter"] for block in blocks(punkt, STIL))
    yield from (_p("Vid anteckningarna"), _p("Nora Bylund"))


def beslut_forst_change(dokument: Data) -> None:
    """§ before the number; all running text under a heading; the bevis in sentences, without organ and day."""
    del (
        dokument["justering"]["plats_och_tid"],
        dokument["anslag"]["organ_tryckt"],
        dokument["anslag"]["sammantradesdatum"],
    )
    for punkt in dokument["punkter"]:
        punkt["nr"] = "§ " + punkt["nr"].split()[0]
        for sats in punkt.get("beslut", ()):
            sats.pop("nr", None)
        if "text" in punkt:
            punkt["avsnitt"] = [{"rubrik": "Ärendet", "text": punkt.pop("text")}]


def beslut_forst(moten: list[Data]) -> Iterator[Block]:
    """The beslut first in each §, the diarienummer last on the line of the title, the bevis in sentences."""
    dokument = moten[0]["dokument"][0]
    yield from (rubrik("Protokoll"), rubrik("Kommunstyrelsen", 2), _p("Sammanträdesdatum"), _p("2025-01-15"))
    yield from (rubrik("Tid och plats", 3), _p(dokument["plats_och_tid"]))
    groups = {
        "beslutande": "Närvarande beslutande",
        "ej_tjanstgorande": "Närvarande ej beslutande",
        "ovriga": "Tjänstemän",
    }
    for group, label in groups.items():
        yield from (rubrik(label, 3), lista(names(dokument, group)))
    yield from (rubrik("Utsedd att justera", 3), _p(dokument["justering"]["utsedda"][0]))
    yield _p(f"Justering sker {dokument['justering']['datum']}")
    yield from (rubrik("Paragrafer", 3), _p(dokument["omfattar"].replace("§§ ", "")), SIDA)
    order = ("beslut", "jav", "reservationer", "foredragande", "avsnitt", "forslag", "yrkanden", "propositionsordning",
             "underlag")  # fmt: skip
    headings = SVENSKA | {"yrkanden": "Yrkanden på sammanträdet", "underlag": "Handlingar i ärendet",
                          "beslut": "Kommunstyrelsens beslut"}  # fmt: skip
    for punkt in dokument["punkter"]:
        case = f"  {many(punkt['arenden'])[0]}" if "arenden" in punkt else ""
        stil = replace(
            STIL, ord=headings, ordning=order, titel=f"{{nr}}  {{rubrik}}{case}", inled="Kommunstyrelsen beslutar"
        )
        yield from blocks(punkt, stil)
    yield from (
        rubrik("Justerat", 3),
        *(_p(f"{one['namn']}, {one['roll'].lower()}") for one in dokument["underskrifter"]),
    )
    anslag = dokument["anslag"]
    yield rubrik("Bevis om tillkännagivande", 3)
    yield from text(
        f"Protokollet har tillkännagivits på kommunens anslagstavla den {anslag['uppsatt']} och får tas ned tidigast "
        f"den {anslag['nedtaget']}.\n\nProtokollet förvaras på {anslag['forvaras']}.\n\n{anslag['underskrift']}"
    )
