"""Every file of the theme and every page is as MkDocs itself would make it, and what it complains of is told."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive.archive import build as join
from generator.publish.addresses import output_path
from generator.publish.settings import REPOSITORY, SiteSettings
from generator.publish.site import Renderer, SetupFaults
from generator.records.folder import read_folder
from generator.views.artifacts import Page
from generator.views.site import plan

from .conftest import LISTS, SETTINGS, archive, build, tree

DESCRIPTION = 'Protokoll från "Storstad" & <omnejd>'
NAMED = ["index.md", "sok/index.md", *(f"{name}/index.md" for name in LISTS)]


def renderer(folder: Path, *paths: str, settings: SiteSettings = SETTINGS) -> Renderer:
    """One for the pages that the navigation names, and others."""
    return Renderer(folder, [*NAMED, *paths], settings)


def by_mkdocs(pages: Sequence[Page], folder: Path) -> dict[str, bytes]:
    """Every file that a plain `mkdocs build` makes of the pages, with the settings of these tests."""
    for page in pages:
        (folder / "docs" / page.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / page.path).write_text(page.text, encoding="utf-8")
    extra = {"kontakt": SETTINGS.contact, "kontakt_lank": SETTINGS.contact_link, "utgivare": SETTINGS.publisher}
    config = {
        "INHERIT": str(REPOSITORY / "mkdocs.yml"),
        "docs_dir": str(folder / "docs"),
        "site_dir": str(folder / "site"),
        "site_name": SETTINGS.name,
        "site_url": SETTINGS.url,
        "site_description": SETTINGS.description,
        "theme": {"custom_dir": str(REPOSITORY / "site_overrides")},
        "extra": extra,
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0", "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    subprocess.run(command, env=environment, check=True)
    return {path: data for path, data in tree(folder / "site").items() if not path.startswith("sitemap.xml")}


def by_us(pages: Sequence[Page], folder: Path) -> dict[str, bytes]:
    """The same by the renderer, the pages in the opposite order."""
    made = Renderer(folder, [page.path for page in pages], SETTINGS)
    assert made.static(folder / "site") == []
    files = tree(folder / "site")
    for page in reversed(pages):
        html, faults = made.page(page.path, page.text)
        assert faults == []
        files[output_path(page)] = html.encode()
    return files


@pytest.mark.langsam
def test_a_site_is_as_mkdocs_makes_it(tmp_path: Path) -> None:
    """Every file of the real archive's site, byte for byte, but for the site map that the views make."""
    real = join(read_folder(REPOSITORY / "content"), dt.date(2025, 1, 15))
    assert real
    pages = [planned.make() for planned in plan(real)]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    ours, plain = by_us(pages, tmp_path / "a"), by_mkdocs(pages, tmp_path / "b")
    assert sorted(ours) == sorted(plain)
    assert [path for path in plain if ours[path] != plain[path]] == []


def test_nothing_of_a_page_stays(tmp_path: Path) -> None:
    """A page is the same whatever was made before it: one that the navigation names, a faulty one, itself."""
    made = renderer(tmp_path, "x/index.md")
    text = "---\ntitle: Sidan\n---\n# X {#x}\n\n[Om](../om/index.md)\n"
    first = made.page("x/index.md", text)
    made.page("om/index.md", "---\ntitle: Annat\nsok: true\n---\n# Om\n\n[r]: /y\n\n- a\n\n    > b\n")
    made.page("x/index.md", "---\ntemplate: saknas.html\n---\n# Y\n")
    assert made.page("x/index.md", text) == first == renderer(tmp_path, "x/index.md").page("x/index.md", text)
    assert first[1] == []


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("# X\n\n[x](../saknas/index.md)\n", "P410", "länken '../saknas/index.md' leder ingenstans"),
        ("---\ntemplate: saknas.html\n---\n# X\n", "P410", "sidan kunde inte byggas: 'saknas.html' not found"),
    ],
)
def test_a_complaint_is_a_fault_of_the_page(tmp_path: Path, text: str, code: str, message: str) -> None:
    """What MkDocs warns of, and what it dies of, is told once, in Swedish, with the page."""
    html, faults = renderer(tmp_path, "x/index.md").page("x/index.md", text)
    assert html == ""
    assert [(one.position.path, one.code) for one in faults] == [("x/index.md", code)]
    assert faults[0].message.startswith(message)


def test_a_hidden_page_is_told(tmp_path: Path) -> None:
    """MkDocs leaves out pages with a dot before their name, so one is a fault."""
    assert [one.code for one in renderer(tmp_path, ".x.md").page(".x.md", "# X\n")[1]] == ["P411"]


def test_what_the_navigation_lacks_is_told_at_once(tmp_path: Path) -> None:
    """No page can be made for a navigation that leads nowhere."""
    with pytest.raises(SetupFaults, match=r"'anslag/index\.md' står i menyn") as raised:
        Renderer(tmp_path, ["index.md"], SETTINGS)
    assert {(one.position.path, one.code) for one in raised.value.diagnostics} == {("mkdocs.yml", "P410")}


def test_the_environment_is_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told to MkDocs by the environment is told to nobody else."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    before = dict(os.environ)
    renderer(tmp_path).page("om/index.md", "# Om\n")
    assert dict(os.environ) == before


def test_a_description_with_quotes_is_one_description(tmp_path: Path) -> None:
    """Signs with a meaning in HTML do not end the attribute that the theme writes the description in."""
    assert build(archive(1), tmp_path / "site", replace(SETTINGS, description=DESCRIPTION)) == []
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert 'content="Protokoll från &quot;Storstad&quot; &amp; &lt;omnejd&gt;"' in page
