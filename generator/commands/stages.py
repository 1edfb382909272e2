"""What each stage of a command costs, for whoever measures: one line of JSON a stage, in a file.

The file is named by the environment (``ARKIV_MATT``); without it nothing is measured.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

_UNIT = 1024 if sys.platform != "darwin" else 1024 * 1024  # ru_maxrss: kilobytes, on macOS bytes


class StageLog:
    """Adds a line to `path` for each stage: wall and CPU seconds, and the highest memory so far (MB) of any process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._cpu = _cpu()

    def __call__(self, name: str, seconds: float) -> None:
        """A stage has ended; CPU is that of this process and of the workers that have ended."""
        before, self._cpu = self._cpu, _cpu()
        told = {
            "namn": name,
            "vagg_s": round(seconds, 3),
            "cpu_s": round(self._cpu - before, 3),
            "topp_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _UNIT,
            "topp_barn_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // _UNIT,
        }
        with self._path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(told, ensure_ascii=False) + "\n")


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)
