"""The pages of a site, from the plan to the files: what has changed is made, the rest is taken over from the old site.

Every page's Markdown is made anew, since it may speak of any record. What comes after is the costly part, and depends
on the Markdown, the program and the settings alone: where these are as they were, the published file is used again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic
from generator.publish.addresses import output_path
from generator.publish.csp import Scripts
from generator.publish.finish import finish
from generator.publish.memory import MadePage, Memory, key_of, sum_of, taken_over
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

    A page with faults may have no note. `fresh` tells that it was made and not taken over; `spoiled` that it would
    have been taken over, had the published file been as it was made.
    """

    path: str
    name: str
    made: MadePage | None
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

    def make(self, workers: int) -> Iterator[Outcome]:
        """Every page of the plan, in its order, made by so many processes. Raises WorkerDied, OSError."""
        shares = [self.plan[start : start + SHARE] for start in range(0, len(self.plan), SHARE)]
        for outcomes in spread(self._share, shares, workers):
            yield from outcomes

    def _share(self, planned: Sequence[Planned]) -> list[Outcome]:
        return [self._page(one) for one in planned]

    def _page(self, planned: Planned) -> Outcome:
        page = planned.make()
        old, text = self.memory.pages.get(page.path), page.text.encode()
        text_sum = sum_of(text)
        docs, name = self.work.docs / page.path, output_path(page)
        if old is None or old.text != text_sum or not docs.is_file():
            write_if_changed(docs, text)
        key = key_of(self.frame, page.path, text_sum)
        if old and old.key == key and taken_over(self.work.out / name, self.work.site / name, old.html):
            return Outcome(page.path, name, old, fresh=False)
        made = self._made(page, name, key, text_sum)
        return replace(made, spoiled=bool(old and old.key == key))

    def _made(self, page: Page, name: str, key: str, text_sum: str) -> Outcome:
        html, faults = self.renderer().page(page.path, page.text)
        if faults:
            return Outcome(page.path, name, None, faults=tuple(faults))
        done = finish(name, html.encode(), self.scripts, self.settings)
        write_if_changed(self.work.site / name, done.data)
        part = index_of(done.search, self.settings.running_year) if done.search else ""
        if part:
            write_if_changed(self.work.texts / part / name, done.search)
        search = sum_of(done.search) if part else ""
        made = MadePage(key, text_sum, sum_of(done.data), search, part, done.reach.anchors, done.reach.targets)
        return Outcome(page.path, name, made, faults=done.faults, findings=done.findings)
