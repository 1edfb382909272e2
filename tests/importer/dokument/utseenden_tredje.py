"""Third clothes: layouts with a list of contents, labels above their values, and numbers without points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.importer.dokument.block import SIDA, Block, rad, rubrik, tabell
from tests.importer.dokument.punkt import Data, Stil, blocks, many
from tests.importer.dokument.utseenden import STIL, SVENSKA, names


def _p(value: str) -> Block:
    return Block("text", value)


def _one_section(dokument: Data, heading: str) -> None:
    for punkt in dokument["punkter"]:
        if "text" in punkt:
            punkt["avsnitt"] = [{"rubrik": heading, "text": punkt.pop("text")}]


def innehall_change(dokument: Data) -> None:
    """No §§, breaks or bevis; the justering is a day; every § has its text under the same heading."""
    del dokument["omfattar"], dokument["pauser"], dokument["anslag"]
    dokument["justering"] = {"utsedda": ["Petronella Sjöwall"], "datum": "2025-03-18"}
    signed = (("Vid protokollet", "Alma Quist"), ("Justeras", "Torvald Brännström"), ("Justeras", "Petronella Sjöwall"))
    dokument["underskrifter"] = [{"roll": role, "namn": name} for role, name in signed]
    _one_section(dokument, "Ärendet")
    for punkt in dokument["punkter"]:
        for section in punkt.get("avsnitt", ()):
            section["rubrik"] = "Ärendet"
        if len(punkt.get("beslut", ())) == 1:
            punkt["beslut"][0].pop("nr", None)


def innehall(moten: list[Data]) -> Iterator[Block]:
    """A list of contents before the §§, each role above its name, the beslut first and led in by a sentence."""
    dokument = moten[0]["dokument"][0]
    yield from (rubrik("Protokoll nr 3/2025"), rubrik("Kommunstyrelsen", 2))
    yield from (_p("Tisdagen den 11 mars 2025 klockan 13.00–15.40"), _p(moten[0]["plats"]))
    yield from (_p("Justerat tisdagen den 18 mars 2025"), rubrik("Närvarande", 2))
    rows = names(dokument, "beslutande")
    for row in rows[:3]:
        name, role = row.split(", ")
        yield from (_p(role.capitalize()), _p(name))
    yield from (_p("Ledamöter"), *(_p(row) for row in rows[3:] if "ersätter" not in row))
    yield _p("Tjänstgörande ersättare")
    yield from (_p(row.replace("ersätter", "för")) for row in rows if "ersätter" in row)
    yield from (_p("Ej tjänstgörande ersättare"), *map(_p, names(dokument, "ej_tjanstgorande")))
    yield from (_p("Tjänstepersoner"), *map(_p, names(dokument, "ovriga")))
    yield rubrik("Innehåll", 2)
    yield from (_p(f"{p['nr']} {p['rubrik']}\t{3 + place // 2}") for place, p in enumerate(dokument["punkter"]))
    yield SIDA
    order = ("arenden", "beslut", "foredragande", "avsnitt", "underlag", "forslag", "yrkanden", "propositionsordning",
             "reservationer", "skickas_till")  # fmt: skip
    headings = SVENSKA | {"underlag": "Handlingar i ärendet", "forslag": "Förvaltningens förslag till beslut",
                          "yrkanden": "Framlagda förslag och yrkanden", "propositionsordning": "Beslutsgång",
                          "skickas_till": "Protokollsutdrag"}  # fmt: skip
    stil = replace(STIL, ordning=order, ord=headings, inled="Kommunstyrelsen beslutar följande.")
    for punkt in dokument["punkter"]:
        first, *rest = blocks(punkt, replace(stil, numrera=lambda punkt: rubrik(punkt["nr"], 2)))
        yield from (first, rubrik(punkt["rubrik"], 2), *rest)
    yield from (_p("Vid protokollet"), _p("Alma Quist"), _p("Justeras"), _p("Torvald Brännström\tPetronella Sjöwall"))


def votering_change(dokument: Data) -> None:
    """No bevis; the justering is a day; running text under a heading."""
    del dokument["anslag"]
    dokument["justering"] = {"utsedda": ["Ninni Aspelöv", "Melker Öhrnell"], "datum": "2025-05-07"}
    _one_section(dokument, "Ärendebeskrivning")


def votering(moten: list[Data]) -> Iterator[Block]:
    """Text: people in running text below headings, roll calls with counts in brackets."""
    dokument = moten[0]["dokument"][0]
    yield from (rubrik("Protokoll"), _p("Sammanträdesdatum: 2025-04-28"), rubrik("Kommunfullmäktige", 2))
    yield from (_p("Tid: 18:00–20:45"), _p("Plats: Folkets hus, stora salen, Ekbacka"), _p("Paragrafer: 30-38"))
    yield from (rubrik("Närvarande", 3), rubrik("Ledamöter och tjänstgörande ersättare", 3))
    yield _p(", ".join(names(dokument, "beslutande")))
    yield from (rubrik("Ersättare som inte tjänstgör", 3), _p(", ".join(names(dokument, "ej_tjanstgorande"))))
    yield from (rubrik("Övriga närvarande", 3), *map(_p, names(dokument, "ovriga")))
    yield from (_p("Justeringsdag: 2025-05-07"), rubrik("Underskrifter", 3))
    yield from (_p(part) for signed in dokument["underskrifter"] for part in (signed["roll"], signed["namn"]))
    yield SIDA
    stil = replace(STIL, ord=SVENSKA | {"underlag": "Handlingar"}, numrera=_with_case)
    for punkt in dokument["punkter"]:
        body = {**punkt, "omrostningar": [_counted(vote) for vote in punkt.get("omrostningar", ())]}
        first, *rest = blocks({**body, "arenden": None}, stil)
        case = f" Dnr {many(punkt['arenden'])[0]}" if "arenden" in punkt else ""
        yield from (rubrik(first.text + case, 2), rubrik(punkt["rubrik"], 2), *rest)


def _with_case(punkt: Data) -> Block:
    return rubrik(str(punkt["nr"]), 2)


def _counted(vote: Data) -> Data:
    """A vote with its roll call in sentences, the numbers in brackets."""
    sides = (("ja", "Ja"), ("nej", "Nej"), ("avstar", "Avstår"))
    roster = vote.get("roster", {})
    calls = [f"{word}: {', '.join(roster[side])} ({len(roster[side])})" for side, word in sides if side in roster]
    return {"fraga": f"Godkänd voteringsproposition: {vote['fraga']}", "text": "\n\n".join([*calls, vote["text"]])}


def grupp_change(dokument: Data) -> None:
    """Other words for who wrote it, and for who was not there."""
    dokument["narvaro"]["franvarande"] = dokument["narvaro"].pop("forhinder")
    dokument["underskrifter"][0]["roll"] = "Antecknat av"


def grupp(moten: list[Data]) -> Iterator[Block]:
    """Text: notes of a group, points as 1), those absent under that word."""
    dokument = moten[0]["dokument"][0]
    yield from (rubrik("MINNESANTECKNINGAR"), rad("Grupp", "Samverkansrådet för kollektivtrafik"))
    yield from (rad("Datum och tid", "3 oktober 2024, kl 9.30–11.45"), rad("Plats", moten[0]["plats"]))
    yield rad("Närvarande", *names(dokument, "narvarande"))
    yield from (rad("Frånvarande", *names(dokument, "franvarande")), _p(""))
    for punkt in dokument["punkter"]:
        yield rubrik(f"{punkt['nr']}) {punkt['rubrik']}", 2)
        rest = list(blocks({**punkt, "stallningstagande": None}, Stil()))[1:]
        yield from rest
        yield from (_p(f"Ställningstagande: {sats['text']}") for sats in punkt.get("stallningstagande", ()))
    yield _p("Antecknat av Nora Bylund")


def tabellhuvud_change(dokument: Data) -> None:
    """No §§ in head or bevis; running text under a heading."""
    del dokument["omfattar"], dokument["anslag"]["omfattar"]
    _one_section(dokument, "Sammanfattning av ärendet")


def tabellhuvud(moten: list[Data]) -> Iterator[Block]:
    """Word: the whole head in a table, headings that are only paragraphs, numbers without a point."""
    dokument = moten[0]["dokument"][0]
    yield from (rubrik("Region Norrvik"), rubrik("Vårdvalsnämnden", 2), _p("Protokoll"))
    head = {
        "Sammanträdesdatum": dokument["datum"],
        "Tid": moten[0]["tid"],
        "Plats": moten[0]["plats"],
        "Beslutande": "\n".join(names(dokument, "beslutande")),
        "Övriga deltagare": "\n".join(names(dokument, "ovriga")),
        "Justerare": "Zahra Rostami",
        "Justeringsdatum": dokument["justering"]["datum"],
    }
    signed = {signed["roll"]: signed["namn"] for signed in dokument["underskrifter"]}
    yield from (tabell(*(head | signed).items()), _p(""))
    order = ("arenden", "beslut", "deltar_inte", "avsnitt", "underlag")
    headings = {"beslut": "Beslut", "deltar_inte": "Deltar inte i beslutet", "underlag": "Beslutsunderlag"}
    stil = replace(STIL, ordning=order, ord=headings, dnr="{}")
    for punkt in dokument["punkter"]:
        for block in blocks(punkt, stil):
            plain = block.slag == "rubrik" and block.niva > 2
            yield _p(block.text.replace(". ", " ", 1)) if plain or block.text[:2] in {"1.", "2."} else block
    anslag = dokument["anslag"]
    yield rubrik("Tillkännagivande av protokollsjustering", 2)
    labels = {"organ_tryckt": "Protokoll för", "sammantradesdatum": "Sammanträdesdatum", "uppsatt": "Anslagsdatum",
              "nedtaget": "Datum då anslag tas ner", "forvaras": "Protokollet förvaras hos",
              "underskrift": "Anslagsansvarig"}  # fmt: skip
    yield tabell(*((label, anslag[key]) for key, label in labels.items()))
