"""The body of an item: each stretch under its heading to the field that the heading means, the rest kept as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.importer.extract.line import Line
from generator.importer.items import attachments, dissent
from generator.importer.items.acts import acts, vote_in_text
from generator.importer.items.blocks import Block, Piece
from generator.importer.items.decisions import parted_at_sentences, proposals, satser
from generator.importer.items.ended import Ended, ended
from generator.importer.items.fields import Body, Reader
from generator.importer.items.heads import Head
from generator.importer.items.own import may_decide, of_other, own_proposals, untitled
from generator.importer.items.sections import contributions, has_table, parts, section, under
from generator.importer.items.speakers import in_attendance, listed, speakers
from generator.importer.items.stretches import (
    DECISIONS,
    ENDS_AT_HEADING,
    ENDS_AT_STYLE,
    is_signed,
    own_decisions,
    parted,
    signed,
)
from generator.importer.items.whereabouts import Whereabouts
from generator.importer.printed.chunks import Chunk, chunks, without
from generator.importer.printed.paragraphs import joined, prose
from generator.importer.printed.sentences import sentences
from generator.importer.printed.words import patterns
from generator.importer.reading import Doubt

_LONGEST_RECEIVER = 3
_BEGUN = "Satsen börjar på en ny rad, men inget nummer eller mellanrum skiljer den från den förra."
_ENDED = "Raden ”{}” kan vara en rubrik, eller ord i texten. Kontrollera var stycket slutar."
_PROPOSED = "Rubriken är ”{}”. Organet är dokumentets eget, så förslaget till det andra organet är dess beslut."
_OF_OTHER = "Rubriken är ”{}”, men organet är inte dokumentets eget. Är det ett tidigare beslut hör det inte hit."
_UNTITLED = "Beslutet står i löpande text, utan rubrik."
_ONLY_PROPOSED = "Punkten har ett förslag men inget beslut. Förslaget kan vara det som organet beslutade."
_MAY_DECIDE = "Punkten har inget beslut, men här kan ett stå: ”{}”"
_FIELDS = {"reservation": "reservationer", "anteckning": "anteckningar", "sarskilt_yttrande": "anteckningar"}
_NOT_LISTED = "Texten säger att personen medverkar, men namnet står inte i listorna."
_OWNER = re.compile(r"^(?P<av>[A-ZÅÄÖ].{2,80}?)s (?:besluts)?förslag", re.IGNORECASE)


def body_of(block: Block, head: Head, reader: Reader) -> Body:
    """Reads all stretches of an item."""
    body, where = Body(), Whereabouts.of(block)
    body.add("underlag", head.papers)
    body.speakers = [one for row in head.presenters for one in listed(row, reader.names)]
    text: list[Line] = []
    pieces = own_proposals(block.pieces, reader.organ) if reader.complete else block.pieces
    for piece in own_decisions(pieces):
        own, rest = parted(piece)
        _justerad(own, body)
        if piece.falt == "text" or is_signed(piece):
            text.extend([*own.lines, Line("", piece.start.number)])
        else:
            _stretch(own, body, reader)
            text.extend(rest)
    _text(_decided(text, body, reader), body, reader, str(head.value["rubrik"]))
    for note in reversed(head.notes):
        body.value["text"] = "\n\n".join(one for one in (note, body.value.get("text")) if one)
    _undecided(body, reader, where)
    _presenters(body, reader, where)
    return body


def _justerad(piece: Piece, body: Body) -> None:
    """A paragraph that says that the § is signed; it stays where it is also one of the beslut."""
    if is_signed(piece):
        body.value["justerad"] = signed(piece.rubrik)
        return
    for chunk in chunks(piece.lines):
        if any(one.fullmatch(chunk.text.rstrip(". ")) for one in patterns("justerad")):
            body.value["justerad"] = signed(chunk.text)
            if piece.falt not in DECISIONS or not (chunk.nr or chunk.bullet):
                piece.lines = without(piece.lines, {one.number for one in chunk.lines})
            continue
        for sentence in sentences(chunk.text):
            if any(one.fullmatch(sentence.rstrip(". ")) for one in patterns("justerad")):
                body.value["justerad"] = signed(sentence)


def _decided(lines: list[Line], body: Body, reader: Reader) -> list[Line]:
    """Running text without the decisions of the document's own organ in it, where no heading has given any."""
    if not reader.decides or any(name in body.value for name in DECISIONS):
        return lines
    found = untitled(lines, reader.organ)
    for text, line in found.satser:
        body.doubts.append(Doubt(("beslut", len(body.value.get("beslut", []))), line, _UNTITLED))
        body.add("beslut", satser([Line(text, line)]))
    return found.left


def _undecided(body: Body, reader: Reader, where: Whereabouts) -> None:
    """A mark where an item without beslut has a förslag, or words that may be a decision."""
    if not reader.complete or "beslut" in body.value or "stallningstagande" in body.value:
        return
    if reader.decides and "forslag" in body.value:
        body.doubts.append(Doubt(("forslag", 0), body.lines["forslag"][0], _ONLY_PROPOSED))
    for place, (_heading, text) in enumerate(body.running(), -1):
        if text and (said := may_decide(text, reader.organ)):
            path = ("avsnitt", place) if place >= 0 else ("text",)
            body.doubts.append(Doubt(path, where.line(said), _MAY_DECIDE.format(said)))


def _stretch(piece: Piece, body: Body, reader: Reader) -> None:
    if piece.falt in ENDS_AT_HEADING or piece.falt in ENDS_AT_STYLE:
        found = ended(piece.lines, sentences=piece.falt in ENDS_AT_HEADING)
        _field(replace(piece, lines=list(found.lines)), body, reader)
        _below(found, piece, body, reader)
    else:
        _field(piece, body, reader)


def _below(found: Ended, piece: Piece, body: Body, reader: Reader) -> None:
    """Sections that an unknown heading or a table has begun; a heading that is only a conclusion is said."""
    for line in found.unsure:
        name = _FIELDS.get(piece.falt, piece.falt)
        if name in body.value:
            body.doubts.append(Doubt((name, len(body.value[name]) - 1), line.number, _ENDED.format(line.text)))
    for part in found.below:
        _section(part.title or piece.rubrik, part.lines, body, reader, part.rubrik)


def _field(piece: Piece, body: Body, reader: Reader) -> None:
    if piece.falt in DECISIONS:
        _decision(piece, body, reader)
    elif piece.falt == "underlag":
        body.add("underlag", attachments.attachments(piece.lines))
    elif piece.falt == "skickas_till":
        _sent(piece, body)
    elif piece.falt == "foredragande":
        text = re.sub(r"(?m)^- ", "", prose(piece.lines))
        body.speakers = [*body.speakers, *listed(text, reader.names)]
    elif piece.falt == "justering":
        _justering(piece, body)
    elif not acts(piece, body, reader):
        _section(piece.rubrik, piece.lines, body, reader, piece.start)
        if piece.falt == "okand" and not any(line.text for line in piece.lines):
            _append_text(body, piece.rubrik)


def _decision(piece: Piece, body: Body, reader: Reader) -> None:
    moved: set[int] = set()
    for chunk in chunks(piece.lines):
        for name, entries in dissent.in_text(chunk.text, reader.names).items():
            if name != "yrkanden" and len(entries) == 1 and entries[0]["text"] == chunk.text and piece.falt == "beslut":
                body.add(name, [(entries[0], chunk.line)])
                moved.update(line.number for line in chunk.lines)
    lines, begun = parted_at_sentences(without(piece.lines, moved))
    found = satser(lines)
    first = len(body.value.get(piece.falt, []))
    for place, (_sats, line) in enumerate(found, first):
        if line in begun:
            body.doubts.append(Doubt((piece.falt, place), line, _BEGUN))
    if piece.falt == "forslag" and (owner := _OWNER.match(piece.rubrik)):
        found = [({**sats, "av": owner["av"]}, line) for sats, line in found]
    if piece.falt == "beslut":
        body.proposed.update(first + place for place in proposals([sats["text"] for sats, _line in found]))
    if piece.falt == "beslut" and found and of_other(piece.rubrik, reader.organ):
        body.doubts.append(Doubt((piece.falt, first), piece.start.number, _OF_OTHER.format(piece.rubrik)))
    if piece.proposes:
        body.proposed.update(range(first, first + len(found)))
        found = [({key: said for key, said in sats.items() if key != "slag"}, line) for sats, line in found]
        body.doubts.append(Doubt((piece.falt, first), piece.start.number, _PROPOSED.format(piece.rubrik)))
    body.add(piece.falt, found)


def _sent(piece: Piece, body: Body) -> None:
    """Those who get an extract; a sentence below them is running text again."""
    found = [chunk for chunk in attachments.entries(piece.lines) if chunk.text]
    below: list[str] = []
    while len(found) > 1 and _is_sentence(found[-1]):
        below.insert(0, found.pop().text)
    for text in below:
        _append_text(body, text)
    entries = [chunk.text for chunk in found]
    if len(entries) == 1:
        entries = [part.strip() for part in re.split(r",\s+|;\s+", entries[0].rstrip("."))]
    body.value.setdefault("skickas_till", []).extend(text for text in entries if text)


def _is_sentence(chunk: Chunk) -> bool:
    return not chunk.bullet and chunk.text.endswith(".") and len(chunk.text.split()) > _LONGEST_RECEIVER


def _justering(piece: Piece, body: Body) -> None:
    text = " ".join(prose(piece.lines).split())
    if not text:
        body.value.setdefault("justerad", signed(piece.rubrik))
    elif "justerad" not in body.value:
        said = signed(text)
        if "omedelbar" in piece.rubrik.lower():
            said["omedelbart"] = "ja"
        body.value["justerad"] = said
    else:
        _append_text(body, text)


def _append_text(body: Body, text: str) -> None:
    body.value["text"] = f"{body.value['text']}\n\n{text}" if body.value.get("text") else text


def _text(lines: list[Line], body: Body, reader: Reader, title: str) -> None:
    """Running text: links and acts of persons to their fields, unknown headings to sections, the rest to `text`.

    A table without a heading has that of the item.
    """
    papers, lines = attachments.linked(lines)
    body.add("underlag", papers)
    body.add("underlag", attachments.annexes(lines))
    lines = _acts(vote_in_text(lines, body, reader), body, reader)
    first, *others = parts(lines)
    said, rest = contributions(first.lines, reader.is_party, reader.authority)
    body.value.setdefault("inlagg", []).extend(said)
    if has_table(rest):
        body.add_section(rest[0].number, section(_table_title(rest, title), _below_title(rest)))
    elif text := prose(rest):
        before = body.value.get("text")
        body.value["text"] = f"{text}\n\n{before}" if before else text
    for part in others:
        _section(part.title, part.lines, body, reader, part.rubrik)
    for name in [name for name, value in body.value.items() if value == []]:
        del body.value[name]
    if "avsnitt" in body.value:
        body.value["avsnitt"] = [made for _line, made in sorted(body.sections, key=lambda one: one[0])]


def _table_title(lines: Sequence[Line], title: str) -> str:
    first = next(line for line in lines if line.text)
    return title if first.cells or "\t" in first.text else joined([first])


def _below_title(lines: Sequence[Line]) -> list[Line]:
    first = next(line for line in lines if line.text)
    return list(lines) if first.cells or "\t" in first.text else [line for line in lines if line is not first]


def _acts(lines: list[Line], body: Body, reader: Reader) -> list[Line]:
    """Paragraphs that only say that somebody is jävig, reserverar sig or does not take part, put in their fields.

    They stay in the text where it has nothing else.
    """
    found = chunks(lines)
    moved: set[int] = set()
    for chunk in found:
        for name, entries in dissent.in_text(chunk.text, reader.names).items():
            body.add(name, [(entry, chunk.line) for entry in entries])
            if name != "yrkanden" and len(entries) == 1 and entries[0]["text"] == chunk.text:
                moved.update(line.number for line in chunk.lines)
    left = without(lines, moved)
    return left if any(line.text for line in left) else lines


def _section(rubrik: str, lines: Sequence[Line], body: Body, reader: Reader, at: Line | None = None) -> None:
    """A section under its heading; unknown headings in it are sections of their own."""
    papers, rest = attachments.linked(lines)
    body.add("underlag", papers)
    first, *others = under(rest)
    said, left = contributions(first.lines, reader.is_party, reader.authority)
    if said:
        body.value.setdefault("inlagg", []).extend(said)
    made = section(rubrik, left)
    if made:
        body.add_section(at.number if at else first.lines[0].number, made)
    for part in others:
        _section(part.title, part.lines, body, reader, part.rubrik)
    for name, entries in dissent.in_text(made.get("text", "") if made else "", reader.names).items():
        body.add(name, [(entry, first.lines[0].number if first.lines else 0) for entry in entries])


def _presenters(body: Body, reader: Reader, where: Whereabouts) -> None:
    if body.speakers:
        body.value["foredragande"] = [one.value for one in body.speakers]
    have = {one.name for one in body.speakers}
    found = [one for _heading, text in body.running() for one in speakers(text, reader.names)]
    unique = {one.name: one for one in reversed(found) if one.name not in have}
    shown = [unique[name] for name in dict.fromkeys(one.name for one in found) if name in unique]
    if not shown:
        return
    body.value["medverkande"] = [one.value for one in shown]
    for place, one in enumerate(shown):
        if reader.complete and reader.names and not in_attendance(one.name, reader.names):
            body.doubts.append(Doubt(("medverkande", place), where.line(one.name), _NOT_LISTED))
