"""On what machine, with what versions, and when: without that a figure means nothing."""

from __future__ import annotations

import datetime as dt
import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.bench.measured import Matt

PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "pagefind-bin", "hugo", "zensical")
GIGABYTE = 1024**3


def surroundings() -> Matt:
    """The day, the machine and the versions."""
    return {
        "datum": dt.datetime.now().astimezone().date().isoformat(),
        "dator": {
            "processor": processor(),
            "karnor": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
            "minne_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIGABYTE),
            "system": platform.system(),
        },
        "versioner": {"python": platform.python_version()} | {name: _version(name) for name in PACKAGES},
    }


def processor(told: Path = Path("/proc/cpuinfo")) -> str:
    """What the processor calls itself."""
    if told.exists():
        names = [line.partition(":")[2].strip() for line in told.read_text().splitlines() if "model name" in line]
        return names[0] if names else platform.machine()
    return platform.processor() or platform.machine()


def busy() -> str:
    """A warning where other programs use the processors, so that figures would be theirs too; else nothing."""
    load = os.getloadavg()[0]
    return f"Datorn är upptagen med annat (belastning {load:.1f}); siffrorna blir större än de är." if load > 1 else ""


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
