"""A document's bytes from disk, judged by size before they are read."""

from __future__ import annotations

from pathlib import Path

from generator.importer.extract.refused import Refused, refused

MAX_BYTES = 100_000_000


def read_file(path: Path, name: str | None = None) -> bytes:
    """The bytes of a file; `name` is what messages call it (else its path).

    Raises:
        Refused: where it can not be read or is larger than any document of a meeting.
    """
    shown = name or str(path)
    try:
        if not path.is_file():
            raise _unreadable(shown, "ingen vanlig fil finns där" if path.exists() else "den finns inte")
        if path.stat().st_size > MAX_BYTES:
            raise too_large(shown)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(shown, getattr(error, "strerror", None) or "namnet går inte att använda") from error


def too_large(name: str) -> Refused:
    """The refusal of a file beyond `MAX_BYTES`."""
    cure = "dela den i flera filer, eller spara om den med mindre bilder"
    return refused(name, "I002", f"filen är större än {MAX_BYTES // 1_000_000} MB", cure)


def _unreadable(name: str, why: str) -> Refused:
    return refused(name, "I001", f"filen går inte att läsa: {why}", "kontrollera sökvägen och filens rättigheter")
