"""The program that reads records, as a sum: what it makes of the same bytes may be another thing when this is."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pydantic
import pydantic_core
import yaml

import generator
from generator.records.nodes import LOADER

_SOURCES = ("diagnostics.py", "svenska.py", "integritet/*.py", "model/*.py", "records/*.py")


def program_sum() -> bytes:
    """The SHA-256 of all that reads a record beside its bytes: our sources, Python, the parser, the validator."""
    found = hashlib.sha256(repr((_versions(), LOADER.__name__)).encode())
    root = Path(generator.__file__).parent
    for pattern in _SOURCES:
        for path in sorted(root.glob(pattern)):
            found.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return found.digest()


def _versions() -> list[str]:
    libyaml = getattr(yaml, "_yaml", None)
    return [
        sys.version,
        yaml.__version__,
        libyaml.get_version_string() if libyaml else "",
        pydantic.VERSION,
        pydantic_core.__version__,
    ]
