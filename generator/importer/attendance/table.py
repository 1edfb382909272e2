"""Tables of people: what the columns say, with a row of column headings or without one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.importer.attendance.lines import Printed, Why
from generator.importer.attendance.names import PARTY_WORDS, words_of_name
from generator.importer.attendance.presence import take_presence
from generator.importer.attendance.words import Bodies, column_of, is_mark, is_role, is_title_word, word
from generator.model.narvarorad import PARTI, Ersatt, Tolkning, read_rad, samma_roll

_NAMES = frozenset({"namn", "ledamot", "efternamn", "fornamn"})
_FEWEST_COLUMNS = 2
_MEMBERS = re.compile(r"ledam(?:ot|öter)\b(?!\s*/)", re.IGNORECASE)
_MARKED = ("tjanstgor", "narvarande", "franvarande", "forhinder")
_ABSENT = frozenset({"F", "f", "nej", "Nej", "-", "–", ""})
_WHICH = Why("Det går inte att se i vilken kolumn raden har kryss.", ("ej_tjanstgorande", "forhinder"))
_SERVES = frozenset({"T", "tj", "Tj", "tjg"})
_SIGNS_OF_ABSENCE = frozenset({"F", "f", "nej", "Nej"})
_TOLD = (("tjanstgor_inte", "ej_tjanstgorande"), ("forhindrad", "forhinder"), ("franvarande", "franvarande"))
_FOR_WHOM = re.compile(r"§|\bersätt|\b(?:för|stället|tjänstgör|tjg)\b", re.IGNORECASE)


@dataclass(frozen=True)
class TableRow:
    """A row of a table: what its columns say together, and the list that its marks put it in.

    `lista` is None where the columns do not say it, ``-`` where they say that the person was not there.
    """

    printed: Printed
    said: Tolkning
    lista: str | None = None


def header_of(row: Printed) -> tuple[str, ...] | None:
    """What the columns hold, where a row is the headings of a table of people; ``""`` for a column that is unknown."""
    kinds = tuple(column_of(cell) or "" for cell in row.cells)
    if _MEMBERS.match(row.text) and "namn" not in kinds:
        kinds = ("ledamot", *kinds[1:])
    known = [kind for kind in kinds if kind not in {"", "ersattare"}]
    if len(known) < _FEWEST_COLUMNS or len(known) * 2 < len(kinds):
        return None
    if _NAMES & set(known):
        return kinds
    return ("namn", *kinds[1:]) if kinds[0] == "" or "parti" in known else None


def settled(columns: Sequence[str], rows: Sequence[Printed]) -> tuple[str, ...]:
    """The columns of a table by what stands in them.

    One that should have marks and has words says when people were there; one that should say who serves and has
    names says who serves instead.
    """
    return tuple(_settled(kind, place, len(columns), rows) for place, kind in enumerate(columns))


def _settled(kind: str, place: int, width: int, rows: Sequence[Printed]) -> str:
    if kind not in (*_MARKED, "ersattare"):
        return kind
    cells = [row.cells[place] for row in rows if len(row.cells) == width]
    named = any(words_of_name(cell) > 1 for cell in cells)
    if kind == "ersattare" or (kind == "tjanstgor" and named):
        return "ersatts_av" if named else ""
    return kind if any(_has_mark(row, place, width) for row in rows) else "tid"


def _has_mark(row: Printed, place: int, width: int) -> bool:
    cells = row.cells if len(row.cells) == width else row.cells[1:]
    at = cells[place : place + 1] if len(row.cells) == width else cells
    return any(is_mark(cell) or cell in _SERVES or cell in _ABSENT - {""} for cell in at)


def is_bare_header(text: str) -> bool:
    """Whether a row is headings of columns whose places print has lost: ``Namn Parti Närvarande``."""
    words = text.split()
    return len(words) > 1 and all(column_of(piece) for piece in words)


def table_row(row: Printed, columns: Sequence[str], numbers: tuple[int, int] | None) -> TableRow | None:
    """A row below headings of columns; None where it names nobody."""
    cells = _by_column(row.cells or (row.text,), columns)
    name = " ".join(cells[key] for key in ("namn", "ledamot", "fornamn", "efternamn") if cells.get(key))
    read = read_rad(name) if name else None
    if read is None:
        return None
    said = replace(
        read,
        parti=_party(cells.get("parti", "")) or read.parti,
        ersatter=_served_for(cells.get("ersatter", "")) or read.ersatter,
        distans=read.distans or is_mark(cells.get("distans", "")),
    )
    for key in ("roll", "titel", "organisation"):
        said = _with_cell(said, cells.get(key, ""))
    told = _list_told(cells.get("tid", ""))
    said, whys = _with_times(said, " ".join(filter(None, ("" if told else cells.get("tid"), _loose(cells)))), numbers)
    lista, why = (None, (_WHICH,)) if _is_unclear(row, columns) else _list_of(said, cells, columns)
    lista = told or lista
    printed = replace(row, text=" ".join(cell for cell in row.cells if cell) or row.text, whys=row.whys + whys + why)
    instead = read_rad(cells.get("ersatts_av", ""))
    if instead and instead.namn:
        return TableRow(printed, replace(instead, ersatter=Ersatt(said.namn, said.parti, said.delar)), "beslutande")
    return TableRow(printed, said, lista)


def _list_told(remark: str) -> str | None:
    """The list that a remark alone puts a row in: ``Tjänstgör ej``, ``Förhinder``, ``Frånvarande``."""
    bare = remark.strip(" .-–").lower()
    for said, listed in _TOLD:
        if word(said).fullmatch(bare):
            return listed
    return None


def _is_unclear(row: Printed, columns: Sequence[str]) -> bool:
    """Whether a row has lost its empty cells, so that a mark may stand in either of several columns."""
    marked = sum(1 for kind in columns if kind in _MARKED)
    marks = sum(1 for cell in row.cells if is_mark(cell))
    return len(row.cells) != len(columns) and marked > 1 and marks < marked


def _with_cell(said: Tolkning, cell: str) -> Tolkning:
    """What a cell beside the name adds: a role, a title or an authority, and whom and what the row is for."""
    more = read_rad(f"Alva Ek (S), {cell}") if cell else None
    if more is None:
        return replace(said, delar=(*said.delar, cell)) if cell else said
    return replace(
        said,
        roll=said.roll or more.roll,
        delar=said.delar + tuple(part for part in more.delar if part not in said.delar),
        ersatter=said.ersatter or more.ersatter,
        omfattar=said.omfattar or more.omfattar,
        utom=said.utom or more.utom,
        distans=said.distans or more.distans,
    )


def _by_column(cells: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    """Cells by what their column holds; where empty cells are lost, each goes to the next column that can hold it."""
    if len(cells) == len(columns):
        return {kind: cell for kind, cell in zip(columns, cells, strict=True) if kind and cell}
    found: dict[str, str] = {}
    at = 0
    for cell in cells:
        fits = next((n for n in range(at, len(columns)) if _fits(cell, columns[n])), None)
        if fits is not None:
            found[columns[fits]] = cell
            at = fits + 1
    return found


def _fits(cell: str, column: str) -> bool:
    if column in _MARKED or column == "distans":
        return is_mark(cell) or cell in _ABSENT | _SERVES
    if column == "parti":
        return bool(_party(cell))
    if column == "roll":
        return is_role(cell)
    return not is_mark(cell) and (column not in {"namn", "ledamot"} or words_of_name(cell) > 0)


def _party(cell: str) -> str | None:
    bare = cell.strip("()")
    return bare if PARTI.fullmatch(f"({bare})") else None


def _served_for(cell: str) -> Ersatt | None:
    read = read_rad(cell) if cell and not is_mark(cell) else None
    return Ersatt(read.namn, read.parti, read.delar) if read and read.namn else None


def _loose(cells: dict[str, str]) -> str:
    """What a column of marks says in words: ``§§ 4–12`` or ``på distans`` instead of an X."""
    said = (cells.get(key, "") for key in _MARKED)
    return " ".join(cell for cell in said if len(cell) > 1 and not is_mark(cell) and cell not in _ABSENT | _SERVES)


def _with_times(said: Tolkning, text: str, numbers: tuple[int, int] | None) -> tuple[Tolkning, tuple[Why, ...]]:
    if not text:
        return said, ()
    text = f"§§ {text}" if text[0].isdigit() and "." not in text and ":" not in text else text
    presence = take_presence(f"Alva Ek, {text}", numbers)
    if read := read_rad(", ".join(filter(None, (presence.text, presence.fields.get("omfattar"))))):
        said = replace(
            said,
            omfattar=read.omfattar or said.omfattar,
            utom=read.utom or said.utom,
            tid=read.tid or said.tid,
            distans=said.distans or read.distans,
            ersatter=read.ersatter or said.ersatter,
        )
        left = ", ".join(read.delar)
        return said, presence.whys + ((Why(f"Tabellen säger också ”{left}”."),) if left else ())
    return said, (Why(f"”{text}” i tabellen har inte kunnat läsas."),)


def _list_of(said: Tolkning, cells: dict[str, str], columns: Sequence[str]) -> tuple[str | None, tuple[Why, ...]]:
    """The list that the marks of a row put it in."""
    if not set(_MARKED) & set(columns) and said.ersatter is None:
        return None, ()
    there = {key for key in _MARKED if cells.get(key) and cells[key] not in _ABSENT}
    if "tjanstgor" in there or said.ersatter or cells.get("narvarande") in _SERVES:
        return "beslutande", ()
    if "forhinder" in there:
        return "forhinder", ()
    if "franvarande" in there or cells.get("narvarande") in _SIGNS_OF_ABSENCE:
        return "franvarande", ()
    if "narvarande" in columns and "narvarande" not in there:
        return "-", ()
    return _without_serving(said, columns)


def _without_serving(said: Tolkning, columns: Sequence[str]) -> tuple[str | None, tuple[Why, ...]]:
    """The list of someone who was there and is not marked as serving."""
    if {"ledamot", "ersatts_av"} & set(columns):
        return "beslutande", ()
    if "tjanstgor" in columns:
        return "ej_tjanstgorande", ()
    if "narvarande" in columns and "ersättare" in samma_roll(said.roll or ""):
        return "ej_tjanstgorande", (Why("Tabellen säger inte om ersättaren tjänstgjorde.", ("beslutande",)),)
    return ("beslutande" if "narvarande" in columns and said.roll else None), ()


def by_content(row: Printed, bodies: Bodies) -> Tolkning | None:
    """What the cells of a row without headings say, each by what it looks like, in whatever order."""
    name, party, role, parts = "", None, None, []
    for cell in (cell for cell in row.cells if cell):
        if party is None and (cell in PARTY_WORDS or PARTI.fullmatch(cell)):
            party = cell.strip("()")
        elif role is None and is_role(cell):
            role = cell
        elif is_mark(cell):
            continue
        elif not name and words_of_name(cell) > 1 and cell not in bodies and not is_title_word(cell.split()[0]):
            name = cell
        else:
            parts.append(cell)
    read = read_rad(name) if name and (party or role or parts) else None
    if read is None or any(_FOR_WHOM.search(part) for part in parts):
        return None
    return replace(read, parti=party or read.parti, roll=role or read.roll, delar=read.delar + tuple(parts))
