"""What the import tells: of each document what was found, and of the run what was written and what comes next."""

from __future__ import annotations

import shlex
from pathlib import Path

from generator.importer.drafts.compose import Report
from generator.importer.drafts.outcome import Outcome
from generator.records.kinds import UTKAST
from generator.svenska import capital, count

_SLAG = {"motesanteckning": "mötesanteckning", "ordforandebeslut": "ordförandebeslut", "": "okänt slag"}


def told_of_document(report: Report) -> list[str]:
    """Of one document: kind, organ, day, how many items and persons, how much of the text, how much to look at."""
    where = f"{report.file}{f' rad {report.lines}' if report.lines else ''}"
    slag = capital(_SLAG.get(report.slag, report.slag))
    what = ", ".join(part for part in (slag, report.organ or "okänt organ", report.datum or "okänd dag") if part)
    numbers = (
        f"{count(report.punkter, 'punkt', 'punkter')}, {count(report.personer, 'person', 'personer')} i listorna; "
    )
    if report.slag == "anslag":
        numbers = ""
    lines = [f"{where}: {what}", f"  {numbers}{report.coverage.text()}; {_places(report)}"]
    lines += [f"  Obs! {why}" for why in report.whole]
    lines += [f"  Maskerat rad {one.line}: {one.kind} ({one.why})" for one in report.masked]
    return lines


def said(name: str, folder: Path) -> str:
    """How a folder is named after a command of make, where it is not the usual one."""
    return "" if folder == Path("content") else f" {name}={shlex.quote(str(folder))}"


def _places(report: Report) -> str:
    """How much there is to look at; there is something as soon as a line of the document is not in the draft."""
    parts = [f"{count(report.doubts, 'ställe', 'ställen')} att granska särskilt"] if report.doubts else []
    if left := len(report.coverage.left):
        parts.append(f"{count(left, 'rad', 'rader')} som inte kom med (överst i utkastet)")
    return " och ".join(parts) or "inget att granska särskilt"


def told_of_run(folder: Path, outcome: Outcome) -> list[str]:
    """Of the run: differences that were left, drafts written, unchanged and taken away, and the next step."""
    lines: list[str] = []
    for path, difference in outcome.kept.items():
        lines += ["", f"{folder / path} är orörd: någon har redan arbetat med den. Så skiljer sig en ny inläsning:"]
        lines += [difference]
    written, same = len(outcome.writes), len(outcome.unchanged)
    lines += ["", f"{count(written, 'utkast skrivet', 'utkast skrivna')} i {folder / UTKAST}"]
    lines += [f"{same} är som förut"] if same else []
    lines += [f"{len(outcome.removed)} utkast som inte längre behövs är borttagna"] if outcome.removed else []
    if outcome.kept:
        lines.append("För in det som stämmer för hand; utkast (inte granskade poster) skrivs över med ERSATT=1.")
    lines.append(f"Nästa steg: make granska{said('UT', folder)}")
    return lines
