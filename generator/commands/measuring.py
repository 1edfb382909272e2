"""``import-matt``: how good the import is, on documents whose truth is known."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.archive.archive import build
from generator.commands.answers import FAULTS, OK
from generator.importer.measure.facit import read_facit
from generator.importer.measure.measure import Matning
from generator.importer.measure.run import Handling, measure_alone, measure_together, of_archive, without_meetings
from generator.importer.measure.tables import Row, as_markdown, as_text, per_document, per_kind, placed
from generator.publish.write import write_text
from generator.records.folder import read_folder

_ENDINGS = frozenset({".pdf", ".docx", ".txt", ".html"})
_FACIT = ".facit.yml"
Tables = list[tuple[str, list[Row]]]


def run(arguments: argparse.Namespace) -> int:
    """Measure and print; with ``--skriv`` put the tables into the handbook too."""
    measured: list[Matning] = []
    tables: Tables = []
    for folder in arguments.dokument:
        found = measure_alone(invented(folder))
        tables += _tables(f"påhittade handlingar ({folder.name}/), var och en i ett tomt arkiv", found)
        measured += found
    known = _of_archive(arguments) if arguments.frokallor else []
    for title, found in known:
        tables += _tables(title, found)
        measured += found
    print("\n\n".join(f"{title}\n\n{as_text(rows)}" for title, rows in tables))
    if arguments.fel:
        print("\n".join(line for one in measured for line in ("", one.namn, *(f"  {fault}" for fault in one.fel))))
    return _write(arguments, tables) if arguments.skriv else OK


def invented(folder: Path) -> list[Handling]:
    """The documents of a folder that have their truth beside them, in order of name."""
    return [
        Handling(path.name, path.read_bytes(), read_facit(truth.read_text(encoding="utf-8"), truth.name))
        for path in sorted(folder.iterdir())
        if path.suffix in _ENDINGS and (truth := path.with_name(path.stem + _FACIT)).is_file()
    ]


def _of_archive(arguments: argparse.Namespace) -> list[tuple[str, list[Matning]]]:
    content = read_folder(arguments.content)
    archive = build(content, arguments.today())
    if archive is None:
        return []
    files = {path.name: path.read_bytes() for path in sorted(arguments.frokallor.iterdir()) if path.is_file()}
    documents = of_archive(archive, files)
    return [
        ("arkivets egna handlingar, i ett tomt arkiv", measure_together(documents)),
        (
            "arkivets egna handlingar, i ett arkiv som känner organ och personer",
            measure_together(documents, without_meetings(content, arguments.today())),
        ),
    ]


def _tables(title: str, measured: Sequence[Matning]) -> Tables:
    return [(f"Per handling: {title}", per_document(measured)), (f"Per slag: {title}", per_kind(measured))]


def _write(arguments: argparse.Namespace, tables: Iterable[tuple[str, list[Row]]]) -> int:
    if not arguments.frokallor:
        print("Inget skrivet: handbokens tabell har också arkivets egna handlingar. Ange mappen med --frokallor.")
        return FAULTS
    handbook = arguments.content / "README.md"
    section = "\n\n".join(f"**{title}**\n\n{as_markdown(rows)}" for title, rows in tables)
    write_text(handbook, placed(handbook.read_text(encoding="utf-8"), section))
    print(f"\n{handbook}: tabellerna är omskrivna")
    return OK
