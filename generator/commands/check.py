"""``check``: everything there is to say of a content folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.archive.check import check, check_drafts
from generator.commands.answers import FAULTS, OK, refuse, tell
from generator.commands.reading import read_content, told_of_cache
from generator.diagnostics import Diagnostic, has_errors, summary
from generator.publish.write import write_text
from generator.records import baseline
from generator.records.folder import Innehall


def run(arguments: argparse.Namespace) -> int:
    """Check the records, and the drafts laid over them."""
    content = read_content(arguments.content, arguments.arbetare)
    found = check(content, arguments.datum, arbetare=arguments.arbetare)[1]
    found += check_drafts(content, arguments.datum, found, arbetare=arguments.arbetare)
    if arguments.skriv_baslinje:
        write_text(arguments.skriv_baslinje, baseline.dump(found))
        print(f"{arguments.skriv_baslinje}: {summary(found)} skrivna som kända")
        return OK
    found, known, gone = _without_known(found, arguments.baseline)
    tell(found, arguments.format)
    if arguments.format == "text":
        notes = [_amount(content), summary(found)]
        notes += [f"{known} {'känd' if known == 1 else 'kända'} sedan tidigare"] if known else []
        notes += [f"{gone} i baslinjen finns inte längre"] if gone else []
        notes += told_of_cache(content)
        print("Granskning: " + "; ".join(notes))
    return FAULTS if has_errors(found) else OK


def _amount(content: Innehall) -> str:
    drafts = f", {content.utkast.antal} utkast" if content.utkast.antal else ""
    return f"{len(content.records)} poster{drafts}"


def _without_known(found: list[Diagnostic], path: Path | None) -> tuple[list[Diagnostic], int, int]:
    if path is None:
        return found, 0, 0
    try:
        old = baseline.load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        refuse(f"baslinjen {path} går inte att läsa; skriv en ny med make baslinje BASLINJE={path}")
    new, known, gone = baseline.apply(found, old)
    return new, len(known), gone
