"""Real questions, asked of the real records in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

QUESTIONS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "fragor.yml").read_text("utf-8"))
LEAST = 60

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare]


def test_there_are_enough_questions() -> None:
    """At least sixty different questions are asked."""
    assert len({one["fraga"] for one in QUESTIONS}) >= LEAST


def test_every_question_finds_its_page(fraga: Callable[[str], list[str]]) -> None:
    """The page that a question is after comes first, and those that belong to it are among the first three."""
    missed = {}
    for one in QUESTIONS:
        hits = fraga(one["fraga"])[:3]
        if hits[:1] != [one["forst"]] or not set(one.get("bland_tre", [])) <= set(hits):
            missed[one["fraga"]] = hits
    assert missed == {}
