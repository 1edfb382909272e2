"""One build: its stages, and what each of them leaves for the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.diagnostics import Diagnostic
from generator.publish.addresses import file_of, output_path
from generator.publish.before import SumOf
from generator.publish.below import files_below
from generator.publish.csp import Scripts, scripts_of
from generator.publish.faults import fault
from generator.publish.finish import finish
from generator.publish.indexes import Indexes
from generator.publish.memory import (
    MadeFile,
    MadePage,
    Memory,
    key_of,
    remember,
    remembered,
    state_of,
    sum_of,
    taken_over,
)
from generator.publish.pages import Outcome, PageMaker
from generator.publish.program import program_sum
from generator.publish.progress import StageLine
from generator.publish.settings import SiteSettings
from generator.publish.site import Renderer, SetupFaults
from generator.publish.swap import swap
from generator.publish.unchanged import SOURCE
from generator.publish.verify import Before, Reach, told, verify
from generator.publish.workplace import MARKER, MARKER_TEXT, Workplace
from generator.publish.write import remove, remove_others, remove_these, write_if_changed
from generator.svenska import count
from generator.systemfel import why
from generator.views.artifacts import File, Planned
from generator.views.delar.sokindex import FOLDERS

_INDEXES = tuple(f"{folder}/" for folder in FOLDERS)
"""Where files of search lie, whose names change with what they hold: no page names them."""


@dataclass
class Build:
    """One build; each public method is a stage and returns what is wrong. They run in the order in which they stand.

    `pages` are the pages made so far, by Markdown path, or by their own where there is no Markdown (`_loose`).
    `others` are the files of the site other than pages, by their path.
    """

    plan: Sequence[Planned]
    files: Sequence[File]
    settings: SiteSettings
    work: Workplace
    workers: int
    source: str
    sum_at: SumOf | None = None
    pages: dict[str, MadePage] = field(default_factory=dict)
    others: dict[str, MadeFile] = field(default_factory=dict)

    def lay_out_theme(self, line: StageLine) -> list[Diagnostic]:
        """The theme's own files and the page for missing addresses; those of the last build if they are the same."""
        if self.memory.lost:
            line.notes.append("minnet från förra bygget gick inte att läsa, så allt görs om")
        if self.work.tidied:
            line.notes.append("städade efter ett bygge som avbröts")
        self._tidy()
        return [] if self._theme_taken_over(line) else self._theme_made()

    def make_pages(self, line: StageLine) -> list[Diagnostic]:
        """Every page of the plan."""
        maker = PageMaker(
            self.plan,
            self.settings,
            self.work,
            self.memory,
            self.frame,
            self.scripts,
            lambda: self.renderer,
            self.sum_at,
        )
        done: Counter[str] = Counter()
        wrong: list[Outcome] = []
        with closing(maker.make(self.workers)) as outcomes:  # however it ends, no worker writes any longer
            for outcome in outcomes:
                wrong += [outcome] if outcome.faults or outcome.findings else []
                done.update({"fresh": outcome.fresh, "spoiled": outcome.spoiled})
                if made := self.memory.pages[outcome.path] if outcome.same else outcome.made:
                    self.pages[outcome.path] = made
        line.notes.append(f"{count(len(self.plan), 'sida', 'sidor')}, varav {done['fresh']} gjordes")
        if done["spoiled"]:
            line.notes.append(f"{done['spoiled']} av dem för att de hade ändrats i {self.work.out}")
        wrong.sort(key=lambda outcome: outcome.path)
        faults = [one for outcome in wrong for one in outcome.faults]
        return [*faults, *told((outcome.name, one) for outcome in wrong for one in outcome.findings)]

    def overlay_files(self, line: StageLine) -> list[Diagnostic]:
        """The finished files, laid over the site."""
        files = [*self.files, File(MARKER, MARKER_TEXT.encode())]
        if taken := [file for file in files if file.path in self.others or file.path in self.pages]:
            return [fault(file.path, "P404", "temat har redan en fil på den adressen") for file in taken]
        faults = [one for file in files for one in self._lay(file)]
        line.notes.append(count(len(files), "fil", "filer"))
        return faults

    def index(self, line: StageLine) -> list[Diagnostic]:
        """The search indexes, each as of the last build where none of its texts has changed."""
        texts = {output_path(page): made for page in self.plan if (made := self.pages[page.path]).part}
        indexes = Indexes(self.work, self.memory, self.frame, self.workers)
        faults, files, anew = indexes.make(texts)
        self.others |= files
        line.notes.append(f"{count(len(texts), 'sida', 'sidor')}; {' och '.join(anew) or 'inget index'} gjordes")
        return faults

    def verify(self, line: StageLine) -> list[Diagnostic]:
        """Every link leads somewhere, every promise is kept."""
        reach = _reach(self.pages)
        files = remove_others(self.work.site, reach.keys() | self.others.keys())  # of the site before the published one
        files |= self._laid_again(files)
        return verify(self.work.site, reach, files, self.settings, self._before())

    def swap(self, line: StageLine) -> list[Diagnostic]:
        """Let the new site be the one that is published, and remember how it was made."""
        new = self._memory()
        swap(self.work.site, self.work.out, self.work.aside)
        line.notes.append(str(self.work.out))
        try:
            remember(self.work.folder, self.memory, new)
            remove(self.work.under_way)
        except OSError as error:
            line.notes.append(f"minnet till nästa bygge gick inte att skriva ({why(error)}), så det tar längre tid")
        return []

    @cached_property
    def memory(self) -> Memory:
        """What the last build left."""
        return remembered(self.work.folder)

    @cached_property
    def frame(self) -> str:
        """The sum of all that shapes every page alike: the program, and what the site is called."""
        about = self.settings
        words = (about.name, about.url, about.description, about.publisher, about.contact, str(about.running_year))
        return key_of(program_sum(about.root), *words)

    @cached_property
    def renderer(self) -> Renderer:
        """What turns Markdown into pages. Raises SetupFaults."""
        self.work.docs.mkdir(exist_ok=True)
        return Renderer(self.work.docs, [page.path for page in self.plan], self.settings)

    @cached_property
    def scripts(self) -> Scripts:
        """The theme's scripts that search."""
        return scripts_of(self.work.site, self.settings.base)

    def _laid_again(self, files: Set[str]) -> set[str]:
        """What was taken over and lies there no longer, taken over again: a link led to it that was none of ours."""
        found = set()
        for path, made in self.pages.items():
            if (name := file_of(path)) not in files and (state := self._as_published(name, made.html, made.state)):
                self.pages[path] = replace(made, state=state)
                found.add(name)
        for name, one in self.others.items():
            if name not in files and (state := self._as_published(name, one.sum, one.state)):
                self.others[name] = replace(one, state=state)
                found.add(name)
        return found

    def _as_published(self, name: str, wanted: str, state: str) -> str:
        return taken_over(self.work.out, self.work.site, name, wanted, state)

    def _tidy(self) -> None:
        """Take away the Markdown of what will be no page."""
        planned = {page.path for page in self.plan}
        if self.work.known and self.memory.pages:
            remove_these(self.work.docs, (path for path in self.memory.pages if path not in planned))
        else:
            remove_others(self.work.docs, planned)

    def _theme_taken_over(self, line: StageLine) -> bool:
        files = {path: made for path, made in self.memory.files.items() if made.key == self.frame}
        pages = {path: made for path, made in self.memory.pages.items() if made.key == self.frame}
        wanted = {path: (made.sum, made.state) for path, made in files.items()}
        wanted |= {path: (made.html, made.state) for path, made in pages.items()}
        states = {path: self._as_published(path, *wanted[path]) for path in wanted}
        if wanted and all(states.values()):
            self.pages |= {path: replace(made, state=states[path]) for path, made in pages.items()}
            self.others |= {path: replace(made, state=states[path]) for path, made in files.items()}
            return True
        if wanted:
            line.notes.append(f"gjordes om för att det hade ändrats i {self.work.out}")
        return False

    def _theme_made(self) -> list[Diagnostic]:
        remove(self.work.theme)
        try:
            faults = self.renderer.static(self.work.theme)
        except SetupFaults as setup:
            return setup.diagnostics
        files = {name: (self.work.theme / name).read_bytes() for name in sorted(files_below(self.work.theme))}
        remove(self.work.theme)
        pages = {name: files.pop(name) for name in list(files) if name.endswith(".html")}
        for name, data in files.items():  # before the pages, whose policies look at the scripts
            write_if_changed(self.work.site, name, data)
            self.others[name] = MadeFile(self.frame, sum_of(data), state_of(self.work.site / name))
        return [*faults, *(one for name, data in pages.items() for one in self._loose(name, data, self.frame))]

    def _loose(self, name: str, data: bytes, key: str) -> list[Diagnostic]:
        """Finish a page that was not made from Markdown."""
        done = finish(name, data, self.scripts, self.settings)
        write_if_changed(self.work.site, name, done.data)
        reach, state = done.reach, state_of(self.work.site / name)
        self.pages[name] = MadePage(key, "", sum_of(done.data), "", "", reach.anchors, reach.targets, state=state)
        return [*done.faults, *told((name, one) for one in done.findings)]

    def _lay(self, file: File) -> list[Diagnostic]:
        if file.path.endswith(".html"):
            return self._loose(file.path, file.data, "")
        target, old, wanted = self.work.site / file.path, self.memory.files.get(file.path), sum_of(file.data)
        state = self._as_published(file.path, wanted, old.state) if old and old.sum == wanted else ""
        if not state:
            write_if_changed(self.work.site, file.path, file.data)
        self.others[file.path] = MadeFile("", wanted, state or state_of(target))
        return []

    def _before(self) -> Before | None:
        """What the same program found to be in order; None where it has found nothing."""
        if all(made.key != self.frame for made in self.memory.files.values()):
            return None
        reach = _reach(self.memory.pages)
        lasting = {path for path in self.memory.files if not path.startswith(_INDEXES)}
        return Before(reach, reach.keys() | lasting)

    def _memory(self) -> Memory:
        return Memory(self.pages, self.others, {SOURCE: self.source})


def _reach(pages: Mapping[str, MadePage]) -> dict[str, Reach]:
    """What pages (by Markdown path) say about addresses, by their files."""
    return {file_of(path): Reach(made.anchors, made.targets) for path, made in pages.items()}
