"""Artifacts → the finished site, stage by stage, without touching the old site until the new one is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.diagnostics import Diagnostic
from generator.publish.addresses import address_faults, output_path
from generator.publish.csp import add_policies
from generator.publish.faults import fault, refuse
from generator.publish.progress import Progress, StageLine
from generator.publish.search import build_search
from generator.publish.settings import SiteSettings
from generator.publish.site import Renderer, SetupFaults
from generator.publish.swap import swap
from generator.publish.verify import verify
from generator.publish.workplace import MARKER, MARKER_TEXT, Workplace, workplace
from generator.publish.write import write_if_changed, write_tree
from generator.svenska import count
from generator.views.artifacts import Artifact, File, Page

Stage = Callable[[StageLine], list[Diagnostic]]


def publish(artifacts: Iterable[Artifact], settings: SiteSettings, out: Path, progress: Progress) -> list[Diagnostic]:
    """Build the site and let it replace the one at `out` in one step.

    Returns the faults of the artifacts and pages, sorted within each stage; where there are any, and when the build is
    interrupted, the old site stands untouched. Raises PublishError where the surroundings are at fault: `out` is not
    ours to replace, another build is running, the disk is full.
    """
    _check_url(settings)
    try:
        with workplace(out, settings) as work:
            return _run(_Build(list(artifacts), settings, work), progress)
    except OSError as error:
        where = error.filename2 or error.filename or out
        raise refuse(str(where), "P492", f"det gick inte att läsa eller skriva: {error.strerror or error}") from error


def _run(build: _Build, progress: Progress) -> list[Diagnostic]:
    stages: tuple[tuple[str, Stage], ...] = (
        ("Skriver sidor", build.write_docs),
        ("Bygger webbplatsen", build.build_site),
        ("Lägger till filer", build.overlay_files),
        ("Skriver säkerhetsregler", build.policies),
        ("Gör sökindex", build.index),
        ("Kontrollerar länkar", build.verify),
        ("Byter ut webbplatsen", build.swap),
    )
    for name, stage in stages:
        with progress.stage(name) as line:
            if faults := stage(line):
                line.failed = True
                line.notes.append(f"{len(faults)} fel")
                return faults
    return []


@dataclass(frozen=True)
class _Build:
    """One build; each method is a stage and returns what is wrong."""

    artifacts: list[Artifact]
    settings: SiteSettings
    work: Workplace

    def write_docs(self, line: StageLine) -> list[Diagnostic]:
        if faults := address_faults(self.artifacts):
            return faults
        changes = write_tree(self.work.docs, {page.path: page.text.encode() for page in self._pages()})
        line.notes.append(
            f"{count(changes.written + changes.kept, 'sida', 'sidor')}, varav {changes.written} skrevs om; "
            f"{changes.removed} togs bort"
        )
        return []

    def build_site(self, line: StageLine) -> list[Diagnostic]:
        try:
            renderer = Renderer(self.work.docs, [page.path for page in self._pages()], self.settings)
        except SetupFaults as faults:
            return faults.diagnostics
        return [
            *renderer.static(self.work.site),
            *(fault for page in self._pages() for fault in self._make(renderer, page)),
        ]

    def _make(self, renderer: Renderer, page: Page) -> list[Diagnostic]:
        html, faults = renderer.page(page.path, page.text)
        write_if_changed(self.work.site / output_path(page), html.encode())
        return faults

    def overlay_files(self, line: StageLine) -> list[Diagnostic]:
        files = [*(one for one in self.artifacts if isinstance(one, File)), File(MARKER, MARKER_TEXT.encode())]
        if taken := [file for file in files if (self.work.site / file.path).exists()]:
            return [fault(file.path, "P404", "temat har redan en fil på den adressen") for file in taken]
        for file in files:
            write_if_changed(self.work.site / file.path, file.data)
        line.notes.append(count(len(files), "fil", "filer"))
        return []

    def policies(self, line: StageLine) -> list[Diagnostic]:
        return add_policies(self.work.site, self.settings.base)

    def index(self, line: StageLine) -> list[Diagnostic]:
        return build_search(self.work.site)

    def verify(self, line: StageLine) -> list[Diagnostic]:
        return verify(self.work.site, self.settings)

    def swap(self, line: StageLine) -> list[Diagnostic]:
        swap(self.work.site, self.work.out, self.work.aside)
        line.notes.append(str(self.work.out))
        return []

    def _pages(self) -> Iterable[Page]:
        return (one for one in self.artifacts if isinstance(one, Page))


def _check_url(settings: SiteSettings) -> None:
    parts = urlsplit(settings.url)
    if parts.scheme not in ("http", "https") or not parts.netloc or not parts.path.endswith("/"):
        cure = "skriv hela adressen till startsidan, till exempel https://protokoll.exempel.se/"
        raise refuse(settings.url, "P493", "webbplatsens adress ska börja med https:// och sluta med /", cure)
