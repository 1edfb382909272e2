"""The commands: exit status, words and what they write; the only place that reads arguments, environment and clock."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main

ROOT = Path(__file__).parents[1]
MINI = ROOT / "tests" / "archive" / "mini" / "content"
DATUM = "2024-10-01"
ENGLISH = re.compile(
    r"\b(usage|error|invalid|required|arguments?|unrecognized|expected|choose|choice|options|positional|show|exit)\b",
    re.I,
)


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the miniature archive, on a day of its own."""
    monkeypatch.setenv("ARKIV_DATUM", DATUM)
    shutil.copytree(MINI, tmp_path / "content")
    return tmp_path / "content"


def run(*arguments: object) -> int:
    """The exit status of a command line."""
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as stop:
        return int(stop.code or 0)


def break_a_record(content: Path) -> None:
    """Two faults: a misspelt key, and an authority that does not exist."""
    text = "namn: Bo Al\nlasarklass: fortroendevald\nhuvudmann: norrby\n"
    (content / "personer" / "bo-al.yml").write_text(text, encoding="utf-8")
    text = "namn: Cilla By\nlasarklass: fortroendevald\nhuvudman: finns-inte\n"
    (content / "personer" / "cilla-by.yml").write_text(text, encoding="utf-8")


def test_a_sound_archive_is_0(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check of a sound archive ends with its count and status 0, whatever else it has to say."""
    assert run("check", "--content", content) == 0
    out = capsys.readouterr().out
    assert re.search(r"^Granskning: 23 poster; 0 fel, \d+ varning(ar)?, \d+ upplysning(ar)?$", out, re.M)


def test_faults_are_1_and_all_told(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Faults within a record and between records are told in one run, by file and line, with status 1."""
    break_a_record(content)
    assert run("check", "--content", content) == 1
    out = capsys.readouterr().out
    assert f"{content}/personer/bo-al.yml:3:1: fel R101: " in out
    assert "menade du 'huvudman'?" in out
    assert f"{content}/personer/cilla-by.yml:3:11: fel R203: " in out
    assert "; 2 fel, " in out


def test_the_formats_tell_the_same(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text, annotations and JSON hold the same faults at the same places, and only text has a last line of counts."""
    break_a_record(content)
    told = {}
    for form in ("text", "github", "json"):
        assert run("check", "--content", content, "--format", form) == 1
        told[form] = capsys.readouterr().out
    rows = json.loads(told["json"])
    places = [(row["position"]["line"], row["code"]) for row in rows]
    as_text = re.findall(r"\.yml:(\d+):\d+: (?:fel|varning|upplysning) (R\d+): ", told["text"])
    as_github = re.findall(r"^::(?:error|warning|notice) file=[^,]*,line=(\d+),col=\d+,endColumn=\d+,title=(R\d+)::",
                           told["github"], re.M)  # fmt: skip
    assert [(int(line), code) for line, code in as_text] == places
    assert [(int(line), code) for line, code in as_github] == places
    assert len(told["github"].splitlines()) == len(rows)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "det här saknas: KOMMANDO"),
        ("chek", "KOMMANDO: går inte att välja: 'chek'"),
        ("check --format xml", "--format: går inte att välja: 'xml'"),
        ("check --datum", "--datum: ett värde saknas"),
        ("check mer", "det här är okänt: mer"),
        ("check --form text", "det här är okänt: --form text"),
        ("ny", "det här saknas: organ"),
        ("import", "det här saknas: FIL"),
        ("ny skogsnamnden", "det här saknas: "),
        ("ny skogsnamnden 2024-03-04 --slag bok", "--slag: går inte att välja: 'bok'"),
        ("serve --port många", "--port: är inget helt tal: 'många'"),
        ("build --snabbt", "det här är okänt: --snabbt"),
    ],
)
def test_a_wrong_command_line_is_2_in_swedish(line: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong is said in Swedish on the error stream, with how to write it, and status 2."""
    assert run(*line.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("så här: ")
    assert f"Fel i kommandot: {words}" in err
    assert not ENGLISH.search(err)


@pytest.mark.parametrize(
    "command",
    ["", "check", "build", "serve", "ny", "import", "granska", "schema", "adresser", "anslagsregister"],
)
def test_help_is_swedish(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command explains itself in Swedish, with status 0."""
    assert run(*command.split(), "--help") == 0
    out = capsys.readouterr().out
    assert out.startswith("så här: ")
    assert "visar den här hjälpen" in out
    assert not ENGLISH.search(out)


@pytest.mark.parametrize("day", ["i går", "2024-13-01", "2024-02-30", "24-03-01", "20240301"])
@pytest.mark.parametrize("where", ["--datum", "ARKIV_DATUM", "ny"])
def test_a_wrong_day_is_refused(
    day: str, where: str, content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A day that is none is told with the right form, wherever it was written, and nothing is done."""
    if where == "ARKIV_DATUM":
        monkeypatch.setenv("ARKIV_DATUM", day)
        status = run("check", "--content", content)
    else:
        arguments = ("ny", "skogsnamnden", day) if where == "ny" else ("check", "--datum", day)
        status = run(*arguments, "--content", content)
    out, err = capsys.readouterr()
    assert status in {1, 2}
    assert out == ""
    assert day in err
    assert re.search("skriv ÅÅÅÅ-MM-DD|almanackan", err)


def test_the_day_is_the_argument_else_the_environment(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """--datum wins over ARKIV_DATUM; either decides what is past its day."""

    def told(*arguments: str) -> str:
        assert run("check", "--content", content, *arguments) == 0
        return capsys.readouterr().out

    early, late = told("--datum", DATUM), told("--datum", "2024-12-02")
    assert "2024-12-01" not in early
    assert "2024-12-01" in late
    monkeypatch.setenv("ARKIV_DATUM", "2024-12-02")
    assert told() == late
    assert told("--datum", DATUM) == early


def test_without_a_day_it_is_today_in_sweden(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With neither argument nor environment the clock is read: a meeting of tomorrow is called, not held."""
    monkeypatch.delenv("ARKIV_DATUM")
    today = dt.datetime.now(dt.UTC).date()
    for day, status in ((today + dt.timedelta(days=3), "kallat"), (today - dt.timedelta(days=3), "hallet")):
        assert run("ny", "skogsnamnden", day, "--content", content) == 0
        path = content / "sammantraden" / "skogsnamnden" / f"{day}.yml"
        assert f"\nstatus: {status}\n" in path.read_text(encoding="utf-8")


def test_ny_writes_a_record_once(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new meeting is written where it belongs and passes the check; one that is there is never overwritten."""
    path = content / "sammantraden" / "byggnamnden" / "2024-11-05.yml"
    assert run("ny", "byggnamnden", "2024-11-05", "--slag", "protokoll", "--content", content) == 0
    assert str(path) in capsys.readouterr().out
    assert "slag: protokoll" in path.read_text(encoding="utf-8")
    assert run("check", "--content", content) == 0
    path.write_text("status: hallet\n", encoding="utf-8")
    capsys.readouterr()
    assert run("ny", "byggnamnden", "2024-11-05", "--content", content) == 1
    assert "finns redan och är orörd" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "status: hallet\n"


def test_ny_of_an_unknown_organ(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt organ is answered with the right one, and no folder is made."""
    assert run("ny", "skogsnämden", DATUM, "--content", content) == 1
    assert "menade du 'skogsnamnden'?" in capsys.readouterr().err
    assert run("ny", "../../utanfor", DATUM, "--content", content) == 1
    assert sorted(path.name for path in (content / "sammantraden").iterdir()) == [
        "byggnamnden",
        "skogsnamnden",
        "vagradet",
    ]


def test_an_archive_that_can_not_be_read_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a folder, or without its base record, every command that reads says so and ends with 1."""
    for folder in (tmp_path / "finns-inte", tmp_path):
        for command in (["check"], ["build", "--out", tmp_path / "ut"], ["ny", "skogsnamnden", DATUM], ["adresser"]):
            assert run(*command, "--content", folder) == 1
            assert "fel R135: " in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_a_baseline_lets_old_faults_pass(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Known faults are passed over and counted; a new one fails; what was mended is said."""
    break_a_record(content)
    known = tmp_path / "kanda.json"
    assert run("check", "--content", content, "--skriv-baslinje", known) == 0
    capsys.readouterr()
    assert run("check", "--content", content, "--baseline", known) == 0
    assert "kända sedan tidigare" in capsys.readouterr().out
    (content / "personer" / "alva-ek.yml").write_text("namn: Alva Ek\nlasarklass: gast\nparti: S\n", encoding="utf-8")
    assert run("check", "--content", content, "--baseline", known) == 1
    out = capsys.readouterr().out
    assert "alva-ek.yml" in out
    assert "bo-al.yml" not in out
    shutil.copy(MINI / "personer" / "bo-al.yml", content / "personer")
    shutil.copy(MINI / "personer" / "alva-ek.yml", content / "personer")
    assert run("check", "--content", content, "--baseline", known) == 0
    assert "i baslinjen finns inte längre" in capsys.readouterr().out


@pytest.mark.parametrize("text", [None, "", "{}", "[]", "inte json", "\xff"])
def test_a_baseline_that_can_not_be_read(
    text: str | None, content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A baseline that is gone or broken is told with the way to a new one, and is not taken for an empty one."""
    known = tmp_path / "kanda.json"
    if text is not None:
        known.write_bytes(text.encode("latin-1"))
    assert run("check", "--content", content, "--baseline", known) == 1
    assert f"baslinjen {known} går inte att läsa; skriv en ny med " in capsys.readouterr().err


def test_a_place_that_can_not_be_written_is_told(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file where a folder should be is an answer with its name, not a stop of the program."""
    blocked = content / "arkiv.yml" / "kanda.json"
    assert run("check", "--content", content, "--skriv-baslinje", blocked) == 1
    assert "arkiv.yml går inte att läsa eller skriva" in capsys.readouterr().err


def test_ny_in_an_archive_without_organ(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is nothing to choose, nothing is offered."""
    for name in ("organ", "sammantraden", "anslag"):
        shutil.rmtree(content / name, ignore_errors=True)
    assert run("ny", "namnden", "2024-03-01", "--content", content) == 1
    assert "finns inte; skriv organet i organ/ först" in capsys.readouterr().err


def test_schemas_are_written_and_compared(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written where asked; with --kontrollera nothing is written and an old one is status 1."""
    out = tmp_path / "schema"
    assert run("schema", "--content", content, "--out", out, "--kontrollera") == 1
    assert not out.exists()
    assert run("schema", "--content", content, "--out", out) == 0
    assert sorted(path.stem for path in out.iterdir()) == [
        "anslag", "arende", "arkiv", "huvudman", "ordlista", "organ", "person", "sammantrade"]  # fmt: skip
    capsys.readouterr()
    assert run("schema", "--content", content, "--out", out, "--kontrollera") == 0
    assert capsys.readouterr().out == ""
    (out / "person.json").write_text("{}", encoding="utf-8")
    assert run("schema", "--content", content, "--out", out, "--kontrollera") == 1
    assert "person.json: är inte aktuellt" in capsys.readouterr().out


def test_addresses_are_kept(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The list of addresses grows and never loses one; a second time nothing is new."""
    ledger = content / "adresser.txt"
    ledger.write_text("/moten/gammal/1999-01-01/\n", encoding="utf-8")
    assert run("adresser", "--content", content) == 0
    kept = ledger.read_text(encoding="utf-8").splitlines()
    assert {"/moten/gammal/1999-01-01/", "/moten/skogsnamnden/2024-03-01/", "/personer/alva-ek/"} <= set(kept)
    assert kept == sorted(kept)
    assert [line for line in kept if line.startswith("/sok/")] == ["/sok/", "/sok/register.json"]
    capsys.readouterr()
    assert run("adresser", "--content", content) == 0
    assert ": 0 nya adresser" in capsys.readouterr().out


def test_a_terminal_of_another_encoding(content: Path) -> None:
    """Where the terminal is not UTF-8 the words are still written, as a program of its own, from any folder."""
    break_a_record(content)
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "generator", "check", "--content", str(content)]
    done = subprocess.run(command, env=environment, cwd="/", capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "nyckeln 'huvudmann' finns inte här" in done.stdout.decode("utf-8")
