"""Run a command as a process of its own and say what it used."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

STARTER = Path(__file__).with_name("starter.py")
TIMES = 3
PATIENCE = 60.0
TAIL = 15
Matt = dict[str, Any]  # figures under names, as they stand in the JSON


class MeasureError(Exception):
    """Something could not be measured; the text says why, in Swedish."""


@dataclass(frozen=True)
class Steg:
    """One stage as the command itself told it: seconds, and MB of the largest process, itself and those it started."""

    namn: str
    vagg_s: float
    cpu_s: float
    topp_mb: float
    topp_barn_mb: float = 0.0


@dataclass(frozen=True)
class Korning:
    """One run: seconds of wall and CPU, MB of the largest of its processes, and of the largest of each program."""

    vagg_s: float
    cpu_s: float
    topp_mb: float
    program: dict[str, float]
    steg: tuple[Steg, ...] = ()

    def as_json(self) -> Matt:
        """Plain values, rounded to what means something."""
        return {name: _rounded(value) for name, value in asdict(self).items()}


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {name: _rounded(one) for name, one in value.items()}
    return [_rounded(one) for one in value] if isinstance(value, list | tuple) else value


def run(command: Sequence[str], folder: Path, longest: float | None = None, **environment: str) -> Korning:
    """Run `command` in `folder`, its output kept aside, for so many seconds at the `longest`.

    Raises MeasureError if it fails, with the end of its output, or if it takes longer.
    """
    outcome, log, stages = (folder / f"matning.{name}" for name in ("json", "log", "jsonl"))
    stages.unlink(missing_ok=True)
    told = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "ARKIV_MATT": str(stages), **environment}
    starter = [sys.executable, "-I", "-S", str(STARTER), str(outcome), *command]
    with log.open("w") as stream:
        process = subprocess.Popen(starter, cwd=folder, env=told, stdout=stream, stderr=stream)
        try:
            status = _to_its_end(process, longest)
        except subprocess.TimeoutExpired:
            raise MeasureError(f"{Path(command[0]).name} var inte klar efter {longest:.0f} s och avbröts.") from None
    if status:
        last = log.read_text("utf-8", "replace").splitlines()[-TAIL:]
        raise MeasureError("\n".join([f"{Path(command[0]).name} slutade med status {status}:", *last]))
    lines = stages.read_text("utf-8") if stages.exists() else ""
    return Korning(**json.loads(outcome.read_text("utf-8")), steg=read_stages(lines))


def _to_its_end(starter: subprocess.Popen[bytes], longest: float | None) -> int:
    """The status of the process, which is asked to end what it has started when we are interrupted."""
    try:
        return starter.wait(longest)
    except BaseException:
        starter.terminate()
        starter.wait()
        raise


def read_stages(lines: str) -> tuple[Steg, ...]:
    """The stages that a command has told, one JSON object a line; more than `Steg` knows is left aside."""
    known = Steg.__dataclass_fields__
    told = (json.loads(line) for line in lines.splitlines() if line.strip())
    return tuple(Steg(**{name: value for name, value in one.items() if name in known}) for one in told)


def repeated(measure: Callable[[], Korning]) -> Korning:
    """The middle one of three runs by wall time; of fewer where they take long together."""
    begun = time.monotonic()
    runs: list[Korning] = []
    while len(runs) < TIMES and (not runs or time.monotonic() - begun < PATIENCE):
        runs.append(measure())
    middle = statistics.median_low(one.vagg_s for one in runs)
    return next(one for one in runs if one.vagg_s == middle)


def mean(one: Korning, other: Korning) -> Korning:
    """Two runs of the same as one: what each took on average, and the most memory of either. Their stages are equal."""
    stages = (
        Steg(
            first.namn,
            (first.vagg_s + second.vagg_s) / 2,
            (first.cpu_s + second.cpu_s) / 2,
            max(first.topp_mb, second.topp_mb),
            max(first.topp_barn_mb, second.topp_barn_mb),
        )
        for first, second in zip(one.steg, other.steg, strict=True)
    )
    names = one.program.keys() | other.program.keys()
    return Korning(
        (one.vagg_s + other.vagg_s) / 2,
        (one.cpu_s + other.cpu_s) / 2,
        max(one.topp_mb, other.topp_mb),
        {name: max(one.program.get(name, 0), other.program.get(name, 0)) for name in sorted(names)},
        tuple(stages),
    )


def say(text: str) -> None:
    """Tell whoever waits what is going on."""
    print(text, flush=True)


def told(name: str, one: Korning) -> Matt:
    """The run as JSON, after a line about it."""
    say(f"    {name}: {one.vagg_s:.1f} s, CPU {one.cpu_s:.1f} s, största process {one.topp_mb:.0f} MB")
    return one.as_json()
