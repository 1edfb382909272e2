"""What a run of the import finds in the content folder: texts, meetings, and what is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.archive.archive import Archive
from generator.archive.check import with_any_settings, with_drafts
from generator.commands.answers import refuse, tell
from generator.diagnostics import Diagnostic, has_errors
from generator.importer.drafts.outcome import There, is_of
from generator.importer.joining.proposal import Proposal
from generator.importer.joining.sharing import shared
from generator.importer.known import Known, known_of
from generator.model.sammantrade import Sammantrade
from generator.records.folder import Innehall, read_folder
from generator.records.record import typed


class Ground:
    """A content folder as the import meets it; one that is not there yet is an empty one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = read_folder(folder) if folder.exists() else Innehall((), {}, {}, ())
        if self.content.olasta or self.content.utkast.olasta:
            tell(self._unread())
            refuse(f"alla poster i {folder} går inte att läsa; rätta felen ovan (eller ta bort filen) och börja om")
        records = [*self.content.records, *self.content.utkast.records, *self.content.utkast.oplacerade]
        texts = {self._below(one.path): one.sheet.text for one in records}
        meetings = {one.id: found for one in self.content.records if (found := typed(one, Sammantrade))}
        self.there = There(texts, meetings)

    def _unread(self) -> list[Diagnostic]:
        """Why records and drafts can not be read: the faults of those files."""
        faults = [one for one in (*self.content.faults, *self.content.utkast.faults) if has_errors([one])]
        read = {one.path for one in (*self.content.records, *self.content.utkast.records)}
        return [one for one in faults if one.position.path not in read] or faults

    def _below(self, path: str) -> str:
        return Path(path).relative_to(self.folder).as_posix()

    def known(self, names: frozenset[str], datum: dt.date) -> tuple[Known, Archive, bool]:
        """What the archive knows without the drafts that this run makes anew; the archive; if it lacks settings."""
        drafts = self.content.utkast
        paths = [(one, self._below(one.path)) for one in drafts.records]
        kept = tuple(one for one, path in paths if not is_of(path, self.there.texts[path], names))
        laid = with_drafts(replace(self.content, utkast=replace(drafts, records=kept)))
        lacks = not any(one.kind == "arkiv" for one in laid.records)
        archive = with_any_settings(laid, datum)
        return known_of(archive), archive, lacks

    def with_shared(self, proposals: Iterable[Proposal], archive: Archive) -> There:
        """What is there, with the rows that the new persons of a run make ambiguous."""
        rows = {self._below(path): found for path, found in shared(proposals, archive).items()}
        return replace(self.there, shared=rows)
