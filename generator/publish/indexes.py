"""The search indexes of a site: which texts lie in which, and which of them must be made anew.

An index is put together anew when any of its texts has changed, and taken over from the old site when none has. The
texts, and the shares that an index is put together of, lie beside the site between builds, in a folder for each index.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.publish.addresses import file_of
from generator.publish.below import files_below
from generator.publish.faults import PublishError, refuse
from generator.publish.kept import tidied
from generator.publish.links import read_page
from generator.publish.memory import MadeFile, MadePage, Memory, file_sum, key_of, state_of, taken_over
from generator.publish.search import Texts, build_index
from generator.publish.sokunderlag import search_text
from generator.publish.workplace import Workplace
from generator.publish.write import remove, remove_others, remove_these, write_if_changed
from generator.views.delar.sokindex import LOPANDE


@dataclass(frozen=True)
class Indexes:
    """All that the making of indexes needs, and that is the same for each."""

    work: Workplace
    memory: Memory
    frame: str
    workers: int

    def make(self, pages: Mapping[str, MadePage]) -> tuple[list[Diagnostic], dict[str, MadeFile], list[str]]:
        """Every index that the pages (by their file) lie in.

        Gives faults, the files of the indexes by their path in the site, and the indexes that had to be made.
        """
        parts = sorted({page.part for page in pages.values()})
        texts = {part: {name: page.search for name, page in pages.items() if page.part == part} for part in parts}
        self._tidy({f"{part}/{name}" for part, within in texts.items() for name in within})
        tidied(self.work.shares, parts)
        faults: list[Diagnostic] = []
        files: dict[str, MadeFile] = {}
        made = []
        for part, within in texts.items():
            key = key_of(self.frame, part, *(word for name in sorted(within) for word in (name, within[name])))
            if not (old := self._taken_over(part, key)):
                faults += self._index(part, within)
                made.append(part)
            files |= old or dict(self._files(part, key))
        return faults, files, made

    def _tidy(self, keep: Collection[str]) -> None:
        """Take away the texts of pages that are in no index any more, or in another."""
        if self.work.known and self.memory.pages:
            pages = self.memory.pages.items()
            before = (f"{made.part}/{file_of(path)}" for path, made in pages if made.part)
            remove_these(self.work.texts, (path for path in before if path not in keep))
        else:
            remove_others(self.work.texts, keep)

    def _taken_over(self, part: str, key: str) -> dict[str, MadeFile]:
        """The files of the index if it is that of the last build; else none of it is left."""
        wanted = {path: made for path, made in self.memory.files.items() if made.key == key}
        out, site = self.work.out, self.work.site
        states = {path: taken_over(out, site, path, made.sum, made.state) for path, made in wanted.items()}
        if states and all(states.values()):
            return {path: replace(made, state=states[path]) for path, made in wanted.items()}
        remove(self.work.site / part)
        return {}

    def _files(self, part: str, key: str) -> Iterator[tuple[str, MadeFile]]:
        """The files of an index that has been made."""
        folder = self.work.site / part
        for path in files_below(folder):
            yield f"{part}/{path}", MadeFile(key, file_sum(folder / path), state_of(folder / path))

    def _index(self, part: str, sums: Mapping[str, str]) -> list[Diagnostic]:
        def restored(name: str) -> Path:
            return self._restored(self.work.texts / part, name, sums[name])

        out, kept = self.work.site / part, self.work.shares / part
        try:
            texts = Texts(sums, restored, self.frame)
            return build_index(texts, out, kept, engine=part == LOPANDE, workers=self.workers)
        except (ValueError, EOFError, zlib.error) as error:
            raise _not_whole(part) from error

    def _restored(self, folder: Path, name: str, wanted: str) -> Path:
        """The text of a page as it was made, at its place: it may have been lost since the last build."""
        if file_sum(folder / name) != wanted:
            write_if_changed(folder, name, search_text(read_page((self.work.site / name).read_bytes())) or b"")
        return folder / name


def _not_whole(part: str) -> PublishError:
    cure = "se till att det finns gott om plats på disken och försök igen"
    return refuse(part, "P423", "det sökindex som Pagefind skrev är inte helt", cure)
