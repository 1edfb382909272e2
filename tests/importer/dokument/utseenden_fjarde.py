"""Fourth clothes: an upprop in a table, labels inside paragraphs, an agenda with columns, numbers without §."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from generator.model.narvarorad import read_rad
from tests.importer.dokument.block import SIDA, Block, lista, rad, rubrik, tabell
from tests.importer.dokument.punkt import Data, blocks, many
from tests.importer.dokument.utseenden import BEVIS, STIL, SVENSKA, bevis, names, signatures


def _p(value: str) -> Block:
    return Block("text", value)


def upprop_change(dokument: Data) -> None:
    """Six §§; no bevis, signatures or §§ in the head; the justering is a day."""
    del dokument["anslag"], dokument["omfattar"], dokument["underskrifter"]
    dokument["justering"] = {"utsedda": ["Ninni Aspelöv", "Melker Öhrnell"], "datum": "2025-05-07"}
    dokument["punkter"] = dokument["punkter"][:6]
    for punkt in dokument["punkter"]:
        if "text" in punkt:
            punkt["avsnitt"] = [{"rubrik": "Ärendebeskrivning", "text": punkt.pop("text")}]


def upprop(moten: list[Data]) -> Iterator[Block]:
    """Word: the list of those present is an upprop: the seat, whether its holder is there, who serves instead."""
    dokument = moten[0]["dokument"][0]
    yield from (rubrik("Ekbacka kommun"), rubrik("PROTOKOLL"), rubrik("Kommunfullmäktige", 2))
    yield from (_p("Sammanträdesdatum 2025-04-28"), _p("Plats: Folkets hus, stora salen, Ekbacka"))
    yield from (_p("Tid: klockan 18:00–20:45"), rubrik("Närvarolista", 2))
    rows = map(_seat, names(dokument, "beslutande"))
    yield tabell(("Ledamot", "Parti", "Närvarande", "Tjänstgörande ersättare"), *rows)
    yield from (rubrik("Ej tjänstgörande ersättare", 3), *map(_p, names(dokument, "ej_tjanstgorande")))
    yield from (rubrik("Övriga", 3), *map(_p, names(dokument, "ovriga")))
    yield from (_p("Justerare: Ninni Aspelöv och Melker Öhrnell"), _p("Justeringen ägde rum 2025-05-07"))
    stil = replace(STIL, titel="{nr} – {rubrik}", dnr="Dnr: {}", ord=SVENSKA | {"beslut": "Kommunfullmäktiges beslut"})
    yield from (block for punkt in dokument["punkter"] for block in blocks(punkt, stil))


def _seat(row: str) -> tuple[str, ...]:
    read = read_rad(row)
    assert read is not None
    if read.ersatter:
        return read.ersatter.namn, read.ersatter.parti or "", "Nej", f"{read.namn} ({read.parti})"
    return read.namn + (f", {read.roll}" if read.roll else ""), read.parti or "", "Ja", ""


def arendelista_change(dokument: Data) -> None:
    """An agenda without times or förslag."""
    for punkt in dokument["punkter"]:
        for key in ("klockslag", "forslag", "uppdrag"):
            punkt.pop(key, None)


def arendelista(moten: list[Data]) -> Iterator[Block]:
    """PDF: a kallelse with its people in running text and its points in columns."""
    dokument = moten[0]["dokument"][0]
    yield from (rubrik("KALLELSE"), _p("Tallbo kommun"), _p("Kommunstyrelsen"))
    yield from (_p("Tid: Tisdagen den 2 september 2025 kl. 13.00"), _p(f"Plats: {moten[0]['plats']}"))
    yield _p(f"Kallade ledamöter: {', '.join(names(dokument, 'ledamoter', 'kallade'))}")
    yield _p(f"Kallade ersättare: {', '.join(names(dokument, 'ersattare', 'kallade'))}")
    yield rubrik("Ärendelista", 2)
    rows = [
        (str(punkt["nr"]), punkt["rubrik"], punkt.get("arenden", ""), "".join(punkt.get("foredragande", ())))
        for punkt in dokument["punkter"]
    ]
    yield tabell(("Nr", "Ärende", "Diarienummer", "Föredragande"), *rows)
    yield from (_p(part) for signed in dokument["underskrifter"] for part in (signed["namn"], signed["roll"]))


def webb_change(dokument: Data) -> None:
    """No bevis or signatures; the justering is a day."""
    del dokument["anslag"], dokument["underskrifter"]


def webb(moten: list[Data]) -> str:
    """A web page with a menu and a foot, labels in bold inside its paragraphs, and no body element."""
    dokument = moten[0]["dokument"][0]
    parts = ["<h1>Tekniska nämnden den 14 maj 2025</h1>"]
    head = {"Tid": moten[0]["tid"], "Plats": moten[0]["plats"]}
    groups = {"beslutande": "Närvarande ledamöter", "ej_tjanstgorande": "Ej tjänstgörande ersättare",
              "ovriga": "Tjänstepersoner", "forhinder": "Anmält förhinder"}  # fmt: skip
    head |= {label: ", ".join(names(dokument, group)) for group, label in groups.items()}
    head |= {"Justerare": dokument["justering"]["utsedda"][0], "Justerat": dokument["justering"]["datum"]}
    parts += [_labelled(label, value) for label, value in head.items()]
    for punkt in dokument["punkter"]:
        parts += [f"<h2>{punkt['nr']} {escape(punkt['rubrik'])}</h2>", *_web_item(punkt)]
    menu = '<nav><a href="/">Start</a> <a href="/namnder">Nämnder</a></nav>'
    foot = "<footer>Ekbacka kommun, 990 01 Ekbacka. Telefon: 0990-100 00</footer>"
    start = '<!doctype html>\n<html lang="sv">\n<meta charset="utf-8">\n<title>Protokoll</title>'
    return "\n".join([start, menu, "<main>", *parts, "</main>", foot, "</html>"]) + "\n"


def _labelled(label: str, value: str) -> str:
    return f"<p><strong>{label}:</strong> {escape(value)}</p>"


def _web_item(punkt: Data) -> Iterator[str]:
    if "arenden" in punkt:
        yield f"<p>Diarienummer: {', '.join(many(punkt['arenden']))}</p>"
    for section in punkt.get("avsnitt", ()):
        yield f"<p><strong>{section['rubrik']}</strong><br>{escape(section['text'])}</p>"
    if "text" in punkt:
        yield f"<p>{escape(punkt['text'])}</p>"
    labels = {"forslag": "Förslag till beslut", "yrkanden": "Yrkande", "omrostningar": "Omröstning", "beslut": "Beslut",
              "reservationer": "Reservation"}  # fmt: skip
    for key, label in labels.items():
        for part in punkt.get(key, ()):
            yield _labelled(label, f"{part['fraga']} {part['text']}" if "fraga" in part else part["text"])
    if "underlag" in punkt:
        yield f"<p><strong>Underlag:</strong></p><ul><li>{escape(punkt['underlag'][0])}</li></ul>"


def punktnummer_change(dokument: Data) -> None:
    """Numbers without § or diarienummer in the title, running text without headings, signatures beside each other."""
    dokument["narvaro"]["ovriga"] = [row.replace(", §8", "") for row in dokument["narvaro"]["ovriga"]]
    dokument["justering"] = {"utsedda": ["Amina Warsame"]}
    signed = (("sekreterare", "Irma Lövdahl"), ("ordförande", "Birgitta Ahlbom"), ("justerare", "Amina Warsame"))
    dokument["underskrifter"] = [{"roll": role, "namn": name} for role, name in signed]
    for punkt in dokument["punkter"]:
        punkt["nr"] = f"{punkt['nr'][1:]}."
        punkt["rubrik"] = punkt["rubrik"].partition(" (")[0]
        punkt.pop("foredragande", None)
        if "avsnitt" in punkt:
            punkt["text"] = punkt.pop("avsnitt")[0]["text"]


def punktnummer(moten: list[Data]) -> str:
    """Text: a head in one sentence, numbers with a point, labels with a colon."""
    dokument = moten[0]["dokument"][0]
    lines = ["Sandhamra kommun", "Kultur- och fritidsnämnden", ""]
    lines += ["Protokoll fört vid sammanträde 17/9 2024 kl. 15.00-17.10", "Plats: Biblioteket i Sandhamra", ""]
    lines += ["Beslutande:", *names(dokument, "beslutande"), ""]
    lines += [f"Ersättare (ej tjänstgörande): {names(dokument, 'ej_tjanstgorande')[0]}", ""]
    lines += ["Tjänstemän:", *names(dokument, "ovriga"), "", "Justeringsman: Amina Warsame", ""]
    for punkt in dokument["punkter"]:
        lines += ["", f"{punkt['nr']} {punkt['rubrik']}"]
        lines += [f"Dnr {', '.join(many(punkt['arenden']))}"] if "arenden" in punkt else []
        lines += ["", *textwrap.wrap(punkt["text"], 70), ""] if "text" in punkt else [""]
        lines += [f"Förslag: {sats['text']}\n" for sats in punkt.get("forslag", ())]
        if "beslut" in punkt:
            lines += ["Beslut:", *(line for sats in punkt["beslut"] for line in _bullet(sats["text"])), ""]
        lines += [f"Bilaga: {one}" for one in punkt.get("underlag", ())]
    columns = zip(*((one["namn"], one["roll"]) for one in dokument["underskrifter"]), strict=True)
    lines += ["", *("".join(f"{cell:<22}" for cell in row).rstrip() for row in columns)]
    return re.sub(r"\n{3,}", "\n\n\n", "\n".join(lines)) + "\n"


def _bullet(value: str) -> list[str]:
    return textwrap.wrap(value, 70, initial_indent="- ", subsequent_indent="  ")


def ks_harnas(moten: list[Data]) -> Iterator[Block]:
    """PDF: a head of two columns, lists inside running text, reservationer of several paragraphs."""
    dokument = moten[0]["dokument"][0]
    yield from (rubrik("HÄRNÄS KOMMUN"), rubrik("Protokoll"), rubrik("Kommunstyrelsen", 2))
    yield from (_p("Sammanträdesdatum 2025-10-07"), rad("Plats och tid", dokument["plats_och_tid"]))
    groups = {
        "beslutande": "Beslutande",
        "ej_tjanstgorande": "Ej tjänstgörande ersättare",
        "ovriga": "Övriga närvarande",
    }
    yield from (rad(label, *names(dokument, group)) for group, label in groups.items())
    yield rad("Justerare", *dokument["justering"]["utsedda"])
    yield rad("Justeringens plats och tid", dokument["justering"]["plats_och_tid"])
    yield rad("Justerade paragrafer", dokument["omfattar"])
    yield rad("Underskrifter", *signatures(dokument))
    yield from (rubrik("ANSLAG/BEVIS", 3), *bevis(dokument, BEVIS), SIDA)
    stil = replace(STIL, ord=SVENSKA | {"skickas_till": "Beslutet ska skickas till"})
    for punkt in dokument["punkter"]:
        for block in blocks(punkt, stil):
            yield from _listed(block)


def _listed(block: Block) -> Iterator[Block]:
    """A paragraph whose lines are the points of a list, as a list."""
    lines = block.text.split("\n")
    if block.slag != "text" or len(lines) == 1:
        yield block
    elif lines[0].startswith("- "):
        yield lista(line.removeprefix("- ") for line in lines)
    else:
        yield from map(_p, lines)
