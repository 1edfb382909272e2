"""The measuring: what is read, compared and written. That a figure is small is claimed nowhere."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.bench.__main__ import DELAR, MATT, README, main
from tests.bench.lasare import of_search, others, questions
from tests.bench.make_archive import make
from tests.bench.mal import MAL, PAGEFIND, at, indexing, largest_process
from tests.bench.measured import Korning, MeasureError, Steg, mean, read_stages, repeated, run
from tests.bench.projekt import changed, meeting_of, years
from tests.bench.starter import peak, session_and_name
from tests.bench.tabell import BORJAN, RUNS, SLUT, goals, placed, runs, section
from tests.bench.vikt import chrome, weights

RECORD = """status: hallet
dokument:
  - slag: protokoll
    punkter:
      - nr: § 1
        rubrik: "Ett"
        beslut:
          - text: >-
              Första orden i beslutet.
      - nr: § 2
        rubrik: "Två"
        arenden: RN2500001
        forslag:
          - text: >-
              Andra orden i beslutet.
        beslut:
          - text: >-
              Andra orden i beslutet.
"""


def korning(seconds: float, **program: float) -> dict[str, Any]:
    """A run as it stands in the JSON."""
    return Korning(seconds, seconds, max(program.values(), default=1.0), program).as_json()


def figures(**storlekar: dict[str, Any]) -> dict[str, Any]:
    """A whole measuring."""
    machine = {"processor": "Påhittad", "karnor": 2, "minne_gb": 8, "system": "Linux"}
    head = {
        "datum": "2025-12-20",
        "dator": machine,
        "versioner": {"python": "3.11.2"},
        "kommando": "make bench",
    }
    return head | {"storlekar": {name.removeprefix("n"): size for name, size in storlekar.items()}}


def test_the_readme_has_the_table_of_the_figures() -> None:
    """What README.md says was measured is what stands in the file that the last measuring wrote."""
    readme = README.read_text("utf-8")
    assert placed(readme, section(json.loads(MATT.read_text("utf-8")))) == readme


def test_a_run_is_what_its_processes_used_together(tmp_path: Path) -> None:
    """The CPU of a child that has been waited for is counted; memory is that of the largest process, not the sum."""
    grandchild = "x = bytearray(60_000_000); sum(range(6_000_000))"
    child = f"import subprocess, sys; y = bytearray(30_000_000); subprocess.run([sys.executable, '-c', {grandchild!r}])"
    one = run([sys.executable, "-c", child], tmp_path)
    assert 60 < one.topp_mb < 90
    assert one.cpu_s > 0.1
    assert one.vagg_s > 0.1


def test_the_measuring_itself_weighs_nothing(tmp_path: Path) -> None:
    """However large the process that measures, a small program is seen as small."""
    ballast = bytearray(os.urandom(1)) * 200_000_000
    assert run(["true"], tmp_path).topp_mb < 30
    assert len(ballast) == 200_000_000


def test_a_failed_run_says_why(tmp_path: Path) -> None:
    """The status and the end of what the program said."""
    with pytest.raises(MeasureError, match=r"(?s)slutade med status 3.*nej tack"):
        run([sys.executable, "-c", "print('nej tack'); raise SystemExit(3)"], tmp_path)


def test_a_run_without_end_is_ended(tmp_path: Path) -> None:
    """With all that it has started, and it is said."""
    with pytest.raises(MeasureError, match="sh var inte klar efter 1 s"):
        run(["sh", "-c", "(sleep 3; touch levde) & wait"], tmp_path, 1.0)
    left = tmp_path / "levde"
    time.sleep(2.5)
    assert not left.exists()


def test_stages_are_what_the_command_told(tmp_path: Path) -> None:
    """The command is told where to write them, one object a line; what is not known is left aside."""
    told = '{"namn": "Läser", "vagg_s": 1.5, "cpu_s": 2, "topp_mb": 90, "mer": 1}'
    script = f"import os, pathlib; pathlib.Path(os.environ['ARKIV_MATT']).write_text({told!r})"
    assert run([sys.executable, "-c", script], tmp_path).steg == (Steg("Läser", 1.5, 2, 90, 0),)
    assert read_stages("\n") == ()


def test_the_middle_of_three_runs_counts() -> None:
    """By wall time, and all of that run's figures."""
    runs = iter([Korning(3, 1, 1, {}), Korning(1, 2, 2, {}), Korning(2, 3, 3, {})])
    assert repeated(lambda: next(runs)) == Korning(2, 3, 3, {})


def test_two_runs_count_as_their_mean() -> None:
    """Seconds on average, stage by stage, and the most memory of either."""
    one = Korning(4, 6, 100, {"python": 100}, (Steg("Läser", 1, 2, 50, 5),))
    other = Korning(2, 8, 90, {"python": 80, "pagefind": 90}, (Steg("Läser", 2, 1, 40, 10),))
    together = Korning(3, 7, 100, {"python": 100, "pagefind": 90}, (Steg("Läser", 1.5, 1.5, 50, 10),))
    assert mean(one, other) == mean(other, one) == together


def test_a_process_is_known_by_its_session_and_name() -> None:
    """Also where the name has brackets and spaces in it; a process that is ending has no memory."""
    assert session_and_name("7 (a) b) S 1 2 42 0 -1") == (42, "a) b")
    assert peak("Name:\tx\nVmHWM:\t  120 kB\n") == 120
    assert peak("Name:\tx\n") == 0


def test_a_changed_record_differs_in_one_word_of_a_beslut() -> None:
    """The § with a case is preferred, the förslag stands, and the next change is in the same place."""
    first = changed(RECORD, "Mätord1")
    assert first == RECORD[::-1].replace("Andra"[::-1], "Mätord1"[::-1], 1)[::-1]
    assert changed(first, "Mätord2") == first.replace("Mätord1", "Mätord2")
    alone = RECORD.replace("        arenden: RN2500001\n", "")
    assert changed(alone, "Mätord1") == alone.replace("Första", "Mätord1")


def test_what_is_changed_and_asked_for_is_in_the_archive(tmp_path: Path) -> None:
    """A meeting of the year that has a beslut; questions of every kind, the same each time."""
    make(tmp_path / "a", 12)
    assert years(tmp_path / "a") == [2025]
    assert "beslut:" in meeting_of(tmp_path / "a", 2025).read_text("utf-8")
    asked = questions(tmp_path / "a")
    assert len(set(asked)) == 6
    assert asked == questions(tmp_path / "a")


def test_a_figure_that_is_not_there_is_none() -> None:
    """A part that was not asked for, or failed, leaves every goal that needs it without a value."""
    assert at({"a": {"b": 1}}, "a.b") == 1
    assert at({"a": {"fel": "nej"}}, "a.b.c") is None
    assert [goal.matt({}, {}) for goal in MAL] == [None] * len(MAL)


def test_a_goal_is_held_against_the_largest_size() -> None:
    """Ratios within a size, growth against the smallest, and whether the goal is met said of the largest alone."""
    small = {"bygge": {"rent": korning(10, python=100)}, "mkdocs": korning(10)}
    large = {"bygge": {"rent": korning(60, python=700)}, "mkdocs": korning(120)}
    rows = {row[0]: list(row[1:]) for row in goals(figures(n300=small, n3000=large))}
    assert rows["Clean build ÷ plain `mkdocs build`, own search"] == [
        "0.60 (0.40)", "1.00 (10.0 / 10.0 s)", "0.50 (60.0 / 120.0 s)", "yes",
    ]  # fmt: skip
    assert rows["Growth of a clean build from the smallest size: time"] == ["11 ×", "–", "6.0 × (60.0 / 10.0 s)", "yes"]
    assert rows["Growth of a clean build from the smallest size: memory"][-1] == "**no**"
    assert rows["Nothing changed ÷ clean build"] == ["0.04", "–", "–", "–"]


def test_indexing_has_a_goal_of_its_own() -> None:
    """The program that indexes is no part of the largest process; without it the exact figure of the system counts."""
    size = {
        "bygge": {
            "rent": korning(1, python=400, **{PAGEFIND: 1200}),
            "inget": korning(1, python=300) | {"topp_mb": 450},
        }
    }
    for goal, expected in ((largest_process, 450), (indexing, 1200)):
        value = goal(size, {})
        assert value is not None
        assert value.tal == expected


def test_what_failed_is_said_aloud() -> None:
    """The first line of the reason and the last stand below the tables, and the tool has a dash in them."""
    text = section(figures(n300={"zensical": {"fel": "zensical slutade med status 1:\nen rad\npanik"}}))
    assert "- **zensical** could not be measured at 300 meetings: zensical slutade med status 1: panik" in text
    assert all(row[1] == "–" for row in runs(figures(n300={}))[1:])


def test_every_part_is_in_the_table() -> None:
    """No part is measured in vain: each has its row among the runs or its goal."""
    asked = {path.partition(".")[0] for _, path in RUNS} | {"serve", "lasare", "sok"}
    assert asked == set(DELAR)


def test_a_section_replaces_the_one_before() -> None:
    """What stands around the marks is left as it is; a README without marks is a fault."""
    assert placed(f"a\n{BORJAN}\ngammalt\n{SLUT}\nb", "nytt") == f"a\n{BORJAN}\nnytt\n{SLUT}\nb"
    with pytest.raises(ValueError, match="saknar märkena"):
        placed("a", "nytt")


def test_chrome_is_what_is_around_the_text(tmp_path: Path) -> None:
    """Everything but what stands in <article>; a page without one is all chrome. Lists are no meeting pages."""
    assert chrome(b"<p>a</p><article class=x>text</article><p>b</p>") == b"<p>a</p><article</article><p>b</p>"
    assert chrome(b"<p>a</p>") == b"<p>a</p>"
    for address, text in (("moten/ks/2025-01-15", "kort"), ("moten/ks", "lista " + "".join(map(str, range(9999))))):
        (tmp_path / address).mkdir(parents=True, exist_ok=True)
        (tmp_path / address / "index.html").write_text(f"<article>{text}</article>")
    weighed = weights(tmp_path)
    assert weighed["mote_median_kb"] == weighed["mote_storst_kb"] < 1 < weighed["storst_kb"]
    assert weighed["storst_sida"] == "/moten/ks/"


def test_only_the_search_pays_for_the_search() -> None:
    """The index, the register and our scripts are counted, not the page; another host is told from our own."""
    assert all(map(of_search, ("pagefind/pagefind.js", "sok/register.json", "assets/sok-fraga.js")))
    assert not any(map(of_search, ("sok/?q=ord", "assets/stil.css")))
    assert others(["http://a/b", "http://c/d", "data:x"], "http://a/") == ["http://c/d"]


@pytest.mark.langsam
def test_a_small_measuring_from_end_to_end(tmp_path: Path) -> None:
    """Our own build of twelve meetings is measured and written, and nothing is left in build/."""
    readme, file = tmp_path / "README.md", tmp_path / "matt.json"
    readme.write_text(f"# R\n{BORJAN}\n{SLUT}\n")
    before = set((README.parent / "build").glob("bench-*"))
    options = [
        "--moten",
        "12",
        "--delar",
        "granskning",
        "bygge",
        "--skriv",
        "--fil",
        str(file),
        "--readme",
        str(readme),
    ]
    assert main(options) == 0
    size = json.loads(file.read_text("utf-8"))["storlekar"]["12"]
    assert size["bygge"]["arkiv"]["sidor"] > 50
    assert "fel" not in size["granskning"]
    assert "make bench MOTEN=12 DELAR='granskning bygge'" in readme.read_text("utf-8")
    assert set((README.parent / "build").glob("bench-*")) <= before
