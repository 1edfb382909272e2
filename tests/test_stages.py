"""What stages cost is told to whoever asked, and to nobody else."""

import io
import json
from pathlib import Path

import pytest

from generator.commands.stages import StageLog
from generator.publish.progress import Progress


def test_each_stage_is_a_line(tmp_path: Path) -> None:
    """Its name, the seconds of its own clock, the CPU used since the stage before, and memory in whole MB."""
    times = iter([0.0, 1.5, 2.0, 2.25])
    progress = Progress(io.StringIO(), lambda: next(times), live=False, log=StageLog(tmp_path / "matt.jsonl"))
    with progress.stage("Läser"):
        sum(range(100_000))
    with pytest.raises(ValueError, match="fel"), progress.stage("Skriver"):
        raise ValueError("fel")
    told = [json.loads(line) for line in (tmp_path / "matt.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(one["namn"], one["vagg_s"]) for one in told] == [("Läser", 1.5), ("Skriver", 0.25)]
    assert all(one["cpu_s"] >= 0 and one["topp_mb"] > 0 and one["topp_barn_mb"] >= 0 for one in told)
