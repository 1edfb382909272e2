"""Documents taken apart, kept by their sums so that each is taken apart once."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.importer.extract.cache import cache_name, dump, load
from generator.importer.extract.disk import read_file
from generator.importer.extract.document import extract
from generator.importer.extract.line import Extract, Line
from generator.importer.privacy.masking import mask
from generator.publish.settings import REPOSITORY
from generator.publish.write import write_text

FOLDER = REPOSITORY / "build" / "importcache"


class Extracts:
    """What has been taken apart, below a folder of the build."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    def read(self, path: Path) -> Extract:
        """The lines of a document. Raises Refused where it can not be read."""
        data = read_file(path, path.name)
        kept = self.folder / cache_name(hashlib.sha256(data).hexdigest())
        found = self._load(kept)
        if found and found.name == path.name:
            return found
        fresh = extract(path.name, data)
        write_text(kept, dump(fresh))
        return fresh

    def lines(self, sha256: str) -> tuple[Line, ...]:
        """The lines of the document with this sum, without what is private; none where it is not kept."""
        found = self._load(self.folder / cache_name(sha256))
        return mask(found.lines)[0] if found else ()

    def _load(self, kept: Path) -> Extract | None:
        try:
            return load(kept.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
