"""Rules on what points somewhere: every name and reference leads to a record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.diagnostics import Diagnostic

_CODES = {"person": "R201", "organ": "R202", "huvudman": "R203", "arende": "R205", "referens": "R206", "prosa": "R207"}


def bruten_hanvisning(archive: Archive, slag: str) -> Iterator[Diagnostic]:
    """Every link of one kind that leads nowhere, at its own words, with the nearest that does."""
    for edge in archive.kanter:
        if edge.till is None and edge.slag == slag:
            cure = f"menade du '{edge.svar.nara}'?" if edge.svar.nara else "rätta hänvisningen eller skapa posten"
            yield edge.record.fault(_CODES[slag], edge.svar.problem, edge.loc, cure=cure, needle=edge.needle, nth=edge.nth)
