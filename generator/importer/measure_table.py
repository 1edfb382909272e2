"""The measured figures as tables: for a terminal and, as Markdown, for the handbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.importer.facts import FALT
from generator.importer.measure import Matning, Utfall, total

BORJAN, SLUT = "<!-- import-matt: början -->", "<!-- import-matt: slut -->"
_HEAD = ("Handling", *(falt.capitalize() for falt in FALT), "I posten", "Ur handlingen", "Tveksamma", "Tysta fel")
_TOTAL_HEAD = ("Slag av uppgift", "I facit", "I utkastet", "Rätta", "Precision", "Återfunnet", "Tysta fel")


def per_document(measured: Sequence[Matning]) -> list[tuple[str, ...]]:
    """A row for each document: of each kind ``100`` where all is right, else precision/recall; then the coverage."""
    return [_HEAD, *(_row(one) for one in measured)]


def per_kind(measured: Iterable[Matning]) -> list[tuple[str, ...]]:
    """A row for each kind of fact, of all the documents together, and one for all kinds."""
    totals = total(measured)
    rows = [_total_row(falt, totals[falt]) for falt in FALT if falt in totals]
    return [_TOTAL_HEAD, *rows, _total_row("alla", sum(totals.values(), Utfall()))]


def _row(one: Matning) -> tuple[str, ...]:
    silent = sum(outcome.tysta for outcome in one.utfall.values())
    cells = (_cell(one.utfall.get(falt)) for falt in FALT)
    shares = (_percent(one.i_posten), _percent(one.ur_dokumentet))
    return one.namn, *cells, *shares, str(one.tveksamma), str(silent)


def _cell(outcome: Utfall | None) -> str:
    if outcome is None:
        return "–"
    right = _percent(outcome.precision), _percent(outcome.tackning)
    return right[0] if right[0] == right[1] else "/".join(right)


def _total_row(falt: str, one: Utfall) -> tuple[str, ...]:
    shares = (_percent(one.precision), _percent(one.tackning))
    return falt, str(one.facit), str(one.utkast), str(one.ratt), *shares, str(one.tysta)


def _percent(share: float) -> str:
    """Whole per cent, cut: what is not quite all is never 100."""
    return str(int(share * 100))


def as_text(rows: Sequence[tuple[str, ...]], turned: bool = False) -> str:
    """A table in columns; `turned` makes its rows columns."""
    table = list(zip(*rows, strict=True)) if turned else list(rows)
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    lines = []
    for row in table:
        first, *rest = (cell.ljust(width) if not nr else cell.rjust(width) for nr, (cell, width) in _sized(row, widths))
        lines.append("  ".join([first, *rest]).rstrip())
    return "\n".join(lines)


def _sized(row: tuple[str, ...], widths: list[int]) -> Iterable[tuple[int, tuple[str, int]]]:
    return enumerate(zip(row, widths, strict=True))


def as_markdown(rows: Sequence[tuple[str, ...]], turned: bool = False) -> str:
    """A table in Markdown, numbers to the right."""
    head, *body = list(zip(*rows, strict=True)) if turned else list(rows)
    rule = ("---", *("--:" for _ in head[1:]))
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
