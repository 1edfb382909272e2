"""The content folder: every record in it, every page and file beside them, and what should not be there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.model.bas import Post
from generator.records import anslagsregister
from generator.records.anslagsregister import Anslagsregister, read_register
from generator.records.cache import CacheUse
from generator.records.disk import fault
from generator.records.fingerprint import fingerprint
from generator.records.kinds import KINDS, UTKAST, Kind, kind_of
from generator.records.met import Met, meet, meet_all, unplaced_name
from generator.records.origin import Origin
from generator.records.outcome import Outcome
from generator.records.place import Sheet
from generator.records.reading import read_all
from generator.records.record import Record
from generator.records.source import MAX_BYTES, read_source
from generator.records.twins import case_twins
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
    `utkast` stands apart: nothing of it is in the other parts. `avtryck` is the sum of every file in the folder, as
    `met.folder_fingerprint` counts it, and `cache` how the cache served, where there was one.
    """

    records: tuple[Record[Post], ...]
    sidor: dict[str, Sheet]
    filer: dict[str, bytes]
    faults: tuple[Diagnostic, ...]
    adresser: tuple[str, ...] = ()
    olasta: tuple[Olast, ...] = ()
    anslagsregister: Anslagsregister = field(default_factory=Anslagsregister)
    utkast: Utkast = Utkast()
    avtryck: str = ""
    cache: CacheUse | None = None


def read_folder(
    root: Path, *, arbetare: int = 1, cache: Path | None = None, met: Sequence[Met] | None = None
) -> Innehall:
    """Read a whole content folder, by up to `arbetare` processes; `cache` is a folder for what is read, if any.

    `met` are the files that lie there, if somebody has looked already (`meet_all`). Each trouble in the folder or the
    cache is told by what is returned, never raised.

    Raises:
        WorkerDied: one of the processes was ended from without.
    """
    if not root.is_dir():
        missing = fault(str(root), "R135", "mappen finns inte", "rätta CONTENT=… (eller --content …)")
        return Innehall((), {}, {}, (missing,))
    met = meet_all(root, arbetare) if met is None else met
    paths = [one.path for one in met]
    outcomes, used = read_all([one.task for one in met if one.task], arbetare, cache)
    sums = {one.below: one.summa for one in met}
    twins, doubles = case_twins(root, paths)
    found, drafts = _Fynd(), _Fynd(draft=True)
    read = iter(outcomes)
    for one in met:
        outcome = next(read) if one.task else None
        where = drafts if one.draft else found
        where.faults += [twin for twin in twins if twin.position.path == str(one.path)]
        if outcome:
            sums[one.below] = outcome.summa
        if one.below not in doubles:
            where.take(one, outcome)
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
        fingerprint(sums),
        used,
    )


def read_again(content: Innehall, root: Path, paths: Sequence[Path]) -> tuple[Innehall, tuple[Diagnostic, ...]]:
    """The folder when these files of published records, and no others, have changed, come or gone; and their faults.

    A record whose file can not be read stays as it was. Faults and sums of the whole folder are left as they were.
    """
    found = _Fynd()
    gone = {(kind.name, id_) for path in paths if not path.exists() for kind, id_ in _named(path, root)}
    for met in (meet(path, root) for path in paths if path.exists()):
        outcomes, _ = read_all([met.task] if met.task else [], 1, None)
        found.take(met, next(iter(outcomes), None))
    new = {(one.kind, one.id): one for one in found.records}
    records = [new.pop((one.kind, one.id), one) for one in content.records if (one.kind, one.id) not in gone]
    if new:
        records = sorted([*records, *new.values()], key=lambda one: Path(one.path))
    read = gone | {(one.kind, one.id) for one in found.records}
    olasta = tuple(one for one in content.olasta if (one.kind, one.id) not in read)
    return replace(content, records=tuple(records), olasta=olasta), tuple(found.faults)


def _named(path: Path, root: Path) -> list[tuple[Kind, str]]:
    named = kind_of(path.relative_to(root).as_posix())
    return [named] if named else []


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

    def take(self, met: Met, outcome: Outcome | None) -> None:
        """One file, by the place where it lies; `outcome` is of its reading as a record."""
        self.faults += met.faults
        if outcome:
            self._take_record(met, outcome)
        elif met.data is None or met.name.endswith(".yml"):
            self.olasta += _unread(met.name, met.data or b"")
        elif self.draft:
            cure = "i utkast/ ligger bara poster; flytta den eller ta bort den"
            message = "filen används inte av arkivet"
            self.faults.append(fault(str(met.path), "R132", message, cure, Severity.VARNING))
        else:
            self._take_file(met.path, met.name, met.data)

    def _take_file(self, path: Path, name: str, data: bytes) -> None:
        if name.startswith("filer/"):
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

    def _take_record(self, met: Met, outcome: Outcome) -> None:
        unplaced = unplaced_name(met.name) if self.draft else None
        self.faults += outcome.faults
        if unplaced:
            message = "utkastet säger inte vilket organ eller vilken dag det gäller"
            cure = "flytta filen till utkast/sammantraden/<organ>/<ÅÅÅÅ-MM-DD>.yml när du vet"
            self.faults.append(fault(str(met.path), "R138", message, cure, Severity.UPPLYSNING))
        record = outcome.record
        if record is None:
            again, _ = Origin(str(met.path), outcome.summa, None).read()
            self.olasta += [Olast("sammantrade", unplaced)] if unplaced else _unread(met.name, again)
            return
        (self.oplacerade if unplaced else self.records).append(record)
        if not self.draft and getattr(record.data, "granskad", None) is False:
            cure = "gå igenom posten och skriv 'granskad: ja', eller lägg den i utkast/"
            self.faults.append(record.fault("R137", "ingen har granskat posten", ("granskad",), cure=cure).placed())

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
    words = re.sub(r"[^\w\s/-]", " ", data[:MAX_BYTES].decode("utf-8", "replace"))
    return fold(words)


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
