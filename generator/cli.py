"""The commands: the only reader of the clock, of arguments and of the environment, and what they print."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

from generator.archive.archive import Archive
from generator.archive.check import check
from generator.archive.nytt import draft
from generator.diagnostics import Diagnostic, as_github, as_json, as_text, has_errors, summary
from generator.model.falt import read_date
from generator.model.ordlista import Ordlista
from generator.publish.anslagsregister import record_posting
from generator.publish.faults import PublishError
from generator.publish.pipeline import publish
from generator.publish.progress import Progress
from generator.publish.serve import command_rebuild, serve
from generator.publish.settings import REPOSITORY, SiteSettings
from generator.publish.write import write_new, write_text
from generator.records import baseline
from generator.records.folder import Innehall, read_folder
from generator.records.jsonschema import schemas
from generator.svenska import nearest
from generator.views.site import artifacts

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_DATE_FORM = re.compile(r"\d{4}-\d{2}-\d{2}")
OK, FAULTS, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the number is the exit status: 0, 1 for faults, 2 for a wrong command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except PublishError as error:
        print(as_text(error.diagnostic))
        return FAULTS
    except BrokenPipeError:
        return FAULTS
    except OSError as error:
        print(f"Fel: {error.filename} går inte att läsa eller skriva ({error.strerror})", file=sys.stderr)
        return FAULTS
    except KeyboardInterrupt:
        print("Avbrutet. Den webbplats som fanns är orörd.", file=sys.stderr)
        return INTERRUPTED


def _check(arguments: argparse.Namespace) -> int:
    content = read_folder(arguments.content)
    _, found = check(content, arguments.datum)
    if arguments.skriv_baslinje:
        write_text(arguments.skriv_baslinje, baseline.dump(found))
        print(f"{arguments.skriv_baslinje}: {summary(found)} skrivna som kända")
        return OK
    found, known, gone = _without_known(found, arguments.baseline)
    _print(found, arguments.format)
    if arguments.format == "text":
        notes = [f"{len(content.records)} poster", summary(found)]
        notes += [f"{known} {'känd' if known == 1 else 'kända'} sedan tidigare"] if known else []
        notes += [f"{gone} i baslinjen finns inte längre"] if gone else []
        print("Granskning: " + "; ".join(notes))
    return FAULTS if has_errors(found) else OK


def _without_known(found: list[Diagnostic], path: Path | None) -> tuple[list[Diagnostic], int, int]:
    if path is None:
        return found, 0, 0
    try:
        old = baseline.load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        _refuse(f"baslinjen {path} går inte att läsa; skriv en ny med make baslinje BASLINJE={path}")
    new, known, gone = baseline.apply(found, old)
    return new, len(known), gone


def _print(found: Sequence[Diagnostic], form: str) -> None:
    if form == "json":
        print(as_json(found))
        return
    for one in found:
        print(as_github(one) if form == "github" else as_text(one))


def _build(arguments: argparse.Namespace) -> int:
    progress = Progress(sys.stdout, time.monotonic, live=sys.stdout.isatty())
    with progress.stage("Granskar posterna") as line:
        content = read_folder(arguments.content)
        archive, found = check(content, arguments.datum)
        line.notes.append(f"{len(content.records)} poster: {summary(found)}")
        line.failed = has_errors(found)
    if has_errors(found) or archive is None:
        _print([one for one in found if has_errors([one])], "text")
        print("Bygget stannade: rätta felen ovan. Den webbplats som fanns är orörd.")
        return FAULTS
    faults = publish(artifacts(archive), _settings(archive, content, arguments.content), arguments.out, progress)
    _print(faults, "text")
    if faults:
        print("Bygget stannade. Den webbplats som fanns är orörd.")
    return FAULTS if faults else OK


def _settings(archive: Archive, content: Innehall, folder: Path) -> SiteSettings:
    about = archive.arkiv.data
    return SiteSettings(
        name=about.namn,
        url=about.webbadress,
        description=about.beskrivning,
        datum=archive.datum,
        publisher=about.utgivare.namn,
        contact=about.kontakt.epost,
        promised=frozenset(content.adresser),
        protected=(folder,),
    )


def _serve(arguments: argparse.Namespace) -> int:
    command = [sys.executable, "-m", "generator", "build", "--content", str(arguments.content)]
    command += ["--out", str(arguments.out), "--datum", arguments.datum.isoformat()]
    watched = [arguments.content, REPOSITORY / "generator", REPOSITORY / "site_overrides", REPOSITORY / "mkdocs.yml"]
    serve(command_rebuild(command), watched, arguments.out, arguments.port)
    return OK


def _new(arguments: argparse.Namespace) -> int:
    content = read_folder(arguments.content)
    archive, found = check(content, _today(None))
    if archive is None:
        _print(found, "text")
        return FAULTS
    _require_organ(archive, arguments.organ)
    day, name = arguments.dag
    path = arguments.content / "sammantraden" / arguments.organ / f"{name}.yml"
    if not write_new(path, draft(archive, arguments.organ, day, arguments.slag)):
        _refuse(f"{path} finns redan och är orörd; är det ett andra möte samma dag, skriv dagen {day}-2")
    print(f"Skapade {path}\nFyll i den i redigeraren och kör sedan: make check")
    return OK


def _require_organ(archive: Archive, organ: str) -> None:
    """Refuse an organ that is unknown or whose meetings the archive does not cover."""
    record = archive.organ.get(organ)
    if record is not None and not record.data.mote:
        _refuse(f"organet '{organ}' har 'mote: nej'; ska arkivet ha dess möten, skriv 'mote: ja' i organ/{organ}.yml")
    if record is None:
        with_meetings = [name for name, one in archive.organ.items() if one.data.mote]
        near = nearest(organ, with_meetings)
        known = ", ".join(with_meetings)
        choose = f"välj {known}, eller " if known else ""
        hint = f"menade du '{near}'?" if near else f"{choose}skriv organet i organ/ först"
        _refuse(f"organet '{organ}' finns inte; {hint}")


def _schema(arguments: argparse.Namespace) -> int:
    content = read_folder(arguments.content)
    glossary = next((r.data for r in content.records if isinstance(r.data, Ordlista)), Ordlista(termer=()))
    stale = []
    for name, text in schemas(glossary).items():
        path = arguments.out / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if not arguments.kontrollera:
                write_text(path, text)
    for path in stale:
        print(f"{path}: {'är inte aktuellt; kör make schema' if arguments.kontrollera else 'skrivet'}")
    return FAULTS if stale and arguments.kontrollera else OK


def _addresses(arguments: argparse.Namespace) -> int:
    if (sound := _sound(arguments)) is None:
        return FAULTS
    archive, content = sound
    made = {one.address for one in artifacts(archive)}
    ledger = arguments.content / "adresser.txt"
    write_text(ledger, "".join(f"{line}\n" for line in sorted(made | set(content.adresser))))
    print(f"{ledger}: {len(made - set(content.adresser))} nya adresser, {len(content.adresser)} fanns")
    return OK


def _posting(arguments: argparse.Namespace) -> int:
    if (sound := _sound(arguments)) is None:
        return FAULTS
    print(record_posting(sound[0], arguments.content))
    return OK


def _sound(arguments: argparse.Namespace) -> tuple[Archive, Innehall] | None:
    """The archive and the folder it was read from; None, with the faults printed, where it has any."""
    content = read_folder(arguments.content)
    archive, found = check(content, arguments.datum)
    if archive is None or has_errors(found):
        _print([one for one in found if has_errors([one])], "text")
        return None
    return archive, content


def _refuse(message: str) -> NoReturn:
    print(f"Fel: {message}", file=sys.stderr)
    raise SystemExit(FAULTS)


def _today(text: str | None) -> dt.date:
    """The day that the archive is seen from: an argument, ARKIV_DATUM, or today in Sweden."""
    text = text or os.environ.get("ARKIV_DATUM")
    return _day(text) if text else dt.datetime.now(STOCKHOLM).date()


def _day(text: str) -> dt.date:
    day = read_date(text)
    if day is None and _DATE_FORM.fullmatch(text):
        _refuse(f"dagen {text} finns inte i almanackan")
    if day is None:
        _refuse(f"'{text}' är inget datum; skriv ÅÅÅÅ-MM-DD, t.ex. 2024-10-11")
    return day


def _meeting(text: str) -> tuple[dt.date, str]:
    """The day of a meeting and the name of its record; a second meeting of the day ends in -2."""
    day, number = text[:10], text[10:]
    if number and not re.fullmatch(r"-([2-9]|[1-9]\d)", number):
        _refuse(f"'{text}' är inget datum; skriv ÅÅÅÅ-MM-DD, och för ett andra möte samma dag ÅÅÅÅ-MM-DD-2")
    return _day(day), text


class _Parser(argparse.ArgumentParser):
    """A parser whose own words are Swedish too."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)  # type: ignore[arg-type]
        self._positionals.title = "att ange"
        self._optionals.title = "val"
        self.add_argument("-h", "--help", action="help", help="visar den här hjälpen")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "så här: ", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "så här: ", 1)

    def error(self, message: str) -> NoReturn:
        print(self.format_usage() + f"Fel i kommandot: {_swedish(message)}", file=sys.stderr)
        raise SystemExit(USAGE)


_ARGPARSE = (
    ("the following arguments are required:", "det här saknas:"),
    ("unrecognized arguments:", "det här är okänt:"),
    ("expected one argument", "ett värde saknas"),
    ("invalid choice:", "går inte att välja:"),
    ("choose from", "välj bland"),
    ("invalid int value:", "är inget helt tal:"),
    ("argument ", ""),
)


def _swedish(message: str) -> str:
    for english, swedish in _ARGPARSE:
        message = message.replace(english, swedish)
    return message


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m generator", description="Protokollarkivet: från poster till webbplats.")
    commands = parser.add_subparsers(title="kommandon", metavar="KOMMANDO", required=True, parser_class=_Parser)
    one = _command(commands, "check", _check, "granskar posterna, bygger inget")
    _with_day(one)
    one.add_argument("--format", choices=("text", "github", "json"), default="text", help="hur anmärkningarna skrivs")
    one.add_argument("--baseline", type=Path, metavar="FIL", help="kända fel som ska förbigås")
    one.add_argument("--skriv-baslinje", type=Path, metavar="FIL", help="skriv dagens fel som kända till en fil")
    one = _command(commands, "build", _build, "granskar posterna och bygger webbplatsen")
    _with_day(one)
    one.add_argument("--out", type=Path, default=Path("build/site"), metavar="MAPP", help="dit webbplatsen byggs")
    one = _command(commands, "serve", _serve, "visar webbplatsen och bygger om vid ändringar")
    _with_day(one)
    one.add_argument("--out", type=Path, default=Path("build/forhandsvisning"), metavar="MAPP", help="dit den byggs")
    one.add_argument("--port", type=int, default=8000, metavar="N", help="porten på den egna datorn")
    one = _command(commands, "ny", _new, "lägger upp ett nytt sammanträde")
    one.add_argument("organ", help="organets namn, som filen i content/organ/ heter")
    one.add_argument("dag", type=_meeting, metavar="ÅÅÅÅ-MM-DD", help="dagen; ett andra möte samma dag får -2")
    kinds = ("kallelse", "protokoll", "minnesanteckningar", "motesanteckning")
    one.add_argument("--slag", choices=kinds, help="handlingens slag (annars efter dagen och organet)")
    one = _command(commands, "schema", _schema, "skriver JSON-scheman för redigerare")
    one.add_argument("--out", type=Path, default=Path("schema"), metavar="MAPP", help="dit de skrivs")
    one.add_argument("--kontrollera", action="store_true", help="skriv inget; fel om något inte är aktuellt")
    _with_day(_command(commands, "adresser", _addresses, "för in nya adresser i content/adresser.txt"))
    _with_day(_command(commands, "anslagsregister", _posting, "för in det som just publicerats på anslagstavlan"))
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary_line: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary_line, description=summary_line)
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="MAPP", help="mappen med poster")
    parser.set_defaults(run=run)
    return parser


def _with_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--datum", type=_today, default="", metavar="ÅÅÅÅ-MM-DD", help="dagen att se arkivet från (annars i dag)"
    )
