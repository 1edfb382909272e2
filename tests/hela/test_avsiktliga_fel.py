"""A registrar's bad day: one fault of each kind in a copy of the real content, all of them told in one run."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.hela.avsiktliga_fel import FEL, UTAN_FEL
from tests.hela.conftest import copy_project, run

pytestmark = pytest.mark.langsam

VARNINGAR = {
    *("R219", "R302", "R407", "R411", "R413", "R414", "R415", "R420"),
    *("R501", "R502", "R503", "R601", "R602"),
}
"""What gives a warning: the world, or something to look at. Everything else that is made here stops the build."""

Place = tuple[str, int, str]


def _found(project: Path, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    done = run(project, "check", "--format", "json", *arguments)
    assert done.stderr == ""
    return done.returncode, json.loads(done.stdout)


def _place(one: dict[str, Any]) -> Place:
    return (one["position"]["path"], one["position"]["line"], one["code"])


def _same(one: dict[str, Any]) -> tuple[str, str, str]:
    """What stays the same of a remark when lines move."""
    return (one["position"]["path"], one["code"], one["message"])


class Dag:
    """The archive before and after the faults were made in it."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.content = project / "content"
        for name, text in UTAN_FEL.items():
            (self.content / name).parent.mkdir(parents=True, exist_ok=True)
            (self.content / name).write_text(text, encoding="utf-8")
        self.status_before, self.before = _found(project)
        run(project, "check", "--skriv-baslinje", "baslinje.json")
        for fel in FEL:
            fel.make(self.content)
        self.expected = Counter((f"content/{fel.path}", fel.line(self.content), fel.code) for fel in FEL)
        self.status, self.after = _found(project)
        known = Counter(_same(one) for one in self.before)
        self.new = [one for one in self.after if not _take(known, _same(one))]


def _take(known: Counter[tuple[str, str, str]], key: tuple[str, str, str]) -> bool:
    known[key] -= 1
    return known[key] >= 0


@pytest.fixture(scope="module")
def dag(tmp_path_factory: pytest.TempPathFactory) -> Dag:
    """The bad day, lived through once."""
    return Dag(copy_project(tmp_path_factory.mktemp("fel") / "arkiv"))


def test_every_fault_is_told_once_and_nothing_else(dag: Dag) -> None:
    """Each deliberate fault gives exactly one diagnostic, on its line and with its code, and there are no others."""
    told = Counter(_place(one) for one in dag.new)
    assert told - dag.expected == Counter()
    assert dag.expected - told == Counter()


def test_faults_stop_the_check_and_remarks_do_not(dag: Dag) -> None:
    """The exit status is 0 before the faults were made and 1 after."""
    assert (dag.status_before, dag.status) == (0, 1)


def test_every_answer_shows_the_fault(dag: Dag) -> None:
    """The line that is shown holds the fault, and the marked columns lie inside it."""
    for fel in FEL:
        line = fel.line(dag.content)
        (one,) = [one for one in dag.new if _place(one) == (f"content/{fel.path}", line, fel.code)]
        assert fel.at.strip() in one["source"], fel.kind
        assert 1 <= one["position"]["column"] < one["position"]["end_column"] <= len(one["source"]) + 2, fel.kind


def test_every_answer_has_a_cure_and_its_weight(dag: Dag) -> None:
    """Every diagnostic says what is wrong and what to do; only remarks on the world are warnings."""
    for one in dag.new:
        for text in (one["message"], one["cure"]):
            assert text == text.strip() != "", one
            assert not text.endswith("."), one
    weights = {one["code"]: one["severity"] for one in dag.new}
    assert {code for code, weight in weights.items() if weight == "varning"} == VARNINGAR
    assert set(weights.values()) == {"fel", "varning"}


def test_annotations_stand_on_the_same_lines(dag: Dag) -> None:
    """As GitHub annotations the same faults stand on the same lines, one annotation a fault."""
    done = run(dag.project, "check", "--format", "github")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr, len(lines)) == (1, "", len(dag.after))
    for path, line, code in dag.expected:
        where = [row for row in lines if f"file={path},line={line}," in row and code in row]
        assert where, (path, line, code)
        assert all(row.startswith(("::error ", "::warning ", "::notice ")) for row in where)


def test_with_a_baseline_only_new_faults_are_told(dag: Dag) -> None:
    """With a baseline from before, exactly the deliberate faults are told; with one from after, nothing fails."""
    status, found = _found(dag.project, "--baseline", "baslinje.json")
    assert status == 1
    assert Counter(_place(one) for one in found) == dag.expected
    run(dag.project, "check", "--skriv-baslinje", "efter.json")
    assert _found(dag.project, "--baseline", "efter.json") == (0, [])
