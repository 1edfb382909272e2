"""``import``: documents to drafts. Nothing is written unless every document could be read."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from generator.commands.answers import FAULTS, OK, refuse, tell
from generator.commands.extracts import Extracts
from generator.commands.ground import Ground
from generator.commands.told import told_of_document, told_of_run
from generator.diagnostics import Diagnostic, Position
from generator.importer.drafts.compose import Report, compose
from generator.importer.drafts.gather import gathered, split_names
from generator.importer.drafts.outcome import Outcome, decide
from generator.importer.extract.line import Extract
from generator.importer.extract.refused import Refused
from generator.importer.joining.batch import Part, propose
from generator.importer.known import Known
from generator.importer.privacy.masking import Masked
from generator.importer.understanding import understand
from generator.publish.write import write_text


def run(arguments: argparse.Namespace) -> int:
    """Read the documents and write their drafts; 1 where one can not be read, or where something was kept as it is."""
    files, passed = gathered(split_names(arguments.filer))
    for path in passed:
        print(f"{path}: förbigås; importen läser .pdf, .docx, .txt och .html")
    if not files:
        refuse("här finns inget att läsa in; skriv FIL= och en fil eller en mapp med .pdf, .docx, .txt eller .html")
    extracts = _extracts(files)
    if extracts is None:
        return FAULTS
    ground = Ground(arguments.ut)
    names = frozenset(one.name for one in extracts)
    known, archive, base = ground.known(names, arguments.datum)
    read = _understood(extracts, known)
    if read is None:
        return FAULTS
    parts, masked = read
    batch = propose(parts, known, base=base)
    drafts, reports = compose(batch, masked)
    there = ground.with_shared([one for one, _ in batch.proposals], archive)
    outcome = decide(drafts, there, names, replace=arguments.ersatt)
    return _done(arguments.ut, outcome, reports)


def _extracts(files: Sequence[Path]) -> list[Extract] | None:
    """What every file holds; None, with the reasons printed, where one can not be read."""
    store, found, refused = Extracts(), [], []
    for path in files:
        try:
            found.append(store.read(path))
        except Refused as reason:
            refused.append(reason.diagnostic)
    same = [name for name, many in Counter(one.name for one in found).items() if many > 1]
    for name in same:
        message = f"flera av filerna heter {name}"
        refused.append(Diagnostic(Position(name), "I103", message, cure="döp om dem, så att källan går att hitta"))
    return None if _refused(refused) else found


def _understood(extracts: Sequence[Extract], known: Known) -> tuple[list[Part], dict[str, tuple[Masked, ...]]] | None:
    parts: list[Part] = []
    masked: dict[str, tuple[Masked, ...]] = {}
    refused = []
    for one in extracts:
        try:
            read = understand(one, known)
        except Refused as reason:
            refused.append(reason.diagnostic)
            continue
        parts += read.parts
        masked[one.name] = read.masked
    return None if _refused(refused) else (parts, masked)


def _refused(found: Sequence[Diagnostic]) -> bool:
    tell(found)
    if found:
        print("Inget är skrivet.")
    return bool(found)


def _done(folder: Path, outcome: Outcome, reports: Sequence[Report]) -> int:
    if outcome.faults:
        for fault in outcome.faults:
            print(f"Fel: {fault}")
        print("Inget är skrivet.")
        return FAULTS
    for path, text in outcome.writes.items():
        write_text(folder / path, text)
    for path in outcome.removed:
        (folder / path).unlink()
    for report in reports:
        print("\n".join(told_of_document(report)))
    print("\n".join(told_of_run(folder, outcome)))
    return FAULTS if outcome.kept else OK
