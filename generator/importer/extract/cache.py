"""An extract as text and back, so that a document is taken apart once: by the sum of its bytes and of this program.

Where the text lies is the caller's to know; what is damaged, or made by another version of the program, is not used.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version as installed
from importlib.resources import files

from pydantic import TypeAdapter, ValidationError

from generator.importer.extract.line import Extract

_LIBRARIES = ("lxml", "pypdfium2", "python-docx")
_DIGITS = 16
_EXTRACT = TypeAdapter(Extract)


@cache
def version() -> str:
    """The sum of the modules of this package and the versions of the libraries: a changed program reads anew."""
    sources = sorted(
        (one for one in files("generator.importer.extract").iterdir() if one.name.endswith(".py")),
        key=lambda one: one.name,
    )
    libraries = " ".join(f"{name} {installed(name)}" for name in _LIBRARIES)
    return _sum(libraries.encode() + b"".join(one.read_bytes() for one in sources))


def cache_name(sha256: str) -> str:
    """The name of the file that keeps the extract of the document with this sum."""
    return f"{sha256}-{version()}.json"


def dump(extract: Extract) -> str:
    """The extract as text: a line with the program's version and the sum of the rest, then JSON."""
    body = _EXTRACT.dump_json(extract)
    return f"{version()} {_sum(body)}\n{body.decode('utf-8')}\n"


def load(text: str) -> Extract | None:
    """The extract that was dumped; None for one of another version, and for anything that is not whole."""
    head, _, body = text.partition("\n")
    data = body.removesuffix("\n").encode("utf-8", "replace")
    if head != f"{version()} {_sum(data)}":
        return None
    try:
        return _EXTRACT.validate_json(data)
    except ValidationError:
        return None


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
