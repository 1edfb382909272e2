"""The pages of a site, from the plan to the files: what has changed is made, the rest is taken over from the old site.

A page is the same where it is made by the same program from the same Markdown; the published file is then used again.
The Markdown is the same where everything that the page read of the archive is as it was (`before.py`); of a page that
is not watched nobody knows that, and its Markdown is made each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace

from generator.archive.reading import reading
from generator.diagnostics import Diagnostic
from generator.publish.addresses import output_path
from generator.publish.before import SumOf, as_before, noted
from generator.publish.csp import Scripts
from generator.publish.finish import finish
from generator.publish.memory import MadePage, Memory, key_of, state_of, sum_of, taken_over
from generator.publish.reach import Finding
from generator.publish.settings import SiteSettings
from generator.publish.site import Renderer
from generator.publish.sokdelning import index_of
from generator.publish.workplace import Workplace
from generator.publish.write import write_if_changed
from generator.views.artifacts import Page, Planned
from generator.workers import spread

SHARE = 16
"""Pages that a worker makes at a time: few enough that all workers end together."""


@dataclass(frozen=True)
class Outcome:
    """What became of one page (Markdown `path`, file `name`): its note for the memory, and what is wrong with it.

    A page with faults may have no note, and one that is in every way as the last time keeps the note that it had
    (`same`). `fresh` tells that it was made and not taken over; `spoiled` that it would have been taken over, had the
    published file been as it was made.
    """

    path: str
    name: str
    made: MadePage | None
    same: bool = False
    fresh: bool = True
    spoiled: bool = False
    faults: tuple[Diagnostic, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class PageMaker:
    """All that the making of pages needs, and that is the same for every page."""

    plan: Sequence[Planned]
    settings: SiteSettings
    work: Workplace
    memory: Memory
    frame: str
    scripts: Scripts
    renderer: Callable[[], Renderer]
    sum_at: SumOf | None = None

    def make(self, workers: int) -> Generator[Outcome, None, None]:
        """Every page of the plan, made by so many processes. Raises WorkerDied, OSError."""
        with closing(spread(self._share, list(_shares(self.plan)), workers)) as done:
            for outcomes in done:
                yield from outcomes

    def _share(self, planned: Sequence[Planned]) -> list[Outcome]:
        return [self._page(one) for one in planned]

    def _page(self, planned: Planned) -> Outcome:
        old = self.memory.pages.get(planned.path)
        if old and self._as_before(planned, old) and (state := self._taken_over(output_path(planned), old)):
            note = None if state == old.state else replace(old, state=state)
            return Outcome(planned.path, output_path(planned), note, same=not note, fresh=False)
        watch = self.sum_at if planned.watched else None
        with reading() if watch else nullcontext() as read:
            page = planned.make()
        text, name = page.text.encode(), output_path(page)
        text_sum = sum_of(text)
        if old is None or old.text != text_sum or not self._held(page.path):
            write_if_changed(self.work.docs, page.path, text)
        key = self._key(page.path, text_sum)
        watched = noted(read, watch) if read and watch else b""
        if old and old.key == key and (state := self._taken_over(name, old)):
            return Outcome(page.path, name, replace(old, read=watched, state=state), fresh=False)
        made = self._made(page, name, key, text_sum, watched)
        return replace(made, spoiled=bool(old and old.key == key))

    def _as_before(self, planned: Planned, old: MadePage) -> bool:
        """Whether the page would be made of the same Markdown as the last time, by the same program."""
        if self.sum_at is None or not planned.watched or old.key != self._key(planned.path, old.text):
            return False
        return as_before(old.read, self.sum_at) and self._held(planned.path)

    def _held(self, path: str) -> bool:
        """Whether the Markdown of a page that was made before lies where it was laid."""
        return self.work.known or (self.work.docs / path).is_file()

    def _key(self, path: str, text_sum: str) -> str:
        return key_of(self.frame, path, text_sum)

    def _taken_over(self, name: str, old: MadePage) -> str:
        return taken_over(self.work.out, self.work.site, name, old.html, old.state)

    def _made(self, page: Page, name: str, key: str, text_sum: str, read: bytes) -> Outcome:
        html, faults = self.renderer().page(page.path, page.text)
        if faults:
            return Outcome(page.path, name, None, faults=tuple(faults))
        done = finish(name, html.encode(), self.scripts, self.settings)
        write_if_changed(self.work.site, name, done.data)
        part = index_of(done.search, self.settings.running_year) if done.search else ""
        if part:
            write_if_changed(self.work.texts / part, name, done.search)
        search = sum_of(done.search) if part else ""
        reach, state = done.reach, state_of(self.work.site / name)
        made = MadePage(key, text_sum, sum_of(done.data), search, part, reach.anchors, reach.targets, read, state)
        return Outcome(page.path, name, made, faults=done.faults, findings=done.findings)


def _shares(plan: Sequence[Planned]) -> Iterator[list[Planned]]:
    """The plan in shares: first the pages that are not watched, all that lie in one folder together.

    They are made each time, and what those of a folder look up in the whole archive is looked up by one worker alone.
    """
    folders: dict[str, list[Planned]] = defaultdict(list)
    for one in plan:
        if not one.watched:
            folders[one.path.partition("/")[0]].append(one)
    yield from folders.values()
    watched = [one for one in plan if one.watched]
    yield from (watched[start : start + SHARE] for start in range(0, len(watched), SHARE))
