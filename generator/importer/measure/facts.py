"""What a record of a meeting says, fact by fact: how a draft is held against the truth.

Each fact has a kind, a value to compare, and the place in the record where it stands. Compared are words, not
typography: runs of white space are one, the kinds of dash and quotation mark are one, and the marks of Markdown that
a record needs are not there. Headings, roles, organisations and names of organ are compared without difference of case;
the words "X beslutar" in front of a sentence that begins with "att" belong to its heading, and a diarienummer
after a title is compared as a diarienummer alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.anslag import Anslag, Justering
from generator.model.beslut import Omrostning, Sats
from generator.model.narvaro import Medverkande, Narvarorad
from generator.model.narvarorad import ROLLER, samma_roll
from generator.model.punkt import Punkt, nummer
from generator.model.referens import normal_diarienummer
from generator.model.sammantrade import Dokument, Sammantrade
from generator.model.walk import Loc

FALT = (
    "möten",
    "handlingar",
    "punkter",
    "diarienummer",
    "förslag",
    "beslut",
    "ställningstaganden",
    "personer",
    "§§ och distans",
    "yrkanden",
    "omröstningar",
    "reservationer",
    "jäv",
    "justering",
    "anslag",
    "uppdrag",
    "kommande möten",
    "underlag",
    "plats och tid",
    "avsnitt",
)
"""The kinds of facts, in the order of the table; jäv counts those too who do not take part, reservationer notes too."""

_LINK = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]\n]*)\]\]|\[([^\[\]\n]*)\]\([^()\s]*\)")
_MARKDOWN = re.compile(r"\\([^\w\s])|(?m:^\s*(?:[-*+]|>)\s+)|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_DASH = re.compile(r"\s*[‐‑‒–—―]\s*|\s+-\s+")
_LEAD_IN = re.compile(
    r"^\S[^.:\n]{0,60}?\b(?:beslutar|föreslår|föreslås)\b[^.:\n]{0,40}?[:\s]*(?=att\b)", re.IGNORECASE
)


@dataclass(frozen=True)
class Fact:
    """A fact: what kind (one of `FALT`), its value, and the way to it in the record."""

    falt: str
    varde: tuple[str, ...]
    loc: Loc


def plain_text(text: str) -> str:
    """A text as it is compared: words, one kind of dash and quotation mark, no Markdown."""
    text = _LINK.sub(lambda found: found[1] or found[2] or "", text)
    text = _MARKDOWN.sub(lambda found: found[1] or "", text)
    text = _DASH.sub("-", re.sub("[”“″„]", '"', text).replace("’", "'"))
    return " ".join(text.split())


def words(*texts: str | None) -> str:
    """The words of some texts in order of the alphabet, without difference of case."""
    found = {word for text in texts if text for word in re.findall(r"[\w-]+", plain_text(text).casefold())}
    return " ".join(sorted(found))


def document_facts(dokument: Dokument, loc: Loc) -> Iterator[Fact]:
    """Every fact of a document; `loc` is the way to it."""
    yield Fact("handlingar", (dokument.slag,), (*loc, "slag"))
    for key, groups in (("kallade", dokument.kallade), ("narvaro", dokument.narvaro)):
        for name in type(groups).model_fields if groups else ():
            for number, row in enumerate(getattr(groups, name)):
                yield from _appearance(row, name, (*loc, key, name, number))
    for number, break_ in enumerate(dokument.pauser):
        yield Fact("plats och tid", ("paus", str(break_.fran), str(break_.till)), (*loc, "pauser", number))
    for number, punkt in enumerate(dokument.punkter):
        yield from _item(punkt, "", (*loc, "punkter", number))
    yield from _closing(dokument, loc)


def _closing(dokument: Dokument, loc: Loc) -> Iterator[Fact]:
    for number, justering in enumerate(dokument.justering):
        yield from _justering(justering, (*loc, "justering", number))
    for number, anslag in enumerate(dokument.anslag):
        yield from _anslag(anslag, (*loc, "anslag", number))
    for number, signed in enumerate(dokument.underskrifter):
        value = ("underskrift", samma_roll(signed.roll), _name(signed.namn))
        yield Fact("justering", value, (*loc, "underskrifter", number))
    if dokument.bestyrkt_av:
        yield Fact("justering", ("bestyrkt", plain_text(dokument.bestyrkt_av)), (*loc, "bestyrkt_av"))
    for number, annex in enumerate(dokument.bilagor):
        yield Fact("underlag", ("", plain_text(annex.text)), (*loc, "bilagor", number))
    for part, where in _extents(dokument, loc):
        yield Fact("§§ och distans", ("omfattar", str(part.delar)), where)


def _extents(dokument: Dokument, loc: Loc) -> Iterator[tuple[Any, Loc]]:
    """Which §§ the document covers, once, wherever that is printed."""
    parts: list[tuple[Any, Loc]] = [(dokument.omfattar, (*loc, "omfattar"))]
    parts += [(one.omfattar, (*loc, "justering", nr, "omfattar")) for nr, one in enumerate(dokument.justering)]
    parts += [(one.omfattar, (*loc, "anslag", nr, "omfattar")) for nr, one in enumerate(dokument.anslag)]
    seen = set()
    for part, where in parts:
        if part is not None and part.delar not in seen:
            seen.add(part.delar)
            yield part, where


def meeting_facts(mote: Sammantrade) -> Iterator[Fact]:
    """When and where the meeting was held."""
    if mote.tid:
        yield Fact("plats och tid", ("tid", str(mote.tid.start), str(mote.tid.slut)), ("tid",))
    if mote.plats:
        yield Fact("plats och tid", ("plats", words(mote.plats)), ("plats",))
    if mote.till_datum:
        yield Fact("plats och tid", ("till", str(mote.till_datum), str(mote.till_tid)), ("till_datum",))


def _appearance(row: Narvarorad, group: str, loc: Loc) -> Iterator[Fact]:
    if row.rad is None or row.platshallare or row.tolkning().vakant:
        return
    read = row.tolkning()
    other = read.ersatter
    title_is_role = not read.roll and row.titel is not None and samma_roll(row.titel) in ROLLER
    role = row.titel if title_is_role else read.roll
    own = words(*read.delar, row.organisation, None if title_is_role else row.titel)
    value = (
        group,
        plain_text(read.namn),
        read.parti or "",
        samma_roll(role) if role else "",
        own or (words(*other.delar) if other else ""),
        f"{plain_text(other.namn)} ({other.parti})" if other else "",
    )
    yield Fact("personer", value, loc)
    times = read.tid or (str(row.fran), str(row.till)) if row.fran or row.till or read.tid else ()
    extent = (str(read.omfattar.delar) if read.omfattar else "", str(read.utom.delar) if read.utom else "")
    if times or read.distans or any(extent):
        yield Fact("§§ och distans", (value[1], *extent, *times, "distans" if read.distans else ""), loc)


def _item(punkt: Punkt, above: str, loc: Loc) -> Iterator[Fact]:
    own = (nummer(punkt.nr) or "") if punkt.nr else f"kl {punkt.klockslag:%H:%M}" if punkt.klockslag else ""
    nr = above + own
    yield Fact("punkter", (nr, plain_text(punkt.rubrik)), loc)
    for number, case in enumerate(punkt.arenden):
        if not case.skal and any(sign.isdigit() for sign in case.arende):
            yield Fact("diarienummer", (nr, normal_diarienummer(case.arende)), (*loc, "arenden", number))
    for key, falt in (("forslag", "förslag"), ("beslut", "beslut"), ("stallningstagande", "ställningstaganden")):
        for number, sats in enumerate(getattr(punkt, key)):
            yield Fact(falt, (nr, _sentence(sats)), (*loc, key, number))
    for number, section in enumerate(punkt.avsnitt):
        yield Fact("avsnitt", (nr, plain_text(section.rubrik).casefold()), (*loc, "avsnitt", number))
    for number, handling in enumerate(punkt.underlag):
        yield Fact("underlag", (nr, plain_text(handling.text)), (*loc, "underlag", number))
    yield from _dissent(punkt, nr, loc)
    yield from _tasks(punkt, nr, loc)
    for number, under in enumerate(punkt.underpunkter):
        yield from _item(under, nr, (*loc, "underpunkter", number))


def _tasks(punkt: Punkt, nr: str, loc: Loc) -> Iterator[Fact]:
    for number, task in enumerate(punkt.uppdrag):
        to = ", ".join(words(one.text) for one in task.till)
        yield Fact("uppdrag", (nr, to, str(task.senast or "")), (*loc, "uppdrag", number))
    for number, coming in enumerate(punkt.kommande):
        yield Fact("kommande möten", (nr, coming.mote.rpartition("/")[2]), (*loc, "kommande", number))
    if punkt.justerad:
        value = (nr, "omedelbart" if punkt.justerad.omedelbart else "justerad")
        yield Fact("justering", value, (*loc, "justerad"))


def _dissent(punkt: Punkt, nr: str, loc: Loc) -> Iterator[Fact]:
    parts = (
        ("yrkanden", "yrkanden"),
        ("reservationer", "reservationer"),
        ("anteckningar", "reservationer"),
        ("jav", "jäv"),
        ("deltar_inte", "jäv"),
    )
    for key, falt in parts:
        for number, part in enumerate(getattr(punkt, key)):
            where = (*loc, key, number)
            yield Fact(falt, (nr, key, plain_text(part.text)), where)
            yield from (Fact(falt, (nr, key, "av", _name(who)), (*where, "av", i)) for i, who in enumerate(part.av))
            parties = getattr(part, "partier", ())
            yield from (Fact(falt, (nr, key, "av", one), (*where, "partier", i)) for i, one in enumerate(parties))
    for number, vote in enumerate(punkt.omrostningar):
        yield from _vote(vote, nr, (*loc, "omrostningar", number))


def _vote(vote: Omrostning, nr: str, loc: Loc) -> Iterator[Fact]:
    counts = (vote.ja, vote.nej, vote.avstar or 0)
    yield Fact("omröstningar", (nr, *map(str, counts)), loc)
    for key in ("ja_betyder", "nej_betyder"):
        if meaning := getattr(vote, key):
            yield Fact("omröstningar", (nr, key, plain_text(meaning).rstrip(".")), (*loc, key))
    for side in type(vote.roster).model_fields if vote.roster else ():
        for number, who in enumerate(getattr(vote.roster, side)):
            yield Fact("omröstningar", (nr, side, _name(who)), (*loc, "roster", side, number))


def _justering(justering: Justering, loc: Loc) -> Iterator[Fact]:
    for key in ("foreslagna", "utsedda", "ersattare"):
        for number, who in enumerate(getattr(justering, key)):
            yield Fact("justering", (key, _name(who)), (*loc, key, number))
    if justering.datum:
        yield Fact("justering", ("dag", str(justering.datum)), (*loc, "datum"))
    if justering.satt:
        yield Fact("justering", ("sätt", justering.satt), (*loc, "satt"))


def _anslag(anslag: Anslag, loc: Loc) -> Iterator[Fact]:
    keys = ("organ_tryckt", "sammantradesdatum", "uppsatt", "nedtaget", "sista_dag", "forvaras", "underskrift")
    for key in keys:
        if value := getattr(anslag, key):
            yield Fact("anslag", (key, plain_text(str(value)).casefold()), (*loc, key))


def _sentence(sats: Sats) -> str:
    return _LEAD_IN.sub("", plain_text(sats.text))


def _name(who: Medverkande) -> str:
    """The name alone: a party after it is printed in some places and not in others."""
    return plain_text(who.tolkning().namn or who.rad)
