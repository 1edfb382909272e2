"""What lies on the disk below a content folder: which files there are, and why some of them can not be taken."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Position, Severity
from generator.records.source import MAX_BYTES
from generator.systemfel import why


def files(root: Path) -> Iterator[Path]:
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


def read_bytes(path: Path, root: Path) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes of a file; None, with the reason as a diagnostic, where it may not or can not be read."""
    try:
        kind = path.lstat().st_mode
        return (whole(path), []) if stat.S_ISREG(kind) else (None, [_no_file(path, root, kind)])
    except OSError as error:
        message = f"filen går inte att läsa ({why(error)})"
        return None, [fault(str(path), "R134", message, "kontrollera filens rättigheter")]


def _no_file(path: Path, root: Path, kind: int) -> Diagnostic:
    """Why something that is no ordinary file is not read."""
    if stat.S_ISLNK(kind):
        where = "en annan plats i content/" if _leads_inside(path, root) else "en plats utanför content/"
        return fault(str(path), "R130", f"filen är en länk till {where}", "lägg själva filen här i stället för en länk")
    if stat.S_ISDIR(kind):
        return fault(str(path), "R134", "mappen går inte att läsa", "kontrollera mappens rättigheter")
    return fault(str(path), "R134", "filen är ingen vanlig fil", "ta bort den härifrån")


def whole(path: Path) -> bytes:
    """The bytes of a file; of one that is too large for a record only so many that this is seen. Raises OSError."""
    if path.suffix == ".yml" and path.stat().st_size > MAX_BYTES:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    return path.read_bytes()


def _leads_inside(link: Path, root: Path) -> bool:
    """Whether a link leads to a place below the folder; one that leads in a circle leads nowhere."""
    try:
        return link.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def fault(path: str, code: str, message: str, cure: str, severity: Severity = Severity.FEL) -> Diagnostic:
    """A diagnostic of a whole file."""
    return Diagnostic(Position(path), code, message, severity, cure)
