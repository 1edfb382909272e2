"""More layouts: kallelser, extracts, a bevis at the front, people at a distance, and a bad scan."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import replace

from tests.importer.dokument.block import SIDA, Block, lista, rad, rubrik, tabell
from tests.importer.dokument.punkt import Data
from tests.importer.dokument.utseenden import BEVIS, STIL, SVENSKA, bevis, items, names, signatures


def kallelse_tallbo(moten: list[Data]) -> Iterator[Block]:
    """Word: a kallelse whose föredragningslista is a table with times."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("Kallelse till kommunstyrelsen")
    yield Block("text", "Tallbo kommun kallar till sammanträde tisdagen den 2 september 2025 kl. 13.00.")
    yield Block("text", f"Plats: {moten[0]['plats']}")
    yield rubrik("Ledamöter", 2)
    yield lista(names(dokument, "ledamoter", "kallade"))
    yield rubrik("Ersättare", 2)
    yield lista(names(dokument, "ersattare", "kallade"))
    yield rubrik("Föredragningslista", 2)
    yield tabell(("Nr", "Tid", "Ärende", "Föredragande"), *map(_agenda_row, dokument["punkter"]))
    yield Block("text", "")
    yield from (Block("text", f"{signed['namn']}\n{signed['roll']}") for signed in dokument["underskrifter"])


def _agenda_row(punkt: Data) -> tuple[str, ...]:
    case = f"\nDnr {punkt['arenden']}" if "arenden" in punkt else ""
    proposal = f"\nFörslag till beslut: {punkt['forslag'][0]['text']}" if "forslag" in punkt else ""
    title = str(punkt["rubrik"]) + case + proposal
    return str(punkt["nr"]), str(punkt["klockslag"]), title, "".join(punkt.get("foredragande", ()))


def vn_norrvik(moten: list[Data]) -> Iterator[Block]:
    """The bevis stands first, on a page of its own; headings that no table knows."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("BEVIS")
    yield Block("text", "Tillkännagivande av justerat protokoll")
    yield from bevis(dokument, {
        "organ_tryckt": "Organ", "sammantradesdatum": "Sammanträdesdatum", "omfattar": "Paragrafer",
        "uppsatt": "Anslagsdatum", "nedtaget": "Datum för nedtagande", "forvaras": "Förvaringsplats",
        "underskrift": "Underskrift",
    })  # fmt: skip
    yield SIDA
    yield rubrik("Vårdvalsnämnden")
    yield rubrik("PROTOKOLL", 2)
    yield Block("text", f"Datum: {dokument['datum']}")
    yield Block("text", f"Tid: {moten[0]['tid']}")
    yield Block("text", f"Plats: {moten[0]['plats']}")
    yield rubrik("Närvarande ledamöter", 3)
    yield from (Block("text", name) for name in names(dokument, "beslutande"))
    yield rubrik("Tjänstepersoner", 3)
    yield from (Block("text", name) for name in names(dokument, "ovriga"))
    yield rubrik("Underskrifter", 3)
    yield from (rad(signed["roll"], signed["namn"]) for signed in dokument["underskrifter"])
    yield Block("text", f"Datum för justering: {dokument['justering']['datum']}")
    yield SIDA
    yield from items(dokument, replace(STIL, dnr="Diarienummer {}", ord=SVENSKA | {"beslut": "Nämndens beslut"}))


def hsn_norrvik(moten: list[Data]) -> Iterator[Block]:
    """§§ and distance after the names; the bevis is last."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("REGION NORRVIK")
    yield rubrik(f"PROTOKOLL {dokument['datum']}", 2)
    yield rad("Nämnd", dokument["organ_tryckt"])
    yield rad("Tid och plats", dokument["plats_och_tid"])
    yield rad("Beslutande ledamöter", *names(dokument, "beslutande"))
    yield rad("Ej tjänstgörande ersättare", *names(dokument, "ej_tjanstgorande"))
    yield rad("Övriga närvarande", *names(dokument, "ovriga"))
    yield rad("Justerare", *dokument["justering"]["utsedda"])
    yield rad("Justering", dokument["justering"]["plats_och_tid"])
    yield rad("Omfattar", dokument["omfattar"])
    yield Block("text", "")
    yield from items(dokument, replace(STIL, ord=SVENSKA | {"omrostningar": "Votering"}, dnr="{}"))
    yield SIDA
    yield from (rad(signed["roll"], signed["namn"]) for signed in dokument["underskrifter"])
    yield rubrik("Anslag", 2)
    yield Block("text", dokument["anslag"]["text"])
    yield from bevis(dokument, {
        "organ_tryckt": "Nämnd", "sammantradesdatum": "Sammanträdesdatum", "uppsatt": "Anslag uppsatt",
        "sista_dag": "Överklagas senast", "nedtaget": "Anslag nedtaget", "forvaras": "Protokollet finns hos",
        "underskrift": "Underskrift",
    })  # fmt: skip


def ks_almvik(moten: list[Data]) -> Iterator[Block]:
    """The number stands before the §; names in running text with commas."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("ALMVIKS KOMMUN")
    yield rubrik("Kommunstyrelsen", 2)
    yield Block("text", "Protokoll från sammanträdet onsdagen den 15 januari 2025")
    yield Block("text", f"Plats och tid: {dokument['plats_och_tid']}")
    yield Block("text", f"Beslutande: {', '.join(names(dokument, 'beslutande'))}.")
    yield Block("text", f"Närvarande ersättare: {' och '.join(names(dokument, 'ej_tjanstgorande'))}.")
    yield Block("text", f"Övriga närvarande: {'; '.join(names(dokument, 'ovriga'))}.")
    yield Block("text", f"Justerare: {dokument['justering']['utsedda'][0]}")
    yield Block("text", f"Justeringens plats och tid: {dokument['justering']['plats_och_tid']}")
    yield Block("text", f"Paragrafer: {dokument['omfattar']}")
    yield from items(dokument, replace(STIL, inled="Kommunstyrelsen beslutar", dnr="Dnr {}"))
    yield rubrik("Vid protokollet", 3)
    yield from (Block("text", line.replace(" ", ": ", 1)) for line in signatures(dokument))
    yield rubrik("Tillkännagivande", 3)
    yield from bevis(dokument, BEVIS)


def on_brunnsta(moten: list[Data]) -> Iterator[Block]:
    """What a scanner made of a typed protokoll; see `scanned`."""
    dokument = moten[0]["dokument"][0]
    yield rubrik("BRUNNSTA KOMMUN")
    yield rubrik(f"SAMMANTRÄDESPROTOKOLL {dokument['datum']}")
    yield rubrik("Omsorgsnämnden")
    yield rad("Plats och tid", dokument["plats_och_tid"])
    yield rad("Beslutande", *names(dokument, "beslutande"))
    yield rad("Övriga deltagare", *names(dokument, "ovriga"))
    yield rad("Utses att justera", *dokument["justering"]["utsedda"])
    yield rad("Justeringens plats och tid", dokument["justering"]["plats_och_tid"])
    yield rad("Paragrafer", dokument["omfattar"])
    yield rad("Underskrifter", *signatures(dokument))
    yield rad("ANSLAG/BEVIS", "Protokollet är justerat.")
    yield from bevis(dokument, BEVIS)
    stil = replace(STIL, dnr="{}", ord=SVENSKA | {"beslut": "Omsorgsnämndens beslut"})
    for punkt in dokument["punkter"]:
        yield SIDA
        yield from items({"punkter": [punkt]}, stil)


def scanned(printed: str) -> str:
    """Printed text as a poor scan gives it: § lost, words broken over lines, labels on lines of their own."""
    lines: list[str] = []
    for line in printed.replace("SAMMANTRÄDESPROTOKOLL ", "SAMMANTRÄDES-\nPROTOKOLL\n").splitlines():
        without = re.sub(r"§+ ?", "", line.strip())
        found = re.match(r"(\S[^:]{2,33}?) {2,}(\S.*)", without)
        lines += [found[1], found[2]] if found else _broken(without)
    return "\n".join(lines) + "\n"


def _broken(line: str) -> list[str]:
    """A long line in two, with the word at the break parted by a hyphen."""
    if len(line) < WIDE:
        return [line]
    start = line.rfind(" ", 0, NARROW) + 1
    word = line[start:].split(" ", 1)[0]
    cut = start + len(word) // 2
    if len(word) < LONG_WORD or not word.isalpha():
        return textwrap.wrap(line, NARROW)
    return [line[:cut] + "-", line[cut:]]


WIDE, NARROW, LONG_WORD = 66, 52, 9


def fhr_vikaby(moten: list[Data]) -> Iterator[Block]:
    """Two documents in one file: a kallelse, then the protokoll of the meeting before."""
    called, held = (mote["dokument"][0] for mote in moten)
    for mote, dokument in zip(moten, (called, held), strict=True):
        yield rubrik("Vikaby kommun")
        yield rubrik(f"{dokument['rubrik']} – Folkhälsorådet", 2)
        yield Block("text", f"Datum: {dokument['datum']}")
        yield Block("text", f"Tid: {mote['tid']}")
        yield Block("text", f"Plats: {mote['plats']}")
        if dokument is called:
            yield rad("Kallade", *names(dokument, "ledamoter", "kallade"))
            yield rad("Övriga", *names(dokument, "ovriga", "kallade"))
            yield rubrik("Dagordning", 2)
            yield from items(dokument, replace(STIL, titel="{nr}. {rubrik}", dnr_i_titel=True, niva=3, niva_ord=4))
            yield SIDA
            continue
        yield rad("Beslutande", *names(dokument, "beslutande"))
        yield rad("Övriga närvarande", *names(dokument, "ovriga"))
        yield rad("Justerare", *dokument["justering"]["utsedda"])
        yield rad("Justeringsdag", dokument["justering"]["datum"])
        yield Block("text", "")
        yield from items(dokument, STIL)
        yield from (rad(signed["roll"], signed["namn"]) for signed in dokument["underskrifter"])


def ksau_ekbacka(moten: list[Data]) -> Iterator[Block]:
    """One § of an utskott, with its attestation."""
    dokument = moten[0]["dokument"][0]
    yield Block("text", "Ekbacka kommun")
    yield rubrik("PROTOKOLLSUTDRAG")
    yield rad("Organ", dokument["organ_tryckt"])
    yield rad("Sammanträdesdatum", dokument["datum"])
    yield Block("text", "")
    words = SVENSKA | {"beslut": "Arbetsutskottets beslut", "underlag": "Underlag", "skickas_till": "Utdrag till"}
    yield from items(dokument, replace(STIL, ord=words))
    yield Block("text", "Utdragsbestyrkande")
    yield Block("text", dokument["bestyrkt_av"])
