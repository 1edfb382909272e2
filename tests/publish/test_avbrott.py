"""Whatever happens in the midst of a build: the old site is there as it was, and the next build is as good as a first.

Published files and those of a site that is being built may be the same files, by hard links. So what is compared is not
only what lies at each path, but also what is in every file that was published.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.publish import build as stages
from generator.publish import search, workplace
from generator.publish.addresses import output_path
from generator.publish.faults import PublishError
from generator.publish.pipeline import publish
from generator.publish.progress import Progress
from generator.publish.unchanged import unchanged
from generator.publish.workplace import workplace_of
from generator.views.artifacts import Artifact, File, Page
from tests.publish.conftest import SETTINGS, archive, build, meeting, planned, tree

NEWS: list[Artifact] = [meeting(5), File("data/v1/extra.json", b"[1]")]


@pytest.fixture(scope="module", autouse=True)
def one_program() -> Iterator[None]:
    """The program is the same throughout, also while somebody works on it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stages, "program_sum", lambda root: "programmet")
        yield


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site with the news, built from nothing."""
    out = tmp_path_factory.mktemp("rent") / "ut"
    assert build([*archive(), *NEWS], out) == []
    return tree(out)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site, and what its build kept; not to be changed."""
    out = tmp_path_factory.mktemp("utgivet") / "ut"
    assert build(archive(), out) == []
    return out.parent


@pytest.fixture
def out(published: Path, tmp_path: Path) -> Path:
    """A site to be replaced."""
    shutil.copytree(published, tmp_path / "plats")
    return tmp_path / "plats" / "ut"


def told(artifacts: list[Artifact], out: Path, workers: int = 1) -> str:
    """A build that succeeds, and what it says."""
    said = StringIO()
    progress = Progress(said, lambda: 0.0, live=False)
    assert publish(*planned(artifacts), SETTINGS, out, progress, workers=workers) == []
    return said.getvalue()


@contextmanager
def untouched(out: Path) -> Iterator[None]:
    """Nothing of the published site changes, neither at its paths nor in its files."""
    before, held = tree(out), out.with_name("samma-filer")
    shutil.copytree(out, held, copy_function=os.link)
    yield
    assert tree(out) == before == tree(held)
    shutil.rmtree(held)


def full(where: str, write: Callable[[Path, bytes], int]) -> Callable[[Path, bytes], int]:
    """A disk that has no place for a file whose path has `where` in it, beyond its first byte."""

    def written(path: Path, data: bytes) -> int:
        if where in path.as_posix():
            write(path, data[:1])
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, data)

    return written


@pytest.mark.langsam
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    "where", ["site/assets", "docs/moten", "site/moten", "soktexter/", "sokandelar/", "site/data", "site/pagefind/"]
)
def test_a_full_disk(
    out: Path, monkeypatch: pytest.MonkeyPatch, clean: dict[str, bytes], where: str, workers: int
) -> None:
    """In any stage, in whichever process: told in Swedish with what to do, and made good by the next build."""
    if where == "site/assets":  # the theme is written where that of the last build is not to be used
        (out / "assets/stil.css").write_bytes(b"")
    with monkeypatch.context() as patch, untouched(out):
        patch.setattr(Path, "write_bytes", full(f"ut.arbete/{where}", Path.write_bytes))
        with pytest.raises(PublishError, match="disken är full") as refused:
            build([*archive(), *NEWS], out, workers=workers)
    assert (refused.value.diagnostic.code, refused.value.diagnostic.cure) == (
        "P492",
        "gör plats på disken och försök igen",
    )
    assert not (workplace_of(out).folder / "site").exists()
    assert build([*archive(), *NEWS], out) == []
    assert tree(out) == clean


@pytest.mark.langsam
def test_too_little_room_for_the_index(out: Path, monkeypatch: pytest.MonkeyPatch, clean: dict[str, bytes]) -> None:
    """Pagefind says nothing of a full disk and leaves files empty: it is not begun, and what it left is looked at."""
    with monkeypatch.context() as patch, untouched(out):
        patch.setattr(search, "disk_usage", lambda path: SimpleNamespace(free=3_999_999))
        with pytest.raises(PublishError, match="disken är full"):
            build([*archive(), *NEWS], out)
    for left in ("pagefind.js", "*.pf_meta", "index/*", "fragment/*"):
        with monkeypatch.context() as patch, untouched(out):
            patch.setattr(search, "_run_pagefind", partial(_emptied, left, search._run_pagefind))
            with pytest.raises(PublishError, match="är inte helt"):
                build([*archive(), *NEWS], out)
    assert build([*archive(), *NEWS], out) == []
    assert tree(out) == clean


def _emptied(left: str, run: Callable[..., object], texts: Path, out: Path) -> object:
    found = run(texts, out)
    for path in out.glob(left):
        path.write_bytes(b"")
    return found


@pytest.mark.langsam
def test_nothing_is_written_into_a_published_file(out: Path, clean: dict[str, bytes]) -> None:
    """Neither by a build that ends at a fault, with every page changed, nor by one that succeeds."""
    with untouched(out):
        assert build([*archive(), Page("fel/index.md", "# Fel {#start}\n\n[Bort](../borta/index.md)\n")], out) != []
    held = out.with_name("forra")
    shutil.copytree(out, held, copy_function=os.link)
    before = tree(held)
    assert build([*archive(), *NEWS], out) == []
    assert (tree(held), tree(out)) == (before, clean)


def test_what_is_edited_in_the_published_site_does_not_spread(out: Path, clean: dict[str, bytes]) -> None:
    """Also where size and time are as before: a page, the theme and an index are made again, and it is told."""
    for name in ("moten/ks/m0/index.html", "assets/stil.css", "data/v1/moten.json", "pagefind/pagefind.js"):
        path = out / name
        times = path.stat()
        with path.open("r+b") as stream:
            stream.write(b"\x00")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    said = told([*archive(), *NEWS], out)
    assert tree(out) == clean
    assert "Lägger fram temat: gjordes om för att det hade ändrats i" in said
    assert "1 av dem för att de hade ändrats i" in said
    assert "pagefind gjordes" in said


def test_a_build_that_ends_before_it_remembers(
    out: Path, monkeypatch: pytest.MonkeyPatch, clean: dict[str, bytes]
) -> None:
    """The new site is published, whole; what was remembered is of the old one, and is not believed of the new."""

    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(stages, "remember", stop)
        with pytest.raises(KeyboardInterrupt):
            build([*archive(), *NEWS], out)
    assert tree(out) == clean
    assert build([*archive(), *NEWS], out) == []
    assert tree(out) == clean


def test_a_memory_that_cannot_be_written_stops_nothing(
    out: Path, monkeypatch: pytest.MonkeyPatch, clean: dict[str, bytes]
) -> None:
    """The site is published, and what it will cost is said."""

    def refuse(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(stages, "remember", refuse)
    said = told([*archive(), *NEWS], out)
    assert "minnet till nästa bygge gick inte att skriva (disken är full), så det tar längre tid" in said
    assert tree(out) == clean


def test_a_build_that_was_killed_is_tidied_up_after(
    out: Path, monkeypatch: pytest.MonkeyPatch, clean: dict[str, bytes]
) -> None:
    """What it left is no site: the next one says that it tidied up, and does not call all unchanged."""
    with monkeypatch.context() as patch:
        patch.setattr(workplace, "put_by", lambda work: None)
        patch.setattr(Path, "write_bytes", full("site/moten", Path.write_bytes))
        with pytest.raises(PublishError):
            build([*archive(), *NEWS], out)
    assert workplace_of(out).broken_off
    assert not unchanged(out, lambda: "")
    assert "städade efter ett bygge som avbröts" in told([*archive(), *NEWS], out)
    assert tree(out) == clean


@pytest.mark.langsam
@pytest.mark.parametrize("name", ["docs", "soktexter", "sokandelar", "site", "forra", "gammal", "tema", "minne.db"])
def test_what_is_kept_may_be_anything(out: Path, clean: dict[str, bytes], name: str) -> None:
    """A file where a folder should be, or a folder for a file: it is taken away, as the place is ours."""
    place = workplace_of(out).folder / name
    if place.is_dir():
        shutil.rmtree(place)
        place.write_text("annat")
    else:
        place.unlink(missing_ok=True)
        (place / "annat").mkdir(parents=True)
    assert build([*archive(), *NEWS], out) == []
    assert tree(out) == clean


@pytest.mark.langsam
def test_another_running_year_is_another_site(tmp_path: Path) -> None:
    """Pages that are as they were may yet lie in another index."""
    settings = replace(SETTINGS, running_year=2012)
    assert build(archive(8), tmp_path / "ut") == []
    assert build(archive(8), tmp_path / "ut", settings) == []
    assert build(archive(8), tmp_path / "rent", settings) == []
    assert tree(tmp_path / "ut") == tree(tmp_path / "rent")


@pytest.mark.langsam
def test_what_lies_in_the_site_before_may_be_anything(out: Path, clean: dict[str, bytes], tmp_path: Path) -> None:
    """Links to elsewhere, also one to the published pages, foreign files, a file for a folder: all is as built anew."""
    assert build(archive(), out) == []
    elsewhere = tmp_path / "annanstans"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("kvar")
    held = workplace_of(out).spare
    for name, other in (("moten", out / "moten"), ("data", elsewhere), ("frammande", elsewhere)):
        if (held / name).is_dir():
            shutil.rmtree(held / name)
        (held / name).symlink_to(other, target_is_directory=True)
    shutil.rmtree(held / "organ")
    (held / "organ").write_text("en fil")
    (held / "frammande.html").write_text("frammande")
    assert build([*archive(), *NEWS], out) == []
    assert not [path for path in out.rglob("*") if path.is_symlink()]
    assert tree(out) == clean
    assert [path.name for path in elsewhere.iterdir()] == ["index.html"]
    assert (elsewhere / "index.html").read_text() == "kvar"


@pytest.mark.langsam
def test_what_a_forgotten_build_left_is_taken_away(out: Path) -> None:
    """Without a memory nobody knows what lies there."""
    work = workplace_of(out)
    assert build([*archive(), *NEWS], out) == []
    (work.folder / "minne.db").write_bytes(b"annat")
    assert build(archive(), out) == []
    gone = [page for page in NEWS if isinstance(page, Page)]
    assert gone
    for page in gone:
        assert not (work.docs / page.path).exists()
        assert not list(work.texts.glob(f"*/{output_path(page)}"))


@pytest.mark.langsam
def test_what_a_build_without_end_left_is_taken_away(out: Path) -> None:
    """Its Markdown, and what search reads of it, are of pages that no build remembers."""
    lost = Page("fel/index.md", "# Fel {#start}\n\n[Bort](../borta/index.md)\n")
    work = workplace_of(out)
    assert build([*archive(), lost], out) != []
    assert (work.docs / lost.path).is_file()
    assert build([*archive(), *NEWS], out) == []
    assert not (work.docs / "fel").exists()
    assert not list(work.texts.glob("*/fel"))
    assert build(archive(), out) == []
    assert {path.relative_to(work.docs).as_posix() for path in work.docs.rglob("*.md")} == {
        page.path for page in archive() if isinstance(page, Page)
    }
