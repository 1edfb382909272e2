"""Which address each artifact gets, and that no two artifacts want the same one.

Checked before anything is written: a file system that folds case or Unicode forms (macOS, Windows) would let one page
silently overwrite another.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.diagnostics import Diagnostic
from generator.publish.faults import fault
from generator.views.artifacts import File, Page, Planned

LONGEST_PART = 200
LONGEST_PATH = 1000

Addressed = Page | Planned | File


def output_path(artifact: Addressed) -> str:
    """The file in the finished site: ``organ/ks/index.md`` and ``organ/ks.md`` both give ``organ/ks/index.html``."""
    if isinstance(artifact, File):
        return artifact.path
    return file_of(artifact.path)


@cache
def file_of(path: str) -> str:
    """The file in the finished site of what lies at `path`: a page where it is Markdown, else the file itself."""
    if not path.endswith(".md"):
        return path
    folder, slash, name = path.removesuffix(".md").rpartition("/")
    return f"{folder}{slash}index.html" if name in ("index", "README") else f"{folder}{slash}{name}/index.html"


def address_faults(artifacts: Iterable[Addressed]) -> list[Diagnostic]:
    """Every path that is unsafe, or wanted by two artifacts, or both a file and a folder."""
    artifacts = list(artifacts)
    unsafe = [fault(one.path, "P401", f"sökvägen '{one.path}' {why}") for one in artifacts if (why := _unsafe(one))]
    return unsafe or [*_shared(artifacts), *_file_and_folder(artifacts)]


def _unsafe(artifact: Addressed) -> str:
    """Why the path cannot be used, or nothing."""
    if not isinstance(artifact, File) and not artifact.path.endswith(".md"):
        return "slutar inte på .md"
    return unsafe_path(artifact.path)


def unsafe_path(path: str) -> str:
    """Why a relative path cannot be written below a folder, or an empty string where it can."""
    parts = path.split("/")
    if path.startswith("/"):
        return "är inte relativ"
    if any(part in ("", ".", "..") for part in parts):
        return "har ett tomt led eller leder utanför mappen"
    if "\\" in path or any(unicodedata.category(character) in ("Cc", "Cs") for character in path):
        return "innehåller ett tecken som inte får stå i en sökväg"
    if len(path.encode()) > LONGEST_PATH or any(len(part.encode()) > LONGEST_PART for part in parts):
        return "är för lång"
    return ""


def _folded(path: str) -> str:
    """One form for all spellings that some file system takes for the same name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _shared(artifacts: list[Addressed]) -> Iterator[Diagnostic]:
    for owners in _by_address(artifacts).values():
        first, *others = owners
        for other in others:
            message = f"adressen /{_shown(output_path(other))} ägs redan av '{first.path}'"
            yield fault(other.path, "P402", message, "två poster kan inte ha samma adress; byt namn på den ena")


def _file_and_folder(artifacts: list[Addressed]) -> Iterator[Diagnostic]:
    owners = _by_address(artifacts)
    for key in sorted(owners):
        for folder in _folders(key):
            if folder in owners:
                file = owners[folder][0].path
                yield fault(owners[key][0].path, "P403", f"'{file}' är en fil men måste också vara en mapp")


def _folders(path: str) -> Iterator[str]:
    """Every folder that the path lies in, the innermost first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _by_address(artifacts: list[Addressed]) -> Mapping[str, list[Addressed]]:
    owners: defaultdict[str, list[Addressed]] = defaultdict(list)
    for artifact in sorted(artifacts, key=lambda one: one.path):
        owners[_folded(output_path(artifact))].append(artifact)
    return owners


def _shown(path: str) -> str:
    return path.removesuffix("index.html")
