"""The rows below the label of a list put where they belong: rows, headings among them, tables and what ends a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.importer.attendance.labels import group_apart, roles_with_names, whole_labels
from generator.importer.attendance.lines import Printed, Why, joined, parted
from generator.importer.attendance.lists import Key, Lists
from generator.importer.attendance.names import Start, start_of
from generator.importer.attendance.row import Row, Where, read_row, tidy
from generator.importer.attendance.split import running
from generator.importer.attendance.table import TableRow, by_content, header_of, is_bare_header, settled, table_row
from generator.importer.attendance.words import (
    Bodies,
    GroupKind,
    ListRule,
    group_of,
    list_label,
    list_of_group,
    word,
)
from generator.model.narvarorad import read_rad, samma_roll
from generator.model.partier import parti_kallat

_GROUP = re.compile(r"(?:för|från)\s+(?P<body>.+?)(?:\s*\([^)]*\))?:?", re.IGNORECASE)
_PROSE = 9
_UNMARKED = "är inte markerad som närvarande. Handlingen säger inte att personen var frånvarande."


@dataclass
class Hand:
    """Where the reader is: the part and list that rows go to, the group above them, and what rows are read with."""

    lists: Lists
    bodies: Bodies
    numbers: tuple[int, int] | None
    part: str
    rule: ListRule | None = None
    outer: str | None = None
    inner: str | None = None
    label: str | None = None
    group: tuple[str, str] | None = None
    party: str | None = None
    columns: tuple[str, ...] = ()
    opened: set[str] = field(default_factory=set)
    unsure: Why | None = None
    elsewhere: list[tuple[Key | None, Printed, bool]] = field(default_factory=list)

    @property
    def key(self) -> Key | None:
        """The list that a row goes to; None where the model has none."""
        name = (self.rule.kallade if self.part == "kallade" else self.rule.narvaro) if self.rule else "-"
        return None if name == "-" else (self.part, name)


def take_rows(rows: Sequence[Printed], hand: Hand) -> None:
    """The rows of a list, with the headings and tables among them."""
    run: list[Printed] = []
    apart = [part for row in whole_labels(rows) for part in group_apart(row, hand.bodies)]
    whole = joined(roles_with_names(_tables_apart(apart, hand), hand.bodies), hand.bodies)
    for row in whole:
        if word("annanstans").fullmatch(row.text.lower()):
            hand.elsewhere.append((hand.key, row, bool(hand.lists.rows)))
        elif word("ingen").fullmatch(row.text.lower()):
            continue
        elif columns := header_of(row):
            _flush(run, hand)
            hand.columns = settled(columns, rows)
        elif is_bare_header(row.text):
            hand.lists.doubt(hand.part, row.line, Why("Tabellens kolumner kan inte skiljas åt; kryss är inte lästa."))
        elif _take_heading(row, hand, run, row is whole[-1]):
            continue
        elif _is_prose(row, hand.bodies):
            why = Why(f"Texten från ”{row.text[:60]}” står efter listan och är inte läst som personer.")
            hand.lists.doubt(hand.part, row.line, why)
            break
        else:
            run.append(row)
    _flush(run, hand)


def _tables_apart(rows: Sequence[Printed], hand: Hand) -> Sequence[Printed]:
    return rows if any(header_of(row) for row in rows) else parted(rows, hand.bodies)


def _take_heading(row: Printed, hand: Hand, run: list[Printed], last: bool) -> bool:
    """Whether a row is a heading inside the list; the rows before it are then put away first."""
    if label := list_label(row.text):
        _flush(run, hand)
        hand.rule, printed = label
        hand.inner = None if hand.rule.usual.fullmatch(printed) else printed
        return True
    kind = group_of(row.text)
    seems = None if kind or last else _looks_like_group(row, hand.bodies)
    if kind is None and seems is None:
        return False
    _flush(run, hand)
    text = row.text.strip(" :")
    if seems:
        hand.lists.doubt(hand.part, row.line, Why(f"”{text}” är läst som en rubrik i listan."))
    _open_group(kind or seems, text, row.line, hand)
    return True


def _open_group(kind: GroupKind | None, text: str, line: int, hand: Hand) -> None:
    """A heading inside a list: what group the rows below it form, and which list they go to."""
    hand.party = text if parti_kallat(text) else None
    if hand.rule and hand.rule.falt in {"forhinder", "franvarande"}:
        hand.lists.doubt(hand.part, line, Why(f"Var de under ”{text}” med? Rubriken står efter dem som inte var det."))
    if kind == "yttre":
        found = _GROUP.fullmatch(text)
        body = found["body"] if found else text
        hand.outer, hand.inner = text, None
        hand.party = body if parti_kallat(body) else None
        seems = text.lower().startswith("från ") and all(piece[:1].isupper() for piece in body.split())
        hand.group = (body, text) if (body in hand.bodies or seems) and not hand.party else None
        if hand.group and body not in hand.bodies:
            hand.lists.doubt(hand.part, line, Why(f"”{body}” är läst som organisation för dem under rubriken."))
        return
    if kind == "egen":
        hand.outer = hand.group = None
    hand.inner = text
    theirs = list_of_group(text)
    if theirs and hand.rule and _parts_from(theirs, hand.rule):
        hand.rule = theirs


def _parts_from(theirs: ListRule, rule: ListRule) -> bool:
    """Whether the people of a heading can not stand in the list that it is in."""
    unelected = theirs.falt == "narvarande" and rule.falt == "fortroendevalda"
    return unelected or (theirs.kallade == "ovriga") != (rule.kallade == "ovriga")


def _looks_like_group(row: Printed, bodies: Bodies) -> GroupKind | None:
    """What kind of heading a row is that the table does not know: bold, before a colon, or an authority alone."""
    text = row.text.strip(" :")
    read = read_rad(text)
    if (read and (read.vakant or read.parti)) or row.cells or start_of(text, bodies) or not text[:1].isupper():
        return None
    if text in bodies:
        return "yttre"
    alone = len(text.split()) == 1 and text.isalpha()
    return "egen" if row.text.endswith(":") or (row.bold and "," not in text) or alone else None


def _is_prose(row: Printed, bodies: Bodies) -> bool:
    words = row.text.split()
    if start_of(row.text, bodies) >= Start.MORE:
        return False
    small = sum(1 for piece in words if piece[:1].islower())
    sentence = row.text.endswith((".", "?")) and small > len(words) // 2
    return len(words) > _PROSE and (sentence or small * 3 > len(words) * 2) and "," not in row.text[:40]


def _flush(run: list[Printed], hand: Hand) -> None:
    """The rows gathered so far, put into the list that is open."""
    rows, run[:] = list(run), []
    if hand.columns:
        found = [(row, table_row(row, hand.columns, hand.numbers) if row.cells else None) for row in rows]
        parts = any(one.lista == "ej_tjanstgorande" or one.said.ersatter for _, one in found if one)
        for row, one in found:
            _put_table_row(row, _serving(one, hand) if parts and one else one, hand)
        return
    for row in running(rows, hand.bodies):
        _put(row, hand)


def _serving(row: TableRow, hand: Hand) -> TableRow:
    """A ledamot of those present, in a table that says which substitutes serve: the others of it serve themselves."""
    role = samma_roll(row.said.roll or "")
    if row.lista or not hand.rule or hand.rule.falt != "narvarande" or not role.endswith(("ordförande", "ledamot")):
        return row
    why = Why("Tabellen säger vilka ersättare som tjänstgör. Dess ledamöter är lästa som beslutande.", ("narvarande",))
    whys = row.printed.whys if hand.lists.rows.get(("narvaro", "beslutande")) else (*row.printed.whys, why)
    return replace(row, lista="beslutande", printed=replace(row.printed, whys=whys))


def _put_table_row(row: Printed, found: TableRow | None, hand: Hand) -> None:
    if found is None:
        _put(row, hand)
        return
    where = _where(hand, found.lista)
    read = read_row(found.printed, where, found.said)
    if read:
        _add(read, found.lista, hand)


def _where(hand: Hand, lista: str | None = None) -> Where:
    listed = lista or (hand.key[1] if hand.key else "-")
    return Where(listed, hand.bodies, hand.numbers, hand.group, hand.party)


def _put(row: Printed, hand: Hand) -> None:
    where = _where(hand)
    base = read_rad(tidy(row.text))
    said = by_content(row, hand.bodies) if row.cells and not (base and base.parti) else None
    read = read_row(row, where, said)
    if read is None:
        why = Why("Raden har inte kunnat läsas som en person.")
        read = Row({"rad": tidy(row.text) or row.text, "platshallare": "ja"}, row.line, (*row.whys, why))
    _add(read, None, hand)


def _add(row: Row, lista: str | None, hand: Hand) -> None:
    """A row to the list that it belongs in: one who serves for somebody serves, whatever the list is called."""
    key = hand.key
    if lista and hand.part == "narvaro":
        key = None if lista == "-" else ("narvaro", lista)
    elif hand.unsure:
        row, hand.unsure = replace(row, whys=(*row.whys, hand.unsure)), None
    if lista is None and hand.rule and hand.rule.falt == "ersattare" and hand.part == "narvaro":
        key, row = _substitute(row, hand.lists, "tjanstgorande_ersattare" in hand.opened)
    if hand.part == "narvaro" and (said := _not_there(row)):
        hand.lists.headings = ()
        hand.lists.add(*said)
        return
    if key is None:
        _absent(row, hand)
        return
    inner = hand.inner or (hand.label if not hand.outer and hand.lists.has_heading(key) else None)
    hand.lists.headings = tuple(text for text in (hand.outer, inner) if text)
    hand.lists.add(key, row)


def _not_there(row: Row) -> tuple[Key, Row] | None:
    """The list of one whose row itself says that the person was prevented or absent, whatever list it stands in."""
    for part in row.read.delar if row.read else ():
        bare = part.strip(" -–:").lower()
        whys = tuple(why for why in row.whys if f"”{part}”" not in why.text)
        for said, listed in (("forhindrad", "forhinder"), ("franvarande", "franvarande")):
            if word(said).fullmatch(bare):
                return ("narvaro", listed), replace(row, whys=whys)
    return None


def _substitute(row: Row, lists: Lists, parted: bool) -> tuple[Key, Row]:
    serves = row.read and (row.read.ersatter or (row.read.roll or "").lower().startswith(("tjänstgör", "tjg", "tj.")))
    if serves:
        return ("narvaro", "beslutande"), row
    key = ("narvaro", "ej_tjanstgorande")
    if lists.rows.get(key) or parted:
        return key, row
    why = Why("Listan heter Ersättare. Dess rader är lästa som ej tjänstgörande.", ("beslutande",))
    return key, replace(row, whys=(*row.whys, why))


def _absent(row: Row, hand: Hand) -> None:
    text = row.value if isinstance(row.value, str) else row.value["rad"]
    printed = hand.rule is not None and hand.rule.falt in {"forhinder", "franvarande"}
    ends = f"står under {hand.label}. En kallelse säger inte vem som kom." if printed else _UNMARKED
    why = Why(f"”{text}” {ends}")
    hand.lists.doubt("narvaro", row.line, why)
