"""Plan and files → the finished site, stage by stage, without touching the old site until the new one is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from generator.diagnostics import Diagnostic
from generator.publish.addresses import address_faults
from generator.publish.before import SumOf
from generator.publish.build import Build
from generator.publish.faults import refuse, system_fault
from generator.publish.progress import Progress, StageLine
from generator.publish.settings import SiteSettings
from generator.publish.workplace import workplace
from generator.views.artifacts import File, Planned

Stage = Callable[[StageLine], list[Diagnostic]]


def publish(  # noqa: PLR0913 - what is built, where, how it is told, by how many, from what
    plan: Sequence[Planned],
    files: Iterable[File],
    settings: SiteSettings,
    out: Path,
    progress: Progress,
    *,
    workers: int = 1,
    source: str = "",
    sum_at: SumOf | None = None,
) -> list[Diagnostic]:
    """Build the site and let it replace the one at `out` in one step; `workers` processes share the work.

    Returns the faults of the artifacts and pages, sorted within each stage; where there are any, and when the build is
    interrupted, the old site stands untouched. `source` is a sum of all that the site is made from, for `unchanged` to
    ask for the next time; `sum_at` tells what stands at a place of the archive, so that watched pages need not be made
    to know that they are the same. Raises PublishError where the surroundings are at fault (`out` is not ours to
    replace, another build is running, the disk is full), and WorkerDied where one of the processes was killed.
    """
    _check_url(settings)
    files = list(files)
    if faults := address_faults([*plan, *files]):
        return faults
    try:
        with workplace(out, settings) as work:
            return _run(Build(plan, files, settings, work, workers, source, sum_at), progress)
    except BrokenPipeError:  # nobody reads what we print any more
        raise
    except OSError as error:
        raise system_fault(error, str(out)) from error


def _run(build: Build, progress: Progress) -> list[Diagnostic]:
    stages: tuple[tuple[str, Stage], ...] = (
        ("Lägger fram temat", build.lay_out_theme),
        ("Gör sidorna", build.make_pages),
        ("Lägger till filer", build.overlay_files),
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


def _check_url(settings: SiteSettings) -> None:
    parts = urlsplit(settings.url)
    if parts.scheme not in ("http", "https") or not parts.netloc or not parts.path.endswith("/"):
        cure = "skriv hela adressen till startsidan, till exempel https://protokoll.exempel.se/"
        raise refuse(settings.url, "P493", "webbplatsens adress ska börja med https:// och sluta med /", cure)
