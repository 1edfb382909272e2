"""What every command answers with: its status, its diagnostics, and a refusal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

from generator.diagnostics import Diagnostic, as_github, as_json, as_text

OK, FAULTS, USAGE, INTERRUPTED = 0, 1, 2, 130


def tell(found: Sequence[Diagnostic], form: str = "text") -> None:
    """Print diagnostics as text, as annotations or as JSON."""
    if form == "json":
        print(as_json(found))
        return
    for one in found:
        print(as_github(one) if form == "github" else as_text(one))


def refuse(message: str) -> NoReturn:
    """End the command with its reason."""
    print(f"Fel: {message}", file=sys.stderr)
    raise SystemExit(FAULTS)
