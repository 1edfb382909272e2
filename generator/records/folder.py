"""The content folder: every record in it, every page and file beside them, and what should not be there."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.model.bas import Post
from generator.records import anslagsregister
from generator.records.anslagsregister import Anslagsregister, read_register
from generator.records.disk import case_twins, fault, files, read_bytes
from generator.records.kinds import BY_NAME, KINDS, UTKAST, kind_of
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
    "R137": "En post som ingen har granskat ligger bland de publicerade.",
    "R138": "Ett utkast säger inte vilket organ eller vilken dag det gäller.",
}
SIDOR = ("om",)
"""The pages that staff write themselves, in ``sidor/``; each stands on the site's page of that name."""
_SIDOR = frozenset(f"sidor/{name}.md" for name in SIDOR)
_ADRESSER = "adresser.txt"
_UNREAD = {"README.md", "LICENSE"}
_FOLDERS = {kind.place.partition("/")[0]: kind.name for kind in KINDS if "/" in kind.place}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPLACERAT = re.compile(r"(oplacerade/[a-z0-9-]+)\.yml")


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
class Utkast:
    """What lies in ``utkast/``: never published, and no fault of it stops a build.

    `oplacerade` are meetings whose organ or day is not known; their id is ``oplacerade/<name>``.
    """

    records: tuple[Record[Post], ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    olasta: tuple[Olast, ...] = ()
    oplacerade: tuple[Record[Post], ...] = ()

    @property
    def antal(self) -> int:
        """How many drafts there are, those that can not be read too."""
        return len(self.records) + len(self.oplacerade) + len(self.olasta)


@dataclass(frozen=True)
class Innehall:
    """What was read: records in order of path, pages by name (of `SIDOR`), files to publish by path below filer/.

    `adresser` are the addresses once published, from ``adresser.txt``. `olasta` are the records that are there but
    could not be read, each with its fault in `faults`. `anslagsregister` is what has stood on an official board.
    `utkast` stands apart: nothing of it is in the other parts.
    """

    records: tuple[Record[Post], ...]
    sidor: dict[str, Sheet]
    filer: dict[str, bytes]
    faults: tuple[Diagnostic, ...]
    adresser: tuple[str, ...] = ()
    olasta: tuple[Olast, ...] = ()
    anslagsregister: Anslagsregister = field(default_factory=Anslagsregister)
    utkast: Utkast = Utkast()


def read_folder(root: Path) -> Innehall:
    """Read a whole content folder. Never raises for what lies in it: each trouble is a diagnostic."""
    if not root.is_dir():
        missing = fault(str(root), "R135", "mappen finns inte", "rätta CONTENT=… (eller --content …)")
        return Innehall((), {}, {}, (missing,))
    paths = sorted(files(root))
    twins, doubles = case_twins(root, paths)
    found, drafts = _Fynd(), _Fynd(draft=True)
    for path in paths:
        name = path.relative_to(root).as_posix()
        where = drafts if name.partition("/")[0] == UTKAST else found
        where.faults += [one for one in twins if one.position.path == str(path)]
        if name not in doubles:
            where.take(path, name.removeprefix(f"{UTKAST}/"), root)
    found.faults += _missing_base(root, paths)
    return Innehall(
        tuple(found.records),
        found.sidor,
        found.filer,
        tuple(found.faults),
        found.adresser,
        tuple(found.olasta),
        found.anslagsregister,
        Utkast(tuple(drafts.records), tuple(drafts.faults), tuple(drafts.olasta), tuple(drafts.oplacerade)),
    )


@dataclass
class _Fynd:
    """What has been read so far, file by file; of drafts only records are taken."""

    draft: bool = False
    faults: list[Diagnostic] = field(default_factory=list)
    records: list[Record[Post]] = field(default_factory=list)
    olasta: list[Olast] = field(default_factory=list)
    oplacerade: list[Record[Post]] = field(default_factory=list)
    sidor: dict[str, Sheet] = field(default_factory=dict)
    filer: dict[str, bytes] = field(default_factory=dict)
    adresser: tuple[str, ...] = ()
    anslagsregister: Anslagsregister = field(default_factory=Anslagsregister)

    def take(self, path: Path, name: str, root: Path) -> None:
        """One file, by the place where it lies."""
        data, trouble = read_bytes(path, root)
        if data is None:
            self.faults += trouble
            self.olasta += _unread(name, b"")
        elif name.endswith(".yml"):
            self._take_record(path, name, data)
        elif self.draft:
            cure = "i utkast/ ligger bara poster; flytta den eller ta bort den"
            self.faults.append(fault(str(path), "R132", "filen används inte av arkivet", cure, Severity.VARNING))
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
        unplaced = _OPLACERAT.fullmatch(name) if self.draft else None
        record, found = _unplaced(data, unplaced[1], path) if unplaced else _record(data, name, path)
        self.faults += found
        if record is None:
            self.olasta += [Olast("sammantrade", unplaced[1])] if unplaced else _unread(name, data)
            return
        (self.oplacerade if unplaced else self.records).append(record)
        if not self.draft and getattr(record.data, "granskad", None) is False:
            cure = "gå igenom posten och skriv 'granskad: ja', eller lägg den i utkast/"
            self.faults.append(record.fault("R137", "ingen har granskat posten", ("granskad",), cure=cure))

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


def _unplaced(data: bytes, name: str, path: Path) -> tuple[Record[Post] | None, list[Diagnostic]]:
    """A meeting without a place, with the word that it needs one."""
    record, found = load(data, str(path), BY_NAME["sammantrade"], name)
    message = "utkastet säger inte vilket organ eller vilken dag det gäller"
    cure = "flytta filen till utkast/sammantraden/<organ>/<ÅÅÅÅ-MM-DD>.yml när du vet"
    return record, [*found, fault(str(path), "R138", message, cure, Severity.UPPLYSNING)]


def _record(data: bytes, name: str, path: Path) -> tuple[Record[Post] | None, list[Diagnostic]]:
    found = kind_of(name)
    if found is None:
        places = ", ".join(kind.place for kind in KINDS)
        return None, [
            fault(
                str(path),
                "R131",
                "ingen post kan ligga här under det namnet",
                f"filnamn har a–z, 0–9 och bindestreck; platserna är {places}",
            )
        ]
    if "<ÅÅÅÅ-MM-DD>" in found[0].place and (day := _DAY.search(found[1])):
        try:
            dt.date.fromisoformat(day.group())
        except ValueError:
            message = f"dagen {day.group()} i filnamnet finns inte i almanackan"
            return None, [fault(str(path), "R136", message, "döp om filen till sammanträdets dag")]
    return load(data, str(path), *found)


def _unused(path: Path, name: str) -> Diagnostic:
    if name.endswith((".yaml", ".YML", ".YAML")):
        return fault(str(path), "R131", "en post ska sluta på .yml", f"döp om filen till {path.stem}.yml")
    cure = "flytta den till filer/ om den ska publiceras, ta annars bort den"
    if name.startswith("sidor/"):
        cure = f"här kan ligga {', '.join(f'{page}.md' for page in SIDOR)}; flytta texten dit eller ta bort filen"
    return fault(str(path), "R132", "filen används inte av arkivet", cure, Severity.VARNING)


def _missing_base(root: Path, paths: list[Path]) -> list[Diagnostic]:
    """The word that there is no base record; a draft of one is only to be reviewed."""
    if root / "arkiv.yml" in paths:
        return []
    if root / UTKAST / "arkiv.yml" in paths:
        message, cure = "arkivets grundpost arkiv.yml finns bara som utkast", "granska den: make granska"
        return [fault(str(root / UTKAST / "arkiv.yml"), "R135", message, cure, Severity.UPPLYSNING)]
    cure = "skapa den; handboken content/README.md visar hur den ser ut"
    return [fault(str(root / "arkiv.yml"), "R135", "arkivets grundpost arkiv.yml saknas", cure)]
