"""The register of posting is read back whole, and no line of it can be changed unnoticed."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from generator.records.anslagsregister import Uppsattning, Utgava, read_register, summa, uppe, utgava

PATH = "content/anslagsregister.jsonl"
DAYS = [dt.date(2026, 3, day) for day in (2, 3, 4, 5)]


def publications() -> list[Utgava]:
    """One anslag comes up, another joins it, the first is changed, both go."""
    one, other, changed = (
        Uppsattning("namnden/2026-02-18", "Anslag\nÅrsta: ”§ 1” \\ \u2028\n"),
        Uppsattning("radet/2026-02-20", "Anslag\n"),
        Uppsattning("namnden/2026-02-18", "Rättat anslag\n"),
    )
    made: list[Utgava] = []
    for day, down, up in (
        (DAYS[0], [], [one]),
        (DAYS[1], [], [other]),
        (DAYS[2], [one.anslag], [changed]),
        (DAYS[3], [other.anslag, changed.anslag], []),
    ):
        made.append(utgava(made[-1] if made else None, day, down, up))
    return made


def text(made: list[Utgava]) -> str:
    """The register as its file holds it."""
    return "".join(f"{one.rad}\n" for one in made)


def test_it_is_read_back_as_it_was_written() -> None:
    """Every publication comes back with its day, its texts and its sums; nothing is up after the last."""
    made = publications()
    register, faults = read_register(text(made), PATH)
    assert faults == []
    assert list(register.utgavor) == made
    assert register.utgavor[0].upp[0].sha256 == summa("Anslag\nÅrsta: ”§ 1” \\ \u2028\n")
    assert uppe(made[:3]) == {one.anslag: one for one in (*made[1].upp, *made[2].upp)}
    assert uppe(made) == {}


def test_no_register_is_no_fault() -> None:
    """An empty file is a register with nothing in it."""
    assert read_register("", PATH)[1] == []


def _json(line: str, **changes: object) -> str:
    return json.dumps(json.loads(line) | changes, ensure_ascii=False)


A, B, C, D = text(publications()).removesuffix("\n").split("\n")
BROKEN = {
    "a letter of a text": ([A.replace("rsta", "sta"), B, C, D], 1, "kontrollsumma"),
    "a text with its sum": ([A.replace("rsta", "sta").replace(
        summa("Anslag\nÅrsta: ”§ 1” \\ \u2028\n"),
        summa("Anslag\nÅsta: ”§ 1” \\ \u2028\n")), B, C, D], 2, "tidigare rad"),
    "a day": ([A.replace("2026-03-02", "2026-03-01"), B, C, D], 2, "tidigare rad"),
    "a line taken away": ([A, C, D], 2, "tidigare rad"),
    "the first line taken away": ([B, C, D], 1, "tidigare rad"),
    "a line twice": ([A, A, B], 2, "tidigare rad"),
    "two lines in the wrong order": ([A, C, B, D], 2, "tidigare rad"),
    "an empty line": ([A, "", B], 2, "inte som programmet"),
    "no JSON": ([A, "hej"], 2, "inte som programmet"),
    "another kind of JSON": (["[]"], 1, "inte som programmet"),
    "nesting": (["[" * 100_000], 1, "inte som programmet"),
    "a key too many": ([_json(A, mer=1)], 1, "inte som programmet"),
    "a key too few": (['{"dag": "2026-03-02"}'], 1, "inte som programmet"),
    "no day": ([_json(A, dag="2026-02-30")], 1, "inte som programmet"),
    "a day that is a number": ([_json(A, dag=20260302)], 1, "inte som programmet"),
    "other spaces": ([A.replace(", ", ","), B], 1, "inte som programmet"),
    "a merge conflict": ([A, "<<<<<<< HEAD", B, "=======", C], 2, "inte som programmet"),
    "ended lines of another system": ([f"{A}\r", f"{B}\r"], 1, "inte som programmet"),
    "a day before the last": (
        [A, utgava(publications()[0], dt.date(2026, 3, 1), [], []).rad], 2, "ligger före den förra"),
    "down without being up": (
        [A, utgava(publications()[0], DAYS[1], ["radet/2026-02-20"], []).rad], 2, "tas ned fast det inte är uppe"),
    "up twice": (
        [A, utgava(publications()[0], DAYS[1], [], publications()[0].upp).rad], 2, "sätts upp fast det redan är uppe"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_every_change_is_found_at_its_line(case: str) -> None:
    """Whatever is changed, the first line that does not hold is told, once, and what stands before it is kept."""
    lines, number, words = BROKEN[case]
    register, faults = read_register("".join(f"{line}\n" for line in lines), PATH)
    assert [(one.code, one.position.path, one.position.line) for one in faults] == [("R140", PATH, number)]
    assert words in faults[0].message
    assert "git checkout" in faults[0].cure
    assert len(register.utgavor) == number - 1
