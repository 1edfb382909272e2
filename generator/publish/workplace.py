"""The folder beside the site where a build happens, and the refusal to touch folders that are not ours."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.publish.faults import PublishError, refuse
from generator.publish.settings import SiteSettings
from generator.publish.swap import recover
from generator.publish.write import remove

MARKER = ".protokollarkivet"
MARKER_TEXT = "Den här mappen är byggd av Protokollarkivet och ersätts i sin helhet vid nästa bygge.\n"


@dataclass(frozen=True)
class Workplace:
    """Where one build works: all of it beside `out`, so that the last step is a rename on one file system.

    `tidied` tells that a build before this one was broken off, and that what it left has been taken away. `known` tells
    that the last build came to its end, so that the memory says what it left in `docs` and `texts`.
    """

    out: Path
    folder: Path
    tidied: bool = False
    known: bool = False

    @property
    def broken_off(self) -> bool:
        """Whether a build left here what only a build that is at work, or was ended midway, has."""
        return self.site.exists() or self.aside.exists()

    @property
    def docs(self) -> Path:
        """The Markdown as the views made it; kept between builds."""
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        """The site while it is being built, over what lay in `spare`; afterwards the one that was published before."""
        return self.folder / "site"

    @property
    def spare(self) -> Path:
        """Between builds: the site before the published one. Most of its files are those that the next one needs."""
        return self.folder / "forra"

    @property
    def theme(self) -> Path:
        """Where the theme's files lie until they are laid in the site."""
        return self.folder / "tema"

    @property
    def texts(self) -> Path:
        """What search reads of the pages, in a folder for each index; kept between builds."""
        return self.folder / "soktexter"

    @property
    def shares(self) -> Path:
        """What is kept of the search indexes, in a folder for each."""
        return self.folder / "sokandelar"

    @property
    def under_way(self) -> Path:
        """A file that is there from the beginning of a build until it has come to its end."""
        return self.folder / "pagar"

    @property
    def aside(self) -> Path:
        """Where the old site lies for a moment if it takes two renames."""
        return self.folder / "gammal"


def workplace_of(out: Path) -> Workplace:
    """Where builds of the site at `out` work."""
    return Workplace(out, out.with_name(out.name + ".arbete"))


@contextmanager
def workplace(out: Path, settings: SiteSettings) -> Iterator[Workplace]:
    """A workplace for one build of `out`, held alone and tidied at the end however it ends.

    Raises PublishError where `out` is not ours to replace, or another build is at work. A link is followed, so it
    is the folder it points to that is replaced.
    """
    out = out.resolve()
    work = workplace_of(out)
    for folder in (out, work.folder):
        _check_ours(folder)
    _check_place(out, settings)
    work.folder.mkdir(parents=True, exist_ok=True)
    (work.folder / MARKER).write_text(MARKER_TEXT, encoding="utf-8")
    with _alone(work.folder / "las"):
        tidied, known = work.broken_off, work.docs.is_dir() and not work.under_way.exists()
        work.under_way.touch()
        recover(work.out, work.aside)
        if work.spare.is_dir() and not work.site.exists():
            work.spare.rename(work.site)
        remove(work.spare)
        for kept in (work.site, work.docs, work.texts):
            if not kept.is_dir():
                remove(kept)
        try:
            yield replace(work, tidied=tidied, known=known)
        finally:
            put_by(work)


def put_by(work: Workplace) -> None:
    """Keep what lies where the site was built, for the next build to take from: the old site, or part of a new one."""
    if work.site.exists():
        work.site.rename(work.spare)


def _check_ours(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise refuse(str(folder), "P490", "här ligger redan en fil", "välj en annan mapp för webbplatsen")
    if any(folder.iterdir()) and not (folder / MARKER).is_file():
        cure = "välj en tom mapp eller en mapp som ett tidigare bygge har gjort; bygget ersätter allt som ligger i den"
        raise refuse(str(folder), "P490", "mappen är inte tom och är inte en webbplats som arkivet har byggt", cure)


def _check_place(out: Path, settings: SiteSettings) -> None:
    if out == settings.root.resolve() or settings.root.resolve().is_relative_to(out):
        raise _misplaced(out, settings.root)
    for folder in (*settings.protected, settings.root / "site_overrides"):
        there = folder.resolve()
        if out.is_relative_to(there) or there.is_relative_to(out):
            raise _misplaced(out, folder)


def _misplaced(out: Path, folder: Path) -> PublishError:
    message = f"webbplatsen får varken ligga i '{folder}' eller innehålla den mappen"
    return refuse(str(out), "P490", message, "välj en annan mapp för webbplatsen, till exempel build/site")


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            cure = "vänta tills det är klart, eller avsluta det"
            raise refuse(str(path.parent), "P491", "ett annat bygge av samma webbplats pågår", cure) from None
        yield
