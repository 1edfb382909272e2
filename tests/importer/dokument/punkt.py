"""How a § or point is printed: which words stand above what, in which order, and how numbers and cases look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.importer.dokument.block import Block, lista, rubrik, text

Data = dict[str, Any]


@dataclass(frozen=True)
class Stil:
    """A layout of items.

    `ordning` is the order of the parts, `ord` the printed heading above each (none: the part stands without one).
    `satser` says how several sentences are printed: ``siffror`` (with the numbers that they have) or ``lista``.
    `inled` are words that lead in the sentences of a beslut.
    """

    ordning: tuple[str, ...] = (
        "arenden", "foredragande", "jav", "text", "avsnitt", "inlagg", "forslag", "yrkanden", "propositionsordning",
        "omrostningar", "stallningstagande", "beslut", "deltar_inte", "reservationer", "anteckningar", "underlag",
        "justerad", "skickas_till",
    )  # fmt: skip
    ord: dict[str, str] = field(default_factory=dict)
    titel: str = "{nr} {rubrik}"
    dnr: str = "Dnr {}"
    dnr_i_titel: bool = False
    satser: str = "siffror"
    niva: int = 2
    niva_ord: int = 3
    inled: str = ""
    numrera: Callable[[Data], Block] | None = None


def blocks(punkt: Data, stil: Stil) -> Iterator[Block]:
    """A § with all its parts and the points below it."""
    yield stil.numrera(punkt) if stil.numrera else rubrik(_title(punkt, stil), stil.niva)
    for part in stil.ordning:
        if punkt.get(part) and not (part == "arenden" and stil.dnr_i_titel) and not _said_before(part, punkt):
            yield from _part(part, punkt[part], stil)
        if part == "avsnitt":
            for under in punkt.get("underpunkter", ()):
                yield from blocks(under, stil)


def _said_before(part: str, punkt: Data) -> bool:
    """A jäv or justering that only repeats another part is printed once."""
    if part == "jav":
        return bool(punkt["jav"][0]["text"] == punkt.get("text"))
    said = {sats["text"] for sats in punkt.get("beslut", ()) if isinstance(sats, dict)}
    return part == "justerad" and punkt["justerad"]["text"] in said


def many(value: Any) -> list[Any]:
    """A list, also where the record may leave out the list of one."""
    return value if isinstance(value, list) else [value]


def words(value: Any) -> str:
    """The text of a part that may be written in its short form."""
    return str(value["text"]) if isinstance(value, dict) else str(value)


def _title(punkt: Data, stil: Stil) -> str:
    return stil.titel.format(nr=punkt["nr"], rubrik=punkt["rubrik"])


def _part(name: str, value: Any, stil: Stil) -> Iterator[Block]:
    if name == "avsnitt":
        for section in value:
            yield rubrik(section["rubrik"], stil.niva_ord)
            yield from text(section["text"])
        return
    if name == "inlagg":
        for said in value:
            yield Block("text", f"{said['fran']}: {said['text']}")
        return
    if name == "arenden":
        yield Block("text", stil.dnr.format(", ".join(many(value))))
        return
    if name == "foredragande":
        yield Block("text", f"Föredragande: {', '.join(value)}")
        return
    if heading := stil.ord.get(name):
        yield rubrik(heading, stil.niva_ord)
    yield from _body(name, value, stil)


def _body(name: str, value: Any, stil: Stil) -> Iterator[Block]:
    if name in {"forslag", "beslut", "stallningstagande"}:
        yield from _sentences(name, many(value), stil)
    elif name == "omrostningar":
        for vote in value:
            yield Block("text", vote["fraga"])
            yield from _roll_call(vote.get("roster"))
            yield from text(vote["text"])
    elif name in {"underlag", "skickas_till"}:
        yield lista(words(entry) for entry in value)
    else:
        for entry in many(value):
            yield from text(words(entry))


def _sentences(name: str, value: list[Any], stil: Stil) -> Iterator[Block]:
    if stil.inled and name == "beslut":
        yield Block("text", stil.inled)
    if stil.satser == "lista":
        yield lista(words(sats) for sats in value)
        return
    for sats in value:
        number = f"{sats['nr']}. " if isinstance(sats, dict) and "nr" in sats else ""
        yield Block("text", number + words(sats))


def _roll_call(roster: Data | None) -> Iterator[Block]:
    if roster:
        heading = ("Ledamot", "Parti", "Ja", "Nej", "Avstår")
        rows = [
            (*who.rstrip(")").split(" ("), *("X" if side == key else "" for key in ("ja", "nej", "avstar")))
            for side, names in roster.items()
            for who in names
        ]
        yield Block("tabell", rader=(heading, *rows))
