"""``schema``, ``adresser`` and ``anslagsregister``: what is kept beside the records."""

from __future__ import annotations

import argparse

from generator.archive.archive import Archive
from generator.archive.check import check
from generator.commands.answers import FAULTS, OK, tell
from generator.diagnostics import has_errors
from generator.model.ordlista import Ordlista
from generator.publish.anslagsregister import record_posting
from generator.publish.write import write_text
from generator.records.folder import Innehall, read_folder
from generator.records.jsonschema import schemas
from generator.views.artifacts import Page
from generator.views.site import artifacts


def schema(arguments: argparse.Namespace) -> int:
    """Write the JSON Schemas, or tell which are not what they should be."""
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


def addresses(arguments: argparse.Namespace) -> int:
    """Add the addresses of today to those that must always answer."""
    if (sound := _sound(arguments)) is None:
        return FAULTS
    archive, content = sound
    made = {one.address for one in artifacts(archive) if isinstance(one, Page) or one.lasting}
    ledger = arguments.content / "adresser.txt"
    write_text(ledger, "".join(f"{line}\n" for line in sorted(made | set(content.adresser))))
    print(f"{ledger}: {len(made - set(content.adresser))} nya adresser, {len(content.adresser)} fanns")
    return OK


def posting(arguments: argparse.Namespace) -> int:
    """Record what the official anslagstavla shows from now on."""
    if (sound := _sound(arguments)) is None:
        return FAULTS
    print(record_posting(sound[0], arguments.content))
    return OK


def _sound(arguments: argparse.Namespace) -> tuple[Archive, Innehall] | None:
    """The archive and the folder it was read from; None, with the faults printed, where it has any."""
    content = read_folder(arguments.content)
    archive, found = check(content, arguments.datum)
    if archive is None or has_errors(found):
        tell([one for one in found if has_errors([one])])
        return None
    return archive, content
