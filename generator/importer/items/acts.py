"""The stretches of an item that hold acts of persons: yrkanden, votes, reservationer, jäv, notes to the protokoll."""

from __future__ import annotations

from dataclasses import replace

from generator.importer.extract.line import Line
from generator.importer.items import dissent
from generator.importer.items.blocks import Piece
from generator.importer.items.fields import Body, Reader
from generator.importer.items.vote_table import read_table
from generator.importer.items.votes import before_vote, in_text, meanings, vote
from generator.importer.printed.paragraphs import prose
from generator.importer.reading import Doubt

_UNTITLED = "Omröstningen står i löpande text, utan rubrik."
_UNREAD_ROLL = "Röstlistan är tryckt i kolumner som inte går att skilja åt i texten. Skriv in hur var och en röstade."


def acts(piece: Piece, body: Body, reader: Reader) -> bool:
    """Reads a stretch with acts of persons into its field; false where it is no such stretch."""
    names, lines = reader.names, piece.lines
    if piece.falt == "yrkanden":
        body.add("yrkanden", dissent.claims(lines, names))
    elif piece.falt == "propositionsordning":
        _proposition(piece, body, reader)
    elif piece.falt in {"omrostning", "omrostningsresultat"}:
        _vote(piece, body, reader)
    elif piece.falt == "reservation":
        for name, found in dissent.reserved_or_noted(dissent.statements(lines, names, dissent.RESERVES)).items():
            body.add(name, found)
    elif piece.falt == "jav":
        body.add("jav", dissent.without_groups(dissent.statements(lines, names, dissent.JAV_OR_OUT)))
    elif piece.falt == "deltar_inte":
        body.add("deltar_inte", dissent.abstaining(dissent.statements(lines, names, dissent.NOT_PART)))
    elif piece.falt in {"anteckning", "sarskilt_yttrande"}:
        kind = "sarskilt-yttrande" if piece.falt == "sarskilt_yttrande" else None
        body.add("anteckningar", dissent.statements(lines, names, slag=kind))
    else:
        return False
    return True


def _proposition(piece: Piece, body: Body, reader: Reader) -> None:
    """A propositionsordning; where a vote follows under the same heading, it begins with what ja and nej mean."""
    before, after = before_vote(piece.lines)
    if text := prose(before):
        have = body.value.get("propositionsordning")
        body.value["propositionsordning"] = f"{have}\n\n{text}" if have else text
    if after:
        _vote(replace(piece, falt="omrostning", lines=after), body, reader)


def vote_in_text(lines: list[Line], body: Body, reader: Reader) -> list[Line]:
    """Running text without the vote that stands in it, where no heading has given any."""
    if "omrostningar" in body.value:
        return lines
    left, cast = in_text(lines)
    if cast:
        start = next(line for line in cast if line.text)
        _vote(Piece("omrostning", "", start, cast), body, reader)
        body.doubts.append(Doubt(("omrostningar", 0), start.number, _UNTITLED))
    return left


def _vote(piece: Piece, body: Body, reader: Reader) -> None:
    if not prose(piece.lines):
        return
    found = vote(piece.lines, sorted(reader.names))
    votes = body.value.setdefault("omrostningar", [])
    if piece.falt == "omrostningsresultat" and votes and "ja" not in votes[-1]:
        texts = [one["text"] for one in (votes[-1], found) if "text" in one]
        votes[-1] = {**found, **votes[-1], "text": "\n\n".join(texts)}
        return
    votes.append({**meanings(body.value.get("propositionsordning", "")), **found})
    body.lines.setdefault("omrostningar", []).append(piece.start.number)
    if read_table(piece.lines).unread and "roster" not in found:
        body.doubts.append(Doubt(("omrostningar", len(votes) - 1), piece.start.number, _UNREAD_ROLL))
