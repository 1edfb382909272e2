"""The front door of all commands: the only reader of the clock, of arguments and of the environment."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.commands.answers import refuse
from generator.commands.endings import ended
from generator.commands.parser import Parser
from generator.model.falt import read_date
from generator.workers import cores

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_DATE_FORM = re.compile(r"\d{4}-\d{2}-\d{2}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the number is the exit status: 0, 1 for faults, 2 for a wrong command line."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - to the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _parser().parse_args(argv)
    return ended(lambda: int(arguments.run(arguments)))


def _today(text: str | None) -> dt.date:
    """The day that the archive is seen from: an argument, ARKIV_DATUM, or today in Sweden."""
    text = text or os.environ.get("ARKIV_DATUM")
    return _day(text) if text else dt.datetime.now(STOCKHOLM).date()


def _day(text: str) -> dt.date:
    day = read_date(text)
    if day is None and _DATE_FORM.fullmatch(text):
        refuse(f"dagen {text} finns inte i almanackan")
    if day is None:
        refuse(f"'{text}' är inget datum; skriv ÅÅÅÅ-MM-DD, t.ex. 2024-10-11")
    return day


def _meeting(text: str) -> tuple[dt.date, str]:
    """The day of a meeting and the name of its record; a second meeting of the day ends in -2."""
    day, number = text[:10], text[10:]
    if number and not re.fullmatch(r"-([2-9]|[1-9]\d)", number):
        refuse(f"'{text}' är inget datum; skriv ÅÅÅÅ-MM-DD, och för ett andra möte samma dag ÅÅÅÅ-MM-DD-2")
    return _day(day), text


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m generator", description="Protokollarkivet: från poster till webbplats.")
    commands = parser.add_subparsers(title="kommandon", metavar="KOMMANDO", required=True, parser_class=Parser)
    one = _command(commands, "check", "check.run", "granskar posterna, bygger inget")
    _with_day(one)
    _with_workers(one)
    one.add_argument("--format", choices=("text", "github", "json"), default="text", help="hur anmärkningarna skrivs")
    one.add_argument("--baseline", type=Path, metavar="FIL", help="kända fel som ska förbigås")
    one.add_argument("--skriv-baslinje", type=Path, metavar="FIL", help="skriv dagens fel som kända till en fil")
    one = _command(commands, "build", "build.build", "granskar posterna och bygger webbplatsen")
    _with_day(one)
    _with_workers(one)
    one.add_argument("--out", type=Path, default=Path("build/site"), metavar="MAPP", help="dit webbplatsen byggs")
    _with_preview(commands)
    one = _command(commands, "ny", "ny.run", "lägger upp ett nytt sammanträde")
    one.add_argument("organ", help="organets namn, som filen i content/organ/ heter")
    one.add_argument("dag", type=_meeting, metavar="ÅÅÅÅ-MM-DD", help="dagen; ett andra möte samma dag får -2")
    kinds = ("kallelse", "protokoll", "minnesanteckningar", "motesanteckning")
    one.add_argument("--slag", choices=kinds, help="handlingens slag (annars efter dagen och organet)")
    _with_import(commands)
    one = _command(commands, "schema", "upkeep.schema", "skriver JSON-scheman för redigerare")
    one.add_argument("--out", type=Path, default=Path("schema"), metavar="MAPP", help="dit de skrivs")
    one.add_argument("--kontrollera", action="store_true", help="skriv inget; fel om något inte är aktuellt")
    _with_day(_command(commands, "adresser", "upkeep.addresses", "för in nya adresser i content/adresser.txt"))
    _with_day(
        _command(commands, "anslagsregister", "upkeep.posting", "för in det som just publicerats på anslagstavlan")
    )
    _add_measuring(commands)
    return parser


def _with_preview(commands: argparse._SubParsersAction[Parser]) -> None:
    """The preview, and the process that it keeps beside it."""
    one = _command(commands, "serve", "preview.run", "visar webbplatsen och bygger om vid ändringar")
    _with_day(one)
    _with_workers(one)
    one.add_argument("--out", type=Path, default=Path("build/forhandsvisning"), metavar="MAPP", help="dit den byggs")
    one.add_argument("--port", type=int, default=8000, metavar="N", help="porten på den egna datorn")
    one = _command(commands, "forhand", "ahead.run", "håller arkivet redo åt serve, som själv startar den")
    _with_day(one)
    one.add_argument("--out", type=Path, required=True, metavar="MAPP", help="webbplatsen som visas")


def _add_measuring(commands: argparse._SubParsersAction[Parser]) -> None:
    """The measure of the import."""
    one = _command(commands, "import-matt", "measuring.run", "mäter hur väl importen läser handlingar med känt facit")
    places = [Path("tests/importer/dokument"), Path("tests/importer/frammande")]
    beside = "mappar med handlingar och facit bredvid"
    one.add_argument("--dokument", type=Path, nargs="+", default=places, metavar="MAPP", help=beside)
    named = os.environ.get("ARKIV_FROKALLOR")
    where = "arkivets egna handlingar (annars ARKIV_FROKALLOR)"
    one.add_argument("--frokallor", type=Path, default=Path(named) if named else None, metavar="MAPP", help=where)
    one.add_argument("--fel", action="store_true", help="visa varje fel")
    one.add_argument("--skriv", action="store_true", help="för in tabellerna i handboken, content/README.md")


def _with_import(commands: argparse._SubParsersAction[Parser]) -> None:
    """The two commands of the import."""
    for name, run, summary_line in (
        ("import", "importing.run", "läser in dokument som utkast"),
        ("granska", "reviewing.run", "går igenom utkasten och lägger de granskade på plats"),
    ):
        one = commands.add_parser(name, help=summary_line, description=summary_line)
        one.add_argument("--ut", type=Path, default=Path("content"), metavar="MAPP", help="mappen med poster")
        one.set_defaults(run=_loaded(run))
        _with_day(one)
        if name == "import":
            one.add_argument("filer", nargs="+", metavar="FIL", help="dokument eller mappar med dokument")
            one.add_argument("--ersatt", action="store_true", help="skriv över utkast som någon har ändrat i")
        else:
            one.add_argument("--alla", action="store_true", help="godkänn alla utkast utan att fråga")


def _with_workers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--arbetare", type=_workers, default=cores(), metavar="N", help="så många processer delar på arbetet"
    )


def _workers(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,2}", text):
        refuse(f"'{text}' är inget antal arbetare; skriv ett tal från 1 och uppåt, till exempel 2")
    return int(text)


def _command(
    commands: argparse._SubParsersAction[Parser],
    name: str,
    run: str,
    summary_line: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary_line, description=summary_line)
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="MAPP", help="mappen med poster")
    measured = os.environ.get("ARKIV_MATT")
    parser.set_defaults(run=_loaded(run), today=lambda: _today(None), matt=Path(measured) if measured else None)
    return parser


def _loaded(run: str) -> Callable[[argparse.Namespace], int]:
    """A command by its module and name; what it needs is loaded when it is run, since some need much."""
    module, _, name = run.partition(".")
    return lambda arguments: int(getattr(import_module(f"generator.commands.{module}"), name)(arguments))


def _with_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--datum", type=_today, default="", metavar="ÅÅÅÅ-MM-DD", help="dagen att se arkivet från (annars i dag)"
    )
