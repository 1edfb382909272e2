"""The measured figures as tables: for a terminal and, as Markdown, for the handbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.importer.measure.facts import FALT
from generator.importer.measure.measure import Matning, Utfall, total

BORJAN, SLUT = "<!-- import-matt: början -->", "<!-- import-matt: slut -->"
Row = tuple[str, ...]
_DOCUMENTS = (
    "Handling", "Uppgifter", "Precision", "Återfunnet", "Tysta fel", "Tveksamma", "Text i posten", "Tillagt",
    "Slag som inte är helt rätta (precision/återfunnet)",
)  # fmt: skip
_KINDS = ("Slag av uppgift", "I facit", "I utkastet", "Rätta", "Precision", "Återfunnet", "Tysta fel")


def per_document(measured: Sequence[Matning]) -> list[Row]:
    """A row for each document: all its facts together, and the kinds that are not altogether right; last, all."""
    return [_DOCUMENTS, *(_document_row(one) for one in measured), _all_row(measured)]


def per_kind(measured: Iterable[Matning]) -> list[Row]:
    """A row for each kind of fact, of all the documents together, and one for all kinds."""
    totals = total(measured)
    rows = [_kind_row(falt, totals[falt]) for falt in FALT if falt in totals]
    return [_KINDS, *rows, _kind_row("alla", sum(totals.values(), Utfall()))]


def _document_row(one: Matning) -> Row:
    whole = sum(one.utfall.values(), Utfall())
    wrong = (f"{falt} {_both(found)}" for falt, found in one.utfall.items() if not _right(found))
    counts = (whole.tysta, one.tveksamma, percent(one.i_posten), one.tillagt)
    return one.namn, str(whole.facit), *_shares(whole), *map(str, counts), ", ".join(wrong)


def _all_row(measured: Sequence[Matning]) -> Row:
    whole = sum(total(measured).values(), Utfall())
    counts = (whole.tysta, sum(one.tveksamma for one in measured), "", sum(one.tillagt for one in measured))
    return "alla", str(whole.facit), *_shares(whole), *map(str, counts), ""


def _kind_row(falt: str, one: Utfall) -> Row:
    return falt, str(one.facit), str(one.utkast), str(one.ratt), *_shares(one), str(one.tysta)


def _right(one: Utfall) -> bool:
    return one.facit == one.utkast == one.ratt


def _both(one: Utfall) -> str:
    return "/".join(_shares(one))


def _shares(one: Utfall) -> tuple[str, str]:
    return percent(one.precision), percent(one.tackning)


def percent(share: float) -> str:
    """Whole per cent, cut: what is not quite all is never 100."""
    return str(int(share * 100))


def as_text(rows: Sequence[Row]) -> str:
    """A table in columns, figures to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Row, widths: Sequence[int]) -> str:
    last = len(row) - 1
    cells = (
        cell.ljust(width) if nr == 0 or (nr == last and not cell.isdigit()) else cell.rjust(width)
        for nr, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(cells).rstrip()


def as_markdown(rows: Sequence[Row]) -> str:
    """A table in Markdown, figures to the right."""
    head, *body = rows
    rule = tuple(
        "--:" if body and all(row[nr].isdigit() or not row[nr] for row in body) else "---" for nr in range(len(head))
    )
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *body))


def placed(handbook: str, section: str) -> str:
    """The handbook with `section` between the two markers.

    Raises:
        ValueError: where the markers are not there.
    """
    before, start, rest = handbook.partition(BORJAN)
    _, end, after = rest.partition(SLUT)
    if not start or not end:
        raise ValueError(f"{BORJAN} … {SLUT}")
    return f"{before}{BORJAN}\n\n{section.strip()}\n\n{SLUT}{after}"
