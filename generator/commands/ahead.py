"""``forhand``: the archive at hand for a preview, which asks what a change brings (`publish/resident.py`)."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import json
import signal
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.archive.archive import Archive, build
from generator.archive.egna import egna_fel
from generator.archive.kvar import Kvar
from generator.commands.answers import OK
from generator.commands.build import site_settings
from generator.commands.reading import read_content
from generator.diagnostics import Diagnostic, as_text, has_errors
from generator.model.bas import Post
from generator.publish.ahead import PagesAhead
from generator.publish.resident import READY, Answer
from generator.records import anslagsregister
from generator.records.folder import Innehall, read_again
from generator.records.kinds import UTKAST, kind_of
from generator.records.record import Record
from generator.views.site import own_pages, plan

Key = tuple[str, str]
SETTINGS = "arkiv.yml"
"""The record that shapes every page."""
BESIDE = ("filer/", "sidor/", "adresser.txt", anslagsregister.FIL)
"""What there is in the folder besides records."""


def run(arguments: argparse.Namespace) -> int:
    """Read the archive, then answer each line until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the preview, which ends this process
    at_hand = AtHand(arguments.content, arguments.out, arguments.datum, read_content(arguments.content, 1))
    at_hand.warm_up()
    gc.collect()
    gc.freeze()  # the archive stays; only what comes and goes with a change is looked through
    print(READY, flush=True)
    for line in sys.stdin:
        print(at_hand.answer([Path(path) for path in json.loads(line)]).line(), flush=True)
        gc.collect()
    return OK


@dataclass
class AtHand:
    """An archive as of a day, read from `folder`, whose records may change one by one; its site is at `out`.

    `unread` are the faults of files that can not be read, by path, and `faulty` the records that rules find at fault:
    both are told each time until they are mended.
    """

    folder: Path
    out: Path
    datum: dt.date
    content: Innehall
    unread: dict[str, list[Diagnostic]] = field(default_factory=dict)
    faulty: set[Key] = field(default_factory=set)
    _kvar: Kvar = field(default_factory=Kvar)
    _pages: PagesAhead | None = None

    def warm_up(self) -> None:
        """Make the page of one record, so that all that a page needs is at hand when the first is asked for."""
        if archive := build(self.content, self.datum, self._kvar):
            paths = (one.path for one in plan(archive))
            self._pages = PagesAhead(self.out, paths, site_settings(archive, self.content, self.folder))
            self._made(archive, self.content.records[-1:])

    def answer(self, changed: Iterable[Path]) -> Answer:
        """What a change of these files brings, given by their resolved paths."""
        root = self.folder.resolve()
        names = sorted({path.relative_to(root).as_posix() for path in changed})
        if any(map(self._is_more, names)):
            return Answer(lost=True)
        keys = {(kind.name, id_): self.folder / name for name in names for kind, id_ in filter(None, [kind_of(name)])}
        self._read(list(keys.values()))
        archive = build(self.content, self.datum, self._kvar) if keys else None
        return self._answer(archive, set(keys)) if archive else Answer()

    def _answer(self, archive: Archive, changed: set[Key]) -> Answer:
        read = [one for one in archive.records if one.path not in self.unread]
        asked = [one for one in read if _key(one) in changed or _key(one) in self.faulty]
        found = [one for one in egna_fel(archive, asked) if has_errors([one])]
        at_fault = {one.position.path for one in found}
        self.faulty = {_key(one) for one in asked if one.path in at_fault}
        pages = self._made(archive, [one for one in asked if _key(one) in changed - self.faulty])
        faults = [as_text(one) for one in (*(one for each in self.unread.values() for one in each), *found)]
        return Answer({name: page for name, _, page in pages}, tuple(address for _, address, _ in pages), tuple(faults))

    def _read(self, paths: Sequence[Path]) -> None:
        self.content, found = read_again(self.content, self.folder, paths)
        for path in map(str, paths):
            self.unread.pop(path, None)
            if errors := [one for one in found if one.position.path == path and has_errors([one])]:
                self.unread[path] = errors

    def _made(self, archive: Archive, records: Sequence[Record[Post]]) -> list[tuple[str, str, str]]:
        """The pages that can be made: file, address and text."""
        found = ((one.address, self._pages.made(one)) for one in own_pages(archive, records)) if self._pages else ()
        return [(page[0], address, page[1].decode()) for address, page in found if page]

    def _is_more(self, name: str) -> bool:
        """Whether a changed path is or was something else of the site than one record; drafts are no part of it."""
        folder, _, _ = name.partition("/")
        if folder == UTKAST or name.endswith("~") or any(part.startswith(".") for part in name.split("/")):
            return False
        path = self.folder / name
        if kind_of(name):
            return name == SETTINGS
        return (
            path.exists() or name.startswith(BESIDE) or any(path in Path(o.path).parents for o in self.content.records)
        )


def _key(record: Record[Post]) -> Key:
    return record.kind, record.id
