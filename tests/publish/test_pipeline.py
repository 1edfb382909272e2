"""Artifacts become a finished site, or the old site stands untouched."""

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from generator.publish.faults import PublishError
from generator.publish.pipeline import publish
from generator.publish.progress import Progress, StageLine
from generator.publish.settings import REPOSITORY
from generator.publish.workplace import MARKER
from generator.views.artifacts import Artifact, File, Page
from tests.publish.conftest import SETTINGS, archive, build, planned, tree

pytestmark = pytest.mark.langsam


def page(text: str) -> Page:
    """One more page, not searchable."""
    return Page("extra/index.md", f"# Extra {{#start}}\n\n{text}\n")


def test_a_site_is_whole(site: Path) -> None:
    """Pages, files, search, search page and the page for missing addresses are there; MkDocs' own map is not."""
    for path in ("index.html", "moten/ks/m0/index.html", "sok/index.html", "404.html", "pagefind/pagefind.js"):
        assert (site / path).is_file(), path
    assert (site / "sitemap.xml").read_bytes() == b"<urlset/>"
    assert not (site / "sitemap.xml.gz").exists()
    assert 'lang="sv"' in (site / "index.html").read_text(encoding="utf-8")


def test_two_builds_are_byte_identical_and_say_nothing_of_where(site: Path, tmp_path: Path) -> None:
    """Another folder and a second build over the first give the same bytes, with no path of this machine in them."""
    out = tmp_path / "en annan plats" / "sajt"
    for _ in range(2):
        assert build(archive(36), out) == []
        assert tree(out) == tree(site)
    for data in tree(out).values():
        assert os.fsencode(tmp_path) not in data
        assert os.fsencode(REPOSITORY) not in data


def test_a_vanished_page_is_gone(tmp_path: Path) -> None:
    """The new site holds what the artifacts say and nothing of the old one."""
    assert build([*archive(), page("x")], tmp_path / "ut") == []
    assert build(archive(), tmp_path / "ut") == []
    assert not (tmp_path / "ut/extra").exists()
    kept = sorted(path.name for path in (tmp_path / "ut.arbete").iterdir())
    assert kept == [MARKER, "docs", "forra", "las", "minne.db", "sokandelar", "soktexter"]


@pytest.mark.parametrize(
    ("extra", "code", "path"),
    [
        ([page("[x](../saknas/)")], "P501", "extra/index.html"),
        ([page("[x](../moten/ks/m0/#p9)")], "P502", "extra/index.html"),
        ([page("[x](../saknas.md)")], "P410", "extra/index.md"),
        ([page("[x](../om/index.md#saknas)")], "P502", "extra/index.html"),
        ([page("## A {#start}")], "P503", "extra/index.html"),
        ([page("![](https://annan.se/bild.png)")], "P505", "extra/index.html"),
        ([page("x"), Page("extra.md", "# X {#x}\n")], "P402", "extra/index.md"),
        ([Page("../extra.md", "# X\n")], "P401", "../extra.md"),
        ([File("404.html", b"x")], "P404", "404.html"),
        ([Page("extra.md", "---\ntemplate: saknas.html\n---\n# X {#x}\n")], "P410", "extra.md"),
        ([Page(".dold.md", "# X {#x}\n")], "P411", ".dold.md"),
    ],
)
def test_a_fault_leaves_the_old_site(tmp_path: Path, extra: list[Artifact], code: str, path: str) -> None:
    """Each fault is told with its code and page, the old site keeps every byte, and the next build succeeds."""
    out = tmp_path / "ut"
    assert build(archive(), out) == []
    before = tree(out)
    assert [(one.code, one.position.path) for one in build([*archive(), *extra], out)][:1] == [(code, path)]
    assert tree(out) == before
    assert build(archive(), out) == []


def test_a_missing_list_is_a_fault(tmp_path: Path) -> None:
    """What the navigation names must be there."""
    without = [one for one in archive() if one.path != "organ/index.md"]
    found = build(without, tmp_path / "ut")
    assert "'organ/index.md' står i menyn men finns inte bland sidorna" in [one.message for one in found]


class Interrupting(Progress):
    """A progress during which somebody presses Ctrl-C when the named stage has run."""

    def __init__(self, name: str) -> None:
        super().__init__(io.StringIO(), lambda: 0.0, live=False)
        self._name = name

    @contextmanager
    def stage(self, name: str) -> Iterator[StageLine]:
        """Interrupt at the end of the stage."""
        with super().stage(name) as line:
            yield line
            if name == self._name:
                raise KeyboardInterrupt


@pytest.mark.parametrize(
    "stage",
    [
        "Lägger fram temat",
        "Gör sidorna",
        "Lägger till filer",
        "Gör sökindex",
        "Kontrollerar länkar",
    ],
)
def test_an_interrupt_leaves_the_old_site(tmp_path: Path, stage: str) -> None:
    """Ctrl-C in any stage before the exchange leaves the old site, and the next build is as good as a first one."""
    out = tmp_path / "ut"
    assert build(archive(), out) == []
    before = tree(out)
    with pytest.raises(KeyboardInterrupt):
        publish(*planned([*archive(), page("x")]), SETTINGS, out, Interrupting(stage))
    assert tree(out) == before
    assert build([*archive(), page("x")], out) == []
    assert (out / "extra/index.html").is_file()


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    """Somebody's own files are never replaced."""
    out = tmp_path / "dokument"
    out.mkdir()
    (out / "viktigt.txt").write_text("kvar")
    with pytest.raises(PublishError, match="inte tom") as refused:
        build(archive(), out)
    assert refused.value.diagnostic.code == "P490"
    assert (out / "viktigt.txt").read_text() == "kvar"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dokument"]


def test_an_empty_folder_and_a_link_to_a_site_are_used(tmp_path: Path) -> None:
    """An empty folder is filled; a link stays a link and the folder it points to is replaced."""
    (tmp_path / "ut").mkdir()
    (tmp_path / "lank").symlink_to("ut")
    assert build(archive(), tmp_path / "lank") == []
    assert (tmp_path / "lank").is_symlink()
    assert (tmp_path / "ut/index.html").is_file()


def test_a_file_is_refused(tmp_path: Path) -> None:
    """A file where the site should be is not replaced."""
    (tmp_path / "ut").write_text("kvar")
    with pytest.raises(PublishError, match="en fil"):
        build(archive(), tmp_path / "ut")
    assert (tmp_path / "ut").read_text() == "kvar"


@pytest.mark.parametrize("out", ["poster/sajt", ".", "poster"])
def test_the_site_and_the_records_are_kept_apart(tmp_path: Path, out: str) -> None:
    """The site may neither lie among the records nor hold them."""
    place = tmp_path / "hem"
    (place / "poster").mkdir(parents=True)
    with pytest.raises(PublishError) as refused:
        build(archive(), place / out, replace(SETTINGS, protected=(place / "poster",)))
    assert refused.value.diagnostic.code == "P490"
    assert [path.name for path in place.rglob("*")] == ["poster"]


def test_the_repository_is_refused(tmp_path: Path) -> None:
    """Neither the folder with mkdocs.yml nor one above it may be replaced by a site."""
    root = tmp_path / "arkiv"
    root.mkdir()
    with pytest.raises(PublishError, match="får varken"):
        build(archive(), root, replace(SETTINGS, root=root))


def test_an_address_without_end_slash_is_refused(tmp_path: Path) -> None:
    """A site address that would give wrong links is told before anything is built."""
    with pytest.raises(PublishError, match="sluta med /"):
        build(archive(), tmp_path / "ut", replace(SETTINGS, url="https://exempel.se/arkiv"))


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    """A build that is started while another works on the same site says so and disturbs nothing."""

    class Nested(Interrupting):
        """Starts a second build within the first."""

        @contextmanager
        def stage(self, name: str) -> Iterator[StageLine]:
            if name == self._name:
                with pytest.raises(PublishError, match="ett annat bygge"):
                    build(archive(), tmp_path / "ut")
            with Progress.stage(self, name) as line:
                yield line
            self._name = ""

    assert publish(*planned(archive()), SETTINGS, tmp_path / "ut", Nested("Gör sidorna")) == []


def test_an_unwritable_place_is_told(tmp_path: Path) -> None:
    """What the system refuses is said in Swedish, with the place."""
    (tmp_path / "fil").write_text("x")
    with pytest.raises(PublishError, match="gick inte att läsa eller skriva") as refused:
        build(archive(), tmp_path / "fil" / "ut")
    assert refused.value.diagnostic.code == "P492"


def test_a_changed_theme_is_used_and_a_broken_one_told(tmp_path: Path) -> None:
    """The site's own folder of overrides is used; a template with a fault is a diagnostic, not a traceback."""
    root = tmp_path / "rot"
    shutil.copytree(REPOSITORY / "site_overrides", root / "site_overrides")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    settings = replace(SETTINGS, root=root)
    assert build(archive(), tmp_path / "ut", settings) == []
    (root / "site_overrides/main.html").write_text('{% extends "base.html" %}{% block content %}{{ oj( }}')
    assert [one.code for one in build(archive(), tmp_path / "ut", settings)][:1] == ["P410"]
    (root / "mkdocs.yml").write_text("theme: [")
    assert {one.position.path for one in build(archive(), tmp_path / "ut", settings)} == {"mkdocs.yml"}
