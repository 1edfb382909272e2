"""The content folder: every record in it, every page and file beside them, and what should not be there."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic, Position, Severity
from generator.model.bas import Post
from generator.records import anslagsregister
from generator.records.anslagsregister import Anslagsregister, read_register
from generator.records.kinds import KINDS, kind_of
from generator.records.load import load
from generator.records.place import Sheet
from generator.records.record import Record
from generator.records.source import MAX_BYTES, read_source
from generator.svenska import fold, slug

CODES = {
    "R130": "En post, sida eller fil är en länk till en annan plats på disken.",
    "R131": "En post ligger i fel mapp eller har fel filnamn.",
    "R132": "En fil i content/ används inte av arkivet.",
    "R133": "Två filer skiljer sig bara i stora och små bokstäver.",
    "R134": "Filen går inte att läsa.",
    "R135": "Mappen content/ eller arkivets grundpost saknas.",
    "R136": "Dagen i en posts filnamn finns inte i almanackan.",
}
SIDOR = ("om",)
"""The pages that staff write themselves, in ``sidor/``; each stands on the site's page of that name."""
_SIDOR = frozenset(f"sidor/{name}.md" for name in SIDOR)
_ADRESSER = "adresser.txt"
_UNREAD = {"README.md", "LICENSE"}
_FOLDERS = {kind.place.partition("/")[0]: kind.name for kind in KINDS if "/" in kind.place}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Olast:
    """A record that is there but could not be read: what it would have been, and its text as far as it goes.

    Whatever points to it is not a fault of its own: the reader has told what is wrong.
    """

    kind: str
    id: str
    text: str = ""

    def namner(self, words: str) -> bool:
        """Whether the words may be a name or a number of the record: its file holds them, or nothing of it is known."""
        sought = fold(words)
        return not self.text or f" {sought} " in f" {self.text} " or slug(words) == self.id


@dataclass(frozen=True)
class Innehall:
    """What was read: records in order of path, pages by name (of `SIDOR`), files to publish by path below filer/.

    `adresser` are the addresses once published, from ``adresser.txt``. `olasta` are the records that are there but
    could not be read, each with its fault in `faults`. `anslagsregister` is what has stood on an official board.
    """

    records: tuple[Record[Post], ...]
    sidor: dict[str, Sheet]
    filer: dict[str, bytes]
    faults: tuple[Diagnostic, ...]
    adresser: tuple[str, ...] = ()
    olasta: tuple[Olast, ...] = ()
    anslagsregister: Anslagsregister = field(default_factory=Anslagsregister)


def read_folder(root: Path) -> Innehall:
    """Read a whole content folder. Never raises for what lies in it: each trouble is a diagnostic."""
    if not root.is_dir():
        missing = _fault(str(root), "R135", "mappen finns inte", "rätta CONTENT=… (eller --content …)")
        return Innehall((), {}, {}, (missing,))
    paths = sorted(_files(root))
    faults, doubles = _case_twins(root, paths)
    found = _Fynd(faults=faults)
    for path in paths:
        name = path.relative_to(root).as_posix()
        if name not in doubles:
            found.take(path, name, root)
    found.faults += _missing_base(root, paths)
    return Innehall(
        tuple(found.records),
        found.sidor,
        found.filer,
        tuple(found.faults),
        found.adresser,
        tuple(found.olasta),
        found.anslagsregister,
    )


@dataclass
class _Fynd:
    """What has been read so far, file by file."""

    faults: list[Diagnostic]
    records: list[Record[Post]] = field(default_factory=list)
    olasta: list[Olast] = field(default_factory=list)
    sidor: dict[str, Sheet] = field(default_factory=dict)
    filer: dict[str, bytes] = field(default_factory=dict)
    adresser: tuple[str, ...] = ()
    anslagsregister: Anslagsregister = field(default_factory=Anslagsregister)

    def take(self, path: Path, name: str, root: Path) -> None:
        """One file, by the place where it lies."""
        data, trouble = _bytes(path, root)
        if data is None:
            self.faults += trouble
            self.olasta += _unread(name, b"")
        elif name.endswith(".yml"):
            self._take_record(path, name, data)
        elif name.startswith("filer/"):
            self.filer[name.removeprefix("filer/")] = data
        elif name == _ADRESSER:
            self.adresser = tuple(self._text(path, data).split())
        elif name == anslagsregister.FIL:
            self.anslagsregister, found = read_register(self._text(path, data), str(path))
            self.faults += found
        elif name in _SIDOR:
            self.sidor[path.stem] = Sheet(self._text(path, data), str(path))
        elif name not in _UNREAD:
            self.faults.append(_unused(path, name))
            self.olasta += _unread(name, data)

    def _take_record(self, path: Path, name: str, data: bytes) -> None:
        record, found = _record(data, name, path)
        self.faults += found
        if record is None:
            self.olasta += _unread(name, data)
        else:
            self.records.append(record)

    def _text(self, path: Path, data: bytes) -> str:
        text, found = read_source(data, str(path))
        self.faults += found
        return text or ""


def _unread(name: str, data: bytes) -> list[Olast]:
    """The record that a file at this path was meant to be, if any; a bad name is read as the nearest good one."""
    text = _searchable(data)
    if found := kind_of(name):
        return [Olast(found[0].name, found[1], text)]
    folder, _, rest = name.partition("/")
    kind = _FOLDERS.get(folder)
    return [Olast(kind, "/".join(slug(part) for part in rest.rpartition(".")[0].split("/")), text)] if kind else []


def _searchable(data: bytes) -> str:
    words = re.sub(r"[^\w\s-]", " ", data[:MAX_BYTES].decode("utf-8", "replace"))
    return fold(words)


def _files(root: Path) -> Iterator[Path]:
    """Every file and link below the folder, except hidden ones and editors' backups; a folder that can not be read."""
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            found = [path for path in folder.iterdir() if not path.name.startswith(".") and not path.name.endswith("~")]
            inner = {path for path in found if path.is_dir() and not path.is_symlink()}
        except OSError:
            yield folder
            continue
        folders += inner
        yield from (path for path in found if path not in inner)


def _bytes(path: Path, root: Path) -> tuple[bytes | None, list[Diagnostic]]:
    if path.is_symlink():
        where = "en annan plats i content/" if _leads_inside(path, root) else "en plats utanför content/"
        return None, [
            _fault(str(path), "R130", f"filen är en länk till {where}", "lägg själva filen här i stället för en länk")
        ]
    if path.is_dir():
        return None, [_fault(str(path), "R134", "mappen går inte att läsa", "kontrollera mappens rättigheter")]
    if not path.is_file():
        return None, [_fault(str(path), "R134", "filen är ingen vanlig fil", "ta bort den härifrån")]
    try:
        if path.suffix == ".yml" and path.stat().st_size > MAX_BYTES:
            with path.open("rb") as stream:
                return stream.read(MAX_BYTES + 1), []
        return path.read_bytes(), []
    except OSError as error:
        return None, [
            _fault(str(path), "R134", f"filen går inte att läsa ({error.strerror})", "kontrollera filens rättigheter")
        ]


def _leads_inside(link: Path, root: Path) -> bool:
    """Whether a link leads to a place below the folder; one that leads in a circle leads nowhere."""
    try:
        return link.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def _record(data: bytes, name: str, path: Path) -> tuple[Record[Post] | None, list[Diagnostic]]:
    found = kind_of(name)
    if found is None:
        places = ", ".join(kind.place for kind in KINDS)
        return None, [
            _fault(
                str(path),
                "R131",
                "ingen post kan ligga här under det namnet",
                f"filnamn har a–z, 0–9 och bindestreck; platserna är {places}",
            )
        ]
    if day := _DAY.search(found[1]):
        try:
            dt.date.fromisoformat(day.group())
        except ValueError:
            message = f"dagen {day.group()} i filnamnet finns inte i almanackan"
            return None, [_fault(str(path), "R136", message, "döp om filen till sammanträdets dag")]
    return load(data, str(path), *found)


def _unused(path: Path, name: str) -> Diagnostic:
    if name.endswith((".yaml", ".YML", ".YAML")):
        return _fault(str(path), "R131", "en post ska sluta på .yml", f"döp om filen till {path.stem}.yml")
    cure = "flytta den till filer/ om den ska publiceras, ta annars bort den"
    if name.startswith("sidor/"):
        cure = f"här kan ligga {', '.join(f'{page}.md' for page in SIDOR)}; flytta texten dit eller ta bort filen"
    return _fault(str(path), "R132", "filen används inte av arkivet", cure, Severity.VARNING)


def _case_twins(root: Path, paths: list[Path]) -> tuple[list[Diagnostic], set[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        name = path.relative_to(root).as_posix()
        groups[unicodedata.normalize("NFC", name).casefold()].append(name)
    faults, doubles = [], set()
    for names in groups.values():
        kept, *others = sorted(names, key=lambda name: (kind_of(name) is None, name))
        for name in others:
            message = f"filen skiljer sig bara i stora och små bokstäver från {kept}"
            faults.append(
                _fault(
                    str(root / name), "R133", message, "slå ihop dem eller döp om den ena; bara små bokstäver används"
                )
            )
            doubles.add(name)
    return faults, doubles


def _missing_base(root: Path, paths: list[Path]) -> list[Diagnostic]:
    if root / "arkiv.yml" in paths:
        return []
    return [
        _fault(
            str(root / "arkiv.yml"),
            "R135",
            "arkivets grundpost arkiv.yml saknas",
            "skapa den; handboken content/README.md visar hur den ser ut",
        )
    ]


def _fault(path: str, code: str, message: str, cure: str, severity: Severity = Severity.FEL) -> Diagnostic:
    return Diagnostic(Position(path), code, message, severity, cure)
